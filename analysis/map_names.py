"""The names of places on a map: where one can be read, and lies over no number and no other name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.charts import INK
from analysis.figures import short
from analysis.lettering import wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from analysis.figures import MapCell, PlaceChart
    from analysis.map_plane import Plane

_MOST_NAMES = 12
_SIDES = ((1, 1), (-1, 1), (1, -1), (-1, -1), (1, 0), (-1, 0))
"""Where a name may stand beside its point: to the right or left, over, under or level with it."""
_OFF = (5, 3)
"""Points between them."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A middle, and half of a width and a height, in metres."""

    x: float
    y: float
    across: float
    up: float

    def apart(self, other: _Box) -> float:
        """Metres between the two; below 0 where they overlap."""
        sideways = abs(self.x - other.x) - self.across - other.across
        return max(sideways, abs(self.y - other.y) - self.up - other.up)

    def within(self, other: _Box) -> bool:
        """Whether nothing of it is outside."""
        aside = abs(self.x - other.x) + self.across <= other.across
        return aside and abs(self.y - other.y) + self.up <= other.up


def write_names(axes: Axes, plane: Plane, figure: PlaceChart) -> None:
    """Named places inside the map, letters on a light edge so that they can be read on anything.

    A name that would lie over a number or another name is left out: the words beside the map have it.
    """
    from matplotlib.patheffects import withStroke

    taken = [*_corners(plane), *(_counted(plane, cell) for cell in figure.cells)]
    for label, place in figure.names[:_MOST_NAMES]:
        at, told = plane.place(place), short(label, 26)
        found = _freest(at, told, taken, plane)
        if found is None:
            continue
        (across, up), box = found
        taken.append(box)
        axes.plot(*at, marker="o", markersize=3.2, color=INK, markeredgecolor="white",
                  markeredgewidth=0.8, zorder=5)  # fmt: skip
        axes.annotate(
            told, at, xytext=(_OFF[0] * across, _OFF[1] * up), textcoords="offset points",
            ha="left" if across > 0 else "right", va=("center", "bottom", "top")[up],
            fontsize=8, color=INK, zorder=6,
            path_effects=[withStroke(linewidth=2.4, foreground="white")],
        )  # fmt: skip


def _corners(plane: Plane) -> tuple[_Box, _Box]:
    """Where the scale and north stand."""
    point = plane.inch / 72
    low, high = plane.south + plane.high * 0.035, plane.north - plane.high * 0.03 - 16 * point
    scale = _Box(plane.west + plane.width * 0.2, low, plane.width * 0.2, 5 * point)
    return scale, _Box(plane.east - plane.width * 0.045, high, 8 * point, 18 * point)


def _counted(plane: Plane, cell: MapCell) -> _Box:
    """Where a hexagon's number and its own name are read."""
    x, y = plane.place(cell.at)
    radius = max((abs(plane.place(at)[1] - y) for at in cell.ring), default=0.2 * plane.inch)
    half = min(radius * 0.6, 0.18 * plane.inch)
    return _Box(x, y, half, half)


def _freest(
    at: tuple[float, float], told: str, taken: Sequence[_Box], plane: Plane
) -> tuple[tuple[int, int], _Box] | None:
    """The side of a point where a name is furthest from what is written; None where it would lie over something."""
    point = plane.inch / 72
    half_wide, half_high = wide(told, 8) / 2 * plane.inch, 4.5 * point
    sheet = _Box((plane.west + plane.east) / 2, (plane.south + plane.north) / 2,
                 plane.width / 2, plane.high / 2)  # fmt: skip
    sides = {}
    for across, up in _SIDES:
        x = at[0] + across * (half_wide + _OFF[0] * point)
        box = _Box(x, at[1] + up * (half_high + _OFF[1] * point), half_wide, half_high)
        if box.within(sheet):
            sides[across, up] = box
    if not sides:
        return None
    freest = max(sides, key=lambda side: min(map(sides[side].apart, taken), default=0.0))
    clear = all(sides[freest].apart(other) > 0 for other in taken)
    return (freest, sides[freest]) if clear else None
