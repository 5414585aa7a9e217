"""Driving the stand-in from another process.

All in JSON: `POST /control/do` {"phone": 1, "language": "sv", "act": "start"|"send"|"tap"|…, "with": […]} gives
{"update_id": n}, and with "group": -1001 the person does it there; `GET /control/chat/1` the messages as they are now;
`GET /control/state` and `rates`; `POST /control/fail` a Fault; `POST /control/strict` the limits ({} for Telegram's) or false;
`POST /control/latency` {"*": 0.05, "getUpdates": 0}. A web page that somebody happens to have open cannot drive it.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.botapi.buckets import Strict
from bot.botapi.faults import Fault
from bot.botapi.group import Group, in_group
from bot.botapi.phone import NoSuchButton, Phone
from bot.botapi.rates import rates
from bot.botapi.sight import Sight

if TYPE_CHECKING:
    from bot.botapi.world import World


class Control:
    """The handlers, on one world."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def do(self, request: web.Request) -> web.StreamResponse:
        """A person does something."""
        order = await request.json()
        phone = Phone(self.world, int(order["phone"]), language=order.get("language", "sv"))
        try:
            update_id = self._done(phone, order)
        except NoSuchButton as error:
            return _json({"error": str(error)}, 409)
        except (AttributeError, TypeError) as error:
            return _json({"error": str(error)}, 400)
        return _json({"update_id": update_id})

    def _done(self, phone: Phone, order: dict[str, Any]) -> Any:
        act, arguments = order["act"], order.get("with", [])
        if "group" not in order:
            return getattr(phone, act)(*arguments)
        group = in_group(phone, int(order["group"]))
        if hasattr(Group, act):
            return getattr(group, act)(phone, *arguments)
        return getattr(group[phone], act)(*arguments)

    async def chat(self, request: web.Request) -> web.StreamResponse:
        """A chat as it stands now."""
        number = int(request.match_info["chat"])
        seen: Sight = Phone(self.world, number) if number > 0 else Group(self.world, number)
        messages = [
            {"id": m.id, "mine": m.mine, "text": m.text, "labels": m.labels} for m in seen.messages
        ]
        return _json({"messages": messages, "toasts": seen.chat.toasts})

    async def state(self, request: web.Request) -> web.StreamResponse:
        """What is confirmed, what waits, how much was called."""
        world = self.world
        told = {"confirmed": world.confirmed, "pending": sorted(world.updates)}
        return _json({**told, "calls": world.total_calls})

    async def rates(self, request: web.Request) -> web.StreamResponse:
        """How fast the bot has been, of the calls that are remembered."""
        return _json(asdict(rates(self.world.log)))

    async def fail(self, request: web.Request) -> web.StreamResponse:
        """Something shall go wrong."""
        self.world.faults.plan(Fault(**await request.json()))
        return _json({})

    async def strict(self, request: web.Request) -> web.StreamResponse:
        """Telegram's limits, or others, or none."""
        limits = await request.json()
        self.world.strict = Strict(**limits) if isinstance(limits, dict) else None
        return _json({})

    async def latency(self, request: web.Request) -> web.StreamResponse:
        """How long methods take."""
        self.world.latency = {name.lower(): s for name, s in (await request.json()).items()}
        return _json({})


@web.middleware
async def not_from_a_page(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Browsers say which page a request comes from; programs do not."""
    if request.path.startswith("/control/") and "Origin" in request.headers:
        return _json({"error": "not for web pages"}, 403)
    return await handler(request)


def control_routes(world: World) -> list[web.RouteDef]:
    """The routes under /control."""
    control = Control(world)
    return [
        web.post("/control/do", control.do),
        web.get("/control/chat/{chat}", control.chat),
        web.get("/control/state", control.state),
        web.get("/control/rates", control.rates),
        web.post("/control/fail", control.fail),
        web.post("/control/strict", control.strict),
        web.post("/control/latency", control.latency),
    ]


def _json(body: Any, status: int = 200) -> web.Response:
    return web.Response(text=json.dumps(body), status=status, content_type="application/json")
