"""That moderators were reminded of what waits: a line of the moderation log, at most one a day for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from surveys.store.tables.statements import statement_deed
from surveys.store.times import DAY_MS
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

REMINDED = "remind"
BY_ITSELF = "dalalab"


@each
async def note_reminder(connection: AsyncConnection, wish: tuple[int, str, int]) -> bool:
    """Note it, before anybody is written to; False when there is such a line from the same day."""
    survey_id, question, at_ms = wish
    today = select(statement_deed.c.id).where(
        statement_deed.c.survey_id == survey_id,
        statement_deed.c.question == question,
        statement_deed.c.what == REMINDED,
        statement_deed.c.at_ms >= at_ms - at_ms % DAY_MS,
    )
    if (await connection.execute(today.limit(1))).first() is not None:
        return False
    row = {
        "survey_id": survey_id,
        "question": question,
        "statement": None,
        "what": REMINDED,
        "reason": None,
        "by_whom": BY_ITSELF,
        "at_ms": at_ms,
    }
    await connection.execute(insert(statement_deed), [row])
    return True
