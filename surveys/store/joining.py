"""Several devices on one response: a device joins with the receipt code of one that takes part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from surveys.conversation.values import is_answer
from surveys.errors import AlreadyAnswered, NotOpen
from surveys.store.erasing import BEGINNING, forget_response, lock_surveys
from surveys.store.loading import load, private_answers
from surveys.store.schema import answer, participation, private_answer, response, survey
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy import RowMapping
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.records import Address, Loaded


@dataclass(frozen=True, slots=True)
class Joining:
    """Let whoever answers from `address` share the response of the holder of `receipt_hash`."""

    survey_id: int
    address: Address
    receipt_hash: str
    own_receipt_hash: str
    at_ms: int
    language: str | None


@each
async def join(connection: AsyncConnection, wish: Joining) -> Loaded | None:
    """Join; None when nobody in the survey has the receipt. Joining twice is joining once."""
    await lock_surveys(connection, [wish.survey_id])
    await _require_open(connection, wish.survey_id)
    shared = await _shared(connection, wish)
    if shared is None:
        return None
    own = await _own(connection, wish)
    if own is None or own["response_id"] != shared:
        if own is not None and own["response_id"] is not None:
            await _leave(connection, own)
        await _sit_down(connection, wish, own, shared)
        await _touch(connection, shared)
    return await load(connection, wish.survey_id, wish.address)


async def _require_open(connection: AsyncConnection, survey_id: int) -> None:
    query = select(survey.c.id).where(survey.c.id == survey_id, survey.c.closed_ms.is_(None))
    if (await connection.execute(query)).first() is None:
        raise NotOpen("the survey takes no answers")


async def _shared(connection: AsyncConnection, wish: Joining) -> str | None:
    query = select(participation.c.response_id).where(
        participation.c.survey_id == wish.survey_id,
        participation.c.receipt_hash == wish.receipt_hash,
    )
    found: str | None = (await connection.execute(query)).scalar()
    return found


async def _own(connection: AsyncConnection, wish: Joining) -> RowMapping | None:
    query = select(participation).where(
        participation.c.survey_id == wish.survey_id,
        participation.c.channel == wish.address.channel,
        participation.c.bot_id == wish.address.bot_id,
        participation.c.address_hmac == wish.address.hmac,
    )
    return (await connection.execute(query)).mappings().first()


async def _leave(connection: AsyncConnection, own: RowMapping) -> None:
    """Let go of a response without an answer; others who share it keep it."""
    said = select(answer.c.question).where(
        answer.c.response_id == own["response_id"], answer.c.said == 1
    )
    kept = await private_answers(connection, own["id"])
    if (await connection.execute(said)).first() is not None or any(map(is_answer, kept.values())):
        raise AlreadyAnswered("this device has answers of its own")
    devices = select(func.count()).where(participation.c.response_id == own["response_id"])
    if (await connection.execute(devices)).scalar_one() == 1:
        await forget_response(connection, own["response_id"])
        return
    await connection.execute(
        delete(private_answer).where(private_answer.c.participation_id == own["id"])
    )
    await _touch(connection, own["response_id"])


async def _sit_down(
    connection: AsyncConnection, wish: Joining, own: RowMapping | None, shared: str
) -> None:
    query = select(func.max(participation.c.seat)).where(participation.c.response_id == shared)
    last: int = (await connection.execute(query)).scalar_one()
    row: dict[str, Any] = {
        **BEGINNING,
        "response_id": shared,
        "seat": last + 1,
        "begun": 1,
        "receipt_hash": wish.own_receipt_hash,
        "address": wish.address.plain,
        "language": await _language(connection, wish, own, shared),
        "touched_ms": wish.at_ms,
    }
    if own is not None:
        await connection.execute(
            update(participation).where(participation.c.id == own["id"]).values(row)
        )
        return
    row |= {
        "survey_id": wish.survey_id,
        "channel": wish.address.channel,
        "bot_id": wish.address.bot_id,
        "address_hmac": wish.address.hmac,
    }
    await connection.execute(insert(participation), [row])


async def _language(
    connection: AsyncConnection, wish: Joining, own: RowMapping | None, shared: str
) -> str:
    """As wished, else as before, else as those who share it."""
    if wish.language is not None:
        return wish.language
    if own is not None:
        return str(own["language"])
    query = select(response.c.language).where(response.c.id == shared)
    language: str = (await connection.execute(query)).scalar_one()
    return language


async def _touch(connection: AsyncConnection, response_id: str) -> None:
    """What was computed for another number of devices no longer holds: such turns are stale."""
    await connection.execute(
        update(response)
        .where(response.c.id == response_id)
        .values(revision=response.c.revision + 1)
    )
