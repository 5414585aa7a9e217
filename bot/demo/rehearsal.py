"""Eighteen invented people for any questionnaire at all: the cast of a practice copy."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from bot.demo.participants import Persona, filler, place_texts
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Act, Choose, Rejected, Skip, Write
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Consent, File, FreeText, Photo, Scale
from surveys.simulation.acting import likely_act

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from surveys.survey import Survey

CAST = 18
"""People in a rehearsal: as many as answered the seed's first meeting."""
_ASKS_FOR_CHANGE = re.compile(
    r"annorlunda|sämre|oense|sakna|svår|problem|hind|förbättr", re.IGNORECASE
)
_SILENT = 0.25
"""How often somebody leaves a line to write on empty."""


def cast_of(survey: Survey) -> list[Persona]:
    """The people; the same for the same survey, and no text is said twice to one question."""
    random = Random(survey.code)  # noqa: S311 - invented people, no secrets
    said = {
        question.id: _spread(_texts(question), CAST, random)
        for question in survey.questionnaire.question
        if isinstance(question, FreeText)
    }
    language = "sv" if "sv" in survey.languages else survey.languages[0]
    return [
        Persona(
            f"rehearsal {survey.code} {number}",
            {question: texts[number] for question, texts in said.items()},
            language,
            number,
        )
        for number in range(CAST)
    ]


def _texts(question: FreeText) -> list[str]:
    """What people could say to a question: about a square, in praise, or in wish of something else."""
    if question.id in place_texts():
        return list(place_texts()[question.id])
    wished = _ASKS_FOR_CHANGE.search(say(question.text, "sv")) is not None
    return [text for asked, text in filler() if (asked == "change") is wished]


def _spread(texts: list[str], count: int, random: Random) -> list[str]:
    """One text each, in an order of chance; some, and those for whom there is none, write nothing."""
    random.shuffle(texts)
    lines = [text if random.random() > _SILENT else "" for text in texts[:count]]
    return lines + [""] * (count - len(lines))


def rehearse(outcome: Outcome, persona: Persona, random: Random) -> Act:
    """What one of the cast does at a question of any kind; what was refused is passed over."""
    shown = outcome.screen
    assert isinstance(shown, QuestionScreen)
    if any(isinstance(event, Rejected) for event in outcome.events):
        return Skip(shown.key)
    if shown.key == RESPONDENT:
        return _named(shown, persona)
    match shown.question:
        case FreeText(id=name):
            return Write(persona.texts.get(name, ""), shown.key)
        case Scale() if not shown.rows:
            return Choose((_leaning(shown, random),), shown.key)
        case Photo() | File() | Consent():
            return Skip(shown.key)
        case _:
            return likely_act(shown, random)


def _named(shown: QuestionScreen, persona: Persona) -> Act:
    if shown.options:
        return Choose((shown.options[persona.number % len(shown.options)].id,), shown.key)
    return Write(f"Grupp {persona.number + 1}", shown.key)


def _leaning(shown: QuestionScreen, random: Random) -> str:
    """Most people in a room are fairly content; some are not."""
    middle = 0.68 * (len(shown.options) - 1)
    place = round(random.gauss(middle, 0.9))
    return shown.options[min(max(place, 0), len(shown.options) - 1)].id
