"""What lies in the tables, and in the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from surveys.store.database.engine import normalise, read_engine
from surveys.store.schema import metadata

Rows = list[dict[str, Any]]


async def dump(url: str) -> dict[str, Rows]:
    """Every row of every table."""
    engine = read_engine(normalise(url))
    try:
        async with engine.connect() as connection:
            return {
                table.name: [
                    dict(row) for row in (await connection.execute(table.select())).mappings()
                ]
                for table in metadata.sorted_tables
            }
    finally:
        await engine.dispose()


async def rows_of(url: str, table: str) -> Rows:
    """Every row of one table."""
    return (await dump(url))[table]


def contents(folder: Path) -> bytes:
    """Everything that lies in the folder: the file, its WAL and what else there is."""
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
