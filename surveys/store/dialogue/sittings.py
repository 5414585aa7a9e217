"""When people began to vote and how they voted, without who they are: what bursts are looked for in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from surveys.conversation.values import Choice, decode
from surveys.store.schema import answer
from surveys.store.tables.statements import handout
from surveys.store.times import from_ms

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection


async def sittings(
    connection: AsyncConnection, survey_id: int
) -> list[tuple[dt.datetime, dict[tuple[str, str], str]]]:
    """For each who was handed statements: when the first one was, and their votes; none after closing."""
    began = (
        select(handout.c.response_id, func.min(handout.c.handed_ms).label("first_ms"))
        .where(handout.c.survey_id == survey_id, handout.c.handed_ms.is_not(None))
        .group_by(handout.c.response_id)
        .subquery()
    )
    voted_on = and_(
        handout.c.response_id == answer.c.response_id,
        handout.c.question == answer.c.question,
        handout.c.statement == answer.c.turn,
    )
    query = (
        select(
            began.c.response_id,
            began.c.first_ms,
            answer.c.question,
            answer.c.turn,
            answer.c.value_json,
        )
        .join(answer, answer.c.response_id == began.c.response_id)
        .join(handout, voted_on)
        .where(answer.c.active == 1)
    )
    found: dict[str, tuple[dt.datetime, dict[tuple[str, str], str]]] = {}
    for response_id, first_ms, question, statement, text in await connection.execute(query):
        value = decode(json.loads(text))
        if isinstance(value, Choice):
            _, votes = found.setdefault(response_id, (from_ms(first_ms), {}))
            votes[question, statement] = value.option
    return list(found.values())
