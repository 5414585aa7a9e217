"""The sheet a person reads before anything leaves: each answer beside what would be masked in it, and why.

It is the authority's working paper and holds everything. What comes back is taken only whole: every answer read by
somebody, every mask with its ground, and not a word that the answer does not have.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analysis.intake.headers import places_of
from analysis.intake.problems import problem
from analysis.intake.tables import Table, table_from
from analysis.masking.collecting import Given
from analysis.masking.marks import is_masking, same
from analysis.report.fixed import NO_DAY, fixed_zip
from analysis.wording import Wording
from surveys.errors import ContentError

COLUMNS = (
    *("key", "person", "asked", "beside", "n", "text"),
    *("copy", "why", "ground", "reader"),
)
_WIDTHS = (19, 6, 34, 22, 8, 60, 60, 30, 24, 14)
_NEEDED = ("key", "copy", "ground", "reader")
_FILLED = frozenset({"copy", "ground", "reader"})
_MOST_ROWS_TOLD = 12
_PAGE = 84
_LINE, _HIGHEST = 15, 400
"""Points of a line, and of the highest row that spreadsheet programs have."""
_LOOKS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
    "given": {"text_wrap": True, "valign": "top", "font_color": "#52606d"},
    "filled": {"text_wrap": True, "valign": "top", "bg_color": "#fff8e1", "border": 1, "border_color": "#e0d6b8"},
    "title": {"bold": True, "font_size": 14, "text_wrap": True},
    "line": {"text_wrap": True, "valign": "top"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """One answer as a person let it out. `ground` is '' where nothing is masked."""

    given: Given
    copy: str
    ground: str
    reader: str


@dataclass(frozen=True, slots=True)
class Review:
    """A whole reviewed sheet. `gone`: rows whose answers are no longer there, erased since it was written."""

    read: tuple[Read, ...]
    gone: int = 0


def to_review(given: Sequence[Given], title: str, language: str) -> bytes:
    """The sheet to read and edit. Nothing anybody wrote can become a formula or a link."""
    import xlsxwriter

    target, wording = io.BytesIO(), Wording(language)
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(target, {"in_memory": True, **plain})
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    _write_answers(book.add_worksheet(wording.say("review-sheet")), looks, given, wording)
    _write_about(book.add_worksheet(wording.say("review-about-sheet")), looks, title, wording)
    book.close()
    return fixed_zip(target.getvalue(), NO_DAY)


def _write_answers(
    sheet: Any, looks: dict[str, Any], given: Sequence[Given], wording: Wording
) -> None:
    empty = {
        "key",
        *(name for name in ("person", "beside") if not any(getattr(one, name) for one in given)),
    }
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width, None, {"hidden": name in empty})
        sheet.write_string(0, column, wording.say(f"review-column-{name}"), looks["head"])
    for row, one in enumerate(given, 1):
        cells = _cells(one, wording)
        sheet.set_row(row, height(cells[2:8], _WIDTHS[2:8]))
        for column, (name, text) in enumerate(zip(COLUMNS, cells, strict=True)):
            sheet.write_string(row, column, text, looks["filled" if name in _FILLED else "given"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(given), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Points of a row that shows all of its texts: not every program finds it out by itself."""
    lines = (
        sum(len(line) // max(width - 2, 1) + 1 for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(_LINE * max(lines), _HIGHEST)


def _cells(one: Given, wording: Wording) -> tuple[str, ...]:
    person = str(one.person) if one.person else ""
    why = [wording.say(f"mask-{kind.replace('_', '-')}") for kind in one.proposal.kinds]
    if one.proposal.doubtful:
        why.append(wording.say("review-doubtful", words=", ".join(one.proposal.doubtful)))
    return (
        *(one.key, person, one.asked, one.beside, str(one.n), one.text),
        *(one.proposal.text, "; ".join(dict.fromkeys(why)), "", ""),
    )


def _write_about(sheet: Any, looks: dict[str, Any], title: str, wording: Wording) -> None:
    """How it is filled in; fewer cells than the answers have, since the fullest sheet is the one that is read."""
    sheet.set_column(0, 0, _PAGE)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, title, looks["title"])
    for row, line in enumerate(wording.say("review-about").split("\n"), 1):
        sheet.set_row(row, height([line], [_PAGE]))
        sheet.write_string(row, 0, line, looks["line"])


def from_review(given: Sequence[Given], content: bytes, name: str) -> Review:
    """What the people who read it let out. `name` is what problems call the file.

    Raises ContentError, with every problem at once: it is no such sheet, an answer is in no row or in two, or a row was read by
    nobody, has a mask without a ground, is empty, or says something the answer does not.
    """
    rows = _rows(table_from(content, name))
    times = Counter(row["key"] for _, row in rows)
    twice = [number for number, row in rows if times[row["key"]] > 1]
    by_key = {row["key"]: (number, row) for number, row in rows}
    found: dict[str, list[int]] = {"review_twice": twice}
    read = []
    for one in given:
        number, row = by_key.get(one.key, (0, None))
        if row is None:
            found.setdefault("review_missing", []).append(0)
            continue
        if (code := _wrong(one, row)) is not None:
            found.setdefault(code, []).append(number)
        ground = "" if same(row["copy"], one.text) else row["ground"]
        read.append(Read(one, row["copy"], ground, row["reader"]))
    problems = [
        problem(code, name, n=len(numbers), rows=_told(numbers))
        for code, numbers in found.items()
        if numbers
    ]
    if problems:
        raise ContentError(problems)
    return Review(tuple(read), len(by_key.keys() - {one.key for one in given}))


def _rows(table: Table) -> list[tuple[int, dict[str, str]]]:
    """Number in the spreadsheet and cells by column, of the rows with a key. Raises ContentError."""
    places = places_of(table, COLUMNS, _NEEDED, texts="review-column-", lacking="review_columns")
    first = table.skipped + 2
    rows = [
        (number, {column: cells[at].strip() for column, at in places.items()})
        for number, cells in enumerate(table.rows, first)
    ]
    return [(number, {**row, "key": row["key"].lower()}) for number, row in rows if row["key"]]


def _wrong(one: Given, row: dict[str, str]) -> str | None:
    if not row["copy"]:
        return "review_empty"
    if not is_masking(row["copy"], one.text):
        return "review_changed"
    if not row["reader"]:
        return "review_unread"
    if not row["ground"] and not same(row["copy"], one.text):
        return "review_no_ground"
    return None


def _told(numbers: list[int]) -> str:
    """Rows as a spreadsheet numbers them; of many the first ones."""
    shown = ", ".join(str(number) for number in sorted(numbers)[:_MOST_ROWS_TOLD])
    return f"{shown} …" if len(numbers) > _MOST_ROWS_TOLD else shown


def is_by_person(content: bytes, name: str) -> bool:
    """Whether the sheet keeps each person's answers together. Raises ContentError where it is no such sheet."""
    table = table_from(content, name)
    at = places_of(table, COLUMNS, _NEEDED, texts="review-column-", lacking="review_columns").get(
        "person"
    )
    return at is not None and any(cells[at].strip() for cells in table.rows)
