"""What becomes of a person's own message: a silent receipt on it, and what an edit of it means.

Which message gave which answer is kept in memory only, for as long as people correct a slip of the thumb. After a
restart an edit is met with a word on how an answer is changed.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.telegram.outgoing.intents import intents, note
from surveys.conversation.state import Accepted, Rejected, Write
from surveys.conversation.values import is_answer

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from bot.telegram.replying import One, Replies
    from surveys.conversation.state import Key

RECEIPT = "✍"
"""Noted. Never a thumb: the bot has no opinion on what people think."""
MOST = 5000
"""Messages that are remembered, of all people together."""


@dataclass(frozen=True, slots=True)
class Given:
    """The question that a message was meant for."""

    code: str
    key: Key


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Knows which message was meant for which question."""

    replies: Replies
    _given: OrderedDict[tuple[int, int], Given] = field(default_factory=OrderedDict)

    def took(self, one: One, outcome: Outcome | None) -> None:
        """After a turn: the receipt, when the message was taken as an answer."""
        message = one.heard.message
        if outcome is None or outcome.duplicate or not message:
            return
        for event in outcome.events:
            match event:
                case Accepted(key=key, value=value):
                    self._remember(one, Given(outcome.survey.code, key))
                    if is_answer(value):
                        self.replies.sender.react(one.heard.chat, message, RECEIPT)
                    return
                case Rejected(key=key) if key is not None:
                    self._remember(one, Given(outcome.survey.code, key))
                    return

    async def edited(self, one: One, text: str) -> None:
        """The message says something else now: so does the answer it gave. A word where it gave none."""
        replies, given = self.replies, self._given.get((one.heard.chat, one.heard.message))
        code = await replies.current(one)
        if code is None:
            await replies.settle(one)
        elif given is None or given.code != code:
            await replies.tell(one, await replies.look(one, code), "telegram-edit-how")
        else:
            await self._changed(one, given, text)

    async def _changed(self, one: One, given: Given, text: str) -> None:
        act = Write(text, given.key)

        def messages(outcome: Outcome) -> list[dict[str, Any]]:
            taken = any(isinstance(event, Accepted) for event in outcome.events)
            told = (note("telegram-edited"),) if taken else ()
            return intents(given.code, act, None, *told)(outcome)

        self.took(one, await self.replies.turn_with(one, given.code, act, messages))

    def _remember(self, one: One, given: Given) -> None:
        self._given[one.heard.chat, one.heard.message] = given
        while len(self._given) > MOST:
            self._given.popitem(last=False)
