"""G3: any order of edits that ends in the same answers gives the same path, the same counts, the same end."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from conversing import Conversation

from surveys.conversation.path import path
from surveys.conversation.reading import options_of
from surveys.conversation.state import Act, Back, Change, Choose, Key, Pin, Show, Skip, Step, Write
from surveys.conversation.values import cells
from surveys.questionnaire.loading import library_ids
from surveys.questionnaire.models import (
    AnyQuestion,
    Consent,
    Date,
    FreeText,
    Location,
    Multi,
    Photo,
    Scale,
    Single,
    Time,
    YesNo,
)
from surveys.survey import Survey

WALKS = 300


def random_answer(question: AnyQuestion, survey: Survey, random: Random, key: Key | None) -> Act:
    if random.random() < 0.15:
        return Skip(key)
    match question:
        case Single() | Scale() | YesNo():
            return Choose((random.choice(options_of(question, survey)).id,), key)
        case Multi():
            return Choose((random.choice(options_of(question, survey)).id,), key)
        case FreeText():
            return Write(random.choice(["ja", "mer tid", "-", ""]), key)
        case Date():
            return Write(random.choice(["2027-02-05", "6 mars 2027"]), key)
        case Time():
            return Write(random.choice(["14:30", "kl 9"]), key)
        case Location():
            return random.choice([Pin(60.6, 15.6, key), Write("vid ån", key)])
        case Photo():
            return Show("f", 4, 3, key)
        case Consent():
            return Choose((random.choice(["yes", "no"]),), key)
        case _:
            return Skip(key)


def tallied(counter: Counter[tuple[Key, str]], made: Step) -> None:
    """What the store does with the changes of one step."""
    for change in made.changes:
        if change.was is not None and change.was_active:
            counter.subtract((change.key, cell) for cell in cells(change.was))
        if change.value is not None and change.active:
            counter.update((change.key, cell) for cell in cells(change.value))


def walk(name: str, seed: int) -> tuple[Conversation, Counter[tuple[Key, str]]]:
    """Answers, goes back and changes at random; ends at the end."""
    random = Random(seed)
    talking = Conversation.about(name)
    counter: Counter[tuple[Key, str]] = Counter()
    by_id = {question.id: question for question in talking.survey.questionnaire.question}
    for turn in range(200):
        keys = path(talking.survey.questionnaire, talking.state.answers)
        if talking.at is None and turn > 20:
            break
        if talking.at is None or random.random() < 0.2:
            answered = [key for key in keys if key in talking.state.answers]
            act: Act = Change(random.choice(answered)) if answered else Back()
        elif random.random() < 0.1:
            act = Back()
        else:
            act = random_answer(by_id[talking.at], talking.survey, random, None)
        tallied(counter, talking.do(act))
    while talking.at is not None:
        act = random_answer(by_id[talking.at], talking.survey, random, None)
        tallied(counter, talking.do(act))
    return talking, counter


@pytest.mark.parametrize("name", [*library_ids(), "every_kind"])
def test_a_random_walk_ends_as_if_the_answers_had_been_given_straight(name: str) -> None:
    for seed in range(WALKS):
        talking, counter = walk(name, seed)
        straight = Conversation.about(name)
        straight_counter: Counter[tuple[Key, str]] = Counter()
        while (here := straight.last.current if straight.last else None) is not None:
            tallied(straight_counter, straight.do(repeat(talking, here)))
        keys = path(talking.survey.questionnaire, talking.state.answers)
        assert {key: talking.state.answers[key] for key in keys} == straight.state.answers
        assert +counter == +straight_counter
        assert talking.screen.lines == straight.screen.lines  # type: ignore[union-attr]


def repeat(talking: Conversation, key: Key) -> Act:
    """The act that gives the answer that stands at `key` when the walk is over."""
    from surveys.conversation.values import (
        Agreement,
        Amount,
        Choice,
        Choices,
        Day,
        NamedPlace,
        Picture,
        Position,
        TimeOfDay,
        Words,
    )

    match talking.state.answers[key]:
        case Choice(option=option):
            return Choose((option,))
        case Choices(options=options):
            return Choose(options)
        case Words(text=text) | Day(date=text) | TimeOfDay(time=text):
            return Write(text)
        case Amount(number=number):
            return Write(number)
        case Position(lat=lat, lon=lon):
            return Pin(lat, lon)
        case NamedPlace(place=place):
            return Choose((place,))
        case Picture(file=file, width=width, height=height):
            return Show(file, width, height)
        case Agreement(given=given):
            return Choose(("yes" if given else "no",))
        case _:
            return Skip()
