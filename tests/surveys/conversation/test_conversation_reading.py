"""Everything a person can send is read: as a value, or as a reason that says what to do."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import pytest
from conversing import NOW, Conversation, questionnaire_named, survey_of
from hypothesis import given
from hypothesis import strategies as st

from surveys.conversation.reading import read, rounded
from surveys.conversation.refusing import No, clean
from surveys.conversation.state import Choose, Context, Pin, Show, Unreadable, Write
from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    Day,
    NamedPlace,
    Outside,
    Picture,
    Position,
    Skipped,
    TimeOfDay,
    Words,
    decode,
    encode,
)
from surveys.questionnaire.models import (
    Consent,
    Date,
    FreeText,
    Location,
    Multi,
    Number,
    Option,
    Photo,
    Single,
    Time,
)

TEXT = {"sv": "Fråga?"}
CONTEXT = Context(survey_of(questionnaire_named("session_evaluation")), NOW)
NUMBER = Number(id="n", kind="number", text=TEXT, min=0, max=100, decimals=1)
OPTIONS = (
    Option(id="a", label={"sv": "Bra"}),
    Option(id="b", label={"sv": "Dåligt"}),
    Option(id="c", label={"sv": "Annat"}, open_text=True),
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12", "12"), ("3,5", "3.5"), ("3.50", "3.5"), (" 0 ", "0"), ("−0", "0"), ("1 0", None)],
)
def test_numbers_take_swedish_commas_and_english_points(typed: str, number: str | None) -> None:
    reading = read(NUMBER, Write(typed), "sv", CONTEXT)
    assert reading == (Amount(number) if number is not None else No("not-a-number"))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("tolv", "not-a-number"),
        ("", "not-a-number"),
        ("1e3", "not-a-number"),
        ("٣", "not-a-number"),
        ("NaN", "not-a-number"),
        ("-1", "too-small"),
        ("100,1", "too-big"),
        ("9" * 15, "too-big"),
        ("1,25", "decimals"),
    ],
)
def test_a_number_that_does_not_fit_says_why(typed: str, reason: str) -> None:
    reading = read(NUMBER, Write(typed), "sv", CONTEXT)
    assert isinstance(reading, No)
    assert reading.reason == reason


def test_thousands_and_units_are_read_as_people_write_them() -> None:
    waste = replace_model(NUMBER, max=None, unit={"sv": "g/ätande"})
    assert read(waste, Write("1 250 g/ätande"), "sv", CONTEXT) == Amount("1250")


def test_a_number_with_its_year() -> None:
    with_year = replace_model(NUMBER, with_year=True)
    assert read(with_year, Write("58 (2021)"), "sv", CONTEXT) == Amount("58", 2021)
    assert read(with_year, Write("58"), "sv", CONTEXT) == No("year")


def replace_model(model: Number, **changes: object) -> Number:
    return model.model_copy(update=changes)


@pytest.mark.parametrize("typed", ["1", "bra", "Bra", "a", " BRA "])
def test_a_typed_choice_is_known_by_number_label_or_id(typed: str) -> None:
    question = Single(id="q", kind="single", text=TEXT, options=OPTIONS)
    assert read(question, Write(typed), "sv", CONTEXT) == Choice("a")


def test_an_unknown_choice_is_told_and_an_open_line_is_kept() -> None:
    question = Single(id="q", kind="single", text=TEXT, options=OPTIONS)
    assert read(question, Write("kanske"), "sv", CONTEXT) == No("choose-one")
    assert read(question, Choose(("x",)), "sv", CONTEXT) == No("unknown-option")
    assert read(question, Choose(()), "sv", CONTEXT) == No("choose-one")
    other = read(question, Choose(("c",), other={"c": " en   sak "}), "sv", CONTEXT)
    assert other == Choice("c", "en   sak")


@pytest.mark.parametrize("typed", ["1,3", "1 3", "3;1", "Exempel från andra, Övningarna"])
def test_several_typed_choices_are_kept_in_the_questionnaires_order(typed: str) -> None:
    question = questionnaire_named("session_evaluation").question[2]
    assert read(question, Write(typed), "sv", CONTEXT) == Choices(("examples", "exercises"))


def test_answers_beside_the_scale_are_never_a_step_of_it() -> None:
    question = questionnaire_named("session_evaluation").question[0]
    assert read(question, Choose(("dont_know",)), "sv", CONTEXT) == Outside("dont_know")
    assert read(question, Write("8"), "sv", CONTEXT) == Outside("na")


def test_long_empty_and_odd_texts() -> None:
    question = FreeText(id="t", kind="text", text=TEXT, max_chars=500)
    too_long = read(question, Write("å" * 10_000), "sv", CONTEXT)
    assert too_long == No("too-long", {"n": 10_000, "max": 500})
    assert read(question, Write("  \n "), "sv", CONTEXT) == Skipped()
    assert read(question, Write("🙂"), "sv", CONTEXT) == Words("🙂")
    assert read(question, Write("a\x00b\u0007c"), "sv", CONTEXT) == Words("abc")
    assert read(question, Write("halv \ud83d emoji"), "sv", CONTEXT) == Words("halv \ufffd emoji")


@given(st.text(alphabet=st.characters(codec=None)))  # type: ignore[arg-type]
def test_cleaned_text_can_always_be_stored(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert "\x00" not in cleaned
    assert clean(cleaned) == cleaned


@given(
    st.floats(-85, 85, allow_nan=False),
    st.floats(-180, 180, allow_nan=False),
    st.sampled_from([50, 100, 1000]),
)
def test_rounding_a_position_moves_it_less_than_its_grid_and_twice_is_once(
    lat: float, lon: float, precision: int
) -> None:
    place = rounded(lat, lon, precision)
    assert place is not None
    north = (place.lat - lat) * 111_320
    east = (place.lon - lon) * 111_320 * math.cos(math.radians(place.lat))
    assert max(abs(north), abs(east)) <= precision / 2 + 1
    if abs(place.lat) <= 85 and abs(place.lon) <= 180:
        assert rounded(place.lat, place.lon, precision) == place


@pytest.mark.parametrize("place", [(91.0, 0.0), (0.0, 181.0), (math.nan, 0.0), (math.inf, 0.0)])
def test_positions_outside_the_map_are_told(place: tuple[float, float]) -> None:
    question = Location(id="l", kind="location", text=TEXT)
    assert read(question, Pin(*place), "sv", CONTEXT) == No("outside-map")


def test_places_by_pin_name_and_words() -> None:
    question = Location(id="l", kind="location", text=TEXT)
    assert isinstance(read(question, Pin(60.6, 15.6), "sv", CONTEXT), Position)
    assert read(question, Write("stora TORGET"), "sv", CONTEXT) == NamedPlace("square")
    assert read(question, Choose(("square",)), "sv", CONTEXT) == NamedPlace("square")
    assert read(question, Write("vid ån"), "sv", CONTEXT) == Words("vid ån")
    assert read(question, Choose(("moon",)), "sv", CONTEXT) == No("not-a-place")


@pytest.mark.parametrize(
    "typed",
    ["2027-02-05", "5/2 2027", "5.2.2027", "5 februari 2027", "5 Feb 2027", " 5 FEBRUARY 2027 "],
)
def test_days_are_read_as_people_write_them(typed: str) -> None:
    question = Date(id="d", kind="date", text=TEXT)
    assert read(question, Write(typed), "sv", CONTEXT) == Day("2027-02-05")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("31/2 2027", "not-a-date"),
        ("5 smarch 2027", "not-a-date"),
        ("i morgon", "not-a-date"),
        ("2025-12-31", "too-early"),
        ("2031-01-01", "too-late"),
    ],
)
def test_a_day_that_does_not_fit_says_why(typed: str, reason: str) -> None:
    limits = {"earliest": dt.date(2026, 1, 1), "latest": dt.date(2030, 12, 31)}
    question = Date(id="d", kind="date", text=TEXT, **limits)
    reading = read(question, Write(typed), "sv", CONTEXT)
    assert isinstance(reading, No)
    assert reading.reason == reason


@pytest.mark.parametrize(
    ("typed", "time"),
    [("14:30", "14:30"), ("14.30", "14:30"), ("kl 9", "09:00"), ("9", "09:00"), ("23:59", "23:59")],
)
def test_times_are_read_as_people_write_them(typed: str, time: str) -> None:
    question = Time(id="t", kind="time", text=TEXT)
    assert read(question, Write(typed), "sv", CONTEXT) == TimeOfDay(time)


@pytest.mark.parametrize("typed", ["24:00", "12:60", "efter lunch", "1:2:3"])
def test_what_is_no_time_is_told(typed: str) -> None:
    question = Time(id="t", kind="time", text=TEXT)
    assert read(question, Write(typed), "sv", CONTEXT) == No("not-a-time")


def test_too_few_choices_are_told_but_an_exclusive_one_stands_alone() -> None:
    question = questionnaire_named("session_evaluation").question[2]
    assert isinstance(question, Multi)
    two = question.model_copy(update={"min_choices": 2})
    few = No("too-few", {"min": 2, "n": 1})
    assert read(two, Choose(("peers",)), "sv", CONTEXT) == few
    assert read(two, Choose(("none",)), "sv", CONTEXT) == Choices(("none",))


def test_photos_and_consents_take_only_what_they_ask_for() -> None:
    photo = Photo(id="p", kind="photo", text=TEXT)
    consent = Consent(id="c", kind="consent", text=TEXT)
    assert read(photo, Show("f", 1, 2), "sv", CONTEXT) == Picture("f", 1, 2)
    assert read(photo, Write("en bild"), "sv", CONTEXT) == No("not-a-photo")
    assert read(consent, Choose(("yes",)), "sv", CONTEXT) == Agreement(True, "2026-03-04")
    assert read(consent, Write("nej"), "sv", CONTEXT) == Agreement(False, "2026-03-04")
    assert read(consent, Write("kanske"), "sv", CONTEXT) == No("choose-one")


VALUES = [
    Choice("a"),
    Choice("a", "b"),
    Choices(("a", "b"), {"b": "c"}),
    Outside("na"),
    Amount("3.5", 2021),
    Words("å"),
    Position(1.5, 2.5),
    Day("2027-02-05"),
    TimeOfDay("14:30"),
    NamedPlace("p"),
    Picture("f", 1, 2),
    Agreement(False, "2026-03-04"),
    Skipped(),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_every_value_survives_being_written_down(value: object) -> None:
    assert decode(encode(value)) == value  # type: ignore[arg-type]


def test_every_kind_of_question_survives_everything_a_person_can_send() -> None:
    talking = Conversation.about("every_kind")
    acts = (Unreadable(), Write("\x00"), Write("x" * 10_000), Pin(999, 999), Choose(("?",)))
    for question in talking.survey.questionnaire.question:
        for act in (*acts, Show("f", 1, 1)):
            later = replace(CONTEXT, now=NOW + dt.timedelta(1))
            assert read(question, act, "sv", later) is not None
