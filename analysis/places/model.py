"""What a map may show: every number in it has passed the gate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from analysis.places.sweref import Degrees

Way = Literal["hexagons", "areas", "words"]
"""How marks are told: in hexagons, else by the nearest named place, else in words alone."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place with at least k people. `ring`: a hexagon's corners against the clock, () around a named place.

    `hot`: more than twice an even share, which chance does not explain.
    """

    id: str
    label: str
    n: int
    at: Degrees
    ring: tuple[Degrees, ...] = ()
    hot: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place that some want to keep and others want to change; both None where numbers would tell on few."""

    spot: str
    label: str
    keep: int | None
    develop: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named place of the survey's with a position; `n` people chose it by name, None where that is not shown."""

    label: str
    at: Degrees
    n: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The marks of one location question in one turn.

    `size` is metres between a hexagon's sides, 0 without hexagons. `pins` people set a mark, 0 where that is under k;
    `rest` of them stand in no spot, which is none or at least k. `at_least`: while answers come in, each spot's `n` is
    rounded down to a multiple of k and `rest` is not told (0), so that two maps never differ by fewer than k in any spot.
    """

    question: str
    turn: str
    asked: str
    way: Way
    pins: int
    size: int = 0
    spots: tuple[Spot, ...] = ()
    rest: int = 0
    at_least: bool = False
    landmarks: tuple[Landmark, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    survey: str = ""
    meeting: str = ""
    """The code and the heading of the meeting it is of, in a report on a series; else ''."""

    def headed(self, text: str) -> str:
        """Under the meeting's heading, where there is one."""
        return f"{self.meeting}: {text}" if self.meeting else text

    def conflict_at(self, spot: Spot) -> Conflict | None:
        """The conflict in one spot."""
        return next((one for one in self.conflicts if one.spot == spot.id), None)
