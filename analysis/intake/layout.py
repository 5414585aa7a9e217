"""Where a sheet's headers end, and where its answers do: titles stand above, names of questions below, totals last."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from analysis.intake.columns import AMOUNT

Grid = list[list[str]]

_TITLE_ROWS = 20
"""Rows at the top that may be titles before the headers, as some exports have them."""
_ENOUGH = 6
"""Answers under a row before it is taken for headers because of them."""
NAME_ROWS = 2
"""Rows under the headers that may name the questions, as Mentimeter's exports and merged headers do."""
_NUMBERED = re.compile(r"(?:question|fråga|slide|bild)\s*\d+[.:]?", re.IGNORECASE)
_ANSWERED = re.compile(r"(?:open-ended )?response|(?:öppet )?svar", re.IGNORECASE)
"""What SurveyMonkey writes under a question that is one column."""
_TOTAL = re.compile(
    r"(?:delsumma|summa|totalt?|medel(?:värde|tal)?|snitt|genomsnitt|median|medianen|antal(?: svar)?|"
    r"sum|grand total|average|mean|count|min|max|standardavvikelse)\s*:?",
    re.IGNORECASE,
)


def header_at(grid: Grid) -> int | None:
    """The first row that is about as full as the fullest of the first ones: titles above it are short."""
    top = grid[:_TITLE_ROWS]
    filled = [sum(bool(cell) for cell in row) for row in top]
    most = max(filled, default=0)
    return next((at for at, count in enumerate(filled) if count and count >= 0.6 * most), None)


def with_names(
    headers: list[str], below: Sequence[list[str]], answers: Sequence[list[str]]
) -> tuple[list[str], int]:
    """The headers with what rows right under them call the questions, and how many such rows there are.

    `below`: those that may. `answers`: some rows under the first of them.
    """
    if below and _are_parts(headers, below[0], answers):
        return _named(headers, below[0]), 1
    open_ = [
        _NUMBERED.fullmatch(header) is not None or not header or not after
        for header, after in zip(headers, [*headers[1:], "-"], strict=True)
    ]
    taken: list[list[str]] = []
    for row in below:
        if not _names(row, headers, open_):
            break
        taken.append(row)
    for row in taken:
        headers = _named(headers, row)
    return headers, len(taken)


def _are_parts(headers: list[str], row: list[str], answers: Sequence[list[str]]) -> bool:
    """Whether headers are merged over several columns, and the row under them says what each column is.

    It names every column, and no two alike; no answer below is a name, although numbers or a few answers come back there.
    """
    merged = any(header and not after for header, after in itertools.pairwise(headers))
    if not merged or not all(row) or len({*row}) < len(row) or len(answers) < _ENOUGH:
        return False
    if any(AMOUNT.fullmatch(cell) for cell in row):
        return False
    down = [[cell for cell in column if cell] for column in zip(*answers, strict=True)]
    if any(name in cells for name, cells in zip(row, down, strict=True)):
        return False
    alike = sum(_is_alike(cells) for cells in down)
    return 2 * alike > len(row)


def _is_alike(cells: Sequence[str]) -> bool:
    """Whether answers are numbers, or come back so often that another one would have been seen."""
    if not cells:
        return False
    return all(AMOUNT.fullmatch(cell) for cell in cells) or 3 * len({*cells}) <= len(cells)


def _names(row: list[str], headers: list[str], open_: list[bool]) -> bool:
    """Whether a row holds names of questions: nothing where a header already says all, and no number."""
    filled = [place for place, cell in enumerate(row) if cell]
    said = [place for place in filled if _ANSWERED.fullmatch(row[place])]
    if not filled or not all(open_[place] or place in said for place in filled):
        return False
    if any(AMOUNT.fullmatch(row[place]) for place in filled):
        return False
    if not all(open_):
        return True
    return all(headers) and 2 * sum(row[place].endswith("?") for place in filled) > len(headers)


def _named(headers: list[str], row: list[str]) -> list[str]:
    """`Question 3` and nothing become `Hur viktigt?`; what stands under it and beside it `Hur viktigt? [Tempo]`."""
    named: list[str] = []
    above = ""
    for header, name in zip(headers, row, strict=True):
        above = header or above
        plain = not above or _NUMBERED.fullmatch(above) is not None
        if not name or (header and _ANSWERED.fullmatch(name)):
            named.append(header)
        else:
            named.append(name if plain else f"{above} [{name}]")
    return named


def totals_in(rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the end add the others up, with the empty ones among them."""
    last = len(rows)
    while last > 1 and (not any(rows[last - 1]) or _is_total(rows[last - 1])):
        last -= 1
    return len(rows) - last if any(map(any, rows[last:])) else 0


def _is_total(row: Sequence[str]) -> bool:
    """`Medel | | 3,4`: the word first, and nothing but numbers after it."""
    filled = [cell for cell in row if cell]
    if not filled or not _TOTAL.fullmatch(filled[0]):
        return False
    return len(row) > 1 and all(AMOUNT.fullmatch(cell) for cell in filled[1:])
