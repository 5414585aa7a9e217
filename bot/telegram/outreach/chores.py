"""What the channel does by itself, again and again, while people do other things."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from bot.telegram.outreach.nudging import nudge
from surveys.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.telegram.outgoing.sending import Sender
    from bot.telegram.outreach.posting import Posting
    from bot.telegram.outreach.reminding import Reminders
    from bot.telegram.outreach.telling import Telling
    from bot.telegram.outreach.timekeeping import Timekeeping

log = logging.getLogger(__name__)

BETWEEN_ROUNDS = 4.0
"""Seconds between two edits of a post in a group: 15 a minute, of the 20 that a group may get."""
BETWEEN_REMINDERS = 60.0
"""Seconds from one look at who is to be reminded to the next."""
BETWEEN_CLOCKS = 2.0
"""Seconds from one look at the clocks of rounds to the next."""
BETWEEN_ANSWERS = 5.0
"""Seconds from one look at who waits for an answer back to the next."""
BETWEEN_NUDGES = 900.0
"""Seconds from one look at whose answer back is late to the next."""


class Chores:
    """Each chore runs for ever in a task of its own; what one fails at, it does at its next turn."""

    def __init__(
        self,
        reminders: Reminders,
        posting: Posting,
        timekeeping: Timekeeping,
        sender: Sender,
        telling: Telling,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.reminders = reminders
        self.posting = posting
        self.timekeeping = timekeeping
        self._sender = sender
        self.telling = telling
        self._pause = pause
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begins; nothing is done at once, so that a start is not slowed down."""
        self._every(BETWEEN_ROUNDS, self.posting.round, "telegram posts")
        self._every(BETWEEN_REMINDERS, self.remind, "telegram reminders")
        self._every(BETWEEN_CLOCKS, self.keep_time, "telegram rounds")
        self._every(BETWEEN_ANSWERS, self.telling.round, "telegram answers back")
        self._every(BETWEEN_NUDGES, partial(nudge, self.telling), "telegram late answers")

    async def stop(self) -> None:
        """Ends every chore."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        await self.posting.stop()

    async def remind(self) -> None:
        """Has everybody reminded who is due now."""
        if await self.reminders.queue():
            self._sender.wake()

    async def keep_time(self) -> None:
        """Has every group told whose round is over."""
        if await self.timekeeping.queue():
            self._sender.wake()

    def _every(self, seconds: float, chore: Callable[[], Awaitable[None]], name: str) -> None:
        self._tasks.append(asyncio.create_task(self._again(seconds, chore, name), name=name))

    async def _again(self, seconds: float, chore: Callable[[], Awaitable[None]], name: str) -> None:
        while True:
            await self._pause(seconds)
            try:
                await chore()
            except StoreError as error:
                log.warning("%s: %s", name, type(error).__name__)
            except Exception as error:  # noqa: BLE001 - a chore must never die silently
                log.error("%s: %s", name, type(error).__name__)  # noqa: TRY400 - a traceback may quote a row
