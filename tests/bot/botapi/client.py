"""A bot that is nothing but a browser."""

from __future__ import annotations

from typing import Any

import aiohttp

from bot.botapi.server import BotApi
from bot.botapi.world import World


class Client:
    """Calls methods and gives the HTTP status with the result, or with the description of the error."""

    def __init__(
        self, world: World, api: BotApi, session: aiohttp.ClientSession, now: list[float]
    ) -> None:
        self.world = world
        self.api = api
        self.now = now
        self.session = session
        self.base = f"{api.url}/bot{world.token}"

    async def __call__(self, method: str, **fields: Any) -> tuple[int, Any]:
        async with self.session.post(f"{self.base}/{method}", json=fields) as response:
            body = await response.json(content_type=None)
            return response.status, body.get("result", body.get("description"))

    async def upload(self, method: str, files: dict[str, bytes], **fields: Any) -> tuple[int, Any]:
        """The same as a form with files."""
        form = aiohttp.FormData({name: str(value) for name, value in fields.items()})
        for name, body in files.items():
            form.add_field(name, body, filename=f"{name}.bin")
        async with self.session.post(f"{self.base}/{method}", data=form) as response:
            body = await response.json()
            return response.status, body.get("result", body.get("description"))


def buttons(*rows: list[tuple[str, str]]) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": t, "callback_data": d} for t, d in row] for row in rows]}
