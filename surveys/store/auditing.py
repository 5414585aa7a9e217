"""The audit: what was done to a survey as a whole, on which day, by which decision; never by whom, never content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from surveys.store.schema import audit
from surveys.store.times import DAY_MS

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


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
