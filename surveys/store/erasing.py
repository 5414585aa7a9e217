"""A person's erasure, until closing: answers, log, photos, replies under way, and that they took part."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from surveys.conversation.values import cells, decode
from surveys.store.schema import (
    answer,
    answer_event,
    applied,
    erasure,
    file,
    outbox,
    participation,
    response,
)
from surveys.store.turn_rows import TallyKey, TurnRows
from surveys.store.writer import each

if TYPE_CHECKING:
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


@each
async def erase(connection: AsyncConnection, wish: AtAddress | WithReceipt) -> int:
    """Erase; the number of answers that went, on the path or off it. 0 when there is nobody."""
    query = select(
        participation.c.id, participation.c.survey_id, participation.c.response_id
    ).where(wish.condition())
    found = (await connection.execute(query.with_for_update())).all()
    total = 0
    for person, survey_id, response_id in found:
        await _forget_person(connection, person)
        said, files = 0, 0
        if response_id is not None:
            said, files = await _forget_response(connection, survey_id, response_id)
        total += said
        row = {"survey_id": survey_id, "day_ms": wish.day_ms, "answers": said, "files": files}
        await connection.execute(insert(erasure), [row])
    return total


async def _forget_person(connection: AsyncConnection, person: int) -> None:
    for table in (outbox, applied):
        await connection.execute(delete(table).where(table.c.participation_id == person))
    await connection.execute(delete(participation).where(participation.c.id == person))


async def _forget_response(
    connection: AsyncConnection, survey_id: int, response_id: str
) -> tuple[int, int]:
    """How many answers and files went. Others who shared the response stand at the beginning again."""
    await connection.execute(
        update(participation)
        .where(participation.c.response_id == response_id)
        .values(response_id=None, begun=0, focus_question=None, focus_turn=None, changing=0)
    )
    query = select(answer).where(answer.c.response_id == response_id)
    rows = (await connection.execute(query)).mappings().all()
    await TurnRows.add_tallies(connection, _lowered(survey_id, rows))
    files = await _forget_files(connection, response_id)
    for table in (answer, answer_event):
        await connection.execute(delete(table).where(table.c.response_id == response_id))
    await connection.execute(delete(response).where(response.c.id == response_id))
    return sum(row["said"] for row in rows), files


def _lowered(survey_id: int, rows: Any) -> dict[TallyKey, int]:
    deltas: dict[TallyKey, int] = {}
    for row in rows:
        if row["active"]:
            for cell in cells(decode(json.loads(row["value_json"]))):
                key = (survey_id, row["question"], row["turn"], cell)
                deltas[key] = deltas.get(key, 0) - 1
    return deltas


async def _forget_files(connection: AsyncConnection, response_id: str) -> int:
    """Also the photos of answers that were replaced later: the log still names them."""
    query = select(answer_event.c.value_json).where(
        answer_event.c.response_id == response_id,
        answer_event.c.value_json.contains('"kind":"photo"'),
    )
    named = {json.loads(text)["file"] for text in (await connection.execute(query)).scalars()}
    gone = await connection.execute(delete(file).where(file.c.id.in_(sorted(named))))
    return gone.rowcount
