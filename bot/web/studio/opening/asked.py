"""What a questionnaire wants to know before it can be opened, as fields of a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.opening import interface_languages
from bot.web.studio.opening.lines import lines_of
from surveys.conversation.respondent import RESPONDENT, respondent_question
from surveys.questionnaire.coverage import complete_languages
from surveys.survey import Fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from surveys.questionnaire.languages import Text
    from surveys.questionnaire.models import Dimension, Questionnaire

FIRST = {"sv": 0, "en": 1}
"""Languages that come first where an organiser writes in several."""
LIST, ANSWER = "list-", "answer-"
"""How the fields of dimensions and of the organiser's own questions begin."""


@dataclass(frozen=True, slots=True)
class ListField:
    """One list with an entry on each line. `about` are the questions that use it; None: it lists who answers."""

    name: str
    about: tuple[Text, ...] | None
    lines: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of one questionnaire's opening."""

    lists: tuple[ListField, ...]
    answers: tuple[tuple[str, Text], ...]
    waves: tuple[str, ...]
    places: bool
    statements: bool
    dialogue: bool
    languages: tuple[str, ...]

    @property
    def fills(self) -> bool:
        """Whether there is anything to fill in for this survey alone."""
        return bool(self.lists) or self.needs

    @property
    def needs(self) -> bool:
        """Whether something of it must be filled in, or nearly always is."""
        required = any(not each.optional for each in self.lists)
        return bool(required or self.answers or self.waves or self.places or self.statements)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of the lists."""
        return tuple(each.name for each in self.lists)


def asked_by(questionnaire: Questionnaire) -> Asked:
    """The fields that opening it needs."""
    questions = questionnaire.question
    kinds = {question.kind for question in questions}
    waves = dict.fromkeys(wave for each in questions for wave in each.variants or ())
    complete = complete_languages(questionnaire)
    spoken = [tag for tag in interface_languages() if tag in complete]
    return Asked(
        lists=tuple(_lists(questionnaire)),
        answers=tuple(
            (f"{ANSWER}{each.id}", each.text) for each in questions if each.role == "organiser"
        ),
        waves=tuple(waves),
        places="location" in kinds,
        statements="statements" in kinds,
        dialogue=questionnaire.purpose == "dialogue",
        languages=tuple(sorted(spoken, key=lambda tag: FIRST.get(tag, len(FIRST)))),
    )


def _lists(questionnaire: Questionnaire) -> Iterator[ListField]:
    for dimension in questionnaire.dimension:
        if dimension.filled_by == "organiser":
            about = tuple(_using(questionnaire, dimension))
            lines = lines_of(dimension.items)
            yield ListField(f"{LIST}{dimension.id}", about, lines, dimension.optional)
    if respondent_question(questionnaire, Fill()) is not None:
        yield ListField(f"{LIST}{RESPONDENT.question}", None, "", optional=True)


def _using(questionnaire: Questionnaire, dimension: Dimension) -> Iterator[Text]:
    for question in questionnaire.question:
        named = {*question.loop, getattr(question, "options_from", None)}
        named.add(getattr(question, "rows_from", None))
        if dimension.id in named:
            yield question.text
