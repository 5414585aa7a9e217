"""Who acts: every change that a known person asks for is noted in the transaction that makes it.

Whoever lets a person in says so with `acting(deed)`; the first write that succeeds within it leaves one row
beside what it changed. Both are there or neither. A deed says who, when, what and about which survey; never content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from surveys.store.tables.door import deed as deed_rows
from surveys.store.times import from_ms, to_ms

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.writer import Apply


@dataclass(slots=True)
class Deed:
    """One thing somebody does. `what` is a text id without its beginning, `reference` a decision's."""

    name: str
    role: str
    what: str
    at: dt.datetime
    survey: str | None = None
    reference: str | None = None
    noted: bool = False

    def row(self) -> dict[str, Any]:
        """As it is stored."""
        return {
            "at_ms": to_ms(self.at),
            "name": self.name,
            "role": self.role,
            "what": self.what,
            "survey_code": self.survey,
            "reference": self.reference,
        }


_acting: ContextVar[Deed | None] = ContextVar("acting", default=None)


@contextmanager
def acting(deed: Deed) -> Iterator[Deed]:
    """Within it, what is changed is changed by somebody."""
    before = _acting.set(deed)
    try:
        yield deed
    finally:
        _acting.reset(before)


def actor() -> str | None:
    """Who is doing what is being done; None where nobody said so."""
    deed = _acting.get()
    return None if deed is None else deed.name


def concerning(survey: str | None = None, *, reference: str | None = None) -> None:
    """Says which survey, and by which decision, where the address alone does not."""
    deed = _acting.get()
    if deed is not None:
        deed.survey, deed.reference = survey or deed.survey, reference or deed.reference


def leave_no_note() -> None:
    """What is being done is nothing that a log should be full of."""
    deed = _acting.get()
    if deed is not None:
        deed.noted = True


def unnoted() -> Deed | None:
    """The deed under way that has left no row yet."""
    deed = _acting.get()
    return None if deed is None or deed.noted else deed


@cache
def noting(apply: Apply[Any, Any]) -> Apply[Any, Any]:
    """The same work on pairs of deed and payload, which also notes the deeds that succeed."""

    async def both(
        connection: AsyncConnection, pairs: Sequence[tuple[Deed, Any]]
    ) -> Sequence[Any | Exception]:
        outcomes = await apply(connection, [payload for _, payload in pairs])
        rows = [
            deed.row()
            for (deed, _), outcome in zip(pairs, outcomes, strict=True)
            if not isinstance(outcome, Exception)
        ]
        if rows:
            await connection.execute(insert(deed_rows), rows)
        return outcomes

    return both


async def read_deeds(
    connection: AsyncConnection, before: int | None, limit: int
) -> list[tuple[int, Deed]]:
    """(number, deed), the newest first; `before` is the number of the last one of the page before."""
    query = select(deed_rows).order_by(deed_rows.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(deed_rows.c.id < before)
    return [
        (
            row["id"],
            Deed(
                row["name"],
                row["role"],
                row["what"],
                from_ms(row["at_ms"]),
                row["survey_code"],
                row["reference"],
                noted=True,
            ),
        )
        for row in (await connection.execute(query)).mappings()
    ]
