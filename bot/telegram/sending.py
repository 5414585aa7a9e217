"""Replies out: outbox rows claimed under a lease, rendered from the committed state at the moment they are sent.

One sender per bot. A row that fails goes back with a later due time; what was sent is marked before anything else
happens, so that a crash repeats at most one message.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.service import Who
from bot.telegram.calls import Calls, Fate, fate_of, seconds_of
from bot.telegram.intents import Intent
from bot.telegram.limits import TooMuch, check
from bot.telegram.tables import told
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.values import Seen
from surveys.conversation.view import review_line
from surveys.errors import StoreError, UserError
from surveys.store.records import Address, OutboxMessage

if TYPE_CHECKING:
    from bot.service import Outcome, Service
    from bot.telegram.markup import Rendered
    from bot.telegram.pacing import Pace
    from bot.telegram.reminding import Reminders
    from bot.telegram.rendering import Renderer
    from surveys.store.store import Store

log = logging.getLogger(__name__)

CHANNEL = "telegram"
LEASE = 60.0
"""Seconds a claimed row is ours; longer than a call with its timeouts takes."""
AT_ONCE = 64
LONGEST_HOLD = 5.0
"""Seconds a claimed row waits for a 429 to end before it goes back."""
IDLE = 5.0
"""Seconds between looks at the outbox when nobody calls: for leases of a sender that died."""
LONGEST_RETRY = 300.0
MOST_ATTEMPTS = 40
SAY_ATTEMPTS = 3


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
        self._timers: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Looks at the outbox now."""
        self._idle.clear()
        self._wake.set()

    async def idle(self) -> None:
        """Returns when nothing in the outbox is due."""
        await self._idle.wait()

    async def run(self) -> None:
        """Sends for ever."""
        while True:
            self._wake.clear()
            try:
                claimed = await self._claim()
            except StoreError as error:
                log.warning("outbox: %s", type(error).__name__)
                await self._parts.calls.pause(1.0)
                continue
            for message in claimed:
                self._start(message)
            if not claimed:
                await self._rest()

    async def stop(self, within: float = 0.5) -> None:
        """Lets calls under way end within `within` seconds; their rows come back when the lease is over."""
        for timer in self._timers:
            timer.cancel()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def say(self, chat: int, rendered: Rendered, message: int | None = None) -> None:
        """Says something that is not in the outbox, in `message` where given. Gives up after a few attempts."""
        for attempt in range(SAY_ATTEMPTS):
            await self._parts.pace.turn(chat)
            try:
                await self._put(chat, rendered, message)
                return
            except TelegramError as error:
                fate = fate_of(error)
                log.warning("say: %s", type(error).__name__)
                if fate is Fate.WAIT:
                    self._parts.pace.hold(chat, seconds_of(error))
                elif fate is Fate.AGAIN:
                    self._parts.pace.hold(chat, 2.0**attempt)
                else:
                    return

    async def _claim(self) -> list[OutboxMessage]:
        room = AT_ONCE - len(self._tasks)
        if room <= 0:
            return []
        parts = self._parts
        return await parts.store.claim_messages(parts.bot_id, parts.clock(), LEASE, room)

    async def _rest(self) -> None:
        if not self._tasks and not self._wake.is_set():
            self._idle.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(IDLE):
                await self._wake.wait()

    def _start(self, message: OutboxMessage) -> None:
        task = asyncio.create_task(self._one(message), name="telegram reply")
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self.wake()  # the next row of this person can be claimed now

    async def _one(self, message: OutboxMessage) -> None:
        """One row, to whatever end it comes."""
        try:
            await self._deliver(message)
        except TelegramError as error:
            await self._failed(message, error)
        except (UserError, KeyError, TypeError) as error:
            # What it was about is gone (erased, closed), or it is of a version we cannot read.
            log.warning("reply %d dropped: %s", message.id, type(error).__name__)
            await self._end(message, self._parts.store.drop_message(message.id))
        except StoreError as error:
            log.warning("reply %d: %s", message.id, type(error).__name__)
        except Exception as error:  # noqa: BLE001 - one reply must never stop the sender
            log.error("reply %d: %s", message.id, type(error).__name__)  # noqa: TRY400 - a traceback may quote an answer
            await self._later(message, _pause_after(message.attempts))

    async def _deliver(self, message: OutboxMessage) -> None:
        parts, intent, chat = self._parts, Intent.of(message.intent), int(message.address)
        if (held := parts.pace.held(chat)) > LONGEST_HOLD:
            # Waiting here would outlast the lease and keep a place that others need.
            await self._later(message, held)
            return
        if await self._is_outdone(message, intent):
            await parts.store.sent(message.id)
            return
        if not await parts.reminders.goes(message):
            await parts.store.drop_message(message.id)
            return
        who = Who(intent.code, CHANNEL, message.address, message.bot_id, plain=message.address)
        await parts.pace.turn(chat)
        outcome = await parts.service.look(who)
        before = await self._last_message(message)
        rendered = parts.renderer.render(
            outcome.screen,
            notes=intent.notes,
            receipt=outcome.receipt,
            page=intent.page,
            at=intent.row,
        )
        _checked(rendered, type(outcome.screen).__name__)
        number = await self._put(chat, rendered, intent.pressed if intent.in_place else None)
        await parts.store.sent(message.id, number)
        await self._close(chat, {intent.pressed, before} - {number, None}, intent, outcome)
        if not intent.in_place:
            await self._read_aloud(chat, outcome)

    async def _read_aloud(self, chat: int, outcome: Outcome) -> None:
        """The recording of a question that has just been asked. The question stands without it too."""
        recordings, screen = self._parts.service.recordings, outcome.screen
        if recordings is None or not isinstance(screen, QuestionScreen) or screen.audio is None:
            return
        found = recordings.find(outcome.survey, screen.audio)
        if found is None:
            return
        await self._parts.pace.turn(chat)
        try:
            await self._parts.calls.voice(chat, found[0])
        except TelegramError as error:
            if fate_of(error) is Fate.WAIT:
                self._parts.pace.hold(chat, seconds_of(error))
            log.warning("recording: %s", type(error).__name__)

    async def _is_outdone(self, message: OutboxMessage, intent: Intent) -> bool:
        """Whether what waits behind it draws the same message again: of rows pressed in a burst only the last is drawn."""
        if not intent.in_place:
            return False
        waiting = await self._parts.store.pending_intents(message.participation_id)
        return any(intent.says_less_than(Intent.of(later)) for later in waiting[1:])

    async def _put(self, chat: int, rendered: Rendered, message: int | None) -> int:
        """Into that message when it can be; else into a new one. The number of the message."""
        if message is None:
            return await self._parts.calls.send(chat, rendered)
        try:
            await self._parts.calls.edit(chat, message, rendered)
        except TelegramError as error:
            fate = fate_of(error)
            if fate is Fate.GONE:
                return await self._parts.calls.send(chat, rendered)
            if fate is not Fate.SAME:
                raise
        return message

    async def _close(
        self, chat: int, numbers: set[int | None], intent: Intent, outcome: Outcome
    ) -> None:
        """The messages before: the answered one tells its answer, the others lose their buttons."""
        telling = (
            intent.pressed if intent.pressed in numbers else max(filter(None, numbers), default=0)
        )
        for number in sorted(filter(None, numbers)):
            await self._parts.pace.turn(chat)
            try:
                answered = self._answered(intent, outcome) if number == telling else None
                if answered is not None:
                    await self._parts.calls.edit(chat, number, answered)
                else:
                    await self._parts.calls.disarm(chat, number)
            except TelegramError as error:
                # The new message is out; an old button that stays is met with a kind word.
                if fate_of(error) is Fate.WAIT:
                    self._parts.pace.hold(chat, seconds_of(error))
                log.debug("closing a message: %s", type(error).__name__)

    def _answered(self, intent: Intent, outcome: Outcome) -> Rendered | None:
        value = outcome.state.answers.get(intent.answered) if intent.answered else None
        if intent.answered is None or value is None:
            return None
        language = outcome.screen.language
        if (table := told(outcome, intent.answered)) is not None:
            return self._parts.renderer.answered_table(table, language)
        line = review_line(outcome.survey, outcome.state, intent.answered)
        seen = isinstance(value, Seen)
        return self._parts.renderer.answered(line, language, note=seen)

    async def _last_message(self, message: OutboxMessage) -> int | None:
        keyring = self._parts.service.keyring
        hashed = keyring.address_hash(CHANNEL, message.bot_id, message.address)
        address = Address(CHANNEL, hashed, message.bot_id, message.address)
        loaded = await self._parts.store.load(message.survey_id, address)
        return loaded.last_message if loaded is not None else None

    async def _failed(self, message: OutboxMessage, error: TelegramError) -> None:
        parts = self._parts
        fate = fate_of(error)
        log.warning("reply %d: %s", message.id, type(error).__name__)
        if fate is Fate.WAIT:
            parts.pace.hold(int(message.address), seconds_of(error))
            await self._later(message, seconds_of(error))
        elif fate is Fate.AGAIN and message.attempts < MOST_ATTEMPTS:
            await self._later(message, _pause_after(message.attempts))
        else:
            if fate is Fate.UNREACHABLE:
                await self._end(message, parts.store.set_reachable(message.participation_id, False))
            await self._end(message, parts.store.drop_message(message.id))

    async def _later(self, message: OutboxMessage, seconds: float) -> None:
        due = self._parts.clock() + dt.timedelta(seconds=seconds)
        await self._end(message, self._parts.store.retry_message(message.id, due))
        timer = asyncio.create_task(self._wake_in(seconds), name="telegram timer")
        self._timers.add(timer)
        timer.add_done_callback(self._timers.discard)

    async def _wake_in(self, seconds: float) -> None:
        await self._parts.calls.pause(seconds)
        self.wake()

    async def _end(self, message: OutboxMessage, writing: object) -> None:
        """A write about the row; when the store cannot, the lease ends by itself."""
        assert asyncio.iscoroutine(writing)
        try:
            await writing
        except StoreError as error:
            log.warning("reply %d: %s", message.id, type(error).__name__)


def _checked(rendered: Rendered, kind: str) -> None:
    """Tells the operator, by the kind of the screen alone, that a message breaks a limit."""
    try:
        check(rendered)
    except TooMuch as error:
        log.error("%s breaks a limit: %s", kind, error)  # noqa: TRY400 - the sentence says it all


def _pause_after(attempts: int) -> float:
    """Seconds before another attempt: 1, 2, 4 … at most five minutes."""
    return min(2.0 ** (attempts - 1), LONGEST_RETRY)
