"""Who is served when: one update at a time per chat, many chats at once, a bounded number in memory.

Updates are durable before they are offered here. When there is no room, they stay in the store's inbox and are
fetched from there, in order, as soon as there is.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Protocol

from surveys.errors import StaleTurn, StoreError
from surveys.store.records import InboxUpdate

log = logging.getLogger(__name__)

ATTEMPTS = 9
"""About a quarter of a minute: longer than a database is locked or away for a moment."""
FIRST_PAUSE = 0.05
"""Seconds before the second attempt; doubled each time."""

Pause = Callable[[float], Awaitable[None]]


class Waiting(Protocol):
    """Where updates wait that have been received and not yet handled."""

    async def pending(self, limit: int) -> Sequence[InboxUpdate]:
        """The oldest ones, by update id."""
        ...

    async def set_aside(self, update: InboxUpdate) -> None:
        """This one is not handled again."""
        ...


class Dispatcher:
    """`handle` does one update; whatever it raises concerns that update alone."""

    def __init__(
        self,
        handle: Callable[[InboxUpdate], Awaitable[None]],
        waiting: Waiting,
        lane_of: Callable[[InboxUpdate], Hashable],
        *,
        room: int = 2000,
        parallel: int = 64,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._handle = handle
        self._waiting = waiting
        self._lane_of = lane_of
        self._room = room
        self._slots = asyncio.Semaphore(parallel)
        self._pause = pause
        self._lanes: dict[Hashable, deque[InboxUpdate]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: set[int] = set()
        self._left_behind = False
        """Some updates are only in the store."""
        self._fetching: asyncio.Task[None] | None = None
        self._idle = asyncio.Event()
        self._idle.set()
        self._open = True

    async def start(self) -> None:
        """Takes up what was received and not handled before the last stop or crash."""
        self._leave_behind()

    def offer(self, update: InboxUpdate) -> None:
        """Handle it when its turn comes. It must be in the store already."""
        if not self._open or update.update_id in self._held:
            return
        fetching = self._fetching is not None and not self._fetching.done()
        if self._left_behind or fetching or len(self._held) >= self._room:
            # Older ones may still be in the store: this one must not overtake them.
            self._leave_behind()
        else:
            self._admit(update)

    def look(self) -> None:
        """There may be something in the store that has not been offered."""
        if self._open:
            self._leave_behind()

    async def idle(self) -> None:
        """Returns when everything offered so far has been handled or set aside."""
        await self._idle.wait()

    async def stop(self, within: float = 1.0) -> None:
        """Takes nothing more; lets what has begun end within `within` seconds; the rest stays in the store."""
        self._open = False
        if self._fetching is not None:
            self._fetching.cancel()
        for lane in self._lanes.values():
            while len(lane) > 1:
                lane.pop()
        running = {*self._tasks, *([self._fetching] if self._fetching else [])}
        if running:
            _, late = await asyncio.wait(running, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _admit(self, update: InboxUpdate) -> None:
        self._held.add(update.update_id)
        self._idle.clear()
        lane_id = self._lane_of(update)
        lane = self._lanes.get(lane_id)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[lane_id] = deque([update])
        task = asyncio.create_task(self._serve(lane_id), name="telegram chat")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, lane_id: Hashable) -> None:
        """One chat, in order, until nothing waits. The first of the lane is the one being handled."""
        lane = self._lanes[lane_id]
        try:
            while lane:
                async with self._slots:
                    await self._one(lane[0])
                self._held.discard(lane.popleft().update_id)
        finally:
            self._held.difference_update(update.update_id for update in lane)
            del self._lanes[lane_id]
            self._after()

    def _after(self) -> None:
        if self._left_behind and self._open:
            self._leave_behind()
        elif not self._lanes:
            self._idle.set()

    async def _one(self, update: InboxUpdate) -> None:
        """Handles one update, again when the store asks for it; sets it aside when that does not help."""
        for attempt in range(ATTEMPTS):
            try:
                return await self._handle(update)
            except (StaleTurn, StoreError) as error:
                log.warning("update %d: %s", update.update_id, type(error).__name__)
                await self._pause(FIRST_PAUSE * 2**attempt)
            except Exception as error:  # noqa: BLE001 - one person's update must never stop the others
                log.error("update %d set aside: %s", update.update_id, type(error).__name__)  # noqa: TRY400 - a traceback may quote what the person wrote
                break
        try:
            await self._waiting.set_aside(update)
        except StoreError as error:
            # It stays in the inbox, and is tried again at the next start.
            log.error("update %d left in the inbox: %s", update.update_id, type(error).__name__)  # noqa: TRY400 - as above
        return None

    def _leave_behind(self) -> None:
        self._left_behind = True
        self._idle.clear()
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.create_task(self._fetch(), name="telegram inbox")

    async def _fetch(self) -> None:
        """Admits what waits in the store, while there is room; gives up its turn until a chat is done."""
        pause = FIRST_PAUSE
        while len(self._held) < self._room:
            self._left_behind = False
            limit = self._room + 1
            try:
                waiting = await self._waiting.pending(limit)
            except StoreError as error:
                log.warning("inbox: %s", type(error).__name__)
                self._left_behind = True
                await self._pause(pause)
                pause = min(2 * pause, 5.0)
                continue
            self._admit_all(waiting)
            if not self._left_behind:
                break
        if not self._lanes and not self._left_behind:
            self._idle.set()

    def _admit_all(self, waiting: Sequence[InboxUpdate]) -> None:
        for update in waiting:
            if update.update_id in self._held:
                continue
            if len(self._held) >= self._room:
                self._left_behind = True
                return
            self._admit(update)
