"""What a map shows, in metres: degrees as a plane whose middle latitude is true.

Over a municipality that is right to a pen's width.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.places.counting import bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.figures import PlaceChart

_ROOM = 0.12
"""Of the extent, free around it."""
_NARROWEST = 150
"""Metres across, at least: a single small hexagon does not fill the page."""


@dataclass(frozen=True, slots=True)
class Plane:
    """The map's edges in metres from its origin, how degrees become metres, and how many inches it is wide."""

    lat: float
    lon: float
    west: float
    south: float
    east: float
    north: float
    across: float

    def place(self, at: tuple[float, float]) -> tuple[float, float]:
        """Metres eastwards and northwards."""
        north, east = bearing((self.lat, self.lon), at)
        return east, north

    @property
    def width(self) -> float:
        return self.east - self.west

    @property
    def high(self) -> float:
        return self.north - self.south

    @property
    def inch(self) -> float:
        """Metres of an inch."""
        return self.width / self.across


def plane_of(figure: PlaceChart, across: float, least: float, most: float) -> Plane:
    """Everything that is shown, with room around it, so many inches wide and from `least` to `most` high."""
    points = list(_extent(figure))
    origin = points[0]
    placed = [bearing(origin, at) for at in points]
    xs, ys = [east for _, east in placed], [north for north, _ in placed]
    width = max(max(xs) - min(xs), _NARROWEST) * (1 + 2 * _ROOM)
    high = max(max(ys) - min(ys), _NARROWEST) * (1 + 2 * _ROOM)
    width = max(width, high * across / most)
    high = max(high, width * least / across)
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return Plane(*origin, x - width / 2, y - high / 2, x + width / 2, y + high / 2, across)


def _extent(figure: PlaceChart) -> Iterator[tuple[float, float]]:
    """Corners and middles of what is counted; without any, the named places."""
    for cell in figure.cells:
        yield cell.at
        yield from cell.ring
    if not figure.cells:
        yield from (at for _, at in figure.names)
