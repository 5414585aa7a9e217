"""Pictures in 16:9 for screens and channels: the lead alone, or a card for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.report.fixed import zip_of
from analysis.report.overviews import all_blocks
from analysis.report.typesetting import CARD, figure, page, typeset
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.report.model import Report

PIXELS_AN_INCH = 144
"""A card is 960 by 540 points: 1920 by 1080 pixels."""


def to_png(report: Report) -> bytes:
    """The card "Vad säger deltagarna?"."""
    return _card(page(report) | {"figure": None})


def to_cards(report: Report) -> bytes:
    """A zip with the lead, a card for each question that has a chart, and each picture's words as text."""
    wording = Wording(report.language, report.unit)
    found = all_blocks(report, wording)
    shown = [figure(block, CARD) for block in found if block.figure is not None]
    common = page(report)
    files = {"00.png": to_png(report)}
    words = [_lead_words(common)]
    for number, drawn in enumerate(shown, start=1):
        files[f"{number:02d}.png"] = _card(common | {"figure": drawn})
        words.append(drawn["alt"])
    listed = [f"{number:02d}.png: {text}" for number, text in enumerate(words)]
    files["alt.txt"] = "\r\n\r\n".join(listed).encode("utf-8-sig")
    return zip_of(files)


def _card(content: dict[str, Any]) -> bytes:
    return typeset("card.typ", content, "png", ppi=PIXELS_AN_INCH)


def _lead_words(common: dict[str, Any]) -> str:
    lead = common["lead"]
    said = [one["sentence"] for side in lead["sides"] for one in side["said"]]
    return ". ".join([common["title"], lead["answered"], *said, lead["footnote"]])
