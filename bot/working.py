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
    """One process. When it dies, what it did is lost and the next piece of work starts another."""

    def __init__(self, longest: float | None = None) -> None:
        """`longest`: seconds after which a piece of work is given up; None waits for as long as it takes."""
        self._longest = longest
        self._pool: ProcessPoolExecutor | None = None

    async def run(self, work: Callable[[], Made]) -> Made:
        """What `work` gives, which must be possible to send between processes.

        Raises TimeoutError when it was given up and BrokenProcessPool when the process died, beside what `work` raises.
        """
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        running = asyncio.get_running_loop().run_in_executor(self._pool, work)
        try:
            return await asyncio.wait_for(running, self._longest)
        except (TimeoutError, BrokenProcessPool):
            self.stop()
            raise

    def tell(self, work: Callable[[], object]) -> None:
        """Has `work` done after what is under way, if there is a process; nobody waits for it."""
        if self._pool is not None:
            with contextlib.suppress(BrokenProcessPool):  # a dead process remembers nothing
                self._pool.submit(work)

    def stop(self) -> None:
        """Ends the process at once, with whatever it has in its memory; what is under way can be asked for again."""
        if self._pool is None:
            return
        for process in list((self._pool._processes or {}).values()):
            process.kill()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None
