"""The answer back goes out to those who asked for it.

A subscription is leased before the call and deleted after it. A sender that dies in between leaves the lease: that is
the doubt, and out of it comes at most one copy too many (decision 0014).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.after_closing import after_closing
from bot.telegram.outgoing.calls import Fate, fate_of, seconds_of
from bot.telegram.screens.answer import letter
from bot.telegram.screens.markup import Rendered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bot.telegram.outgoing.calls import Calls
    from bot.telegram.outgoing.pacing import Pace
    from bot.telegram.outgoing.sending import Parts
    from bot.telegram.outreach.reminding import Schedule
    from bot.telegram.screens.rendering import Renderer
    from surveys.store.store import Store
    from surveys.store.subscribing import Subscription

log = logging.getLogger(__name__)

LEASE = 120.0
"""Seconds a claimed subscription is ours: longer than a call with its timeouts takes."""
MOST_WAITING = 20
"""So many that must wait in one round, and Telegram is away."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What goes out unasked-for in its moment, though once asked for."""

    store: Store
    calls: Calls
    pace: Pace
    renderer: Renderer
    clock: Callable[[], dt.datetime]
    bot_id: int
    schedule: Schedule

    async def round(self) -> None:
        """Sends the answer to all who wait for one that is there; each is forgotten as it has been sent.

        By night without a sound. Those that must wait are passed over until the next round.
        """
        waiting: set[str] = set()
        sent = False
        while len(waiting) < MOST_WAITING and (wish := await self._claim(waiting)):
            if await self._one(wish):
                waiting.add(wish.key)
            sent = True
        if sent:
            await self.store.wipe_subscriptions()

    async def _claim(self, waiting: set[str]) -> Subscription | None:
        return await self.store.claim_subscription(
            self.bot_id, self.clock(), LEASE, frozenset(waiting)
        )

    async def _one(self, wish: Subscription) -> bool:
        """Sends one; whether it must wait."""
        code = await self.store.code_of(wish.survey_id)
        survey = await self.store.survey(code) if code is not None else None
        after = survey and await after_closing(self.store, survey, self.clock())
        if survey is None or not after or not after.versions:
            await self.store.subscription_answered(wish.key)
            return False
        texts, link = self.renderer.texts, self.renderer.link(survey)
        once = texts.say(wish.language, "answer-once")
        rendered = letter(texts, survey, after.versions[0], wish.language, link, once)
        try:
            await self.send(int(wish.address), rendered)
        except TelegramError as error:
            return await self._failed(wish, error)
        await self.store.subscription_answered(wish.key)
        return False

    async def send(self, chat: int, rendered: Rendered) -> None:
        """As it is, or the words alone when Telegram does not take our markup."""
        send = self.calls.send if self.schedule.is_day(self.clock()) else self.calls.quietly
        await self.pace.turn(chat)
        try:
            await send(chat, rendered)
        except TelegramError as error:
            if fate_of(error) is not Fate.OUR_WORDS:
                raise
            await self.pace.turn(chat)
            await self.calls.plainly(chat, rendered)

    async def _failed(self, wish: Subscription, error: TelegramError) -> bool:
        fate = fate_of(error)
        log.warning("answer back: %s", type(error).__name__)
        if fate is Fate.WAIT:
            self.pace.refused(int(wish.address), seconds_of(error))
        if fate in {Fate.WAIT, Fate.AGAIN, Fate.UNKNOWN}:
            await self.store.subscription_waits(wish.key, doubts=int(fate is Fate.UNKNOWN))
            return True
        await self.store.subscription_answered(wish.key)  # out of reach: they do not want us
        return False


def telling(parts: Parts) -> Telling:
    """Wired."""
    return Telling(
        parts.store,
        parts.calls,
        parts.pace,
        parts.renderer,
        parts.clock,
        parts.bot_id,
        parts.reminders.schedule,
    )
