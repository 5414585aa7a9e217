"""The audit: what was done to a survey as a whole, on which day, by which decision; never by whom, never content."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from surveys.store.schema import audit
from surveys.store.times import DAY_MS

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

COPY = "masked copy handed out"
"""What the audit calls a copy of the answers that left by a decision; its counts say of how many people's."""


async def write_audit(
    connection: AsyncConnection,
    survey_id: int,
    at_ms: int,
    what: str,
    reference: str | None,
    counts: str,
) -> None:
    """Note it; times are kept as whole days."""
    row = {
        "survey_id": survey_id,
        "day_ms": at_ms - at_ms % DAY_MS,
        "what": what,
        "reference": reference,
        "counts_json": counts,
    }
    await connection.execute(insert(audit), [row])


async def read_copies(connection: AsyncConnection, survey_id: int) -> list[int]:
    """How many people's answers each copy of a survey held."""
    query = select(audit.c.counts_json).where(audit.c.survey_id == survey_id, audit.c.what == COPY)
    return [json.loads(counts)["people"] for counts in (await connection.execute(query)).scalars()]
