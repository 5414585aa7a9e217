"""What is read: the state of one conversation, answers, counts and tallies. Nothing here writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import and_, exists, func, select

from surveys.conversation.state import Key, State
from surveys.conversation.values import Value, decode
from surveys.store.records import AnswerRow, Loaded
from surveys.store.schema import answer, file, participation, response, survey, tally
from surveys.survey import Counts, QuestionCount, Survey

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.records import Address

Tallies: TypeAlias = dict[tuple[str, str, str], int]
"""(question, turn, cell) -> how many."""


async def load(connection: AsyncConnection, survey_id: int, address: Address) -> Loaded | None:
    """The participation at an address, with every answer of its response, in one statement."""
    query = (
        select(
            participation,
            response.c.revision,
            response.c.facts_json,
            answer.c.question,
            answer.c.turn,
            answer.c.value_json,
        )
        .outerjoin(response, response.c.id == participation.c.response_id)
        .outerjoin(answer, answer.c.response_id == participation.c.response_id)
        .where(
            participation.c.survey_id == survey_id,
            participation.c.channel == address.channel,
            participation.c.bot_id == address.bot_id,
            participation.c.address_hmac == address.hmac,
        )
    )
    rows = (await connection.execute(query)).mappings().all()
    return _loaded(rows) if rows else None


def _loaded(rows: Any) -> Loaded:
    first = rows[0]
    answers = {
        Key(row["question"], row["turn"]): decode(json.loads(row["value_json"]))
        for row in rows
        if row["question"] is not None
    }
    focus = None
    if first["focus_question"] is not None:
        focus = Key(first["focus_question"], first["focus_turn"])
    state = State(
        language=first["language"],
        begun=bool(first["begun"]),
        answers=answers,
        facts=json.loads(first["facts_json"] or "{}"),
        revision=first["revision"] or 0,
        focus=focus,
        changing=bool(first["changing"]),
        draft=tuple(json.loads(first["draft_json"])),
    )
    return Loaded(
        participation_id=first["id"],
        survey_id=first["survey_id"],
        response_id=first["response_id"],
        state=state,
        reachable=bool(first["reachable"]),
        last_message=first["last_message"],
    )


async def latest_survey(
    connection: AsyncConnection, channel: str, bot_id: int, hmac: str
) -> str | None:
    """The join code of the survey this address touched last."""
    query = (
        select(survey.c.code)
        .join(participation, participation.c.survey_id == survey.c.id)
        .where(
            participation.c.channel == channel,
            participation.c.bot_id == bot_id,
            participation.c.address_hmac == hmac,
        )
        .order_by(participation.c.touched_ms.desc(), participation.c.id.desc())
        .limit(1)
    )
    code: str | None = (await connection.execute(query)).scalar()
    return code


async def read_file(connection: AsyncConnection, file_id: str) -> bytes | None:
    """The bytes of a stored photo."""
    query = select(file.c.data).where(file.c.id == file_id)
    data: bytes | None = (await connection.execute(query)).scalar()
    return data


async def tallies(connection: AsyncConnection, survey_id: int) -> Tallies:
    """What each cell counts now; cells at zero are left out."""
    query = select(tally.c.question, tally.c.turn, tally.c.cell, tally.c.n).where(
        tally.c.survey_id == survey_id, tally.c.n != 0
    )
    rows = await connection.execute(query)
    return {(question, turn, cell): n for question, turn, cell, n in rows}


async def counts(connection: AsyncConnection, asked: Survey) -> Counts:
    """How many took part; from what was stored at closing when there is such a thing."""
    query = select(survey.c.counts_json).where(survey.c.id == asked.id)
    stored = (await connection.execute(query)).scalar()
    if stored is not None:
        return counts_from(json.loads(stored))
    return await count(connection, asked)


async def count(connection: AsyncConnection, asked: Survey) -> Counts:
    """Count anew, from responses and tallies."""
    said = exists().where(
        answer.c.response_id == response.c.id, answer.c.active == 1, answer.c.said == 1
    )
    begun = (
        await connection.execute(
            select(func.count()).select_from(response).where(response.c.survey_id == asked.id)
        )
    ).scalar_one()
    finished = await connection.execute(
        select(response.c.complete, func.count())
        .where(response.c.survey_id == asked.id, said)
        .group_by(response.c.complete)
    )
    by_complete = {bool(complete): n for complete, n in finished}
    return Counts(
        begun=begun,
        partial=by_complete.get(False, 0),
        complete=by_complete.get(True, 0),
        questions=_question_counts(
            asked, await tallies(connection, asked.id), await _standing(connection, asked.id)
        ),
    )


async def _standing(connection: AsyncConnection, survey_id: int) -> Mapping[Key, int]:
    """How many stand at each question and have not answered it: they have seen it too."""
    answered = exists().where(
        answer.c.response_id == response.c.id,
        answer.c.question == response.c.current_question,
        answer.c.turn == response.c.current_turn,
        answer.c.active == 1,
    )
    query = (
        select(response.c.current_question, response.c.current_turn, func.count())
        .where(
            and_(
                response.c.survey_id == survey_id,
                response.c.current_question.is_not(None),
                ~answered,
            )
        )
        .group_by(response.c.current_question, response.c.current_turn)
    )
    rows = await connection.execute(query)
    return {Key(question, turn): n for question, turn, n in rows}


def _question_counts(
    asked: Survey, cells: Tallies, standing: Mapping[Key, int]
) -> tuple[QuestionCount, ...]:
    """In the questionnaire's order; questions of a loop by turn, others also at zero; no notes."""
    seen = {(question, turn) for question, turn, _ in cells} | set(standing)
    found: list[QuestionCount] = []
    for question in asked.questionnaire.question:
        if question.kind == "note" or question.role == "organiser":
            continue
        turns: Iterable[str] = sorted(turn for name, turn in seen if name == question.id)
        for turn in list(turns) or ([] if question.loop else [""]):
            answered = cells.get((question.id, turn, "=answered"), 0)
            skipped = cells.get((question.id, turn, "=skipped"), 0)
            waiting = standing.get(Key(question.id, turn), 0)
            found.append(
                QuestionCount(question.id, turn, answered + skipped + waiting, answered, skipped)
            )
    return tuple(found)


def counts_from(body: Mapping[str, Any]) -> Counts:
    """Counts as `dataclasses.asdict` wrote them."""
    questions = tuple(QuestionCount(**each) for each in body["questions"])
    return Counts(body["begun"], body["partial"], body["complete"], questions)


async def answers(connection: AsyncConnection, survey_id: int) -> list[AnswerRow]:
    """Active answers. Respondents are numbered after sorting by content: no order of arrival is left."""
    query = (
        select(
            answer.c.response_id,
            response.c.language,
            response.c.complete,
            answer.c.question,
            answer.c.turn,
            answer.c.value_json,
        )
        .join(response, response.c.id == answer.c.response_id)
        .where(response.c.survey_id == survey_id, answer.c.active == 1)
    )
    people: dict[tuple[str, str, int], list[tuple[str, str, str]]] = {}
    for response_id, language, complete, *cell in await connection.execute(query):
        question, turn, value = cell
        people.setdefault((response_id, language, complete), []).append((question, turn, value))
    contents = sorted(
        (sorted(said), language, complete) for (_, language, complete), said in people.items()
    )
    return list(_numbered(contents))


def _numbered(contents: list[tuple[list[tuple[str, str, str]], str, int]]) -> Iterable[AnswerRow]:
    values: dict[str, Value] = {}  # most answers are choices, equal for many
    for number, (said, language, complete) in enumerate(contents, start=1):
        for question, turn, text in said:
            if text not in values:
                values[text] = decode(json.loads(text))
            yield AnswerRow(number, Key(question, turn), values[text], language, bool(complete))
