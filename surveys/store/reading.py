"""What is read: the state of one conversation, answers, counts and tallies. Nothing here writes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import and_, bindparam, exists, func, select

from surveys.conversation.parts import VOTE, part_at
from surveys.conversation.plan import plan_of
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.rounds import BEGINS
from surveys.conversation.state import ROUNDS, Handed, Key, State
from surveys.conversation.values import Value, decode
from surveys.questionnaire.models import Statements
from surveys.statements import seeds
from surveys.store.dialogue.handouts import read_handed
from surveys.store.dialogue.rounds import read_clocks
from surveys.store.records import Address, AnswerRow, Loaded
from surveys.store.schema import (
    answer,
    drawn,
    file,
    participation,
    private_answer,
    response,
    survey,
    tally,
)
from surveys.store.together import rows_named
from surveys.survey import Counts, QuestionCount, Survey

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.conversation.slot import Slot
    from surveys.store.records import Address

Tallies: TypeAlias = dict[tuple[str, str, str], int]
"""(question, turn, cell) -> how many."""
Content: TypeAlias = tuple[list[tuple[str, str, str]], str, int, str]
"""Questions, turns and encoded values; language; whether complete; the response's id."""

_others = participation.alias()
_shared = _others.c.response_id == participation.c.response_id
_SEATS = select(func.count()).where(_shared).scalar_subquery()
_SEAT = select(func.count()).where(_shared, _others.c.seat < participation.c.seat).scalar_subquery()
_SAID = response.c.answered > 0
_COUNTS = response.c.superseded == 0
"""Of the complete responses with one name only one counts (naming.py)."""


_AT_ADDRESS = (
    participation.c.channel == bindparam("channel"),
    participation.c.bot_id == bindparam("bot_id"),
    participation.c.address_hmac == bindparam("hmac"),
)
_LOAD = (
    select(
        participation,
        _SEAT.label("place"),
        _SEATS.label("places"),
        response.c.revision,
        response.c.facts_json,
        answer.c.question,
        answer.c.turn,
        answer.c.value_json,
    )
    .outerjoin(response, response.c.id == participation.c.response_id)
    .outerjoin(answer, answer.c.response_id == participation.c.response_id)
    .where(participation.c.survey_id == bindparam("survey_id"), *_AT_ADDRESS)
)
_PRIVATE = select(
    private_answer.c.question, private_answer.c.turn, private_answer.c.value_json
).where(private_answer.c.participation_id == bindparam("person"))
_LATEST = (
    select(survey.c.code)
    .join(participation, participation.c.survey_id == survey.c.id)
    .where(*_AT_ADDRESS)
    .order_by(participation.c.touched_ms.desc(), participation.c.id.desc())
    .limit(1)
)


def counted_responses(survey_id: int) -> tuple[ColumnElement[bool], ...]:
    """Which rows of `response` are people who have answered something."""
    return response.c.survey_id == survey_id, _COUNTS, _SAID


async def load(connection: AsyncConnection, survey_id: int, address: Address) -> Loaded | None:
    """The participation at an address, with every answer of its response and what it keeps to itself."""
    asked = {
        "survey_id": survey_id,
        "channel": address.channel,
        "bot_id": address.bot_id,
        "hmac": address.hmac,
    }
    rows = await rows_named(connection, _LOAD, asked)
    if not rows:
        return None
    private: Mapping[Key, Value] = {}
    handed: Mapping[Key, Handed] = {}
    if (response_id := rows[0]["response_id"]) is not None:
        private = await private_answers(connection, rows[0]["id"])
    if ROUNDS in json.loads(rows[0]["facts_json"] or "{}"):
        handed = await read_handed(connection, response_id)
    clocks: Mapping[str, dt.datetime] = {}
    if any(row["question"] == BEGINS for row in rows):
        clocks = await read_clocks(connection, response_id)
    return _loaded(rows, private, handed, clocks)


async def holder(connection: AsyncConnection, receipt_hash: str) -> tuple[str, Address] | None:
    """The survey's code and the address of whoever was given a receipt; None when nobody was, or it is closed."""
    columns = participation.c
    query = (
        select(survey.c.code, columns.channel, columns.bot_id, columns.address_hmac)
        .join(survey, survey.c.id == columns.survey_id)
        .where(columns.receipt_hash == receipt_hash)
    )
    row = (await connection.execute(query)).first()
    return None if row is None else (row[0], Address(row[1], row[3], row[2]))


async def private_answers(connection: AsyncConnection, person: int) -> dict[Key, Value]:
    """What a participation keeps to itself."""
    rows = await connection.execute(_PRIVATE, {"person": person})
    return {Key(question, turn): decode(json.loads(text)) for question, turn, text in rows}


def _loaded(
    rows: Any,
    private: Mapping[Key, Value],
    handed: Mapping[Key, Handed],
    clocks: Mapping[str, dt.datetime],
) -> Loaded:
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
        answers={**answers, **private},
        facts=json.loads(first["facts_json"] or "{}"),
        revision=first["revision"] or 0,
        focus=focus,
        changing=bool(first["changing"]),
        draft=tuple(json.loads(first["draft_json"])),
        seat=first["place"],
        seats=max(first["places"], 1),
        handed=handed,
        clocks=clocks,
    )
    return Loaded(
        participation_id=first["id"],
        survey_id=first["survey_id"],
        response_id=first["response_id"],
        state=state,
        reachable=bool(first["reachable"]),
    )


async def latest_survey(
    connection: AsyncConnection, channel: str, bot_id: int, hmac: str
) -> str | None:
    """The join code of the survey this address touched last."""
    asked = {"channel": channel, "bot_id": bot_id, "hmac": hmac}
    code: str | None = (await connection.execute(_LATEST, asked)).scalar()
    return code


async def read_file(connection: AsyncConnection, file_id: str) -> bytes | None:
    """The bytes of a stored file."""
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
    begun = (
        await connection.execute(
            select(func.count())
            .select_from(response)
            .where(response.c.survey_id == asked.id, _COUNTS)
        )
    ).scalar_one()
    by_complete = await _by_complete(connection, asked.id)
    return Counts(
        begun=begun,
        partial=by_complete.get(False, 0),
        complete=by_complete.get(True, 0),
        questions=_question_counts(
            asked, await tallies(connection, asked.id), await _standing(connection, asked.id)
        ),
    )


async def people(connection: AsyncConnection, asked: Survey) -> Counts:
    """As `counts`, without what each question counts."""
    query = select(survey.c.counts_json).where(survey.c.id == asked.id)
    stored = (await connection.execute(query)).scalar()
    if stored is not None:
        kept = counts_from(json.loads(stored))
        return Counts(kept.begun, kept.partial, kept.complete)
    by_complete = await _by_complete(connection, asked.id)
    partial, complete = by_complete.get(False, 0), by_complete.get(True, 0)
    return Counts(partial + complete, partial, complete)


async def _by_complete(connection: AsyncConnection, survey_id: int) -> dict[bool, int]:
    finished = await connection.execute(
        select(response.c.complete, func.count())
        .where(*counted_responses(survey_id))
        .group_by(response.c.complete)
    )
    return {bool(complete): n for complete, n in finished}


async def sources(connection: AsyncConnection, survey_id: int) -> dict[str, int]:
    """How many with at least one answer came by each way; from closing when it was counted then."""
    query = select(survey.c.counts_json).where(survey.c.id == survey_id)
    stored = (await connection.execute(query)).scalar()
    if stored is not None:
        kept: dict[str, int] = json.loads(stored).get("sources", {})
        return kept
    return await count_sources(connection, survey_id)


async def count_sources(connection: AsyncConnection, survey_id: int) -> dict[str, int]:
    """Count anew."""
    query = (
        select(response.c.source, func.count().label("people"))
        .where(*counted_responses(survey_id))
        .group_by(response.c.source)
        .order_by(response.c.source)
    )
    return {row.source: row.people for row in await connection.execute(query)}


async def said(connection: AsyncConnection, asked: tuple[int, Key]) -> list[Value]:
    """Every active answer to one question, in no order, of those whose responses count."""
    survey_id, key = asked
    query = (
        select(answer.c.value_json)
        .join(response, response.c.id == answer.c.response_id)
        .where(*counted_responses(survey_id), answer.c.active == 1)
        .where(answer.c.question == key.question, answer.c.turn == key.turn)
        .order_by(answer.c.value_json)
    )
    return [decode(json.loads(text)) for text in (await connection.execute(query)).scalars()]


async def drawn_items(connection: AsyncConnection, survey_id: int) -> dict[str, dict[str, int]]:
    """Dimension -> item -> how many responses drew it; those that nobody drew are left out."""
    query = (
        select(drawn.c.dimension, drawn.c.item, drawn.c.n)
        .where(drawn.c.survey_id == survey_id, drawn.c.n != 0)
        .order_by(drawn.c.dimension, drawn.c.item)
    )
    found: dict[str, dict[str, int]] = {}
    for dimension, item, n in await connection.execute(query):
        found.setdefault(dimension, {})[item] = n
    return found


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
                _COUNTS,
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
    """In the order of the plan, also at zero, in every turn that the fill knows of; no notes, nothing private."""
    seen = {(question, turn) for question, turn, _ in cells} | set(standing)
    found: list[QuestionCount] = []
    for slot in _every_slot(asked, seen):
        key, question = slot.key, slot.question
        hidden = question.private or not slot.asked or key == RESPONDENT
        if hidden or question.kind == "note":
            continue
        answered = cells.get((*key, "=answered"), 0)
        skipped = cells.get((*key, "=skipped"), 0)
        shown = answered + skipped + standing.get(key, 0)
        found.append(QuestionCount(key.question, key.turn, shown, answered, skipped))
    return tuple(found)


def _every_slot(asked: Survey, seen: Collection[tuple[str, str]]) -> Iterable[Slot]:
    """The plan's, and of a question of statements those it begins with and each that somebody has met."""
    for slot in plan_of(asked).slots:
        if not isinstance(slot.question, Statements):
            yield slot
            continue
        filled = [number for number, _ in seeds(asked.questionnaire, asked.fill, slot.question)]
        met = sorted(turn for question, turn in seen if question == slot.key.question)
        known = dict.fromkeys([*filled, *met])
        yield from (part for turn in known if (part := part_at(slot, turn)).part == VOTE)


def counts_from(body: Mapping[str, Any]) -> Counts:
    """Counts as `dataclasses.asdict` wrote them."""
    questions = tuple(QuestionCount(**each) for each in body["questions"])
    return Counts(body["begun"], body["partial"], body["complete"], questions)


async def answers(connection: AsyncConnection, survey_id: int) -> list[AnswerRow]:
    """Active answers that count. Respondents are numbered after sorting by content: no order of arrival is left."""
    return list(_numbered(await people_by_content(connection, survey_id)))


async def people_by_content(connection: AsyncConnection, survey_id: int) -> list[Content]:
    """What each response that counts says, sorted by it; the response's id comes last and never leaves the store."""
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
        .where(response.c.survey_id == survey_id, _COUNTS, answer.c.active == 1)
    )
    people: dict[tuple[str, str, int], list[tuple[str, str, str]]] = {}
    for response_id, language, complete, *cell in await connection.execute(query):
        question, turn, value = cell
        people.setdefault((response_id, language, complete), []).append((question, turn, value))
    return sorted(
        (sorted(said), language, complete, response_id)
        for (response_id, language, complete), said in people.items()
    )


def _numbered(contents: list[Content]) -> Iterable[AnswerRow]:
    values: dict[str, Value] = {}  # most answers are choices, equal for many
    for number, (said, language, complete, _) in enumerate(contents, start=1):
        for question, turn, text in said:
            if text not in values:
                values[text] = decode(json.loads(text))
            yield AnswerRow(number, Key(question, turn), values[text], language, bool(complete))
