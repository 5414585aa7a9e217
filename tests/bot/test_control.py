"""The socket that commands reach a running server by, and what comes to it that is no command."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from test_clock import START

from bot.app import App, build
from bot.config import Settings
from bot.control import Connection, ControlServer, socket_path
from bot.desk import Desk
from surveys.errors import StoreError, UnknownCode


class Broken(Desk):
    """Fails at one thing as nobody foresaw."""

    async def close(self, code: str, attended: int | None = None) -> dict[str, Any]:
        raise ValueError("what somebody wrote")


@pytest.fixture
async def app(sqlite_url: str) -> AsyncIterator[App]:
    app = await build(Settings.model_validate({"store": {"url": sqlite_url}}), clock=lambda: START)
    yield app
    await app.close()


@pytest.fixture
async def instance(app: App, tmp_path: Path) -> AsyncIterator[Path]:
    desk = Broken(app.store, app.service, addresses=app.desk.addresses, clock=app.desk.clock)
    server = ControlServer(tmp_path / "dalalab", desk, app.terminal, app.entering)
    await server.start()
    yield tmp_path / "dalalab"
    await server.stop()


async def asked(instance: Path, verb: str, **arguments: Any) -> dict[str, Any]:
    connection = await Connection.to(instance)
    assert connection is not None
    try:
        await connection.send({"verb": verb, "arguments": arguments})
        return await connection.receive()
    finally:
        await connection.close()


async def test_a_refusal_comes_back_as_what_it_is(instance: Path) -> None:
    with pytest.raises(UnknownCode):
        await asked(instance, "decide", code="NOWHERE", approve=[], hide=[])


async def test_what_nobody_foresaw_is_logged_without_its_words_and_the_command_is_told(
    instance: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(StoreError):
        await asked(instance, "close", code="ABCDEF")
    assert "a command failed: ValueError" in caplog.text
    assert "wrote" not in caplog.text


async def test_what_is_no_command_is_hung_up_on(
    instance: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for sent in (b"", b"no JSON\n", b'{"verb": "cl'):
        reader, writer = await asyncio.open_unix_connection(socket_path(instance))
        writer.write(sent)
        writer.write_eof()
        assert await reader.read() == b""
        writer.close()
    assert not caplog.records
