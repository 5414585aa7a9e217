"""G3: any order of edits that ends in the same answers gives the same path, the same counts, the same end."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from conversing import DATA, Conversation

from surveys.conversation.changes import Step
from surveys.conversation.parts import OWN as WRITING
from surveys.conversation.path import path
from surveys.conversation.screens import QuestionScreen, ReviewLine
from surveys.conversation.state import Act, Back, Change, FillIn, Key, Skip, Speak, Write
from surveys.conversation.values import Choice, Outside, cells
from surveys.questionnaire.loading import library_ids
from surveys.simulation.acting import likely_act
from tests.giving import act_giving

FEW = 10
"""Walks for each questionnaire in the fast tests."""
MANY = 10_000
"""Walks in the whole suite; `bench/walks.py` does as many for each questionnaire."""
OWN = sorted(path.stem for path in DATA.glob("every_*.toml"))
TURNS = 24


def act_at(talking: Conversation, random: Random) -> Act:
    """An answer; a name where one must be given."""
    shown = talking.screen
    assert isinstance(shown, QuestionScreen)
    act = likely_act(shown, random)
    return Write("Falun", shown.key) if shown.key == ("respondent", "") else act


def edit(talking: Conversation, random: Random) -> Act:
    """Back, another language, or a change of some earlier answer."""
    answered = [
        key for key in path(talking.survey, talking.state).keys if key in talking.state.answers
    ]
    if answered and random.random() < 0.6:
        return Change(random.choice(answered))
    return random.choice([Back(), Speak(random.choice(talking.survey.languages))])


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
    talking = Conversation.about(name, seed=seed)
    counter: Counter[tuple[Key, str]] = Counter()
    for _ in range(TURNS):
        edits = talking.at is None or random.random() < 0.25
        tallied(counter, talking.do(edit(talking, random) if edits else act_at(talking, random)))
    while talking.at is not None:
        act = act_at(talking, random)
        tallied(counter, talking.do(act if random.random() < 0.9 else Skip(act.key)))  # type: ignore[union-attr]
    return talking, counter


def again(talking: Conversation, straight: Conversation, here: Key) -> Act:
    """The act that gives what stands at `here` when the walk is over; a table's rows all at once."""
    shown, answers = straight.screen, talking.state.answers
    assert isinstance(shown, QuestionScreen)
    if not shown.rows:
        return act_giving(answers[here], here)
    values = {row.key.turn: answers[row.key] for row in shown.rows}
    chosen = {
        turn: value.option for turn, value in values.items() if isinstance(value, Choice | Outside)
    }
    return FillIn(chosen, here)


def written(talking: Conversation) -> set[Key]:
    """The person's own statements: they are no answers to anything, so that answering again does not bring them."""
    return {key for key, handed in talking.state.handed.items() if handed.own}


def lines(talking: Conversation, beside: set[Key]) -> list[ReviewLine]:
    """The last screen without them, and without how many there are."""
    return [
        line
        for line in talking.screen.lines  # type: ignore[union-attr]
        if line.key not in beside and line.key.turn != WRITING
    ]


def check(name: str, seed: int) -> None:
    """One walk against the same answers given straight."""
    talking, counter = walk(name, seed)
    straight = Conversation.about(name, seed=seed)
    straight_counter: Counter[tuple[Key, str]] = Counter()
    straight.do(Speak(talking.state.language))
    while (here := straight.last.current if straight.last else None) is not None:
        tallied(straight_counter, straight.do(again(talking, straight, here)))
    along, beside = path(talking.survey, talking.state), written(talking)
    given = {key: talking.state.answers[key] for key in along.keys if key not in beside}
    assert given == straight.state.answers
    assert Counter({each: n for each, n in counter.items() if n and each[0] not in beside}) == (
        +straight_counter
    )
    assert lines(talking, beside) == lines(straight, beside)


NAMES = [*library_ids(), *OWN]


@pytest.mark.parametrize("name", NAMES)
def test_a_random_walk_ends_as_if_the_answers_had_been_given_straight(name: str) -> None:
    for seed in range(FEW):
        check(name, seed)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_ten_thousand_random_walks_end_so(name: str) -> None:
    for seed in range(FEW, max(300, MANY // len(NAMES) + 1)):
        check(name, seed)
