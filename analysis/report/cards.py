"""Pictures in 16:9 for screens and channels: the lead alone, or a card for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.report.fixed import zip_of
from analysis.report.lead import told_of
from analysis.report.meetings import told_meetings
from analysis.report.overviews import all_blocks
from analysis.report.turnout import answered_line
from analysis.report.typesetting import CARD, figure, page, side_as, typeset
from analysis.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.report.model import Report

PIXELS_AN_INCH = 144
"""A card is 960 by 540 points: 1920 by 1080 pixels."""


def to_png(report: Report) -> bytes:
    """The card "Vad säger deltagarna?"."""
    return _card(page(report) | {"figure": None})


def to_cards(report: Report) -> bytes:
    """A zip with the lead, a card for each meeting that has the organiser's own words and for each question that has a chart.

    Each picture's words lie beside them as text.
    """
    wording = Wording(report.language, report.unit)
    found = all_blocks(report, wording)
    shown = [figure(block, CARD) for block in found if block.figure is not None]
    common = page(report)
    leads = [common, *_meetings(report, common, wording)]
    cards = [(one | {"figure": None}, _lead_words(one)) for one in leads]
    cards += [(common | {"figure": drawn}, drawn["alt"]) for drawn in shown]
    files = {f"{number:02d}.png": _card(card) for number, (card, _) in enumerate(cards)}
    listed = [f"{number:02d}.png: {text}" for number, (_, text) in enumerate(cards)]
    files["alt.txt"] = "\r\n\r\n".join(listed).encode("utf-8-sig")
    return zip_of(files)


def _meetings(report: Report, common: dict[str, Any], wording: Wording) -> Iterator[dict[str, Any]]:
    """A lead for each meeting in a series that the organiser has written of."""
    for heading, meeting in told_meetings(report):
        answered = answered_line(meeting.base, 1, wording, series=False)
        sides = [side_as("keep", told_of(meeting, report, wording))]
        yield common | {
            "title": heading,
            "lead": common["lead"] | {"answered": answered, "sides": sides},
        }


def _card(content: dict[str, Any]) -> bytes:
    return typeset("card.typ", content, "png", ppi=PIXELS_AN_INCH)


def _lead_words(common: dict[str, Any]) -> str:
    lead = common["lead"]
    said = [one["sentence"] for side in lead["sides"] for one in side["said"]]
    return ". ".join([common["title"], lead["answered"], *said, lead["footnote"]])
