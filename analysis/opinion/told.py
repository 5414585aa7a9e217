"""What of an opinion may be shown to others, as every writer reads it: made by `publishing.py`, which is the gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from analysis.opinion.rules import Class, Reason

if TYPE_CHECKING:
    from surveys.statements import Origin


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes of some people on one statement."""

    agree: int
    disagree: int
    passed: int

    @property
    def decided(self) -> int:
        """Who took a stand."""
        return self.agree + self.disagree

    @property
    def seen(self) -> int:
        """Who answered, passes too."""
        return self.decided + self.passed


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """One statement. `tally`, `p`, `q` and `wilson` are None while fewer than k have answered.

    `groups`: the groups whose votes may be told, by name; all others are in none of them.
    """

    id: str
    question: str
    text: Mapping[str, str]
    origin: Origin
    kind: Class
    hesitant: bool = False
    tally: Tally | None = None
    p: float | None = None
    q: float | None = None
    wilson: tuple[float, float] | None = None
    groups: Mapping[str, Tally] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Typical:
    """A statement that a group stands out on, and on which side."""

    statement: str
    for_it: bool


@dataclass(frozen=True, slots=True)
class ToldGroups:
    """Groups by size, or why there are none: `open` before closing, else as `analysis.opinion.groups` says.

    `least_voters` and `permutations` are what groups were looked for with. `voters` have votes enough for groups to be made of; None where they are fewer than k. `sizes` hold all who voted.
    """

    reason: Reason | Literal["open"] | None
    voters: int | None
    least_voters: int
    permutations: int
    silhouette: float | None = None
    p: float | None = None
    stability: float | None = None
    sizes: Mapping[str, int] = field(default_factory=dict)
    typical: Mapping[str, tuple[Typical, ...]] = field(default_factory=dict)
    bridges: tuple[str, ...] = ()

    @property
    def shown(self) -> bool:
        """Whether there are groups to show."""
        return bool(self.sizes)


@dataclass(frozen=True, slots=True)
class ToldOpinion:
    """All that may be shown. `voters` voted on anything at all; None where they are fewer than k."""

    voters: int | None
    statements: tuple[ToldStatement, ...]
    groups: ToldGroups

    def of(self, kind: Class) -> list[ToldStatement]:
        """The statements of one class, the plainest first."""
        found = [one for one in self.statements if one.kind == kind]
        return sorted(found, key=lambda one: _plainness(one, kind))

    def named(self, id_: str) -> ToldStatement:
        """One statement. Raises StopIteration for an id that is not there."""
        return next(one for one in self.statements if one.id == id_)


def _plainness(one: ToldStatement, kind: Class) -> tuple[float, ...]:
    if one.tally is None:
        return (0.0,)
    if kind == "divided":
        return abs(one.tally.agree - one.tally.disagree) / max(
            one.tally.decided, 1
        ), -one.tally.seen
    if kind == "uncertain":
        return -one.tally.passed / one.tally.seen, -one.tally.seen
    return one.p or 0.0, -one.tally.decided
