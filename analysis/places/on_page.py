"""Maps for people's own screens: the report's places as shapes in a square of 100, without a word of the report's.

A page says what a place is in the reader's language, so only numbers and the organiser's own names of places stand here.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import TYPE_CHECKING

from analysis.disclosure import Gate
from analysis.places.counting import metres_between
from analysis.places.mapping import maps_of
from analysis.summary import summarise
from analysis.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from analysis.frames import SurveyData
    from analysis.places.model import Landmark, PlaceMap, Spot
    from analysis.places.sweref import Degrees
    from surveys.conversation.state import Key

Point = tuple[float, float]
MOST = 20
"""Places on a page: those that most people have marked. A phone has no room for hundreds, nor its reader."""
WIDTH = 100.0
"""Across the picture; how high it is follows from what is on it."""
_EDGE, _DOT = 3.0, 6.0
"""Free around what is drawn, and the radius of a place that is no hexagon."""
_SHADES = 3
_LETTER, _OVER, _NAME = 1.1, 2.0, 6.0
"""Half the width of a letter of a name, how far over its dot it stands, and what is kept free of numbers over and under it."""
_ASIDE = (0.0, 8.0, -8.0)
"""Where the number of a place may stand: in its middle, else under or over it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One place: its number in the list, how many, a shade from 1 to 3, and its corners (a dot where there are none).

    `told`: where its number stands, clear of names; `near`: the named place that lies in it or is meant by it; '' where there is none.
    """

    number: int
    n: int
    shade: int
    at: Point
    told: Point
    corners: str
    near: str


@dataclass(frozen=True, slots=True)
class PageMap:
    """The marks of one question. `at_least`: counts are rounded down while answers come in. `left_out`: places beyond `MOST`."""

    asked: str
    shapes: tuple[Shape, ...]
    names: tuple[tuple[str, Point], ...]
    high: float
    at_least: bool
    left_out: int


def page_maps(data: SurveyData, keys: Collection[Key], language: str) -> tuple[PageMap, ...]:
    """A map for each of these location questions that has a place to show. `data`: what has been told, and nothing else."""
    wording, gate = Wording(language), Gate()
    found = maps_of(data, summarise(data, gate, wording), gate, wording)
    wanted = [made for made in found if (made.question, made.turn) in {(*key,) for key in keys}]
    return tuple(_drawn(made) for made in wanted if made.spots)


def _drawn(made: PlaceMap) -> PageMap:
    spots = made.spots[:MOST]
    points = [point for spot in spots for point in (spot.ring or (spot.at,))]
    frame = _Frame(points, _EDGE if made.size else _EDGE + _DOT)
    names = tuple(
        (one.label, at)
        for one in made.landmarks
        if made.size and frame.holds(at := frame.at(one.at))
    )
    most = max(spot.n for spot in spots)
    shapes = tuple(
        Shape(
            number,
            spot.n,
            max(1, -(-_SHADES * spot.n // most)),
            frame.at(spot.at),
            _clear(frame.at(spot.at), names),
            " ".join("{:g},{:g}".format(*frame.at(corner)) for corner in spot.ring),
            _near(spot, made),
        )
        for number, spot in enumerate(spots, start=1)
    )
    left_out = len(made.spots) - len(spots)
    return PageMap(made.asked, shapes, names, frame.high, made.at_least, left_out)


def _clear(at: Point, names: Sequence[tuple[str, Point]]) -> Point:
    """The middle, or beside it where a name would stand over the number."""
    places = [(at[0], round(at[1] + down, 1)) for down in _ASIDE]
    return next((one for one in places if not any(_covers(name, one) for name in names)), at)


def _covers(name: tuple[str, Point], at: Point) -> bool:
    label, (x, y) = name
    return abs(at[0] - x) < _LETTER * len(label) + 2 and abs(at[1] - (y - _OVER)) < _NAME


def _near(spot: Spot, made: PlaceMap) -> str:
    if not spot.ring:
        return spot.label
    reach = made.size / sqrt(3)  # no corner of a hexagon is further from its middle

    def away(one: Landmark) -> float:
        return metres_between(one.at, spot.at)

    return next((one.label for one in sorted(made.landmarks, key=away) if away(one) <= reach), "")


class _Frame:
    """Degrees to places in the picture: north is up, and a metre is as long in every direction."""

    def __init__(self, points: Sequence[Degrees], free: float) -> None:
        lats, lons = zip(*points, strict=True)
        self._north, self._west = max(lats), min(lons)
        self._narrow = cos(radians(self._north))
        wide = (max(lons) - self._west) * self._narrow
        span = max(wide, (self._north - min(lats)) * 0.75, 1e-6)
        self._scale = (WIDTH - 2 * free) / span
        self._free = free
        self._left = (WIDTH - wide * self._scale) / 2
        self.high = round((self._north - min(lats)) * self._scale + 2 * free, 1)

    def at(self, position: Degrees) -> Point:
        """Where a position lies, from the upper left corner."""
        right = self._left + (position[1] - self._west) * self._narrow * self._scale
        down = self._free + (self._north - position[0]) * self._scale
        return round(right, 1), round(down, 1)

    def holds(self, at: Point) -> bool:
        """Whether it lies within the picture."""
        return 0 <= at[0] <= WIDTH and 0 <= at[1] <= self.high
