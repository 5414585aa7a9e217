"""Reminders: one message, once, by day, to whoever began and did not finish.

The person's current screen comes anew, with a sentence above it and a button that says "not again". It goes through the outbox as
every reply does, and is looked at once more just before it is sent: hours may have passed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.telegram.outgoing.intents import Intent, note
from bot.telegram.screens.codec import Does, Press
from bot.telegram.screens.markup import Label, Rows
from surveys.store.chats.outreach import Silence

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.config import TelegramSettings
    from surveys.conversation.screens import Screen
    from surveys.store.records import OutboxMessage
    from surveys.store.store import Store
    from surveys.texts import Texts

NOTE = "telegram-reminder"
SHOW = "reminder"
CHANNEL = "telegram"
FIRST_HOUR, LAST_HOUR = 9, 20
"""Reminders come from nine until eight in the evening."""
AT_ONCE = 2000
"""Reminders queued in one round; the others follow in the next."""
PORTION = 100
"""Reminders in one transaction, so that nobody who answers waits for them."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """After how much silence, and where it must be day. No silence at all means never."""

    silence: dt.timedelta
    zone: ZoneInfo

    def is_day(self, now: dt.datetime) -> bool:
        """Whether people are awake, by the clock on the wall."""
        return FIRST_HOUR <= now.astimezone(self.zone).hour < LAST_HOUR


def schedule_of(settings: TelegramSettings) -> Schedule:
    """As the operator has set it."""
    return Schedule(dt.timedelta(hours=settings.reminder_hours), ZoneInfo(settings.time_zone))


@dataclass(frozen=True, slots=True)
class Reminders:
    """Queues what is due, and has the last word before it goes."""

    store: Store
    clock: Callable[[], dt.datetime]
    bot_id: int
    schedule: Schedule

    async def queue(self) -> int:
        """Puts reminders that are due into the outbox; how many. Nothing by night."""
        now = self.clock()
        if not self.schedule.silence or not self.schedule.is_day(now):
            return 0
        silence = Silence(self.bot_id, now, self.schedule.silence)
        due = {
            person: reminder(code)
            for person, code in await self.store.due_reminders(silence, AT_ONCE)
            if await self._offered(code)
        }
        people = list(due.items())
        queued = 0
        for start in range(0, len(people), PORTION):
            portion = dict(people[start : start + PORTION])
            queued += await self.store.queue_reminders(silence, portion)
        return queued

    async def _offered(self, code: str) -> bool:
        survey = await self.store.survey(code)
        return survey is not None and CHANNEL in survey.channels

    async def fit(self, message: OutboxMessage) -> OutboxMessage | None:
        """What is about to be sent, when it may go: everything that is no reminder may.

        None: the reminder no longer fits and is dropped. One that waits behind an older reply is dropped too: that
        reply reminds by itself.
        """
        late = [each.id for each in message.behind if _reminds(each.intent)]
        if late:
            await self.store.drop_message(late[0], others=late[1:])
            await self.store.take_back_reminder(message.participation_id)
            others = tuple(each for each in message.behind if each.id not in late)
            message = replace(message, behind=others)
        if not _reminds(message.intent) or await self._goes(message):
            return message
        await self.store.drop_message(message.id)
        return None

    async def _goes(self, message: OutboxMessage) -> bool:
        """One that may have been sent already is not repeated: a reminder comes once or not at all."""
        if message.unknown:
            return False
        if not self.schedule.is_day(self.clock()):
            await self.store.take_back_reminder(message.participation_id)
            return False
        return await self.store.reminder_goes(message.participation_id, self.clock())


def _reminds(intent: Mapping[str, Any]) -> bool:
    return intent.get("show") == SHOW


def reminder(code: str) -> dict[str, Any]:
    """What waits in the outbox."""
    return {**Intent(code=code, notes=(note(NOTE),)).body(), "show": SHOW}


def quiet_rows(texts: Texts, screen: Screen, notes: Iterable[Mapping[str, Any]]) -> Rows:
    """The button that asks for no more reminders, where a reminder is told."""
    if all(told["id"] != NOTE for told in notes):
        return ()
    data = Press(screen.survey.code, Does.QUIET).encode()
    return ((Label(texts.say(screen.language, "telegram-no-reminders"), data),),)
