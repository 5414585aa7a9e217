"""No more messages unasked, reminders or the answer back: said with a command, with a button, or with the word alone where it can be nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.telegram.incoming.reading import Commanded, Started, Wrote
from bot.telegram.screens.markup import Rendered, escape
from surveys.conversation.screens import QuestionScreen
from surveys.questionnaire.models import Multi, Note, Scale, Single, YesNo

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from bot.telegram.outreach.subscribing import Subscribers
    from bot.telegram.replying import One, Replies

COMMANDS = frozenset({"stopp", "stop", "sluta"})
WORDS = COMMANDS | frozenset(
    {"lopeta", "seis", "توقف", "قف", "أوقف", "jooji", "joogso", "stoppa", "unsubscribe"}
)
"""As people write it in the languages we speak; in small letters, without a full stop."""
_BY_BUTTONS = (Single, Multi, Scale, YesNo, Note)


@dataclass(frozen=True, slots=True)
class Stopping:
    """Takes in `/stopp`, and that somebody starts again."""

    replies: Replies
    subscribers: Subscribers

    async def heard(self, one: One) -> bool:
        """Whether it was about reminders, and is done with."""
        match one.heard.deed:
            case Started():
                await self._allow(one)
                return False
            case Commanded(name=name) if name in COMMANDS:
                return await self._stop(one)
            case Wrote(text=text) if _plain(text) in WORDS:
                return await self._means_it(one) and await self._stop(one)
        return False

    async def quiet(self, one: One) -> None:
        """Notes that this person wants no reminder."""
        await self.replies.store.stop_reminders(self.replies.address(one))

    async def _stop(self, one: One) -> bool:
        code = await self.replies.current(one)
        withdrawn = await self.subscribers.withdraw_all(one)
        if code is None:
            await self.replies.say(one, "answer-unfollowed" if withdrawn else "telegram-no-survey")
            return True
        await self.quiet(one)
        outcome = await self.replies.look(one, code)
        told = [self.replies.text(outcome, "telegram-reminders-off")]
        if withdrawn:
            told.append(self.replies.text(outcome, "answer-unfollowed"))
        await self.replies.reply(one, Rendered(escape(" ".join(told))))
        return True

    async def _allow(self, one: One) -> None:
        store, address = self.replies.store, self.replies.address(one)
        if await store.wants_no_reminders(address):
            await store.allow_reminders(address)

    async def _means_it(self, one: One) -> bool:
        """The word alone may be somebody's answer: not when a reminder is the newest thing in the chat, and not
        where answers are buttons.
        """
        code = await self.replies.current(one)
        if code is None:
            return False
        outcome = await self.replies.look(one, code)
        if not _takes_words(outcome):
            return True
        store = self.replies.store
        loaded = await store.load(outcome.survey.id, self.replies.address(one))
        return loaded is not None and await store.was_reminded_last(loaded.participation_id)


def _takes_words(outcome: Outcome) -> bool:
    screen = outcome.screen
    if not isinstance(screen, QuestionScreen):
        return False
    return screen.writing is not None or not isinstance(screen.question, _BY_BUTTONS)


def _plain(text: str) -> str:
    return text.strip().rstrip(".!").strip().casefold()
