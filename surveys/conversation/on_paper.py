"""Every screen there can be, as a form on paper shows them: whatever the conditions say, and all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conversation.drawing import sampled
from surveys.conversation.path import Path
from surveys.conversation.state import State
from surveys.conversation.view import question_screen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from surveys.conversation.plan import Slot
    from surveys.conversation.screens import QuestionScreen
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


class _Everything(Path):
    """The whole plan, walked without asking whether a question applies."""

    def _walk(self, state: State, slots: Iterable[Slot], walked: list[Slot]) -> None:
        self.slots = (*walked, *(slot for slot in slots if slot.asked))

    def question(self, slot: Slot) -> AnyQuestion:
        """With all its options: on paper none can be taken away."""
        return slot.question


def screens_on_paper(survey: Survey, language: str) -> tuple[QuestionScreen, ...]:
    """One screen for each question or table of the plan, in its order, with nothing filled in."""
    state = State(language=language, begun=True)
    along = _Everything.of(survey, state)
    return tuple(question_screen(survey, state, along, slots[0].key) for slots in along.screens)


def fits_on_paper(survey: Survey) -> bool:
    """Whether everybody gets the same questions; where chance deals them out, no one form holds them."""
    return not sampled(survey)
