"""Whatever a questionnaire holds and a person writes: no message is ever beyond what Telegram takes."""

from __future__ import annotations

import datetime as dt
import html

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.telegram.screens.limits import (
    TooMuch,
    check,
    fitted,
    plain,
    shortened,
    toast,
)
from bot.telegram.screens.markup import Label, Rendered, escape, units
from bot.telegram.screens.rendering import Renderer
from surveys.conversation.path import path
from surveys.conversation.plan import plan_of
from surveys.conversation.state import Context, State
from surveys.conversation.values import (
    Allocation,
    Choice,
    Choices,
    Day,
    Ranking,
    Skipped,
    Value,
    Words,
)
from surveys.conversation.view import review_line, screen
from surveys.questionnaire.models import Item, Option, Questionnaire
from surveys.survey import Fill, Place, Survey
from surveys.texts import Texts
from tests.bot.telegram.telegram_people import notice

NOW = dt.datetime(2027, 2, 1, 12, tzinfo=dt.UTC)
RENDERER = Renderer(Texts("bot"), "https://x.test")
NASTY = st.one_of(
    st.text("<>&;\"'amplt😀👨‍👩‍👧مرحبا åöABC\n", min_size=1, max_size=60),
    st.sampled_from(("&amp;", "<b>", "السؤال الأول", "Gör så här: ", "😀", "a&b<c>")).flatmap(
        lambda piece: st.integers(1, 800).map(lambda times: piece * times)
    ),
).filter(lambda text: text.strip())
SHORT = st.text("abcåöمرحبا😀<&", min_size=1, max_size=12).filter(lambda text: text.strip())


def told(text: str) -> dict[str, str]:
    return {"sv": text, "ar": text}


@st.composite
def options(draw, most: int = 130) -> list[Option]:
    labels = draw(st.lists(st.one_of(SHORT, NASTY), min_size=2, max_size=4))
    count = draw(st.integers(2, most))
    return [Option(id=f"o{n}", label=told(labels[n % len(labels)])) for n in range(count)]


def questions(asked: str, said: str, many: list[Option], steps: list[Option], rows: list[Item]):
    """One question of every kind."""
    outside = [Option(id="dont_know", label=told(asked))]
    return [
        {"id": "words", "kind": "text", "max_chars": 4000},
        {"id": "one", "kind": "single", "options": many},
        {"id": "some", "kind": "multi", "options": many},
        {"id": "order", "kind": "rank", "options": many},
        {"id": "shares", "kind": "allocate", "options": many, "total": 1000, "unit": told(said)},
        {"id": "scale", "kind": "scale", "options": steps, "outside": outside},
        {"id": "table", "kind": "matrix", "options": steps, "outside": outside, "rows": rows},
        {"id": "day", "kind": "date"},
        {"id": "clock", "kind": "time"},
        {"id": "small", "kind": "number", "min": 0, "max": 10, "unit": told(said)},
        {"id": "where", "kind": "location"},
        {"id": "agree", "kind": "consent"},
    ]


def answers_to(many: list[Option], said: str) -> dict[str, Value]:
    """An answer to each that has one."""
    ids = tuple(option.id for option in many)
    return {
        "words": Words(said[:4000]),
        "one": Choice(ids[0]),
        "some": Choices(ids),
        "order": Ranking(ids),
        "shares": Allocation(dict.fromkeys(ids, 1)),
        "scale": Choice("o1"),
        "table": Choice("o1"),
        "day": Day("2027-02-01"),
        "where": Words(said[:200]),
    }


@st.composite
def surveys(draw) -> tuple[Survey, State]:
    """A survey with one question of every kind, and somebody who has answered all of it at length."""
    asked, helped, said = draw(NASTY), draw(NASTY), draw(NASTY)
    many, steps = draw(options()), draw(options(most=25))
    rows = [Item(id=f"r{n}", label=told(asked)) for n in range(draw(st.integers(1, 40)))]
    base = {"text": told(asked), "help": told(helped), "private": draw(st.booleans())}
    questionnaire = Questionnaire.model_validate(
        {
            "format": 1,
            "id": "long",
            "purpose": "evaluation",
            "unit": "person",
            "anonymity": "confidential",
            "channels": ["telegram"],
            "max_seconds": 60,
            "title": told(asked),
            "intro": told(helped),
            "question": [{**base, **each} for each in questions(asked, said, many, steps, rows)],
        }
    )
    places = tuple(Place(id=f"p{n}", label=told(said)) for n in range(draw(st.integers(0, 120))))
    survey = Survey(
        1,
        "ABCDEFGHJK",
        asked,
        questionnaire,
        "v",
        notice(),
        languages=("sv", "ar"),
        fill=Fill(place=places),
    )
    values = answers_to(many, said)
    answers = {slot.key: values.get(slot.question.id, Skipped()) for slot in plan_of(survey).slots}
    language = draw(st.sampled_from(("sv", "ar")))
    return survey, State(language, begun=True, answers=answers, revision=40_000)


NOTES = [{"id": "rejected-not-valid", "with": {"text": "x" * 700}}] * 4


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=[Phase.generate],
)
@given(surveys(), st.integers(0, 400))
def test_every_screen_is_within_the_limits_whatever_it_holds(made, page: int) -> None:
    survey, state = made
    context = Context(survey, NOW)
    language = state.language
    states = [State(language), state]
    states += [
        State(language, True, state.answers, revision=1, focus=slots[0].key)
        for slots in path(survey, state).screens
    ]
    for each in states:
        shown = screen(each, context)
        for notes in ((), NOTES):
            check(RENDERER.render(shown, notes=notes, receipt="AAAA-BBBB-CCCC"))
        check(RENDERER.render(shown, page=page))
        check(RENDERER.confirm_erase(shown))
        check(RENDERER.languages(shown))
    for key in state.answers:
        check(RENDERER.answered(review_line(survey, state, key), language))


@given(NASTY, st.integers(2, 80))
def test_cutting_markup_breaks_no_tag_escape_or_emoji(text: str, longest: int) -> None:
    whole = f"<b>{escape(text)}</b> och <i>{escape(text)}</i>"
    short = shortened(whole, longest)
    assert units(plain(short)) <= longest
    assert (
        plain(short).rstrip("…").rstrip() == plain(whole)[: len(plain(short).rstrip("…"))].rstrip()
    )
    plain(short).encode("utf-8")


def test_what_telegram_counts_is_what_a_person_reads() -> None:
    check(Rendered("&amp;" * 4096))
    check(Rendered("<b>" + "a" * 4096 + "</b>"))
    with pytest.raises(TooMuch, match="length"):
        check(Rendered("😀" * 2049))
    assert html.unescape(fitted(Rendered("&amp;" * 5000)).text) == "&" * 4095 + "…"


@pytest.mark.parametrize(
    ("rendered", "limit"),
    [
        (Rendered("  "), "empty"),
        (Rendered("a < b"), "escaped"),
        (Rendered("<b>a"), "closed"),
        (Rendered("<b></b>a" * 101), "entities"),
        (Rendered("a", ((Label("x", "d"),),) * 101), "buttons"),
        (Rendered("a", ((Label("x", "d"),) * 9,)), "in a row"),
        (Rendered("a", ((Label("\n", "d"),),)), "text of a button"),
        (Rendered("a", ((Label("x", "å" * 33),),)), "carries"),
    ],
)
def test_each_limit_is_told_by_name_and_without_words(rendered: Rendered, limit: str) -> None:
    with pytest.raises(TooMuch, match=limit):
        check(rendered)


def test_words_that_stand_for_a_moment_have_a_limit_of_their_own() -> None:
    assert units(toast("😀" * 300)) <= 200
