"""A process for heavy work: it may die or take too long, and the next piece of work is done all the same."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from concurrent.futures.process import BrokenProcessPool
from typing import cast

import pytest

from analysis.themes.remembering import Last, forget
from bot.working import Worker


def forever() -> None:
    threading.Event().wait()


def die() -> None:
    os._exit(1)


LAST: Last[str] = Last()


def remember() -> str:
    return LAST.keep("who", "what they said")


def is_remembered() -> bool:
    return LAST.get("who") is not None


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


async def test_what_waits_behind_a_piece_that_kills_the_process_is_done_all_the_same() -> None:
    worker = Worker()
    try:
        first, second = await asyncio.gather(
            worker.run(die), worker.run(os.getpid), return_exceptions=True
        )
        assert isinstance(first, BrokenProcessPool)
        assert isinstance(second, int)
    finally:
        worker.stop()


async def test_somebody_who_went_away_keeps_nobody_waiting_when_the_process_dies() -> None:
    worker = Worker()
    try:
        assert await worker.run(os.getpid) > 0
        first = asyncio.create_task(worker.run(forever))
        waiting = [asyncio.create_task(worker.run(os.getpid)) for _ in range(4)]
        await asyncio.sleep(0)
        waiting[2].cancel()
        await asyncio.sleep(0)
        worker.stop()
        came = await asyncio.wait_for(
            asyncio.gather(first, *waiting, return_exceptions=True), timeout=60
        )
        assert [type(one) for one in came] == [BrokenProcessPool] * 3 + [
            asyncio.CancelledError,
            BrokenProcessPool,
        ]
    finally:
        worker.stop()


async def test_a_process_killed_while_it_had_nothing_to_do_is_replaced() -> None:
    worker = Worker()
    try:
        first = await worker.run(os.getpid)
        os.kill(first, signal.SIGKILL)
        watching = cast(threading.Thread, worker._pool and worker._pool._executor_manager_thread)
        await asyncio.to_thread(watching.join, 20)
        assert not worker.alive
        assert await worker.run(os.getpid) != first
    finally:
        worker.stop()


async def test_what_the_process_is_told_is_done_before_the_next_piece_of_work() -> None:
    worker = Worker()
    try:
        worker.tell(die)  # there is nobody to tell yet
        await worker.run(remember)
        worker.tell(forget)
        assert await worker.run(is_remembered) is False
    finally:
        worker.stop()
