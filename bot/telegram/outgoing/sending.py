"""Replies out: outbox rows claimed under a lease, rendered from the committed state at the moment they are sent.

One sender per bot. A row that fails goes back with a later due time, and with the doubt it has raised; what was sent
is marked before anything else happens. A chat that must wait keeps no place here: its row waits in the store.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.error import InvalidToken, TelegramError

from bot.telegram.outgoing.alarms import Alarm
from bot.telegram.outgoing.calls import Calls, Fate, fate_of, seconds_of
from bot.telegram.outgoing.delivering import Delivery, TooManyDoubts
from bot.telegram.outgoing.speaking import Speaker
from bot.telegram.outgoing.tidying import Tidier
from surveys.errors import StoreError, UserError
from surveys.store.records import OutboxMessage

if TYPE_CHECKING:
    from bot.service import Service
    from bot.telegram.outgoing.pacing import Pace
    from bot.telegram.outreach.reminding import Reminders
    from bot.telegram.screens.markup import Rendered
    from bot.telegram.screens.rendering import Renderer
    from surveys.store.store import Store

log = logging.getLogger(__name__)

LEASE = 60.0
"""Seconds a claimed row is ours; longer than a call with its timeouts takes."""
AT_ONCE = 64
FROM_TURNS = AT_ONCE // 2
"""With so many replies under way those of further turns wait in the outbox: there they are in order of their time."""
LONGEST_WAIT = 1.0
"""Seconds a claimed row waits for its chat's turn; for longer it goes back."""
IDLE = 5.0
"""Seconds between looks at the outbox when nobody calls: for what others have put there."""
LONGEST_RETRY = 60.0
NO_TOKEN = 30.0
"""Seconds that nothing is sent after Telegram did not know the token."""
MOST_ATTEMPTS = 100


@dataclass(frozen=True, slots=True)
class Parts:
    """What a sender works with."""

    service: Service
    store: Store
    calls: Calls
    renderer: Renderer
    pace: Pace
    clock: Callable[[], dt.datetime]
    bot_id: int
    reminders: Reminders


class Sender:
    """Call `wake` when there is something new in the outbox; `run` goes on until it is cancelled."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._alarm = Alarm(self.wake, parts.calls.pause, parts.pace.now)
        self._called = 0
        """How often somebody has said that there is something new."""
        self._looking = False
        """Whether the outbox is being read: nobody knows then whether there is something left."""
        self._tidier = Tidier(parts.calls, parts.pace, self._rest_if_done)
        self._speaker = Speaker(parts.calls, parts.pace, self._rest_if_done)
        self._delivery = Delivery(
            parts.service, parts.store, parts.calls, parts.renderer, parts.pace, self._tidier
        )

    def wake(self) -> None:
        """Looks at the outbox now."""
        self._called += 1
        self._idle.clear()
        self._wake.set()

    def lease(self, chat: int) -> dt.datetime | None:
        """Until when a reply that is about to be written to the outbox may be ours; None: it waits there."""
        parts = self._parts
        held = parts.pace.held() > 0 or parts.pace.wait(chat) > LONGEST_WAIT
        if held or len(self._tasks) >= FROM_TURNS:
            return None
        return parts.clock() + dt.timedelta(seconds=LEASE)

    def send(self, message: OutboxMessage) -> None:
        """Sends a reply that is ours from its beginning."""
        self._idle.clear()
        self._start(message)

    async def idle(self) -> None:
        """Returns when nothing in the outbox is due, and nothing is left to say or to tidy."""
        await self._idle.wait()

    async def run(self) -> None:
        """Sends for ever."""
        while True:
            self._wake.clear()
            self._looking = True
            try:
                claimed = await self._claim()
            except Exception as error:  # noqa: BLE001 - the sender must never die silently
                log.warning("outbox: %s", type(error).__name__)
                await self._parts.calls.pause(1.0)
                continue
            for message in claimed:
                self._start(message)
            self._looking = False
            if not claimed:
                await self._rest()

    async def stop(self, within: float = 0.5) -> None:
        """Lets calls under way end within `within` seconds; what is cut short then counts as unknown."""
        self._alarm.stop()
        self._parts.pace.stop()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._tidier.stop()
        await self._speaker.stop()

    async def say(self, chat: int, rendered: Rendered, message: int | None = None) -> None:
        """Says something that is not in the outbox, in `message` where given. Gives up after a few attempts.

        A chat that must wait is spoken to later, so that nobody stands behind it.
        """
        self._idle.clear()
        await self._speaker.say(chat, rendered, message)
        self._rest_if_done()

    def react(self, chat: int, message: int, emoji: str) -> None:
        """A silent receipt on a person's message, when nobody waits for anything else."""
        self._idle.clear()
        self._tidier.tidy(chat, message, emoji)

    async def _claim(self) -> list[OutboxMessage]:
        parts, room = self._parts, AT_ONCE - len(self._tasks)
        if (held := parts.pace.held()) > 0:
            self._alarm.set(held)
            return []
        if room <= 0:
            return []
        return await parts.store.claim_messages(parts.bot_id, parts.clock(), LEASE, room)

    async def _rest(self) -> None:
        self._rest_if_done()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(IDLE):
                await self._wake.wait()

    def _rest_if_done(self) -> None:
        busy = self._tasks or len(self._tidier) or len(self._speaker)
        if not busy and not self._looking and not self._wake.is_set():
            self._idle.set()

    def _start(self, message: OutboxMessage) -> None:
        full, called = len(self._tasks) + 1 >= AT_ONCE, self._called
        task = asyncio.create_task(self._one(message), name="telegram reply")
        self._tasks.add(task)
        task.add_done_callback(lambda ended: self._ended(ended, full or self._called != called))

    def _ended(self, task: asyncio.Task[None], more: bool) -> None:
        """`more`: there was no room, or something has come since, perhaps for this person."""
        self._tasks.discard(task)
        if more:
            self._wake.set()
        else:
            self._rest_if_done()

    async def _one(self, message: OutboxMessage) -> None:
        """One row, to whatever end it comes."""
        wait = self._parts.pace.wait(int(message.address))
        if wait > LONGEST_WAIT:
            await self._put_back(message, self._parts.store.defer_message, wait)
            return
        try:
            if (fitting := await self._parts.reminders.fit(message)) is not None:
                await self._delivery.deliver(fitting)
            elif message.behind:
                self.wake()
        except TelegramError as error:
            await self._failed(message, error)
        except TooManyDoubts:
            log.warning("reply %d: whether it was sent is not known", message.id)
            await self._drop(message)
        except (UserError, KeyError, TypeError) as error:
            # What it was about is gone (erased, closed), or it is of a version we cannot read.
            log.warning("reply %d dropped: %s", message.id, type(error).__name__)
            await self._drop(message)
        except StoreError as error:
            # It may be out and not marked: when the lease ends, that is taken into account.
            log.warning("reply %d: %s", message.id, type(error).__name__)
            self._alarm.set(LEASE)
        except Exception as error:  # noqa: BLE001 - one reply must never stop the sender
            log.error("reply %d: %s", message.id, type(error).__name__)  # noqa: TRY400 - a traceback may quote an answer
            await self._try_again(message)

    async def _failed(self, message: OutboxMessage, error: TelegramError) -> None:
        parts, fate = self._parts, fate_of(error)
        log.warning("reply %d: %s", message.id, type(error).__name__)
        if isinstance(error, InvalidToken):
            parts.pace.hold(None, NO_TOKEN)
        if fate is Fate.WAIT:
            seconds = seconds_of(error)
            parts.pace.refused(int(message.address), seconds)
            await self._put_back(message, parts.store.defer_message, seconds)
        elif fate is Fate.UNKNOWN:
            pause = _pause_after(message.attempts)
            await self._put_back(message, parts.store.doubt_message, pause)
        elif fate is Fate.AGAIN:
            await self._try_again(message)
        elif fate is Fate.UNREACHABLE:
            await self._end(message, parts.store.set_reachable(message.participation_id, False))
        else:
            await self._drop(message)

    async def _try_again(self, message: OutboxMessage) -> None:
        if message.attempts >= MOST_ATTEMPTS:
            await self._drop(message)
        else:
            pause = _pause_after(message.attempts)
            await self._put_back(message, self._parts.store.retry_message, pause)

    async def _drop(self, message: OutboxMessage) -> None:
        behind = [each.id for each in message.behind]
        await self._end(message, self._parts.store.drop_message(message.id, others=behind))

    async def _put_back(
        self,
        message: OutboxMessage,
        verb: Callable[[int, dt.datetime], Coroutine[Any, Any, None]],
        seconds: float,
    ) -> None:
        due = self._parts.clock() + dt.timedelta(seconds=seconds)
        await self._end(message, verb(message.id, due))
        self._alarm.set(seconds)

    async def _end(self, message: OutboxMessage, writing: Coroutine[Any, Any, None]) -> None:
        """A write about the row; when the store cannot, the lease ends by itself."""
        try:
            await writing
        except StoreError as error:
            log.warning("reply %d: %s", message.id, type(error).__name__)
            self._alarm.set(LEASE)


def _pause_after(attempts: int) -> float:
    """Seconds before another attempt: 1, 2, 4 … at most a minute."""
    return min(2.0 ** min(attempts - 1, 10), LONGEST_RETRY)
