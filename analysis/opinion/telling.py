"""The statements that tell groups apart, and those that bring them together.

Groups were made from these very votes, so no test of their differences would be valid: what is shown are counts.
The measures are Polis' (Small et al. 2021); what they rank is shown as counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.opinion.counting import Counts, count
from analysis.opinion.votes import Marks, Real, Votes, Whole
from surveys.survey import K_MIN

NOTABLE = 1.2815515655446004
"""One-sided 90 % of the normal distribution: how far a statement must stand out to be typical of a group."""
MOST_TYPICAL = 5
MOST_BRIDGES = 5
LEAST_BRIDGE = 0.5
"""Of the group that agrees least, smoothed: a statement that unites has more."""


@dataclass(frozen=True, slots=True)
class Side:
    """How typical one side is of a group, for each statement: Polis' four measures."""

    p: Real
    p_test: Real
    repness: Real
    repness_test: Real

    @property
    def strength(self) -> Real:
        """What statements are ranked by: the product of all four."""
        return np.asarray(self.p * self.p_test * self.repness * self.repness_test)


def group_counts(votes: Votes, members: Mapping[str, str]) -> dict[str, Counts]:
    """The counts of each group, in the order of their names."""
    belongs = np.array([members.get(who, "") for who in votes.participants])
    return {name: count(votes.cells[belongs == name]) for name in sorted(set(members.values()))}


def others(by_group: Mapping[str, Counts], name: str) -> Counts:
    """The counts of all groups but one."""
    nobody = Counts(*[np.zeros_like(by_group[name].agree)] * 3)
    return sum((counts for other, counts in by_group.items() if other != name), nobody)


def sides(group: Counts, rest: Counts) -> tuple[Side, Side]:
    """How typical agreeing, and disagreeing, is of a group against the rest."""
    return (
        _side(group.agree, group.seen, rest.agree, rest.seen),
        _side(group.disagree, group.seen, rest.disagree, rest.seen),
    )


def _side(hits: Whole, seen: Whole, rest_hits: Whole, rest_seen: Whole) -> Side:
    p = (hits + 1) / (seen + 2)
    p_test = 2 * np.sqrt(seen + 1) * ((hits + 1) / (seen + 1) - 0.5)
    repness = p / ((rest_hits + 1) / (rest_seen + 2))
    return Side(p, p_test, repness, _two_shares(hits, seen, rest_hits, rest_seen))


def _two_shares(hits: Whole, seen: Whole, rest_hits: Whole, rest_seen: Whole) -> Real:
    """Z of the difference of two shares, with one more on all four counts."""
    pooled = (hits + rest_hits + 2) / (seen + rest_seen + 2)
    apart = (hits + 1) / (seen + 1) - (rest_hits + 1) / (rest_seen + 1)
    spread = np.sqrt(
        np.clip(pooled * (1 - pooled), 0, None) * (1 / (seen + 1) + 1 / (rest_seen + 1))
    )
    return np.asarray(np.divide(apart, spread, out=np.zeros_like(apart), where=spread > 0))


@dataclass(frozen=True, slots=True)
class Typical:
    """A statement that a group stands out on: `for_it` says on which side."""

    statement: int
    for_it: bool


def typical(group: Counts, rest: Counts) -> tuple[Typical, ...]:
    """The statements most typical of a group, strongest first; only those that enough have seen on both sides."""
    enough = (group.seen >= K_MIN) & (rest.seen >= K_MIN)
    found: list[tuple[float, int, bool]] = []
    for for_it, side in zip((True, False), sides(group, rest), strict=True):
        notable = enough & (side.p_test > NOTABLE) & (side.repness_test > NOTABLE)
        found += [
            (-round(float(side.strength[at]), 9), int(at), for_it) for at in np.flatnonzero(notable)
        ]
    return tuple(Typical(at, for_it) for _, at, for_it in sorted(found)[:MOST_TYPICAL])


def least_agreeing(groups: Sequence[Counts]) -> Real:
    """Of each statement, the smallest smoothed share of a group that agrees: how far it bridges.

    Not the product that Polis has: that falls with the number of groups.
    """
    return np.asarray(np.min([group.smoothed_agree for group in groups], axis=0))


def bridging(groups: Sequence[Counts], agreed: Marks) -> tuple[int, ...]:
    """Of the statements that are agreed on, those that unite the groups, the one that unites most first.

    k or more in each group have answered them; none where there is one group.
    """
    if len(groups) < 2:
        return ()
    seen = np.min([group.seen for group in groups], axis=0) >= K_MIN
    least = np.where(seen & agreed, np.round(least_agreeing(groups), 9), 0.0)
    found = [int(at) for at in np.argsort(-least, kind="stable") if least[at] > LEAST_BRIDGE]
    return tuple(found[:MOST_BRIDGES])
