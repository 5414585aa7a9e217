"""What a person has sent in one survey, line by line: what they may see and erase until closing (promise G12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conversation.path import path
from surveys.conversation.values import is_answer
from surveys.conversation.view import review_line

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from surveys.conversation.screens import ReviewLine


def sent_lines(outcome: Outcome) -> tuple[list[ReviewLine], list[ReviewLine]]:
    """What counts, in the order it is asked; and what is kept though it does not."""
    survey, state = outcome.survey, outcome.state
    along = path(survey, state)
    given = {key for key, value in state.answers.items() if is_answer(value) and along.knows(key)}
    active = [slot.key for slot in along.slots if slot.key in given]
    others = sorted(given.difference(active))
    return (
        [review_line(survey, state, key, outcome.pools) for key in active],
        [review_line(survey, state, key, outcome.pools) for key in others],
    )
