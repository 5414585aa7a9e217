"""A bot over an in-memory wire that can be stopped, killed and started again, by polling or by webhook."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import json
from typing import Any

from starlette.applications import Starlette

from bot.botapi.world import World
from bot.config import TelegramSettings
from bot.keys import Keyring
from bot.outcomes import Who
from bot.service import Service
from bot.telegram.channel import TelegramChannel
from bot.telegram.outgoing.pacing import Pace
from surveys.conversation.state import State
from surveys.questionnaire.models import Questionnaire
from surveys.store.store import Store
from surveys.survey import Fill, Survey
from tests.bot.telegram.telegram_people import notice
from tests.faults.mischief import Mischief, Wire

NOW = dt.datetime(2027, 2, 1, 12, 0, tzinfo=dt.UTC)
SECRET = "hush-hush"


class Room:
    """One Telegram, one bot, one survey, one clock that moves when somebody would wait."""

    def __init__(self, store_url: str, mode: str, mischief: Mischief) -> None:
        self.store_url = store_url
        self.mode = mode
        self.now = NOW
        self.world = World(clock=self.seconds)
        self.mischief = mischief
        self.sent: list[tuple[int, int]] = []
        self.wire: Wire
        self.store: Store
        self.service: Service
        self.channel: TelegramChannel
        self._app: Starlette | None = None
        self._telegram: asyncio.Task[None] | None = None
        self._outside: set[asyncio.Task[Any]] = set()

    def seconds(self) -> float:
        return self.now.timestamp()

    async def pause(self, seconds: float) -> None:
        """Nobody waits: the clock moves on to when they would have waited to, once nothing is being stored."""
        until = self.now + dt.timedelta(seconds=seconds)
        await asyncio.sleep(0)
        writer = self.store._writer
        while writer is not None and writer.running and writer.pending:  # noqa: ASYNC110 - as below
            await asyncio.sleep(0.0005)
        self.now = max(self.now, until)

    async def open(self, questionnaire: Questionnaire, fill: Fill | None) -> Survey:
        self.store = await Store.open(self.store_url)
        survey = await self.store.open_survey(
            code="TRAFF1",
            title="Träff 1",
            questionnaire=questionnaire,
            notice=notice(),
            fill=fill,
            opened_at=self.now,
            channels=("telegram", "web"),
            languages=("sv", "en"),
        )
        await self.store.close()
        return survey

    async def start(self, pace: Pace | None = None) -> None:
        self._outside = set(asyncio.all_tasks())
        self.store = await Store.open(self.store_url)
        self.wire = Wire(self.world, self.mischief, self.sent)
        self.service = Service(self.store, Keyring(b"k"), clock=lambda: self.now, shuffled=list)
        settings = TelegramSettings.model_validate(
            {
                "api_base": "http://telegram.invalid",
                "token": self.world.token,
                "poll_timeout": 20,
                "mode": self.mode,
                "webhook_secret": SECRET,
            }
        )
        self.channel = TelegramChannel(
            self.service,
            self.store,
            settings,
            public_url="https://x.test",
            clock=lambda: self.now,
            pace=pace or Pace(0.0, 1, 0.0, 1, 0.0, 1, now=self.seconds, pause=self.pause),
            pause=self.pause,
            requests=(self.wire, self.wire),
        )
        self._app = Starlette(routes=self.channel.routes())
        await self.channel.start()
        if self.mode == "webhook" and self._telegram is None:
            self._telegram = asyncio.create_task(self._deliver())

    async def stop(self) -> None:
        """As on SIGTERM."""
        await self.channel.stop()
        await self.store.close()

    async def kill(self) -> None:
        """As kill -9: from here on nothing arrives anywhere. What is being committed is, or is not, as chance has it.

        The tasks are taken away only when they wait for something that never comes, so that no connection to the
        database is left half open in this process, which lives on.
        """
        self.wire.dead, self._app = True, None
        writer = self.store._writer
        assert writer is not None
        while not writer._queue.empty():
            writer._queue.get_nowait()
        writer._enqueue = _never  # type: ignore[assignment,method-assign]
        await writer.close()
        while self.store._reader.pool.checkedout():  # type: ignore[attr-defined]  # noqa: ASYNC110 - a pool tells nobody
            await asyncio.sleep(0.0005)
        keep = {*self._outside, asyncio.current_task(), self._telegram}
        for _ in range(3):
            running = [task for task in asyncio.all_tasks() if task not in keep]
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
        await self.store._let_go()

    async def leave(self) -> None:
        await self.stop()
        if self._telegram is not None:
            self._telegram.cancel()
            await asyncio.gather(self._telegram, return_exceptions=True)

    async def quiet(self) -> None:
        """Until every update is confirmed, and nothing is left to do or to wait for."""
        await self.world.until(lambda: not self.world.updates, topic="updates", within=60)
        for _ in range(200):
            await self.channel.idle()
            sender = self.channel._sender
            if sender._alarm._task is None and not sender._tasks and not sender._wake.is_set():
                return
            await asyncio.sleep(0)
        raise AssertionError("the bot never came to rest")

    async def state(self, chat: int) -> State:
        who = Who("TRAFF1", "telegram", str(chat), bot_id=self.world.bot_id, plain=str(chat))
        self.service.forget()
        return (await self.service.look(who)).state

    async def _deliver(self) -> None:
        """Telegram's side of the webhook: two queues at once, each update until it gets its 200."""
        while True:
            await self.world.until(lambda: bool(self.world.updates), topic="updates", within=1e6)
            waiting = [
                self.world.updates[n] for n in list(self.world.order(list(self.world.updates)))
            ]
            presses = [each for each in waiting if "callback_query" in each]
            others = [each for each in waiting if "callback_query" not in each]
            # A kill takes what is under way with it, not Telegram.
            queues = self._queue(presses), self._queue(others)
            await asyncio.gather(*queues, return_exceptions=True)
            await asyncio.sleep(0)

    async def _queue(self, updates: list[dict[str, Any]]) -> None:
        for update in updates:
            if await self._post(update) == 200:
                self.world.settle([update["update_id"]])

    async def _post(self, update: dict[str, Any]) -> int:
        """503 where nobody answers: the process is being killed or started."""
        status, app = 503, self._app
        if app is None:
            return status
        body = json.dumps(update).encode()

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body}

        async def send(message: dict[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]

        headers = [
            (b"content-type", b"application/json"),
            (b"x-telegram-bot-api-secret-token", SECRET.encode()),
        ]
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/telegram/webhook",
            "headers": headers,
            "query_string": b"",
            "root_path": "",
            "scheme": "https",
            "http_version": "1.1",
        }
        handling = asyncio.create_task(app(scope, receive, send))
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait({handling})
            if handling.cancelled() or handling.exception() is not None:
                return 503
        return status


async def _never(*_: object) -> None:
    await asyncio.Future()
