"""Practice copies of surveys: opened beside the real one, and removed without a trace.

A real survey is disposed of by a decision and leaves its counts (`closing.purge`). A practice copy holds invented
answers only, so everything about it goes: its row, its audit, its tallies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from surveys.errors import StoreError
from surveys.store.schema import metadata, participation, response, survey
from surveys.store.surveys import Opening, add_survey
from surveys.store.tables.practice import practice
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class Practising:
    """Open a copy of the survey with the number `of_id`."""

    of_id: int
    opening: Opening


@each
async def open_practice(connection: AsyncConnection, wish: Practising) -> None:
    """Open the copy. Raises StoreError when the code is taken or the survey has a copy already."""
    taken = select(practice.c.survey_id).where(practice.c.of_id == wish.of_id)
    if (await connection.execute(taken)).first() is not None:
        raise StoreError("the survey has a practice copy already; remove it first")
    number = await add_survey(connection, wish.opening)
    row = {"survey_id": number, "of_id": wish.of_id}
    await connection.execute(insert(practice), [row])


@each
async def remove_practice(connection: AsyncConnection, code: str) -> bool:
    """Remove the practice copy with this code and everything that names it; False when there is none.

    A real survey is no practice copy, so this can never reach one.
    """
    query = (
        select(survey.c.id)
        .join(practice, practice.c.survey_id == survey.c.id)
        .where(survey.c.code == code)
    )
    number = (await connection.execute(query)).scalar()
    if number is None:
        return False
    for table in reversed(metadata.sorted_tables):
        owned = _owned(table, number)
        if owned is not None:
            await connection.execute(delete(table).where(owned))
    await connection.execute(delete(survey).where(survey.c.id == number))
    return True


async def forgotten_practices(connection: AsyncConnection, before_ms: int) -> list[str]:
    """Codes of practice copies opened before a moment, oldest first."""
    query = (
        select(survey.c.code)
        .join(practice, practice.c.survey_id == survey.c.id)
        .where(survey.c.opened_ms < before_ms)
        .order_by(survey.c.id)
    )
    return list((await connection.execute(query)).scalars())


def _owned(table: Table, number: int) -> ColumnElement[bool] | None:
    """Which rows of a table belong to a survey: by its number, a participation or a response of it."""
    if "survey_id" in table.c:
        return table.c.survey_id == number
    if "participation_id" in table.c:
        people = select(participation.c.id).where(participation.c.survey_id == number)
        return table.c.participation_id.in_(people)
    if "response_id" in table.c:
        said = select(response.c.id).where(response.c.survey_id == number)
        return table.c.response_id.in_(said)
    return None
