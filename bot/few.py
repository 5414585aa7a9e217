"""Which questions are not counted while one looks on: how many were asked a follow-up tells what they answered before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.holding import sources_of
from surveys.conversation.plan import plan_of

if TYPE_CHECKING:
    from surveys.conversation.state import Key
    from surveys.survey import Survey


def withheld(survey: Survey) -> frozenset[Key]:
    """Questions that an earlier answer decides about.

    Whoever looks before and after one person sees whether that one was asked, however many there are. Reports and walls
    count them, by five at a time (decision 0034).
    """
    plan = plan_of(survey)
    return frozenset(
        key
        for key, slot in plan.by_key.items()
        if any(source.question.role is None for source in sources_of(plan, slot))
    )
