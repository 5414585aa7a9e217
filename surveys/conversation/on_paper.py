"""Every screen there can be, as a form on paper shows them: whatever the conditions say, and all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conversation.drawing import sampled
from surveys.conversation.handing import pool_of
from surveys.conversation.parts import OWN, part_at, part_question
from surveys.conversation.path import Path
from surveys.conversation.state import State
from surveys.conversation.view import question_screen
from surveys.questionnaire.models import Statements
from surveys.statements import seeds, statement_questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from surveys.conversation.plan import Slot
    from surveys.conversation.screens import QuestionScreen
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


class _Everything(Path):
    """The whole plan, walked without asking whether a question applies."""

    def _walk(self, state: State, slots: Iterable[Slot], walked: list[Slot]) -> None:
        asked = (slot for slot in slots if slot.asked)
        self.slots = (*walked, *(part for slot in asked for part in on_paper(self.survey, slot)))

    def question(self, slot: Slot) -> AnyQuestion:
        """With all its options: on paper none can be taken away."""
        return part_question(slot) if slot.part else slot.question


def on_paper(survey: Survey, slot: Slot) -> Iterator[Slot]:
    """A slot as it is printed: of a question of statements each of the organiser's, and a line for one's own."""
    question = slot.question
    if not isinstance(question, Statements):
        yield slot
        return
    for number, _ in seeds(survey.questionnaire, survey.fill, question):
        yield part_at(slot, number)
    if question.allow_new:
        yield part_at(slot, OWN)


def screens_on_paper(survey: Survey, language: str) -> tuple[QuestionScreen, ...]:
    """One screen for each question or table of the plan, in its order, with nothing filled in."""
    state = State(language=language, begun=True)
    along = _Everything.of(survey, state)
    return tuple(question_screen(survey, state, along, slots[0].key) for slots in along.screens)


def fits_on_paper(survey: Survey) -> bool:
    """Whether everybody gets the same questions; where chance deals them out, no one form holds them."""
    voted = statement_questions(survey.questionnaire)
    return not sampled(survey) and all(
        pool_of(survey, {}, question).everybody_gets_all for question in voted
    )
