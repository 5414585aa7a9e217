"""How many voted what on each statement, and what chance alone would do.

The exact binomial test decides, Wilson's interval is for the picture; the correction is Benjamini and Hochberg's
(1995), which exact p-values only make more careful.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import bdtr

from analysis.opinion.votes import AGREE, DISAGREE, PASS, Cells, Real, Whole

Z = 1.959963984540054
"""Two-sided 95 % of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Votes for each statement; `seen` holds the passes, `decided` does not."""

    agree: Whole
    disagree: Whole
    passed: Whole

    @property
    def decided(self) -> Whole:
        """Who took a stand."""
        return self.agree + self.disagree

    @property
    def seen(self) -> Whole:
        """Who answered, passes too."""
        return self.decided + self.passed

    @property
    def smoothed_agree(self) -> Real:
        """(A + 1) / (S + 2), as Polis has it: .5 where nobody has seen the statement."""
        return np.asarray((self.agree + 1) / (self.seen + 2))

    @property
    def smoothed_disagree(self) -> Real:
        """(D + 1) / (S + 2)."""
        return np.asarray((self.disagree + 1) / (self.seen + 2))

    def __add__(self, other: Counts) -> Counts:
        """These and those of other people."""
        return Counts(
            self.agree + other.agree, self.disagree + other.disagree, self.passed + other.passed
        )


def count(cells: Cells) -> Counts:
    """The counts of every column."""
    agree, disagree, passed = (
        np.count_nonzero(cells == value, axis=0).astype(np.int64)
        for value in (AGREE, DISAGREE, PASS)
    )
    return Counts(agree, disagree, passed)


def exact_p(counts: Counts) -> Real:
    """Two-sided: how often a coin would divide those who took a stand at least so unevenly."""
    smaller = np.minimum(counts.agree, counts.disagree)
    return np.asarray(np.minimum(1.0, 2 * bdtr(smaller.astype(float), counts.decided, 0.5)))


def adjusted(p: Real) -> Real:
    """P after Benjamini and Hochberg's correction for looking at all of them."""
    order = np.argsort(p, kind="stable")
    stepped = p[order] * len(p) / np.arange(1, len(p) + 1)
    held = np.minimum.accumulate(stepped[::-1])[::-1]
    result = np.empty_like(p)
    result[order] = np.minimum(held, 1.0)
    return result


def wilson(hits: Whole, n: Whole) -> tuple[Real, Real]:
    """Wilson's 95 % interval of a share; (0, 1) where nobody took a stand."""
    some = np.maximum(n, 1)
    share, spread = hits / some, Z * Z / some
    middle = share + spread / 2
    half = Z * np.sqrt(share * (1 - share) / some + spread / (4 * some))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return (
        np.where(n > 0, np.clip(low, 0.0, 1.0), 0.0),
        np.where(n > 0, np.clip(high, 0.0, 1.0), 1.0),
    )
