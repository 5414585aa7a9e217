"""When a question is asked: what a condition means for the answers a person has given."""

from __future__ import annotations

import pytest

from surveys.conversation.evaluating import Answers
from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    NamedPlace,
    Outside,
    Skipped,
    Words,
)
from surveys.questionnaire.expressions import parse
from surveys.questionnaire.loading import library_questionnaire
from surveys.questionnaire.models import Consent, FreeText, Location, Number

TEXT = {"sv": "?"}
MEETING = {
    question.id: question for question in library_questionnaire("session_evaluation").question
}


def answers() -> Answers:
    """usefulness 4 of 5, could_speak beside the scale, two chosen; words, a number, a place, a consent, a skip."""
    given = Answers()
    given.give(MEETING["usefulness"], Choice("high"))
    given.give(MEETING["could_speak"], Outside("dont_know"))
    given.give(MEETING["most_valuable"], Choices(("examples", "talks")))
    given.give(FreeText(id="words", kind="text", text=TEXT), Words("ja"))
    given.give(Number(id="waste", kind="number", text=TEXT), Amount("58.5"))
    given.give(Location(id="place", kind="location", text=TEXT), NamedPlace("square"))
    given.give(Consent(id="photo_ok", kind="consent", text=TEXT), Agreement(True, "2026-03-04"))
    given.give(FreeText(id="skipped", kind="text", text=TEXT), Skipped())
    return given


@pytest.mark.parametrize(
    "true",
    [
        "usefulness >= 4",
        "usefulness = 'high'",
        "usefulness in [4, 5]",
        "usefulness in ['high']",
        "could_speak = 'dont_know'",
        "'talks' in most_valuable",
        "most_valuable in ['peers', 'talks']",
        "count(most_valuable) = 2",
        "count(never) = 0",
        "waste > 58 and waste <= 58.5",
        "waste > usefulness",
        "words = 'ja'",
        "place in ['square']",
        "photo_ok = 'yes'",
        "answered(words) and not answered(skipped)",
        "not (usefulness < 4 or answered(never))",
        "words != 'nej'",
    ],
)
def test_what_holds(true: str) -> None:
    assert answers().holds(parse(true))


@pytest.mark.parametrize(
    "false",
    [
        "usefulness < 4",
        "could_speak >= 1",
        "could_speak < 9",
        "skipped = ''",
        "skipped != 'x'",
        "never < 1",
        "never != 'x'",
        "words > 1",
        "waste = '58.5'",
        "'peers' in most_valuable",
        "'x' in skipped",
    ],
)
def test_what_does_not_hold_and_nothing_unanswered_ever_compares(false: str) -> None:
    assert not answers().holds(parse(false))
