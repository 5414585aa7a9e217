"""Keying in paper forms: one after another, each a response of its own, by the rules of every channel.

Where chance deals questions out, the form is one without a number: everything stands on it.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from bot.outcomes import Outcome, Who
from bot.service import Service
from bot.terminal import Terminal
from surveys.conversation.dealing import undealt
from surveys.conversation.screens import EndScreen, QuestionScreen
from surveys.conversation.state import Begin
from surveys.conversation.values import is_answer

if TYPE_CHECKING:
    from bot.terminal import Say, Typed
    from surveys.texts import Texts

CHANNEL = "paper"
_SKIPPED = "/hoppa"
"""What an empty line means here: nothing stands on the paper."""
_UNDO = frozenset({"/angra", "/ångra", "/undo"})


class Entering(Terminal):
    """The terminal's conversation for a pile of forms; no receipt is shown, for nobody would get it."""

    def __init__(self, service: Service, texts: Texts) -> None:
        super().__init__(service, texts)
        self._source = CHANNEL

    async def enter(self, code: str, language: str | None, typed: Typed, say: Say) -> None:
        """Forms until input ends. Raises UnknownCode."""
        number = 1
        everything = undealt(await self._service.store.survey_named(code))
        while True:
            who = Who(code, CHANNEL, secrets.token_hex(16))
            outcome = await self._service.turn(
                who, Begin(language), source=self._source, dealt=everything
            )
            if not isinstance(outcome.screen, QuestionScreen):
                await say(self.render(outcome))
                return
            spoken = outcome.state.language
            heading = self._texts.say(spoken, "enter-form", number=number)
            await say(f"{heading}\n{self.render(outcome)}")
            kept = await self._form(who, outcome, typed, say)
            if kept is None:
                return
            number += kept

    async def _form(self, who: Who, outcome: Outcome, typed: Typed, say: Say) -> int | None:
        """One form. 1 when it stands, 0 when it was undone, None when input ended."""
        language = outcome.state.language
        while (line := await typed()) is not None:
            if line.strip().casefold() in _UNDO:
                await self._service.erase(who)
                await say(self._texts.say(language, "enter-undone"))
                return 0
            if isinstance(outcome.screen, EndScreen) and not line.strip():
                return 1
            said = line if line.strip() else _SKIPPED
            outcome = await self._handle(who, outcome, said, say)
            if isinstance(outcome.screen, EndScreen):
                await say(self._texts.say(language, "enter-next"))
        if not any(is_answer(value) for value in outcome.state.answers.values()):
            await self._service.erase(who)
        return None

    def _receipt(self, outcome: Outcome) -> str | None:
        return None
