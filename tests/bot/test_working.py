"""A process for heavy work: it may die or take too long, and the next piece of work is done all the same."""

from __future__ import annotations

import os
import threading
from concurrent.futures.process import BrokenProcessPool

import pytest

from bot.working import Worker


def forever() -> None:
    threading.Event().wait()


def die() -> None:
    os._exit(1)


async def test_the_process_is_another_one_and_is_kept() -> None:
    worker = Worker()
    try:
        first = await worker.run(os.getpid)
        assert first != os.getpid()
        assert await worker.run(os.getpid) == first
    finally:
        worker.stop()


async def test_after_a_death_or_a_piece_of_work_without_end_the_next_one_is_done() -> None:
    worker = Worker(longest=20)
    try:
        with pytest.raises(BrokenProcessPool):
            await worker.run(die)
        assert await worker.run(os.getpid) > 0
        worker._longest = 0.2
        with pytest.raises(TimeoutError):
            await worker.run(forever)
        worker._longest = 20
        assert await worker.run(os.getpid) > 0
    finally:
        worker.stop()
