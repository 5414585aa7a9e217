"""The one door out: what may be published about few people.

k is about the base, the people behind a table, a theme's question or a quote's question (domain §5, §10.6):
nothing is shown on a base under k; counts inside a sufficient base may be small. Named places are groups of
people at a spot, so each needs a base of its own, and what is left over is never a group under k (L7, S17).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from surveys.survey import K_MIN

Reason = Literal[
    "base_below_k",
    "cell_below_k",
    "complementary",
    "too_few_answers",
    "since_last",
    "erased",
    "purged",
]

MIN_VOICES = 3
"""People behind a theme (S8)."""
MIN_CLOUD_ANSWERS = 10
MIN_WORD_PEOPLE = 2
PERCENT_FROM = 20
"""Percentages only where at least this many answered (S1)."""

Published = TypeVar("Published")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One thing that was held back: `where` names a part of the report, never content."""

    where: str
    reason: Reason


@dataclass(slots=True)
class Gate:
    """Decides what passes, and keeps the suppression log of one report."""

    k: int = K_MIN
    log: list[Suppression] = field(default_factory=list)
    about: str = ""
    """Which of several surveys is let through, as the log calls it; '' where there is one."""

    def of(self, code: str) -> Gate:
        """The same gate with the same log, for one survey of a series: what is held back says of which."""
        return replace(self, about=f"survey:{code}")

    def waits_for(self, base: int) -> int:
        """How many more answers are needed before anything is shown; 0 when it may be."""
        return max(0, self.k - base)

    def admits(self, where: str, base: int) -> bool:
        """Whether a table, theme list or quote with this many people behind it may be shown."""
        if base >= self.k:
            return True
        self.hold(where, "base_below_k")
        return False

    def counts(
        self, where: str, base: int, counts: Mapping[str, int]
    ) -> dict[str, int] | dict[str, None]:
        """All counts, or none of them."""
        if self.admits(where, base):
            return dict(counts)
        return dict.fromkeys(counts, None)

    def groups(self, where: str, counts: Mapping[str, int]) -> tuple[dict[str, int], int]:
        """Groups of at least k people each, and how many people are in the others together.

        When those left over would be a group under k, the smallest shown group joins them, so that total
        minus shown is 0 or at least k (L7). Ties fall by name.
        """
        shown = {name: count for name, count in counts.items() if count >= self.k}
        rest = sum(counts.values()) - sum(shown.values())
        if len(shown) < len(counts):
            self.hold(where, "cell_below_k")
        while 0 < rest < self.k and shown:
            smallest = min(shown, key=lambda name: (shown[name], name))
            rest += shown.pop(smallest)
            self.hold(where, "complementary")
        return shown, rest if rest >= self.k else 0

    def voices(self, where: str, base: int, people: int) -> bool:
        """Whether a theme may be shown as one: its questions' base, and three people who said it."""
        return self.admits(where, base) and people >= MIN_VOICES

    def words(
        self, where: str, answers: int, people: Mapping[str, int], *, least: int = MIN_CLOUD_ANSWERS
    ) -> dict[str, int]:
        """Words said by at least two people, from at least `least` answers."""
        if answers < max(least, self.k):
            self.hold(where, "too_few_answers")
            return {}
        return {word: count for word, count in people.items() if count >= MIN_WORD_PEOPLE}

    def quotes(
        self, where: str, base: int, candidates: Sequence[Published], approved: Sequence[bool]
    ) -> list[Published]:
        """The approved ones, when the question has an answer base of k."""
        if not candidates or not self.admits(where, base):
            return []
        return [quote for quote, yes in zip(candidates, approved, strict=True) if yes]

    def hold(self, where: str, reason: Reason) -> None:
        """Writes down that something is not shown."""
        entry = Suppression(":".join(filter(None, (self.about, where))), reason)
        if entry not in self.log:
            self.log.append(entry)
