"""Words sent twice because the reply was slow: the second time they are no answer to a question nobody has seen yet.

A typed text names no question, so the same words would otherwise land on the next one. Message numbers of a
private chat rise on both sides: a text with a lower number than the newest question was written before it was shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from surveys.conversation.path import current, path
from surveys.conversation.refusing import clean
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.values import Choice, Choices
from surveys.conversation.values import Words as Said

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from bot.telegram.incoming.reading import Heard
    from surveys.conversation.screens import Screen
    from surveys.conversation.values import Value
    from surveys.store.records import Address, Shown
    from surveys.store.store import Store


@dataclass(frozen=True, slots=True)
class Written:
    """Words, and how they came."""

    heard: Heard
    text: str


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
        case Said(text=text):
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


def written_before(heard: Heard, shown: Shown) -> bool:
    """Whether the person wrote before the question they are at was shown.

    A question that replaced another in its message is newer than that message's number: Telegram's clock tells.
    Nobody reads a question and writes an answer within the same second.
    """
    if shown.asked_message is None:
        return False
    edited = shown.edited_s is not None and heard.at <= shown.edited_s
    return edited or heard.message < shown.asked_message


class Words(Enum):
    """What typed words are."""

    NEW = auto()
    AGAIN = auto()
    """The same words, written before the next question could be read."""
    UNSEEN = auto()
    """The question has never reached the person; or the same words, and it may stand above an older one."""
    EARLY = auto()
    """Other words, written before the question they would answer was shown."""


def question_of(screen: Screen) -> str:
    """What a screen asks, as the store remembers what somebody was asked; empty where it asks nothing."""
    return "/".join(screen.key) if isinstance(screen, QuestionScreen) else ""


async def compared(store: Store, outcome: Outcome, address: Address, one: Written) -> Words:
    """Whether typed words are meant for the question the person is at: words name none."""
    shown = await store.shown(outcome.survey.id, address)
    if shown is None:
        return Words.NEW
    waits = on_its_way(shown.waiting)
    unseen = shown.asked is not None and shown.asked != question_of(outcome.screen)
    if unseen and not waits:
        return Words.UNSEEN
    same = says_the_same(outcome, one.text)
    if waits or written_before(one.heard, shown):
        return Words.AGAIN if same else Words.EARLY
    if shown.edited_s is None:
        return Words.NEW
    # A copy that nobody knows of may stand below the question, and be what they have answered: it is asked anew.
    return Words.UNSEEN if same else Words.EARLY


async def is_newest(store: Store, outcome: Outcome, address: Address, message: int) -> bool:
    """Whether nothing newer than an answered message is known to be in the chat, and nothing is on its way.

    The reply has been lost then, or stands above a copy that nobody knew of.
    """
    shown = await store.shown(outcome.survey.id, address)
    return shown is not None and not shown.waiting and message >= (shown.last_message or 0)
