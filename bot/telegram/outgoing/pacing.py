"""How fast messages may go out: a deadline per chat and one for all, never a counter that something else resets.

Who waits is served by deadline: first the chat's own, then the one for all, in the order in which they came due.
What only tidies up waits until nobody else does. One timer rings for the nearest deadline; nobody polls.
"""

from __future__ import annotations

import asyncio
import heapq
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

Pause = Callable[[float], Awaitable[None]]
_GRAIN = 1e-4
"""Seconds."""
_MANY = 10_000
"""Chats remembered before those that need no pause are forgotten."""
SEVERAL = 3
"""Chats that are told to wait within `AT_ONCE` seconds: then it is not about them."""
AT_ONCE = 1.0


@dataclass(order=True, slots=True)
class _Waiter:
    due: float
    order: int
    chat: int = field(compare=False)
    turn: asyncio.Future[None] = field(compare=False)


@dataclass(slots=True)
class Pace:
    """Telegram's limits, a little below what its pages say: 1/s per chat, 20/min per group, 30/s in all.

    Times are seconds of a monotonic clock. `…_burst` messages may go at once. An interval has room for what the
    network does to the distance between two messages.
    """

    chat_interval: float = 1.08
    chat_burst: int = 3
    all_interval: float = 1.08 / 30
    all_burst: int = 2
    group_interval: float = 3.6
    group_burst: int = 3
    now: Callable[[], float] = field(default_factory=lambda: _loop_time)
    pause: Pause = asyncio.sleep
    _chats: dict[int, float] = field(default_factory=dict)
    """When each chat would be even again."""
    _all: float = 0.0
    _held: dict[int | None, float] = field(default_factory=dict)
    _refused: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=SEVERAL))
    _early: list[_Waiter] = field(default_factory=list)
    """Whose chat is not due yet, by that deadline."""
    _ready: list[_Waiter] = field(default_factory=list)
    """Who waits only for the limit on all."""
    _spare: list[_Waiter] = field(default_factory=list)
    _order: int = 0
    _timer: asyncio.Task[None] | None = None
    _rings: float = 0.0

    async def turn(self, chat: int) -> None:
        """Returns when a message that somebody waits for may go to `chat`, and counts it."""
        now = self._time()
        due = max(now, self._chat_due(chat))
        self._count_chat(chat, now)
        nobody = not self._ready and not self._early
        if nobody and due <= now and self._all_due() <= now:
            self._count_all(now)
            return
        await self._wait(self._early, chat, due)

    async def spare(self, chat: int) -> None:
        """Returns when a message that only tidies up may go to `chat`: when it delays nobody."""
        await self._wait(self._spare, chat, self._spare_due(chat))

    def hold(self, chat: int | None, seconds: float) -> None:
        """Nothing to `chat` (None: to anybody) for `seconds`. A deadline is only ever moved forward."""
        self._held[chat] = max(self._held.get(chat, 0.0), self._time() + seconds)

    def refused(self, chat: int | None, seconds: float) -> None:
        """A 429. Three chats within a second mean all: until the first of them may be written to again."""
        self.hold(chat, seconds)
        if chat is None:
            return
        now = self._time()
        self._refused.append((now, chat))
        chats = {each for at, each in self._refused if now - at <= AT_ONCE}
        if len(chats) >= SEVERAL:
            self._held[None] = max(
                self._held.get(None, 0.0), min(self._held.get(each, now) for each in chats)
            )

    def held(self, chat: int | None = None) -> float:
        """Seconds until `chat` (None: anybody) may be written to, as Telegram told."""
        return max(0.0, self._held.get(chat, 0.0) - self._time())

    def wait(self, chat: int) -> float:
        """Seconds until it is the chat's turn, however many others wait."""
        return max(0.0, self._chat_due(chat) - self._time())

    # Deadlines

    def _time(self) -> float:
        """A clock may be a grain short of the moment it was asked to wait for."""
        return self.now() + _GRAIN

    def _limits(self, chat: int) -> tuple[float, int]:
        """Interval and burst: groups have negative numbers."""
        if chat < 0:
            return self.group_interval, self.group_burst
        return self.chat_interval, self.chat_burst

    def _chat_due(self, chat: int) -> float:
        interval, burst = self._limits(chat)
        even = self._chats.get(chat, 0.0)
        return max(self._held.get(chat, 0.0), even - interval * (burst - 1))

    def _spare_due(self, chat: int) -> float:
        """So that a message somebody waits for could follow at once."""
        interval, burst = self._limits(chat)
        even = self._chats.get(chat, 0.0)
        return max(self._held.get(chat, 0.0), even - interval * max(0, burst - 2))

    def _all_due(self) -> float:
        return max(self._held.get(None, 0.0), self._all - self.all_interval * (self.all_burst - 1))

    def _count_chat(self, chat: int, now: float) -> None:
        """Each message moves the moment at which the chat would be even again."""
        if len(self._chats) > _MANY:
            self._forget(now)
        self._chats[chat] = max(self._chats.get(chat, 0.0), now) + self._limits(chat)[0]

    def _count_all(self, now: float) -> None:
        self._all = max(self._all, now) + self.all_interval

    def _forget(self, now: float) -> None:
        self._chats = {chat: even for chat, even in self._chats.items() if even > now}
        self._held = {chat: until for chat, until in self._held.items() if until > now}

    # Those who wait

    async def _wait(self, line: list[_Waiter], chat: int, due: float) -> None:
        self._order += 1
        waiter = _Waiter(due, self._order, chat, asyncio.get_running_loop().create_future())
        heapq.heappush(line, waiter)
        self._serve()
        await waiter.turn

    def _serve(self) -> None:
        """Lets go whoever may, and sets the timer for the next."""
        now = self._time()
        self._move(now)
        while self._ready and self._all_due() <= now:
            waiter = heapq.heappop(self._ready)
            if not waiter.turn.done():
                self._count_all(now)
                waiter.turn.set_result(None)
        if not self._ready:
            self._serve_spare(now)
        self._set_timer(now)

    def _move(self, now: float) -> None:
        """Those whose chat is due wait for the limit on all, unless the chat has been held meanwhile."""
        while self._early and self._early[0].due <= now:
            waiter = heapq.heappop(self._early)
            held = self._held.get(waiter.chat, 0.0)
            if held > now:
                waiter.due = held
                heapq.heappush(self._early, waiter)
            else:
                heapq.heappush(self._ready, waiter)

    def _serve_spare(self, now: float) -> None:
        """One message to all must stay free for who comes next."""
        while self._spare and self._spare[0].due <= now and self._all_spare() <= now:
            waiter = heapq.heappop(self._spare)
            due = self._spare_due(waiter.chat)
            if waiter.turn.done():
                continue
            if due > now:
                waiter.due = due
                heapq.heappush(self._spare, waiter)
                continue
            self._count_chat(waiter.chat, now)
            self._count_all(now)
            waiter.turn.set_result(None)

    def _all_spare(self) -> float:
        allowed = self.all_interval * max(0, self.all_burst - 2)
        return max(self._held.get(None, 0.0), self._all - allowed)

    def _set_timer(self, now: float) -> None:
        nearest = self._nearest()
        if nearest is None:
            return
        if self._timer is not None and not self._timer.done():
            if self._rings <= nearest:
                return
            self._timer.cancel()
        self._rings = nearest
        self._timer = asyncio.create_task(
            self._ring(max(_GRAIN, nearest - now)), name="telegram pace"
        )

    def _nearest(self) -> float | None:
        """The deadline at which somebody may go."""
        if self._ready:
            return self._all_due()
        own = [line[0].due for line in (self._early,) if line]
        own += [max(line[0].due, self._all_spare()) for line in (self._spare,) if line]
        return min(own, default=None)

    async def _ring(self, seconds: float) -> None:
        await self.pause(seconds)
        self._timer = None
        self._serve()

    def stop(self) -> None:
        """Nobody waits any more: whoever did is cancelled."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for line in (self._early, self._ready, self._spare):
            for waiter in line:
                waiter.turn.cancel()
            line.clear()


def _loop_time() -> float:
    return asyncio.get_running_loop().time()
