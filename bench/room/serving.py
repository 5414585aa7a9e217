"""A server to measure, as a process of its own: `python serving.py ours|bare FOLDER`; prints its port when it answers.

The bare one is Starlette as its documentation has it: a Jinja page, and a form that is written to SQLite with a commit for
each request, over one connection. It is there twice: as aiosqlite comes out of the box (rollback journal,
synchronous=FULL), and tuned as ours is (WAL, synchronous=FULL). Both are durable.
"""

from __future__ import annotations

import asyncio
import socket
import sys
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import aiosqlite
import uvicorn
import uvloop
from jinja2 import Environment
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

CODE = "MATARE"
SLIDE = "usefulness"
PAGE = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main>
<h1>{{ title }}</h1><form method="post" action="/save">{% for option in options %}
<label><input type="radio" name="answer" value="{{ loop.index }}"> {{ option }}</label>{% endfor %}
<button>Fortsätt</button></form></main></body></html>"""
OPTIONS = ["Inte alls", "I liten grad", "I viss grad", "I hög grad", "I mycket hög grad"]


async def ours(folder: Path) -> None:
    """`dalalab run` with one open survey, whose first question is on the wall."""
    from bot.app import build
    from bot.config import Settings
    from bot.opening import open_survey
    from bot.server import Server, bind
    from bot.wishes import Opening
    from surveys.store.publications import Wall

    settings = Settings()
    settings.store.url = f"sqlite:///{folder}/ours.sqlite"
    app = await build(settings)
    source = (files("surveys") / "library" / "session_evaluation.toml").read_text("utf-8")
    opening = Opening(
        title="Mätning",
        questionnaire=source,
        questionnaire_file="session_evaluation.toml",
        demo_notice=True,
        code=CODE,
        channels=("web",),
    )
    survey = await open_survey(app.store, opening, now=app.service.clock())
    await app.store.set_wall(survey.id, Wall(SLIDE))
    listening = bind("127.0.0.1", 0)
    server = Server(app, listening)

    async def ready(running: Server) -> None:
        print(running.port, flush=True)

    try:
        await server.start()
        await server.serve(ready)
    finally:
        await server.stop()
        await app.close()
        listening.close()


@dataclass
class Committing:
    """A form whose every request is a row and a commit."""

    connection: aiosqlite.Connection
    alone: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Else neighbours would be written by each other's commit."""

    async def begin(self) -> None:
        """An empty table, durable."""
        await self.connection.execute(
            "CREATE TABLE answer (id INTEGER PRIMARY KEY, who TEXT, value TEXT)"
        )
        await self.connection.commit()

    async def save(self, request: Request) -> Response:
        """Redirects when the answer is on the disk."""
        async with request.form() as form:
            row = (request.cookies.get("who"), str(form["answer"]))
        async with self.alone:
            await self.connection.execute("INSERT INTO answer (who, value) VALUES (?, ?)", row)
            await self.connection.commit()
        return RedirectResponse("/", status_code=303)


async def bare(folder: Path) -> None:
    """One page, and one form on each of the two databases."""
    plain = Committing(await aiosqlite.connect(folder / "plain.sqlite"))
    tuned = Committing(await aiosqlite.connect(folder / "tuned.sqlite"))
    await tuned.connection.execute("PRAGMA journal_mode=WAL")
    await tuned.connection.execute("PRAGMA synchronous=FULL")
    for each in (plain, tuned):
        await each.begin()
    template = Environment(autoescape=True).from_string(PAGE)

    async def page(_: Request) -> Response:
        return HTMLResponse(template.render(title="Mätning", options=OPTIONS))

    forms = [
        Route("/save/plain", plain.save, methods=["POST"]),
        Route("/save/tuned", tuned.save, methods=["POST"]),
    ]
    app = Starlette(routes=[Route("/", page), *forms])
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    listening = socket.create_server(("127.0.0.1", 0))
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as ours
    print(listening.getsockname()[1], flush=True)  # connections wait until it serves
    await server.serve(sockets=[listening])
    for each in (plain, tuned):
        await each.connection.close()


if __name__ == "__main__":
    side = {"ours": ours, "bare": bare}[sys.argv[1]]
    uvloop.run(side(Path(sys.argv[2])))  # what uvicorn takes by itself, and `dalalab run` too
