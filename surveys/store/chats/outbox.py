"""Replies out: the outbox. A row waits, is claimed under a lease, and ends as sent or dropped.

`unknown` counts the times nobody knows whether the row's message was sent: its sender died holding the lease, or
Telegram's answer never came. It is written before the message is tried again, so that a crash forgets no doubt.
A row's payload goes when the row ends.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, case, delete, exists, literal_column, or_, select, update

from surveys.store.records import OutboxMessage, Shown, Waiting
from surveys.store.schema import outbox, participation
from surveys.store.times import from_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, RowMapping
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.records import Address

_earlier = outbox.alias("earlier")
PENDING: ColumnElement[str] = literal_column("'pending'")
"""Written out: given as a parameter, SQLite plans the statement anew each time, to see whether its index fits."""
_MINE = and_(outbox.c.bot_id == bindparam("of_bot"), outbox.c.state == PENDING)
_IS_FIRST = ~exists().where(
    _earlier.c.bot_id == bindparam("of_bot"),
    _earlier.c.state == PENDING,
    _earlier.c.participation_id == outbox.c.participation_id,
    _earlier.c.id < outbox.c.id,
)
_DUE = (
    select(
        outbox,
        participation.c.address,
        participation.c.last_message,
        participation.c.asked,
    )
    .join(participation, participation.c.id == outbox.c.participation_id)
    .where(
        _MINE,
        outbox.c.due_ms <= bindparam("now_ms"),
        or_(outbox.c.lease_ms.is_(None), outbox.c.lease_ms <= bindparam("now_ms")),
        participation.c.address.is_not(None),
        _IS_FIRST,
    )
    .order_by(outbox.c.due_ms, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=outbox, skip_locked=True)
)
_WAITING = (
    select(outbox.c.id, outbox.c.participation_id, outbox.c.intent_json)
    .where(_MINE, outbox.c.participation_id.in_(bindparam("people", expanding=True)))
    .order_by(outbox.c.id)
)
_LEASE = (
    update(outbox)
    .where(outbox.c.id == bindparam("of_id"))
    .values(
        lease_ms=bindparam("until_ms"),
        attempts=outbox.c.attempts + 1,
        # A lease that ran out: whoever held it may have sent the message.
        unknown=case((outbox.c.lease_ms.is_(None), outbox.c.unknown), else_=outbox.c.unknown + 1),
    )
)
_END = (
    update(outbox)
    .where(outbox.c.id == bindparam("of_id"))
    .values(state=bindparam("end"), intent_json=None, lease_ms=None)
)
_OF_ROW = update(participation).where(
    participation.c.id
    == select(outbox.c.participation_id).where(outbox.c.id == bindparam("of_row")).scalar_subquery()
)
_SHOWN = _OF_ROW.values(last_message=bindparam("message"))
_ANEW = _OF_ROW.values(last_message=bindparam("message"), edited_s=None)
_ASKED = _OF_ROW.values(
    last_message=bindparam("message"),
    asked=bindparam("question"),
    asked_message=bindparam("message"),
    edited_s=bindparam("edited"),
)
_BEFORE_THEM = (
    select(
        participation.c.id,
        participation.c.last_message,
        participation.c.asked,
        participation.c.asked_message,
        participation.c.edited_s,
        outbox.c.intent_json,
    )
    .select_from(
        participation.outerjoin(
            outbox,
            and_(outbox.c.participation_id == participation.c.id, outbox.c.state == PENDING),
        )
    )
    .where(
        participation.c.survey_id == bindparam("survey_id"),
        participation.c.channel == bindparam("channel"),
        participation.c.bot_id == bindparam("bot_id"),
        participation.c.address_hmac == bindparam("hmac"),
    )
    .order_by(outbox.c.id)
)
_PUT_OFF = (
    update(outbox)
    .where(outbox.c.id == bindparam("of_id"), outbox.c.state == PENDING)
    .values(
        due_ms=bindparam("due"),
        lease_ms=None,
        attempts=outbox.c.attempts + bindparam("tried"),
        unknown=outbox.c.unknown + bindparam("doubts"),
    )
)


async def shown(connection: AsyncConnection, survey_id: int, address: Address) -> Shown | None:
    """What somebody has been shown and what waits for them; None before they have been met."""
    place = {
        "survey_id": survey_id,
        "channel": address.channel,
        "bot_id": address.bot_id,
        "hmac": address.hmac,
    }
    rows = (await connection.execute(_BEFORE_THEM, place)).all()
    if not rows:
        return None
    waiting = tuple(json.loads(row.intent_json) for row in rows if row.intent_json is not None)
    number, last_message, asked, asked_message, edited_s, _ = rows[0]
    return Shown(number, last_message, asked, asked_message, edited_s, waiting)


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
    asked = {"of_bot": wish.bot_id, "now_ms": wish.now_ms, "most": wish.limit}
    rows = (await connection.execute(_DUE, asked)).mappings().all()
    if not rows:
        return []
    until = wish.now_ms + wish.lease_ms
    await connection.execute(_LEASE, [{"of_id": row["id"], "until_ms": until} for row in rows])
    behind = await _behind(connection, wish.bot_id, rows)
    return [_message(row, until, behind) for row in rows]


async def _behind(
    connection: AsyncConnection, bot_id: int, rows: Sequence[RowMapping]
) -> dict[int, list[Waiting]]:
    """What waits behind the claimed rows, by participation."""
    first = {row["id"] for row in rows}
    people = [row["participation_id"] for row in rows]
    behind: dict[int, list[Waiting]] = {}
    waiting = await connection.execute(_WAITING, {"of_bot": bot_id, "people": people})
    for number, person, body in waiting:
        if number not in first:
            behind.setdefault(person, []).append(Waiting(number, json.loads(body)))
    return behind


def _message(row: RowMapping, until: int, behind: dict[int, list[Waiting]]) -> OutboxMessage:
    ran_out = row["lease_ms"] is not None
    return OutboxMessage(
        id=row["id"],
        participation_id=row["participation_id"],
        survey_id=row["survey_id"],
        bot_id=row["bot_id"],
        address=row["address"],
        intent=json.loads(row["intent_json"]),
        attempts=row["attempts"] + 1,
        lease_until=from_ms(until),
        unknown=row["unknown"] + int(ran_out),
        last_message=row["last_message"],
        asked=row["asked"],
        behind=tuple(behind.get(row["participation_id"], ())),
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """Rows shown by one message: `message_id` None when it is not known.

    `asks`: the question that it is the first to show; see `Shown.edited_s`. `is_new`: it was not there before.
    """

    numbers: tuple[int, ...]
    message_id: int | None = None
    asks: str | None = None
    edited_s: int | None = None
    is_new: bool = True


async def sent(connection: AsyncConnection, receipts: Sequence[Sent]) -> Sequence[None]:
    """Drop the payloads; remember the messages' numbers with the participations."""
    await _end(connection, [number for each in receipts for number in each.numbers], "sent")
    rows: dict[Any, list[dict[str, Any]]] = {}
    for receipt in receipts:
        if receipt.message_id is not None:
            row: dict[str, Any] = {"of_row": receipt.numbers[0], "message": receipt.message_id}
            statement = _ANEW if receipt.is_new else _SHOWN
            if receipt.asks is not None:
                statement = _ASKED
                row |= {"question": receipt.asks, "edited": receipt.edited_s}
            rows.setdefault(statement, []).append(row)
    for statement, group in rows.items():
        await connection.execute(statement, group)
    return [None] * len(receipts)


async def drop(connection: AsyncConnection, messages: Sequence[tuple[int, ...]]) -> Sequence[None]:
    """Give messages up; their payloads go."""
    await _end(connection, [number for numbers in messages for number in numbers], "dropped")
    return [None] * len(messages)


async def _end(connection: AsyncConnection, numbers: Sequence[int], state: str) -> None:
    rows: list[dict[str, Any]] = [{"of_id": number, "end": state} for number in numbers]
    await connection.execute(_END, rows)


@dataclass(frozen=True, slots=True)
class Later:
    """A claimed row goes back until `due_ms`. `tried` -1 takes the attempt back; `doubts` adds to `unknown`."""

    number: int
    due_ms: int
    tried: int = 0
    doubts: int = 0


async def put_off(connection: AsyncConnection, wishes: Sequence[Later]) -> Sequence[None]:
    """Let claimed messages wait."""
    rows = [
        {"of_id": each.number, "due": each.due_ms, "tried": each.tried, "doubts": each.doubts}
        for each in wishes
    ]
    await connection.execute(_PUT_OFF, rows)
    return [None] * len(wishes)


@each
async def release(connection: AsyncConnection, bot_id: int) -> None:
    """Take every lease of this bot back: its only sender has just started, so the holder is dead.

    What it held it may have sent.
    """
    await connection.execute(
        update(outbox)
        .where(
            outbox.c.bot_id == bot_id,
            outbox.c.state == PENDING,
            outbox.c.lease_ms.is_not(None),
        )
        .values(lease_ms=None, unknown=outbox.c.unknown + 1)
    )


@each
async def set_reachable(connection: AsyncConnection, wish: tuple[int, bool]) -> None:
    """Whether messages reach the participation; what waits for one that they do not reach is dropped."""
    number, reachable = wish
    await connection.execute(
        update(participation).where(participation.c.id == number).values(reachable=int(reachable))
    )
    if not reachable:
        await connection.execute(
            update(outbox)
            .where(outbox.c.participation_id == number, outbox.c.state == PENDING)
            .values(state="dropped", intent_json=None, lease_ms=None)
        )


@each
async def forget_ended(connection: AsyncConnection, wish: tuple[int, int]) -> None:
    """Rows that ended before a moment (ms): nobody asks for them any more."""
    bot_id, before_ms = wish
    await connection.execute(
        delete(outbox).where(
            outbox.c.bot_id == bot_id, outbox.c.state != "pending", outbox.c.due_ms < before_ms
        )
    )
