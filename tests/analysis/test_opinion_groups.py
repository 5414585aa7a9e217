"""Groups are shown when they are more than chance and hold; else it is said why not."""

from __future__ import annotations

import json
import re
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from voting import LONDON, planted, tossed, votes_of

from analysis.opinion.as_json import opinion_shape
from analysis.opinion.clusters import divide, least_members
from analysis.opinion.groups import Plan, find_groups, likeness
from analysis.opinion.judging import judge
from analysis.opinion.sentences import sentences
from analysis.opinion.space import directions, space
from analysis.opinion.tables import read_votes
from analysis.opinion.votes import AGREE, PASS, UNSEEN, Votes
from tests.often import often

PLAN = Plan(permutations=39)
ROOM = Plan(permutations=39, least_voters=12)


def said(votes: Votes, plan: Plan, language: str = "sv") -> str:
    return "\n".join(sentences(judge(votes, plan), plan, language))


def test_planted_groups_are_found_named_by_size_and_told_apart() -> None:
    votes = planted((50, 30), 20)
    found = judge(votes, PLAN)
    assert found.groups.shown
    assert found.groups.members is not None
    first, second = (
        {found.groups.members[str(who)] for who in part} for part in (range(50), range(50, 80))
    )
    assert (first, second) == ({"A"}, {"B"})
    assert found.groups.p is not None
    assert found.groups.p <= 0.05
    words = said(votes, PLAN)
    assert "2 grupper: A (50) och B (30). Indelningen är stabil." in words
    assert "Grupp B skiljer ut sig på påstående" in words
    assert "Enar grupperna mest: påstående" in words


def test_a_real_room_in_which_polis_stores_three_groups_has_none_that_beat_chance() -> None:
    votes = read_votes(LONDON)
    assert judge(votes, PLAN).groups.reason == "too_few"
    groups = judge(votes, Plan(least_voters=12)).groups
    assert (groups.shown, groups.reason, groups.voters) == (False, "chance", 24)


def test_no_small_cell_is_said_of_a_group() -> None:
    """Neither a count under five, nor one that leaves under five: the total would tell it."""
    for votes in (planted((50, 30), 20), planted((150, 90), 20, seen=0.5)):
        told = [
            line for line in said(votes, PLAN).splitlines() if "rupp" in line and " av " in line
        ]
        pairs = [(int(a), int(n)) for line in told for a, n in re.findall(r"(\d+) av (\d+)", line)]
        assert all(a >= 5 and n - a >= 5 for a, n in pairs)
    assert pairs


def test_a_room_gets_classes_and_no_attempt_at_groups() -> None:
    votes = planted((15, 9), 20)
    groups = judge(votes, PLAN).groups
    assert (groups.shown, groups.reason, groups.k, groups.members) == (False, "too_few", None, None)
    assert "Det behövs minst 50" in said(votes, PLAN)
    assert "samsyn" in said(votes, PLAN)


def test_coins_give_no_groups_and_say_so_in_both_languages() -> None:
    votes = tossed(80, 20, seed=3)
    groups = judge(votes, PLAN).groups
    assert (groups.shown, groups.reason) == (False, "chance")
    assert "Inga tydliga grupper. Omkastade röster" in said(votes, PLAN)
    assert "No clear groups. Shuffled votes" in said(votes, PLAN, "en")


def test_groups_that_were_not_tested_are_not_shown() -> None:
    plan = Plan(permutations=0)
    votes = planted((50, 30), 20)
    assert judge(votes, plan).groups.reason == "chance"
    assert "inte är prövade mot slumpen" in said(votes, plan)


def test_a_small_group_is_never_shown_however_clear() -> None:
    """Four who disagree about everything with ninety-six."""
    cells = np.full((100, 12), AGREE, dtype=np.int8)
    cells[:4] = -1
    groups = judge(votes_of(cells), PLAN).groups
    assert not groups.shown


@pytest.mark.parametrize("people", [12, 14, 50, 51, 400])
def test_no_group_is_under_five_or_a_tenth(people: int) -> None:
    points = np.random.default_rng(people).normal(size=(people, 2))
    points[::2] += 4
    found = divide(points, np.random.default_rng(1))
    assert found.labels is not None
    assert np.bincount(found.labels).min() >= least_members(people) >= max(5, people / 10)


def test_the_floor_cannot_be_set_below_twelve() -> None:
    with pytest.raises(ValueError, match="12"):
        Plan(least_voters=11)


@often(12)
@given(st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_rows_and_columns_changes_nothing(draw: object, clear: bool) -> None:
    votes = planted((14, 10), 12) if clear else tossed(24, 12, seed=2, seen=0.7)
    people, statements = list(range(24)), list(range(12))
    draw.shuffle(people)  # type: ignore[attr-defined]
    draw.shuffle(statements)  # type: ignore[attr-defined]
    mixed = votes.rows(people).columns(statements)
    assert as_bytes(mixed) == as_bytes(votes)


def as_bytes(votes: Votes) -> bytes:
    return json.dumps(opinion_shape(judge(votes, ROOM), "honest")).encode()


def test_shuffling_keeps_who_saw_what_and_every_total() -> None:
    cells = tossed(30, 8, seed=5, seen=0.6).cells
    before = space(cells)
    after = before.shuffled(np.random.default_rng(1))
    for start, end in zip(before.starts, before.starts[1:], strict=False):
        assert Counter(before.values[start:end].tolist()) == Counter(
            after.values[start:end].tolist()
        )
    assert before.people is after.people
    assert not np.array_equal(before.values, after.values)


@pytest.mark.parametrize(
    "cells",
    [
        np.full((60, 9), AGREE),
        np.full((60, 9), PASS),
        np.full((60, 9), UNSEEN),
        np.where(np.arange(60)[:, None] < 30, 1, -1),
        np.vstack([np.full((59, 9), UNSEEN), np.full((1, 9), AGREE)]),
        np.full((2, 9), AGREE),
        np.full((1, 1), AGREE),
    ],
    ids=[
        "all agree",
        "only passes",
        "nobody voted",
        "one statement",
        "one voter",
        "twins",
        "one vote",
    ],
)
@pytest.mark.parametrize("plan", [PLAN, ROOM])
def test_odd_votes_are_judged_without_an_error(cells: np.ndarray, plan: Plan) -> None:  # type: ignore[type-arg]
    votes = votes_of(cells.astype(np.int8))
    found = judge(votes, plan)
    assert len(found.judged.classes) == cells.shape[1]
    assert sentences(found, plan, "sv")
    sizes = Counter((found.groups.members or {}).values())
    assert all(size >= 5 for size in sizes.values())


def test_directions_are_those_of_a_full_decomposition() -> None:
    for shape in ((40, 9), (9, 40)):
        votes = np.random.default_rng(4).normal(size=shape)
        _, _, whole = np.linalg.svd(votes)
        assert np.abs(np.sum(directions(votes) * whole[:2].T, axis=0)) == pytest.approx([1.0, 1.0])


def test_likeness_is_the_share_of_pairs_beyond_chance() -> None:
    one, other = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2])
    assert likeness(one, one) == 1.0
    pairs = [(i, j) for i in range(6) for j in range(i)]
    both = sum(one[i] == one[j] and other[i] == other[j] for i, j in pairs)
    rows, columns = (sum(x[i] == x[j] for i, j in pairs) for x in (one, other))
    expected = rows * columns / len(pairs)
    assert likeness(one, other) == pytest.approx(
        (both - expected) / ((rows + columns) / 2 - expected)
    )


def test_the_seed_decides_chance() -> None:
    votes = planted((14, 10), 12).in_own_order()
    again = [find_groups(votes, Plan(39, seed, 12)) for seed in (1, 1, 2)]
    assert again[0] == again[1]
