"""Editions: what a publication rests on, kept before anybody sees it. The store keeps; the rule is the caller's.

The rule looks at what has been told and at what could be told now, both read in the transaction that keeps what it
lets out, so that two who publish at once agree.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, exists, insert, literal, select

from surveys.conversation.state import Key
from surveys.conversation.values import (
    decode,
)
from surveys.editions import Decision, LogEntry, Standing
from surveys.store import counting, reading
from surveys.store.columns import dump
from surveys.store.publications import Publications, published_of
from surveys.store.records import AnswerRow
from surveys.store.schema import answer, response, survey
from surveys.store.statements import insert_or_renew
from surveys.store.tables.editions import edition_part, edition_row
from surveys.store.tables.publications import released
from surveys.store.times import day_of, from_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.editions import Rule, State
    from surveys.survey import Survey

NUMBERS = "numbers"
"""The kind of publication that editions and the wall's pictures share."""


@dataclass(frozen=True, slots=True)
class _Publishing:
    survey: Survey
    closely: Sequence[str]
    rule: Rule
    day_ms: int


class Editions(Publications):
    """The verbs. Writing ones return after their COMMIT."""

    async def edition_standing(self, survey: Survey, closely: Sequence[str] = ()) -> Standing:
        """What has been told and what could be told now; `closely`: the questions whose people are asked for."""
        return await self._read(_standing, survey, closely)

    async def publish_edition(
        self, survey: Survey, closely: Sequence[str], rule: Rule, at: dt.datetime
    ) -> bool:
        """Keep what the rule lets out, as the next publication; whether there was anything."""
        return await self._alone(_publish, _Publishing(survey, closely, rule, day_of(at)))

    async def edition_rows(
        self, survey_id: int, questions: Collection[str] | None = None
    ) -> list[AnswerRow]:
        """The answers that publications rest on, sorted by content; respondents are numbers within this reading.

        `questions`: only the answers to these.
        """
        return await self._read(_rows, survey_id, questions)

    async def edition_log(self, survey_id: int) -> list[LogEntry]:
        """What became of every question, publication by publication."""
        return await self._read(_log, survey_id)


async def _standing(connection: AsyncConnection, asked: Survey, closely: Sequence[str]) -> Standing:
    before, now = {}, {}
    if closely:
        before = await _said(connection, _told_of(asked.id, closely))
        now = await _said(connection, _said_to(asked.id, closely))
    told = await published_of(connection, asked.id, NUMBERS)
    return Standing(
        told.number,
        told.parts,
        *await _states(connection, asked.id),
        await reading.tallies(connection, asked.id),
        await counting.people(connection, asked),
        before,
        now,
    )


async def _states(
    connection: AsyncConnection, survey_id: int
) -> tuple[dict[Key, State], frozenset[Key]]:
    """What each question's rows are, and which of them have been kept since."""
    query = (
        select(edition_part.c.question, edition_part.c.turn, edition_part.c.state)
        .where(edition_part.c.survey_id == survey_id)
        .order_by(edition_part.c.number)
    )
    states: dict[Key, State] = {}
    last: dict[Key, State] = {}
    for question, turn, state in await connection.execute(query):
        last[Key(question, turn)] = state
        if state != "kept":
            states[Key(question, turn)] = state
    return states, frozenset(key for key, state in last.items() if state == "kept")


async def _said(connection: AsyncConnection, query: Select[Any]) -> dict[Key, dict[str, str]]:
    found: dict[Key, dict[str, str]] = {}
    for question, turn, who, value in await connection.execute(query):
        found.setdefault(Key(question, turn), {})[who] = value
    return found


def _told_of(survey_id: int, questions: Sequence[str]) -> Select[Any]:
    columns = edition_row.c
    return select(columns.question, columns.turn, columns.who, columns.value_json).where(
        columns.survey_id == survey_id, columns.question.in_(questions)
    )


def _said_to(survey_id: int, questions: Sequence[str]) -> Select[Any]:
    return (
        select(answer.c.question, answer.c.turn, response.c.id, answer.c.value_json)
        .select_from(answer)
        .join(response, response.c.id == answer.c.response_id)
        .where(
            response.c.survey_id == survey_id,
            response.c.superseded == 0,
            answer.c.question.in_(questions),
            answer.c.active == 1,
        )
    )


def part_of_edition(survey_id: int, key: Key) -> Any:
    """The rows of one question in one turn."""
    return and_(
        edition_row.c.survey_id == survey_id,
        edition_row.c.question == key.question,
        edition_row.c.turn == key.turn,
    )


def _current(survey_id: int, key: Key, *columns: Any) -> Select[Any]:
    """Of every response that counts, what it says to one question now."""
    return (
        select(*columns)
        .select_from(answer)
        .join(response, response.c.id == answer.c.response_id)
        .where(
            response.c.survey_id == survey_id,
            response.c.superseded == 0,
            answer.c.question == key.question,
            answer.c.turn == key.turn,
            answer.c.active == 1,
        )
    )


@each
async def _publish(connection: AsyncConnection, wish: _Publishing) -> bool:
    survey_id = wish.survey.id
    lock = select(survey.c.id).where(survey.c.id == survey_id).with_for_update()
    await connection.execute(lock)
    standing = await _standing(connection, wish.survey, wish.closely)
    decision = wish.rule(standing)
    if not decision.moved:
        return False
    number = standing.number + 1
    await _keep(connection, wish, number, decision)
    for key, state in sorted(decision.states.items()):
        if state in {"told", "few"}:
            await _copy(connection, survey_id, number, key)
    return True


async def _keep(
    connection: AsyncConnection, wish: _Publishing, number: int, decision: Decision
) -> None:
    place = {"survey_id": wish.survey.id, "number": number, "day_ms": wish.day_ms}
    contents = [
        {**place, "kind": NUMBERS, "part": part, "content_json": dump(content)}
        for part, content in sorted(decision.moved.items())
    ]
    await connection.execute(insert(released), contents)
    states = [
        {**place, "question": key.question, "turn": key.turn, "state": state}
        for key, state in sorted(decision.states.items())
    ]
    if states:
        await connection.execute(insert(edition_part), states)


async def _copy(connection: AsyncConnection, survey_id: int, number: int, key: Key) -> None:
    """A part's rows become what is answered now. Whoever stays keeps the number they came with."""
    people = _current(survey_id, key, response.c.id)
    await connection.execute(
        delete(edition_row).where(part_of_edition(survey_id, key), edition_row.c.who.not_in(people))
    )
    rows = _current(
        survey_id,
        key,
        literal(survey_id),
        answer.c.question,
        answer.c.turn,
        response.c.id,
        answer.c.value_json,
        response.c.language,
        response.c.complete,
        literal(number),
    ).where(~_told_alike(survey_id, key))
    names = ("survey_id", "question", "turn", "who", "value_json", "language", "complete", "number")
    renewed = ("value_json", "language", "complete")
    await connection.execute(
        insert_or_renew(connection.dialect.name, edition_row, names, rows, renewed)
    )


def _told_alike(survey_id: int, key: Key) -> ColumnElement[bool]:
    """Most rows of a large survey are as they were: a wall that follows it writes only the others."""
    return exists().where(
        part_of_edition(survey_id, key),
        edition_row.c.who == response.c.id,
        edition_row.c.value_json == answer.c.value_json,
    )


async def _rows(
    connection: AsyncConnection, survey_id: int, questions: Collection[str] | None
) -> list[AnswerRow]:
    query = (
        select(edition_row, answer.c.response_id.is_not(None).label("current"))
        .outerjoin(
            answer,
            and_(
                answer.c.response_id == edition_row.c.who,
                answer.c.question == edition_row.c.question,
                answer.c.turn == edition_row.c.turn,
                answer.c.value_json == edition_row.c.value_json,
                answer.c.active == 1,
            ),
        )
        .where(edition_row.c.survey_id == survey_id)
    )
    if questions is not None:
        query = query.where(edition_row.c.question.in_(sorted(questions)))
    people: dict[str, list[tuple[Any, ...]]] = {}
    for row in await connection.execute(query):
        people.setdefault(row.who, []).append(
            (
                row.question,
                row.turn,
                row.value_json,
                row.language,
                row.complete,
                row.number,
                row.current,
            )
        )
    contents = sorted(sorted(said) for said in people.values())
    return [
        _answer(number, *cell) for number, said in enumerate(contents, start=1) for cell in said
    ]


def _answer(
    respondent: int,
    question: str,
    turn: str,
    text: str,
    language: str,
    complete: int,
    came: int,
    current: int,
) -> AnswerRow:
    return AnswerRow(
        respondent,
        Key(question, turn),
        decode(json.loads(text)),
        language,
        bool(complete),
        came=came,
        current=bool(current),
    )


async def _log(connection: AsyncConnection, survey_id: int) -> list[LogEntry]:
    query = (
        select(edition_part)
        .where(edition_part.c.survey_id == survey_id)
        .order_by(edition_part.c.number, edition_part.c.question, edition_part.c.turn)
    )
    return [
        LogEntry(row.number, Key(row.question, row.turn), row.state, from_ms(row.day_ms).date())
        for row in await connection.execute(query)
    ]
