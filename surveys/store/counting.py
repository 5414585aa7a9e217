"""How many took part, and how many met and answered each question; after closing, as it was counted then."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, select

from surveys.conversation.parts import VOTE, part_at
from surveys.conversation.plan import plan_of
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.state import Key
from surveys.questionnaire.models import Statements
from surveys.statements import seeds
from surveys.store.reading import COUNTS, Tallies, counted_responses, tallies
from surveys.store.schema import answer, response, survey
from surveys.survey import Counts, QuestionCount, Survey

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.conversation.slot import Slot


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
            .where(response.c.survey_id == asked.id, COUNTS)
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
                COUNTS,
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
