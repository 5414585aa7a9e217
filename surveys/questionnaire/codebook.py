"""What a questionnaire measures, as a table: every question, its kind, its answers and when it is asked."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from surveys.questionnaire.models import AnyQuestion, Questionnaire

COLUMNS = (
    *("question", "kind", "text", "help", "answer", "value", "label"),
    *("asked_when", "repeated_over", "limits", "note"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = tuple[str, ...]


def codebook(questionnaire: Questionnaire, language: str) -> list[Row]:
    """One row for every question, and one for every answer that can be chosen."""
    return [row for each in questionnaire.question for row in _rows(questionnaire, each, language)]


def as_csv(rows: list[Row]) -> bytes:
    """Comma separated, UTF-8 with its mark, so that spreadsheet programs show å, ä and ö; no cell is a formula."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def as_markdown(rows: list[Row], title: str) -> bytes:
    """A Markdown page with one table."""
    lines = [f"# {_cell(title)}", "", _line(COLUMNS), _line(("---",) * len(COLUMNS))]
    return "\n".join([*lines, *map(_line, rows), ""]).encode()


def _rows(questionnaire: Questionnaire, question: AnyQuestion, language: str) -> Iterator[Row]:
    yield (
        question.id,
        question.kind,
        say(question.text, language),
        say(question.help or {}, language),
        *("", "", ""),
        question.show_if or "",
        " / ".join(question.loop),
        _limits(question),
        _note(question),
    )
    for entry in (*getattr(question, "options", ()), *getattr(question, "outside", ())):
        value = "" if entry.value is None else str(entry.value)
        label = say(entry.label, language)
        yield _answer(question.id, entry.id, value, label, entry.show_if or "")
    listed = getattr(question, "options_from", None) or getattr(question, "rows_from", None)
    for dimension in questionnaire.dimension:
        if dimension.id == listed:
            for item in dimension.items:
                yield _answer(question.id, item.id, "", say(item.label, language), "")
    for row in getattr(question, "rows", ()):
        yield _answer(question.id, row.id, "", say(row.label, language), "")


def _answer(question: str, answer: str, value: str, label: str, when: str) -> Row:
    return (question, "", "", "", answer, value, label, when, "", "", "")


def _limits(question: AnyQuestion) -> str:
    keys = (
        *("min", "max", "decimals", "min_choices", "max_choices", "max_chars", "pattern"),
        *("earliest", "latest", "total", "precision_m", "max_mb", "value", "valid_if"),
    )
    given = ((key, getattr(question, key, None)) for key in keys)
    return "; ".join(f"{key} {value}" for key, value in given if value not in {None, ""})


def _note(question: AnyQuestion) -> str:
    marks = ("private", "background", "trend", "compact")
    said = [mark for mark in marks if getattr(question, mark)]
    return ", ".join([*said, *([question.role] if question.role else [])])


def _safe(cell: str) -> str:
    """What a spreadsheet program would calculate gets an apostrophe in front."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: Row) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").split())
