"""A database of an older Dalalab is brought to today's tables with everything in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, text
from store_people import NOW, Person, open_survey
from store_rows import dump

from surveys.conversation.values import Choice, Words
from surveys.store.database.engine import MIGRATION_PRAGMAS, normalise, write_engine
from surveys.store.database.migrating import _config
from surveys.store.store import Store
from surveys.survey import Survey

BACK = {
    "name_key": None,
    "edition": None,
    "superseded": 0,
    "answered": 2,
    "seat": 0,
    "unknown": 0,
    "asked": None,
    "asked_message": None,
    "edited_s": None,
}
"""What the older tables know nothing of, and what the upgrade makes of it."""


async def filled(store: Store) -> tuple[Survey, Person]:
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin(outbox=({"screen": "useful"},))
    await person.say(useful=Choice("much"), words=Words("före"))
    await store.save_file(survey.id, b"jpeg", "image/jpeg", NOW)
    return survey, person


async def make_first(url: str, rows: dict[str, list[dict[str, object]]]) -> None:
    """A database as the first tables were, with these rows."""
    engine = write_engine(normalise(url), MIGRATION_PRAGMAS)

    def upgrade(connection: Connection) -> None:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for table, found in rows.items():
            for row in found:
                kept = {name: value for name, value in row.items() if name not in BACK}
                names, places = ", ".join(kept), ", ".join(f":{name}" for name in kept)
                connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({places})"), kept)

    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
    await engine.dispose()


@pytest.mark.parametrize(
    "engine",
    ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)],
)
async def test_the_first_tables_are_upgraded_with_all_that_is_in_them(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    older = f"sqlite:///{tmp_path}/older.sqlite"
    if engine == "postgresql":
        older = request.getfixturevalue("postgresql_server").create("older")
    newer = f"sqlite:///{tmp_path}/newer.sqlite"
    async with await Store.open(newer) as store:
        survey, person = await filled(store)
    rows = await dump(newer)
    await make_first(older, {name: each for name, each in rows.items() if each})

    async with await Store.open(older) as store:
        assert await dump(older) == rows
        assert (await store.verify()).differences == ()
        loaded = await store.load(survey.id, person.address)
        assert loaded is not None
        assert (loaded.state, loaded.state.seats) == (person.state, 1)
