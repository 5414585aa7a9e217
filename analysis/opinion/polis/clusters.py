"""Polis' two levels of k-means: up to a hundred base clusters of people, then two to five groups of those.

Both begin with the first distinct points, so that the order in which people arrived decides: pass it on unchanged.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.opinion.clusters import silhouette
from analysis.opinion.votes import UNSEEN, Cells, Real, Whole

LEAST_VOTES = 7
LEAST_PEOPLE = 15
BASES = 100
BASE_ROUNDS, GROUP_ROUNDS = 100, 20
MOVED = 0.01
MOST_GROUPS = 5
BASES_FOR_ONE_MORE = 12


@dataclass(frozen=True, slots=True)
class Clustered:
    """`labels[i]` is the group, from 0, of the person in row `people[i]`."""

    people: Whole
    labels: Whole
    silhouette: float


def taking_part(cells: Cells) -> Whole:
    """The rows of those who are clustered: with seven votes; if that is under fifteen, the most active up to it."""
    cast = (cells != UNSEEN).sum(axis=1)
    enough = cast >= min(LEAST_VOTES, cells.shape[1])
    if enough.sum() >= LEAST_PEOPLE:
        return np.flatnonzero(enough)
    active = np.argsort(-cast, kind="stable")[:LEAST_PEOPLE]
    return np.sort(active[cast[active] > 0])


def clustered(points: Real, people: Whole) -> Clustered | None:
    """Groups of some of the rows of `points`, in order of arrival; None where all stand in one place."""
    own = points[people]
    base, centres = _lloyd(own, np.ones(len(own)), BASES, BASE_ROUNDS)
    if len(centres) < 2:
        return None
    weights = np.bincount(base).astype(float)
    most = min(MOST_GROUPS, 2 + len(centres) // BASES_FOR_ONE_MORE, len(centres))
    best: Clustered | None = None
    for k in range(2, most + 1):
        groups, _ = _lloyd(centres, weights, k, GROUP_ROUNDS)
        value = _unweighted(centres, groups)
        if best is None or value > best.silhouette:
            best = Clustered(people, groups[base], value)
    return best


def _unweighted(centres: Real, groups: Whole) -> float:
    """Mean silhouette of base centres, however many people stand behind each; a lone one scores 0."""
    if groups.max() == 0:
        return -1.0
    apart = np.sqrt(((centres[:, None] - centres[None]) ** 2).sum(axis=2))
    return silhouette(centres, apart, groups, int(groups.max()) + 1)


def _lloyd(points: Real, weights: Real, k: int, rounds: int) -> tuple[Whole, Real]:
    """Labels from 0 and centres; starts at the first `k` distinct points, and clusters that empty are gone."""
    _, first = np.unique(points, axis=0, return_index=True)
    centres = points[np.sort(first)[:k]]
    labels = _nearest(points, centres)
    for _ in range(rounds):
        centres, labels, before = *_moved(points, weights, labels), centres
        labels = _nearest(points, centres)
        if len(centres) == len(before) and _still(centres, before):
            break
    kept, labels = np.unique(labels, return_inverse=True)
    return labels, centres[kept]


def _moved(points: Real, weights: Real, labels: Whole) -> tuple[Real, Whole]:
    """The weighted means of the clusters that have somebody, and labels that count only those."""
    kept, labels = np.unique(labels, return_inverse=True)
    mass = np.bincount(labels, weights, len(kept))
    sums = [np.bincount(labels, weights * axis, len(kept)) for axis in points.T]
    return np.stack(sums, axis=1) / mass[:, None], labels


def _still(centres: Real, before: Real) -> bool:
    """Whether centres, each set sorted, are less than `MOVED` from those before."""
    one, other = (each[np.lexsort(each.T[::-1])] for each in (centres, before))
    return bool((np.sqrt(((one - other) ** 2).sum(axis=1)) < MOVED).all())


def _nearest(points: Real, centres: Real) -> Whole:
    away = (centres**2).sum(axis=1)[None] - 2 * points @ centres.T
    return np.asarray(np.argmin(away, axis=1))
