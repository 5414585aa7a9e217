"""What a database holds, to be compared with a copy of it that is put back (`repeating.py`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from surveys.store.schema import audit, erasure, participation, response, survey

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class Present:
    """What one database holds: codes of open and closed surveys, the decision by code of those disposed of, and who
    is there. `receipts`: response -> code and stored hash of a receipt. `erasures`: how many, by code.
    """

    open: frozenset[str]
    closed: frozenset[str]
    disposed: dict[str, str]
    responses: frozenset[str]
    receipts: dict[str, tuple[str, str]]
    erasures: dict[str, int]


async def present(connection: AsyncConnection) -> Present:
    """What is there to compare."""
    columns = survey.c.code, survey.c.closed_ms, survey.c.purged
    surveys = (await connection.execute(select(*columns))).all()
    decided = (
        select(survey.c.code, audit.c.reference)
        .join(audit, audit.c.survey_id == survey.c.id)
        .where(audit.c.what == "purge", survey.c.purged == 1)
    )
    seated = (
        select(response.c.id, survey.c.code, participation.c.receipt_hash)
        .join(participation, participation.c.response_id == response.c.id)
        .join(survey, survey.c.id == response.c.survey_id)
        .where(participation.c.receipt_hash.is_not(None))
    )
    erased = (
        select(survey.c.code, func.count())
        .join(erasure, erasure.c.survey_id == survey.c.id)
        .group_by(survey.c.code)
    )
    return Present(
        open=frozenset(row.code for row in surveys if row.closed_ms is None),
        closed=frozenset(row.code for row in surveys if row.closed_ms is not None),
        disposed={row[0]: row[1] for row in await connection.execute(decided)},
        responses=frozenset((await connection.execute(select(response.c.id))).scalars()),
        receipts={row[0]: (row[1], row[2]) for row in await connection.execute(seated)},
        erasures={row[0]: row[1] for row in await connection.execute(erased)},
    )
