"""A button pressed twice opens one survey: the same form with the same content leads to what it led to."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

MOST = 200
"""Forms that are remembered; the oldest goes first."""

T = TypeVar("T")


class Once(Generic[T]):
    """Does each thing once, also when it is asked for again while it is being done."""

    def __init__(self) -> None:
        self._done: OrderedDict[str, asyncio.Future[T]] = OrderedDict()

    async def do(self, key: str, make: Callable[[], Awaitable[T]]) -> T:
        """What `make` gives, or gave the first time. What failed may be tried again."""
        if key not in self._done:
            self._done[key] = asyncio.ensure_future(make())
            while len(self._done) > MOST:
                self._done.popitem(last=False)
        try:
            return await asyncio.shield(self._done[key])
        except Exception:
            self._done.pop(key, None)
            raise
