"""The broadcaster: the newest frame or none, slices that let others work, and no one who answers waits."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping

import pytest

from bot.web.wall import broadcaster
from bot.web.wall.broadcaster import PING, Broadcaster, Channel, Listener, as_event

CHANNEL = Channel("ABCDEF", "sv")
LONG = 60
"""Seconds nothing here should ever need."""


class Wall:
    """What there is to draw; counts how often it was drawn, and can be made to wait."""

    def __init__(self) -> None:
        self.html = "<p>0</p>"
        self.drawn = 0
        self.free = asyncio.Event()
        self.free.set()

    async def draw(self, code: str, languages: Iterable[str]) -> Mapping[str, str]:
        self.drawn += 1
        await self.free.wait()
        return dict.fromkeys(languages, self.html)


async def soon(listener: Listener) -> bytes | None:
    async with asyncio.timeout(LONG):
        return await listener.next()


async def test_a_slow_reader_gets_the_newest_frame_and_no_queue() -> None:
    listener = Listener()
    for piece in (b"first", b"second", b"third"):
        listener.offer(piece)
    listener.offer(PING)
    assert await soon(listener) == b"third"
    listener.offer(PING)
    assert await soon(listener) == PING
    listener.end()
    assert await soon(listener) is None


async def test_what_is_drawn_once_goes_to_all_as_the_same_bytes() -> None:
    wall = Wall()
    cast = Broadcaster(wall.draw)
    listeners = [await cast.join(CHANNEL) for _ in range(120)]
    frames = [await soon(listener) for listener in listeners]
    assert all(frame is frames[0] for frame in frames)
    assert wall.drawn == 1
    cast.close()


async def test_many_changes_while_a_frame_is_made_are_one_more_frame() -> None:
    wall = Wall()
    cast = Broadcaster(wall.draw)
    listener = await cast.join(CHANNEL)
    await soon(listener)
    for number in range(1, 50):
        wall.html = f"<p>{number}</p>"
        cast.mark("ABCDEF")
    assert await soon(listener) == as_event("<p>49</p>", 2)
    assert wall.drawn == 2
    cast.close()


async def test_marking_never_waits_for_the_room() -> None:
    """It is no coroutine; and a wall that cannot be drawn holds nobody up."""
    wall = Wall()
    wall.free.clear()
    cast = Broadcaster(wall.draw)
    listener = await cast.join(CHANNEL)
    for _ in range(1000):
        cast.mark("ABCDEF")
    wall.free.set()
    assert await soon(listener) == as_event("<p>0</p>", 1)
    cast.close()


async def test_others_work_between_the_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a slice took is followed by three times as much for others."""
    slept: list[float] = []
    sleep = asyncio.sleep

    async def noting(seconds: float) -> None:
        slept.append(seconds)
        await sleep(0)

    times = iter(number / 100 for number in range(10_000))
    monkeypatch.setattr(broadcaster.asyncio, "sleep", noting)
    cast = Broadcaster(Wall().draw, clock=lambda: next(times))
    await cast._hand_out(tuple(Listener() for _ in range(150)), b"frame")
    pauses = [seconds for seconds in slept if seconds]
    assert pauses == pytest.approx([0.03, 0.03, 0.03])
    cast.close()


async def test_a_wall_that_cannot_be_drawn_stops_no_other(
    caplog: pytest.LogCaptureFixture,
) -> None:
    wall = Wall()

    async def draw(code: str, languages: Iterable[str]) -> Mapping[str, str]:
        if code == "BROKEN":
            raise ZeroDivisionError("what somebody wrote")
        return await wall.draw(code, languages)

    cast = Broadcaster(draw)
    await cast.join(Channel("BROKEN", "sv"))
    listener = await cast.join(CHANNEL)
    await soon(listener)
    cast.mark("BROKEN")
    wall.html = "<p>1</p>"
    cast.mark("ABCDEF")
    assert await soon(listener) == as_event("<p>1</p>", 2)
    assert "BROKEN could not be drawn: ZeroDivisionError" in caplog.text
    assert "wrote" not in caplog.text
    cast.close()


async def test_a_survey_nobody_looks_at_costs_nothing() -> None:
    wall = Wall()
    cast = Broadcaster(wall.draw)
    cast.mark("ABCDEF")
    cast.mark(None)
    listener = await cast.join(CHANNEL)
    await soon(listener)
    cast.leave(CHANNEL, listener)
    cast.mark("ABCDEF")
    assert (wall.drawn, cast.open) == (1, 0)
    cast.close()
