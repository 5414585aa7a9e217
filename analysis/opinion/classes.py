"""The class of each statement: agreed on, divided, or nothing that can be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.opinion.counting import Counts, adjusted, exact_p, wilson
from analysis.opinion.rules import Class, Rules
from analysis.opinion.votes import Marks, Real


@dataclass(frozen=True, slots=True)
class Judged:
    """One entry for each statement.

    `p` is exact, `q` is p corrected for the number of statements, 1 where too few have seen it to be asked about.
    `low`, `high`: Wilson's interval of the share that agrees. `hesitant`: many passed, whatever the class.
    """

    counts: Counts
    p: Real
    q: Real
    low: Real
    high: Real
    hesitant: Marks
    classes: tuple[Class, ...]


def judged(counts: Counts, groups: Sequence[Counts], rules: Rules) -> Judged:
    """The class of each statement; `groups` are the counts of groups that are shown."""
    asked = counts.seen >= rules.least_seen
    p = exact_p(counts)
    q = np.ones_like(p)
    q[asked] = adjusted(p[asked])
    low, high = wilson(counts.agree, counts.decided)
    smaller_low, _ = wilson(np.minimum(counts.agree, counts.disagree), counts.decided)
    hesitant = asked & (_passing(counts) >= _much_passing(counts, asked, rules))
    agreed = (q <= rules.false_rate) & _carried(counts, groups, rules)
    chosen = np.select(
        [~asked, agreed, smaller_low >= rules.least_smaller, hesitant],
        ["too_few", "consensus", "divided", "uncertain"],
        "none",
    )
    return Judged(counts, p, q, low, high, hesitant, tuple(chosen.tolist()))


def _carried(counts: Counts, groups: Sequence[Counts], rules: Rules) -> Marks:
    """Whether the larger side is large enough, in every group too."""
    larger = np.maximum(counts.agree, counts.disagree)
    enough = larger >= rules.least_share * np.maximum(counts.decided, 1)
    for group in groups:
        theirs = np.where(
            counts.agree >= counts.disagree, group.smoothed_agree, group.smoothed_disagree
        )
        enough &= theirs >= rules.least_share
    return np.asarray(enough)


def _passing(counts: Counts) -> Real:
    return np.asarray(counts.passed / np.maximum(counts.seen, 1))


def _much_passing(counts: Counts, asked: Marks, rules: Rules) -> float:
    """From where a statement is passed by many: the upper quartile of this survey, or a fifth."""
    shares = _passing(counts)[asked]
    return max(rules.least_passed, float(np.quantile(shares, 0.75)) if shares.size else 0.0)
