"""Words sent twice because the reply was slow: the second time they are no answer to a question nobody has seen yet.

A typed text names no question, so the same words would otherwise land on the next one. Message numbers of a
private chat rise on both sides: a text with a lower number than the newest question was written before it was shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from surveys.conversation.path import current, path
from surveys.conversation.refusing import clean
from surveys.conversation.values import Choice, Choices, Words

if TYPE_CHECKING:
    from bot.service import Outcome
    from surveys.conversation.values import Value


def says_the_same(outcome: Outcome, text: str) -> bool:
    """Whether the screen before the one the person stands at was answered with these very words, or so ended."""
    state = outcome.state
    along = path(outcome.survey, state)
    here = current(state, along)
    place = along.screen_of(here) if here is not None else len(along.screens)
    if place == 0:
        return False
    value = state.answers.get(along.screens[place - 1][-1].key)
    return value is not None and clean(text) in _written(value)


def _written(value: Value) -> tuple[str, ...]:
    """What may have been typed to give a value: the words, or those on its open lines."""
    match value:
        case Words(text=text):
            return (text,)
        case Choice(other=str(text)):
            return (text,)
        case Choices(other=others):
            return tuple(others.values())
        case _:
            return ()


def on_its_way(pending: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the next question still waits to be sent, among the intents pending for a person."""
    return any(intent.get("answered") for intent in pending)


def written_before(message: int, last_message: int | None) -> bool:
    """Whether the person's `message` is older than the bot's newest one."""
    return last_message is not None and message < last_message
