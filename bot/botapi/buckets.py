"""Telegram's limits as real buckets: what goes too fast gets a 429 that says how long to wait."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

_FREE = ("sendchataction", "sendmessagedraft")


@dataclass(slots=True)
class Bucket:
    """Holds `size` tokens, and gets `rate` of them back each second."""

    rate: float
    size: float
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until there is a token; 0 when there is one."""
        self.tokens = min(self.size, self.tokens + max(0.0, now - self.at) * self.rate)
        self.at = max(self.at, now)
        return 0.0 if self.tokens >= 1 - 1e-9 else (1 - self.tokens) / self.rate


@dataclass(slots=True)
class Strict:
    """The limits that Telegram's pages name: tokens each second, and how many may come at once."""

    overall: float = 30.0
    overall_burst: float = 30.0
    chat: float = 1.0
    chat_burst: float = 3.0
    group: float = 20 / 60
    group_burst: float = 20.0
    _buckets: dict[int | None, Bucket] = field(default_factory=dict)

    def strike(self, method: str, chat: int | None, now: float) -> int | None:
        """Seconds to wait before this call may come again; None when it may come now, which it then has."""
        if chat is None or not counts(method):
            return None
        buckets = [self._bucket(None, now), self._bucket(chat, now)]
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            return max(1, math.ceil(wait - 1e-9))
        for bucket in buckets:
            bucket.tokens -= 1
        return None

    def _bucket(self, chat: int | None, now: float) -> Bucket:
        if chat not in self._buckets:
            rate, size = self._limits(chat)
            self._buckets[chat] = Bucket(rate, size, size, now)
        return self._buckets[chat]

    def _limits(self, chat: int | None) -> tuple[float, float]:
        if chat is None:
            return self.overall, self.overall_burst
        return (self.group, self.group_burst) if chat < 0 else (self.chat, self.chat_burst)


def counts(method: str) -> bool:
    """Whether a method spends tokens: what shows or changes a message does; answering a press does not."""
    name = method.lower()
    return name.startswith(("send", "edit", "copy", "forward")) and name not in _FREE
