"""A room served over HTTP in a thread of its own."""

from __future__ import annotations

import asyncio
import socket
import threading
from pathlib import Path
from types import TracebackType

import uvicorn
from web_room import Quote, Room

from bot.web.studio.door import Role
from surveys.store.store import Store


class Announcing(uvicorn.Server):
    """Tells when pages are answered."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()


class LiveRoom:
    """Starts on entering, has stopped and closed its store on leaving."""

    def __init__(self, folder: Path) -> None:
        self._url = f"sqlite:///{folder}/dalalab.sqlite"
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._server: uvicorn.Server
        self.room: Room
        self.loop: asyncio.AbstractEventLoop

    def __enter__(self) -> LiveRoom:
        self._thread.start()
        assert self._ready.wait(20), "the server did not start"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.should_exit = True
        self._thread.join(20)

    def studio_link(self, role: Role = Role.OWNER) -> str:
        """The address of a one-time link into the studio."""
        made = asyncio.run_coroutine_threadsafe(self.room.link(role), self.loop)
        return made.result(20)

    async def _serve(self) -> None:
        self.loop = asyncio.get_running_loop()
        store = await Store.open(self._url)
        try:
            self.room = Room(store)
            await self.room.open()
            await self.room.open("session_evaluation", code="MOTEET", fill=None, series="dalalab")
            await self.room.open("every_loop", code="SLINGA", fill=None)
            self.room.desk.lines = [Quote("q1", "Mer tid för samtal", warning="Läs en gång till.")]
            config = uvicorn.Config(
                self.room.app, log_config=None, access_log=False, lifespan="off"
            )
            self._server = Announcing(config, self._ready)
            await self._server.serve(sockets=[self._listening])
        finally:
            await store.close()
