"""A server's clock and its end: surveys close when their time is out, and everything ends, whatever becomes of another one."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

import pytest

from bot.app import App, build
from bot.config import Settings
from bot.desk import Desk
from bot.server import Server, bind
from surveys.errors import StoreError

START = dt.datetime(2026, 11, 2, 18, 0, tzinfo=dt.UTC)
SHIPPED = (files("surveys") / "library" / "session_evaluation.toml").read_text(encoding="utf-8")
DAY = dt.timedelta(days=1)
LONG = 60
"""Seconds nothing here should ever need."""


class Stumbling(Desk):
    """Fails with each of `failures`, one after another, before it closes anything."""

    def __init__(self, app: App, *failures: Exception) -> None:
        super().__init__(app.store, app.service, addresses=app.desk.addresses, clock=app.desk.clock)
        self._failures = list(failures)
        self.has_closed = asyncio.Event()

    async def close(self, code: str, attended: int | None = None) -> dict[str, Any]:
        if self._failures:
            raise self._failures.pop(0)
        closed = await super().close(code, attended)
        self.has_closed.set()
        return closed


class Time:
    """What the clock says."""

    now = START

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def app(sqlite_url: str, time: Time) -> AsyncIterator[App]:
    """With two surveys that close in a day."""
    settings = Settings.model_validate(
        {"store": {"url": sqlite_url}, "survey": {"clock_seconds": 0.01}}
    )
    app = await build(settings, clock=time)
    for code in ("FIRST", "SECOND"):
        await app.desk.open(
            title=code,
            code=code,
            questionnaire=SHIPPED,
            demo_notice=True,
            closes=(START + DAY).isoformat(),
        )
    yield app
    await app.close()


@asynccontextmanager
async def running(app: App) -> AsyncIterator[None]:
    with bind("127.0.0.1", 0) as listening:
        server = Server(app, listening)
        try:
            await server.start()
            yield
        finally:
            await server.stop()


async def closed(app: App) -> list[str]:
    return [each.code for each in await app.store.surveys() if each.closed_at is not None]


@pytest.mark.parametrize("failure", [StoreError("no room"), ZeroDivisionError("somebody's words")])
async def test_a_survey_that_cannot_be_closed_keeps_no_other_open(
    app: App, time: Time, caplog: pytest.LogCaptureFixture, failure: Exception
) -> None:
    app.desk = Stumbling(app, failure)
    time.now += DAY
    async with running(app):
        assert "SECOND" in await closed(app)
    assert f"survey FIRST not closed: {type(failure).__name__}" in caplog.text
    assert "words" not in caplog.text


async def test_what_could_not_be_closed_is_closed_when_the_clock_looks_again(
    app: App, time: Time
) -> None:
    app.desk = desk = Stumbling(app, *[StoreError("no room")] * 4)
    async with running(app):
        time.now += DAY
        async with asyncio.timeout(LONG):
            await desk.has_closed.wait()
    assert await closed(app)


async def test_what_cannot_end_keeps_nothing_else_running(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail() -> None:
        raise StoreError("no room")

    monkeypatch.setattr(app.rehearsals, "stop", fail)
    with bind("127.0.0.1", 0) as listening:
        server = Server(app, listening)
        await server.start()
        reports = server._reports._worker
        await reports.run(int)
        assert reports.alive
        with pytest.raises(StoreError):
            await server.stop()
    assert not reports.alive
