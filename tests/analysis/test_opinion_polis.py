"""Polis' formulas against their definitions, written here as loops that share no code with the product."""

from __future__ import annotations

import math

import numpy as np
import pytest
from voting import LONDON, planted, tossed, votes_of

from analysis.opinion.polis.clusters import clustered, taking_part
from analysis.opinion.polis.computing import (
    Polis,
    as_polis,
    consensus,
    extremity,
    priority,
    representativeness,
)
from analysis.opinion.tables import read_votes
from analysis.opinion.votes import AGREE, DISAGREE, PASS, UNSEEN, Votes

NONE: frozenset[str] = frozenset()
CASES = [
    (planted((20, 12), 14, seen=0.6), NONE),
    (planted((20, 12), 14, seen=0.6), frozenset({"1", "7"})),
    (tossed(9, 30, seed=3, seen=0.5), frozenset({"0"})),
    (tossed(160, 12, seed=4, seen=0.7), NONE),
    (read_votes(LONDON), frozenset({"0", "2", "3", "20"})),
]
SMALL = 1e-9


def zeroed(votes: Votes, out: frozenset[str]) -> list[list[int | None]]:
    """The matrix as Polis' space sees it: None is unseen."""
    return [
        [
            0 if id_ in out else (None if cell == UNSEEN else cell)
            for id_, cell in zip(votes.statements, row, strict=True)
        ]
        for row in votes.cells.tolist()
    ]


def means(rows: list[list[int | None]]) -> list[float]:
    cast = [[cell for cell in column if cell is not None] for column in zip(*rows, strict=True)]
    return [sum(column) / len(column) if column else 0.0 for column in cast]


@pytest.mark.parametrize(("votes", "out"), CASES)
def test_mean_components_and_projection(votes: Votes, out: frozenset[str]) -> None:
    polis, rows = as_polis(votes, out), zeroed(votes, out)
    mean = means(rows)
    assert polis.mean == pytest.approx(mean, abs=SMALL)
    centred = np.array(
        [[0.0 if c is None else c - m for c, m in zip(row, mean, strict=True)] for row in rows]
    )
    for at in range(2):
        other = power_iteration(centred)
        assert abs(other @ polis.components[:, at]) >= 0.999
        centred = centred - np.outer(centred @ other, other)
    for row, point in zip(rows, polis.projection, strict=True):
        stretch = math.sqrt(len(mean) / max(1, sum(c is not None for c in row)))
        for at in range(2):
            along = sum(
                (c - m) * x
                for c, m, x in zip(row, mean, polis.components[:, at], strict=True)
                if c is not None
            )
            assert point[at] == pytest.approx(stretch * along, abs=SMALL)


def power_iteration(matrix: np.ndarray, rounds: int = 3_000) -> np.ndarray:  # type: ignore[type-arg]
    vector = np.random.default_rng(8).normal(size=matrix.shape[1])
    for _ in range(rounds):
        vector = matrix.T @ (matrix @ vector)
        vector /= np.linalg.norm(vector)
    return vector


def tallies(polis: Polis, at: int, names: set[str]) -> tuple[int, int, int]:
    """Agree, disagree and seen of one statement among the members of some groups, as cast."""
    members = polis.opinion.groups.members or {}
    votes = polis.opinion.votes
    column = votes.cells[:, at].tolist()
    cast = [
        c for who, c in zip(votes.participants, column, strict=True) if members.get(who) in names
    ]
    return cast.count(AGREE), cast.count(DISAGREE), sum(c != UNSEEN for c in cast)


@pytest.mark.parametrize(("votes", "out"), CASES)
def test_consensus_representativeness_and_priority(votes: Votes, out: frozenset[str]) -> None:
    polis = as_polis(votes, out)
    names = set(polis.opinion.by_group)
    assert len(names) >= 2
    agreed, typical, weights = (
        consensus(polis.opinion.by_group, len(votes.statements)),
        representativeness(polis.opinion.by_group),
        priority(polis),
    )
    for at in range(len(votes.statements)):
        product = 1.0
        for name in names:
            a, d, s = tallies(polis, at, {name})
            a_rest, d_rest, s_rest = tallies(polis, at, names - {name})
            product *= (a + 1) / (s + 2)
            for_it, against = (side[at] for side in typical[name])
            assert for_it == pytest.approx(
                ((a + 1) / (s + 2)) / ((a_rest + 1) / (s_rest + 2)), rel=1e-6
            )
            assert against == pytest.approx(
                ((d + 1) / (s + 2)) / ((d_rest + 1) / (s_rest + 2)), rel=1e-6
            )
        assert agreed[at] == pytest.approx(product, abs=SMALL)
        a, d, s = tallies(polis, at, names)
        far = (
            math.sqrt(len(votes.statements))
            * (1 - polis.mean[at])
            * math.hypot(*polis.components[at])
        )
        assert extremity(polis)[at] == pytest.approx(far, abs=SMALL)
        importance = (1 - (s - a - d + 1) / (s + 2)) * (far + 1) * (a + 1) / (s + 2)
        assert weights[at] == pytest.approx((importance * (1 + 8 * 2 ** (-s / 5))) ** 2, abs=SMALL)


def test_planted_groups_are_recovered_and_everybody_with_seven_votes_is_in_one() -> None:
    votes = planted((30, 20), 16)
    members = as_polis(votes, NONE).opinion.groups.members
    assert members is not None
    assert members.keys() == set(votes.participants)
    assert len({members[str(who)] for who in range(30)}) == 1
    assert len({members[str(who)] for who in range(30, 50)}) == 1


def test_groups_are_numbered_by_arrival() -> None:
    points = np.array([[0, 0], [9, 9], [0, 1], [9, 8], [1, 0], [8, 9]], dtype=float)
    for order in ([0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0]):
        found = clustered(points[order], np.arange(6))
        assert found is not None
        assert found.labels.tolist() == [0, 1, 0, 1, 0, 1]


def test_a_quiet_conversation_takes_in_the_most_active_up_to_fifteen() -> None:
    cells = np.full((20, 10), UNSEEN, dtype=np.int8)
    for who in range(20):
        cells[who, : 1 + who % 6] = PASS
    chosen = taking_part(cells)
    assert len(chosen) == 15
    left = set(range(20)) - set(chosen.tolist())
    assert max(1 + who % 6 for who in left) <= min(1 + who % 6 for who in chosen.tolist())


@pytest.mark.parametrize("value", [AGREE, PASS, UNSEEN])
def test_votes_that_are_all_alike_have_no_groups(value: int) -> None:
    polis = as_polis(votes_of(np.full((20, 9), value, dtype=np.int8)), NONE)
    assert (polis.opinion.groups.shown, polis.opinion.groups.reason) == (False, "too_few")
    assert np.isfinite(priority(polis)).all()


@pytest.mark.slow
def test_a_wide_conversation_has_the_same_directions() -> None:
    """Above 1,500 of both, only the largest directions are computed."""
    votes = planted((900, 700), 1_600, seen=0.05)
    polis = as_polis(votes, NONE)
    centred = np.where(votes.cells == UNSEEN, 0.0, votes.cells - polis.mean)
    assert abs(power_iteration(centred, 100) @ polis.components[:, 0]) >= 0.999
