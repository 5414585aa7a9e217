"""Running numbers, changed by exactly what a transaction changes: tallies of answers, and drawn items."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Table, select

from surveys.conversation.values import cells, decode
from surveys.store.schema import answer, drawn, response, tally
from surveys.store.statements import insert_or_add
from surveys.store.together import insert_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncConnection

TallyKey: TypeAlias = tuple[int, str, str, str]
"""Survey, question, turn, cell."""
DrawnKey: TypeAlias = tuple[int, str, str]
"""Survey, dimension, item."""


async def add_tallies(connection: AsyncConnection, deltas: Mapping[TallyKey, int]) -> None:
    """Add to the tallies."""
    await _add(connection, tally, ("survey_id", "question", "turn", "cell"), deltas)


async def add_drawn(connection: AsyncConnection, deltas: Mapping[DrawnKey, int]) -> None:
    """Add to how many drew an item."""
    await _add(connection, drawn, ("survey_id", "dimension", "item"), deltas)


async def _add(
    connection: AsyncConnection, table: Table, names: tuple[str, ...], deltas: Mapping[Any, int]
) -> None:
    """Sorted by key: unsorted upserts of two writers wait for each other."""
    rows = [dict(zip(names, key, strict=True), n=by) for key, by in sorted(deltas.items()) if by]
    await insert_rows(connection, insert_or_add(connection.dialect.name, table, "n"), rows)


async def count_responses(
    connection: AsyncConnection, signs: Mapping[str, int], deltas: dict[TallyKey, int]
) -> None:
    """Add each response's active answers, as they stand now, to `deltas`: once with 1, away with -1."""
    if not signs:
        return
    query = (
        select(
            answer.c.response_id,
            response.c.survey_id,
            answer.c.question,
            answer.c.turn,
            answer.c.value_json,
        )
        .join(response, response.c.id == answer.c.response_id)
        .where(answer.c.response_id.in_(sorted(signs)), answer.c.active == 1)
    )
    for response_id, survey_id, question, turn, text in await connection.execute(query):
        for cell in cells(decode(json.loads(text))):
            key = (survey_id, question, turn, cell)
            deltas[key] = deltas.get(key, 0) + signs[response_id]


def count_drawn(
    survey_id: int, facts: Mapping[str, Any], sign: int, deltas: dict[DrawnKey, int]
) -> None:
    """Add what a response drew by its facts to `deltas`."""
    for dimension, items in facts.get("drawn", {}).items():
        for item in items:
            key = (survey_id, dimension, item)
            deltas[key] = deltas.get(key, 0) + sign
