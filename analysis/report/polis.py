"""Statements and groups in Polis' layout, from the report: what is published, and so never a row for each person.

Columns are those of Polis' exports (comments.csv, summary.csv) in their order; what is not told (when, by whom) has an
empty column. Statements are numbered from 0, as Polis does, and `statement-id` after the others says which is which.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from analysis.report.fixed import zip_of
from analysis.wording import Wording
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from analysis.opinion.told import ToldStatement
    from analysis.report.model import Report

COMMENTS = (
    *("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated"),
    *("comment-body", "passes", "statement-id", "class", "origin"),
)
SHOWN = 1
"""Of a statement that moderators let through, as Polis has it."""


def to_polis(report: Report) -> bytes:
    """A zip with comments.csv, summary.csv and what must be read first."""
    statements = report.opinion.statements if report.opinion else ()
    rows = [_comment(number, one, report.language) for number, one in enumerate(statements)]
    wording = Wording(report.language, report.unit)
    about = [report.title, report.mark, wording.say("polis-about"), *report.method, *report.notice]
    return zip_of(
        {
            "comments.csv": table(COMMENTS, rows),
            "summary.csv": _lines(_summary(report)),
            "las-forst.txt" if report.language == "sv" else "read-first.txt": "\r\n".join(
                line for line in about if line
            ).encode("utf-8-sig"),
        }
    )


def _comment(number: int, one: ToldStatement, language: str) -> Sequence[object]:
    tally = one.tally
    counts = ("", "", "") if tally is None else (tally.agree, tally.disagree, tally.passed)
    return (
        "", "", number, "", *counts[:2], SHOWN, say(one.text, language), counts[2], one.id, one.kind,
        one.origin,
    )  # fmt: skip


def _summary(report: Report) -> list[tuple[str, object]]:
    opinion = report.opinion
    return [
        ("topic", report.title),
        ("url", ""),
        ("voters", "" if opinion is None or opinion.voters is None else opinion.voters),
        ("voters-in-conv", "" if opinion is None else opinion.groups.voters or ""),
        ("commenters", ""),
        ("comments", 0 if opinion is None else len(opinion.statements)),
        ("groups", 0 if opinion is None else len(opinion.groups.sizes)),
        ("conversation-description", report.answered_line),
    ]


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A CSV as Polis writes it: commas, and a head."""
    return _lines([columns, *rows])


def _lines(rows: Iterable[Sequence[object]]) -> bytes:
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerows([_safe(cell) for cell in row] for row in rows)
    return target.getvalue().encode()


def _safe(cell: object) -> object:
    """Words can never be formulas; a vote of -1 is a number and stays one."""
    return (
        f"'{cell}"
        if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t"))
        else cell
    )
