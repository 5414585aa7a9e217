"""Rounds of talk: when each is over, and who is then to be told. A clock is written with the turn that sets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, insert, select, update

from surveys.store.columns import dump
from surveys.store.schema import outbox, participation, survey
from surveys.store.statements import insert_or_replace
from surveys.store.tables.rounds import round_clock
from surveys.store.times import from_ms, to_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Select
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.records import Turn


_REST = (
    update(round_clock)
    .where(
        round_clock.c.response_id == bindparam("of_response"),
        round_clock.c.turn == bindparam("of_turn"),
    )
    .values(waits=0)
)


class ClockRows:
    """The clocks that a batch of turns sets, and those it lets rest because people have gone on."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], dict[str, Any]] = {}
        self._rest: set[tuple[str, str]] = set()

    def add(self, turn: Turn, response_id: str) -> None:
        """Take in one turn."""
        for name in turn.step.rounds:
            self._rows[response_id, name] = {
                "response_id": response_id,
                "turn": name,
                "survey_id": turn.survey_id,
                "ends_ms": to_ms(turn.step.state.clocks[name]),
                "waits": 1,
            }
            self._rest.discard((response_id, name))
        self._rest.update((response_id, name) for name in turn.step.talked)

    async def write(self, connection: AsyncConnection) -> None:
        """One statement for either, after the responses are there."""
        if self._rows:
            rows = [self._rows[place] for place in sorted(self._rows)]
            await connection.execute(insert_or_replace(connection.dialect.name, round_clock), rows)
        if self._rest:
            places = [{"of_response": of, "of_turn": name} for of, name in sorted(self._rest)]
            await connection.execute(_REST, places)


async def read_clocks(connection: AsyncConnection, response_id: str) -> dict[str, dt.datetime]:
    """When each round of a response that has begun is over, by turn."""
    query = select(round_clock.c.turn, round_clock.c.ends_ms).where(
        round_clock.c.response_id == response_id
    )
    return {turn: from_ms(ends_ms) for turn, ends_ms in await connection.execute(query)}


async def forget_clocks(connection: AsyncConnection, response_id: str) -> None:
    """The response is erased."""
    await connection.execute(delete(round_clock).where(round_clock.c.response_id == response_id))


@dataclass(frozen=True, slots=True)
class TimesUp:
    """Tell these people of a bot that their round is over: what goes into the outbox, by participation."""

    bot_id: int
    now_ms: int
    intents: Mapping[int, Mapping[str, Any]]


def _over(now_ms: int) -> Any:
    return and_(round_clock.c.waits == 1, round_clock.c.ends_ms <= now_ms)


def _people(bot_id: int, now_ms: int) -> Select[Any]:
    """Whoever shares the response and can be written to; of a group that has gone on no clock waits."""
    return (
        select(participation.c.id, participation.c.survey_id, survey.c.code)
        .join(round_clock, round_clock.c.response_id == participation.c.response_id)
        .join(survey, survey.c.id == participation.c.survey_id)
        .where(
            _over(now_ms),
            participation.c.bot_id == bot_id,
            participation.c.address.is_not(None),
            participation.c.reachable == 1,
            survey.c.closed_ms.is_(None),
        )
        .order_by(participation.c.id)
    )


async def rounds_over(
    connection: AsyncConnection, bot_id: int, now_ms: int
) -> list[tuple[int, str]] | None:
    """(participation, join code) of those to be told; None where no clock has run out."""
    waiting = select(round_clock.c.turn).where(_over(now_ms)).limit(1)
    if (await connection.execute(waiting)).first() is None:
        return None
    found = await connection.execute(_people(bot_id, now_ms))
    return [(row.id, row.code) for row in found]


@each
async def tell_rounds(connection: AsyncConnection, wish: TimesUp) -> int:
    """Put it into the outbox, once, and let the clocks rest; how many it still concerned."""
    found = (await connection.execute(_people(wish.bot_id, wish.now_ms))).all()
    rows = [
        {
            "participation_id": row.id,
            "survey_id": row.survey_id,
            "bot_id": wish.bot_id,
            "intent_json": dump(dict(wish.intents[row.id])),
            "state": "pending",
            "due_ms": wish.now_ms,
            "lease_ms": None,
            "attempts": 0,
        }
        for row in found
        if row.id in wish.intents
    ]
    if rows:
        await connection.execute(insert(outbox), rows)
    await connection.execute(update(round_clock).where(_over(wish.now_ms)).values(waits=0))
    return len(rows)
