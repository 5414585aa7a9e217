"""What every test may use: a store on either engine, and no store left open."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from postgresql import NoServer, Server

from surveys.store.store import Store

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
SLOW_ROOMS = ("browser", "faults")
"""Real browsers, and servers that are killed: minutes together, however short each is."""


@pytest.fixture(autouse=True)
def _no_store_left_open() -> Iterator[None]:
    """An SQLite connection that nobody closes keeps the whole run from ending."""
    before = set(threading.enumerate())
    yield
    new = [each for each in threading.enumerate() if each not in before and _serves_sqlite(each)]
    for each in new:
        each.join(timeout=0.5)  # one that has just been closed is on its way out
    left = [each for each in new if each.is_alive()]
    if left:
        _stop_connections()
        pytest.fail(f"the test left {len(left)} SQLite connections open: close the store")


def _serves_sqlite(thread: threading.Thread) -> bool:
    return "_connection_worker_thread" in thread.name


def _stop_connections() -> None:
    import aiosqlite

    for found in gc.get_objects():
        if isinstance(found, aiosqlite.Connection):
            found.stop()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """A private server; without PostgreSQL's programs tests are skipped, but never under CI."""
    try:
        server = Server()
    except NoServer as reason:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(reason))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: Server) -> str:
    """The name of a migrated database to copy."""

    async def migrate(url: str) -> None:
        await (await Store.open(url)).close()

    asyncio.run(migrate(postgresql_server.create("migrated")))
    return "migrated"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store's file, made once: migrating takes longer than most of the tests."""
    file = tmp_path_factory.mktemp("migrated") / "empty.sqlite"

    async def migrate() -> None:
        await (await Store.open(f"sqlite:///{file}")).close()

    with ThreadPoolExecutor(1) as aside:  # beside a browser a loop is running already
        aside.submit(lambda: asyncio.run(migrate())).result()
    return file


@pytest.fixture
def new_sqlite(migrated: Path, tmp_path: Path) -> Callable[[str], str]:
    """`new_sqlite("web")`: the address of an empty store in the test's own folder."""
    return lambda name: f"sqlite:///{shutil.copy(migrated, tmp_path / f'{name}.sqlite')}"


@pytest.fixture
def sqlite_url(new_sqlite: Callable[[str], str]) -> str:
    """The address of one empty store, `dalalab.sqlite` in the test's own folder."""
    return new_sqlite("dalalab")


@pytest.fixture(params=ENGINES)
def store_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty store, once for each engine."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server: Server = request.getfixturevalue("postgresql_server")
    copy = server.clone(request.getfixturevalue("postgresql_template"))
    yield copy
    server.drop(copy)


@pytest.fixture
async def store(store_url: str) -> AsyncIterator[Store]:
    """An open, empty store, once for each engine."""
    opened = await Store.open(store_url)
    yield opened
    await opened.close()


def pytest_itemcollected(item: pytest.Item) -> None:
    """What browsers, killed servers and PostgreSQL show is slow, however short each test is."""
    here = Path(__file__).parent
    room = item.path.relative_to(here).parts[0] if item.path.is_relative_to(here) else ""
    if room in SLOW_ROOMS or item.get_closest_marker("postgresql"):
        item.add_marker(pytest.mark.slow)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: their driver keeps an event loop running, beside which no other can start."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def pytest_collection_finish() -> None:
    """What is imported by now stays: the collector, which comes by every few tests, need not look at it."""
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write down what is shown now as what is expected",
    )
