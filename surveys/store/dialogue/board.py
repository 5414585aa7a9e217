"""Statements as they stand: their words and votes, and whether new ones wait. Nothing here writes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from surveys.conversation.values import Choice, decode
from surveys.statements import VOTES, Statement, VoteRow, Votes
from surveys.store.reading import people_by_content
from surveys.store.schema import tally
from surveys.store.tables.statements import handout, statement, statement_board
from surveys.store.times import from_ms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class Board:
    """One question's statements at one moment; `people` have been handed at least one.

    `edition` rises whenever a statement comes, goes or changes; votes leave it as it is.
    """

    edition: int
    moderated: bool
    people: int
    statements: tuple[Statement, ...]


async def statements(
    connection: AsyncConnection, survey_id: int, question: str | None, since_ms: int
) -> list[Statement]:
    """Every statement of a survey, or of one question; hand-outs without an answer count from `since_ms` on."""
    query = select(statement).where(statement.c.survey_id == survey_id)
    if question is not None:
        query = query.where(statement.c.question == question)
    query = query.order_by(statement.c.question, statement.c.origin, statement.c.id)
    votes = await tallied(connection, survey_id)
    waiting = await _waiting(connection, survey_id, since_ms)
    rows = (await connection.execute(query)).mappings()
    return [
        _statement(row, votes.get(_named(row), {}), waiting.get(_named(row), 0)) for row in rows
    ]


def _named(row: Mapping[str, Any] | Any) -> tuple[str, str]:
    return row["question"], row["id"]


def _statement(row: Any, cells: Mapping[str, int], waiting_for: int) -> Statement:
    return Statement(
        question=row["question"],
        id=row["id"],
        text=json.loads(row["text_json"]),
        origin=row["origin"],
        state=row["state"],
        reason=row["reason"],
        edition=row["edition"],
        said_on=from_ms(row["said_day_ms"]).date(),
        votes=Votes(*(cells.get(vote, 0) for vote in VOTES)),
        waiting_for=waiting_for,
    )


async def tallied(
    connection: AsyncConnection, survey_id: int
) -> dict[tuple[str, str], dict[str, int]]:
    """By question and statement, how many cast each vote."""
    query = select(tally.c.question, tally.c.turn, tally.c.cell, tally.c.n).where(
        tally.c.survey_id == survey_id, tally.c.cell.in_(VOTES), tally.c.turn != ""
    )
    found: dict[tuple[str, str], dict[str, int]] = {}
    for question, turn, cell, n in await connection.execute(query):
        found.setdefault((question, turn), {})[cell] = n
    return found


async def _waiting(
    connection: AsyncConnection, survey_id: int, since_ms: int
) -> dict[tuple[str, str], int]:
    query = (
        select(handout.c.question, handout.c.statement, func.count())
        .where(
            handout.c.survey_id == survey_id,
            handout.c.waits == 1,
            handout.c.handed_ms >= since_ms,
        )
        .group_by(handout.c.question, handout.c.statement)
    )
    return {(question, number): n for question, number, n in await connection.execute(query)}


async def votes(connection: AsyncConnection, survey_id: int) -> list[VoteRow]:
    """Every vote that counts; respondents are numbered as `people_by_content` sorts them."""
    asked = set(await moderated(connection, survey_id))
    drawn = select(
        handout.c.response_id, handout.c.question, handout.c.statement, handout.c.chance
    ).where(handout.c.survey_id == survey_id)
    chances = {tuple(place): chance for *place, chance in await connection.execute(drawn)}
    found = []
    people = await people_by_content(connection, survey_id)
    for number, (said, _, _, response_id) in enumerate(people, start=1):
        for question, turn, text in said:
            value = decode(json.loads(text)) if question in asked else None
            if isinstance(value, Choice) and value.option in VOTES:
                chance = chances.get((response_id, question, turn))
                found.append(VoteRow(number, question, turn, value.option, chance))
    return found


async def board(
    connection: AsyncConnection, survey_id: int, question: str, since_ms: int
) -> Board | None:
    """One question's board; None where it is not voted on."""
    query = select(statement_board).where(
        statement_board.c.survey_id == survey_id, statement_board.c.question == question
    )
    row = (await connection.execute(query)).mappings().first()
    if row is None:
        return None
    first = select(func.count()).where(
        handout.c.survey_id == survey_id, handout.c.question == question, handout.c.place == 1
    )
    people: int = (await connection.execute(first)).scalar_one()
    laid_out = await statements(connection, survey_id, question, since_ms)
    return Board(row["edition"], bool(row["moderated"]), people, tuple(laid_out))


async def edition(connection: AsyncConnection, survey_id: int, question: str) -> int | None:
    """Which edition a board has come to."""
    query = select(statement_board.c.edition).where(
        statement_board.c.survey_id == survey_id, statement_board.c.question == question
    )
    found: int | None = (await connection.execute(query)).scalar()
    return found


async def moderated(connection: AsyncConnection, survey_id: int) -> dict[str, bool]:
    """For each question that is voted on, whether new statements wait."""
    query = select(statement_board.c.question, statement_board.c.moderated).where(
        statement_board.c.survey_id == survey_id
    )
    return {question: bool(waits) for question, waits in await connection.execute(query)}
