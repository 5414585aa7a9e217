"""Closing and purging: after them nothing leads from an answer back to a person (G5)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Table, bindparam, delete, func, insert, literal, select, update

from surveys.errors import StoreError
from surveys.store.answering import forget_unlinked
from surveys.store.auditing import write_audit
from surveys.store.columns import dump
from surveys.store.counting import count, count_sources
from surveys.store.dialogue.handouts import forget_authors
from surveys.store.edition_ends import forget_editions, rename_people, rename_told_file
from surveys.store.files import delete_unreferenced
from surveys.store.hand import forget_hand, forget_unsaid
from surveys.store.pacing import measure_seconds
from surveys.store.publications import forget_published
from surveys.store.schema import (
    answer,
    answer_event,
    applied,
    drawn,
    file,
    group_post,
    organiser,
    organiser_code,
    outbox,
    participation,
    private_answer,
    quote_decision,
    reminder,
    response,
    survey,
    tally,
)
from surveys.store.tables.rounds import round_clock
from surveys.store.tables.statements import handout, statement, statement_board, statement_deed
from surveys.store.times import DAY_MS, to_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Closing:
    """Close a survey at a moment; `new_id` gives random ids for responses and files."""

    survey: Survey
    at: dt.datetime
    new_id: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Purging:
    """Dispose of a survey's answers by a decision."""

    closing: Closing
    reference: str


@each
async def close(connection: AsyncConnection, wish: Closing) -> None:
    """Close; a survey that is closed stays as it is."""
    await _close(connection, wish)


async def _close(connection: AsyncConnection, wish: Closing) -> None:
    survey_id = wish.survey.id
    lock = select(survey.c.closed_ms).where(survey.c.id == survey_id).with_for_update()
    if (await connection.execute(lock)).scalar_one() is not None:
        return
    # Counted while everything is still there, in the transaction that cuts the link: nobody falls between.
    counts = dump(
        {
            **asdict(await count(connection, wish.survey)),
            "sources": await count_sources(connection, survey_id),
            "seconds": await measure_seconds(connection, survey_id),
        }
    )
    await connection.execute(
        update(survey)
        .where(survey.c.id == survey_id)
        .values(closed_ms=to_ms(wish.at), counts_json=counts)
    )
    await _cut_the_link(connection, survey_id)
    await delete_unreferenced(connection, survey_id)
    await _rename_files(connection, survey_id, wish.new_id)
    await _rename_responses(connection, survey_id, wish.new_id)
    await forget_authors(connection, survey_id)
    await _coarsen(connection, survey_id)
    await forget_unsaid(connection, survey_id)
    await write_audit(connection, survey_id, to_ms(wish.at), "close", None, counts)


async def _cut_the_link(connection: AsyncConnection, survey_id: int) -> None:
    """Everything that knows a person, and everything that knows when somebody answered."""
    people = select(participation.c.id).where(participation.c.survey_id == survey_id)
    for table in (applied, private_answer, reminder):
        await connection.execute(delete(table).where(table.c.participation_id.in_(people)))
    for table in (outbox, participation, answer_event, round_clock):
        await connection.execute(delete(table).where(table.c.survey_id == survey_id))


async def _rename_responses(
    connection: AsyncConnection, survey_id: int, new_id: Callable[[], str]
) -> None:
    """New random ids, in their order: the answers follow by cascade, and so does their place on disk.

    Which answer of a name counts stays; which came first does not.
    """
    pairs = await _renamed(connection, response, survey_id, new_id)
    if pairs:
        await connection.execute(
            update(response)
            .where(response.c.id == bindparam("old"))
            .values(id=bindparam("new"), revision=0, name_key=None, edition=None),
            pairs,
        )
        await rename_people(connection, pairs)


async def _rename_files(
    connection: AsyncConnection, survey_id: int, new_id: Callable[[], str]
) -> None:
    """Copy each file under a new name, in random order, and let the values name the copy."""
    for pair in await _renamed(connection, file, survey_id, new_id):
        others = [column for column in file.c if column.name != "id"]
        copy = select(literal(pair["new"]), *others).where(file.c.id == pair["old"])
        await connection.execute(
            insert(file).from_select(["id", *[column.name for column in others]], copy)
        )
        await connection.execute(delete(file).where(file.c.id == pair["old"]))
        await _refer(connection, survey_id, pair["old"], pair["new"])


async def _refer(connection: AsyncConnection, survey_id: int, old: str, new: str) -> None:
    found = await connection.execute(select(answer).where(answer.c.file_id == old))
    for row in found.mappings().all():
        value = dump({**json.loads(row["value_json"]), "file": new})
        await connection.execute(
            update(answer)
            .where(
                answer.c.response_id == row["response_id"],
                answer.c.question == row["question"],
                answer.c.turn == row["turn"],
            )
            .values(file_id=new, value_json=value)
        )
    await rename_told_file(connection, survey_id, old, new)


async def _renamed(
    connection: AsyncConnection, table: Table, survey_id: int, new_id: Callable[[], str]
) -> list[dict[str, str]]:
    query = select(table.c.id).where(table.c.survey_id == survey_id).order_by(table.c.id)
    pairs = [{"old": old, "new": new_id()} for old in (await connection.execute(query)).scalars()]
    return sorted(pairs, key=lambda pair: pair["new"])


async def _coarsen(connection: AsyncConnection, survey_id: int) -> None:
    """The other tables of the response side never know more than the day."""
    for table in (quote_decision, statement_deed):
        column = table.c.at_ms
        await connection.execute(
            update(table)
            .where(table.c.survey_id == survey_id)
            .values(at_ms=column - column % DAY_MS)
        )


@each
async def purge(connection: AsyncConnection, wish: Purging) -> dict[str, int]:
    """Remove what was said and who took part; the counts stay. What went, by table."""
    if not wish.reference.strip():
        raise StoreError("a survey is disposed of by a decision: give its reference")
    survey_id = wish.closing.survey.id
    gone = {"participation": await _count(connection, participation, survey_id)}
    await _close(connection, wish.closing)
    responses = select(response.c.id).where(response.c.survey_id == survey_id)
    removed = await connection.execute(delete(answer).where(answer.c.response_id.in_(responses)))
    gone["answer"] = removed.rowcount
    for table in (organiser, organiser_code, group_post):
        await connection.execute(delete(table).where(table.c.survey_id == survey_id))
    await forget_unlinked(connection)
    for table in (statement, handout, statement_board, statement_deed):
        removed = await connection.execute(delete(table).where(table.c.survey_id == survey_id))
        gone[table.name] = removed.rowcount
    for table in (response, file, tally, drawn, quote_decision):
        removed = await connection.execute(delete(table).where(table.c.survey_id == survey_id))
        gone[table.name] = removed.rowcount
    await forget_published(connection, survey_id)
    await forget_editions(connection, survey_id)
    await forget_hand(connection, survey_id)
    await connection.execute(update(survey).where(survey.c.id == survey_id).values(purged=1))
    at_ms, decision = to_ms(wish.closing.at), wish.reference.strip()
    await write_audit(connection, survey_id, at_ms, "purge", decision, dump(gone))
    return gone


async def _count(connection: AsyncConnection, table: Table, survey_id: int) -> int:
    query = select(func.count()).select_from(table).where(table.c.survey_id == survey_id)
    number: int = (await connection.execute(query)).scalar_one()
    return number


async def due_closings(connection: AsyncConnection, now_ms: int) -> list[str]:
    """Codes of surveys whose time has passed and that are not closed, longest overdue first."""
    query = (
        select(survey.c.code)
        .where(survey.c.closed_ms.is_(None), survey.c.closes_ms <= now_ms)
        .order_by(survey.c.closes_ms, survey.c.id)
    )
    return list((await connection.execute(query)).scalars())
