"""The report as the JSON object that scripts and other programs rely on."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from analysis.report.model import Base, Report
from analysis.report.opinion_json import group_shape, statement_shapes
from analysis.report.population import population_lines
from analysis.summary import QuestionSummary
from analysis.tables import Cell
from analysis.themes.finding import FoundTheme
from analysis.themes.quotes import Quote
from analysis.trend import Trend
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.breakdown import BreakDown
    from analysis.lenses import Column
    from analysis.named import Board as NamedBoard
    from analysis.places.model import PlaceMap

FORMAT = "dalalab.report/1"


def to_json(report: Report) -> dict[str, Any]:
    """One object, `format` first; plain values only."""
    wording = Wording(report.language, report.unit)
    sides = [side for side in (report.keep, report.change) if side is not None]
    return {
        "format": FORMAT,
        "survey": report.survey,
        "language": report.language,
        "k": report.k,
        "base": _base(report.base),
        "questions": [_question(question) for question in report.questions],
        "themes": [_theme(theme) for side in sides for theme in side.themes],
        "statements": statement_shapes(report),
        "groups": group_shape(report),
        "trend": [_trend(trend) for trend in report.trend],
        "suppressed": [asdict(entry) for entry in report.suppressed],
        "notes": [*report.notes, *population_lines(report.population, wording)],
        **_of_places(report),
        **_of_meetings(report),
        **_beside(report),
    }


def _of_meetings(report: Report) -> dict[str, Any]:
    """`meetings`: those of a series about which the organiser has written sentences of their own."""
    told = [
        {"survey": one.code, "title": one.title, "themes": [_theme(theme) for theme in one.told]}
        for one in report.meetings
        if one.told
    ]
    return {"meetings": told} if told else {}


def _of_places(report: Report) -> dict[str, Any]:
    """`places`, `lenses` and `named`: only where the questionnaire asks for a place, through a lens, or of named groups."""
    found: dict[str, Any] = {}
    if report.maps:
        found["places"] = [_map(made) for made in report.maps]
    if report.board:
        found["lenses"] = [_column(column) for column in report.board]
    if report.named is not None:
        found["named"] = _named(report.named)
    return found


def _beside(report: Report) -> dict[str, Any]:
    """`breakdowns`, `rates` and `indicators`: only where a report has them. A cell held back is in none of them."""
    found: dict[str, Any] = {}
    if report.breakdowns:
        found["breakdowns"] = [_breakdown(one) for one in report.breakdowns]
    if report.rates:
        found["rates"] = [
            {"type": one.label or None, "invited": one.invited, "answered": one.answered}
            for one in report.rates
        ]
    if report.indicators:
        found["indicators"] = [asdict(one) for one in report.indicators]
    return found


def _breakdown(one: BreakDown) -> dict[str, Any]:
    """A question by groups; `rest`: answers in no group that is shown."""
    groups = [
        {
            "label": group.label,
            "n": group.n,
            "cells": [{"id": cell.id, "label": cell.label, "n": cell.n} for cell in group.cells],
        }
        for group in one.groups
    ]
    return {
        "question": one.question,
        "text": one.text,
        "by": one.by,
        "groups": groups,
        "rest": one.rest,
    }


def _named(board: NamedBoard) -> list[dict[str, Any]]:
    return [
        {
            "question": row.question,
            "turn": row.turn,
            "text": row.asked,
            "cells": [
                {"name": name, "text": said.text, "state": said.state}
                for name, said in zip(board.names, row.said, strict=True)
            ],
        }
        for row in board.rows
    ]


def _map(made: PlaceMap) -> dict[str, Any]:
    return {
        **({"survey": made.survey} if made.survey else {}),
        "question": made.question,
        "turn": made.turn,
        "shown_as": made.way,
        "size_m": made.size or None,
        "pins": made.pins or None,
        "cells": [
            {
                "id": spot.id, "label": spot.label, "n": spot.n, "hot": spot.hot,
                "lat": round(spot.at[0], 6), "lon": round(spot.at[1], 6),
            }
            for spot in made.spots
        ],
        "at_least": made.at_least,
        "elsewhere": made.rest if made.spots and not made.at_least else None,
        "conflicts": [
            {
                "cell": one.spot, "label": one.label, "keep": one.keep, "develop": one.develop,
                "sentence": one.sentence,
            }
            for one in made.conflicts
        ],
        "sentences": [*made.findings, *made.notes],
    }  # fmt: skip


def _column(column: Column) -> dict[str, Any]:
    return {
        "id": column.lens,
        "label": column.heading,
        "questions": [
            {
                "id": entry.question,
                "text": entry.asked,
                "n": entry.n,
                "lines": list(entry.lines),
                "quotes": [quote.text for quote in entry.quotes],
            }
            for entry in column.entries
        ],
    }


def _base(base: Base) -> dict[str, Any]:
    return {
        "invited": base.invited,
        "attended": base.attended,
        "answered": base.answered,
        "partial": base.partial,
        "rate": base.rate,
    }


def _question(question: QuestionSummary) -> dict[str, Any]:
    return {
        "id": question.id,
        "turn": question.turn,
        "kind": question.kind,
        "text": question.text,
        "n": question.n,
        "missing": dict(question.missing),
        "cells": [_cell(cell, question.kind) for cell in question.cells],
        "median": question.median,
        "sentence": question.sentence,
    }


def _cell(cell: Cell, kind: str) -> dict[str, Any]:
    """A ranking's cells also have `top`, those of shares and of numbers by unit `median`."""
    body: dict[str, Any] = {
        "id": cell.id,
        "label": cell.label,
        "n": cell.n,
        "suppressed": cell.suppressed,
    }
    if kind == "rank":
        body["top"] = cell.top
    if kind in {"allocate", "number"}:
        body["median"] = cell.median
    return body


def _theme(theme: FoundTheme) -> dict[str, Any]:
    return {
        "id": theme.id,
        "label": theme.label,
        "origin": "codebook" if theme.stability is None else "suggested",
        "people": theme.people,
        "answers": theme.answers,
        "sentence": theme.sentence,
        "quotes": [_quote(quote) for quote in theme.approved],
        **({"confirmed": theme.confirmed} if theme.confirmed else {}),
    }


def _quote(quote: Quote) -> dict[str, Any]:
    body = {"question": quote.question, "text": quote.text}
    if quote.translation is not None:
        body["translation"] = quote.translation.text
    return body


def _trend(trend: Trend) -> dict[str, Any]:
    return {
        "question": trend.question,
        "kind": trend.kind,
        "text": trend.text,
        "points": [
            {
                "survey": point.survey,
                "title": point.title,
                "n": point.n,
                "cells": [
                    {"id": cell.id, "n": cell.n, "suppressed": cell.suppressed}
                    for cell in point.cells
                ],
                "median": point.median,
                "break": point.breaks,
            }
            for point in trend.points
        ],
        "changes": [asdict(change) for change in trend.changes],
        "sentence": trend.sentence,
    }
