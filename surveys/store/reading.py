"""What is read of all answers together: answers, tallies, what was drawn. Nothing here writes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import select

from surveys.conversation.state import Key
from surveys.conversation.values import Value, decode
from surveys.store.records import AnswerRow
from surveys.store.schema import (
    answer,
    drawn,
    response,
    tally,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection


Tallies: TypeAlias = dict[tuple[str, str, str], int]
"""(question, turn, cell) -> how many."""
Content: TypeAlias = tuple[list[tuple[str, str, str]], str, int, str]
"""Questions, turns and encoded values; language; whether complete; the response's id."""

_SAID = response.c.answered > 0
COUNTS = response.c.superseded == 0
"""Of the complete responses with one name only one counts (naming.py)."""


def counted_responses(survey_id: int) -> tuple[ColumnElement[bool], ...]:
    """Which rows of `response` are people who have answered something."""
    return response.c.survey_id == survey_id, COUNTS, _SAID


async def tallies(connection: AsyncConnection, survey_id: int) -> Tallies:
    """What each cell counts now; cells at zero are left out."""
    query = select(tally.c.question, tally.c.turn, tally.c.cell, tally.c.n).where(
        tally.c.survey_id == survey_id, tally.c.n != 0
    )
    rows = await connection.execute(query)
    return {(question, turn, cell): n for question, turn, cell, n in rows}


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
        .where(response.c.survey_id == survey_id, COUNTS, answer.c.active == 1)
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
