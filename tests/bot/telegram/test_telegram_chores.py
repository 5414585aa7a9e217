"""What the bot does by itself goes on, whatever happens to it once."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.telegram.incoming.attempts import Attempts
from bot.telegram.outreach.chores import (
    BETWEEN_ANSWERS,
    BETWEEN_CLOCKS,
    BETWEEN_NUDGES,
    BETWEEN_REMINDERS,
    BETWEEN_ROUNDS,
    Chores,
)
from surveys.errors import StoreError
from tests.bot.telegram.conftest import NOW, dt


class Failing:
    """Reminders and posts that fail before they work; `wake` is the sender's."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.done: list[str] = []
        self.finished = asyncio.Event()

    async def queue(self) -> int:
        if self.errors:
            raise self.errors.pop(0)
        self.done.append("queued")
        return 1

    async def round(self) -> None:
        self.done.append("round")

    async def nudge(self) -> None:
        self.done.append("nudge")

    def wake(self) -> None:
        self.done.append("woken")
        self.finished.set()

    async def stop(self) -> None:
        self.done.append("stopped")


async def test_a_chore_that_fails_is_done_again_at_its_next_turn(
    caplog: pytest.LogCaptureFixture,
) -> None:
    all_of_it = Failing(StoreError("a row"), ValueError("somebody's words"))
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        await asyncio.sleep(0)

    chores = Chores(all_of_it, all_of_it, all_of_it, all_of_it, all_of_it, pause)
    with caplog.at_level(logging.WARNING):
        chores.start()
        await asyncio.wait_for(all_of_it.finished.wait(), 60)
    await chores.stop()
    assert {"queued", "woken", "round"} <= set(all_of_it.done)
    assert all_of_it.done[-1] == "stopped"
    assert set(pauses) == {
        BETWEEN_ROUNDS,
        BETWEEN_REMINDERS,
        BETWEEN_ANSWERS,
        BETWEEN_NUDGES,
        BETWEEN_CLOCKS,
    }
    assert "StoreError" in caplog.text
    assert "words" not in caplog.text


def test_attempts_are_counted_for_each_chat_and_forgotten_after_the_time() -> None:
    now = [NOW]
    attempts = Attempts(2, dt.timedelta(minutes=1), lambda: now[0])
    assert [attempts.allow(1), attempts.allow(1), attempts.allow(1)] == [True, True, False]
    assert attempts.allow(2)
    now[0] += dt.timedelta(seconds=59)
    assert not attempts.allow(1)
    now[0] += dt.timedelta(seconds=1)
    assert attempts.allow(1)
