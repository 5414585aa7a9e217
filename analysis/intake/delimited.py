"""Text files with a row on each line: comma, semicolon, tab or bar between the cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from analysis.intake.decoding import clean
from analysis.intake.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from analysis.intake.problems import refused

DELIMITERS = (",", ";", "\t", "|")
NONE = "\x1f"
"""Stands between cells where there is one column only: no text holds it."""
_SAMPLE = 60
_SAID = re.compile(r"\A(?:\"?)sep=(.)(?:\"?)\r?\n", re.IGNORECASE)
Grid = list[list[str]]


def read_delimited(
    text: str, name: str, most_columns: int = MOST_COLUMNS
) -> tuple[Grid, str | None]:
    """The rows, and what stood between their cells; None for a single column. Raises ContentError."""
    said = _SAID.match(text)
    if said:
        text = text[said.end() :]
    text = text.replace("\x00", "")
    delimiter = said[1] if said and said[1] in DELIMITERS else _delimiter(text)
    return list(_rows(text, delimiter or NONE, name, most_columns)), delimiter


def _delimiter(text: str) -> str | None:
    """The one that divides most rows into equally many cells; in the header it must stand."""
    sample = "".join(islice(io.StringIO(text), _SAMPLE * 4))
    scores = {mark: _evenness(sample, mark) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: scores[mark])
    return best if scores[best] > 0 else None


def _evenness(sample: str, mark: str) -> float:
    """Share of rows as wide as the header, times the columns beyond the first; 0 where it divides nothing."""
    try:
        rows = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=mark), _SAMPLE))
    except csv.Error:
        return 0.0
    widths = [len(row) for row in rows if any(row)]
    if not widths:
        return 0.0
    width, count = max(Counter(widths).items(), key=lambda one: (one[1] * (one[0] > 1), one[0]))
    share = count / len(widths)
    if width < 2 or share < 0.5 or widths[0] == 1 < len(widths) < 4:
        return 0.0
    return share * (1 + (width - 1) / 100)


def _rows(text: str, delimiter: str, name: str, most_columns: int) -> Iterator[list[str]]:
    limit = csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    began = 1
    try:
        for number, row in enumerate(reader):
            if number > MOST_ROWS:
                raise refused("table_too_large", name, limit=f"{MOST_ROWS} rader")
            if len(row) > most_columns:
                raise refused("table_too_large", name, began, limit=f"{most_columns} kolumner")
            if row:
                yield [clean(cell) for cell in row]
            began, before = reader.line_num + 1, began
        _check_closed(text, before if text else 1, name)
    except csv.Error:
        long = _is_long(text, began)
        raise refused("table_cell" if long else "table_quote", name, began) from None
    finally:
        csv.field_size_limit(limit)


def _is_long(text: str, line: int) -> bool:
    """Whether a line holds too much by itself, without any quotation mark that could swallow others."""
    found = next(islice(io.StringIO(text, newline=""), line - 1, None), "")
    return len(found) > LONGEST_CELL and '"' not in found


def _check_closed(text: str, line: int, name: str) -> None:
    """Whether the last row ends inside quotes: then it swallowed the rows that should follow."""
    last = "".join(islice(io.StringIO(text, newline=""), line - 1, None))
    if "\n" in last.strip() and last.count('"') % 2:
        raise refused("table_quote", name, line)
