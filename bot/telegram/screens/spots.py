"""Where a question stands in the survey's plan, in each turn of its loop: what a button carries instead of ids."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

from bot.telegram.screens.codec import Does, OldButton, Press, base36
from surveys.conversation.parts import MORE, OWN, STATEMENTS, part_at
from surveys.conversation.plan import plan_of
from surveys.conversation.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from surveys.conversation.slot import Slot
    from surveys.survey import Survey

_CHECKS = 36**3


def press_on(
    survey: Survey, key: Key, does: Does, *, revision: int = 0, number: int | None = None
) -> Press:
    """A button about a question in a turn; the same button for everybody, whatever items chance gave them."""
    places = plan_of(survey).by_key
    whole = key if key in places else Key(key.question)
    return Press(
        code=survey.code,
        does=does,
        place=next(place for place, known in enumerate(places) if known == whole),
        check=check_of(key) if key in places else _name_of(key),
        revision=revision,
        number=number,
    )


def slot_of(survey: Survey, press: Press, handed: Iterable[Key] = ()) -> Slot:
    """The question and turn a button is about; `handed` are the statements that lie before the person.

    Raises OldButton when the survey has no such thing any more.
    """
    slots = plan_of(survey).slots
    if press.place is None or not 0 <= press.place < len(slots):
        raise OldButton
    slot = slots[press.place]
    if slot.question.kind == STATEMENTS:
        return _part(slot, press, handed)
    if check_of(slot.key) != press.check:
        raise OldButton
    return slot


def _part(slot: Slot, press: Press, handed: Iterable[Key]) -> Slot:
    """Which part of a question of statements: no plan numbers them, so that a button names one by its hash."""
    name = slot.key.question
    parts = [Key(name, OWN), Key(name, MORE), *(key for key in handed if key.question == name)]
    found = next((key for key in parts if _name_of(key) == press.check), None)
    if found is None:
        raise OldButton
    return part_at(slot, found.turn)


def _name_of(key: Key) -> str:
    return hashlib.sha256(f"{key.question} {key.turn}".encode()).hexdigest()[:10]


def check_of(key: Key) -> str:
    """At most three digits that change when the question or the turn does."""
    return base36(zlib.crc32(f"{key.question} {key.turn}".encode()) % _CHECKS)
