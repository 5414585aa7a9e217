"""Heavy work in a process of its own, started with the first piece and kept warm."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

Made = TypeVar("Made")


class Worker:
    """One process, one piece of work at a time. When it dies, that piece is lost and the next one starts another.

    A piece that nobody waits for any more is done all the same, or dies with the process: Python 3.11's pool loses its
    thread when a process dies while a piece is cancelled, and everybody who waits would wait for ever.
    """

    def __init__(self, longest: float | None = None) -> None:
        """`longest`: seconds after which a piece of work is given up; None waits for as long as it takes."""
        self._longest = longest
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()
        self._stops = 0

    async def run(self, work: Callable[[], Made]) -> Made:
        """What `work` gives, which must be possible to send between processes.

        Raises TimeoutError when it was given up and BrokenProcessPool when the process died or was stopped, beside what
        `work` raises. What waits for its turn meanwhile is done by the next process.
        """
        stops = self._stops
        async with self._turn:
            if self._stops != stops:
                raise BrokenProcessPool("stopped before its turn")
            if not self.alive:
                self._end()
            pool = self._pool or ProcessPoolExecutor(1, mp_context=get_context("spawn"))
            self._pool = pool
            running = asyncio.get_running_loop().run_in_executor(pool, work)
            running.add_done_callback(_heard)
            try:
                return await asyncio.wait_for(asyncio.shield(running), self._longest)
            except (TimeoutError, BrokenProcessPool):
                self._end()
                raise

    @property
    def alive(self) -> bool:
        """Whether there is a process that takes work, as far as is known."""
        return self._pool is not None and not self._pool._broken

    def tell(self, work: Callable[[], object]) -> None:
        """Has `work` done after what is under way, if there is a process; nobody waits for it."""
        if self._pool is not None:
            with contextlib.suppress(BrokenProcessPool):  # a dead process remembers nothing
                self._pool.submit(work)

    def stop(self) -> None:
        """Ends the process at once, with whatever it has in its memory; what is under way or waits can be asked for again."""
        self._stops += 1
        self._end()

    def _end(self) -> None:
        if self._pool is None:
            return
        for process in list((self._pool._processes or {}).values()):
            process.kill()
        self._pool.shutdown(wait=False)
        self._pool = None


def _heard(done: asyncio.Future[Made]) -> None:
    """What nobody waits for any more is not told as an error that nobody took."""
    if not done.cancelled():
        done.exception()
