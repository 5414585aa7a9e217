"""What runs between transactions, on the writing connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


async def _checkpoint(connection: AsyncConnection, _payload: None) -> None:
    """Empty SQLite's WAL into the file, where `secure_delete` has overwritten what was deleted.

    PostgreSQL keeps old row versions until VACUUM; they lie in the order of arrival.
    """
    raw = await connection.get_raw_connection()
    driver = raw.driver_connection
    assert driver is not None
    if connection.dialect.name == "sqlite":
        await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    else:
        await driver.execute(
            "VACUUM participation, applied, outbox, response, answer, answer_event, file"
        )


checkpoint = each(_checkpoint)
