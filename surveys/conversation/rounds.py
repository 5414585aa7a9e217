"""Talk in rounds: where each item of a dimension takes so many minutes, the time of its round is kept.

Two notes stand before a round's questions: one that begins it, and one for as long as people talk. What they read says
who tells, asks and listens; the roles move on with the rounds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from surveys.conversation.state import Key
from surveys.questionnaire.models import Note
from surveys.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from surveys.conversation.slot import Slot
    from surveys.questionnaire.languages import Text
    from surveys.questionnaire.models import Dimension, Unit

BEGINS, TALK = "round_begins", "round_talk"
"""The ids of the two notes; reserved."""
THREE = 3
ROLES = ("tells", "asks", "listens")


class Round(Note):
    """A note of a round that takes so many minutes; `roles` says what the first device's person does, from 0."""

    minutes: int
    roles: int | None = None


def notes_of(dimension: Dimension, unit: Unit, place: int) -> Iterator[Round]:
    """The two notes of a dimension's round number `place`, from 0; none where nobody keeps the time."""
    minutes = dimension.minutes
    if minutes is None:
        return
    roles = place % THREE if unit == "triad" else None
    for name in (BEGINS, TALK):
        text = _said(name.replace("_", "-"), round=f"{{{dimension.id}}}", minutes=minutes)
        who = _said("round-roles", **_people(roles)) if roles is not None else None
        yield Round(kind="note", id=name, text=text, help=who, minutes=minutes, roles=roles)


def _said(text_id: str, **arguments: str | int) -> Text:
    words = Texts("surveys")
    return {tag: words.say(tag, text_id, **arguments) for tag in words.languages}


def _people(roles: int) -> dict[str, int]:
    """Who has each role, as people count: 1, 2, 3."""
    return {role: (roles + number) % THREE + 1 for number, role in enumerate(ROLES)}


def own_role(asked: Round, seat: int, seats: int) -> Text | None:
    """What the person at this device does in the round; None unless each of three has a device."""
    if asked.roles is None or seats != THREE:
        return None
    return _said(f"round-own-{ROLES[(seat - asked.roles) % THREE]}", person=seat + 1)


def begun(slots: Iterable[Slot], now: dt.datetime) -> dict[str, dt.datetime]:
    """When the rounds that these notes begin are over, by turn."""
    return {
        slot.key.turn: now + dt.timedelta(minutes=slot.question.minutes)
        for slot in slots
        if isinstance(slot.question, Round) and slot.question.id == BEGINS
    }


def time_of(slot: Slot, clocks: Mapping[str, dt.datetime]) -> dt.datetime | None:
    """When the round whose talk this is is over; None where nobody has begun it, or nobody keeps the time."""
    return clocks.get(slot.key.turn) if slot.key == Key(TALK, slot.key.turn) else None
