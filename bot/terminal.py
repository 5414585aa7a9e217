"""The conversation in a terminal: the same service and screens, lines in and lines out."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias

from bot.service import Outcome, Service, Who
from bot.wording import receipt_text, short_notice, shut_text, told
from surveys.conversation.path import path
from surveys.conversation.screens import EndScreen, NoticeScreen, QuestionScreen, ShutScreen
from surveys.conversation.state import Act, Back, Begin, Change, Choose, Key, Skip, Speak, Write
from surveys.conversation.view import describe
from surveys.questionnaire.models import Consent, Location, Multi, Note, Scale, Single

if TYPE_CHECKING:
    from surveys.texts import Texts

Typed: TypeAlias = Callable[[], Awaitable[str | None]]
Say: TypeAlias = Callable[[str], Awaitable[None]]

COMMANDS: dict[str, str] = {
    "tillbaka": "back",
    "back": "back",
    "hoppa": "skip",
    "skip": "skip",
    "andra": "change",
    "ändra": "change",
    "change": "change",
    "sprak": "language",
    "språk": "language",
    "language": "language",
    "radera": "erase",
    "delete": "erase",
}
_HINTS = {"location": "hint-place", "date": "hint-date", "time": "hint-time"}
_SAY_YES = frozenset({"ja", "yes"})


class Terminal:
    """Runs conversations line by line; one participation for each conversation."""

    def __init__(self, service: Service, texts: Texts) -> None:
        self._service = service
        self._texts = texts

    async def converse(self, code: str, language: str | None, typed: Typed, say: Say) -> None:
        """One conversation, until the person is done and input ends. Raises UnknownCode."""
        who = Who(code, "terminal", secrets.token_hex(16))
        outcome = await self._service.look(who, language)
        await say(self._opening(outcome))
        if not isinstance(outcome.screen, NoticeScreen):
            return
        outcome = await self._service.turn(who, Begin(outcome.state.language))
        await say(self.render(outcome))
        while (line := await typed()) is not None:
            outcome = await self._handle(who, outcome, line, say)

    async def _handle(self, who: Who, outcome: Outcome, line: str, say: Say) -> Outcome:
        command, _, rest = line.strip().partition(" ")
        name = COMMANDS.get(command[1:].casefold()) if command.startswith("/") else None
        if name == "erase":
            await say(await self._erase(who, outcome, rest))
            return await self._service.look(who)
        act = self._act(outcome, name, rest, line)
        if act is None:
            await say(self._unknown_command(outcome))
            return outcome
        before = outcome
        outcome = await self._service.turn(who, act)
        await say(self.render(outcome, before))
        return outcome

    def _act(self, outcome: Outcome, command: str | None, rest: str, line: str) -> Act | None:
        match command:
            case "back":
                return Back()
            case "skip":
                return Skip()
            case "language":
                return Speak(rest.strip())
            case "change":
                key = self._numbered(outcome, rest.strip())
                return Change(key) if key is not None else None
            case _ if line.startswith("/"):
                return None
        if isinstance(outcome.screen, QuestionScreen):
            return _typed_act(outcome.screen, line)
        return Write(line)

    def _numbered(self, outcome: Outcome, number: str) -> Key | None:
        questionnaire = outcome.survey.questionnaire
        notes = {question.id for question in questionnaire.question if isinstance(question, Note)}
        keys = path(questionnaire, outcome.state.answers)
        asked = [key for key in keys if key.question not in notes]
        answered = number.isdecimal() and 1 <= int(number) <= len(asked)
        return asked[int(number) - 1] if answered else None

    async def _erase(self, who: Who, outcome: Outcome, rest: str) -> str:
        language = outcome.state.language
        if rest.strip().casefold() not in _SAY_YES:
            asked = self._texts.say(language, "erase-confirm", title=outcome.survey.title)
            return f"{asked}\n{self._texts.say(language, 'terminal-erase-confirm')}"
        removed = await self._service.erase(who)
        return self._texts.say(language, "erase-done" if removed else "erase-none", n=removed)

    def _unknown_command(self, outcome: Outcome) -> str:
        language = outcome.state.language
        known = self._texts.say(language, "terminal-commands")
        return self._texts.say(language, "terminal-unknown-command", known=known)

    def _opening(self, outcome: Outcome) -> str:
        screen = outcome.screen
        if isinstance(screen, ShutScreen):
            return shut_text(screen, self._texts)
        if not isinstance(screen, NoticeScreen):
            return self.render(outcome)
        commands = self._texts.say(screen.language, "terminal-commands")
        notice = short_notice(screen, self._texts)
        return f"{screen.title}\n\n{notice}\n\n{screen.intro}\n\n{commands}"

    def render(self, outcome: Outcome, before: Outcome | None = None) -> str:
        """What is said after a turn: refusals first, then the screen."""
        lines = told(outcome.events, outcome.state.language, self._texts)
        if before is not None and before.state.language != outcome.state.language:
            lines.append(self._texts.say(outcome.state.language, "language-changed"))
        match outcome.screen:
            case QuestionScreen() as screen:
                lines.append(self._question(screen))
            case EndScreen() as screen:
                lines.append(self._end(screen, outcome))
            case ShutScreen() as screen:
                lines.append(shut_text(screen, self._texts))
            case NoticeScreen() as screen:
                lines.append(short_notice(screen, self._texts))
        return "\n".join(lines)

    def _question(self, screen: QuestionScreen) -> str:
        say, language = self._texts.say, screen.language
        question = screen.question
        lines = []
        if not isinstance(question, Note):
            lines.append(say(language, "progress", i=screen.index, n=screen.total))
        lines += [line for line in (screen.text, screen.help) if line]
        lines += [f"  {number}. {button.label}" for number, button in enumerate(screen.options, 1)]
        if screen.outside:
            first = len(screen.options) + 1
            labels = [f"{number}. {b.label}" for number, b in enumerate(screen.outside, first)]
            lines.append("  " + say(language, "terminal-outside", options="  ".join(labels)))
        lines += [f"  – {place.label}" for place in screen.places]
        if isinstance(question, Multi):
            lines.append("  " + say(language, "terminal-choose-several"))
        if (hint := _HINTS.get(question.kind)) is not None:
            lines.append("  " + say(language, hint))
        if screen.value is not None:
            answer = describe(question, screen.value, screen.survey, language)
            answer = answer or say(language, "not-answered")
            lines.append("  " + say(language, "terminal-current", answer=answer))
        return "\n".join(lines)

    def _end(self, screen: EndScreen, outcome: Outcome) -> str:
        say, language = self._texts.say, screen.language
        lines = [say(language, "thanks")]
        if outcome.receipt is not None:
            lines.append(receipt_text(screen.survey, outcome.receipt, language, self._texts))
        lines += [say(language, "your-answers") + ":"]
        for number, line in enumerate(screen.lines, start=1):
            lines.append(f"  {number}. {line.text} {line.answer or say(language, 'not-answered')}")
        lines.append(say(language, "terminal-change-which"))
        return "\n".join(lines)


def _typed_act(screen: QuestionScreen, line: str) -> Act:
    """A number in front of a consent's answer is that answer; all else is read by the question."""
    if isinstance(screen.question, Consent) and line.strip().isdecimal():
        place = int(line) - 1
        if 0 <= place < len(screen.options):
            return Choose((screen.options[place].id,))
    if isinstance(screen.question, Note) or (
        not line.strip() and not isinstance(screen.question, Single | Scale | Multi | Location)
    ):
        return Skip()
    return Write(line)
