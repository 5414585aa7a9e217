"""How a command reaches the running server: a socket in the data folder that only its owner can open.

One line of JSON each way. `chat` and `enter` keep the connection: the server says and asks, the person types.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.refusing import PACKAGE
from surveys.errors import (
    ConfigError,
    ContentError,
    DalalabError,
    DatabaseHeld,
    StoreError,
    UnknownCode,
)
from surveys.questionnaire.problems import Problem

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.entering import Entering
    from bot.terminal import Terminal

logger = logging.getLogger(__name__)

LINE_LIMIT = 4 * 1024 * 1024
LONGEST_PATH = 100
"""Bytes of a socket's path that every system takes."""
_RAISED = {cls.__name__: cls for cls in (StoreError, ConfigError, DatabaseHeld)}


def socket_path(instance: Path) -> Path:
    """Where the socket of the server with this database lies (`Settings.instance`)."""
    path = instance.with_suffix(".sock").resolve()
    if len(bytes(path)) <= LONGEST_PATH:
        return path
    short = hashlib.sha256(bytes(path)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"dalalab-{short}.sock"


class ControlServer:
    """Answers commands on behalf of the process that holds the store."""

    def __init__(self, instance: Path, desk: Desk, terminal: Terminal, entering: Entering) -> None:
        self._path = socket_path(instance)
        self._desk = desk
        self._terminal = terminal
        self._entering = entering
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Begins to listen; a socket left by a killed server is replaced."""
        self._path.unlink(missing_ok=True)
        self._server = await asyncio.start_unix_server(
            self._connected, path=self._path, limit=LINE_LIMIT
        )
        self._path.chmod(0o600)

    async def stop(self) -> None:
        """Ends every connection and removes the socket."""
        if self._server is None:
            return
        self._server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        self._path.unlink(missing_ok=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            await self._serve(reader, writer)
        except ConnectionError:
            pass  # the command went away: there is nobody to tell
        except Exception as error:  # noqa: BLE001 - a traceback may quote what was said
            logger.error("a command failed: %s", type(error).__name__)  # noqa: TRY400
        finally:
            self._connections.discard(task)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (request := await _line(reader)) is None:
            return
        verb, arguments = request["verb"], request["arguments"]
        try:
            if verb in {"chat", "enter"}:
                await self._chat(verb, arguments, reader, writer)
                return
            answer: dict[str, Any] = {"ok": await self._desk.perform(verb, arguments)}
        except DalalabError as error:
            answer = told(error)
        await _send(writer, answer)

    async def _chat(
        self,
        verb: str,
        arguments: dict[str, Any],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        async def typed() -> str | None:
            await _send(writer, {"ask": True})
            line = await _line(reader)
            return line["typed"] if line is not None else None

        async def say(text: str) -> None:
            await _send(writer, {"say": text})

        held = self._entering.enter if verb == "enter" else self._terminal.converse
        await held(arguments["code"], arguments["language"], typed, say)
        await _send(writer, {"end": True})


class Connection:
    """A command's end of the socket."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, instance: Path) -> Connection | None:
        """A connection to the server with this database; None when none listens."""
        path = socket_path(instance)
        try:
            reader, writer = await asyncio.open_unix_connection(path, limit=LINE_LIMIT)
        except OSError:
            return None
        return cls(reader, writer)

    async def send(self, body: dict[str, Any]) -> None:
        """One line to the server."""
        await _send(self._writer, body)

    async def receive(self) -> dict[str, Any]:
        """One line from the server. Raises StoreError when it went away."""
        line = await self._reader.readline()
        if not line:
            raise StoreError.of("refused-server-stopped", package=PACKAGE)
        body: dict[str, Any] = json.loads(line)
        if "error" in body:
            raise raised(body)
        return body

    async def close(self) -> None:
        """Hangs up."""
        self._writer.close()
        await self._writer.wait_closed()


async def _line(reader: asyncio.StreamReader) -> dict[str, Any] | None:
    """A command's next line; None when it has hung up, or sends what no command of ours sends."""
    try:
        body: dict[str, Any] = json.loads(await reader.readline())
    except ValueError:
        return None
    return body


async def _send(writer: asyncio.StreamWriter, body: dict[str, Any]) -> None:
    writer.write(json.dumps(body, ensure_ascii=False).encode() + b"\n")
    await writer.drain()


def told(error: DalalabError) -> dict[str, Any]:
    """An error as JSON."""
    body: dict[str, Any] = {"error": type(error).__name__, "text": str(error)}
    if isinstance(error, ContentError):
        body["problems"] = [found.to_json() for found in error.problems]
    if isinstance(error, UnknownCode):
        body["code"] = error.code
    if error.spoken:
        body["spoken"] = error.spoken
    return body


def raised(body: dict[str, Any]) -> DalalabError:
    """The error that JSON tells of."""
    if "problems" in body:
        return ContentError([Problem(**found) for found in body["problems"]])
    if "code" in body:
        return UnknownCode(body["code"])
    kind: type[DalalabError] = _RAISED.get(body["error"], StoreError)
    if "spoken" in body:
        return kind.all_of(
            [kind.of(name, package=package, **facts) for package, name, facts in body["spoken"]]
        )
    return kind(body["text"])
