"""Where a question stands in the survey's plan, in each turn of its loop: what a button carries instead of ids."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from bot.telegram.screens.codec import Does, OldButton, Press, base36
from surveys.conversation.plan import plan_of

if TYPE_CHECKING:
    from surveys.conversation.plan import Slot
    from surveys.conversation.state import Key
    from surveys.survey import Survey

_CHECKS = 36**3


def press_on(
    survey: Survey, key: Key, does: Does, *, revision: int = 0, number: int | None = None
) -> Press:
    """A button about a question in a turn; the same button for everybody, whatever items chance gave them."""
    places = plan_of(survey).by_key
    return Press(
        code=survey.code,
        does=does,
        place=next(place for place, known in enumerate(places) if known == key),
        check=check_of(key),
        revision=revision,
        number=number,
    )


def slot_of(survey: Survey, press: Press) -> Slot:
    """The question and turn a button is about. Raises OldButton when the survey has no such thing any more."""
    slots = plan_of(survey).slots
    if press.place is None or not 0 <= press.place < len(slots):
        raise OldButton
    slot = slots[press.place]
    if check_of(slot.key) != press.check:
        raise OldButton
    return slot


def check_of(key: Key) -> str:
    """At most three digits that change when the question or the turn does."""
    return base36(zlib.crc32(f"{key.question} {key.turn}".encode()) % _CHECKS)
