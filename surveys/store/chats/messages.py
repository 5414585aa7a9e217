"""Updates in: the inbox. A payload lives no longer than it is needed: it goes when an update is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, select, update

from surveys.store.records import InboxUpdate
from surveys.store.schema import inbox
from surveys.store.statements import insert_new
from surveys.store.times import DAY_MS
from surveys.store.turns import settle
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

_SET_ASIDE = (
    update(inbox)
    .where(
        inbox.c.bot_id == bindparam("of_bot"),
        inbox.c.update_id == bindparam("of_update"),
        inbox.c.state == "new",
    )
    .values(
        state="aside", payload=None, received_ms=inbox.c.received_ms - inbox.c.received_ms % DAY_MS
    )
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Updates that came together."""

    updates: tuple[InboxUpdate, ...]
    at_ms: int


async def receive(connection: AsyncConnection, arrivals: Sequence[Arrival]) -> Sequence[int]:
    """Keep what has not been seen; for each arrival how many of its updates were new."""
    rows: dict[tuple[int, int], dict[str, Any]] = {}
    for arrival in arrivals:
        for each_update in arrival.updates:
            key = each_update.bot_id, each_update.update_id
            rows.setdefault(key, _inbox_row(each_update, arrival.at_ms))
    if not rows:
        return [0] * len(arrivals)
    statement = insert_new(connection.dialect.name, inbox, "bot_id", "update_id")
    made = await connection.execute(statement, [rows[key] for key in sorted(rows)])
    fresh = {(row.bot_id, row.update_id) for row in made}
    return [_count_once(arrival, fresh) for arrival in arrivals]


def _count_once(arrival: Arrival, fresh: set[tuple[int, int]]) -> int:
    """How many of the arrival's updates are fresh; each is counted for the first arrival that has it."""
    mine = {(each.bot_id, each.update_id) for each in arrival.updates} & fresh
    fresh -= mine
    return len(mine)


def _inbox_row(arrived: InboxUpdate, at_ms: int) -> dict[str, Any]:
    return {
        "bot_id": arrived.bot_id,
        "update_id": arrived.update_id,
        "received_ms": at_ms,
        "state": "new",
        "payload": arrived.payload,
    }


async def settle_updates(
    connection: AsyncConnection, keys: Sequence[tuple[int, int]]
) -> Sequence[None]:
    """Mark updates as done."""
    await settle(connection, keys)
    return [None] * len(keys)


async def set_aside_updates(
    connection: AsyncConnection, keys: Sequence[tuple[int, int]]
) -> Sequence[None]:
    """Mark updates as unreadable, so that they block nobody."""
    rows = [{"of_bot": bot, "of_update": number} for bot, number in sorted(set(keys))]
    await connection.execute(_SET_ASIDE, rows)
    return [None] * len(keys)


async def pending_updates(
    connection: AsyncConnection, bot_id: int, after: int, limit: int
) -> list[InboxUpdate]:
    """Updates that nobody has settled, oldest first, with numbers above `after`."""
    query = (
        select(inbox.c.bot_id, inbox.c.update_id, inbox.c.payload)
        .where(inbox.c.bot_id == bot_id, inbox.c.state == "new", inbox.c.update_id > after)
        .order_by(inbox.c.update_id)
        .limit(limit)
    )
    rows = await connection.execute(query)
    return [InboxUpdate(bot, number, payload) for bot, number, payload in rows]


async def highest_update(connection: AsyncConnection, bot_id: int) -> int | None:
    """The highest number ever received for the bot."""
    query = select(func.max(inbox.c.update_id)).where(inbox.c.bot_id == bot_id)
    number: int | None = (await connection.execute(query)).scalar()
    return number


@each
async def forget_updates(connection: AsyncConnection, wish: tuple[int, int]) -> None:
    """Updates done with before a moment (ms): Telegram may use their numbers again after a quiet week."""
    bot_id, before_ms = wish
    await connection.execute(
        delete(inbox).where(
            inbox.c.bot_id == bot_id, inbox.c.state != "new", inbox.c.received_ms < before_ms
        )
    )
