"""uvicorn, with signals that ask for an orderly stop instead of ending the process under our feet."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import resource
import signal
from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    import socket

    from starlette.types import ASGIApp

GRACE_SECONDS = 1
"""How long open requests may take to end when the server stops."""

NEW_OBJECTS = 10_000
"""So many more objects than before let Python look for garbage: some ten requests' worth instead of one's."""


def let_streams_in() -> None:
    """Every open stream is a file: a room of two thousand needs more of them than systems give at first."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def leave_what_stays() -> None:
    """Garbage is looked for among what requests leave behind, not again and again among all that was built before.

    A quarter of a submit's processor time went there (`bench/web.py`).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 20, 20)


class PageServer(uvicorn.Server):
    """Serves until SIGTERM or SIGINT; a second signal does not wait for open requests.

    `before_stop` ends what would never end by itself.
    """

    def __init__(
        self,
        pages: ASGIApp,
        ready: Callable[[], Awaitable[None]],
        before_stop: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(
            uvicorn.Config(
                pages,
                log_config=None,
                access_log=False,
                lifespan="off",
                server_header=False,
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        self._ready = ready
        self._before_stop = before_stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Tells `ready` once pages answer."""
        let_streams_in()
        leave_what_stays()
        await super().startup(sockets=sockets)
        if self.started:
            await self._ready()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Our own handlers: uvicorn's would raise the signal again before the store is closed."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._asked_to_stop)
        try:
            yield
        finally:
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)

    def _asked_to_stop(self) -> None:
        self._before_stop()
        self.force_exit = self.should_exit
        self.should_exit = True
