"""The class of a statement, and the statistics under it, at the small numbers of a room."""

from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.opinion.classes import judged
from analysis.opinion.counting import Counts, adjusted, exact_p, wilson
from analysis.opinion.rules import Rules

RULES = Rules()


def counts(*votes: tuple[int, int, int]) -> Counts:
    return Counts(*(np.array(side, dtype=np.int64) for side in zip(*votes, strict=True)))


@pytest.mark.parametrize(
    ("n", "needed"),
    [(8, 8), (10, 9), (12, 10), (15, 12), (20, 15), (24, 18), (30, 21), (50, 33), (100, 61)],
)
def test_the_exact_test_needs_as_many_as_the_binomial_says(n: int, needed: int) -> None:
    tail = sum(math.comb(n, i) for i in range(needed, n + 1)) / 2**n
    found, short = exact_p(counts((needed, n - needed, 0), (needed - 1, n - needed + 1, 3)))
    assert found == pytest.approx(2 * tail)
    assert found <= 0.05 < short


def test_nobody_who_took_a_stand_is_no_evidence() -> None:
    nothing = counts((0, 0, 9))
    low, high = wilson(nothing.agree, nothing.decided)
    assert (exact_p(nothing)[0], low[0], high[0]) == (1.0, 0.0, 1.0)


def test_wilson_is_the_interval_whose_ends_lie_1_96_away() -> None:
    """Checked against its definition: (share - end)^2 = z^2 end (1 - end) / n."""
    low, high = wilson(np.array([8]), np.array([12]))
    for end in (low[0], high[0]):
        assert (8 / 12 - end) ** 2 == pytest.approx(1.959963985**2 * end * (1 - end) / 12)
    assert (round(low[0], 2), round(high[0], 2)) == (0.39, 0.86)


def test_the_correction_is_that_of_benjamini_and_hochberg() -> None:
    p = np.array([0.04, 0.001, 0.03, 0.9])
    by_definition = [
        min(min(1.0, other * 4 / np.count_nonzero(p <= other)) for other in p if other >= one)
        for one in p
    ]
    assert adjusted(p) == pytest.approx(by_definition)


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ((2, 2, 0), "too_few"),
        ((12, 0, 0), "consensus"),
        ((0, 12, 0), "consensus"),
        ((6, 6, 0), "divided"),
        ((8, 12, 0), "divided"),
        ((9, 15, 0), "divided"),
        ((5, 7, 0), "none"),
        ((4, 2, 9), "uncertain"),
        ((5, 2, 0), "none"),
    ],
)
def test_a_statement_alone_has_the_class_of_the_table(
    votes: tuple[int, int, int], expected: str
) -> None:
    assert judged(counts(votes), (), RULES).classes == (expected,)


def test_many_passes_mark_a_consensus_and_do_not_hide_it() -> None:
    found = judged(counts((20, 0, 15), (9, 3, 0), (6, 6, 0)), (), RULES)
    assert found.classes[0] == "consensus"
    assert found.hesitant.tolist() == [True, False, False]


def test_a_group_that_does_not_agree_ends_a_consensus() -> None:
    whole, large, small = counts((40, 8, 0)), counts((38, 2, 0)), counts((2, 6, 0))
    assert judged(whole, (), RULES).classes == ("consensus",)
    assert judged(whole, (large, small), RULES).classes == ("none",)


def test_many_statements_make_one_hit_less_of_a_proof() -> None:
    """10 of 12 is p = .04: evidence alone, none among thirty."""
    alone, crowd = counts((10, 2, 0)), counts((10, 2, 0), *[(6, 6, 0)] * 29)
    assert judged(alone, (), RULES).classes[0] == "consensus"
    assert judged(crowd, (), RULES).classes[0] != "consensus"
