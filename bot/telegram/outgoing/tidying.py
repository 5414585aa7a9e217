"""What only tidies up: answered messages told in one line, old buttons taken away. Kept in memory, done when nobody waits.

A message that is to be tidied twice is tidied once, as was asked for last. What a crash forgets is an old button,
which is met with a kind word.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.telegram.outgoing.calls import Calls, Fate, fate_of, seconds_of

if TYPE_CHECKING:
    from bot.telegram.outgoing.pacing import Pace
    from bot.telegram.screens.markup import Rendered

log = logging.getLogger(__name__)

MOST = 2000
"""Messages waiting to be tidied; beyond it the oldest keep their buttons."""
ATTEMPTS = 3


class Tidier:
    """Call `tidy` and forget about it; `idle` calls back when nothing is left."""

    def __init__(self, calls: Calls, pace: Pace, on_idle: Callable[[], None]) -> None:
        self._calls = calls
        self._pace = pace
        self._on_idle = on_idle
        self._wanted: dict[tuple[int, int], Rendered | str | None] = {}
        self._tasks: dict[tuple[int, int], asyncio.Task[None]] = {}

    def __len__(self) -> int:
        return len(self._tasks)

    def tidy(self, chat: int, message: int, told: Rendered | str | None) -> None:
        """The message shall say `told`; None: only lose its buttons. A string: a reaction on the person's own."""
        place = chat, message
        if told is not None or place not in self._wanted:
            self._wanted[place] = told
        if place in self._tasks:
            return
        if len(self._tasks) >= MOST:
            self._tasks[next(iter(self._tasks))].cancel()
        task = asyncio.create_task(self._one(place), name="telegram tidying")
        self._tasks[place] = task
        task.add_done_callback(lambda _: self._ended(place))

    def leave(self, chat: int, message: int) -> None:
        """The message is in use again: it must not be tidied any more."""
        if (task := self._tasks.get((chat, message))) is not None:
            task.cancel()

    async def stop(self) -> None:
        """Forgets what is left."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, place: tuple[int, int]) -> None:
        self._tasks.pop(place, None)
        self._wanted.pop(place, None)
        if not self._tasks:
            self._on_idle()

    async def _one(self, place: tuple[int, int]) -> None:
        chat, message = place
        for attempt in range(ATTEMPTS):
            await self._pace.spare(chat)
            told = self._wanted[place]
            try:
                await self._do(chat, message, told)
                if self._wanted[place] is told:  # else something else was asked for meanwhile
                    return
            except TelegramError as error:
                fate = fate_of(error)
                log.debug("tidying: %s", type(error).__name__)
                if fate is Fate.WAIT:
                    self._pace.refused(chat, seconds_of(error))
                elif fate in {Fate.AGAIN, Fate.UNKNOWN}:
                    await self._calls.pause(2.0**attempt)
                else:
                    return

    def _do(self, chat: int, message: int, told: Rendered | str | None) -> Awaitable[object]:
        if isinstance(told, str):
            return self._calls.react(chat, message, told)
        if told is not None:
            return self._calls.edit(chat, message, told)
        return self._calls.disarm(chat, message)
