"""Rehearsals ("Provkör"): a practice copy of a survey that an invented room answers, through the real engine and store.

The copy is a survey of its own that no list, series or trend knows (`Store.open_practice`). People arrive one by one,
so that the wall lives, until somebody is in a hurry. What is stored survives a restart; the arriving does not.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.demo.participants import Persona, take_part
from bot.demo.rehearsal import CAST, cast_of, rehearse
from bot.opening import free_code
from surveys.errors import DalalabError

if TYPE_CHECKING:
    from bot.service import Service
    from surveys.survey import Survey

logger = logging.getLogger(__name__)

KEPT_FOR = dt.timedelta(days=1)
"""A practice copy that nobody removes goes by itself after this long."""
SPREAD_SECONDS = 20.0
"""From the first arrival to the last, when nobody is in a hurry."""


@dataclass(slots=True)
class _Room:
    """One room under way. `hurried`: those who are still to come do so at once."""

    hurried: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None


class Rehearsals:
    """The practice copies of one server, and the invented people on their way into them."""

    def __init__(self, service: Service, *, spread: float = SPREAD_SECONDS) -> None:
        self._service = service
        self._spread = spread
        self._rooms: dict[str, _Room] = {}

    async def of(self, survey: Survey) -> Survey | None:
        """The practice copy of a survey; None when there is none."""
        return await self._service.store.practice_of(survey.code)

    async def start(self, survey: Survey) -> Survey:
        """A new practice copy, with its people on their way; the one before goes first.

        Returns as soon as the copy can be joined. Raises StoreError.
        """
        await self.remove(survey)
        store = self._service.store
        copy = await store.open_practice(survey, await free_code(store), self._service.clock())
        if self._service.recordings is not None:
            self._service.recordings.inherit(copy.code, survey)
        room = _Room()
        room.task = asyncio.create_task(self._fill(copy, room))
        self._rooms[copy.code] = room
        return copy

    def arriving(self, copy: Survey) -> bool:
        """Whether people are still on their way."""
        room = self._rooms.get(copy.code)
        return room is not None and room.task is not None and not room.task.done()

    async def hurry(self, copy: Survey) -> None:
        """Everybody who is still to come answers now; returns when all have."""
        room = self._rooms.get(copy.code)
        if room is not None and room.task is not None:
            room.hurried.set()
            await asyncio.wait({room.task})

    async def remove(self, survey: Survey) -> bool:
        """The practice copy of a survey goes without a trace; False when there was none."""
        copy = await self.of(survey)
        return copy is not None and await self._remove(copy.code)

    async def forget(self) -> None:
        """Removes the copies that somebody left behind a day ago or more."""
        before = self._service.clock() - KEPT_FOR
        for code in await self._service.store.forgotten_practices(before):
            await self._remove(code)

    async def _remove(self, code: str) -> bool:
        await self._end(self._rooms.pop(code, None))
        removed = await self._service.store.remove_practice(code)
        if self._service.recordings is not None:
            self._service.recordings.forget(code)
        self._service.forget()
        return removed

    async def stop(self) -> None:
        """Nobody more arrives; what has been answered stays until it is removed."""
        while self._rooms:
            await self._end(self._rooms.popitem()[1])

    async def _end(self, room: _Room | None) -> None:
        if room is not None and room.task is not None:
            room.task.cancel()
            await asyncio.wait({room.task})

    async def _fill(self, copy: Survey, room: _Room) -> None:
        try:
            for persona in cast_of(copy):
                await self._arrive(copy, persona, room)
        except DalalabError as error:
            logger.error("a rehearsal stopped: %s", type(error).__name__)  # noqa: TRY400

    async def _arrive(self, copy: Survey, persona: Persona, room: _Room) -> None:
        await take_part(self._service, copy.code, persona, rehearse)
        pause = self._spread / CAST
        if not room.hurried.is_set() and pause > 0:
            try:
                await asyncio.wait_for(room.hurried.wait(), pause)
            except TimeoutError:
                return
