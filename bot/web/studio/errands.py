"""Work that takes longer than a page may: started once, looked in on by every reload, fetched when it is done.

A page asks for the same errand under the same name. Within the patience it gets the result at once; after that it
gets how far the errand has come by how long its kind usually takes, shows a bar, and asks again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from surveys.survey import Survey

Made = TypeVar("Made")
Name: TypeAlias = tuple[str, ...]
"""The first word is the errand's kind, such as `pptx`; how long it took last time is remembered by it."""

PATIENCE = 0.8
"""Seconds a page waits before it shows a bar instead."""
KEPT_SECONDS = 120.0
"""A result that nobody fetches is forgotten after this long."""
FIRST_GUESS = 8.0
"""Seconds an errand is thought to take before one of its kind has been seen: the worker may have to start."""
FULLEST = 95
"""Per cent; a bar that stands at a hundred and is not done lies."""


@dataclass(frozen=True, slots=True)
class Underway:
    """An errand that is not done. `percent` is an estimate, `seconds` how long it usually takes."""

    percent: int
    seconds: int


@dataclass(slots=True)
class _Errand:
    task: asyncio.Future[Any]
    begun: float
    done: float | None = None


class Errands:
    """The errands of one server, in memory."""

    def __init__(
        self, patience: float = PATIENCE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._patience = patience
        self._clock = clock
        self._errands: dict[Name, _Errand] = {}
        self._usual: dict[str, float] = {}

    async def fetch(self, name: Name, work: Callable[[], Awaitable[Made]]) -> Made | Underway:
        """The result, which is then no longer kept; or how far it has come. Raises what `work` raises."""
        self._tidy()
        errand = self._errands.get(name) or self._start(name, work)
        await asyncio.wait({errand.task}, timeout=self._patience)
        if not errand.task.done():
            return self._underway(name, errand)
        self._errands.pop(name, None)
        made: Made = errand.task.result()
        return made

    async def look(self, name: Name) -> Any | Underway | None:
        """As `fetch`, of an errand that somebody has begun; None where there is none."""
        if name not in self._errands:
            return None
        return await self.fetch(name, _nothing)

    def ready(self, name: Name) -> bool:
        """Whether a result lies waiting to be fetched."""
        errand = self._errands.get(name)
        return errand is not None and errand.task.done()

    def drop(self, part: str) -> None:
        """Forgets every errand with `part` in its name; one under way ends for nobody."""
        for name in [name for name in self._errands if part in name]:
            del self._errands[name]

    def outdated(self, survey: Survey) -> None:
        """Something has been decided: a report that nobody fetched tells how it was before."""
        self.drop(survey.code)
        if survey.series:
            self.drop(survey.series)

    def _start(self, name: Name, work: Callable[[], Awaitable[Made]]) -> _Errand:
        errand = _Errand(asyncio.ensure_future(work()), self._clock())

        def finished(task: asyncio.Future[Any]) -> None:
            errand.done = self._clock()
            if not task.cancelled() and task.exception() is None:
                self._usual[name[0]] = errand.done - errand.begun

        errand.task.add_done_callback(finished)
        self._errands[name] = errand
        return errand

    def _underway(self, name: Name, errand: _Errand) -> Underway:
        usual = max(self._usual.get(name[0], FIRST_GUESS), 1.0)
        passed = self._clock() - errand.begun
        return Underway(min(FULLEST, int(100 * passed / usual)), round(usual))

    def _tidy(self) -> None:
        now = self._clock()
        for name, errand in list(self._errands.items()):
            if errand.done is not None and now - errand.done > KEPT_SECONDS:
                del self._errands[name]


async def _nothing() -> None:
    """What is never begun."""
