"""Engines: one writing connection, and readers that cannot write.

SQLite loses acknowledged answers in a power cut unless `synchronous` is FULL, and none of the PRAGMAs but
the journal mode is kept in the file: they are set and read back on every connection.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from surveys.errors import StoreError
from surveys.store.database.sqlite import Connection

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping

    from sqlalchemy.ext.asyncio import AsyncConnection

Result = TypeVar("Result")

logging.getLogger("aiosqlite").setLevel(logging.INFO)  # its debug lines quote what is stored

BUSY_MS = 5000

WRITE_PRAGMAS: Mapping[str, tuple[str, object]] = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "busy_timeout": (str(BUSY_MS), BUSY_MS),
    "secure_delete": ("ON", 1),  # FAST leaves deleted rows on the free list (maintenance.py)
    "temp_store": ("MEMORY", 2),  # what a statement may have to undo is no file of its own
    # Pages copied home at each checkpoint are often the same: four times as rarely, 9 % less for a submit (0028).
    "wal_autocheckpoint": ("4000", 4000),
}
"""PRAGMA -> (value set, value read back)."""

MIGRATION_PRAGMAS: Mapping[str, tuple[str, object]] = {
    **WRITE_PRAGMAS,
    "foreign_keys": ("OFF", 0),  # rebuilding a table would delete its children
    "busy_timeout": ("30000", 30000),  # other starters may be migrating
}

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}
READERS = 4
"""Connections for reading, per process."""


def normalise(url: str) -> URL:
    """The address with our drivers. Raises StoreError when it is no SQLite or PostgreSQL address."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError.of("store-address") from None
    driver = _DRIVERS.get(parsed.drivername, parsed.drivername)
    if driver not in _DRIVERS.values():
        raise StoreError.of("store-kind", kind=driver)
    if driver == "sqlite+aiosqlite" and parsed.database in {None, "", ":memory:"}:
        raise StoreError.of("store-needs-file")
    return parsed.set(drivername=driver)


def sqlite_file(url: URL) -> Path | None:
    """The database file; None for PostgreSQL."""
    if url.get_backend_name() != "sqlite":
        return None
    return Path(url.database or "")


def write_engine(
    url: URL, pragmas: Mapping[str, tuple[str, object]] = WRITE_PRAGMAS
) -> AsyncEngine:
    """An engine with exactly one connection, whose transactions take the write lock at once."""
    if sqlite_file(url) is None:
        return _postgresql(url, connections=1)
    engine = create_async_engine(
        url,
        pool_size=1,
        max_overflow=0,
        pool_reset_on_return=None,
        hide_parameters=True,
        connect_args={"async_creator_fn": Connection},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # else the driver begins transactions of its own
        _set_pragmas(connection, pragmas)

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        # A deferred transaction that reads and then writes fails at once when somebody wrote between.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def read_engine(url: URL) -> AsyncEngine:
    """An engine whose connections cannot write; each transaction is one snapshot."""
    path = sqlite_file(url)
    if path is None:
        return _postgresql(url, connections=READERS, read_only=True)
    address = URL.create(
        "sqlite+aiosqlite", database=f"file:{_quoted(path)}", query={"mode": "ro", "uri": "true"}
    )
    engine = create_async_engine(
        address,
        pool_size=READERS,
        max_overflow=0,
        pool_use_lifo=True,  # the one that was last used is warm
        pool_reset_on_return=None,  # every reader ends its own transaction
        hide_parameters=True,
        connect_args={"async_creator_fn": Connection},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        _set_pragmas(connection, {"busy_timeout": (str(BUSY_MS), BUSY_MS), "query_only": ("ON", 1)})

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


async def in_its_thread(connection: AsyncConnection, work: Coroutine[Any, Any, Result]) -> Result:
    """Runs `work`, which awaits `connection` and nothing else: for SQLite in one walk to its thread."""
    driver = (await connection.get_raw_connection()).driver_connection
    if isinstance(driver, Connection):
        return await driver.drive(work)
    return await work


def _postgresql(url: URL, *, connections: int, read_only: bool = False) -> AsyncEngine:
    options: dict[str, Any] = {}
    if read_only:
        options = {
            "isolation_level": "REPEATABLE READ",
            "execution_options": {"postgresql_readonly": True},
        }
    return create_async_engine(
        url, pool_size=connections, max_overflow=0, hide_parameters=True, **options
    )


def _set_pragmas(connection: Any, pragmas: Mapping[str, tuple[str, object]]) -> None:
    cursor = connection.cursor()
    for name, (value, expected) in pragmas.items():
        cursor.execute(f"PRAGMA {name} = {value}")
        cursor.execute(f"PRAGMA {name}")
        found = cursor.fetchone()[0]
        if found != expected:
            raise StoreError(f"SQLite refused PRAGMA {name} = {value} (it says {found!r})")
    cursor.close()


def _quoted(path: Path) -> str:
    """The path as an SQLite file URI wants it."""
    from urllib.parse import quote

    return quote(str(path))
