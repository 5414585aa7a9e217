"""The organiser's word on quotes. The store knows a quote by its public id alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from surveys.store.records import QuoteDecision
from surveys.store.schema import quote_decision
from surveys.store.statements import insert_or_replace
from surveys.store.times import from_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class Decisions:
    """Quotes of one survey with the organiser's yes or no; None takes back what was decided. `who`: as in the log."""

    survey_id: int
    approved: dict[str, bool | None]
    at_ms: int
    who: str | None = None


@each
async def decide_quotes(connection: AsyncConnection, decisions: Decisions) -> None:
    """The last word counts."""
    rows = [
        {
            "survey_id": decisions.survey_id,
            "quote": quote,
            "approved": int(approved),
            "at_ms": decisions.at_ms,
            "who": decisions.who,
        }
        for quote, approved in sorted(decisions.approved.items())
        if approved is not None
    ]
    if rows:
        statement = insert_or_replace(connection.dialect.name, quote_decision)
        await connection.execute(statement, rows)
    waiting = [quote for quote, approved in decisions.approved.items() if approved is None]
    if waiting:
        await connection.execute(
            delete(quote_decision).where(
                quote_decision.c.survey_id == decisions.survey_id,
                quote_decision.c.quote.in_(sorted(waiting)),
            )
        )


async def quote_decisions(connection: AsyncConnection, survey_id: int) -> list[QuoteDecision]:
    """Every decision of a survey, by quote id."""
    query = (
        select(quote_decision)
        .where(quote_decision.c.survey_id == survey_id)
        .order_by(quote_decision.c.quote)
    )
    rows = (await connection.execute(query)).mappings()
    return [
        QuoteDecision(row["quote"], bool(row["approved"]), from_ms(row["at_ms"]), row["who"])
        for row in rows
    ]
