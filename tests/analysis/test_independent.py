"""The statistics beside computations that are not ours: scipy, and counting every possibility."""

from __future__ import annotations

import itertools
import random
import statistics

import numpy as np
import pytest
from meetings import DEGREES, data_of, survey
from scipy import stats

from analysis.report.build import build_report
from analysis.trend import holm, permutation_p
from surveys.conversation.values import Choice


def difference(first, second, axis=-1):
    return np.mean(first, axis=axis) - np.mean(second, axis=axis)


@pytest.mark.parametrize("seed", range(8))
def test_the_exact_test_is_scipys(seed: int) -> None:
    draw = random.Random(seed)
    first = [draw.randint(1, 5) for _ in range(draw.randint(5, 8))]
    second = [draw.randint(1, 5) for _ in range(draw.randint(5, 8))]
    theirs = stats.permutation_test(
        (first, second), difference, vectorized=True, n_resamples=np.inf, alternative="two-sided"
    )
    # scipy doubles the smaller tail; over the same relabellings ours counts both tails as they are
    gaps = np.abs(theirs.null_distribution)
    extreme = np.count_nonzero(gaps >= abs(theirs.statistic) - 1e-9)
    assert permutation_p(first, second) == pytest.approx(extreme / len(gaps))


@pytest.mark.parametrize(("seed", "shift"), [(1, 0), (2, 0.5), (3, 1)])
def test_the_drawn_test_is_near_scipys(seed: int, shift: float) -> None:
    random_ = np.random.default_rng(seed)
    first = np.clip(np.round(random_.normal(3.6, 1, 24)), 1, 5).astype(int)
    second = np.clip(np.round(random_.normal(3.6 - shift, 1, 24)), 1, 5).astype(int)
    theirs = stats.permutation_test(
        (first, second),
        difference,
        vectorized=True,
        n_resamples=20_000,
        rng=np.random.default_rng(7),
    )
    assert permutation_p(first.tolist(), second.tolist()) == pytest.approx(theirs.pvalue, abs=0.02)


def test_holm_is_its_definition() -> None:
    draw = random.Random(4)
    for _ in range(50):
        values = [draw.random() ** 2 for _ in range(draw.randint(1, 9))]
        ordered = sorted(values)
        for mine, value in zip(holm(values), values, strict=True):
            upto = ordered[: ordered.index(value) + 1]
            theirs = max(min(1, (len(values) - i) * p) for i, p in enumerate(upto))
            assert mine == pytest.approx(theirs)


def test_the_rate_of_false_alarms_is_what_was_promised() -> None:
    """Forty series of four meetings where nothing changes, corrected: at most a few speak."""
    draw = random.Random(11)
    alarms = 0
    for _ in range(40):
        meetings = [draw.choices(range(1, 6), (1, 2, 5, 8, 4), k=7) for _ in range(4)]
        pairs = [*itertools.pairwise(meetings), (meetings[0], meetings[-1])]
        alarms += min(holm([permutation_p(a, b) for a, b in pairs])) < 0.05
    assert alarms <= 6


@pytest.mark.parametrize("counts", [(0, 0, 3, 8, 7), (9, 3, 2, 1, 0), (1, 2, 12, 2, 1)])
def test_the_worst_case_is_the_worst_of_all_cases(counts: tuple[int, ...]) -> None:
    """15 of 18 among 24: whatever the six silent ones think, the bounds hold, and both are reached."""
    steps = [step for step, count in enumerate(counts, start=1) for _ in range(count)]
    known = len(steps) + 3
    answers = [(who, "usefulness", Choice(DEGREES[step - 1])) for who, step in enumerate(steps, 1)]
    where = survey(attended=known, invited=known)
    question = build_report(data_of(answers, where), language="sv").questions[0]
    sides = {"high": {4, 5}, "low": {1, 2}, "middle": {3}}
    side = next(s for s in sides.values() if 2 * sum(step in s for step in steps) > len(steps))
    possible = [
        sum(step in side for step in (*steps, *silent))
        for silent in itertools.combinations_with_replacement(range(1, 6), known - len(steps))
    ]
    low, high = min(possible), max(possible)
    assert f"Som minst {low} och som mest {high} av {known}" in question.bounds
    assert question.median == statistics.median(steps)
