"""Columns that are one question: a box for each option, as SurveyMonkey and LimeSurvey write a question of several choices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from analysis.intake.columns import Column

_HEADED = re.compile(r"(?P<asked>.+?)\s*\[(?P<option>[^\[\]]+)\]")
_BESIDE = re.compile(
    r"(?:annat|annan|annan orsak|övrigt|other|muu|muuta)\b.*", re.IGNORECASE | re.DOTALL
)
"""How the box is called for what somebody wrote beside the options."""
_TICKED = {"ja", "yes", "y", "x", "1", "true", "sant", "checked", "vald", "markerad"}
_LEFT = {"nej", "no", "n", "0", "false", "falskt", "unchecked", "ej vald", "inte vald"}


def joined(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns, those that are boxes of one question marked as such.

    Each keeps its place; `labels` of a box is its option, and `asked` the question they share.
    """
    found: list[Column] = []
    for asked, side_by_side in groupby(columns, key=_asked):
        run = tuple(side_by_side)
        boxes = tuple(_boxes(asked, run, rows)) if asked and len(run) > 1 else ()
        found += boxes or run
    return tuple(found)


def is_ticked(column: Column, cell: str) -> bool:
    """Whether a cell of a box says that its option was chosen; a box of own words is ticked by any."""
    said = cell.casefold()
    if column.own:
        return bool(said) and said not in _LEFT
    return said in _TICKED or said == column.labels[0].casefold()


def _asked(column: Column) -> str:
    headed = _HEADED.fullmatch(column.name)
    return headed["asked"] if headed else ""


def _option(column: Column) -> str:
    """What stands in the brackets of `Hur kom du hit? [Buss]`."""
    headed = _HEADED.fullmatch(column.name)
    return headed["option"].strip() if headed else column.name


def is_beside(column: Column) -> bool:
    """Whether a column holds what somebody wrote beside the options: `Hur kom du hit? [Annat]`."""
    return _BESIDE.fullmatch(_option(column)) is not None


def _boxes(asked: str, run: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[Column]:
    """The run as boxes; nothing where it is a table of questions, such as one scale for each row."""
    plain = [column for column in run if _is_box(column, rows)]
    written = [column for column in run if column not in plain]
    if not plain or not all(column.guessed for column in run) or not all(map(is_beside, written)):
        return
    seen = [column for column in plain if column.n]
    filled = [[bool(row[column.place]) for column in seen] for row in rows]
    told = any(row[column.place].casefold() in _LEFT for column in seen for row in rows)
    if not any(map(any, filled)) or (told and any(any(one) and not all(one) for one in filled)):
        return
    for column in run:
        labels, own = (_option(column),), column in written
        box = replace(column, kind="multi", labels=labels, asked=asked, own=own)
        n = sum(is_ticked(box, row[column.place]) for row in rows)
        yield replace(box, counts={_option(column): n}, separator=None)


def _is_box(column: Column, rows: Sequence[Sequence[str]]) -> bool:
    option = _option(column).casefold()
    said = {row[column.place].casefold() for row in rows} - {""}
    return said <= _TICKED | _LEFT | {option}
