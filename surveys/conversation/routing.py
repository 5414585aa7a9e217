"""Which statement somebody is handed next: even coverage first, then where an answer tells the most.

Few statements: everybody gets them all, in an order of their own. Many: those that fewest have seen or been handed,
until each has its share; then by how wide the interval is and how many agree, with a part left to pure chance.
A draw is a pure function of the pool, the seed of who asks, and what they have been handed. It costs as much as they
have been handed, and not as many statements as there are. Source: Polis' published weights are uneven (opinion
groups, section 8): hence counts first.
"""

from __future__ import annotations

import hashlib
import math
from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from surveys.statements import AGREE, DISAGREE, PASS, Statement, Votes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

ALL_UP_TO = 30
"""So many statements everybody gets, where the question sets no lower limit."""
ROUND = 15
"""Statements in one round where there are more, and the question does not say how many."""
CHANCE_SHARE = 0.2
"""Of the draws above the target: any statement, each as likely."""
_Z = 1.959964
_TRIES = 64
_STALE_SHARE = 0.1
"""Weights are worked out anew when so large a share of the pool has got an answer since."""


@dataclass(frozen=True, slots=True)
class Draw:
    """What was drawn, and how likely it was."""

    statement: str
    chance: float


class Pool:
    """The statements of one question as they stand now; who votes changes the counts, and nothing else."""

    def __init__(
        self,
        statements: Iterable[Statement],
        *,
        people: int = 0,
        most: int | None = None,
        chance: float = 1.0,
    ) -> None:
        """`people` have been handed something or are expected; `most` is the question's own limit (`max_shown`).

        `chance`: with which what everybody gets was drawn before it came here.
        """
        self.by_id = {each.id: each for each in statements}
        self.people = people
        self._most = most
        self._chance = chance
        self._shown = sorted(each.id for each in self.by_id.values() if each.state == "shown")
        self._loads = {
            each: self.by_id[each].votes.seen + self.by_id[each].waiting_for for each in self._shown
        }
        self._members: dict[int, list[str]] = {}
        self._place: dict[str, int] = {}
        self._levels: list[int] = []
        for each in self._shown:
            self._enter(each)
        self._answers = 0
        self._weights: _Weights | None = None

    def __len__(self) -> int:
        """How many can be handed out."""
        return len(self._shown)

    @property
    def round(self) -> int:
        """How many statements one round has."""
        usual = len(self) if len(self) <= ALL_UP_TO else ROUND
        return min(self._most or usual, len(self))

    @property
    def everybody_gets_all(self) -> bool:
        """Whether nothing is chosen: all statements fit into one round."""
        return self.round >= len(self)

    @property
    def target(self) -> float:
        """Answers each statement is to have before anything else counts: a fair share of all there will be."""
        return self.people * self.round / max(len(self), 1)

    def available(self, handed: Collection[str]) -> int:
        """How many there are that somebody has not been handed."""
        return len(self) - sum(each in self._loads for each in handed)

    def load(self, statement: str) -> int:
        """How many have seen a statement or have it before them."""
        return self._loads.get(statement, 0)

    # Drawing

    def draw(self, seed: str, handed: Collection[str]) -> Draw | None:
        """The next statement for somebody; None when they have been handed all."""
        left = self.available(handed)
        if left == 0:
            return None
        turn = f"{seed}/{len(handed)}"
        if self.everybody_gets_all:
            ordered = (each for each in self._shown if each not in handed)
            return Draw(min(ordered, key=lambda each: _unit(f"{seed}/{each}")), self._chance)
        taken = [each for each in handed if each in self._loads]
        level, free = self._lowest(taken)
        if level < self.target:
            return Draw(_any(self._members[level], handed, turn), 1 / free)
        return self._by_weight(turn, handed, taken, left)

    def _lowest(self, taken: Sequence[str]) -> tuple[int, int]:
        """The lowest load at which somebody has statements left, and how many."""
        mine: dict[int, int] = {}
        for each in taken:
            mine[self._loads[each]] = mine.get(self._loads[each], 0) + 1
        for level in self._levels:
            free = len(self._members[level]) - mine.get(level, 0)
            if free:
                return level, free
        raise AssertionError("there is one left")  # pragma: no cover

    def _by_weight(
        self, turn: str, handed: Collection[str], taken: Sequence[str], left: int
    ) -> Draw:
        weights = self._weighed()
        if _unit(f"{turn}/how") < CHANCE_SHARE:
            drawn = _any(self._shown, handed, turn)
        else:
            drawn = weights.pick(self._shown, handed, turn)
        free = weights.total - sum(weights.of(each) for each in taken)
        chance = CHANCE_SHARE / left + (1 - CHANCE_SHARE) * weights.of(drawn) / free
        return Draw(drawn, min(chance, 1.0))

    def _weighed(self) -> _Weights:
        """The weights of a moment ago: working them out for each draw would cost as many as there are."""
        if self._weights is None or self._answers >= _STALE_SHARE * len(self):
            self._weights = _Weights([(each, self.by_id[each].votes) for each in self._shown])
            self._answers = 0
        return self._weights

    # What changes

    def hand(self, statement: str, by: int = 1) -> None:
        """Somebody has it before them (or, with -1, no longer)."""
        if statement in self._loads:
            self._leave(statement)
            self._loads[statement] += by
            self._enter(statement)

    def count(self, statement: str, was: str | None, vote: str | None) -> None:
        """A vote has been cast or changed. The load is `hand`'s business."""
        found = self.by_id.get(statement)
        if found is not None:
            self.by_id[statement] = replace(found, votes=_moved(found.votes, was, vote))
            self._answers += 1

    def _enter(self, statement: str) -> None:
        level = self._loads[statement]
        if level not in self._members:
            self._members[level] = []
            insort(self._levels, level)
        self._place[statement] = len(self._members[level])
        self._members[level].append(statement)

    def _leave(self, statement: str) -> None:
        level = self._loads[statement]
        members, place = self._members[level], self._place[statement]
        members[place] = members[-1]
        self._place[members[place]] = place
        members.pop()
        if not members:
            del self._members[level]
            del self._levels[bisect_left(self._levels, level)]


class _Weights:
    """How much an answer to each statement would tell."""

    def __init__(self, counted: Sequence[tuple[str, Votes]]) -> None:
        self._each = {name: weight(votes) for name, votes in counted}
        self._sums = list(accumulate(self._each.values()))
        self.total = self._sums[-1]

    def of(self, statement: str) -> float:
        return self._each[statement]

    def pick(self, names: Sequence[str], handed: Collection[str], turn: str) -> str:
        for attempt in range(_TRIES):
            at = bisect_right(self._sums, _unit(f"{turn}/w{attempt}") * self.total)
            name = names[min(at, len(names) - 1)]
            if name not in handed:
                return name
        free = [name for name in names if name not in handed]
        sums = list(accumulate(self._each[name] for name in free))
        at = bisect_right(sums, _unit(f"{turn}/last") * sums[-1])
        return free[min(at, len(free) - 1)]


def weight(votes: Votes) -> float:
    """The width of Wilson's 95 % interval for agreement, times the smoothed share of all who saw it and agree.

    Until groups have been shown everybody is one group, and that share is the bridging value.
    """
    decided = votes.agree + votes.disagree
    width = wilson_width(votes.agree, decided)
    return width * (votes.agree + 1) / (votes.seen + 2)


def wilson_width(agree: int, n: int) -> float:
    """How wide Wilson's 95 % interval is for a share of `agree` out of `n`; 1 for none."""
    if n == 0:
        return 1.0
    share, square = agree / n, _Z * _Z
    return 2 * _Z * math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)


def _any(names: Sequence[str], handed: Collection[str], turn: str) -> str:
    """One of the names that was not handed, each as likely."""
    for attempt in range(_TRIES):
        name = names[int(_unit(f"{turn}/{attempt}") * len(names))]
        if name not in handed:
            return name
    free = [name for name in names if name not in handed]
    return free[int(_unit(f"{turn}/last") * len(free))]


def _unit(text: str) -> float:
    """A number from 0 up to 1 that the text decides: chance, the same each time."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:7], "big") / 2**56


def _moved(votes: Votes, was: str | None, vote: str | None) -> Votes:
    counts = {AGREE: votes.agree, DISAGREE: votes.disagree, PASS: votes.passed}
    for name, by in ((was, -1), (vote, 1)):
        if name in counts:
            counts[name] += by
    return Votes(*counts.values())
