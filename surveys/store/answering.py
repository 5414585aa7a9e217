"""The answer back as it is kept: one draft, and every version that was ever published."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from surveys.answer_back import AnswerBack, Version
from surveys.errors import StaleDraft
from surveys.store.auditing import write_audit
from surveys.store.columns import dump
from surveys.store.lifetime import Lifetime
from surveys.store.schema import organiser, survey
from surveys.store.statements import insert_new, insert_or_replace
from surveys.store.tables.answers import answer_back, answer_draft, nudged, organiser_reach
from surveys.store.times import day_of, from_ms, to_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """What is being written of a survey's answer, as it was typed. Revision 0: nothing has been saved."""

    survey_id: int
    content: Mapping[str, Any]
    revision: int = 0


@dataclass(frozen=True, slots=True)
class _Publishing:
    survey_id: int
    answer: AnswerBack
    who: str
    at_ms: int


class Answering(Lifetime):
    """The verbs. Writing ones return after their COMMIT."""

    async def answers_back(self, survey_id: int) -> list[Version]:
        """Every published version, the newest first."""
        return await self._read(_versions, survey_id)

    async def code_of(self, survey_id: int) -> str | None:
        """The join code of a survey by its number."""
        return await self._read(_code_of, survey_id)

    async def answered_back(self) -> frozenset[int]:
        """The numbers of the surveys that have an answer back."""
        return await self._read(_answered)

    async def publish_answer(
        self, survey_id: int, answer: AnswerBack, who: str, at: dt.datetime
    ) -> int:
        """Keep a new version for good; its number. The draft it was made from goes."""
        return await self._alone(_publish, _Publishing(survey_id, answer, who, to_ms(at)))

    async def answer_draft(self, survey_id: int) -> AnswerDraft | None:
        """What is being written."""
        return await self._read(_draft, survey_id)

    async def save_answer_draft(self, changed: AnswerDraft) -> AnswerDraft:
        """Keep what is being written, over the revision it was made from. Raises StaleDraft when there is a newer one."""
        return await self._alone(_save, changed)

    async def note_nudge(self, survey_id: int, at: dt.datetime) -> bool:
        """Note that the organisers of a survey are reminded now; False when they have been before."""
        return await self._write(_nudge, (survey_id, day_of(at)))

    async def reach_organiser(self, bot_id: int, hmac: str, address: str, language: str) -> None:
        """Remember where a linked chat is written to."""
        row = {"bot_id": bot_id, "address_hmac": hmac, "address": address, "language": language}
        await self._write(_reach, row)

    async def organisers_of(self, survey_id: int, bot_id: int) -> list[tuple[str, str]]:
        """(address, language) of the chats that follow a survey or its series and can be written to."""
        return await self._read(_followers, survey_id, bot_id)


async def _versions(connection: AsyncConnection, survey_id: int) -> list[Version]:
    query = (
        select(answer_back)
        .where(answer_back.c.survey_id == survey_id)
        .order_by(answer_back.c.number.desc())
    )
    return [
        Version(
            row["number"],
            AnswerBack.model_validate(json.loads(row["content_json"])),
            from_ms(row["at_ms"]),
            row["who"],
        )
        for row in (await connection.execute(query)).mappings()
    ]


async def _code_of(connection: AsyncConnection, survey_id: int) -> str | None:
    query = select(survey.c.code).where(survey.c.id == survey_id)
    return (await connection.execute(query)).scalar()


async def _answered(connection: AsyncConnection) -> frozenset[int]:
    query = select(answer_back.c.survey_id).distinct()
    return frozenset((await connection.execute(query)).scalars())


@each
async def _publish(connection: AsyncConnection, wish: _Publishing) -> int:
    mine = answer_back.c.survey_id == wish.survey_id
    lock = select(survey.c.id).where(survey.c.id == wish.survey_id).with_for_update()
    await connection.execute(lock)
    newest = select(func.max(answer_back.c.number)).where(mine)
    number = ((await connection.execute(newest)).scalar() or 0) + 1
    row = {
        "survey_id": wish.survey_id,
        "number": number,
        "content_json": dump(wish.answer.body()),
        "at_ms": wish.at_ms,
        "who": wish.who,
    }
    await connection.execute(insert(answer_back), [row])
    await connection.execute(delete(answer_draft).where(answer_draft.c.survey_id == wish.survey_id))
    counts = dump({"version": number})
    await write_audit(connection, wish.survey_id, wish.at_ms, "answer back", None, counts)
    return number


async def _draft(connection: AsyncConnection, survey_id: int) -> AnswerDraft | None:
    query = select(answer_draft).where(answer_draft.c.survey_id == survey_id)
    row = (await connection.execute(query)).mappings().first()
    if row is None:
        return None
    return AnswerDraft(survey_id, json.loads(row["content_json"]), row["revision"])


@each
async def _save(connection: AsyncConnection, changed: AnswerDraft) -> AnswerDraft:
    lock = select(survey.c.id).where(survey.c.id == changed.survey_id).with_for_update()
    await connection.execute(lock)
    kept = await _draft(connection, changed.survey_id)
    if (kept.revision if kept is not None else 0) != changed.revision:
        raise StaleDraft
    row = {
        "survey_id": changed.survey_id,
        "content_json": dump(dict(changed.content)),
        "revision": changed.revision + 1,
    }
    await connection.execute(insert_or_replace(connection.dialect.name, answer_draft), [row])
    return AnswerDraft(changed.survey_id, changed.content, changed.revision + 1)


@each
async def _nudge(connection: AsyncConnection, wish: tuple[int, int]) -> bool:
    survey_id, day_ms = wish
    statement = insert_new(connection.dialect.name, nudged, "survey_id")
    made = await connection.execute(statement, [{"survey_id": survey_id, "day_ms": day_ms}])
    return made.scalar() is not None


@each
async def _reach(connection: AsyncConnection, row: dict[str, Any]) -> None:
    await connection.execute(insert_or_replace(connection.dialect.name, organiser_reach), [row])


async def _followers(
    connection: AsyncConnection, survey_id: int, bot_id: int
) -> list[tuple[str, str]]:
    named, linked = survey.alias("named"), survey.alias("linked")
    query = (
        select(organiser_reach.c.address, organiser_reach.c.language)
        .distinct()
        .join(
            organiser,
            (organiser.c.bot_id == organiser_reach.c.bot_id)
            & (organiser.c.address_hmac == organiser_reach.c.address_hmac),
        )
        .join(linked, linked.c.id == organiser.c.survey_id)
        .join(named, (named.c.id == linked.c.id) | (named.c.series == linked.c.series))
        .where(named.c.id == survey_id, organiser_reach.c.bot_id == bot_id)
        .order_by(organiser_reach.c.address)
    )
    return [(address, language) for address, language in await connection.execute(query)]


async def forget_unlinked(connection: AsyncConnection) -> None:
    """A chat that follows nothing any more is not to be written to."""
    follows = select(organiser.c.survey_id).where(
        organiser.c.bot_id == organiser_reach.c.bot_id,
        organiser.c.address_hmac == organiser_reach.c.address_hmac,
    )
    await connection.execute(delete(organiser_reach).where(~follows.exists()))
