"""Groups that beat shuffled votes and are stable, or why none are shown.

A clustering always finds clusters, and shuffled votes give silhouettes that look good; so the same votes, dealt
anew inside each statement, go through exactly the same code, and only what they hardly ever reach is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from analysis.opinion.clusters import Division, divide
from analysis.opinion.rules import (
    FLOOR_OF_VOTERS,
    LEAST_STABLE,
    LEAST_VOTERS,
    LEAST_VOTES,
    LEVEL,
    PERMUTATIONS,
    Reason,
)
from analysis.opinion.space import Space, space
from analysis.opinion.votes import UNSEEN, Cells, Votes, Whole
from surveys.survey import K_MIN

Progress = Callable[[int], None]

ENOUGH = 10
"""Shuffles that do as well, after which more would change nothing (Besag and Clifford 1991)."""
PARTS = 20
PART = 0.9
_OBSERVED, _SHUFFLE, _PART = range(3)
"""What a draw is for: each has its own stream of chance."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How groups are looked for; the same plan and votes give the same groups.

    `least_voters`: people with enough votes under which nothing is tried, never below 12.
    """

    permutations: int = PERMUTATIONS
    seed: int = 0
    least_voters: int = LEAST_VOTERS

    def __post_init__(self) -> None:
        if self.least_voters < FLOOR_OF_VOTERS:
            raise ValueError(f"groups need at least {FLOOR_OF_VOTERS} voters")

    def chance(self, what: int, number: int = 0) -> np.random.Generator:
        """The generator of one draw: the order in which draws are made does not matter."""
        return np.random.default_rng([self.seed, what, number])


@dataclass(frozen=True, slots=True)
class Groups:
    """`members`: participant to group, `A` the largest; empty unless shown.

    `voters`: people with enough votes. `p`: share of shuffles that do as well, at most 1. `stability`: median
    adjusted Rand index of 20 parts of 90 % against the whole; None where it was not looked at.
    """

    reason: Reason | None
    voters: int
    k: int | None = None
    silhouette: float | None = None
    p: float | None = None
    stability: float | None = None
    members: dict[str, str] | None = None

    @property
    def shown(self) -> bool:
        """Whether there are groups to show."""
        return self.members is not None


def find_groups(votes: Votes, plan: Plan, progress: Progress = lambda _: None) -> Groups:
    """The groups among `votes`, which must be in their own order. `progress` is told of each draw done."""
    people, cells = eligible(votes)
    if len(people) < plan.least_voters:
        return Groups("too_few", len(people))
    with one_thread():
        whole = space(cells)
        found = divide(whole.points(), plan.chance(_OBSERVED))
        p = beaten_by(whole, found, plan, progress)
        if found.labels is None or p > LEVEL:
            return Groups("chance", len(people), silhouette=found.silhouette, p=p)
        stability = stable(cells, found.labels, plan, progress)
    if stability < LEAST_STABLE:
        return Groups("unstable", len(people), None, found.silhouette, p, stability)
    names = named(found.labels)
    members = {votes.participants[who]: name for who, name in zip(people, names, strict=True)}
    return Groups(None, len(people), found.k, found.silhouette, p, stability, members)


def eligible(votes: Votes) -> tuple[Whole, Cells]:
    """The rows of those with enough votes, and their votes on statements that enough have seen."""
    counted = (votes.cells != UNSEEN).sum(axis=1)
    people = np.flatnonzero(counted >= max(1, min(LEAST_VOTES, len(votes.statements))))
    cells = votes.cells[people]
    return people, cells[:, (cells != UNSEEN).sum(axis=0) >= K_MIN]


def beaten_by(whole: Space, found: Division, plan: Plan, progress: Progress) -> float:
    """How often shuffled votes divide at least as well; 1 without a division or without shuffles."""
    if found.labels is None:
        return 1.0
    reached = 0
    for number in range(plan.permutations):
        rng = plan.chance(_SHUFFLE, number)
        reached += divide(whole.shuffled(rng).points(), rng).silhouette >= found.silhouette
        progress(1)
        if reached == ENOUGH:
            return reached / (number + 1)
    return (reached + 1) / (plan.permutations + 1)


def stable(cells: Cells, labels: Whole, plan: Plan, progress: Progress) -> float:
    """How much of the division comes back when it is made of nine tenths of the people: a median."""
    again = []
    for number in range(PARTS):
        rng = plan.chance(_PART, number)
        size = round(PART * len(cells))
        part = np.sort(rng.choice(len(cells), size, replace=False))
        other = divide(space(cells[part]).points(), rng).labels
        again.append(0.0 if other is None else likeness(other, labels[part]))
        progress(1)
    return float(np.median(again))


def likeness(one: Whole, other: Whole) -> float:
    """The adjusted Rand index of two divisions of the same people: 1 the same, 0 as chance would have it."""
    table = np.zeros((one.max() + 1, other.max() + 1))
    np.add.at(table, (one, other), 1)
    together = _pairs(table).sum()
    rows, columns = _pairs(table.sum(axis=1)).sum(), _pairs(table.sum(axis=0)).sum()
    expected = rows * columns / max(_pairs(np.asarray(float(len(one)))), 1)
    most = (rows + columns) / 2
    return 1.0 if most == expected else round(float((together - expected) / (most - expected)), 9)


def _pairs(
    counts: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return counts * (counts - 1) / 2


def named(labels: Whole) -> list[str]:
    """`A`, `B` … by size; of two as large, the one whose member comes first."""
    sizes = np.bincount(labels)
    first = [int(np.argmax(labels == group)) for group in range(len(sizes))]
    order = sorted(range(len(sizes)), key=lambda group: (-sizes[group], first[group]))
    letters = {group: chr(ord("A") + place) for place, group in enumerate(order)}
    return [letters[int(label)] for label in labels]


@contextmanager
def one_thread() -> Iterator[None]:
    """Sums in one order: several threads would round differently from run to run."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        yield
