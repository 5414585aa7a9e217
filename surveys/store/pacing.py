"""How long answering took: one number for the room, never one for a person.

The log knows when each answer came until the survey closes; what is kept of it then is this one number (L4, G5).
"""

from __future__ import annotations

import json
from statistics import median
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from surveys.store.reading import counted_responses
from surveys.store.schema import answer_event, response, survey
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

STEP_SECONDS = 30
"""Times are told no finer than this."""


async def typical_seconds(connection: AsyncConnection, survey_id: int) -> int | None:
    """The median time from first to last answer of those who finished; what was stored at closing after it.

    Rounded to half minutes; None where fewer than k have finished.
    """
    query = select(survey.c.counts_json).where(survey.c.id == survey_id)
    stored = (await connection.execute(query)).scalar()
    if stored is not None:
        kept: int | None = json.loads(stored).get("seconds")
        return kept
    return await measure_seconds(connection, survey_id)


async def measure_seconds(connection: AsyncConnection, survey_id: int) -> int | None:
    """The same from the log, which closing empties."""
    took = func.max(answer_event.c.at_ms) - func.min(answer_event.c.at_ms)
    query = (
        select(took)
        .join(response, response.c.id == answer_event.c.response_id)
        .where(*counted_responses(survey_id), response.c.complete == 1)
        .where(response.c.source == "self")
        .group_by(answer_event.c.response_id)
    )
    times = list((await connection.execute(query)).scalars())
    if len(times) < K_MIN:
        return None
    halves: int = round(median(times) / 1000 / STEP_SECONDS)
    return halves * STEP_SECONDS
