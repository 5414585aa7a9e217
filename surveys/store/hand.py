"""The organiser's hand, kept: decisions on themes and translations of answers, by whom and on which day."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, union

from surveys.conversation.values import Words, decode
from surveys.deciding import (
    Decided,
    Decision,
    Move,
    Translation,
    answer_id,
    answers_of,
    decision_from,
    naming,
    to_json,
)
from surveys.errors import StoreError
from surveys.store.columns import dump
from surveys.store.lifetime import Lifetime
from surveys.store.schema import answer, response, survey
from surveys.store.statements import insert_or_replace
from surveys.store.tables.editions import edition_row
from surveys.store.tables.hand import decided_answer, theme_decision, translation
from surveys.store.times import day_of, from_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class _Deciding:
    survey_id: int
    decision: Decision
    who: str
    day_ms: int


@dataclass(frozen=True, slots=True)
class _Translating:
    survey_id: int
    texts: Mapping[str, Translation | None]
    who: str
    day_ms: int


class Hand(Lifetime):
    """The verbs. Writing ones return after their COMMIT."""

    async def decide_theme(
        self, survey_id: int, decision: Decision, who: str, at: dt.datetime
    ) -> int:
        """Keep a decision; its number. Answers that are no longer said are left out of it."""
        return await self._alone(_decide, _Deciding(survey_id, decision, who, day_of(at)))

    async def undo_theme(self, survey_id: int, number: int) -> None:
        """Take a decision back, whichever came after it. Raises StoreError when there is none of that number."""
        await self._write(_undo, (survey_id, number))

    async def theme_decisions(self, survey_id: int) -> list[Decided]:
        """Every decision on a survey's themes, in the order they were made."""
        return await self._read(_decisions, survey_id)

    async def answers_stamp(self, survey_id: int) -> str:
        """The same as long as the survey's answers are the same, and another as soon as one of them is not."""
        return await self._read(_stamp, survey_id)

    async def translate(
        self,
        survey_id: int,
        texts: Mapping[str, Translation | None],
        who: str,
        at: dt.datetime,
    ) -> int:
        """Keep translations by the answer's id; None takes one back. How many were kept.

        One of an answer that has been erased meanwhile is not: it would bring the answer back.
        """
        return await self._alone(_translate, _Translating(survey_id, texts, who, day_of(at)))

    async def translations(self, survey_id: int) -> dict[str, Translation]:
        """A survey's translations by the answer's id."""
        return await self._read(_translations, survey_id)


@each
async def _decide(connection: AsyncConnection, wish: _Deciding) -> int:
    named = await _still_said(connection, wish.survey_id, answers_of(wish.decision))
    row = {
        "survey_id": wish.survey_id,
        "content_json": dump(to_json(naming(wish.decision, ()))),
        "who": wish.who,
        "day_ms": wish.day_ms,
    }
    statement = insert(theme_decision).returning(theme_decision.c.id)
    number: int = (await connection.execute(statement, row)).scalar_one()
    rows = [{"survey_id": wish.survey_id, "decision_id": number, "answer": name} for name in named]
    if rows:
        await connection.execute(insert(decided_answer), rows)
    return number


async def _still_said(
    connection: AsyncConnection, survey_id: int, answers: Collection[str]
) -> list[str]:
    """Those of the answers that nobody has erased; nobody can before this is kept."""
    if not answers:
        return []
    await connection.execute(select(survey.c.id).where(survey.c.id == survey_id).with_for_update())
    return sorted(set(answers) & await _said(connection, survey_id))


@each
async def _undo(connection: AsyncConnection, wish: tuple[int, int]) -> None:
    survey_id, number = wish
    found = select(theme_decision.c.id).where(
        theme_decision.c.survey_id == survey_id, theme_decision.c.id == number
    )
    if (await connection.execute(found)).first() is None:
        raise StoreError.of("store-no-decision", number=str(number))
    await _remove(connection, [number])


async def _remove(connection: AsyncConnection, numbers: Sequence[int]) -> None:
    for column in (decided_answer.c.decision_id, theme_decision.c.id):
        await connection.execute(delete(column.table).where(column.in_(numbers)))


async def _decisions(connection: AsyncConnection, survey_id: int) -> list[Decided]:
    named: dict[int, list[str]] = defaultdict(list)
    of_survey = select(decided_answer).where(decided_answer.c.survey_id == survey_id)
    for row in await connection.execute(of_survey.order_by(decided_answer.c.answer)):
        named[row.decision_id].append(row.answer)
    query = (
        select(theme_decision)
        .where(theme_decision.c.survey_id == survey_id)
        .order_by(theme_decision.c.id)
    )
    return [
        Decided(
            row.id,
            naming(decision_from(json.loads(row.content_json)), tuple(named[row.id])),
            row.who,
            from_ms(row.day_ms).date(),
        )
        for row in await connection.execute(query)
    ]


async def _stamp(connection: AsyncConnection, survey_id: int) -> str:
    """Every turn that changes an answer raises its response's revision; erasing and closing change which there are."""
    columns = response.c.id, response.c.revision, response.c.superseded, response.c.complete
    query = select(*columns, response.c.language).where(response.c.survey_id == survey_id)
    found = sorted(tuple(row) for row in await connection.execute(query))
    return hashlib.sha256(repr(found).encode()).hexdigest()


@each
async def _translate(connection: AsyncConnection, wish: _Translating) -> int:
    said = await _still_said(connection, wish.survey_id, wish.texts.keys())
    rows = [
        {
            "survey_id": wish.survey_id,
            "answer": name,
            "text": given.text,
            "language": given.language,
            "who": wish.who,
            "day_ms": wish.day_ms,
        }
        for name in said
        if (given := wish.texts[name]) is not None
    ]
    if rows:
        statement = insert_or_replace(connection.dialect.name, translation)
        await connection.execute(statement, rows)
    taken_back = sorted(name for name, given in wish.texts.items() if given is None)
    if taken_back:
        await connection.execute(
            delete(translation).where(
                translation.c.survey_id == wish.survey_id, translation.c.answer.in_(taken_back)
            )
        )
    return len(rows)


async def _translations(connection: AsyncConnection, survey_id: int) -> dict[str, Translation]:
    query = (
        select(translation)
        .where(translation.c.survey_id == survey_id)
        .order_by(translation.c.answer)
    )
    return {
        row.answer: Translation(row.text, row.language, row.who, from_ms(row.day_ms).date())
        for row in await connection.execute(query)
    }


async def forget_unsaid(connection: AsyncConnection, survey_id: int) -> None:
    """What was decided about words that nobody has said any more goes with them; a move about nothing goes too."""
    tables = (decided_answer, translation)
    named = union(*(select(one.c.answer).where(one.c.survey_id == survey_id) for one in tables))
    ids = set((await connection.execute(named)).scalars())
    if not ids:
        return
    gone = sorted(ids - await _said(connection, survey_id))
    for one in tables:
        await connection.execute(
            delete(one).where(one.c.survey_id == survey_id, one.c.answer.in_(gone))
        )
    decisions = await _decisions(connection, survey_id)
    await _remove(connection, [one.number for one in decisions if _is_empty_move(one.decision)])


def _is_empty_move(decision: Decision) -> bool:
    return isinstance(decision, Move) and not decision.answers


async def _said(connection: AsyncConnection, survey_id: int) -> set[str]:
    """The ids of all words that stand in the survey, on the path or off it, or in what publications rest on."""
    code = await connection.execute(select(survey.c.code).where(survey.c.id == survey_id))
    now = (
        select(answer.c.question, answer.c.turn, answer.c.value_json)
        .join(response, response.c.id == answer.c.response_id)
        .where(response.c.survey_id == survey_id)
    )
    told = select(edition_row.c.question, edition_row.c.turn, edition_row.c.value_json).where(
        edition_row.c.survey_id == survey_id
    )
    everywhere = union(now, told).subquery()
    query = select(everywhere).where(everywhere.c.value_json.contains('"kind":"text"'))
    return set(_ids(code.scalar_one(), (await connection.execute(query)).all()))


def _ids(code: str, rows: Iterable[Any]) -> Iterator[str]:
    for question, turn, text in rows:
        value = decode(json.loads(text))
        if isinstance(value, Words):
            yield answer_id(code, question, turn, value.text)


async def forget_hand(connection: AsyncConnection, survey_id: int) -> None:
    """Purging takes what was decided too."""
    for table in (decided_answer, theme_decision, translation):
        await connection.execute(delete(table).where(table.c.survey_id == survey_id))
