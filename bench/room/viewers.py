"""People who look at the wall, as a process of their own: `python viewers.py PORT PATH HOW_MANY`.

Reads one line, the mark of the last frame, and writes one JSON line: for each viewer the moment (of the clock all
processes share) at which a frame with that mark had come, or null. `connected` is written when all streams are open.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import resource
import sys
import time

PATIENCE = 30.0
"""Seconds until a frame that has not come counts as lost."""
AT_ONCE = 100


class Viewer(asyncio.Protocol):
    """Keeps when each count was first seen."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._rest, self._mark = b"", b"-"
        self._marked = asyncio.Event()
        self.seen: dict[bytes, float] = {}
        """Each count, and when it first came."""
        self.first: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def until(self, mark: bytes) -> None:
        """Waits until the count has come."""
        if mark not in self.seen:
            self._mark = mark
            await self._marked.wait()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        head = f"GET {self._path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: sv\r\n\r\n"
        transport.write(head.encode())

    def data_received(self, data: bytes) -> None:
        now = time.perf_counter()
        text = self._rest + data
        at = text.rfind(b'<p class="people"><b data-pop>')
        if at >= 0 and (end := text.find(b"<", at + 30)) >= 0:
            self.seen.setdefault(text[at + 30 : end], now)
            if self._mark in self.seen:
                self._marked.set()
            if not self.first.done():
                self.first.set_result(None)
        self._rest = text[-80:]


async def look(port: int, path: str, how_many: int) -> None:
    """Opens the streams, then waits for the mark."""
    loop = asyncio.get_running_loop()
    viewers: list[Viewer] = []
    for _ in range(0, how_many, AT_ONCE):
        made = [
            loop.create_connection(
                lambda: Viewer(path), "127.0.0.1", port, local_addr=(f"127.2.0.{n + 1}", 0)
            )
            for n in range(min(AT_ONCE, how_many - len(viewers)))
        ]
        opened = [protocol for _, protocol in await asyncio.gather(*made)]
        await asyncio.gather(*(viewer.first for viewer in opened))
        viewers += opened
    print("connected", flush=True)
    mark = (await loop.run_in_executor(None, sys.stdin.readline)).strip().encode()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(viewer.until(mark) for viewer in viewers))
    frames = sum(len(each.seen) for each in viewers) / len(viewers)
    print(json.dumps({"seen": [v.seen.get(mark) for v in viewers], "frames": frames}), flush=True)


if __name__ == "__main__":
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    asyncio.run(look(int(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
