"""Organisers in chat: one-time codes, and which chats they have linked. Chats are known by a keyed hash only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, insert, or_, select, update

from surveys.store.answering import forget_unlinked
from surveys.store.auditing import write_audit
from surveys.store.columns import dump
from surveys.store.schema import organiser, organiser_code, survey
from surveys.store.statements import insert_new
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code, by its hash, for whoever shall follow a survey in chat."""

    survey_id: int
    code_hash: str
    now_ms: int
    expires_ms: int


@dataclass(frozen=True, slots=True)
class Redemption:
    """A chat gives a code."""

    code_hash: str
    bot_id: int
    hmac: str
    now_ms: int


@each
async def invite(connection: AsyncConnection, invitation: Invitation) -> None:
    """Keep a new code; those that have run out go."""
    await connection.execute(
        delete(organiser_code).where(organiser_code.c.expires_ms <= invitation.now_ms)
    )
    row = {
        "code_hash": invitation.code_hash,
        "survey_id": invitation.survey_id,
        "expires_ms": invitation.expires_ms,
    }
    await connection.execute(insert(organiser_code), [row])


@each
async def redeem(connection: AsyncConnection, given: Redemption) -> str | None:
    """Link the chat, once; the survey's join code. None when the code does not hold.

    A chat that gives the same code again, because its update came again, has linked itself already.
    """
    query = (
        select(organiser_code, survey.c.code)
        .join(survey, survey.c.id == organiser_code.c.survey_id)
        .where(
            organiser_code.c.code_hash == given.code_hash,
            organiser_code.c.expires_ms > given.now_ms,
            or_(organiser_code.c.used_by.is_(None), organiser_code.c.used_by == given.hmac),
        )
        .with_for_update(of=organiser_code)
    )
    found = (await connection.execute(query)).mappings().first()
    if found is None:
        return None
    row = {
        "survey_id": found["survey_id"],
        "bot_id": given.bot_id,
        "address_hmac": given.hmac,
    }
    if found["used_by"] is None:
        await connection.execute(insert_new(connection.dialect.name, organiser), [row])
        await connection.execute(
            update(organiser_code)
            .where(organiser_code.c.code_hash == given.code_hash)
            .values(used_by=given.hmac)
        )
        await write_audit(connection, found["survey_id"], given.now_ms, "chat linked", None, "{}")
    return str(found["code"])


@each
async def revoke(connection: AsyncConnection, wish: tuple[int, int]) -> int:
    """No chat follows the survey or its series any more, no code leads to them; how many chats did."""
    survey_id, now_ms = wish
    named = survey.alias("named")
    query = (
        select(survey.c.id)
        .join(named, or_(named.c.id == survey.c.id, named.c.series == survey.c.series))
        .where(named.c.id == survey_id)
    )
    ids = list((await connection.execute(query)).scalars())
    chats = select(organiser.c.bot_id, organiser.c.address_hmac).where(
        organiser.c.survey_id.in_(ids)
    )
    number = len((await connection.execute(chats.distinct())).all())
    for table in (organiser_code, organiser):
        await connection.execute(delete(table).where(table.c.survey_id.in_(ids)))
    await forget_unlinked(connection)
    counts = dump({"chats": number})
    await write_audit(connection, survey_id, now_ms, "chats unlinked", None, counts)
    return number


@each
async def unlink(connection: AsyncConnection, chat: tuple[int, str]) -> int:
    """The chat (bot, hash) follows nothing any more; how many surveys it did. Its used codes go too."""
    bot_id, hmac = chat
    await connection.execute(delete(organiser_code).where(organiser_code.c.used_by == hmac))
    gone = await connection.execute(
        delete(organiser).where(organiser.c.bot_id == bot_id, organiser.c.address_hmac == hmac)
    )
    await forget_unlinked(connection)
    return gone.rowcount


async def followed(connection: AsyncConnection, bot_id: int, hmac: str) -> list[str]:
    """Join codes of the surveys a chat follows, newest first: those it was linked to and their series."""
    linked = survey.alias("linked")
    query = (
        select(survey.c.code)
        .distinct()
        .add_columns(survey.c.id)
        .join(linked, or_(linked.c.id == survey.c.id, linked.c.series == survey.c.series))
        .join(organiser, organiser.c.survey_id == linked.c.id)
        .where(
            and_(organiser.c.bot_id == bot_id, organiser.c.address_hmac == hmac),
            survey.c.purged == 0,
        )
        .order_by(survey.c.id.desc())
    )
    return [code for code, _ in await connection.execute(query)]
