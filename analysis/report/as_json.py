"""The report as the JSON object that scripts and other programs rely on (`docs/commands.md`)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from analysis.report.model import Base, Report
from analysis.report.opinion_json import group_shape, statement_shapes
from analysis.summary import QuestionSummary
from analysis.tables import Cell
from analysis.themes.finding import FoundTheme
from analysis.themes.quotes import Quote
from analysis.trend import Trend

FORMAT = "dalalab.report/1"


def to_json(report: Report) -> dict[str, Any]:
    """One object, `format` first; plain values only."""
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
        "notes": list(report.notes),
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
