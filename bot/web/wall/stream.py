"""An open stream of server-sent events, as one ASGI response.

Written by hand, since it does nothing but pass on what the broadcaster offers: `bench/web.py` compares it with
sse-starlette (decision 0024).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from bot.web.wall.broadcaster import Listener

RETRY = b"retry: 1000\n\n"
"""Milliseconds until a browser that lost the stream tries again."""


class Stream(Response):
    """Sends what its listener is offered until the browser leaves or the server stops."""

    media_type = "text/event-stream"

    def __init__(self, listener: Listener, leave: Callable[[], None]) -> None:
        super().__init__(headers={"X-Accel-Buffering": "no", "Cache-Control": "no-store"})
        del self.headers["content-length"]
        self._listener = listener
        self._leave = leave

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The whole stream."""
        gone = asyncio.ensure_future(_until_gone(receive))
        gone.add_done_callback(lambda _: self._listener.end())
        try:
            await self._send(send)
        except OSError:  # the browser has gone while something was on its way
            pass
        finally:
            self._leave()
            gone.cancel()

    async def _send(self, send: Send) -> None:
        start = {
            "type": "http.response.start",
            "status": self.status_code,
            "headers": self.raw_headers,
        }
        await send(start)
        piece: bytes | None = RETRY
        while piece is not None:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            piece = await self._listener.next()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
