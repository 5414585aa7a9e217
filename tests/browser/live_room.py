"""A room served over HTTP in a thread of its own."""

from __future__ import annotations

import asyncio
import io
import socket
import threading
from pathlib import Path
from types import TracebackType

import uvicorn
from PIL import Image, ImageDraw
from web_room import PLACES, Quote, Room

from bot.outcomes import Who
from bot.recordings import BACKGROUND, Recordings
from bot.web.studio.door import Role
from surveys.conversation.state import Begin, Choose, Key
from surveys.store.publications import Wall
from surveys.store.store import Store
from surveys.survey import K_MIN

EDGES = """
[background]
file = "torget.png"
north = 60.6080
south = 60.6060
west = 15.6290
east = 15.6340
"""


def square() -> bytes:
    """A drawn square with a street, as JPEG."""
    picture = Image.new("RGB", (1000, 640), "#dfe7dc")
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((60, 60, 520, 420), fill="#f3efe6", outline="#9aa79f", width=4)
    drawing.rectangle((600, 90, 930, 560), fill="#c9d6c0", outline="#9aa79f", width=4)
    drawing.line((0, 520, 1000, 470), fill="#ffffff", width=44)
    drawing.ellipse((240, 190, 330, 280), fill="#a8c4d8", outline="#6f93ad", width=4)
    written = io.BytesIO()
    picture.save(written, "JPEG")
    return written.getvalue()


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

    def __init__(self, url: str) -> None:
        self._url = url
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._server: uvicorn.Server
        self.room: Room
        self.loop: asyncio.AbstractEventLoop

    def __enter__(self) -> LiveRoom:
        self._thread.start()
        assert self._ready.wait(60), "the server did not start"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.should_exit = True
        self._thread.join(60)

    def studio_link(self, role: Role = Role.OWNER) -> str:
        """The address of a one-time link into the studio."""
        made = asyncio.run_coroutine_threadsafe(self.room.link(role), self.loop)
        return made.result(20)

    async def _open_with_a_picture(self) -> None:
        """The survey PLATSEN: every kind of question, a picture of the place to point at, and a result to show."""
        self.room.service.recordings = recordings = Recordings(
            Path(self._url.removeprefix("sqlite:///")).parent / "own"
        )
        survey = await self.room.open(code="PLATSEN", fill=PLACES + EDGES)
        recordings.keep("PLATSEN", {BACKGROUND: square()})
        await self.room.store.set_wall(survey.id, Wall(opened=True))
        for number in range(K_MIN):
            who = Who(code="PLATSEN", channel="web", address=f"phone {number}")
            await self.room.service.turn(who, Begin("sv"))
            await self.room.service.turn(who, Choose(("high",), Key("usefulness")))

    async def _serve(self) -> None:
        self.loop = asyncio.get_running_loop()
        store = await Store.open(self._url)
        try:
            self.room = Room(store)
            await self.room.open()
            await self.room.open("session_evaluation", code="MOTEET", fill=None, series="dalalab")
            await self.room.open("every_loop", code="SLINGA", fill=None)
            await self._open_with_a_picture()
            self.room.desk.lines = [Quote("q1", "Mer tid för samtal", warning="Läs en gång till.")]
            config = uvicorn.Config(
                self.room.app, log_config=None, access_log=False, lifespan="off"
            )
            self._server = Announcing(config, self._ready)
            await self._server.serve(sockets=[self._listening])
        finally:
            await store.close()
