"""The commands besides /start: see and erase, privacy, language, help, and going on where somebody was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.telegram.outgoing.intents import note
from bot.telegram.screens.markup import Rendered, escape, line
from bot.telegram.screens.mine import mine
from bot.telegram.screens.profile import commands
from bot.telegram.screens.rendering import RECEIPT_NOTE
from surveys.conversation.path import path
from surveys.conversation.screens import NoticeScreen, QuestionScreen, ShutScreen
from surveys.conversation.state import Arrive
from surveys.errors import AlreadyAnswered, UnknownReceipt
from surveys.questionnaire.languages import direction
from surveys.questionnaire.models import Note

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from bot.telegram.incoming.reading import Commanded
    from bot.telegram.replying import One, Replies
    from surveys.texts import Texts

ERASE = frozenset({"radera", "delete"})
PRIVACY = frozenset({"integritet", "privacy"})
LANGUAGE = frozenset({"sprak", "språk", "language"})
CONTINUE = frozenset({"fortsatt", "fortsätt", "continue"})
MINE = frozenset({"minadata", "mydata"})
HELP = frozenset({"hjalp", "hjälp", "help"})
KNOWN = ERASE | PRIVACY | LANGUAGE | CONTINUE | MINE


@dataclass(frozen=True, slots=True)
class Commands:
    """What each command leads to."""

    replies: Replies

    async def commanded(self, one: One, command: Commanded) -> None:
        """Does what a command says; help for one there is not."""
        replies, name = self.replies, command.name
        code = await replies.current(one)
        if name not in KNOWN:
            await self._help(one, code, name)
        elif code is None:
            none = "telegram-join-first" if name in CONTINUE else "telegram-no-survey"
            await replies.say(one, none)
        else:
            await self._in_survey(one, command, await replies.look(one, code))

    async def _in_survey(self, one: One, command: Commanded, outcome: Outcome) -> None:
        replies, name, screen = self.replies, command.name, outcome.screen
        if isinstance(screen, ShutScreen) and name not in PRIVACY:
            await replies.reply(one, await replies.seen(one, outcome))
        elif name in ERASE:
            await replies.reply(one, replies.renderer.confirm_erase(screen))
        elif name in PRIVACY:
            await replies.reply(one, self._privacy(outcome))
        elif name in LANGUAGE:
            await replies.reply(one, replies.renderer.languages(screen))
        elif name in MINE:
            await replies.reply(one, await self._mine(one, outcome))
        elif command.words:
            await self._join(one, outcome, command.words)
        else:
            await replies.turn(one, outcome.survey.code, Arrive(), *_how_far(outcome))

    async def turned(self, one: One, outcome: Outcome, page: int, message: int) -> None:
        """Another part of what somebody has sent, in the same message."""
        await self.replies.reply(one, await self._mine(one, outcome, page), message)

    async def _mine(self, one: One, outcome: Outcome, page: int = 0) -> Rendered:
        """What they have sent, and that they wait to hear what came of it."""
        replies = self.replies
        waits = await replies.store.subscriptions_at(replies.bot_id, str(one.heard.chat))
        beside = (
            [replies.text(outcome, "answer-waiting-for")] if outcome.survey.code in waits else []
        )
        return mine(replies.renderer.texts, outcome, page, beside)

    async def _help(self, one: One, code: str | None, name: str) -> None:
        """What can be done here, in the language of the conversation where there is one."""
        replies = self.replies
        if code is not None:
            language = (await replies.look(one, code)).screen.language
        else:
            language = replies.language(one)
        await replies.reply(one, _help(replies.renderer.texts, language, name))

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


def _help(texts: Texts, language: str, name: str) -> Rendered:
    """What the bot does, and a line for each command."""
    first = [] if name in HELP else [texts.say(language, "telegram-unknown-command")]
    lines = [
        line(f"{_isolated(f'/{command}', language)} – {does}", language)
        for command, does in commands(texts, language).items()
    ]
    told = " ".join((*first, texts.say(language, "telegram-help")))
    return Rendered(escape("\n".join((told, "", *lines))))


def _isolated(command: str, language: str) -> str:
    """A command is written from left to right, whatever is around it."""
    return f"\u2066{command}\u2069" if direction(language) == "rtl" else command


def _how_far(outcome: Outcome) -> tuple[dict[str, Any], ...]:
    """How much is answered and the receipt; nothing before the beginning, and nothing that the last screen says."""
    if not isinstance(outcome.screen, QuestionScreen):
        return ()
    along, answers = path(outcome.survey, outcome.state), outcome.state.answers
    asked = [slots for slots in along.screens if not isinstance(slots[0].question, Note)]
    done = sum(all(slot.key in answers for slot in slots) for slots in asked)
    total = max(outcome.screen.total, done)
    return note("telegram-resume", done=done, total=total), note(RECEIPT_NOTE)
