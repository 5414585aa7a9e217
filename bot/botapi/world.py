"""What Telegram remembers: chats with their messages as they are now, updates not yet confirmed, files, calls."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.botapi.faults import Faults
from bot.botapi.markup import bad

BOT_ID = 7_000_001
Waiter = asyncio.Future[None]


@dataclass(slots=True)
class Message:
    """One message as a person sees it now."""

    id: int
    mine: bool
    """From the bot."""
    text: str
    source: str = ""
    markup: dict[str, Any] | None = None

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.rows for button in row]

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        rows: list[list[dict[str, Any]]] = (self.markup or {}).get("inline_keyboard", [])
        return rows


@dataclass(slots=True)
class Chat:
    """A private chat with one person."""

    id: int
    language: str | None = "sv"
    blocked: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    toasts: list[str] = field(default_factory=list)


class World:
    """One Telegram with one bot. Everything happens on one event loop; ids are deterministic."""

    def __init__(self, *, token: str | None = None, clock: Callable[[], float] = time.time) -> None:
        self.token = token or f"{BOT_ID}:stand-in"
        self.bot_id = int(self.token.split(":", maxsplit=1)[0])
        self.clock = clock
        self.chats: dict[int, Chat] = {}
        self.updates: dict[int, dict[str, Any]] = {}
        self.files: dict[str, bytes] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.faults = Faults()
        self.webhook: dict[str, Any] = {"url": ""}
        self.presses: dict[str, tuple[int, float, bool]] = {}
        """Callback query id -> chat, time, answered."""
        self.confirmed = 0
        """The highest update id that the bot has confirmed."""
        self.commands: dict[str, list[dict[str, Any]]] = {}
        self._update_id = 1000
        self._message_id = 0
        self._serial = 0
        self._waiters: set[Waiter] = set()
        self.poller: Waiter | None = None

    @property
    def me(self) -> dict[str, Any]:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": "Dalalab",
            "username": "dalalab_test_bot",
            "can_join_groups": False,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    def serial(self) -> int:
        self._serial += 1
        return self._serial

    def next_message_id(self) -> int:
        self._message_id += 1
        return self._message_id

    def chat(self, chat_id: int) -> Chat:
        """A chat that exists. Refuses others, as Telegram does."""
        if chat_id not in self.chats:
            raise bad("chat not found")
        return self.chats[chat_id]

    def add_update(self, kind: str, content: Any, *, update_id: int | None = None) -> int:
        """A new update for the bot; its id."""
        if update_id is None:
            self._update_id += 1
            update_id = self._update_id
        self.updates[update_id] = {"update_id": update_id, kind: content}
        self.changed()
        return update_id

    def confirm(self, offset: int) -> None:
        """GetUpdates with an offset forgets everything below it."""
        gone = [update_id for update_id in self.updates if update_id < offset]
        for update_id in gone:
            del self.updates[update_id]
            self.confirmed = max(self.confirmed, update_id)
        if gone:
            self.changed()

    def changed(self) -> None:
        """Wakes everybody who waits for something."""
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()

    async def until(self, true: Callable[[], bool], *, within: float = 10.0) -> None:
        """Returns when `true()` is; raises TimeoutError after `within` seconds of real time."""
        async with asyncio.timeout(within):
            while not true():
                waiter: Waiter = asyncio.get_running_loop().create_future()
                self._waiters.add(waiter)
                await waiter

    def count(self, method: str) -> int:
        """How many times the bot has called a method."""
        return sum(name.lower() == method.lower() for name, _ in self.calls)
