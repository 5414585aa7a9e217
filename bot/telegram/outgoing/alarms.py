"""One timer for many wishes to be woken: only the nearest is ever armed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

_LEAST = 0.001
"""Seconds: a clock may be a grain short of the moment it was asked to wait for."""


class Alarm:
    """Calls `ring` at, or soon after, every moment that was asked for."""

    def __init__(
        self,
        ring: Callable[[], None],
        pause: Callable[[float], Awaitable[None]],
        now: Callable[[], float],
    ) -> None:
        self._ring = ring
        self._pause = pause
        self._now = now
        self._moments: set[float] = set()
        self._task: asyncio.Task[None] | None = None
        self._armed = 0.0

    def set(self, seconds: float) -> None:
        """Ring in `seconds`."""
        moment = self._now() + seconds
        self._moments.add(moment)
        if self._task is None or moment < self._armed:
            self._arm(moment)

    def stop(self) -> None:
        """Rings no more."""
        self._moments.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _arm(self, moment: float) -> None:
        if self._task is not None:
            self._task.cancel()
        self._armed = moment
        self._task = asyncio.create_task(self._wait(moment), name="telegram alarm")

    async def _wait(self, moment: float) -> None:
        await self._pause(max(_LEAST, moment - self._now()))
        now = max(self._now(), moment)
        self._moments = {each for each in self._moments if each > now}
        self._task = None
        self._ring()
        if self._moments and self._task is None:
            self._arm(min(self._moments))
