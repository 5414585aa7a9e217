"""An opinion in plain words, as bars and lists would be read aloud. No map of dots, whose areas mislead."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

import numpy as np

from analysis.opinion.counting import Counts
from analysis.opinion.groups import Plan
from analysis.opinion.judging import Opinion
from analysis.opinion.rules import LEVEL, VERY_STABLE
from analysis.opinion.telling import bridging, others, typical
from analysis.wording import Wording
from surveys.survey import K_MIN


def sentences(opinion: Opinion, plan: Plan, language: str) -> tuple[str, ...]:
    """What may be shown of an opinion, in order: statements with a class, then groups, or why there are none."""
    said = Wording(language)
    return (*_statements(opinion, said), *_groups(opinion, plan, said))


def statement_sentence(opinion: Opinion, at: int, said: Wording) -> str:
    """One statement: its class, how many agree of those who took a stand, and how many passed.

    Of statements that too few have seen, only that.
    """
    found, counts = opinion.judged, opinion.judged.counts
    for_it = counts.agree[at] >= counts.disagree[at]
    kind = found.classes[at].replace("_", "-")
    if kind == "consensus":
        kind = "agreed" if for_it else "refused"
    hits = counts.disagree[at] if kind == "refused" else counts.agree[at]
    sentence = said.say(
        f"opinion-{kind}",
        id=opinion.votes.statements[at],
        share=said.share(int(hits), int(counts.decided[at])),
        passed=int(counts.passed[at]),
        seen=int(counts.seen[at]),
    )
    marked = found.hesitant[at] and kind in {"agreed", "refused", "divided"}
    return f"{sentence} {said.say('opinion-hesitant')}" if marked else sentence


def _statements(opinion: Opinion, said: Wording) -> Iterator[str]:
    people, statements = len(opinion.votes.participants), len(opinion.votes.statements)
    yield said.say("opinion-head", people=people, statements=statements)
    classes = opinion.judged.classes
    for kind in ("consensus", "divided"):
        places = [at for at, found in enumerate(classes) if found == kind]
        for at in sorted(places, key=lambda at: (opinion.judged.p[at], at)):
            yield statement_sentence(opinion, at, said)
    held = Counter(classes)
    yield said.say(
        "opinion-rest", none=held["none"], uncertain=held["uncertain"], few=held["too_few"]
    )
    if held["consensus"]:
        yield said.say("opinion-corrected")


def _groups(opinion: Opinion, plan: Plan, said: Wording) -> Iterator[str]:
    groups = opinion.groups
    if groups.members is None:
        yield _why_none(opinion, plan, said)
        yield said.say("opinion-absence")
        return
    sizes = Counter(groups.members.values())
    listed = said.listed(
        [said.say("opinion-size", name=name, n=sizes[name]) for name in opinion.by_group]
    )
    if groups.stability is None and groups.silhouette is None:
        yield said.say("opinion-groups-given", sizes=listed)
    elif groups.stability is None:
        yield said.say("opinion-groups-untested", k=groups.k, sizes=listed)
    else:
        stable = "very" if groups.stability >= VERY_STABLE else "fairly"
        yield said.say("opinion-groups", k=groups.k, sizes=listed, stable=stable)
    yield from _telling(opinion, said)
    yield from _bridging(opinion, said)


def _why_none(opinion: Opinion, plan: Plan, said: Wording) -> str:
    reason = (opinion.groups.reason or "chance").replace("_", "-")
    needed = math.ceil(1 / LEVEL) - 1
    if reason == "chance" and plan.permutations < needed:
        return said.say("opinion-no-groups-untested", least=needed)
    return said.say(
        f"opinion-no-groups-{reason}", voters=opinion.groups.voters, least=plan.least_voters
    )


def _telling(opinion: Opinion, said: Wording) -> Iterator[str]:
    """What each group stands out on; in numbers where no cell is small, in words where one is."""
    for name, group in opinion.by_group.items():
        rest = others(opinion.by_group, name)
        for found in typical(group, rest):
            at, id_ = found.statement, opinion.votes.statements[found.statement]
            side = "for" if found.for_it else "against"
            cells = [_cell(counts, at, for_it=found.for_it) for counts in (group, rest)]
            if any(_small(*cell) for cell in cells):
                yield said.say("opinion-tells-plain", name=name, id=id_, side=side)
            else:
                own, theirs = (said.share(*cell) for cell in cells)
                yield said.say(
                    "opinion-tells", name=name, id=id_, share=own, rest=theirs, side=side
                )


def _bridging(opinion: Opinion, said: Wording) -> Iterator[str]:
    """Statements agreed on in every group, the one that brings them together most first."""
    groups = opinion.by_group
    agreed = np.array([found == "consensus" for found in opinion.judged.classes])
    for at in bridging(tuple(groups.values()), agreed):
        id_ = opinion.votes.statements[at]
        cells = {name: _cell(group, at, for_it=True) for name, group in groups.items()}
        if any(_small(*cell) for cell in cells.values()):
            yield said.say("opinion-bridges-plain", id=id_)
            continue
        shares = [
            said.say("opinion-in-group", name=name, share=said.share_inside(*cell))
            for name, cell in cells.items()
        ]
        yield said.say("opinion-bridges", id=id_, shares=said.listed(shares))


def _cell(counts: Counts, at: int, *, for_it: bool) -> tuple[int, int]:
    """How many took one side, of how many who answered."""
    return int((counts.agree if for_it else counts.disagree)[at]), int(counts.seen[at])


def _small(hits: int, seen: int) -> bool:
    """Whether fewer than k stand on either side: then no cell of that statement is shown by group.

    One of them alone would follow from the others and the total.
    """
    return min(hits, seen - hits) < K_MIN
