"""Groups that differ: how large, what tells them apart and what unites them, or why none are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.opinion.rules import LEAST_VOTES, VERY_STABLE
from analysis.opinion.told import Tally
from analysis.report.opinion_words import counted

if TYPE_CHECKING:
    from analysis.opinion.told import ToldStatement, Typical
    from analysis.report.blocks import Block
    from analysis.report.opinion_words import Telling

MOST_TYPICAL = 3
"""Statements in the picture of one group; the others are told in words."""
MOST_BARS = 6
"""In one picture: a bar for each group under each statement."""


def group_blocks(telling: Telling) -> Iterator[Block]:
    """The groups with what tells them apart and what unites them, or why none are shown."""
    making = _Groups(telling)
    found = telling.opinion.groups
    if not found.shown:
        yield making.none()
        return
    yield making.found()
    for name in found.sizes:
        yield making.group(name, found.typical.get(name, ()))
    yield making.bridges()


class _Groups:
    def __init__(self, telling: Telling) -> None:
        self._telling, self._opinion = telling, telling.opinion
        self._wording, self._say = telling.wording, telling.say

    def none(self) -> Block:
        found, say = self._opinion.groups, self._say
        votes = min(LEAST_VOTES, len(self._opinion.statements))
        if found.reason == "open":
            needed = say("voting-groups-open")
        elif found.reason == "too_few" and found.voters is None:
            needed = say(
                "voting-groups-needed-too-few-hidden",
                least=found.least_voters,
                votes=votes,
            )
        else:
            reason = (found.reason or "chance").replace("_", "-")
            needed = say(
                f"voting-groups-needed-{reason}",
                least=found.least_voters,
                votes=votes,
                voters=found.voters or 0,
            )
        notes = [needed] if found.reason == "open" else [needed, say("opinion-absence")]
        finding = f"{say('voting-groups-none')}. {needed}"
        notes = notes[1:] if notes[0] in finding else notes
        return self._telling.block(say("voting-groups-asked"), finding, notes)

    def found(self) -> Block:
        found, say = self._opinion.groups, self._say
        sizes = self._wording.listed(
            [say("voting-group-size", name=name, n=n) for name, n in found.sizes.items()]
        )
        finding = say("voting-groups-finding", k=len(found.sizes), sizes=sizes)
        notes = [say("voting-groups-counts")]
        if found.p is not None:
            notes.insert(0, say("voting-groups-beat", share=f"{100 * found.p:.1f}"))
        if found.stability is not None:
            stable = "very" if found.stability >= VERY_STABLE else "fairly"
            notes.insert(0, say("voting-groups-stable", stable=stable))
        return self._by_group(
            say("voting-groups-asked"), f"{finding}.", self._apart(), notes, found.sizes
        )

    def _apart(self) -> list[ToldStatement]:
        """The statements that divide the groups most, of those whose votes may be told for each."""
        sizes = self._opinion.groups.sizes
        told = [one for one in self._opinion.statements if len(one.groups) == len(sizes)]
        return sorted(told, key=lambda one: (-_spread(one.groups), one.id))[
            : _statements_for(sizes)
        ]

    def _by_group(
        self,
        asked: str,
        finding: str,
        chosen: Sequence[ToldStatement],
        notes: Sequence[str],
        names: Mapping[str, int],
    ) -> Block:
        """Bars of each group under each statement."""
        bars = [
            (
                self._say("voting-group-row", name=name, text=self._telling.text(one)),
                one.groups[name],
            )
            for one in chosen
            for name in names
            if name in one.groups
        ]
        lines = [self._telling.plain(label, tally) for label, tally in bars]
        return self._telling.block(asked, finding, notes, lines, [counted(*bar) for bar in bars])

    def group(self, name: str, found: Sequence[Typical]) -> Block:
        say, n = self._say, self._opinion.groups.sizes[name]
        asked = say("voting-group-asked", name=name)
        if not found:
            finding = say("voting-group-nothing", name=name, n=n)
            return self._telling.block(asked, finding)
        chosen = [(self._opinion.named(one.statement), one.for_it) for one in found]
        finding = self._stands_out(name, *chosen[0])
        bars: list[tuple[str, Tally]] = []
        for one, _ in chosen[:MOST_TYPICAL]:
            if name in one.groups and one.tally is not None:
                text = self._telling.text(one)
                bars.append((say("voting-group-row", name=name, text=text), one.groups[name]))
                rest = _less(one.tally, one.groups[name])
                bars.append((say("voting-group-rest", text=text), rest))
        words = [self._stands_out(name, *one) for one in chosen[1:] if name not in one[0].groups]
        notes = [*words, *([say("voting-group-plain")] if words or not bars else [])]
        lines = [self._telling.plain(*bar) for bar in bars]
        return self._telling.block(asked, finding, notes, lines, [counted(*bar) for bar in bars])

    def _stands_out(self, name: str, one: ToldStatement, for_it: bool) -> str:
        n = self._opinion.groups.sizes[name]
        told = {
            "name": name,
            "n": n,
            "text": self._telling.quoted(one),
            "side": "for" if for_it else "against",
        }
        if name not in one.groups or one.tally is None:
            return self._say("voting-group-finding-plain", **told)
        own, rest = one.groups[name], _less(one.tally, one.groups[name])
        shares = [
            self._wording.share(tally.agree if for_it else tally.disagree, tally.seen)
            for tally in (own, rest)
        ]
        return self._say("voting-group-finding", share=shares[0], rest=shares[1], **told)

    def bridges(self) -> Block:
        found, say = self._opinion.groups, self._say
        asked = say("voting-bridges-asked")
        chosen = [self._opinion.named(id_) for id_ in found.bridges]
        if not chosen:
            return self._telling.block(asked, say("voting-bridges-none"))
        finding = say("voting-bridges-finding", n=len(chosen), text=self._telling.quoted(chosen[0]))
        untold = [self._telling.quoted(one) for one in chosen if not one.groups]
        notes = [f"{self._wording.listed(untold)} {say('voting-group-plain')}"] if untold else []
        told = [one for one in chosen if one.groups][: _statements_for(found.sizes)]
        return self._by_group(asked, finding, told, notes, found.sizes)


def _statements_for(sizes: Mapping[str, int]) -> int:
    """How many statements have room in a picture with a bar for each group."""
    return max(2, MOST_BARS // max(len(sizes), 1))


def _less(total: Tally, part: Tally) -> Tally:
    return type(total)(
        total.agree - part.agree, total.disagree - part.disagree, total.passed - part.passed
    )


def _spread(groups: Mapping[str, Tally]) -> float:
    shares = [tally.agree / max(tally.seen, 1) for tally in groups.values()]
    return round(max(shares) - min(shares), 9)
