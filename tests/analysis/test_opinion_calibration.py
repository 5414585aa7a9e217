"""Chance is not called an opinion: the short form of `bench/calibration.py`."""

from __future__ import annotations

import pytest

from analysis.opinion.rules import Rules
from bench import calibration


@pytest.mark.slow
def test_pure_chance_seldom_gives_groups_even_with_the_floor_at_twelve() -> None:
    """40 sets at 5 %: more than 5 is rarer than one in twenty. Simulated votes only."""
    shown, _ = calibration.false_groups([], 40, permutations=99)
    assert shown <= 5


@pytest.mark.slow
@pytest.mark.parametrize("people", [5, 8, 12, 20, 30])
def test_coin_tosses_are_no_consensus(people: int) -> None:
    surveys, each = calibration.false_consensus(people, rounds=400)
    assert surveys <= Rules().false_rate + 0.03
    assert each <= 0.05
