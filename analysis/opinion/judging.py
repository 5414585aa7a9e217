"""All that is said of people's votes on statements, from one call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.opinion.classes import Judged, judged
from analysis.opinion.counting import Counts, count
from analysis.opinion.groups import Groups, Plan, Progress, find_groups
from analysis.opinion.rules import Rules
from analysis.opinion.telling import group_counts
from analysis.opinion.votes import Votes


@dataclass(frozen=True, slots=True)
class Opinion:
    """`votes` are in their own order, which is that of `judged`; `by_group` is empty unless groups are shown."""

    votes: Votes
    judged: Judged
    groups: Groups
    by_group: Mapping[str, Counts] = field(default_factory=dict)


def judge(
    votes: Votes,
    plan: Plan,
    *,
    known: Mapping[str, str] | None = None,
    progress: Progress = lambda _: None,
) -> Opinion:
    """Classes and groups. The order of rows and columns changes nothing; the seed is the only chance.

    `known`: groups people belong to already, such as organisations, by participant; then none are looked for.
    """
    ordered = votes.in_own_order()
    groups = find_groups(ordered, plan, progress) if known is None else given(ordered, known)
    by_group = group_counts(ordered, groups.members or {})
    found = judged(count(ordered.cells), tuple(by_group.values()), Rules())
    return Opinion(ordered, found, groups, by_group)


def given(votes: Votes, known: Mapping[str, str]) -> Groups:
    """Groups somebody brought: taken as they are."""
    members = {who: known[who] for who in votes.participants if who in known}
    return Groups(None, len(members), len(set(members.values())), members=members)
