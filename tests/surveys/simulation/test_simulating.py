"""Every way through a questionnaire, before anybody has to find it."""

from __future__ import annotations

import pytest

from surveys.questionnaire.loading import library_ids, library_questionnaire
from surveys.simulation.simulating import simulate


@pytest.mark.parametrize("name", library_ids())
def test_what_ships_is_reached_whole_and_keeps_its_time(name: str) -> None:
    made = simulate(library_questionnaire(name), walks=10, seed=1)
    assert made.exhausted
    assert made.unreached == ()
    assert made.median_seconds <= made.longest_seconds <= made.limit


def test_every_way_that_conditions_tell_apart_is_tried() -> None:
    made = simulate(library_questionnaire("follow_up"), walks=0)
    assert made.paths == 3 * len(made.languages)  # used, not used, skipped
    assert made.longest_screens == 3


def test_the_same_seed_gives_the_same_walks() -> None:
    form = library_questionnaire("place_dialogue")
    assert simulate(form, walks=30, seed=5) == simulate(form, walks=30, seed=5)


def test_a_question_that_nobody_comes_to_is_named() -> None:
    form = library_questionnaire("follow_up")
    shut = form.question[1].model_copy(
        update={"show_if": "used in ['planned'] and used in ['no_time']"}
    )
    changed = form.model_copy(update={"question": (form.question[0], shut, *form.question[2:])})
    assert simulate(changed, walks=20).unreached == ("what_used",)
