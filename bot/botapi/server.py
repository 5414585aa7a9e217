"""The stand-in over HTTP: the Bot API, downloads, and beside them webhook delivery and the control interface."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.botapi.control import control_routes, not_from_a_page
from bot.botapi.delivery import Delivery
from bot.botapi.faults import Fault
from bot.botapi.methods import METHODS
from bot.botapi.refusals import Refused, flooded
from bot.botapi.world import Logged, World

if TYPE_CHECKING:
    import socket

NOT_FOUND = Refused(404, "Not Found")
DOWNLOAD = "download"
"""What faults call the fetching of a file, which is no method."""
LARGEST_REQUEST = 60 * 1024 * 1024


class BotApi:
    """`async with BotApi(world) as api:` serves at `api.url` until the block ends.

    `listening` is a bound socket on the loopback address, in place of a port; `routes` are pages beside the API.
    """

    def __init__(
        self,
        world: World,
        *,
        port: int = 0,
        listening: socket.socket | None = None,
        routes: Sequence[web.RouteDef] = (),
    ) -> None:
        self.world = world
        self.url = ""
        self.delivery = Delivery(world)
        self._port = port
        self._listening = listening
        self._routes = [*control_routes(world), *routes]
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> BotApi:
        await self._runner.setup()
        await self._site().start()
        port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}"
        self.delivery.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.delivery.stop()
        await self._runner.cleanup()

    def _site(self) -> web.BaseSite:
        if self._listening is not None:
            return web.SockSite(self._runner, self._listening)
        return web.TCPSite(self._runner, "127.0.0.1", self._port)

    def _application(self) -> web.Application:
        application = web.Application(
            client_max_size=LARGEST_REQUEST, middlewares=[not_from_a_page]
        )
        application.router.add_route("*", "/bot{token}/{method}", self._call)
        application.router.add_get("/file/bot{token}/{path:.+}", self._file)
        application.router.add_routes(self._routes)
        return application

    async def _call(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            return _refusal(Refused(401, "Unauthorized"))
        began, name = self.world.clock(), request.match_info["method"]
        try:
            fields = await _fields(request)
            chat = _chat_of(fields)
            self.world.record(name, fields)
            answer, status = await self._answer(request, name, fields, chat)
        except Refused as refused:
            answer, status, chat = _refusal(refused), refused.status, _chat_of({})
        self.world.log_call(Logged(began, name, chat, status))
        return answer

    async def _answer(
        self, request: web.Request, name: str, fields: dict[str, Any], chat: int | None
    ) -> tuple[web.StreamResponse, int]:
        """The answer and its status, 0 where the connection is cut."""
        await self._latency(name)
        fault = self.world.faults.strike(name, chat)
        if fault is not None and fault.kind not in {"cut_after", "slow"}:
            return _fail(request, fault), _status(fault)
        try:
            result = await self._apply(name, fields, chat)
        except Refused as refused:
            return _refusal(refused), refused.status
        finally:
            self.world.changed(chat)
        if fault is not None and fault.kind == "cut_after":
            return _fail(request, fault), 0
        if fault is not None:
            await self.world.pause(fault.seconds)
        return _json({"ok": True, "result": result}), 200

    async def _latency(self, name: str) -> None:
        latency = self.world.latency
        if latency and (seconds := latency.get(name.lower(), latency.get("*", 0.0))) > 0:
            await self.world.pause(seconds)

    async def _apply(self, name: str, fields: dict[str, Any], chat: int | None) -> Any:
        called = METHODS.get(name.lower())
        if called is None:
            raise NOT_FOUND
        if self.world.strict is not None:
            wait = self.world.strict.strike(name, chat, self.world.clock())
            if wait is not None:
                raise flooded(wait)
        try:
            return await called(self.world, fields)
        except KeyError as missing:
            raise Refused(400, f"Bad Request: parameter {missing} is missing") from missing

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["path"].rsplit("/", maxsplit=1)[-1]
        if request.match_info["token"] != self.world.token or name not in self.world.files:
            return _refusal(NOT_FOUND)
        fault = self.world.faults.strike(DOWNLOAD, None)
        if fault is not None:
            return _fail(request, fault)
        return web.Response(body=self.world.files[name])


async def _fields(request: web.Request) -> dict[str, Any]:
    """Query, JSON, form and multipart alike."""
    fields: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        fields.update(_object(await request.text()))
    elif request.can_read_body:
        fields.update(await request.post())
    return fields


def _object(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text or "{}")
    except ValueError:
        raise Refused(400, "Bad Request: can't parse JSON object") from None
    if not isinstance(body, dict):
        raise Refused(400, "Bad Request: object expected")
    return body


def _chat_of(fields: dict[str, Any]) -> int | None:
    chat = fields.get("chat_id")
    try:
        return int(chat) if chat is not None else None
    except (TypeError, ValueError):
        return None


def _json(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(text=json.dumps(body), status=status, content_type="application/json")


def _refusal(refused: Refused) -> web.Response:
    return _json(refused.body(), refused.status)


def _status(fault: Fault) -> int:
    """What the log says of a call that failed."""
    return {"cut_before": 0, "broken_json": 200}.get(fault.kind, fault.status)


def _fail(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.kind in {"cut_before", "cut_after"}:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    if fault.kind == "html":
        return web.Response(text="<html>oops</html>", status=fault.status, content_type="text/html")
    if fault.kind == "broken_json":
        return web.Response(text='{"ok":tr', content_type="application/json")
    return _refusal(Refused(fault.status, fault.description, **fault.parameters))
