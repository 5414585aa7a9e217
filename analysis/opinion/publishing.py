"""What of an opinion may be shown to others: the gate for statements and groups.

- A statement is told when k people or more have answered it; until then only that it waits.
- Groups are told after closing, when there will be no later reading to subtract. In a group a statement is told when
  the group has k answers to it, not all alike, and the same holds for those in no group that is told.
- Who belongs to a group is never told. All who voted are counted with one, so that nobody stands outside to be
  worked out (`placing.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from analysis.breakdown import LEAST_GROUPS, admitted
from analysis.opinion.placing import everybody
from analysis.opinion.telling import bridging, group_counts, others, typical
from analysis.opinion.told import Tally, ToldGroups, ToldOpinion, ToldStatement, Typical
from analysis.voting import ids_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.disclosure import Gate
    from analysis.opinion.counting import Counts
    from analysis.opinion.groups import Plan
    from analysis.opinion.judging import Opinion
    from surveys.statements import Statement


def told(
    opinion: Opinion, rows: Sequence[Statement], plan: Plan, gate: Gate, *, closed: bool
) -> ToldOpinion:
    """What may be shown of `opinion`, whose statements are `rows`; what may not is in the gate's log."""
    voters = len(opinion.votes.participants)
    places = {id_: at for at, id_ in enumerate(opinion.votes.statements)}
    members = everybody(opinion) if closed else {}
    shown = group_counts(opinion.votes, members)
    groups = _groups(opinion, plan, gate, members, shown)
    return ToldOpinion(
        voters if voters >= gate.k else None,
        tuple(
            _statement(opinion, row, id_, places[id_], shown, gate)
            for id_, row in zip(ids_of(rows), rows, strict=True)
        ),
        groups,
    )


def _statement(
    opinion: Opinion, row: Statement, id_: str, at: int, shown: Mapping[str, Counts], gate: Gate
) -> ToldStatement:
    found = opinion.judged
    tally = _tally(found.counts, at)
    about = (id_, row.question, row.text, row.origin, found.classes[at])
    if not gate.admits(f"statement:{id_}", tally.seen):
        return ToldStatement(*about)
    return ToldStatement(
        *about,
        hesitant=bool(found.hesitant[at]),
        tally=tally,
        p=float(found.p[at]),
        q=float(found.q[at]),
        wilson=(float(found.low[at]), float(found.high[at])),
        groups=_in_groups(tally, shown, id_, at, gate),
    )


def _tally(counts: Counts, at: int) -> Tally:
    return Tally(int(counts.agree[at]), int(counts.disagree[at]), int(counts.passed[at]))


def _in_groups(
    total: Tally, shown: Mapping[str, Counts], id_: str, at: int, gate: Gate
) -> dict[str, Tally]:
    """Each group's votes through the door for break-downs: everybody in no group is a group of its own."""
    tallies = {name: _tally(counts, at) for name, counts in shown.items()}
    if not tallies:
        return {}
    tables = {name: _votes(tally) for name, tally in tallies.items()}
    tables[""] = _votes(total) - sum(tables.values(), Counter())
    names, _ = admitted(tables, f"statement:{id_}:groups", gate)
    if len(names) < LEAST_GROUPS:
        return {}
    return {name: tally for name, tally in tallies.items() if name in names}


def _votes(tally: Tally) -> Counter[str]:
    return Counter(agree=tally.agree, disagree=tally.disagree, passed=tally.passed)


def _groups(
    opinion: Opinion,
    plan: Plan,
    gate: Gate,
    members: Mapping[str, str],
    shown: Mapping[str, Counts],
) -> ToldGroups:
    found = opinion.groups
    voters = found.voters if found.voters >= gate.k else None
    limits = (plan.least_voters, plan.permutations)
    if found.shown and not members:
        return ToldGroups("open", voters, *limits)
    tests = (found.silhouette, found.p, found.stability)
    if not found.shown:
        return ToldGroups(found.reason, voters, *limits, *tests)
    sizes = Counter(members.values())
    return ToldGroups(
        None,
        voters,
        *limits,
        *tests,
        sizes={name: sizes[name] for name in shown},
        typical={name: tuple(_typical(opinion, shown, name)) for name in shown},
        bridges=_bridges(opinion, shown),
    )


def _typical(opinion: Opinion, shown: Mapping[str, Counts], name: str) -> Iterator[Typical]:
    for one in typical(shown[name], others(shown, name)):
        yield Typical(opinion.votes.statements[one.statement], one.for_it)


def _bridges(opinion: Opinion, shown: Mapping[str, Counts]) -> tuple[str, ...]:
    agreed = np.array([kind == "consensus" for kind in opinion.judged.classes])
    found = bridging(tuple(shown.values()), agreed)
    return tuple(opinion.votes.statements[at] for at in found)
