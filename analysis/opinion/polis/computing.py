"""Polis' numbers: mean, components, projection, consensus, representativeness and priority.

Moderated-out statements are 0 for everybody in the space, also for those who never saw them, and are counted as
cast in the groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.opinion.classes import judged
from analysis.opinion.counting import Counts, count
from analysis.opinion.groups import Groups, one_thread
from analysis.opinion.judging import Opinion, given
from analysis.opinion.polis.clusters import clustered, taking_part
from analysis.opinion.rules import Rules
from analysis.opinion.space import space
from analysis.opinion.telling import group_counts, others, sides
from analysis.opinion.votes import PASS, UNSEEN, Cells, Real, Votes


@dataclass(frozen=True, slots=True)
class Polis:
    """`mean` has an entry for each statement, `components` two; `projection` two for each participant."""

    opinion: Opinion
    mean: Real
    components: Real
    projection: Real


def as_polis(
    votes: Votes, excluded: frozenset[str], known: Mapping[str, str] | None = None
) -> Polis:
    """What Polis would compute; `votes` in order of arrival. `known`: groups to use instead of clustering."""
    out = np.array([id_ in excluded for id_ in votes.statements], dtype=bool)
    cells = votes.cells.copy()
    cells[:, out] = PASS
    with one_thread():
        placed = space(cells)
        components = placed.directions()
        projection = placed.points(components)
    groups = _found(votes, projection) if known is None else given(votes, known)
    by_group = group_counts(votes, groups.members or {})
    statements = judged(count(votes.cells), tuple(by_group.values()), Rules())
    mean = _mean(cells)
    return Polis(Opinion(votes, statements, groups, by_group), mean, components, projection)


def _mean(cells: Cells) -> Real:
    cast = cells != UNSEEN
    return np.asarray(np.where(cast, cells, 0).sum(axis=0) / np.maximum(cast.sum(axis=0), 1))


def _found(votes: Votes, projection: Real) -> Groups:
    """Polis' groups, `0`, `1` … in the order in which it begins them; it has at least two whenever it can."""
    people = taking_part(votes.cells)
    found = clustered(projection, people) if len(people) else None
    if found is None:
        return Groups("too_few", len(people))
    members = {
        votes.participants[who]: str(label)
        for who, label in zip(found.people, found.labels, strict=True)
    }
    return Groups(None, len(people), len(set(members.values())), found.silhouette, members=members)


def consensus(by_group: Mapping[str, Counts], statements: int) -> Real:
    """Group-informed consensus: the product of the groups' smoothed shares that agree.

    A group that has not seen a statement halves it, so that values of different numbers of groups do not compare.
    """
    product = np.ones(statements)
    for group in by_group.values():
        product *= group.smoothed_agree
    return product


def representativeness(by_group: Mapping[str, Counts]) -> dict[str, tuple[Real, Real]]:
    """For each group, how much more likely it is to agree, and to disagree, than the others."""
    found = {}
    for name, group in by_group.items():
        agree, disagree = sides(group, others(by_group, name))
        found[name] = (agree.repness, disagree.repness)
    return found


def extremity(polis: Polis) -> Real:
    """How far from the middle a single agreeing vote would put somebody, for each statement."""
    length = np.sqrt((polis.components**2).sum(axis=1))
    return np.asarray(np.sqrt(len(polis.mean)) * np.abs(1 - polis.mean) * length)


def priority(polis: Polis) -> Real:
    """The weight with which Polis draws a statement for the next vote; counts are those of the groups."""
    nobody = np.zeros(len(polis.mean), dtype=np.int64)
    counts = sum(polis.opinion.by_group.values(), Counts(nobody, nobody, nobody))
    passing = (counts.passed + 1) / (counts.seen + 2)
    importance = (1 - passing) * (extremity(polis) + 1) * counts.smoothed_agree
    return np.asarray((importance * (1 + 8 * 2.0 ** (-counts.seen / 5))) ** 2)
