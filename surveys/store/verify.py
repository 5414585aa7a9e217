"""`db verify`: does what is stored agree with itself, and is a closed survey really closed?"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Table, exists, func, select

from surveys.conversation.respondent import RESPONDENT, name_of
from surveys.conversation.values import cells, decode
from surveys.store.database.engine import WRITE_PRAGMAS
from surveys.store.reading import drawn_items, tallies
from surveys.store.records import Difference, Verification
from surveys.store.schema import (
    answer,
    answer_event,
    erasure,
    file,
    group_post,
    organiser,
    organiser_code,
    outbox,
    participation,
    reminder,
    response,
    survey,
)
from surveys.store.tables.answers import subscription
from surveys.store.tables.editions import edition_part, edition_row
from surveys.store.tables.hand import decided_answer, theme_decision, translation
from surveys.store.tables.publications import released, wall
from surveys.store.tables.rounds import round_clock
from surveys.store.tables.statements import handout, statement, statement_board, statement_deed
from surveys.store.tallying import count_drawn
from surveys.store.times import DAY_MS
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy import RowMapping
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.tallying import DrawnKey

Cell: TypeAlias = tuple[str, str, str]
PERSONAL = (participation, outbox, answer_event, reminder, round_clock)
"""Tables that must be empty for a closed survey."""
BESIDE = (
    *(group_post, organiser, organiser_code, released, wall),
    *(statement, handout, statement_board, statement_deed),
    *(decided_answer, theme_decision, translation),
    *(edition_row, edition_part),
)
"""Tables that must be empty for a survey that has been disposed of."""
TRACES = ((statement, "author"), (handout, "handed_ms"))
"""What must be gone from a closed survey."""
DAYS = (
    *((response, "started_day_ms"), (file, "saved_day_ms"), (erasure, "day_ms")),
    *((theme_decision, "day_ms"), (translation, "day_ms"), (edition_part, "day_ms")),
)
"""Times of the response side: whole days."""


class Verifier:
    """Looks at everything on one connection, which must see one moment."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Look through `connection`; nothing is written."""
        self._connection = connection
        self._checked: Counter[str] = Counter()
        self._differences: list[Difference] = []

    async def run(self) -> Verification:
        """Look; the result lists tables and numbers, never content."""
        await self._engine()
        columns = survey.c.id, survey.c.code, survey.c.closed_ms, survey.c.purged
        query = select(*columns).order_by(survey.c.id)
        for survey_id, code, closed_ms, purged in (await self._connection.execute(query)).all():
            self._checked["surveys"] += 1
            if closed_ms is None:
                await self._projection(survey_id, code)
            else:
                await self._closed(survey_id, code)
            if purged:
                await self._empty(survey_id, f"{code} is disposed of", BESIDE)
            await self._tallies(survey_id, code)
            await self._answered(survey_id, code)
            await self._files(survey_id, code)
            await self._drawn(survey_id, code)
            await self._handed(survey_id, code)
            await self._names(survey_id, code, closed=closed_ms is not None)
            await self._subscriptions(survey_id, code)
        return Verification(dict(self._checked), tuple(self._differences))

    def pragmas(self, found: dict[str, object]) -> None:
        """Compare the writing connection's PRAGMAs."""
        for name, (_, expected) in WRITE_PRAGMAS.items():
            if name in found:
                self._checked["pragmas"] += 1
                if found[name] != expected:
                    self._differ("pragma", f"{name} is {found[name]}, not {expected}")

    def _differ(self, where: str, text: str) -> None:
        self._differences.append(Difference(where, text))

    async def _engine(self) -> None:
        if self._connection.dialect.name != "sqlite":
            return  # PostgreSQL checks its own references, and its pages with its own tools
        whole = await self._connection.exec_driver_sql("PRAGMA integrity_check")
        for (line,) in whole.all():
            if line != "ok":
                self._differ("integrity_check", str(line))
        broken = await self._connection.exec_driver_sql("PRAGMA foreign_key_check")
        for row in broken.mappings().all():
            text = f"{row['table']} refers to a missing row of {row['parent']}"
            self._differ("foreign_key_check", text)
        self._checked["engine checks"] += 2

    async def _projection(self, survey_id: int, code: str) -> None:
        """The current answers are what the log says, folded in its order."""
        events = (
            select(answer_event)
            .where(answer_event.c.survey_id == survey_id)
            .order_by(answer_event.c.seq)
        )
        folded: dict[Cell, tuple[str, int]] = {}
        for row in (await self._connection.execute(events)).mappings():
            key = row["response_id"], row["question"], row["turn"]
            self._checked["events"] += 1
            if row["kind"] == "set":
                folded[key] = row["value_json"], row["active"]
            else:
                folded.pop(key, None)
        current = await self._current(survey_id)
        self._checked["answers"] += len(current)
        different = sum(folded.get(key) != current.get(key) for key in folded | current)
        if different:
            self._differ("answer", f"{code}: {different} current answers differ from the log")

    async def _current(self, survey_id: int) -> dict[Cell, tuple[str, int]]:
        query = (
            select(answer)
            .join(response, response.c.id == answer.c.response_id)
            .where(response.c.survey_id == survey_id)
        )
        rows = (await self._connection.execute(query)).mappings()
        return {
            (row["response_id"], row["question"], row["turn"]): (row["value_json"], row["active"])
            for row in rows
        }

    async def _tallies(self, survey_id: int, code: str) -> None:
        query = (
            select(answer.c.question, answer.c.turn, answer.c.value_json, func.count())
            .join(response, response.c.id == answer.c.response_id)
            .where(
                response.c.survey_id == survey_id,
                response.c.superseded == 0,
                answer.c.active == 1,
            )
            .group_by(answer.c.question, answer.c.turn, answer.c.value_json)
        )
        counted: Counter[Cell] = Counter()
        for question, turn, text, n in await self._connection.execute(query):
            for cell in cells(decode(json.loads(text))):
                counted[question, turn, cell] += n
        kept = await tallies(self._connection, survey_id)
        self._checked["tallies"] += len(kept)
        different = sum(counted[key] != kept.get(key, 0) for key in counted.keys() | kept.keys())
        if different:
            self._differ("tally", f"{code}: {different} tallies differ from a recount")

    async def _answered(self, survey_id: int, code: str) -> None:
        counting = func.count().filter(answer.c.active == 1, answer.c.said == 1)
        query = (
            select(response.c.answered, counting.label("counted"))
            .outerjoin(answer, answer.c.response_id == response.c.id)
            .where(response.c.survey_id == survey_id)
            .group_by(response.c.id)
        )
        rows = (await self._connection.execute(query)).all()
        different = sum(row.answered != row.counted for row in rows)
        if different:
            self._differ(
                "response", f"{code}: {different} have answered another number of questions"
            )

    async def _files(self, survey_id: int, code: str) -> None:
        query = (
            select(func.count())
            .select_from(answer)
            .join(response, response.c.id == answer.c.response_id)
            .outerjoin(file, file.c.id == answer.c.file_id)
            .where(
                response.c.survey_id == survey_id,
                answer.c.file_id.is_not(None),
                file.c.id.is_(None),
            )
        )
        missing = (await self._connection.execute(query)).scalar_one()
        if missing:
            self._differ("file", f"{code}: {missing} answers name a file that is not there")

    async def _drawn(self, survey_id: int, code: str) -> None:
        query = select(response.c.facts_json).where(response.c.survey_id == survey_id)
        counted: dict[DrawnKey, int] = {}
        for text in (await self._connection.execute(query)).scalars():
            count_drawn(survey_id, json.loads(text), 1, counted)
        found = await drawn_items(self._connection, survey_id)
        kept = {
            (survey_id, dimension, item): n
            for dimension, items in found.items()
            for item, n in items.items()
        }
        if counted != kept:
            self._differ("drawn", f"{code}: the drawn items differ from a recount")

    async def _handed(self, survey_id: int, code: str) -> None:
        """A statement that was handed out waits exactly as long as it has no answer."""
        said = exists().where(
            answer.c.response_id == handout.c.response_id,
            answer.c.question == handout.c.question,
            answer.c.turn == handout.c.statement,
        )
        of_survey = handout.c.survey_id == survey_id
        self._checked["hand-outs"] += await self._rows(handout, of_survey)
        wrong = await self._rows(handout, of_survey & ((handout.c.waits == 1) == said))
        if wrong:
            self._differ("handout", f"{code}: {wrong} hand-outs differ from the answers")

    async def _names(self, survey_id: int, code: str, *, closed: bool) -> None:
        """Of the complete responses with one name exactly one counts: the one changed last."""
        query = (
            select(response, answer.c.value_json)
            .outerjoin(
                answer,
                (answer.c.response_id == response.c.id)
                & (answer.c.question == RESPONDENT.question)
                & (answer.c.turn == RESPONDENT.turn)
                & (answer.c.active == 1),
            )
            .where(response.c.survey_id == survey_id)
        )
        named: dict[str, list[RowMapping]] = {}
        wrong = 0
        for row in (await self._connection.execute(query)).mappings():
            said = row["value_json"]
            name = name_of(decode(json.loads(said))) if said is not None else None
            member = name is not None and bool(row["complete"])
            if member:
                named.setdefault(str(name), []).append(row)
            wrong += bool(row["superseded"]) and not member
            if closed:
                wrong += row["name_key"] is not None or row["edition"] is not None
            else:
                wrong += row["name_key"] != name or (row["edition"] is not None) != member
        self._checked["names"] += len(named)
        wrong += sum(not _last_one_counts(rows, closed=closed) for rows in named.values())
        if wrong:
            self._differ("response", f"{code}: {wrong} names whose last response does not count")

    async def _subscriptions(self, survey_id: int, code: str) -> None:
        """One day for all of a survey's, so that none tells when it was made."""
        query = select(subscription.c.until_ms).where(subscription.c.survey_id == survey_id)
        days = list((await self._connection.execute(query)).scalars())
        self._checked["subscriptions"] += len(days)
        if len(set(days)) > 1 or any(day % DAY_MS for day in days):
            self._differ("G5", f"{code}: subscriptions tell when they were made")

    async def _closed(self, survey_id: int, code: str) -> None:
        self._checked["closed surveys"] += 1
        await self._empty(survey_id, f"{code} is closed", PERSONAL)
        for table, name in TRACES:
            left = await self._rows(
                table, (table.c.survey_id == survey_id) & table.c[name].is_not(None)
            )
            if left:
                self._differ("G5", f"{code} is closed and {left} rows in {table.name} have {name}")
        for table, name in DAYS:
            column = table.c[name]
            fine = await self._rows(
                table, (table.c.survey_id == survey_id) & (column % DAY_MS != 0)
            )
            if fine:
                self._differ("G5", f"{code} is closed and {fine} times in {table.name} are finer")

    async def _empty(self, survey_id: int, state: str, tables: tuple[Table, ...]) -> None:
        for table in tables:
            left = await self._rows(table, table.c.survey_id == survey_id)
            if left:
                self._differ("G5", f"{state} and has {left} rows in {table.name}")

    async def _rows(self, table: Table, condition: Any) -> int:
        query = select(func.count()).select_from(table).where(condition)
        number: int = (await self._connection.execute(query)).scalar_one()
        return number


def _last_one_counts(rows: list[RowMapping], *, closed: bool) -> bool:
    counted = [row for row in rows if not row["superseded"]]
    if len(counted) != 1:
        return False
    return closed or counted[0]["edition"] == max(row["edition"] or 0 for row in rows)


@each
async def read_pragmas(connection: AsyncConnection, _payload: None) -> dict[str, object]:
    """What the writing connection is set to; empty for PostgreSQL."""
    if connection.dialect.name != "sqlite":
        return {}
    raw = await connection.get_raw_connection()
    assert raw.driver_connection is not None
    found: dict[str, object] = {}
    for name in WRITE_PRAGMAS:
        async with raw.driver_connection.execute(f"PRAGMA {name}") as cursor:
            found[name] = (await cursor.fetchone())[0]
    return found
