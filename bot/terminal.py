"""The conversation in a terminal: the same service and screens, lines in and lines out."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bot.after_closing import after_closing
from bot.documents import UnreadableFile
from bot.outcomes import Outcome, Who
from bot.service import Service
from bot.taking import take_document, take_photo
from bot.terminal_screens import after_lines, end_lines, letter, question_lines
from bot.wording import is_late, short_notice, shut_text, told
from surveys.conversation.path import current, path
from surveys.conversation.screens import EndScreen, NoticeScreen, QuestionScreen, ShutScreen
from surveys.conversation.state import Act, Back, Begin, Change, Choose, Key, Skip, Speak, Write
from surveys.conversation.view import reviewed
from surveys.errors import AlreadyAnswered, NotOpen, UnknownReceipt
from surveys.questionnaire.models import (
    Consent,
    File,
    Location,
    Multi,
    Note,
    Photo,
    Scale,
    Single,
)

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
    "paus": "pause",
    "pause": "pause",
    "fortsatt": "continue",
    "fortsätt": "continue",
    "continue": "continue",
    "radera": "erase",
    "delete": "erase",
}
_ROW = re.compile(r"\s*(?P<row>[A-Za-z]{1,2})\s*[:=]\s*(?P<answer>\S.*)")
LARGEST_FILE = 20_000_000
"""Bytes that are read from a path at all; the question has its own limit."""
_SAY_YES = frozenset({"ja", "yes"})


class Terminal:
    """Runs conversations line by line; one participation for each conversation."""

    def __init__(
        self,
        service: Service,
        texts: Texts,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._service = service
        self._texts = texts
        self._wait = pause
        self._source = "self"

    async def converse(self, code: str, language: str | None, typed: Typed, say: Say) -> None:
        """One conversation, until the person is done and input ends. Raises UnknownCode."""
        who = Who(code, "terminal", secrets.token_hex(16))
        outcome = await self._service.look(who, language)
        await say(await self._opening(outcome))
        if not isinstance(outcome.screen, NoticeScreen):
            return
        outcome = await self._service.turn(who, Begin(outcome.state.language))
        await say(self.render(outcome))
        while (line := await self._line(who, outcome, typed, say)) is not None:
            outcome = await self._handle(who, outcome, line, say)
        stopped = outcome.state.answers and isinstance(outcome.screen, QuestionScreen)
        if stopped and outcome.receipt is not None:
            await say(self._pause(outcome))

    async def _line(self, who: Who, outcome: Outcome, typed: Typed, say: Say) -> str | None:
        """What is typed next. Where people talk until a certain time, they are told when it is up."""
        clock = outcome.screen.clock if isinstance(outcome.screen, QuestionScreen) else None
        if clock is None or not clock.seconds:
            return await typed()
        reading = asyncio.ensure_future(typed())
        ringing = asyncio.ensure_future(self._wait(clock.seconds))
        try:
            await asyncio.wait({reading, ringing}, return_when=asyncio.FIRST_COMPLETED)
            if not reading.done():
                await say(self.render(await self._service.look(who)))
            return await reading
        finally:
            reading.cancel()
            ringing.cancel()

    async def _handle(self, who: Who, outcome: Outcome, line: str, say: Say) -> Outcome:
        command, _, rest = line.strip().partition(" ")
        name = COMMANDS.get(command[1:].casefold()) if command.startswith("/") else None
        if name == "erase":
            await say(await self._erase(who, outcome, rest))
            return await self._service.look(who)
        if name == "pause":
            await say(self._pause(outcome))
            return outcome
        if name == "continue":
            return await self._continue(who, outcome, rest, say)
        if name is None and not line.startswith("/") and _asks_for_file(outcome):
            return await self._send_file(who, outcome, line, say)
        return await self._take(who, outcome, self._act(outcome, name, rest, line), say)

    async def _take(self, who: Who, outcome: Outcome, act: Act | None, say: Say) -> Outcome:
        if act is None:
            await say(self._unknown_command(outcome))
            return outcome
        before = outcome
        outcome = await self._service.turn(who, act, source=self._source)
        shown = self.render(outcome, before)
        if is_late(act, outcome.screen):
            shown = f"{shown} {self._texts.say(outcome.screen.language, 'too-late')}"
        await say(shown)
        return outcome

    def _receipt(self, outcome: Outcome) -> str | None:
        return outcome.receipt

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
        asked = reviewed(outcome.survey, outcome.state, outcome.pools)
        answered = number.isdecimal() and 1 <= int(number) <= len(asked)
        return asked[int(number) - 1] if answered else None

    async def _erase(self, who: Who, outcome: Outcome, rest: str) -> str:
        language = outcome.state.language
        if rest.strip().casefold() not in _SAY_YES:
            asked = self._texts.say(language, "erase-confirm", title=outcome.survey.title)
            return f"{asked}\n{self._texts.say(language, 'terminal-erase-confirm')}"
        removed = await self._service.erase(who)
        return self._texts.say(language, "erase-done" if removed else "erase-none", n=removed)

    def _pause(self, outcome: Outcome) -> str:
        return self._texts.say(
            outcome.state.language, "terminal-paused", code=outcome.receipt or ""
        )

    async def _continue(self, who: Who, outcome: Outcome, receipt: str, say: Say) -> Outcome:
        """Goes on with what the holder of a receipt has answered, here or in another channel."""
        language = outcome.state.language
        try:
            joined = await self._service.join(who, receipt.strip().upper())
        except UnknownReceipt:
            await say(self._texts.say(language, "terminal-unknown-receipt"))
            return outcome
        except AlreadyAnswered:
            await say(self._texts.say(language, "terminal-already-answered"))
            return outcome
        except NotOpen:
            await say(self._texts.say(language, "closed"))
            return outcome
        await say(self.render(joined))
        return joined

    async def _send_file(self, who: Who, outcome: Outcome, line: str, say: Say) -> Outcome:
        """A document or a picture by its path; an empty line passes over the question."""
        if not line.strip():
            return await self._take(who, outcome, Skip(), say)
        assert isinstance(outcome.screen, QuestionScreen)
        question, key = outcome.screen.question, outcome.screen.key
        kind = "photo" if isinstance(question, Photo) else "file"
        path_typed = line.strip().strip("\"'")
        data = await asyncio.to_thread(_contents, path_typed)
        language = outcome.state.language
        if data is None:
            told = self._texts.say(language, "terminal-no-file", path=path_typed)
            await say(f"{told}\n{self.render(outcome)}")
            return outcome
        act: Act
        try:
            if isinstance(question, Photo):
                act = await take_photo(self._service, who, data, key)
            else:
                name = Path(path_typed).name
                act = await take_document(self._service, who, data, name, key)
        except UnreadableFile:
            types = ", ".join(question.types) if isinstance(question, File) else ""
            told = self._texts.say(language, f"rejected-unreadable-{kind}", types=types)
            await say(f"{told}\n{self.render(outcome)}")
            return outcome
        return await self._take(who, outcome, act, say)

    def _unknown_command(self, outcome: Outcome) -> str:
        language = outcome.state.language
        known = self._texts.say(language, "terminal-commands")
        return self._texts.say(language, "terminal-unknown-command", known=known)

    async def _opening(self, outcome: Outcome) -> str:
        screen = outcome.screen
        if isinstance(screen, ShutScreen):
            return "\n".join([shut_text(screen, self._texts), *await self._came_of(screen)])
        if not isinstance(screen, NoticeScreen):
            return self.render(outcome)
        commands = self._texts.say(screen.language, "terminal-commands")
        notice = short_notice(screen, self._texts)
        return f"{screen.title}\n\n{notice}\n\n{screen.intro}\n\n{commands}"

    async def _came_of(self, screen: ShutScreen) -> list[str]:
        if screen.reason != "closed":
            return []
        service = self._service
        after = await after_closing(service.store, screen.survey, service.clock())
        return after_lines(after, screen.language, self._texts)

    def render(self, outcome: Outcome, before: Outcome | None = None) -> str:
        """What is said after a turn: refusals first, then the screen."""
        lines = told(outcome.events, outcome.state.language, self._texts)
        if before is not None and before.state.language != outcome.state.language:
            lines.append(self._texts.say(outcome.state.language, "language-changed"))
        match outcome.screen:
            case QuestionScreen() as screen:
                lines += question_lines(screen, _here(outcome), self._texts)
            case EndScreen() as screen:
                lines += end_lines(screen, self._receipt(outcome), self._texts)
            case ShutScreen() as screen:
                lines.append(shut_text(screen, self._texts))
            case NoticeScreen() as screen:
                lines.append(short_notice(screen, self._texts))
        return "\n".join(lines)


def _asks_for_file(outcome: Outcome) -> bool:
    screen = outcome.screen
    return isinstance(screen, QuestionScreen) and isinstance(screen.question, File | Photo)


def _contents(path: str) -> bytes | None:
    """What a file holds; None where nothing can be read."""
    try:
        with Path(path).expanduser().open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except (OSError, ValueError):
        return None


def _here(outcome: Outcome) -> Key | None:
    return current(outcome.state, path(outcome.survey, outcome.state))


def _typed_act(screen: QuestionScreen, line: str) -> Act:
    """A number in front of a consent's answer is that answer; all else is read by the question."""
    if screen.rows:
        return _typed_in_table(screen, line)
    if isinstance(screen.question, Consent) and line.strip().isdecimal():
        place = int(line) - 1
        if 0 <= place < len(screen.options):
            return Choose((screen.options[place].id,))
    if isinstance(screen.question, Note) or (
        not line.strip() and not isinstance(screen.question, Single | Scale | Multi | Location)
    ):
        return Skip()
    return Write(line)


def _typed_in_table(screen: QuestionScreen, line: str) -> Act:
    """`4` answers the next row, `4 4 2` all of them, `b: 4` the row b; nothing passes over the rest."""
    if not line.strip():
        return Skip()
    if (match := _ROW.fullmatch(line)) is not None:
        rows = {letter(number): row.key for number, row in enumerate(screen.rows)}
        if (key := rows.get(match["row"].casefold())) is not None:
            return Write(match["answer"], key)
    return Write(line)
