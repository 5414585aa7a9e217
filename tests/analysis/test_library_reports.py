"""Every questionnaire that ships gives a report, whatever was answered and in both languages."""

from __future__ import annotations

import random

import pytest
from meetings import data_of, survey

from analysis.report.as_json import to_json
from analysis.report.build import build_report, quote_candidates
from analysis.report.html import to_html
from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    Outside,
    Picture,
    Position,
    Seen,
    Skipped,
    Value,
    Words,
)
from surveys.questionnaire.loading import library_ids, library_questionnaire
from surveys.questionnaire.models import AnyQuestion, Chosen

TEXTS = ("Mer tid", "-", "Fler träd och bänkar", "More trees", "Kollegorna", "Hyvä ilmapiiri")


def answer(question: AnyQuestion, draw: random.Random) -> Value:
    """Some answer of the question's kind."""
    if draw.random() < 0.2:
        return Skipped()
    options = [option.id for option in question.options] if isinstance(question, Chosen) else []
    match question.kind:
        case "note":
            return Seen()
        case "single" | "scale":
            return Choice(draw.choice(options)) if draw.random() < 0.9 else Outside("na")
        case "multi":
            return Choices((draw.choice(options),))
        case "number":
            return Amount(str(draw.randint(1, 90)))
        case "location":
            return Position(60.60718, 15.63171) if draw.random() < 0.5 else Words("Torget")
        case "photo":
            return Picture("f1", 10, 10)
        case "consent":
            return Agreement(given=draw.random() < 0.5, day="2026-03-01")
        case _:
            return Words(draw.choice(TEXTS))


@pytest.mark.parametrize("people", [0, 6, 24])
@pytest.mark.parametrize("name", library_ids())
def test_a_report_can_be_made_of_any_answers(name: str, people: int) -> None:
    draw = random.Random(people)
    form = library_questionnaire(name)
    answers = [
        (who, question.id, answer(question, draw))
        for who in range(1, people + 1)
        for question in form.question
        if not isinstance(question, Chosen) or question.options
    ]
    data = data_of(answers, survey(form, attended=None, invited=None, closed=None))
    quote_candidates(data, "sv")
    for language in ("sv", "en"):
        report = build_report(data, language=language)
        assert to_json(report)["k"] == 5
        assert "60.607" not in to_html(report)
