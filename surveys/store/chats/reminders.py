"""Reminders: who began, fell silent and may be reminded once.

Nobody waits in a list: who is due is read from the participations themselves, so that going on, finishing, erasing and
closing need nothing undone. A row says what must not be forgotten for as long as somebody takes part: that they
have had their reminder, or want none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, exists, insert, or_, select, update

from surveys.store.columns import dump
from surveys.store.schema import outbox, participation, reminder, response, survey
from surveys.store.statements import insert_new
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.records import Address


@dataclass(frozen=True, slots=True)
class Idle:
    """Who is meant: silent since `silent_ms`, but not since before `forgotten_ms`, in a survey that stays open
    beyond `closing_ms`. Milliseconds.
    """

    bot_id: int
    now_ms: int
    silent_ms: int
    forgotten_ms: int
    closing_ms: int


@dataclass(frozen=True, slots=True)
class Queueing:
    """Remind these people: what goes into the outbox, by participation."""

    idle: Idle
    intents: Mapping[int, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Going:
    """The reminder of one person is about to be sent."""

    participation_id: int
    now_ms: int
    closing_ms: int


_OTHER = participation.alias("other_device")
_UNFINISHED = and_(
    participation.c.begun == 1,
    participation.c.reachable == 1,
    participation.c.address.is_not(None),
    response.c.complete == 0,
)

_STOPPED = (
    select(reminder.c.participation_id)
    .join(participation, participation.c.id == reminder.c.participation_id)
    .where(
        participation.c.channel == bindparam("channel"),
        participation.c.bot_id == bindparam("bot_id"),
        participation.c.address_hmac == bindparam("hmac"),
        reminder.c.stopped == 1,
    )
    .limit(1)
)


def _open_beyond(now_ms: int, closing_ms: int) -> ColumnElement[bool]:
    return and_(
        survey.c.closed_ms.is_(None),
        or_(survey.c.opens_ms.is_(None), survey.c.opens_ms <= now_ms),
        or_(survey.c.closes_ms.is_(None), survey.c.closes_ms > closing_ms),
    )


def _idle_people(idle: Idle) -> Select[Any]:
    """A response that somebody else goes on with, on another device, is not forgotten."""
    elsewhere = exists().where(
        _OTHER.c.response_id == participation.c.response_id,
        _OTHER.c.touched_ms > idle.silent_ms,
    )
    return (
        select(participation.c.id, survey.c.code)
        .join(survey, survey.c.id == participation.c.survey_id)
        .join(response, response.c.id == participation.c.response_id)
        .outerjoin(reminder, reminder.c.participation_id == participation.c.id)
        .where(
            participation.c.bot_id == idle.bot_id,
            participation.c.touched_ms > idle.forgotten_ms,
            _UNFINISHED,
            _open_beyond(idle.now_ms, idle.closing_ms),
            reminder.c.participation_id.is_(None),
            ~elsewhere,
        )
    )


async def due_reminders(
    connection: AsyncConnection, idle: Idle, limit: int
) -> list[tuple[int, str]]:
    """(participation, the code of its survey), longest silent first."""
    query = _idle_people(idle).order_by(participation.c.touched_ms, participation.c.id).limit(limit)
    return [(row.id, row.code) for row in await connection.execute(query)]


@each
async def queue_reminders(connection: AsyncConnection, wish: Queueing) -> int:
    """Note that these people have had their reminder, and put it into the outbox; how many it still fitted."""
    query = (
        _idle_people(wish.idle)
        .where(participation.c.id.in_(sorted(wish.intents)))
        .add_columns(participation.c.survey_id)
        .order_by(participation.c.id)
        .with_for_update(of=participation)
    )
    found = {row.id: row.survey_id for row in await connection.execute(query)}
    if not found:
        return 0
    now_ms = wish.idle.now_ms
    rows = [
        {"participation_id": person, "survey_id": survey_id, "reminded_ms": now_ms}
        for person, survey_id in found.items()
    ]
    statement = insert_new(connection.dialect.name, reminder, "participation_id")
    made = await connection.execute(statement, rows)
    people = sorted(made.scalars())
    if people:
        messages = [_message(wish, person, found[person]) for person in people]
        await connection.execute(insert(outbox), messages)
    return len(people)


def _message(wish: Queueing, person: int, survey_id: int) -> dict[str, Any]:
    return {
        "participation_id": person,
        "survey_id": survey_id,
        "bot_id": wish.idle.bot_id,
        "intent_json": dump(dict(wish.intents[person])),
        "state": "pending",
        "due_ms": wish.idle.now_ms,
        "lease_ms": None,
        "attempts": 0,
    }


@each
async def reminder_goes(connection: AsyncConnection, going: Going) -> bool:
    """Whether the reminder still fits and is wanted, just before it is sent; that it is being sent is noted.

    One that no longer fits (the person went on, the survey is about to close) is taken back: they may be reminded
    when they have fallen silent anew.
    """
    query = (
        select(reminder.c.stopped)
        .join(participation, participation.c.id == reminder.c.participation_id)
        .join(survey, survey.c.id == participation.c.survey_id)
        .join(response, response.c.id == participation.c.response_id)
        .where(
            reminder.c.participation_id == going.participation_id,
            _UNFINISHED,
            _open_beyond(going.now_ms, going.closing_ms),
            participation.c.touched_ms < reminder.c.reminded_ms,
        )
        .with_for_update(of=reminder)
    )
    stopped = (await connection.execute(query)).scalar()
    if stopped is None:
        await _take_back(connection, going.participation_id)
    if stopped is None or stopped:
        return False
    mine = reminder.c.participation_id == going.participation_id
    values = {"gone": 1, "reminded_ms": going.now_ms}
    await connection.execute(update(reminder).where(mine).values(values))
    return True


@each
async def take_back_reminder(connection: AsyncConnection, participation_id: int) -> None:
    """It was not sent, and will not be: as if it had never been due."""
    await _take_back(connection, participation_id)


async def _take_back(connection: AsyncConnection, participation_id: int) -> None:
    mine = reminder.c.participation_id == participation_id
    await connection.execute(delete(reminder).where(mine, reminder.c.stopped == 0))


def _people_at(address: Address) -> ColumnElement[bool]:
    return and_(
        participation.c.channel == address.channel,
        participation.c.bot_id == address.bot_id,
        participation.c.address_hmac == address.hmac,
    )


@each
async def stop_reminders(connection: AsyncConnection, address: Address) -> None:
    """No reminder any more to this address, whatever survey it takes part in."""
    query = select(participation.c.id, participation.c.survey_id).where(_people_at(address))
    found = (await connection.execute(query.order_by(participation.c.id))).all()
    rows = [{"participation_id": person, "survey_id": survey_id} for person, survey_id in found]
    if rows:
        await connection.execute(insert_new(connection.dialect.name, reminder), rows)
        people = [row["participation_id"] for row in rows]
        mine = reminder.c.participation_id.in_(people)
        await connection.execute(update(reminder).where(mine).values(stopped=1))


@each
async def allow_reminders(connection: AsyncConnection, address: Address) -> None:
    """They pressed start again: one who has not had their reminder may have it."""
    mine = reminder.c.participation_id.in_(select(participation.c.id).where(_people_at(address)))
    stopped = and_(mine, reminder.c.stopped == 1)
    await connection.execute(delete(reminder).where(stopped, reminder.c.reminded_ms.is_(None)))
    await connection.execute(update(reminder).where(stopped).values(stopped=0))


async def wants_no_reminders(connection: AsyncConnection, address: Address) -> bool:
    """Whether this address has said stop."""
    place = {"channel": address.channel, "bot_id": address.bot_id, "hmac": address.hmac}
    return (await connection.execute(_STOPPED, place)).first() is not None


async def was_reminded_last(connection: AsyncConnection, participation_id: int) -> bool:
    """Whether a reminder is the newest thing that happened to this person."""
    query = (
        select(reminder.c.participation_id)
        .join(participation, participation.c.id == reminder.c.participation_id)
        .where(
            reminder.c.participation_id == participation_id,
            reminder.c.gone == 1,
            participation.c.touched_ms < reminder.c.reminded_ms,
        )
    )
    return (await connection.execute(query)).first() is not None
