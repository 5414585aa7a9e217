"""Updates in, replies out: the inbox and the outbox.

A payload lives no longer than it is needed: it goes when an update is settled and when a reply is sent.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, or_, select, update

from surveys.store.records import InboxUpdate, OutboxMessage
from surveys.store.schema import inbox, outbox, participation
from surveys.store.statements import insert_new
from surveys.store.times import DAY_MS, from_ms
from surveys.store.turns import settle
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy import RowMapping
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
    statement = insert_new(connection.dialect.name, inbox)
    made = await connection.execute(
        statement.returning(inbox.c.bot_id, inbox.c.update_id), [rows[key] for key in sorted(rows)]
    )
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


async def pending_intents(
    connection: AsyncConnection, participation_id: int
) -> list[dict[str, object]]:
    """What waits to be sent to the participation, oldest first."""
    query = (
        select(outbox.c.intent_json)
        .where(outbox.c.participation_id == participation_id, outbox.c.state == "pending")
        .order_by(outbox.c.id)
    )
    return [json.loads(body) for body in (await connection.execute(query)).scalars()]


@dataclass(frozen=True, slots=True)
class Claim:
    """A wish for messages to send."""

    bot_id: int
    now_ms: int
    lease_ms: int
    limit: int


@each
async def claim(connection: AsyncConnection, wish: Claim) -> list[OutboxMessage]:
    """Lease what is due: the oldest pending row of each participation, and never two of one."""
    oldest = (
        select(func.min(outbox.c.id))
        .where(outbox.c.bot_id == wish.bot_id, outbox.c.state == "pending")
        .group_by(outbox.c.participation_id)
    )
    query = (
        select(outbox, participation.c.address)
        .join(participation, participation.c.id == outbox.c.participation_id)
        .where(
            outbox.c.id.in_(oldest),
            outbox.c.due_ms <= wish.now_ms,
            or_(outbox.c.lease_ms.is_(None), outbox.c.lease_ms <= wish.now_ms),
            participation.c.address.is_not(None),
        )
        .order_by(outbox.c.id)
        .limit(wish.limit)
        .with_for_update(of=outbox, skip_locked=True)
    )
    rows = (await connection.execute(query)).mappings().all()
    lease_until = wish.now_ms + wish.lease_ms
    if rows:
        await connection.execute(
            update(outbox)
            .where(outbox.c.id.in_([row["id"] for row in rows]))
            .values(lease_ms=lease_until, attempts=outbox.c.attempts + 1)
        )
    return [_message(row, lease_until) for row in rows]


def _message(row: RowMapping, lease_until: int) -> OutboxMessage:
    return OutboxMessage(
        id=row["id"],
        participation_id=row["participation_id"],
        survey_id=row["survey_id"],
        bot_id=row["bot_id"],
        address=row["address"],
        intent=json.loads(row["intent_json"]),
        attempts=row["attempts"] + 1,
        lease_until=from_ms(lease_until),
    )


@each
async def sent(connection: AsyncConnection, receipt: tuple[int, int | None]) -> None:
    """Drop the payload; remember the message's number with the participation, when there is one."""
    number, message_id = receipt
    await _end(connection, number, "sent")
    if message_id is not None:
        whose = select(outbox.c.participation_id).where(outbox.c.id == number).scalar_subquery()
        await connection.execute(
            update(participation).where(participation.c.id == whose).values(last_message=message_id)
        )


@each
async def drop_message(connection: AsyncConnection, number: int) -> None:
    """Give a message up; its payload goes."""
    await _end(connection, number, "dropped")


async def _end(connection: AsyncConnection, number: int, state: str) -> None:
    await connection.execute(
        update(outbox)
        .where(outbox.c.id == number)
        .values(state=state, intent_json=None, lease_ms=None)
    )


@each
async def retry_message(connection: AsyncConnection, wish: tuple[int, int]) -> None:
    """Let a claimed message wait until `due` (ms)."""
    number, due = wish
    await connection.execute(
        update(outbox)
        .where(outbox.c.id == number, outbox.c.state == "pending")
        .values(due_ms=due, lease_ms=None)
    )


@each
async def release_messages(connection: AsyncConnection, bot_id: int) -> None:
    """Take every lease of this bot back: its only sender has just started, so the holder is dead."""
    await connection.execute(
        update(outbox)
        .where(outbox.c.bot_id == bot_id, outbox.c.state == "pending")
        .values(lease_ms=None)
    )


@each
async def set_reachable(connection: AsyncConnection, wish: tuple[int, bool]) -> None:
    """Whether messages reach the participation."""
    number, reachable = wish
    await connection.execute(
        update(participation).where(participation.c.id == number).values(reachable=int(reachable))
    )


@each
async def set_last_message(connection: AsyncConnection, wish: tuple[int, int | None]) -> None:
    """The number of the message that shows the current screen."""
    number, message_id = wish
    await connection.execute(
        update(participation).where(participation.c.id == number).values(last_message=message_id)
    )
