"""Opening, migrating, holding and reading a store; and what the operator is told when it cannot be."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sqlite3
import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from store_people import NOTICE, NOW, QUESTIONNAIRE, Person, open_survey

from surveys.conversation.values import Choice
from surveys.errors import DatabaseHeld, StoreError
from surveys.store.database.engine import normalise
from surveys.store.database.migrating import _revisions, copy_before
from surveys.store.migrations import HEAD
from surveys.store.schema import metadata
from surveys.store.store import Store
from surveys.store.times import to_ms
from surveys.survey import DimensionFill, Fill

HERE = Path(__file__).parent


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/deep/down/dalalab.sqlite"


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def child(program: str, *arguments: str) -> subprocess.Popen[str]:
    """Another process that runs `program` beside these helpers."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(program), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(HERE)},
    )


async def test_a_survey_comes_back_as_it_was_opened(store: Store) -> None:
    opened = await open_survey(
        store,
        fill=Fill(dimension={"area": DimensionFill()}),
        series="dalalab",
        channels=("web", "telegram"),
        languages=("sv", "en"),
        opens=NOW,
        closes=NOW + timedelta(days=7),
        invited=24,
    )
    assert (opened.questionnaire, opened.notice) == (QUESTIONNAIRE, NOTICE)
    assert opened.version == QUESTIONNAIRE.version()
    assert opened.closes == NOW + timedelta(days=7)
    assert await store.survey("TRAFF") is opened
    assert (await store.set_attended("TRAFF", 18)).attended == 18
    assert await store.survey("NOBODY") is None
    assert [each.code for each in await store.surveys()] == ["TRAFF"]


async def test_a_taken_code_is_refused_and_an_unknown_one_named(store: Store) -> None:
    await open_survey(store)
    with pytest.raises(StoreError, match="TRAFF is taken"):
        await open_survey(store)
    with pytest.raises(StoreError, match="no survey has the code"):
        await store.set_attended("NOBODY", 1)


async def test_publishing_the_same_content_twice_is_one_version(store: Store) -> None:
    assert await store.publish(QUESTIONNAIRE) == await store.publish(QUESTIONNAIRE)


async def test_a_reader_sees_and_never_writes(store: Store, store_url: str) -> None:
    survey = await open_survey(store)
    await Person(store, survey).begin()
    async with await Store.read(store_url) as reader:
        assert [each.code for each in await reader.surveys()] == ["TRAFF"]
        assert (await reader.counts(survey)).begun == 1
        assert (await reader.verify()).differences == ()
        with pytest.raises(StoreError, match="reading only"):
            await open_survey(reader, "OTHER")
        await open_survey(store, "LATER")
        assert len(await reader.surveys()) == 2


async def test_a_reader_works_when_no_writer_has_the_file(sqlite_url: str) -> None:
    await (await Store.open(sqlite_url)).close()
    async with await Store.read(sqlite_url) as reader:
        assert await reader.surveys() == []


async def test_a_closed_store_says_so(sqlite_url: str) -> None:
    store = await Store.open(sqlite_url)
    await store.close()
    await store.close()
    with pytest.raises(StoreError, match="closed"):
        await open_survey(store)


async def test_closing_finishes_what_is_queued(sqlite_url: str) -> None:
    store = await Store.open(sqlite_url)
    survey = await open_survey(store)
    people = [Person(store, survey, f"person{n}") for n in range(20)]
    going = [asyncio.create_task(person.begin()) for person in people]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*going)
    async with await Store.read(sqlite_url) as reader:
        assert (await reader.counts(survey)).begun == 20


async def test_a_second_process_is_told_who_holds_the_file(sqlite_url: str) -> None:
    store = await Store.open(sqlite_url)
    with pytest.raises(DatabaseHeld, match=str(os.getpid())):
        await Store.open(sqlite_url)
    await store.close()
    await (await Store.open(sqlite_url)).close()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("nonsense", "Write sqlite:///"),
        ("mysql://host/name", "not supported"),
        ("sqlite://", "needs a file"),
        ("sqlite:////proc/dalalab.sqlite", "right to write"),
        ("sqlite:////dev/null/x.sqlite", "right to write"),
        ("postgresql://nobody@/x?host=/nowhere", "Is the server running"),
    ],
)
async def test_an_address_that_cannot_serve_is_told_with_what_to_do(url: str, told: str) -> None:
    with pytest.raises(StoreError, match=told):
        await Store.open(url)


async def test_a_folder_in_the_place_of_the_file_is_told_and_not_held(tmp_path: Path) -> None:
    (tmp_path / "folder.sqlite").mkdir()
    for _ in range(2):
        with pytest.raises(StoreError, match="choose another place"):
            await Store.open(f"sqlite:///{tmp_path}/folder.sqlite")


async def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_text("Hej! " * 400)
    with pytest.raises(StoreError, match="no Dalalab database"):
        await Store.open(f"sqlite:///{path}")
    assert path.read_text() == "Hej! " * 400


async def test_a_foreign_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    with pytest.raises(StoreError, match="not Dalalab's"):
        await Store.open(f"sqlite:///{path}")


async def test_a_newer_database_is_refused_by_writer_and_reader(sqlite_url: str) -> None:
    await (await Store.open(sqlite_url)).close()
    with sqlite3.connect(file_of(sqlite_url)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()
    for open_it in (Store.open, Store.read):
        with pytest.raises(StoreError, match="newer Dalalab"):
            await open_it(sqlite_url)


async def test_a_reader_of_nothing_is_told_how_to_begin(sqlite_url: str) -> None:
    with pytest.raises(StoreError, match="There is no database"):
        await Store.read(sqlite_url)
    assert not file_of(sqlite_url).exists()


async def test_a_reader_of_an_older_schema_is_told_to_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    with pytest.raises(StoreError, match="older schema"):
        await Store.read(f"sqlite:///{path}")


async def test_the_database_is_readable_for_its_account_alone(sqlite_url: str) -> None:
    await (await Store.open(sqlite_url)).close()
    assert file_of(sqlite_url).stat().st_mode & 0o077 == 0


async def test_a_copy_is_made_before_an_upgrade(sqlite_url: str) -> None:
    from surveys.store.database.engine import write_engine

    store = await Store.open(sqlite_url)
    await open_survey(store)
    await store.close()
    engine = write_engine(normalise(sqlite_url))
    await copy_before(engine, normalise(sqlite_url))
    await copy_before(engine, normalise(sqlite_url))
    await engine.dispose()
    copy = sqlite3.connect(f"{file_of(sqlite_url)}.before-{HEAD}")
    assert copy.execute("SELECT code FROM survey").fetchall() == [("TRAFF",)]
    copy.close()


async def test_migrations_make_exactly_the_tables_of_the_program(tmp_path: Path) -> None:
    """STRICT, AUTOINCREMENT, WITHOUT ROWID and every named constraint included."""
    migrated, made = tmp_path / "migrated.sqlite", tmp_path / "made.sqlite"
    await (await Store.open(f"sqlite:///{migrated}")).close()
    engine = create_engine(f"sqlite:///{made}")
    metadata.create_all(engine)
    engine.dispose()
    assert _tables(migrated) == _tables(made)


def _tables(path: Path) -> dict[str, list[str]]:
    """Each table's and index's statement as its parts: their order says nothing."""
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'"
    ).fetchall()
    connection.close()
    return {
        name: sorted(
            part.strip() for part in re.split(r"\n|,(?![^\n(]*\))|(?=STRICT)", sql) if part.strip()
        )
        for name, sql in rows
    }


@pytest.mark.postgresql
async def test_postgresql_has_the_same_columns_and_constraints(
    postgresql_server: object, postgresql_template: str
) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy.ext.asyncio import create_async_engine

    url = postgresql_server.clone(postgresql_template)  # type: ignore[attr-defined]
    engine = create_async_engine(normalise(url))
    async with engine.connect() as connection:
        differences = await connection.run_sync(
            lambda each: compare_metadata(MigrationContext.configure(each), metadata)
        )
    await engine.dispose()
    assert differences == []


def test_the_newest_migration_is_the_one_the_program_wants() -> None:
    assert HEAD in _revisions()
    assert max(_revisions()) == HEAD


STARTER = """
    import asyncio, sys
    from surveys.store.store import Store
    async def main():
        sys.stdin.readline()
        await (await Store.open(sys.argv[1], lock=False)).close()
    asyncio.run(main())
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "engine", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def test_six_starters_at_once_migrate_once(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = f"sqlite:///{tmp_path}/new.sqlite"
    if engine == "postgresql":
        url = request.getfixturevalue("postgresql_server").create("raced")
    starters = [
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(STARTER), url],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    said = [starter.communicate("go\n", timeout=60)[1] for starter in starters]
    assert [starter.returncode for starter in starters] == [0] * 6, said


def test_a_process_that_fails_with_an_open_store_still_ends() -> None:
    """`async with` closes the store whatever happens inside it."""
    program = """
        import asyncio, sys, tempfile
        from surveys.store.store import Store
        async def main():
            with tempfile.TemporaryDirectory() as folder:
                async with await Store.open(f"sqlite:///{folder}/x.sqlite"):
                    raise SystemExit(3)
        asyncio.run(main())
    """
    ending = child(program)
    _, said = ending.communicate(timeout=60)
    assert ending.returncode == 3, said


WRITING = """
    import asyncio, sys
    from store_people import Person, open_survey
    from surveys.conversation.values import Choice
    from surveys.store.store import Store

    async def answer(store, survey, name):
        person = Person(store, survey, name)
        await person.begin()
        while True:
            await person.say(useful=Choice("much" if person.turns % 2 else "none"))
            print(name, person.state.revision, flush=True)

    async def main():
        store = await Store.open(sys.argv[1])
        survey = await open_survey(store)
        await asyncio.gather(*(answer(store, survey, f"person{n}") for n in range(20)))

    asyncio.run(main())
"""


async def test_a_killed_writer_loses_nothing_it_acknowledged(store_url: str) -> None:
    """G1: what was told on stdout came after the commit; the store opens again and agrees with itself."""
    writing = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        textwrap.dedent(WRITING),
        store_url,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(HERE)},
    )
    assert writing.stdout is not None
    lines = [await writing.stdout.readline() for _ in range(400)]
    writing.send_signal(signal.SIGKILL)
    rest = await writing.stdout.read()
    await writing.wait()
    told: dict[str, int] = {}
    for line in [*lines, *rest.splitlines(keepends=True)]:
        if line.endswith(b"\n"):
            name, revision = line.decode().split()
            told[name] = int(revision)
    async with await Store.open(store_url) as store:
        survey = await store.survey("TRAFF")
        assert survey is not None
        for name, revision in told.items():
            loaded = await store.load(survey.id, Person(store, survey, name).address)
            assert loaded is not None
            assert loaded.state.revision in {revision, revision + 1}
        assert (await store.verify()).differences == ()


def test_moments_need_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        to_ms(NOW.replace(tzinfo=None))


async def test_a_question_answered_is_readable_in_plain_sql(store: Store, store_url: str) -> None:
    """The projection is there for other programs too: one row for each current answer."""
    survey = await open_survey(store)
    person = Person(store, survey)
    await person.begin()
    await person.say(useful=Choice("much"))
    from surveys.store.database.engine import read_engine

    engine = read_engine(normalise(store_url))
    async with engine.connect() as connection:
        rows = await connection.execute(text("SELECT question, value_json, active FROM answer"))
        assert [tuple(row) for row in rows] == [("useful", '{"kind":"choice","option":"much"}', 1)]
    await engine.dispose()
