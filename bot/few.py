"""Which questions' counts would tell what the few have answered: only some are asked a follow-up question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conversation.plan import plan_of
from surveys.conversation.state import Key
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from surveys.survey import Counts, QuestionCount, Survey


def withheld(survey: Survey, counts: Counts) -> frozenset[Key]:
    """Questions that only some are asked, while they are few, or all but a few: that somebody was asked it tells what
    they answered before.
    """
    slots = plan_of(survey).by_key
    base = max((count.shown for count in counts.questions), default=0)
    return frozenset(
        key
        for count in counts.questions
        if (key := Key(count.id, count.turn)) in slots
        and slots[key].condition is not None
        and _few(count, base)
    )


def _few(count: QuestionCount, base: int) -> bool:
    return count.shown < K_MIN or 0 < base - count.shown < K_MIN
