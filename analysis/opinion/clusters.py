"""Points in groups: k-means from several starts at once, and only groups of a size that may be shown."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from analysis.opinion.votes import Real, Whole
from surveys.survey import K_MIN

MOST_GROUPS = 5
STARTS = 10
ROUNDS = 60
SETTLED = 1_000
"""One in so many may still change group when the rounds end: nobody in a small room."""
SMALLEST_SHARE = 0.10
PAIRED = 1_000
"""People up to which each is compared with each; above, with the middles of the groups."""


@dataclass(frozen=True, slots=True)
class Division:
    """The best division of some people; no labels where none has groups of an admissible size.

    `silhouette`: -1 to 1, 0 where there is no division.
    """

    silhouette: float
    labels: Whole | None

    @property
    def k(self) -> int:
        """How many groups; 0 where there is no division."""
        return 0 if self.labels is None else int(self.labels.max()) + 1


def least_members(people: int) -> int:
    """People a group must have, of so many: never under five, never under a tenth."""
    return max(K_MIN, math.ceil(SMALLEST_SHARE * people))


def divide(points: Real, rng: np.random.Generator) -> Division:
    """The division into two to five groups with the best silhouette; the same generator gives the same one."""
    best = Division(0.0, None)
    people = len(points)
    apart = _distances(points) if people <= PAIRED else None
    for k in range(2, min(MOST_GROUPS, people // least_members(people)) + 1):
        labels = _admissible(points, k, rng)
        if labels is None:
            continue
        value = round(silhouette(points, apart, labels, k), 9)
        if value > best.silhouette:
            best = Division(value, labels)
    return best


def _admissible(points: Real, k: int, rng: np.random.Generator) -> Whole | None:
    """Of the starts whose groups are all large enough, the one that lies tightest."""
    labels, loose = _means(points, k, rng)
    sizes = np.stack([np.bincount(one, minlength=k) for one in labels])
    allowed = sizes.min(axis=1) >= least_members(len(points))
    if not allowed.any():
        return None
    return np.asarray(labels[int(np.argmin(np.where(allowed, np.round(loose, 9), np.inf)))])


def _means(points: Real, k: int, rng: np.random.Generator) -> tuple[Whole, Real]:
    """Labels (starts x people) and within-group squares of k-means; among many, a part of them is settled first."""
    if len(points) <= PAIRED:
        return _settled(points, _spread(points, k, rng))[:2]
    part = points[rng.choice(len(points), PAIRED, replace=False)]
    return _settled(points, _settled(part, _spread(part, k, rng))[2])[:2]


def _settled(points: Real, middles: Real) -> tuple[Whole, Real, Real]:
    """Lloyd's rounds, all starts beside each other: labels, squares and middles (starts x k x 2)."""
    labels, squares = _nearest(points, middles)
    for _ in range(ROUNDS):
        middles = _middles(points, labels, middles)
        before = labels
        labels, squares = _nearest(points, middles)
        if np.count_nonzero(labels != before) <= labels.size // SETTLED:
            break
    return labels, squares, middles


def _spread(points: Real, k: int, rng: np.random.Generator) -> Real:
    """Starts far from each other (k-means++, Arthur and Vassilvitskii 2007): starts x k x 2."""
    chosen = [points[rng.integers(len(points), size=STARTS)]]
    nearest = np.full((STARTS, len(points)), np.inf)
    for _ in range(k - 1):
        nearest = np.minimum(nearest, ((points[None] - chosen[-1][:, None]) ** 2).sum(axis=2))
        reached = np.cumsum(nearest, axis=1)
        drawn = rng.random(STARTS) * reached[:, -1]
        chosen.append(points[np.argmax(reached >= drawn[:, None], axis=1)])
    return np.stack(chosen, axis=1)


def _nearest(points: Real, middles: Real) -> tuple[Whole, Real]:
    """The middle each point is nearest to, for each start, and the sum of the squared distances."""
    starts, k, _ = middles.shape
    flat = middles.reshape(-1, 2)
    away = (flat**2).sum(axis=1)[:, None] - 2 * (flat @ points.T)
    away = away.reshape(starts, k, len(points))
    labels = np.zeros((starts, len(points)), dtype=np.int64)
    least = away[:, 0].copy()
    for at in range(1, k):
        nearer = away[:, at] < least
        labels[nearer] = at
        np.minimum(least, away[:, at], out=least)
    return labels, least.sum(axis=1) + (points**2).sum()


def _middles(points: Real, labels: Whole, before: Real) -> Real:
    """The means of the groups; a group that lost everybody stays where it was."""
    starts, k, _ = before.shape
    place = (labels + k * np.arange(starts)[:, None]).ravel()
    sizes = np.bincount(place, minlength=starts * k)
    sums = np.stack(
        [np.bincount(place, np.tile(axis, starts), starts * k) for axis in points.T], axis=1
    )
    means = sums / np.maximum(sizes, 1)[:, None]
    return np.where(sizes[:, None] > 0, means, before.reshape(-1, 2)).reshape(before.shape)


def _distances(points: Real) -> Real:
    return np.asarray(np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2)))


def silhouette(points: Real, apart: Real | None, labels: Whole, k: int) -> float:
    """Mean of (b - a) / max(a, b): how much nearer one's own group is than the next (Rousseeuw 1987).

    Whoever is alone in a group counts as 0. `apart`: each from each; None compares with the groups' middles.
    """
    rows = np.arange(len(points))
    member = np.zeros((len(points), k))
    member[rows, labels] = 1.0
    sizes = member.sum(axis=0)
    if apart is None:
        middles = (member.T @ points) / sizes[:, None]
        away = np.sqrt(((points[:, None] - middles[None]) ** 2).sum(axis=2))
    else:
        away = (apart @ member) / np.maximum(
            sizes[None] - member, 1
        )  # nobody is their own neighbour
    own = away[rows, labels].copy()
    away[rows, labels] = np.inf
    other = away.min(axis=1)
    widest = np.maximum(own, other)
    score = np.divide(other - own, widest, out=np.zeros_like(own), where=widest > 0)
    return float(np.where(sizes[labels] > 1, score, 0.0).mean())
