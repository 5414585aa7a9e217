"""One task that shows what has changed to everybody who looks: whoever answers never waits for the room.

A commit only marks its survey as changed. The task then renders the present once for each language somebody reads,
and offers the same bytes to every open stream: at most five times a second, and in slices that leave three quarters
of the loop's time to others. A stream keeps only the newest frame, so a slow reader skips some and memory stays flat.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import NamedTuple

FRAME_SECONDS = 0.2
SHARE = 0.25
"""Of the loop's time, at most."""
SLICE = 50
"""Streams that are woken before others get their turn."""
PING_SECONDS = 15.0
LOOK_SECONDS = 2.0
"""After so long a survey somebody looks at is looked at even unmarked: other processes may have written."""
MOST = 5000
"""Streams one process keeps open."""
PING = b": ping\n\n"

_log = logging.getLogger(__name__)


class Channel(NamedTuple):
    """What one stream follows: a survey, in a language."""

    code: str
    language: str


Draw = Callable[[str, Iterable[str]], Awaitable[Mapping[str, str]]]
"""A survey's present state as HTML, for each of these languages."""


class Listener:
    """One open stream: holds at most one piece that has not been sent."""

    __slots__ = ("_ended", "_piece", "_waiting")

    def __init__(self) -> None:
        self._piece: bytes | None = None
        self._waiting: asyncio.Future[None] | None = None
        self._ended = False

    def offer(self, piece: bytes) -> None:
        """Puts a newer piece in the place of one that has not been sent; a ping gives way."""
        if piece is PING and self._piece is not None:
            return
        self._piece = piece
        self._wake()

    def end(self) -> None:
        """Nothing more will come."""
        self._ended = True
        self._wake()

    async def next(self) -> bytes | None:
        """The newest piece; None when the stream is over."""
        while self._piece is None and not self._ended:
            self._waiting = asyncio.get_running_loop().create_future()
            await self._waiting
        piece, self._piece = self._piece, None
        return None if self._ended else piece

    def _wake(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)


@dataclass(slots=True)
class _Watched:
    """A channel somebody looks at."""

    listeners: set[Listener] = field(default_factory=set)
    html: str = ""
    frame: bytes = b""


class Broadcaster:
    """Keeps the streams, and the one task that feeds them; it runs while there is anybody."""

    def __init__(self, draw: Draw, clock: Callable[[], float] = perf_counter) -> None:
        self._draw = draw
        self._clock = clock
        self._watched: dict[Channel, _Watched] = {}
        self._dirty: set[str] = set()
        self._marked = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._frames = 0
        self._closed = False

    @property
    def open(self) -> int:
        """Streams there are."""
        return sum(len(each.listeners) for each in self._watched.values())

    @property
    def full(self) -> bool:
        """Whether another stream would be one too many; or there will be none any more."""
        return self._closed or self.open >= MOST

    def mark(self, code: str | None) -> None:
        """Something has been committed in this survey; None: nobody knows in which."""
        watched = {channel.code for channel in self._watched}
        self._dirty |= watched if code is None else watched & {code}
        if self._dirty:
            self._marked.set()

    async def join(self, channel: Channel) -> Listener:
        """A new stream, with the present in it."""
        watched = self._watched.setdefault(channel, _Watched())
        listener = Listener()
        watched.listeners.add(listener)
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="wall broadcaster")
        if watched.frame:
            listener.offer(watched.frame)
        else:
            self.mark(channel.code)
        return listener

    def leave(self, channel: Channel, listener: Listener) -> None:
        """The stream is over."""
        watched = self._watched.get(channel)
        if watched is None:
            return
        watched.listeners.discard(listener)
        if not watched.listeners:
            del self._watched[channel]

    def close(self) -> None:
        """Ends every stream and the task: the server is about to stop."""
        self._closed = True
        if self._task is not None:
            self._task.cancel()
        for watched in self._watched.values():
            for listener in watched.listeners:
                listener.end()

    async def _run(self) -> None:
        pinged = self._clock()
        while True:
            await self._until_marked()
            began = self._clock()
            for code in self._take_marked():
                await self._show(code)
            if self._clock() - pinged > PING_SECONDS:
                pinged = self._clock()
                await self._hand_out(self._everybody(), PING)
            await asyncio.sleep(max(0.0, FRAME_SECONDS - (self._clock() - began)))

    async def _until_marked(self) -> None:
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                await self._marked.wait()
        except TimeoutError:
            self.mark(None)

    def _take_marked(self) -> list[str]:
        taken = sorted(self._dirty)
        self._dirty.clear()
        self._marked.clear()
        return taken

    async def _show(self, code: str) -> None:
        channels = [channel for channel in self._watched if channel.code == code]
        try:
            drawn = await self._draw(code, [channel.language for channel in channels])
        except Exception as error:  # noqa: BLE001 - one wall must never stop the others
            # The next change or look tries again; a stack would carry the statement's parameters.
            _log.error("the wall of %s could not be drawn: %s", code, type(error).__name__)
            return
        for channel in channels:
            watched = self._watched.get(channel)
            html = drawn[channel.language]
            if watched is not None and html != watched.html:
                self._frames += 1
                watched.html, watched.frame = html, as_event(html, self._frames)
                await self._hand_out(tuple(watched.listeners), watched.frame)

    def _everybody(self) -> tuple[Listener, ...]:
        return tuple(each for watched in self._watched.values() for each in watched.listeners)

    async def _hand_out(self, listeners: tuple[Listener, ...], piece: bytes) -> None:
        """Slice by slice: what a slice took, sending included, is followed by a pause three times as long."""
        for first in range(0, len(listeners), SLICE):
            began = self._clock()
            for listener in listeners[first : first + SLICE]:
                listener.offer(piece)
            await asyncio.sleep(0)  # the streams that were woken send
            await asyncio.sleep((self._clock() - began) * (1 / SHARE - 1))


def as_event(html: str, number: int) -> bytes:
    """One frame as a server-sent event."""
    lines = "".join(f"data: {line}\n" for line in html.splitlines())
    return f"id: {number}\n{lines}\n".encode()
