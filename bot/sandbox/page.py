"""The page and what it asks for. Only a browser on this computer that has this very page open is answered."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import jinja2
from aiohttp import web

from bot.sandbox.doing import GROUP, LANGUAGES, PEOPLE, Impossible, Room
from bot.sandbox.seeing import state
from surveys.questionnaire.languages import NAMES

if TYPE_CHECKING:
    from surveys.texts import Texts

PATIENCE = 20.0
"""Seconds that a question for news waits for some."""
SPOKEN = ("sv", "en")
"""The languages of the page itself; the telephones have others besides."""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
STATIC = {
    "sandbox.css": ("sandbox/static", "text/css"),
    "sandbox.js": ("sandbox/static", "text/javascript"),
    "drawing.js": ("sandbox/static", "text/javascript"),
    "icon.svg": ("web/static", "image/svg+xml"),
}
"""Name -> where it lies in the package, and its type."""
_PICTURES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"RIFF": "image/webp"}
_LOCAL = frozenset({"127.0.0.1", "localhost"})
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Sandbox:
    """The pages of one room. `code` is the survey that is offered."""

    def __init__(self, room: Room, texts: Texts, code: str) -> None:
        self.room = room
        self.world = room.world
        self.texts = texts
        self.code = code
        self._template = jinja2.Environment(autoescape=True).from_string(
            (files("bot") / "sandbox/templates/sandbox.html").read_text(encoding="utf-8")
        )

    def routes(self) -> list[web.RouteDef]:
        """Beside the Bot API."""
        return [
            web.get("/", guarded(self.page)),
            web.get("/sandbox/static/{name}", guarded(self.static)),
            web.get("/sandbox/news", guarded(self.news)),
            web.get("/sandbox/file/{file}", guarded(self.file)),
            web.post("/sandbox/do", guarded(self.do)),
            web.post("/sandbox/file", guarded(self.send_file)),
        ]

    async def page(self, request: web.Request) -> web.StreamResponse:
        """The page; `?lang=en` in English."""
        asked = request.query.get("lang")
        preferred = request.headers.get("Accept-Language", "")
        language = (
            asked if asked in SPOKEN else "sv" if "sv" in preferred or not preferred else "en"
        )

        def say(text_id: str, **arguments: Any) -> str:
            return self.texts.say(language, text_id, **arguments)

        body = self._template.render(
            say=say,
            language=language,
            other="en" if language == "sv" else "sv",
            people=PEOPLE,
            group=GROUP,
            code=self.code,
            languages=LANGUAGES,
            names=NAMES,
        )
        return web.Response(text=body, content_type="text/html")

    async def static(self, request: web.Request) -> web.StreamResponse:
        """Style and script."""
        name = request.match_info["name"]
        if name not in STATIC:
            raise web.HTTPNotFound
        folder, kind = STATIC[name]
        body = (files("bot") / folder / name).read_text(encoding="utf-8")
        return web.Response(text=body, content_type=kind)

    async def news(self, request: web.Request) -> web.StreamResponse:
        """A chat as it is now; waits for something to happen when the page has seen all that has."""
        try:
            chat, known = int(request.query["chat"]), int(request.query["version"])
        except (KeyError, ValueError):
            raise web.HTTPBadRequest from None
        if chat not in self.room.chats:
            raise web.HTTPNotFound
        with contextlib.suppress(TimeoutError):  # no news is an answer too
            await self.world.until(lambda: self.world.version != known, within=PATIENCE)
        return _json(state(self.world, chat, self.room.chats))

    async def file(self, request: web.Request) -> web.StreamResponse:
        """A picture, a recording or a file that was sent."""
        body = self.world.files.get(request.match_info["file"])
        if body is None:
            raise web.HTTPNotFound
        kind = next((k for begins, k in _PICTURES.items() if body.startswith(begins)), None)
        if kind is None and body.startswith(b"OggS"):
            kind = "audio/ogg"
        how = {} if kind else {"Content-Disposition": "attachment"}
        return web.Response(body=body, content_type=kind or "application/octet-stream", headers=how)

    async def do(self, request: web.Request) -> web.StreamResponse:
        """A person does something."""
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        try:
            self.room.do(await request.json())
        except (Impossible, ValueError, AttributeError):
            return _json({"error": "impossible"}, 400)
        return _json({})

    async def send_file(self, request: web.Request) -> web.StreamResponse:
        """A person sends a picture or a file."""
        fields = await request.post()
        given = fields.get("file")
        if not isinstance(given, web.FileField):
            return _json({"error": "impossible"}, 400)
        person, chat = fields.get("person"), fields.get("chat")
        try:
            self.room.send_file(person, chat, given.file.read(), given.filename, given.content_type)
        except Impossible:
            return _json({"error": "impossible"}, 400)
        return _json({})


def guarded(handler: Handler) -> Handler:
    """Answers this computer only, and no other page: the name that was asked for and the page that asks are local."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if urlsplit(f"//{request.host}").hostname not in _LOCAL:
            raise web.HTTPForbidden
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden
        response = await handler(request)
        response.headers.update(HEADERS)
        return response

    return answer


def _json(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(text=json.dumps(body), status=status, content_type="application/json")
