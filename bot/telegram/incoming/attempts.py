"""How often a chat may ask for something that only costs others time."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

_MANY_CHATS = 10_000
"""Chats remembered before those that have been quiet for long enough are forgotten."""


@dataclass(slots=True)
class Attempts:
    """At most `most` in any stretch of `within`, for each chat. Forgotten at a restart."""

    most: int
    within: dt.timedelta
    now: Callable[[], dt.datetime]
    _made: dict[int, deque[dt.datetime]] = field(default_factory=dict)

    def allow(self, chat: int) -> bool:
        """Counts one; False, and nothing counted, when there have been too many."""
        if len(self._made) > _MANY_CHATS:
            self._forget()
        now = self.now()
        made = self._made.setdefault(chat, deque(maxlen=self.most))
        if len(made) == self.most and now - made[0] < self.within:
            return False
        made.append(now)
        return True

    def _forget(self) -> None:
        oldest = self.now() - self.within
        self._made = {chat: made for chat, made in self._made.items() if made[-1] > oldest}
