"""The statements of every survey that is voted on, kept in memory: a draw costs no reading of all of them.

What stands in memory follows the store: a board that has changed is read anew, votes are counted as they are stored,
and every board is read again now and then, for what other processes store. Losing it loses nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from surveys.conversation.routing import Pool
from surveys.conversation.values import Choice
from surveys.statements import statement_questions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from surveys.conversation.changes import Step
    from surveys.conversation.state import Key
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import Statements
    from surveys.store.store import Store
    from surveys.survey import Survey

PATIENCE = dt.timedelta(minutes=5)
"""A statement that lies unanswered for so long is handed to others in its place; it can still be answered.

Some thirty times what an answer takes. Shorter costs a hand-out too many, longer leaves statements short at the end:
`bench/coverage.py`."""
AT_ONCE = 64
"""Hand-outs looked at in one turn, to see whether they have lain too long."""
READ_ANEW = dt.timedelta(seconds=30)


@dataclass(slots=True)
class _Kept:
    """One board in memory; `open`: what lies unanswered before whom, and since when, the oldest first."""

    pool: Pool
    edition: int
    read_at: dt.datetime
    open: dict[tuple[str, Key], dt.datetime] = field(default_factory=dict)


class Boards:
    """The pools of statements that conversations draw from."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[tuple[int, str], _Kept] = {}

    async def of(self, survey: Survey, now: dt.datetime) -> Mapping[str, Pool]:
        """The statements of a survey's questions as they stand; nothing where nothing is voted on."""
        voted_on = statement_questions(survey.questionnaire)
        return {each.id: await self._pool(survey, each, now) for each in voted_on}

    async def _pool(self, survey: Survey, question: Statements, now: dt.datetime) -> Pool:
        place = (survey.id, question.id)
        kept = self._kept.get(place)
        edition = await self._store.board_edition(survey.id, question.id)
        if kept is None or kept.edition != edition or now - kept.read_at >= READ_ANEW:
            kept = await self._read(survey, question, now)
            self._kept[place] = kept
        _give_up(kept, now)
        return kept.pool

    async def _read(self, survey: Survey, question: Statements, now: dt.datetime) -> _Kept:
        board = await self._store.board(survey.id, question.id, now - PATIENCE)
        if board is None:  # opened before there were boards
            return _Kept(Pool(()), 0, now)
        people = max(board.people, survey.invited or 0)
        pool = Pool(board.statements, people=people, most=question.max_shown)
        before = self._kept.get((survey.id, question.id))
        return _Kept(pool, board.edition, now, before.open if before is not None else {})

    def take(self, survey: Survey, who: str, step: Step, now: dt.datetime) -> None:
        """Keep what a step hands out from the next one, before it is stored: many begin in the same second."""
        for key in step.handed:
            if (kept := self._kept.get((survey.id, key.question))) is not None:
                kept.pool.hand(key.turn)
                kept.open[who, key] = now

    def give_back(self, survey: Survey, who: str, step: Step) -> None:
        """The step was not stored."""
        for key in step.handed:
            kept = self._kept.get((survey.id, key.question))
            if kept is not None and kept.open.pop((who, key), None) is not None:
                kept.pool.hand(key.turn, -1)

    def count(self, survey: Survey, who: str, step: Step) -> None:
        """The step has been stored: its votes count."""
        for change in step.changes:
            kept = self._kept.get((survey.id, change.key.question))
            if kept is None or change.key not in step.state.handed:
                continue
            kept.pool.count(change.key.turn, _vote(change.was), _vote(change.value))
            waited = kept.open.pop((who, change.key), None) is not None
            if change.was is None and not waited:
                kept.pool.hand(change.key.turn)


def _vote(value: Value | None) -> str | None:
    return value.option if isinstance(value, Choice) else None


def _give_up(kept: _Kept, now: dt.datetime) -> None:
    """What has lain unanswered for too long counts no more."""
    for place, since in list(islice(kept.open.items(), AT_ONCE)):
        if now - since < PATIENCE:
            return
        del kept.open[place]
        kept.pool.hand(place[1].turn, -1)
