"""A person's erasure, until closing: answers, log, files, replies under way, and that they took part.

Devices that share a response share its erasure too: whoever of them asks, all of it goes, and the others stand at the
beginning, as if they had only just arrived.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from surveys.conversation.values import decode, is_answer
from surveys.store.dialogue.handouts import forget_handed
from surveys.store.dialogue.rounds import forget_clocks
from surveys.store.edition_ends import unlink
from surveys.store.hand import forget_unsaid
from surveys.store.naming import predecessor, supersede
from surveys.store.schema import (
    answer,
    answer_event,
    applied,
    erasure,
    file,
    outbox,
    participation,
    private_answer,
    reminder,
    response,
    survey,
)
from surveys.store.tallying import (
    DrawnKey,
    TallyKey,
    add_drawn,
    add_tallies,
    count_drawn,
    count_responses,
)
from surveys.store.turn_rows import file_of
from surveys.store.writer import each

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.records import Address


@dataclass(frozen=True, slots=True)
class AtAddress:
    """Erase whoever answers from here."""

    survey_id: int
    address: Address
    day_ms: int | None

    def condition(self) -> ColumnElement[bool]:
        """The participation meant."""
        return (
            (participation.c.survey_id == self.survey_id)
            & (participation.c.channel == self.address.channel)
            & (participation.c.bot_id == self.address.bot_id)
            & (participation.c.address_hmac == self.address.hmac)
        )


@dataclass(frozen=True, slots=True)
class WithReceipt:
    """Erase whoever was given this receipt."""

    receipt_hash: str
    day_ms: int | None

    def condition(self) -> ColumnElement[bool]:
        """The participation meant."""
        return participation.c.receipt_hash == self.receipt_hash


BEGINNING = {
    "response_id": None,
    "seat": 0,
    "begun": 0,
    "focus_question": None,
    "focus_turn": None,
    "changing": 0,
    "draft_json": "[]",
    "receipt_hash": None,
}
"""Where a participation stands that has not begun."""


@each
async def erase(connection: AsyncConnection, wish: AtAddress | WithReceipt) -> int:
    """Erase; the number of answers that went, on the path or off it. 0 when there is nobody."""
    surveys = select(participation.c.survey_id).where(wish.condition())
    await lock_surveys(connection, (await connection.execute(surveys)).scalars())
    query = (
        select(participation.c.id, participation.c.survey_id, participation.c.response_id)
        .where(wish.condition())
        .order_by(participation.c.id)
        .with_for_update()
    )
    total = 0
    for person, survey_id, response_id in (await connection.execute(query)).all():
        said, files = 0, 0
        if response_id is not None:
            said, files = await forget_response(connection, response_id)
        await _forget_person(connection, person)
        total += said
        row = {"survey_id": survey_id, "day_ms": wish.day_ms, "answers": said, "files": files}
        await connection.execute(insert(erasure), [row])
        await forget_unsaid(connection, survey_id)
    return total


async def lock_surveys(connection: AsyncConnection, survey_ids: Iterable[int]) -> None:
    """Hold these surveys against everybody else who writes in them: before any other lock is taken."""
    query = (
        select(survey.c.id)
        .where(survey.c.id.in_(sorted(set(survey_ids))))
        .order_by(survey.c.id)
        .with_for_update()
    )
    await connection.execute(query)


async def _forget_person(connection: AsyncConnection, person: int) -> None:
    for table in (outbox, applied, reminder):
        await connection.execute(delete(table).where(table.c.participation_id == person))
    await connection.execute(delete(participation).where(participation.c.id == person))


async def forget_response(connection: AsyncConnection, response_id: str) -> tuple[int, int]:
    """How many answers and files went. Every device that shared the response stands at the beginning."""
    found = await connection.execute(select(response).where(response.c.id == response_id))
    mine = found.mappings().first()
    if mine is None:
        return 0, 0
    tallies: dict[TallyKey, int] = {}
    drawn: dict[DrawnKey, int] = {}
    if not mine["superseded"]:
        await count_responses(connection, {response_id: -1}, tallies)
    count_drawn(mine["survey_id"], json.loads(mine["facts_json"]), -1, drawn)
    await forget_handed(connection, mine["survey_id"], response_id)
    await forget_clocks(connection, response_id)
    heir = await predecessor(connection, response_id)
    await supersede(connection, {heir: False} if heir is not None else {}, tallies)
    await add_tallies(connection, tallies)
    await add_drawn(connection, drawn)
    said = select(answer.c.question).where(answer.c.response_id == response_id, answer.c.said == 1)
    number = len((await connection.execute(said)).all())
    private, files = await _forget_devices(connection, response_id)
    files |= await _logged_files(connection, response_id)
    gone = await connection.execute(delete(file).where(file.c.id.in_(sorted(files))))
    await unlink(connection, response_id)
    for table in (answer, answer_event):
        await connection.execute(delete(table).where(table.c.response_id == response_id))
    await connection.execute(delete(response).where(response.c.id == response_id))
    return number + private, gone.rowcount


async def _forget_devices(connection: AsyncConnection, response_id: str) -> tuple[int, set[str]]:
    """What the devices kept to themselves goes too: how many answers it was, and its files."""
    devices = select(participation.c.id).where(participation.c.response_id == response_id)
    ids = list((await connection.execute(devices)).scalars())
    query = select(private_answer.c.value_json).where(private_answer.c.participation_id.in_(ids))
    values = [decode(json.loads(text)) for text in (await connection.execute(query)).scalars()]
    # Replies under way say what was answered.
    for table in (private_answer, outbox):
        await connection.execute(delete(table).where(table.c.participation_id.in_(ids)))
    await connection.execute(
        update(participation).where(participation.c.id.in_(ids)).values(BEGINNING)
    )
    files = {name for value in values if (name := file_of(value)) is not None}
    return sum(is_answer(value) for value in values), files


async def _logged_files(connection: AsyncConnection, response_id: str) -> set[str]:
    """Also those of answers that were replaced later: the log still names them."""
    values = answer_event.c.value_json
    query = select(values).where(
        answer_event.c.response_id == response_id,
        values.contains('"kind":"photo"') | values.contains('"kind":"document"'),
    )
    found = [decode(json.loads(text)) for text in (await connection.execute(query)).scalars()]
    return {name for value in found if (name := file_of(value)) is not None}
