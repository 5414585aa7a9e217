"""Words sent twice because the reply was slow: the second time they are no answer to a question nobody has seen yet.

A typed text names no question, so the same words would otherwise land on the next one. Message numbers of a
private chat rise on both sides: a text with a lower number than the newest question was written before it was shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from surveys.conversation.path import current, path
from surveys.conversation.refusing import clean
from surveys.conversation.values import Words

if TYPE_CHECKING:
    from bot.service import Outcome


def says_the_same(outcome: Outcome, text: str) -> bool:
    """Whether the question before the one the person stands at was answered with these very words."""
    state = outcome.state
    keys = path(outcome.survey.questionnaire, state.answers)
    here = current(state, keys)
    place = keys.index(here) if here is not None else len(keys)
    return place > 0 and state.answers.get(keys[place - 1]) == Words(clean(text))


def on_its_way(pending: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the next question still waits to be sent, among the intents pending for a person."""
    return any(intent.get("answered") for intent in pending)


def written_before(message: int, last_message: int | None) -> bool:
    """Whether the person's `message` is older than the bot's newest one."""
    return last_message is not None and message < last_message
