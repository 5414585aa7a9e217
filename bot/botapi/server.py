"""The stand-in over HTTP: the Bot API, file downloads, webhook delivery, and a control interface for other processes.

Control (JSON): `POST /control/do` {"phone": 1, "language": "sv", "act": "start"|"send"|"tap"|…, "with": [...]} gives
{"update_id": n}; `GET /control/chat/1` the messages as they are now; `GET /control/state`; `POST /control/fail` a Fault.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

import aiohttp
from aiohttp import web

from bot.botapi.faults import Fault
from bot.botapi.markup import Refused
from bot.botapi.methods import METHODS
from bot.botapi.phone import NoSuchButton, Phone
from bot.botapi.world import World

NOT_FOUND = Refused(404, "Not Found")


class BotApi:
    """`async with BotApi(world) as api:` serves at `api.url` until the block ends."""

    def __init__(self, world: World, *, port: int = 0) -> None:
        self.world = world
        self.url = ""
        self._port = port
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.1)
        self._deliveries: asyncio.Task[None] | None = None

    async def __aenter__(self) -> BotApi:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}"
        self._deliveries = asyncio.create_task(self._deliver())
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._deliveries is not None
        self._deliveries.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._deliveries
        await self._runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=60 * 1024 * 1024)
        application.router.add_route("*", "/bot{token}/{method}", self._call)
        application.router.add_get("/file/bot{token}/{path:.+}", self._file)
        application.router.add_post("/control/do", self._control_do)
        application.router.add_get("/control/chat/{chat}", self._control_chat)
        application.router.add_get("/control/state", self._control_state)
        application.router.add_post("/control/fail", self._control_fail)
        return application

    async def _call(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            return _json(Refused(401, "Unauthorized").body(), 401)
        name, fields = request.match_info["method"], await _fields(request)
        self.world.calls.append((name, fields))
        chat = fields.get("chat_id")
        fault = self.world.faults.strike(name, int(chat) if chat is not None else None)
        if fault is not None and fault.kind != "cut_after":
            return _fail(request, fault)
        try:
            answer = await self._apply(name, fields)
        except Refused as refused:
            return _json(refused.body(), refused.status)
        finally:
            self.world.changed()
        return _json({"ok": True, "result": answer}) if fault is None else _fail(request, fault)

    async def _apply(self, name: str, fields: dict[str, Any]) -> Any:
        if name.lower() not in METHODS:
            raise NOT_FOUND
        try:
            return await METHODS[name.lower()](self.world, fields)
        except KeyError as missing:
            raise Refused(400, f"Bad Request: parameter {missing} is missing") from missing

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["path"].rsplit("/", maxsplit=1)[-1]
        if request.match_info["token"] != self.world.token or name not in self.world.files:
            return _json(NOT_FOUND.body(), 404)
        return web.Response(body=self.world.files[name])

    async def _deliver(self) -> None:
        """Webhook delivery: the oldest update first, again and again until it gets a 2xx."""
        async with aiohttp.ClientSession() as session:
            while True:
                await self.world.until(
                    lambda: bool(self.world.webhook["url"] and self.world.updates), within=1e6
                )
                update_id = min(self.world.updates)
                if await self._posted(session, self.world.updates[update_id]):
                    self.world.confirm(update_id + 1)
                else:
                    await asyncio.sleep(0.01)  # stands for Telegram's doubling delay

    async def _posted(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> bool:
        secret = self.world.webhook.get("secret_token", "")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            url = self.world.webhook["url"]
            async with session.post(url, json=update, headers=headers) as response:
                return response.status < 300
        except aiohttp.ClientError:
            return False

    async def _control_do(self, request: web.Request) -> web.StreamResponse:
        order = await request.json()
        phone = Phone(self.world, int(order["phone"]), language=order.get("language", "sv"))
        try:
            update_id = getattr(phone, order["act"])(*order.get("with", []))
        except NoSuchButton as error:
            return _json({"error": str(error)}, 409)
        return _json({"update_id": update_id})

    async def _control_chat(self, request: web.Request) -> web.StreamResponse:
        phone = Phone(self.world, int(request.match_info["chat"]))
        messages = [
            {"id": m.id, "mine": m.mine, "text": m.text, "labels": m.labels} for m in phone.messages
        ]
        return _json({"messages": messages, "toasts": phone.toasts})

    async def _control_state(self, request: web.Request) -> web.StreamResponse:
        pending = sorted(self.world.updates)
        calls = len(self.world.calls)
        return _json({"confirmed": self.world.confirmed, "pending": pending, "calls": calls})

    async def _control_fail(self, request: web.Request) -> web.StreamResponse:
        self.world.faults.plan(Fault(**await request.json()))
        return _json({})


async def _fields(request: web.Request) -> dict[str, Any]:
    """Query, JSON, form and multipart alike."""
    fields: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        fields.update(await request.json())
    elif request.can_read_body:
        fields.update(await request.post())
    return fields


def _json(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(text=json.dumps(body), status=status, content_type="application/json")


def _fail(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.kind in {"cut_before", "cut_after"}:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    if fault.kind == "html":
        return web.Response(text="<html>oops</html>", status=fault.status, content_type="text/html")
    if fault.kind == "broken_json":
        return web.Response(text='{"ok":tr', content_type="application/json")
    extra = {} if fault.retry_after is None else {"retry_after": fault.retry_after}
    return _json(Refused(fault.status, fault.description, **extra).body(), fault.status)
