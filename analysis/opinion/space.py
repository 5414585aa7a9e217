"""People as points: the two directions in which their votes differ most, and where each stands.

The projection is Polis' (Small et al. 2021): someone who has voted on few statements is moved outwards by
sqrt(statements / votes), or they would all lie in the middle.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.opinion.votes import UNSEEN, Cells, Real, Whole

_NOTHING = 1e-12
"""Variance of the second direction, as a part of the first's, that is only rounding."""
_DENSE = 1_500
"""Side of the matrix of products up to which all of it is taken apart."""


@dataclass(frozen=True, slots=True)
class Space:
    """Votes less the mean of their statement, ready to be dealt again.

    `values[i]` was cast by `people[i]`; those of statement s lie between `starts[s]` and `starts[s + 1]`.
    """

    shape: tuple[int, int]
    values: Real
    people: Whole
    starts: Whole
    stretch: Real

    def shuffled(self, rng: np.random.Generator) -> Space:
        """Votes dealt anew inside each statement among those who voted on it.

        Who saw what and the totals of each statement stay; what ties one statement to another goes.
        """
        values = self.values.copy()
        for at in range(self.shape[1]):
            rng.shuffle(values[self.starts[at] : self.starts[at + 1]])
        return Space(self.shape, values, self.people, self.starts, self.stretch)

    def directions(self) -> Real:
        """The two directions in which people differ most: statements x 2."""
        return directions(self._votes())

    def points(self, along: Real | None = None) -> Real:
        """A point for each person: people x 2."""
        votes = self._votes()
        return np.asarray(
            (votes @ (directions(votes) if along is None else along)) * self.stretch[:, None]
        )

    def _votes(self) -> Real:
        votes = np.zeros(self.shape)
        votes[self.people, np.repeat(np.arange(self.shape[1]), np.diff(self.starts))] = self.values
        return votes


def space(cells: Cells) -> Space:
    """The space of some people's votes."""
    seen = cells != UNSEEN
    totals = np.where(seen, cells, 0).sum(axis=0, dtype=np.int64)
    means = totals / np.maximum(seen.sum(axis=0), 1)
    statements, people = np.nonzero(seen.T)
    values = cells[people, statements] - means[statements]
    starts = np.concatenate([[0], np.cumsum(seen.sum(axis=0))])
    stretch = np.sqrt(cells.shape[1] / np.maximum(seen.sum(axis=1), 1))
    return Space(cells.shape, values, people, starts, stretch)


def directions(votes: Real) -> Real:
    """The first two principal directions of centred votes: statements x 2, the largest entry positive.

    Zeros stand for a direction without variance.
    """
    found = np.zeros((votes.shape[1], 2))
    if min(votes.shape) == 0:
        return found
    tall = votes.shape[0] >= votes.shape[1]
    variances, vectors = _largest(votes.T @ votes if tall else votes @ votes.T)
    for at, (variance, vector) in enumerate(zip(variances, vectors.T, strict=True)):
        if variance > max(_NOTHING * variances[0], _NOTHING):
            direction = vector if tall else votes.T @ vector / np.sqrt(variance)
            found[:, at] = direction * _sign(direction)
    return found


def _largest(products: Real) -> tuple[Real, Real]:
    """The two largest eigenvalues, largest first, with their vectors as columns."""
    side = len(products)
    if side <= _DENSE or not products.any():
        from scipy.linalg import eigh

        least = max(0, side - 2)
        values, vectors = eigh(products, subset_by_index=[least, side - 1], check_finite=False)
    else:
        from scipy.sparse.linalg import eigsh

        values, vectors = eigsh(products, k=2, v0=np.random.default_rng(0).normal(size=side))
    order = np.argsort(-values, kind="stable")
    return values[order], vectors[:, order]


def _sign(direction: Real) -> float:
    """Of the entry that is largest; of the first one, where two are as large but for rounding."""
    sizes = np.round(np.abs(direction) / np.abs(direction).max(), 9)
    return float(np.sign(direction[int(np.argmax(sizes))]))
