"""Words past the outbox: to people who are in no survey yet, to groups, and to the organiser. Bounded, never blocking."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from telegram.error import ChatMigrated, TelegramError

from bot.telegram.outgoing.calls import Calls, Fate, fate_of, seconds_of

if TYPE_CHECKING:
    from bot.telegram.outgoing.pacing import Pace
    from bot.telegram.screens.markup import Rendered

log = logging.getLogger(__name__)

ATTEMPTS = 4
DOUBTS = 1
"""How often a word is said again when nobody knows whether it was heard."""
PATIENCE = 0.2
"""Seconds that whoever speaks waits for the chat's turn; after that the word waits by itself."""
MOST_WAITING = 1000


class Speaker:
    """`say` returns when the words are out, given up, or left to wait."""

    def __init__(self, calls: Calls, pace: Pace, on_idle: Callable[[], None]) -> None:
        self._calls = calls
        self._pace = pace
        self._on_idle = on_idle
        self._tasks: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        return len(self._tasks)

    async def say(self, chat: int, rendered: Rendered, message: int | None = None) -> None:
        """Says it, in `message` where given."""
        task = asyncio.create_task(self._insist(chat, rendered, message), name="telegram word")
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        must_wait = max(self._pace.wait(chat), self._pace.held()) > PATIENCE
        if not must_wait or len(self._tasks) > MOST_WAITING:
            await asyncio.wait({task})

    async def stop(self) -> None:
        """What still waits is not said."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not self._tasks:
            self._on_idle()

    async def _insist(self, chat: int, rendered: Rendered, message: int | None) -> None:
        doubts = 0
        for attempt in range(ATTEMPTS):
            await self._pace.turn(chat)
            try:
                return await self._put(chat, rendered, message)
            except ChatMigrated as error:
                chat = error.new_chat_id
            except TelegramError as error:
                fate = fate_of(error)
                log.warning("say: %s", type(error).__name__)
                doubts += fate is Fate.UNKNOWN and message is None
                if fate is Fate.WAIT:
                    self._pace.refused(chat, seconds_of(error))
                elif fate in {Fate.AGAIN, Fate.UNKNOWN} and doubts <= DOUBTS:
                    self._pace.hold(chat, 2.0**attempt)
                else:
                    return None
        return None

    async def _put(self, chat: int, rendered: Rendered, message: int | None) -> None:
        """Into that message when it can be; else into a new one; plainly when Telegram does not like our markup."""
        try:
            if message is not None:
                await self._calls.edit(chat, message, rendered)
            else:
                await self._calls.send(chat, rendered)
        except TelegramError as error:
            fate = fate_of(error)
            if fate is Fate.GONE:
                await self._calls.send(chat, rendered)
            elif fate is Fate.OUR_WORDS:
                log.error("words were refused: %s", type(error).__name__)  # noqa: TRY400 - they are not repeated here
                await self._calls.plainly(chat, rendered)
            elif fate is not Fate.SAME:
                raise
