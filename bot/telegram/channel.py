"""The Telegram channel as the application sees it: start, stop, a route for the webhook, a link to a survey."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import functools
import json
import logging
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TYPE_CHECKING, TypeVar

from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.refusing import refused
from bot.telegram.handling import Handler
from bot.telegram.incoming.dispatch import Dispatcher
from bot.telegram.incoming.intake import KINDS, Polling, Webhook
from bot.telegram.incoming.reading import chat_of
from bot.telegram.outgoing.calls import Calls
from bot.telegram.outgoing.pacing import Pace
from bot.telegram.outgoing.request import AiohttpRequest
from bot.telegram.outgoing.sending import AT_ONCE, Parts, Sender
from bot.telegram.outreach.beside import beside
from bot.telegram.outreach.chores import Chores
from bot.telegram.outreach.posting import Posting
from bot.telegram.outreach.reminding import Reminders, schedule_of
from bot.telegram.outreach.telling import telling
from bot.telegram.outreach.timekeeping import Timekeeping
from bot.telegram.replying import Replies
from bot.telegram.screens.profile import tell
from bot.telegram.screens.rendering import Renderer
from bot.wording import local_date
from surveys.errors import ConfigError, StoreError
from surveys.texts import Texts

if TYPE_CHECKING:
    from bot.config import TelegramSettings
    from bot.service import Service
    from surveys.store.records import InboxUpdate
    from surveys.store.store import Store

log = logging.getLogger(__name__)

WEBHOOK_PATH = "/telegram/webhook"
REMEMBERED = dt.timedelta(days=3)
"""How long it is known which updates were done with. Telegram sends them again for one day, and may begin its
numbers anew after a quiet week."""
FORGETTING = 24 * 3600.0
"""Seconds between two times of forgetting them."""
MARGIN = 1.08
"""How much further apart messages go out than they may: the network brings some of them closer together."""
FIRST_WAIT = 5.0
"""Seconds that `start` waits for Telegram before it goes on in the background."""
Result = TypeVar("Result")


class TelegramChannel:
    """One bot. `settings.token` must be set; `pace`, `pause` and `requests` are replaced in tests only."""

    def __init__(
        self,
        service: Service,
        store: Store,
        settings: TelegramSettings,
        *,
        public_url: str | None,
        clock: Callable[[], dt.datetime],
        pace: Pace | None = None,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        requests: tuple[AiohttpRequest, AiohttpRequest] | None = None,
    ) -> None:
        if settings.token is None:
            raise refused("refused-telegram-no-token")
        self._settings = settings
        self._store = store
        self._clock = clock
        self._pause = pause
        self._public_url = public_url
        self.bot_id = _bot_id(settings.token.get_secret_value())
        self.username: str | None = None
        self._requests = requests or _requests()
        self._bot = _bot(settings.token.get_secret_value(), settings.api_base, self._requests)
        calls = Calls(self._bot, pause)
        renderer = _renderer(settings, public_url, clock)
        reminders = Reminders(store, clock, self.bot_id, schedule_of(settings))
        pace = pace or _pace(settings)
        parts = Parts(service, store, calls, renderer, pace, clock, self.bot_id, reminders)
        self._sender = Sender(parts)
        posting = Posting(store, calls, pace, renderer, clock, self.bot_id, lambda: self.username)
        timekeeping = Timekeeping(store, clock, self.bot_id)
        self.chores = Chores(reminders, posting, timekeeping, self._sender, telling(parts))
        replies = Replies(service, store, self._sender, renderer, self.bot_id)
        self._handler = Handler(calls, replies, beside(parts, replies, posting))
        self._dispatcher = Dispatcher(self._handler.handle, self, _lane_of, pause=pause)
        self._webhook = Webhook(self._secret(), self.bot_id, self.receive)
        self._tasks: list[asyncio.Task[None]] = []
        self._known = asyncio.Event()

    async def start(self) -> None:
        """Handles what was left from before, then listens. Goes on in the background when Telegram is away.

        Raises:
            ConfigError: Telegram does not know the token.
        """
        await self._store.release_messages(self.bot_id)  # there is one sender per bot, and it is us
        await self._store.release_subscriptions(self.bot_id)
        self._tasks.append(asyncio.create_task(self._sender.run(), name="telegram sender"))
        self._sender.wake()
        self.chores.start()
        await self._dispatcher.start()
        listening = asyncio.create_task(self._listen(), name="telegram intake")
        self._tasks.append(listening)
        listening.add_done_callback(_tell_end)
        self._tasks.append(asyncio.create_task(self._forget(), name="telegram forgetting"))
        known = asyncio.create_task(self._known.wait())
        try:
            await asyncio.wait(
                {listening, known}, timeout=FIRST_WAIT, return_when="FIRST_COMPLETED"
            )
        finally:
            known.cancel()
        if listening.done() and isinstance(error := listening.exception(), ConfigError):
            await self.stop()
            raise error

    async def stop(self) -> None:
        """Ends everything in under two seconds; what has not been handled stays in the store."""
        intake, others = self._tasks[1:], self._tasks[:1]
        await _cancel(intake)
        await self.chores.stop()
        await self._dispatcher.stop()
        await _cancel(others)
        await self._sender.stop()
        await asyncio.gather(*(request.shutdown() for request in self._requests))
        self._tasks.clear()

    def routes(self) -> list[Route]:
        """The webhook's route; none when the bot polls."""
        if self._settings.mode != "webhook":
            return []
        return [Route(WEBHOOK_PATH, self._webhook.receive_webhook, methods=["POST"])]

    def deep_link(self, code: str) -> str | None:
        """The link that opens the chat and starts a survey; None until Telegram has told the bot's name."""
        return f"https://t.me/{self.username}?start={code}" if self.username else None

    async def idle(self) -> None:
        """Returns when everything received has been handled, answered and sent, as far as it can be now."""
        await self._dispatcher.idle()
        await self._handler.idle()
        await self.chores.posting.idle()
        await self._sender.idle()

    async def receive(self, updates: Sequence[InboxUpdate]) -> None:
        """Commits updates to the inbox, then has them handled. Those that were there already are not new."""
        fresh = await self._store.receive(updates, self._clock())
        if fresh < len(updates):
            self._dispatcher.look()
            return
        for update in updates:
            self._dispatcher.offer(update)

    async def pending(self, limit: int) -> Sequence[InboxUpdate]:
        """The oldest updates that nobody has settled."""
        return await self._store.pending_updates(self.bot_id, -1, limit)

    async def set_aside(self, update: InboxUpdate) -> None:
        """The update is not handled again; the person is told that something went wrong."""
        await self._store.set_aside_update(update.bot_id, update.update_id)
        await self._handler.apologise(update)

    async def _forget(self) -> None:
        """What was done with long ago, once a day."""
        while True:
            with contextlib.suppress(StoreError):  # tomorrow, then
                await self._store.forget_messages(self.bot_id, self._clock() - REMEMBERED)
            await asyncio.sleep(FORGETTING)

    async def _listen(self) -> None:
        """Learns the bot's name, chooses the way in, and polls where that is it."""
        me = await self._insist(self._bot.get_me)
        self.username = me.username
        self._known.set()
        if self._settings.mode == "webhook":
            await self._insist(self._set_webhook)
        else:
            await self._insist(self._forget_webhook)
        self._tasks.append(asyncio.create_task(tell(self._bot, _texts()), name="telegram menus"))
        if self._settings.mode == "webhook":
            return
        polling = Polling(
            self._requests[1],
            self._bot.base_url,
            self.bot_id,
            self.receive,
            timeout=self._settings.poll_timeout,
            pause=self._pause,
        )
        await polling.run()

    async def _insist(self, call: Callable[[], Awaitable[Result]]) -> Result:
        """Calls until Telegram answers. Raises ConfigError when it refuses the token or the webhook."""
        wait = 1.0
        while True:
            try:
                return await call()
            except InvalidToken:
                raise refused("refused-telegram-token") from None
            except BadRequest:
                raise refused("refused-telegram-webhook") from None
            except TelegramError as error:
                log.warning("Telegram does not answer (%s); trying again", type(error).__name__)
                await self._pause(wait)
                wait = min(2 * wait, 60.0)

    async def _forget_webhook(self) -> None:
        """Polling works only without a webhook. A server that knows no such call has none to forget."""
        with contextlib.suppress(InvalidToken, BadRequest):
            await self._bot.delete_webhook()

    async def _set_webhook(self) -> bool:
        return await self._bot.set_webhook(
            f"{self._public_url}{WEBHOOK_PATH}",
            secret_token=self._secret(),
            allowed_updates=list(KINDS),
        )

    def _secret(self) -> str:
        secret = self._settings.webhook_secret
        return secret.get_secret_value() if secret is not None else ""


@functools.cache
def _texts() -> Texts:
    """Read once: parsing six languages takes longer than starting."""
    return Texts("bot")


def _requests() -> tuple[AiohttpRequest, AiohttpRequest]:
    """More connections than replies at once: presses are answered first, whatever the replies wait for."""
    return AiohttpRequest(connections=2 * AT_ONCE), AiohttpRequest(connections=2)


def _bot(token: str, base: str, requests: tuple[AiohttpRequest, AiohttpRequest]) -> Bot:
    base = base.rstrip("/")
    return Bot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=requests[0],
        get_updates_request=requests[1],
    )


def _renderer(
    settings: TelegramSettings, public_url: str | None, clock: Callable[[], dt.datetime]
) -> Renderer:
    # The default is said in the reader's language; what the operator wrote, as it was written.
    default = type(settings).model_fields["country"].default
    country = settings.country if settings.country != default else None
    return Renderer(_texts(), public_url, country, lambda: local_date(clock()))


def _tell_end(listening: asyncio.Task[None]) -> None:
    """The way in has ended: that is told, whoever looks at the task later."""
    if not listening.cancelled() and (error := listening.exception()) is not None:
        told = str(error) if isinstance(error, ConfigError) else type(error).__name__
        log.error("Telegram is not listened to: %s", told)


def _pace(settings: TelegramSettings) -> Pace:
    """The limits that are set; 0 is none."""
    return Pace(
        chat_interval=_interval(settings.messages_per_second_and_chat),
        all_interval=_interval(settings.messages_per_second),
    )


def _interval(per_second: float) -> float:
    return MARGIN / per_second if per_second else 0.0


def _bot_id(token: str) -> int:
    """The number before the colon. Raises ConfigError."""
    number = token.partition(":")[0]
    if not number.isdigit() or ":" not in token:
        raise refused("refused-telegram-shape")
    return int(number)


def _lane_of(update: InboxUpdate) -> Hashable:
    """One lane per chat; an update without a chat has its own."""
    raw = json.loads(update.payload)
    chat = chat_of(raw)
    return chat if chat is not None else ("alone", update.update_id)


async def _cancel(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
