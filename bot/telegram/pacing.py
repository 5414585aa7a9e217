"""How fast messages may go out: one deadline per chat and one for all, never a counter that something else resets."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

Pause = Callable[[float], Awaitable[None]]
_MANY = 10_000
"""Chats remembered before those that need no pause are forgotten."""


@dataclass(slots=True)
class Pace:
    """Telegram's limits: about one message a second per chat with a small burst, about thirty in all.

    Times are seconds of a monotonic clock. `chat_burst` and `all_burst` messages may go at once.
    """

    chat_interval: float = 1.0
    chat_burst: int = 3
    all_interval: float = 1 / 30
    all_burst: int = 30
    now: Callable[[], float] = field(default_factory=lambda: _loop_time)
    pause: Pause = asyncio.sleep
    _chats: dict[int, float] = field(default_factory=dict)
    _all: float = 0.0
    _held: dict[int | None, float] = field(default_factory=dict)

    async def turn(self, chat: int) -> None:
        """Returns when a message to `chat` may go, and counts it."""
        while True:
            now = self.now()
            due = self._due(chat)
            if due <= now:
                return self._count(chat, now)
            await self.pause(due - now)

    def hold(self, chat: int | None, seconds: float) -> None:
        """Nothing to `chat` (None: to anybody) for `seconds` (429). A deadline is only ever moved forward."""
        self._held[chat] = max(self._held.get(chat, 0.0), self.now() + seconds)

    def held(self, chat: int) -> float:
        """Seconds until `chat` may be written to at all."""
        until = max(self._held.get(chat, 0.0), self._held.get(None, 0.0))
        return max(0.0, until - self.now())

    def _due(self, chat: int) -> float:
        return max(
            self._held.get(chat, 0.0),
            self._held.get(None, 0.0),
            self._chats.get(chat, 0.0) - self.chat_interval * (self.chat_burst - 1),
            self._all - self.all_interval * (self.all_burst - 1),
        )

    def _count(self, chat: int, now: float) -> None:
        """Each message moves the moment at which the chat, and the whole, would be even again."""
        if len(self._chats) > _MANY:
            self._forget(now)
        self._chats[chat] = max(self._chats.get(chat, 0.0), now) + self.chat_interval
        self._all = max(self._all, now) + self.all_interval

    def _forget(self, now: float) -> None:
        self._chats = {chat: even for chat, even in self._chats.items() if even > now}
        self._held = {chat: until for chat, until in self._held.items() if until > now}


def _loop_time() -> float:
    return asyncio.get_running_loop().time()
