"""Bring a database to the schema of this program: one starter at a time, all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect, text

from surveys.errors import StoreError
from surveys.store import migrations
from surveys.store.database.engine import MIGRATION_PRAGMAS, sqlite_file, write_engine
from surveys.store.migrations import HEAD

if TYPE_CHECKING:
    from sqlalchemy.engine import URL, Connection
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

ADVISORY_LOCK = 0x64616C61  # "dala": any number, as long as all our programs take the same one


async def migrate(url: URL) -> None:
    """Upgrade to HEAD under a lock. Raises StoreError when the database is newer than the program."""
    engine = write_engine(url, MIGRATION_PRAGMAS)
    try:
        async with engine.connect() as connection:
            version, _ = await connection.run_sync(_version)
            await connection.rollback()
        if version == HEAD:
            return
        if version is not None and version not in _revisions():
            raise StoreError.of("store-newer")
        if version is not None:
            await copy_before(engine, url)
        async with engine.begin() as connection:
            await _lock(connection)
            await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()


async def require_current(connection: AsyncConnection) -> None:
    """Raise StoreError unless the schema is exactly this program's."""
    version, _ = await connection.run_sync(_version)
    if version == HEAD:
        return
    known = version is None or version in _revisions()
    raise StoreError.of("store-older" if known else "store-newer")


def _version(connection: Connection) -> tuple[str | None, bool]:
    """The revision, and whether there are no tables at all."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        return None, not tables
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found, False


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    return config


def _revisions() -> frozenset[str]:
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(_config())
    return frozenset(each.revision for each in script.walk_revisions())


async def _lock(connection: AsyncConnection) -> None:
    """SQLite's begin hook has taken the lock already."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})"))


def _upgrade(connection: Connection) -> None:
    from alembic import command

    version, empty = _version(connection)
    if version is None and not empty:
        raise StoreError.of("store-foreign")
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    _check_references(connection)


def _check_references(connection: Connection) -> None:
    """Foreign keys are off while tables are rebuilt: look before COMMIT."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = sorted({row[0] for row in broken})
        raise StoreError.of("store-upgrade-undone", tables=", ".join(tables))


async def copy_before(engine: AsyncEngine, url: URL) -> None:
    """A copy beside the file before an upgrade; PostgreSQL's operators have their own backups."""
    path = sqlite_file(url)
    if path is None:
        return
    copy = path.with_name(f"{path.name}.before-{HEAD}")
    if copy.exists():
        return
    async with engine.connect() as connection:
        raw = await connection.get_raw_connection()
        assert raw.driver_connection is not None
        await raw.driver_connection.execute("VACUUM INTO ?", (str(copy),))
