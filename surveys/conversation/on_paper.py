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

    from surveys.conversation.dealing import Deal
    from surveys.conversation.screens import QuestionScreen
    from surveys.conversation.slot import Slot
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


class _Everything(Path):
    """The whole plan, walked without asking whether a question applies."""

    def __init__(self, survey: Survey, state: State, deal: Deal | None = None) -> None:
        super().__init__(survey, state)
        self._deal = deal
        self._walk(state, self.plan.slots, [])

    def _walk(self, state: State, slots: Iterable[Slot], walked: list[Slot]) -> None:
        asked = (slot for slot in slots if slot.asked)
        self.slots = (
            *walked,
            *(part for slot in asked for part in on_paper(self.survey, slot, self._deal)),
        )

    def question(self, slot: Slot) -> AnyQuestion:
        """With all its options: on paper none can be taken away."""
        return part_question(slot) if slot.part else slot.question


def on_paper(survey: Survey, slot: Slot, deal: Deal | None = None) -> Iterator[Slot]:
    """A slot as it is printed: of a question of statements each of the organiser's, and a line for one's own.

    `deal`: what of it stands on this form, where not everything does.
    """
    question = slot.question
    if not isinstance(question, Statements):
        yield slot
        return
    dealt = deal.statements.get(question.id) if deal is not None else None
    for number, _ in seeds(survey.questionnaire, survey.fill, question):
        if dealt is None or number in dealt:
            yield part_at(slot, number)
    if question.allow_new:
        yield part_at(slot, OWN)


def state_on_paper(language: str, deal: Deal | None = None) -> State:
    """Where nothing is filled in yet."""
    return State(language=language, begun=True, facts={"drawn": deal.drawn} if deal else {})


def screens_on_paper(
    survey: Survey, language: str, deal: Deal | None = None
) -> tuple[QuestionScreen, ...]:
    """One screen for each question or table on the form, in its order, with nothing filled in."""
    state = state_on_paper(language, deal)
    along = _Everything(survey, state, deal)
    return tuple(question_screen(survey, state, along, slots[0].key) for slots in along.screens)


def fits_on_paper(survey: Survey) -> bool:
    """Whether everybody gets the same questions; where chance deals them out, no one form holds them."""
    voted = statement_questions(survey.questionnaire)
    return not sampled(survey) and all(
        pool_of(survey, {}, question).everybody_gets_all for question in voted
    )
