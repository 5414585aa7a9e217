"""The report on one A4 page: what participants say, the first charts, and room for what is decided. Tagged, PDF/UA-1.

What the organiser wrote of each meeting in a series, and what groups or organisations have answered by name, stand overleaf.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.figures import PlaceChart
from analysis.report.blocks import Block
from analysis.report.lead import lead_of, told_of
from analysis.report.meetings import told_meetings
from analysis.report.overviews import all_blocks
from analysis.report.typesetting import figure, page, side_as, typeset
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.named import Board, Said
    from analysis.report.model import Report

FIGURES = 2
DECISIONS = 3
"""Empty lines for what the meeting decides."""
NAMES_ACROSS = 6
"""Columns of names that have room across a page; more are told question by question."""
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
        "method": {
            "heading": wording.say("heading-method"),
            "lines": [*lead_of(report).group, *report.method],
        },
        "notice": list(report.notice),
        "told": {
            "heading": wording.say("heading-meeting-words"),
            "meetings": [
                side_as("keep", told_of(meeting, report, wording)) | {"heading": heading}
                for heading, meeting in told_meetings(report)
            ],
        },
        "named": None if report.named is None else _board(report.named, wording),
    }
    return typeset("onepage.typ", content, "pdf", pdf_standards="ua-1")


def _board(board: Board, wording: Wording) -> dict[str, Any]:
    """The board as it is read down: questions, each with what every name said."""
    say = wording.say
    gaps = [
        say("named-gaps-of", name=name, n=n, total=len(board.rows))
        for place, name in enumerate(board.names)
        if (n := board.gaps(place))
    ]
    return {
        "heading": say("heading-named", unit=wording.unit),
        "how": say("named-how", unit=wording.unit),
        "heads": [say("named-prompt"), *board.names],
        "rows": [
            {
                "asked": row.asked,
                "said": [_said(one, wording) for one in row.said],
            }
            for row in board.rows
        ],
        "across": len(board.names) <= NAMES_ACROSS,
        "gaps": {"heading": say("named-gaps"), "lines": gaps},
    }


def _said(one: Said, wording: Wording) -> dict[str, Any]:
    """One cell of the board; why it has no words where it has none."""
    text = wording.say(f"named-{one.state}") if one.text is None else one.text
    return {"text": text, "read": one.text is not None, "gap": one.state == "gap"}


def _first(report: Report, wording: Wording) -> list[Block]:
    """The first questions that have a chart with room on the page."""
    found = all_blocks(report, wording)
    drawn = [block for block in found if block.figure is not None and not block.waiting]
    fit = [b for b in drawn if len(b.lines) <= _TALLEST or isinstance(b.figure, PlaceChart)]
    return fit[:FIGURES]
