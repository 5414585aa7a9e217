"""The webhook: each chat's messages in order, a person's presses in order, and different queues at the same time."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from bot.botapi.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
TELEGRAMS_DELAY = 1.0
"""Seconds that Telegram itself waits after a first failure."""
LONGEST_DELAY = 60.0
_NOT_IN_ANSWERS = ("get", "setwebhook", "deletewebhook", "close", "logout")


def queue_of(update: dict[str, Any]) -> Hashable:
    """Messages travel by chat, presses by person, poll answers by poll: the last two may overtake the first."""
    (kind, content) = next((k, v) for k, v in update.items() if k != "update_id")
    if not isinstance(content, dict):
        return kind
    if kind == "callback_query":
        return "press", content["from"]["id"]
    if kind in {"poll", "poll_answer"}:
        return "poll", content.get("poll_id", content.get("id"))
    return "chat", content.get("chat", {}).get("id")


class Delivery:
    """Posts updates while a webhook is set. A failing update holds up its own queue only.

    `first_delay` is how many seconds it waits after the first failure, short so that tests are; then twice as long
    each time, or as the bot's `Retry-After` says. It waits with `world.pause`.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.first_delay = 0.01
        self.statuses: list[int] = []
        """How the bot answered, in order; 0 where it did not."""
        self._queues: dict[Hashable, list[int]] = {}
        self._working: dict[Hashable, asyncio.Task[None]] = {}
        self._taken: set[int] = set()
        self._session: aiohttp.ClientSession | None = None
        self._watch: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Looks for updates from now on."""
        self._watch = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Posts nothing more."""
        tasks = [task for task in (self._watch, *self._working.values()) if task is not None]
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        if self._session is not None:
            await self._session.close()

    async def post(
        self,
        update: dict[str, Any],
        *,
        secret: str | None = None,
        content_type: str = "application/json",
    ) -> int:
        """Posts one update once, perhaps with another secret or type than the right ones; the HTTP status.

        0 means no answer.
        """
        right = self.world.webhook.get("secret_token", "")
        headers = {"Content-Type": content_type, SECRET_HEADER: right if secret is None else secret}
        return (await self._posted(update, headers))[0]

    async def _run(self) -> None:
        while True:
            await self.world.until(self._is_news, within=1e9, topic="updates")
            for update_id in self.world.order(list(self.world.updates)):
                if update_id not in self._taken:
                    self._take(update_id)

    def _is_news(self) -> bool:
        waiting = self.world.updates.keys()
        self._taken &= waiting
        return bool(self.world.webhook["url"]) and not waiting <= self._taken

    def _take(self, update_id: int) -> None:
        self._taken.add(update_id)
        queue = queue_of(self.world.updates[update_id])
        self._queues.setdefault(queue, []).append(update_id)
        if queue not in self._working:
            self._working[queue] = asyncio.create_task(self._empty(queue))

    async def _empty(self, queue: Hashable) -> None:
        """One queue, the oldest first, each until it is taken."""
        waiting = self._queues[queue]
        delay = self.first_delay
        try:
            while waiting and self.world.webhook["url"]:
                update = self.world.updates.get(waiting[0])
                wait = None if update is None else await self._delivered(update)
                if wait is None:
                    self.world.settle([waiting.pop(0)])
                    delay = self.first_delay
                else:
                    await self.world.pause(wait or delay)
                    delay = min(2 * delay, LONGEST_DELAY)
        finally:
            self._taken -= set(waiting)
            del self._queues[queue], self._working[queue]

    async def _delivered(self, update: dict[str, Any]) -> float | None:
        """None when the bot took it; else how many seconds it asks to wait, 0 when it does not say."""
        secret = self.world.webhook.get("secret_token", "")
        headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: secret} if secret else {})
        status, body, wait = await self._posted(update, headers)
        self.statuses.append(status)
        if not 200 <= status < 300:
            return wait
        await self._carry_out(body)
        return None

    async def _posted(
        self, update: dict[str, Any], headers: dict[str, str]
    ) -> tuple[int, bytes, float]:
        """The status, the body, and the seconds of `Retry-After`."""
        if self._session is None:
            connections = int(self.world.webhook.get("max_connections") or 40)
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=connections),
                timeout=aiohttp.ClientTimeout(total=60),
            )
        data = json.dumps(update).encode()
        url = self.world.webhook["url"]
        try:
            async with self._session.post(url, data=data, headers=headers) as response:
                wait = response.headers.get("Retry-After", "")
                return response.status, await response.read(), float(wait) if wait.isdigit() else 0
        except (aiohttp.ClientError, TimeoutError):
            return 0, b"", 0.0

    async def _carry_out(self, body: bytes) -> None:
        """An answer may hold a call, whose result nobody sees."""
        from bot.botapi.methods import METHODS
        from bot.botapi.refusals import Refused

        try:
            fields = json.loads(body)
            name = str(fields.pop("method")).lower()
        except (ValueError, KeyError, AttributeError, TypeError):
            return  # most answers are empty
        if name.startswith(_NOT_IN_ANSWERS) or name not in METHODS:
            return
        self.world.record(name, fields)
        with contextlib.suppress(Refused, KeyError):
            await METHODS[name](self.world, fields)
        self.world.changed(fields.get("chat_id"))
