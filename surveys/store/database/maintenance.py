"""What runs between transactions, on the writing connection: nothing that was deleted stays on disk.

Measured (SQLite 3.40): `secure_delete=FAST` leaves whole pages of deleted rows on the free list; ON does not,
and costs nothing that can be seen, but a few bytes stay in the gaps of pages that were merged. Only VACUUM
writes every page anew.
"""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING, Any

from surveys.store.database.engine import BUSY_MS
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

_PERSONAL = (
    "participation, applied, reminder, outbox, response, answer, private_answer, answer_event, file, "
    "subscription"
)
_PATIENCE_MS = 50
_log = logging.getLogger(__name__)


@each
async def checkpoint(connection: AsyncConnection, _payload: None) -> bool:
    """Move the WAL into the file and cut it off; False when a reader is still in it (try again).

    PostgreSQL: VACUUM, which frees the old versions of rows.
    """
    driver = await _driver(connection)
    if connection.dialect.name != "sqlite":
        # Giving pages back would wait up to five seconds for another worker's VACUUM to end.
        await driver.execute(f"VACUUM (TRUNCATE FALSE) {_PERSONAL}")
        return True
    # A reader must not hold up everybody who writes for the five seconds of the ordinary patience.
    await driver.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
    try:
        async with driver.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
            busy = (await cursor.fetchone())[0]
    finally:
        await driver.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return not busy


@each
async def compact(connection: AsyncConnection, _payload: None) -> None:
    """Write every page anew. PostgreSQL's pages are its operator's (VACUUM FULL locks its tables)."""
    if connection.dialect.name != "sqlite":
        return
    driver = await _driver(connection)
    try:
        await driver.execute("VACUUM")
    except sqlite3.OperationalError as error:
        # The survey is closed already; an almost full disk must not make that look undone.
        _log.warning("the database could not be compacted after closing: %s", error)


async def _driver(connection: AsyncConnection) -> Any:
    raw = await connection.get_raw_connection()
    return raw.driver_connection
