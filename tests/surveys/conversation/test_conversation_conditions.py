"""When a question is asked: what a condition means for the answers a person has given."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.conversation.evaluating import Answers, value_of
from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    Day,
    NamedPlace,
    Outside,
    Skipped,
    Words,
)
from surveys.questionnaire.expressions import (
    Calculation,
    Call,
    If,
    Literal,
    Name,
    Negative,
    Operand,
    parse,
    parse_value,
)
from surveys.questionnaire.loading import library_questionnaire
from surveys.questionnaire.models import Consent, Date, FreeText, Location, Number

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


def workshop() -> Answers:
    """12 people, 58.5 kg of waste, a day, a postcode, a skipped number; today is 2027-03-01."""
    given = Answers(today=dt.date(2027, 3, 1))
    given.give(Number(id="people", kind="number", text=TEXT), Amount("12"))
    given.give(Number(id="waste", kind="number", text=TEXT), Amount("58.5"))
    given.give(Date(id="began", kind="date", text=TEXT), Day("2027-02-05"))
    given.give(FreeText(id="postcode", kind="text", text=TEXT), Words("783 30"))
    given.give(Number(id="skipped", kind="number", text=TEXT), Skipped())
    return given


@pytest.mark.parametrize(
    ("calculation", "worth"),
    [
        ("waste / people", Decimal("4.875")),
        ("round(waste / people, 1)", Decimal("4.9")),
        ("-int(waste) mod 7 + 1", Decimal(-1)),
        ("max(people, waste, 3) - min(people, waste)", Decimal("46.5")),
        ("waste / (people - 12)", None),
        ("waste + skipped", None),
        ("coalesce(skipped, never, 7)", Decimal(7)),
        ("if(people > 10, 'many', 'few')", "many"),
        ("concat('Nr ', people, skipped, '!')", "Nr 12!"),
        ("length(postcode)", Decimal(6)),
        ("sum(waste)", Decimal("58.5")),
        ("sum(never)", None),
        ("number('12.50') + 1", Decimal("13.50")),
        ("today() - began", Decimal(24)),
        ("began + 24", "2027-03-01"),
        ("people > 10", Decimal(1)),
        ("99999999999999999999 * 99999999999999999999 * 99999999999999999999 * 9999", None),
    ],
)
def test_what_a_calculation_is_worth(calculation: str, worth: Decimal | str | None) -> None:
    assert value_of(parse_value(calculation), workshop()) == worth


@pytest.mark.parametrize(
    ("condition", "true"),
    [
        ("began > '2027-02-04' and began <= today()", True),
        ("began < 'x' or postcode < 'x'", False),
        ("matches(postcode, '[0-9]{3} ?[0-9]{2}') and not matches(people, '[a-z]*')", True),
        ("skipped / 1 < 1 or not (true and not false)", False),
    ],
)
def test_days_patterns_and_truths(condition: str, *, true: bool) -> None:
    assert workshop().holds(parse(condition)) == true


OPERANDS: st.SearchStrategy[Operand] = st.recursive(
    st.builds(Literal, st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.text())
    | st.builds(Name, st.sampled_from(["people", "waste", "began", "postcode", "skipped"])),
    lambda inner: (
        st.builds(Negative, inner)
        | st.builds(Calculation, st.sampled_from(["+", "-", "*", "/", "mod"]), inner, inner)
        | st.builds(If, st.just(parse("people > waste")), inner, inner)
        | st.builds(Call, st.sampled_from(["round", "max"]), st.tuples(inner, inner))
        | st.builds(Call, st.sampled_from(["abs", "int", "number", "length"]), st.tuples(inner))
    ),
)


@given(OPERANDS)
def test_nothing_that_can_be_written_raises_when_it_is_worked_out(tree: Operand) -> None:
    value_of(tree, workshop())


def test_a_deep_calculation_with_nothing_in_it_is_worked_out_at_once() -> None:
    source = "never"
    for _ in range(19):
        source = f"coalesce(never + ({source}), never)"
    assert value_of(parse_value(source), workshop()) is None
