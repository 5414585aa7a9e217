"""What Telegram remembers: chats with their messages as they are now, updates not yet confirmed, files, calls."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.botapi.buckets import Strict
from bot.botapi.chats import Chat, Message
from bot.botapi.faults import Faults
from bot.botapi.refusals import bad

__all__ = ["BOT_ID", "Chat", "Logged", "Message", "World"]

BOT_ID = 7_000_001
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds of updates that a bot gets only when it asks for them."""
Waiter = asyncio.Future[None]


@dataclass(frozen=True, slots=True)
class Logged:
    """One call: when it came, what it was, and how it ended. Never what it said."""

    at: float
    method: str
    chat: int | None
    status: int
    """Of HTTP; 0 when the connection was cut."""


@dataclass(slots=True)
class Ids:
    """The numbers given last."""

    update: int = 1000
    message: int = 0
    serial: int = 0


@dataclass(kw_only=True, eq=False)
class World:
    """One Telegram with one bot. Everything happens on one event loop; ids are deterministic.

    Args:
        token: the bot's; its number is what stands before the colon.
        clock: seconds since 1970.
        pause: how the server waits where it shall be slow.
        keep: how many calls and presses to remember; None means all of them.
    """

    token: str = f"{BOT_ID}:stand-in"
    clock: Callable[[], float] = time.time
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    keep: int | None = None
    chats: dict[int, Chat] = field(default_factory=dict)
    updates: dict[int, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    log: list[Logged] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    strict: Strict | None = None
    latency: dict[str, float] = field(default_factory=dict)
    """Seconds before a method is answered, by its name in lower case; `*` for those not named."""
    order: Callable[[Sequence[int]], Sequence[int]] = sorted
    """In which order updates that wait are handed out."""
    webhook: dict[str, Any] = field(default_factory=lambda: {"url": ""})
    allowed: frozenset[str] | None = None
    """Kinds of updates the bot has asked for; None means the usual ones."""
    presses: dict[str, tuple[int, float, bool]] = field(default_factory=dict)
    """Callback query id -> chat, time, answered."""
    pressing: dict[str, int] = field(default_factory=dict)
    """Callback query id -> the person who sees the answer."""
    reactions: dict[tuple[int, int], str] = field(default_factory=dict)
    """The bot's reaction to a message, by chat and message."""
    votes: dict[str, dict[int, tuple[int, ...]]] = field(default_factory=dict)
    """Poll -> person -> the numbers of the options they have voted for."""
    confirmed: int = 0
    """The highest update id that the bot has confirmed."""
    commands: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """By language code: the commands of the default scope."""
    profile: dict[tuple[str, ...], Any] = field(default_factory=dict)
    """Names, descriptions, commands of other scopes and menu buttons, by what and for whom."""
    poller: Waiter | None = None
    version: int = 0
    """Rises with everything that happens."""
    _called: Counter[str] = field(default_factory=Counter)
    _ids: Ids = field(default_factory=Ids)
    _waiters: dict[Hashable, set[Waiter]] = field(default_factory=dict)

    @property
    def bot_id(self) -> int:
        """The bot's number."""
        return int(self.token.split(":", maxsplit=1)[0])

    @property
    def me(self) -> dict[str, Any]:
        """The bot as its own getMe shows it."""
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": "Dalalab",
            "username": "dalalab_test_bot",
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    def serial(self) -> int:
        """A number that nothing else has."""
        self._ids.serial += 1
        return self._ids.serial

    def next_message_id(self) -> int:
        """The number of the next message, in whatever chat."""
        self._ids.message += 1
        return self._ids.message

    def chat(self, chat_id: int) -> Chat:
        """A chat that exists. Refuses others, as Telegram does."""
        if chat_id not in self.chats:
            raise bad("chat not found")
        return self.chats[chat_id]

    def inform(self, kind: str, content: Any) -> int:
        """An update, if the bot asks for its kind; its id, or 0 when it is not told."""
        asked = kind not in NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed
        return self.add_update(kind, content) if asked else 0

    def add_update(self, kind: str, content: Any, *, update_id: int | None = None) -> int:
        """A new update for the bot, whatever it asks for; its id."""
        if update_id is None:
            self._ids.update += 1
            update_id = self._ids.update
        self.updates[update_id] = {"update_id": update_id, kind: content}
        self.changed("updates")
        return update_id

    def confirm(self, offset: int) -> None:
        """GetUpdates with an offset forgets everything below it."""
        self.settle([update_id for update_id in self.updates if update_id < offset])

    def settle(self, gone: Sequence[int]) -> None:
        """These updates are confirmed."""
        for update_id in gone:
            if self.updates.pop(update_id, None) is not None:
                self.confirmed = max(self.confirmed, update_id)
        if gone:
            self.changed("updates", *(("update", update_id) for update_id in gone))

    def skip_ids(self, count: int) -> None:
        """A gap: the next update's id is so much higher. Below 0, Telegram has begun again with lower ids."""
        self._ids.update += count

    def press(self, chat_id: int, person: int) -> str:
        """A press that waits for its answer; the query's id."""
        query = f"query{self.serial()}"
        self.presses[query] = (chat_id, self.clock(), False)
        self.pressing[query] = person
        if self.keep is not None and len(self.presses) > 2 * self.keep:
            for old in list(self.presses)[: -self.keep]:
                del self.presses[old], self.pressing[old]
        return query

    def begin_at(self, number: int) -> None:
        """Updates and messages are numbered from here: a bot that remembers earlier worlds takes none for an old one."""
        self._ids.update = self._ids.message = number

    def record(self, method: str, fields: dict[str, Any]) -> None:
        """Remembers a call."""
        self._called[method.lower()] += 1
        self.calls.append((method, fields))
        if self.keep is not None and len(self.calls) > 2 * self.keep:
            del self.calls[: -self.keep]

    def log_call(self, logged: Logged) -> None:
        """Remembers how a call ended."""
        self.log.append(logged)
        if self.keep is not None and len(self.log) > 2 * self.keep:
            del self.log[: -self.keep]

    @property
    def total_calls(self) -> int:
        """How many calls the bot has made."""
        return sum(self._called.values())

    def count(self, method: str) -> int:
        """How many times the bot has called a method."""
        return self._called[method.lower()]

    def changed(self, *topics: Hashable) -> None:
        """Wakes who waits for one of the topics (a chat's number, `updates`), and who waits for anything."""
        self.version += 1
        for topic in {None, *topics}:
            for waiter in self._waiters.pop(topic, ()):
                if not waiter.done():
                    waiter.set_result(None)

    async def until(
        self, true: Callable[[], bool], *, within: float = 60.0, topic: Hashable = None
    ) -> None:
        """Returns when `true()` is; raises TimeoutError after `within` seconds of real time.

        With a topic it looks again only when that has changed: many can then wait at little cost.
        """
        async with asyncio.timeout(within):
            while not true():
                waiter: Waiter = asyncio.get_running_loop().create_future()
                self._waiters.setdefault(topic, set()).add(waiter)
                try:
                    await waiter
                finally:
                    self._forget(topic, waiter)

    def _forget(self, topic: Hashable, waiter: Waiter) -> None:
        waiting = self._waiters.get(topic)
        if waiting is not None:
            waiting.discard(waiter)
            if not waiting:
                del self._waiters[topic]
