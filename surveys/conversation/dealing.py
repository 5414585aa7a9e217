"""Numbered paper forms, where chance deals questions out: what stands on each follows from its number alone.

Numbers go around: forms that are handed out one after another hold each item, and each statement, as evenly as can be.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from surveys.conversation.drawing import sampled
from surveys.conversation.handing import pool_of
from surveys.conversation.routing import Pool
from surveys.statements import seeds, statement_questions

if TYPE_CHECKING:
    from surveys.survey import Survey

LARGEST = 9999
_LETTERS = "ABCDEFGHJKLMNPRSTUVXY"
_WRITTEN = re.compile(r"0*([1-9]\d{0,3})\s*[-–]?\s*([a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deal:
    """What stands on one form: items by dimension, statements by question; what is missing stands there whole."""

    drawn: Mapping[str, tuple[str, ...]]
    statements: Mapping[str, tuple[str, ...]]

    def pools(self, pools: Mapping[str, Pool]) -> dict[str, Pool]:
        """Of the statements as they stand those on the form: all of them lie before whoever filled it in."""
        return {name: self._on_form(name, pool) for name, pool in pools.items()}

    def _on_form(self, question: str, pool: Pool) -> Pool:
        named = self.statements.get(question)
        if named is None:
            return pool
        here = [pool.by_id[name] for name in named if name in pool.by_id]
        return Pool(here, most=len(here), chance=min(1.0, len(named) / max(len(pool), 1)))


def deal(survey: Survey, number: int) -> Deal:
    """What stands on the form of this number, from 1."""
    turn, span = number - 1, 1
    drawn = {}
    for dimension in sampled(survey):
        ids = [item.id for item in survey.items(dimension.id)]
        picked = _around(survey, dimension.id, ids, _shifted(turn, span), dimension.sample or 0)
        drawn[dimension.id] = tuple(item for item in ids if item in picked)
        span *= len(ids)
    statements = {}
    for name, own, size in _dealt_statements(survey):
        picked = _around(survey, name, own, _shifted(turn, span), size)
        statements[name] = tuple(each for each in own if each in picked)
        span *= len(own)
    return Deal(drawn, statements)


def _shifted(turn: int, span: int) -> int:
    """A second thing that is dealt goes one step further each time the ones before have been gone through."""
    return turn + turn // span if span > 1 else turn


def undealt(survey: Survey) -> Deal:
    """A form without a number: everything stands there."""
    drawn = {d.id: tuple(item.id for item in survey.items(d.id)) for d in sampled(survey)}
    return Deal(drawn, {name: ids for name, ids, _ in _dealt_statements(survey)})


def _dealt_statements(survey: Survey) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Questions with more statements than everybody gets, the organiser's own, and how many one form holds."""
    for question in statement_questions(survey.questionnaire):
        pool = pool_of(survey, {}, question)
        if not pool.everybody_gets_all:
            own = seeds(survey.questionnaire, survey.fill, question)
            yield question.id, tuple(name for name, _ in own), pool.round


def _around(survey: Survey, what: str, ids: Sequence[str], turn: int, size: int) -> frozenset[str]:
    """So many in a row, in an order of the survey's own that has no end."""
    order = sorted(ids, key=lambda name: _digest(f"{survey.code}/{what}/{name}"))
    start = turn * size
    return frozenset(order[(start + step) % len(order)] for step in range(size))


def written(survey: Survey, number: int) -> str:
    """A number as it stands on the form: its letter tells when it was misread, or belongs to another survey.

    >>> _WRITTEN.fullmatch("017 k").groups()
    ('17', 'k')
    """
    return f"{number}-{_letter(survey, number)}"


def number_in(survey: Survey, text: str) -> int | None:
    """The number that was read off a form; None when the letter is not its own.

    Raises ValueError when it is no number with a letter.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise ValueError("no number of a form")
    number = int(found[1])
    return number if found[2].upper() == _letter(survey, number) else None


def _letter(survey: Survey, number: int) -> str:
    return _LETTERS[int(_digest(f"{survey.code}/{number}")[:8], 16) % len(_LETTERS)]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
