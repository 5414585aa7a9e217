"""The report on one A4 page: what participants say, the first charts, and room for what is decided. Tagged, PDF/UA-1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.figures import PlaceChart
from analysis.report.blocks import Block
from analysis.report.overviews import all_blocks
from analysis.report.typesetting import figure, page, typeset
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.report.model import Report

FIGURES = 2
DECISIONS = 3
"""Empty lines for what the meeting decides."""
_TALLEST = 8
"""Rows of a chart that still has room beside another. A map has its own height whatever its list holds."""


def to_pdf(report: Report) -> bytes:
    """The page as a PDF that a screen reader can follow."""
    wording = Wording(report.language, report.unit)
    content = page(report) | {
        "figures": [figure(block) for block in _first(report, wording)],
        "decisions": {"heading": wording.say("heading-decisions"), "lines": DECISIONS},
        "missing": {
            "heading": wording.say("heading-missing-people"),
            "lines": list(report.missing_people),
        },
        "method": {"heading": wording.say("heading-method"), "lines": list(report.method)},
        "notice": list(report.notice),
    }
    return typeset("onepage.typ", content, "pdf", pdf_standards="ua-1")


def _first(report: Report, wording: Wording) -> list[Block]:
    """The first questions that have a chart with room on the page."""
    found = all_blocks(report, wording)
    drawn = [block for block in found if block.figure is not None and not block.waiting]
    fit = [b for b in drawn if len(b.lines) <= _TALLEST or isinstance(b.figure, PlaceChart)]
    return fit[:FIGURES]
