"""One claimed reply: rendered from the committed state, shown, and only then the messages before are tidied.

A message whose fate is unknown is never simply sent again: the person's known message is changed into the new
screen instead, which any number of further doubts cannot double. Only who has no message yet may get a second copy.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.outcomes import Who
from bot.telegram.incoming.repeats import question_of
from bot.telegram.outgoing.calls import Fate, fate_of, seconds_of
from bot.telegram.outgoing.merging import Reply, merge
from bot.telegram.screens.limits import TooMuch, check
from bot.telegram.screens.tables import told
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.values import Seen
from surveys.conversation.view import review_line

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from bot.service import Service
    from bot.telegram.outgoing.calls import Calls
    from bot.telegram.outgoing.pacing import Pace
    from bot.telegram.outgoing.tidying import Tidier
    from bot.telegram.screens.markup import Rendered
    from bot.telegram.screens.rendering import Renderer
    from surveys.conversation.state import Key
    from surveys.store.records import OutboxMessage
    from surveys.store.store import Store

log = logging.getLogger(__name__)

CHANNEL = "telegram"


class TooManyDoubts(Exception):
    """Two copies may be out already, and there is no message to change: the person's next act decides."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The message the screen stands in; `edited_s` when it showed another question before."""

    number: int
    edited_s: int | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """Shows replies. Raises TelegramError, TooManyDoubts, and what looking or reading an intent raises."""

    service: Service
    store: Store
    calls: Calls
    renderer: Renderer
    pace: Pace
    tidier: Tidier

    async def deliver(self, message: OutboxMessage) -> None:
        """The row and what waits behind it, in one message."""
        reply, chat = merge(message), int(message.address)
        await self.pace.turn(chat)
        who = Who(
            reply.intent.code, CHANNEL, message.address, message.bot_id, plain=message.address
        )
        outcome = await self.service.look(who)
        shown = await self._show(chat, reply, self._rendered(reply, outcome), outcome)
        question = question_of(outcome.screen)
        await self.store.sent(
            message.id,
            shown.number,
            others=[each.id for each in message.behind],
            asks=question if question != message.asked else None,
            edited_s=shown.edited_s,
            is_new=shown.is_new,
        )
        self._tidy(chat, reply, outcome, shown.number)
        if reply.replaces:
            await self._read_aloud(chat, outcome)

    def _rendered(self, reply: Reply, outcome: Outcome) -> Rendered:
        intent = reply.intent
        return self.renderer.render(
            outcome.screen,
            notes=reply.notes,
            receipt=outcome.receipt,
            page=intent.page,
            at=intent.row,
        )

    async def _show(self, chat: int, reply: Reply, rendered: Rendered, outcome: Outcome) -> Shown:
        """In the first of the targets that is still there, else in a new message."""
        for number in reply.targets:
            self.tidier.leave(chat, number)
            try:
                edited = await self.calls.edit(chat, number, rendered)
                return Shown(number, edited if reply.replaces else None)
            except TelegramError as error:
                fate = fate_of(error)
                if fate is Fate.SAME:
                    # Done by an edit whose answer never came: by our own clock then.
                    at = int(self.service.clock().timestamp())
                    return Shown(number, at if reply.replaces else None)
                if fate is not Fate.GONE:
                    raise
                await self.pace.turn(chat)
        if not reply.may_send:
            raise TooManyDoubts
        number = await self._send(chat, rendered, type(outcome.screen).__name__)
        return Shown(number, is_new=True)

    async def _send(self, chat: int, rendered: Rendered, kind: str) -> int:
        """A new message; more simply when Telegram does not take it as it is. Never silence."""
        try:
            check(rendered)
            return await self.calls.send(chat, rendered)
        except TooMuch as error:
            log.error("%s breaks a limit: %s", kind, error)  # noqa: TRY400 - the sentence says it all
        except TelegramError as error:
            if fate_of(error) is not Fate.OUR_WORDS:
                raise
            log.error("%s was refused: %s", kind, type(error).__name__)  # noqa: TRY400 - as above
            await self.pace.turn(chat)
        return await self.calls.plainly(chat, rendered)

    def _tidy(self, chat: int, reply: Reply, outcome: Outcome, shown: int) -> None:
        """The messages before: the answered one tells its answer, the others lose their buttons."""
        for number, key in reply.answered.items():
            if number != shown:
                self.tidier.tidy(chat, number, self._answer(key, outcome))

    def _answer(self, key: Key | None, outcome: Outcome) -> Rendered | None:
        value = outcome.state.answers.get(key) if key else None
        if key is None or value is None:
            return None
        language = outcome.screen.language
        if (table := told(outcome, key)) is not None:
            left = self.renderer.answered_table(table, language)
            return self.renderer.changeable(left, outcome.survey, key, outcome.state)
        line = review_line(outcome.survey, outcome.state, key, outcome.pools)
        if isinstance(value, Seen):
            return self.renderer.answered(line, language, note=True)
        left = self.renderer.answered(line, language)
        return self.renderer.changeable(left, outcome.survey, key, outcome.state)

    async def _read_aloud(self, chat: int, outcome: Outcome) -> None:
        """The recording of a question that has just been asked. The question stands without it too."""
        recordings, screen = self.service.recordings, outcome.screen
        if recordings is None or not isinstance(screen, QuestionScreen) or screen.audio is None:
            return
        found = recordings.find(outcome.survey, screen.audio)
        if found is None:
            return
        await self.pace.turn(chat)
        try:
            await self.calls.voice(chat, found[0])
        except TelegramError as error:
            if fate_of(error) is Fate.WAIT:
                self.pace.refused(chat, seconds_of(error))
            log.warning("recording: %s", type(error).__name__)
