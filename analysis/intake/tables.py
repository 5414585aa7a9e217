"""A table somebody brings: Excel or text, of any encoding and delimiter, read once and for every command."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.intake.decoding import decoded, is_text
from analysis.intake.delimited import read_delimited
from analysis.intake.layout import NAME_ROWS, Grid, header_at, totals_in, with_names
from analysis.intake.limits import LARGEST_FILE, LONGEST_KEPT, MOST_COLUMNS
from analysis.intake.problems import refused
from analysis.intake.workbooks import read_xls, read_xlsx
from surveys.files import unreadable

_LOOKED_AT = 200
"""Rows by which it is judged whether the headers stand on two lines."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = (
    (b"%PDF", "ett PDF-dokument", "a PDF document"),
    (b"{\\rtf", "ett textdokument (RTF)", "a text document (RTF)"),
    (b"\x89PNG", "en bild", "a picture"),
    (b"\xff\xd8\xff", "en bild", "a picture"),
    (b"GIF8", "en bild", "a picture"),
    (b"\x1f\x8b", "ett packat arkiv", "a packed archive"),
    (b"SQLite format 3", "en databas", "a database"),
    (b"\x7fELF", "ett program", "a program"),
    (b"MZ\x90", "ett program", "a program"),
)
_MARKUP = re.compile(rb"\s*(?:<!doctype html|<html|<table|<\?xml|<head|<script)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """Headers and rows of equal width; `rows[0]` is data row 1.

    `encoding`: of a text file, or `xlsx`/`xls`. `skipped`: title rows that stood above the headers.
    `shortened`: cells that were too long to be read to their end. `totals`: rows at the end that added the
    others up and were taken away. `unread`: other sheets of the workbook that hold rows.
    """

    name: str
    encoding: str
    delimiter: str | None
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    skipped: int = 0
    shortened: int = 0
    totals: int = 0
    unread: tuple[str, ...] = ()

    def column(self, wanted: str) -> int:
        """The place of a column by its header, else by its number from 1. Raises ContentError."""
        tidy = _tidy(wanted)
        exact = [place for place, header in enumerate(self.headers) if header == wanted.strip()]
        found = exact or [p for p, header in enumerate(self.headers) if _tidy(header) == tidy]
        if len(found) == 1:
            return found[0]
        if found:
            numbers = ", ".join(str(place + 1) for place in found)
            raise refused("column_double", self.name, column=wanted[:60], numbers=numbers)
        if wanted.strip().isdecimal() and 1 <= int(wanted) <= len(self.headers):
            return int(wanted) - 1
        raise refused(
            "column_unknown", self.name, column=wanted[:60], known=self._suggested(wanted)
        )

    def cells(self, place: int) -> list[str]:
        """One column, a cell for each row."""
        return [row[place] for row in self.rows]

    def without_totals(self) -> Table:
        """The table without rows at the end such as `Medel | 3,4`: they are nobody's answers."""
        totals = totals_in(self.rows)
        return replace(self, rows=self.rows[: len(self.rows) - totals], totals=totals)

    def _suggested(self, wanted: str) -> str:
        near = difflib.get_close_matches(wanted, self.headers, n=3, cutoff=0.5)
        shown = near or [header for header in self.headers if header][:8]
        return ", ".join(f"”{header[:60]}”" for header in shown)


def read_table(path: Path, most_columns: int = MOST_COLUMNS) -> Table:
    """The table in a file. `most_columns`: of a text file, where a column is not a question.

    Raises:
        ConfigError: there is no such file, or it may not be read.
        ContentError: it is no table, or a broken one; says what to do.
    """
    try:
        if path.is_file() and path.stat().st_size > LARGEST_FILE:
            raise refused("table_too_large", path.name, limit=f"{LARGEST_FILE // 1_000_000} MB")
        content = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from None
    return table_from(content, path.name, most_columns)


def table_from(content: bytes, name: str, most_columns: int = MOST_COLUMNS) -> Table:
    """The table in `content`; `name` is what problems call the file. Raises ContentError."""
    if not content.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise refused("table_empty", name)
    if content.startswith(b"PK"):
        return _of_workbook(read_xlsx(content, name), name, "xlsx")
    if content.startswith(_OLE):
        return _of_workbook(read_xls(content, name), name, "xls")
    _refuse_others(content, name)
    text, encoding = decoded(content)
    if not is_text(text):
        raise refused("table_no_table", name, what_sv="binära data", what_en="binary data")
    if name.lower().endswith((".xlsx", ".xls")) and len(text.strip().splitlines()) < 2:
        raise refused("table_damaged", name)
    grid, delimiter = read_delimited(text, name, most_columns)
    return _table(grid, name, encoding, delimiter)


def _of_workbook(read: tuple[Grid, tuple[str, ...]], name: str, encoding: str) -> Table:
    grid, unread = read
    return replace(_table(grid, name, encoding, None), unread=unread)


def _refuse_others(content: bytes, name: str) -> None:
    for start, what_sv, what_en in _STARTS:
        if content.startswith(start):
            raise refused("table_no_table", name, what_sv=what_sv, what_en=what_en)
    if _MARKUP.match(content[:2000].lstrip(b"\xef\xbb\xbf")):
        raise refused("table_no_table", name, what_sv="en webbsida", what_en="a web page")


def _table(grid: list[list[str]], name: str, encoding: str, delimiter: str | None) -> Table:
    at = header_at(grid)
    if at is None:
        raise refused("table_empty", name)
    width = max(_width(row) for row in grid[at:])
    headers, *first = (_padded(row, width) for row in grid[at : at + _LOOKED_AT])
    headers, names = with_names(headers, first[:NAME_ROWS], first[1:])
    below = grid[at + 1 + names :]
    shortened = sum(len(cell) > LONGEST_KEPT for row in below for cell in row)
    rows = tuple(tuple(cell[:LONGEST_KEPT] for cell in _padded(row, width)) for row in below)
    if not any(any(row) for row in rows):
        raise refused("table_no_rows", name)
    return Table(name, encoding, delimiter, tuple(headers), rows, at, shortened)


def _width(row: list[str]) -> int:
    """Cells up to the last one that holds something."""
    return max((place + 1 for place, cell in enumerate(row) if cell), default=0)


def _padded(row: list[str], width: int) -> list[str]:
    return (row + [""] * width)[:width]


def _tidy(header: str) -> str:
    return " ".join(header.split()).casefold()
