"""A turn costs the same however many have answered: SQLite finds every row of it by a key."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from store_people import NOW, Person, open_survey
from test_store_statements import ANNAS, BENCHES, arrived, open_dialogue

from surveys.conversation.state import Key
from surveys.conversation.values import Choice
from surveys.store.database import sqlite
from surveys.store.records import InboxUpdate
from surveys.store.schema import metadata
from surveys.store.store import Store

Heard = dict[str, Any]
"""The statements that were run, each with what it was given last."""


Steps = Counter[str]
"""How many instructions of SQLite's own machine each statement took."""


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    counted: Steps = Counter()
    run = sqlite._run

    def count(connection: sqlite3.Connection, method: str, sql: str, given: Any) -> sqlite.Whole:
        connection.set_progress_handler(lambda: counted.update((sql,)), 1)
        try:
            return run(connection, method, sql, given)
        finally:
            connection.set_progress_handler(None, 0)

    monkeypatch.setattr(sqlite, "_run", count)
    return counted


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    statements: Heard = {}
    run = sqlite._run

    def listen(connection: sqlite3.Connection, method: str, sql: str, given: Any) -> sqlite.Whole:
        statements[sql] = given[0] if method == "executemany" else given
        return run(connection, method, sql, given)

    monkeypatch.setattr(sqlite, "_run", listen)
    return statements


async def test_no_statement_of_a_turn_reads_a_whole_table(tmp_path: Path, heard: Heard) -> None:
    file = tmp_path / "people.sqlite"
    async with await Store.open(f"sqlite:///{file}") as store:
        survey = await open_survey(store)
        people = [Person(store, survey, name) for name in ("anna", "bo", "cia")]
        heard.clear()
        await asyncio.gather(*(_take_part(person, number) for number, person in enumerate(people)))
    found = _whole_tables(file, heard)
    assert any("INSERT INTO answer_event" in sql for sql in heard)
    assert not found, found


async def test_a_vote_among_two_thousand_statements_is_found_by_keys(
    tmp_path: Path, heard: Heard
) -> None:
    file = tmp_path / "votes.sqlite"
    async with await Store.open(f"sqlite:///{file}") as store:
        names = ["benches", *(f"s{number}" for number in range(20))]
        survey = await open_dialogue(store, names=names)
        (anna,) = await arrived(store, survey, "anna")
        heard.clear()
        await anna.is_handed(BENCHES)
        await anna.votes(BENCHES, "agree")
        await anna.writes(ANNAS, "Torget behöver ljus")
        await anna.reload()
        await store.board_edition(survey.id, "square")
    found = _whole_tables(file, heard)
    assert any("INSERT INTO handout" in sql for sql in heard)
    assert not found, found


async def test_a_vote_takes_no_more_steps_among_two_thousand_statements_and_many_voters(
    tmp_path: Path, steps: Steps
) -> None:
    few = await _steps_of_a_vote(tmp_path / "few.sqlite", steps, statements=20, voters=3)
    many = await _steps_of_a_vote(tmp_path / "many.sqlite", steps, statements=2_000, voters=150)
    assert 0 < many <= 1.5 * few, (few, many)


async def _steps_of_a_vote(file: Path, steps: Steps, *, statements: int, voters: int) -> int:
    """What a vote of one more person costs, who is handed a statement that everybody before has voted on."""
    names = [f"s{number}" for number in range(statements)]
    async with await Store.open(f"sqlite:///{file}") as store:
        survey = await open_dialogue(store, names=names)
        people = await arrived(store, survey, *(f"person {each}" for each in range(voters)))
        for key in (Key("square", names[-1]), Key("square", names[0])):
            await asyncio.gather(*(person.is_handed(key) for person in people))
            await asyncio.gather(*(person.votes(key, "agree") for person in people))
        (anna,) = await arrived(store, survey, "anna")
        steps.clear()
        await anna.is_handed(Key("square", names[-1]))
        await anna.votes(Key("square", names[-1]), "agree")
        await anna.reload()
        await store.board_edition(survey.id, "square")
        return sum(steps.values())


async def _take_part(person: Person, number: int) -> None:
    """What a person's updates and replies ask of the store."""
    store, survey, later = person.store, person.survey, NOW + timedelta(minutes=1)
    await store.receive([InboxUpdate(7, number, b"{}")], NOW)
    await store.load(survey.id, person.address)
    await store.latest_survey("telegram", 7, person.address.hmac)
    await store.wants_no_reminders(person.address)
    await person.begin(inbox=(7, number), outbox=({"n": 1},))
    await person.say(useful=Choice("much"))
    await person.say(useful=None)
    person.participation_id = None  # as after a restart
    await person.submit(
        person.step({Key("useful"): Choice("some")}), outbox=({"n": 2},), lease_until=later
    )
    await store.shown(survey.id, person.address)
    for message in await store.claim_messages(7, later, 30, 10):
        await store.retry_message(message.id, later)
    for message in await store.claim_messages(7, later, 30, 10):
        await store.sent(
            message.id, 555, others=[each.id for each in message.behind], asks="topics"
        )
        await store.set_reachable(message.participation_id, False)


def _whole_tables(file: Path, statements: Heard) -> list[tuple[str, str]]:
    """(statement, what it does) wherever a table is read from its beginning to its end."""
    scans = {f"SCAN {table}" for table in metadata.tables}
    database = sqlite3.connect(file)
    found = [
        (sql, line)
        for sql, given in statements.items()
        if sql.startswith(("SELECT", "UPDATE", "DELETE", "INSERT"))
        for *_, line in database.execute(f"EXPLAIN QUERY PLAN {sql}", given)
        if any(line.startswith(scan) for scan in scans)
    ]
    database.close()
    return found
