"""The commands besides /start: erase, privacy, language, and going on where somebody was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.telegram.intents import note
from bot.telegram.markup import Rendered
from bot.telegram.rendering import RECEIPT_NOTE
from surveys.conversation.path import path
from surveys.conversation.screens import NoticeScreen, QuestionScreen
from surveys.conversation.state import Arrive, Unreadable
from surveys.errors import AlreadyAnswered, UnknownReceipt
from surveys.questionnaire.models import Note

if TYPE_CHECKING:
    from bot.service import Outcome
    from bot.telegram.reading import Commanded
    from bot.telegram.replying import One, Replies

ERASE = frozenset({"radera", "delete"})
PRIVACY = frozenset({"integritet", "privacy"})
LANGUAGE = frozenset({"sprak", "språk", "language"})
CONTINUE = frozenset({"fortsatt", "fortsätt", "continue"})


@dataclass(frozen=True, slots=True)
class Commands:
    """What each command leads to."""

    replies: Replies

    async def commanded(self, one: One, command: Commanded) -> None:
        """Does what a command says; a word for one there is not."""
        replies, name = self.replies, command.name
        code = await replies.current(one)
        if code is None:
            none = "telegram-join-first" if name in CONTINUE else "telegram-no-survey"
            await replies.say(one, none)
            return
        outcome = await replies.look(one, code)
        if name in ERASE:
            await replies.reply(one, replies.renderer.confirm_erase(outcome.screen))
        elif name in PRIVACY:
            await replies.reply(one, self._privacy(outcome))
        elif name in LANGUAGE:
            await replies.reply(one, replies.renderer.languages(outcome.screen))
        elif name in CONTINUE and command.words:
            await self._join(one, outcome, command.words)
        elif name in CONTINUE:
            await replies.turn(one, code, Arrive(), *_how_far(outcome))
        else:
            await replies.turn(one, code, Unreadable())

    def _privacy(self, outcome: Outcome) -> Rendered:
        """The whole notice, without the way in."""
        screen = NoticeScreen(
            survey=outcome.survey,
            language=outcome.screen.language,
            title=outcome.survey.title,
            intro="",
        )
        return Rendered(self.replies.renderer.notice(screen).text)

    async def _join(self, one: One, outcome: Outcome, receipt: str) -> None:
        """Goes on with the answers of the holder of a receipt: joining twice is joining once."""
        replies, code = self.replies, outcome.survey.code
        try:
            joined = await replies.service.join(replies.who(one, code), receipt)
        except UnknownReceipt:
            await replies.tell(one, outcome, "telegram-unknown-receipt")
        except AlreadyAnswered:
            await replies.tell(one, outcome, "telegram-already-answered")
        else:
            far = _how_far(joined)[:1]
            await replies.turn(one, code, Arrive(), note("telegram-joined"), *far)


def _how_far(outcome: Outcome) -> tuple[dict[str, Any], ...]:
    """How much is answered and the receipt; nothing before the beginning, and nothing that the last screen says."""
    if not isinstance(outcome.screen, QuestionScreen):
        return ()
    along, answers = path(outcome.survey, outcome.state), outcome.state.answers
    asked = [slots for slots in along.screens if not isinstance(slots[0].question, Note)]
    done = sum(all(slot.key in answers for slot in slots) for slots in asked)
    return note("telegram-resume", done=done, total=len(asked)), note(RECEIPT_NOTE)
