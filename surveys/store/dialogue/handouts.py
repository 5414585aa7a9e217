"""Statements in a batch of turns: what was handed out, what has been answered, what people wrote themselves.

Everything is found by its key: a vote costs the same however many statements there are and people have voted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from surveys.conversation.state import Handed, Key
from surveys.store.columns import dump
from surveys.store.schema import response
from surveys.store.tables.statements import handout, statement, statement_board
from surveys.store.times import day_of, to_ms

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.records import Turn

_HANDED = (handout.c.response_id, handout.c.question, handout.c.statement)
_ANSWERED = (
    update(handout)
    .where(*(column == bindparam(f"of_{column.name}") for column in _HANDED))
    .values(waits=0)
)
_BOARDS = select(statement_board.c.survey_id, statement_board.c.question).where(
    statement_board.c.survey_id.in_(bindparam("surveys", expanding=True)),
    statement_board.c.moderated == 1,
)
_BUMP = (
    update(statement_board)
    .where(
        statement_board.c.survey_id == bindparam("of_survey"),
        statement_board.c.question == bindparam("of_question"),
    )
    .values(edition=statement_board.c.edition + 1)
)
_LAID_BEFORE = (
    select(handout.c.question, handout.c.statement, handout.c.chance, statement.c.author)
    .outerjoin(
        statement,
        (statement.c.survey_id == handout.c.survey_id)
        & (statement.c.question == handout.c.question)
        & (statement.c.id == handout.c.statement),
    )
    .where(handout.c.response_id == bindparam("of_response"))
    .order_by(handout.c.question, handout.c.place)
)
_TOUCH = (
    update(response)
    .where(response.c.id == bindparam("of_id"))
    .values(revision=response.c.revision + 1)
)
_HANDOUT, _STATEMENT = insert(handout), insert(statement)


class HandoutRows:
    """What a batch's turns do to hand-outs and statements."""

    def __init__(self) -> None:
        self._handed: dict[tuple[str, Key], dict[str, Any]] = {}
        self._answered: set[tuple[str, Key]] = set()
        self._written: list[dict[str, Any]] = []

    def add(self, turn: Turn, response_id: str) -> None:
        """Take in one turn."""
        step, handed = turn.step, turn.step.state.handed
        if not handed:
            return
        for place, key in enumerate(step.handed, start=len(handed) - len(step.handed) + 1):
            row = _row(turn, response_id, key, handed[key].chance, place)
            self._handed[response_id, key] = row
        for change in step.changes:
            if change.key in handed:
                self._answered.add((response_id, change.key))
        for proposal in step.proposed:
            self._written.append(
                {
                    "survey_id": turn.survey_id,
                    "question": proposal.key.question,
                    "id": proposal.key.turn,
                    "text_json": dump({proposal.language: proposal.text}),
                    "origin": "participant",
                    "state": "shown",
                    "reason": None,
                    "edition": 0,
                    "author": response_id,
                    "said_day_ms": day_of(turn.at),
                }
            )

    async def write(self, connection: AsyncConnection) -> None:
        """Write it; the responses are there by now."""
        for place in self._answered & self._handed.keys():
            self._handed[place]["waits"] = 0
        if self._handed:
            await connection.execute(
                _HANDOUT, [self._handed[place] for place in sorted(self._handed)]
            )
        if answered := sorted(self._answered - self._handed.keys()):
            await connection.execute(_ANSWERED, [_place(*each) for each in answered])
        if self._written:
            await self._write_statements(connection)

    async def _write_statements(self, connection: AsyncConnection) -> None:
        """Whether they wait for a moderator is decided here, beside whoever switches it."""
        surveys = sorted({row["survey_id"] for row in self._written})
        found = await connection.execute(_BOARDS, {"surveys": surveys})
        moderated = {(survey_id, question) for survey_id, question in found}
        for row in self._written:
            if (row["survey_id"], row["question"]) in moderated:
                row["state"] = "waiting"
        await connection.execute(_STATEMENT, self._written)
        await bump(connection, {(row["survey_id"], row["question"]) for row in self._written})


async def read_handed(connection: AsyncConnection, response_id: str) -> dict[Key, Handed]:
    """The statements that lie before a response, in the order they came."""
    rows = await connection.execute(_LAID_BEFORE, {"of_response": response_id})
    return {
        Key(question, number): Handed(chance, own=author == response_id)
        for question, number, chance, author in rows
    }


async def take_back(connection: AsyncConnection, place: tuple[int, str, str]) -> None:
    """Let nobody answer a statement (survey, question, id) as it was: who has not yet is handed another one.

    Their turns are stale from now on, so that what is on their screens is looked at anew.
    """
    survey_id, question, number = place
    lying = (
        handout.c.survey_id == survey_id,
        handout.c.question == question,
        handout.c.statement == number,
        handout.c.waits == 1,
    )
    query = select(handout.c.response_id).where(*lying)
    people = sorted((await connection.execute(query)).scalars())
    await connection.execute(delete(handout).where(*lying))
    if people:
        rows = [{"of_id": each} for each in people]
        await connection.execute(_TOUCH, rows)


async def forget_handed(connection: AsyncConnection, survey_id: int, response_id: str) -> None:
    """A response goes: its hand-outs, and the words of the statements it wrote. Other people's votes on them stay theirs."""
    boards = select(handout.c.question).where(handout.c.response_id == response_id).distinct()
    questions = {(survey_id, name) for name in (await connection.execute(boards)).scalars()}
    await connection.execute(delete(handout).where(handout.c.response_id == response_id))
    mine = select(statement.c.question, statement.c.id).where(statement.c.author == response_id)
    for question, number in (await connection.execute(mine)).all():
        await take_back(connection, (survey_id, question, number))
    await connection.execute(
        update(statement)
        .where(statement.c.author == response_id)
        .values(state="erased", text_json="{}", author=None)
    )
    await bump(connection, questions)


async def forget_authors(connection: AsyncConnection, survey_id: int) -> None:
    """At closing: who wrote a statement goes, and when somebody was handed one."""
    await connection.execute(
        update(statement).where(statement.c.survey_id == survey_id).values(author=None)
    )
    await connection.execute(
        update(handout).where(handout.c.survey_id == survey_id).values(handed_ms=None)
    )


async def bump(connection: AsyncConnection, boards: Collection[tuple[int, str]]) -> None:
    """Tell whoever has these boards in memory that they have changed."""
    rows = [{"of_survey": survey, "of_question": question} for survey, question in sorted(boards)]
    if rows:
        await connection.execute(_BUMP, rows)


def _row(
    turn: Turn, response_id: str, key: Key, chance: float | None, place: int
) -> dict[str, Any]:
    return {
        "response_id": response_id,
        "question": key.question,
        "statement": key.turn,
        "survey_id": turn.survey_id,
        "place": place,
        "chance": chance,
        "waits": 1,
        "handed_ms": to_ms(turn.at),
    }


def _place(response_id: str, key: Key) -> dict[str, str]:
    return {"of_response_id": response_id, "of_question": key.question, "of_statement": key.turn}
