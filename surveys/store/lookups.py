"""Small reads on a conversation's way: who asks while a walk to the database is under way shares the next one.

A walk to a connection's thread costs more than finding a row by its key; what waits is found in one walk and one
transaction. It begins after everybody in it has asked, so that each sees what was committed before they asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from surveys.store.database.engine import in_its_thread

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Result = TypeVar("Result")
Query: TypeAlias = "Callable[[AsyncConnection], Coroutine[Any, Any, Result]]"


@dataclass(slots=True)
class _Asked:
    query: Query[Any]
    found: asyncio.Future[Any]


class Lookups:
    """One walk at a time. What takes long to read does not belong here: everybody would wait for it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._asked: list[_Asked] = []
        self._walking: asyncio.Task[None] | None = None

    async def find(self, query: Query[Result]) -> Result:
        """What `query` finds. It must await its connection and nothing else."""
        loop = asyncio.get_running_loop()
        asked = _Asked(query, loop.create_future())
        self._asked.append(asked)
        if self._walking is None or self._walking.done():
            self._walking = loop.create_task(self._walk(), name="store look-ups")
        result: Result = await asked.found
        return result

    async def end(self) -> None:
        """Returns when nothing is being looked up."""
        if self._walking is not None:
            await asyncio.gather(self._walking, return_exceptions=True)

    async def _walk(self) -> None:
        while self._asked:
            batch, self._asked = self._asked, []
            await self._answer(batch)

    async def _answer(self, batch: Sequence[_Asked]) -> None:
        """When one of several fails, each is looked up alone: only the culprit hears of it."""
        try:
            async with self._engine.connect() as connection:
                found = await in_its_thread(connection, _found(connection, batch))
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
            if len(batch) > 1:
                for each in batch:
                    await self._answer([each])
            elif not batch[0].found.done():
                batch[0].found.set_exception(error)
        else:
            for each, result in zip(batch, found, strict=True):
                if not each.found.done():  # whoever asked may have gone
                    each.found.set_result(result)


async def _found(connection: AsyncConnection, batch: Sequence[_Asked]) -> list[Any]:
    """The transaction ends here, and not in another walk to the connection."""
    try:
        return [await each.query(connection) for each in batch]
    finally:
        await connection.rollback()
