"""How often one browser, and how often one network address, may ask.

A room of 300 people shares one address, so the address has only a loose cap; what is held tight is guessing:
unknown join codes and wrong receipts. Counters live in memory and are forgotten with the process.
"""

from __future__ import annotations

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

BROWSER = RateLimitItemPerMinute(120, namespace="browser")
ADDRESS = RateLimitItemPerMinute(6000, namespace="address")
UNKNOWN_CODE = RateLimitItemPerMinute(60, namespace="unknown-code")
RECEIPT = RateLimitItemPerMinute(20, namespace="receipt")
NEAR_MISS = RateLimitItemPerMinute(10, namespace="near-miss")
NEAR_MISSES = RateLimitItemPerHour(600, namespace="near-misses")
"""Suggestions to everybody together: who guesses from many addresses gets no further than who guesses from one."""
ORGANISER_KEY = RateLimitItemPerMinute(10, namespace="organiser-key")


class TooMany(Exception):
    """This browser or address has asked too often; wait a minute."""


class Gate:
    """Counts per minute. A sliding counter, since its upkeep does not grow with the length of the window."""

    def __init__(self) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def count(self, limit: RateLimitItem, who: str) -> None:
        """Counts one request of `who`.

        Raises:
            TooMany: the minute is full.
        """
        if not await self._limiter.hit(limit, who):
            raise TooMany

    async def allows(self, limit: RateLimitItem, who: str) -> bool:
        """Counts one request of `who`, and tells whether there was room for it."""
        return await self._limiter.hit(limit, who)

    async def refuse_when_full(self, limit: RateLimitItem, who: str) -> None:
        """Counts nothing.

        Raises:
            TooMany: the minute is full.
        """
        if not await self._limiter.test(limit, who):
            raise TooMany
