"""How often one browser, and how often one network address, may ask.

A room of 300 people shares one address, so the address has only a loose cap; what is held tight is guessing:
unknown join codes and wrong receipts. Counters live in memory and are forgotten with the process.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

MINUTE, HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` requests of one who asks in any `seconds`."""

    name: str
    most: int
    seconds: int = MINUTE


BROWSER = Limit("browser", 120)
ADDRESS = Limit("address", 6000)
UNKNOWN_CODE = Limit("unknown-code", 60)
RECEIPT = Limit("receipt", 20)
NEAR_MISS = Limit("near-miss", 10)
NEAR_MISSES = Limit("near-misses", 600, HOUR)
"""Suggestions to everybody together: who guesses from many addresses gets no further than who guesses from one."""
ORGANISER_KEY = Limit("organiser-key", 10)


class TooMany(Exception):
    """This browser or address has asked too often; wait a minute."""


@dataclass(slots=True)
class _Counts:
    """What was counted in one window of the clock and in the one before it; older ones are gone."""

    window: int = 0
    now: dict[str, int] = field(default_factory=dict)
    before: dict[str, int] = field(default_factory=dict)

    def roll(self, window: int) -> None:
        """The clock has come to another window."""
        self.before = self.now if window == self.window + 1 else {}
        self.now = {}
        self.window = window


class Gate:
    """Sliding counters: of the window before, as much counts as has not yet slid out of sight.

    Their upkeep grows neither with the length of a window nor with how many ask. `clock` gives seconds, from any
    beginning.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: dict[str, _Counts] = {}

    def count(self, limit: Limit, who: str) -> None:
        """Counts one request of `who`.

        Raises:
            TooMany: the window is full; a request that is refused is not counted.
        """
        if not self.allows(limit, who):
            raise TooMany

    def allows(self, limit: Limit, who: str) -> bool:
        """Counts one request of `who`, if there is room for it; tells whether there was."""
        counts, seen = self._look(limit, who)
        room = seen + 1 <= limit.most
        if room:
            counts.now[who] = counts.now.get(who, 0) + 1
        return room

    def refuse_when_full(self, limit: Limit, who: str) -> None:
        """Counts nothing.

        Raises:
            TooMany: the window is full.
        """
        _, seen = self._look(limit, who)
        if seen + 1 > limit.most:
            raise TooMany

    def _look(self, limit: Limit, who: str) -> tuple[_Counts, float]:
        """The counters, and how many requests of `who` the last `limit.seconds` have seen."""
        window, passed = divmod(self._clock(), limit.seconds)
        counts = self._counts.get(limit.name)
        if counts is None:
            counts = self._counts[limit.name] = _Counts()
        if counts.window != window:
            counts.roll(int(window))
        left = 1 - passed / limit.seconds
        return counts, counts.now.get(who, 0) + counts.before.get(who, 0) * left
