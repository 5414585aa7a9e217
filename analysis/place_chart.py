"""A map that needs no map server: hexagons darker the more marks they hold, named places, a scale bar and north.

Degrees are drawn as a plane whose middle latitude is true: over a municipality that is right to a pen's width.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from math import ceil, cos, floor, log10, radians
from typing import TYPE_CHECKING, Any

from analysis.charts import INK, ORANGE, QUIET, WIDTH, as_it_stands, plain_canvas
from analysis.doughnut_chart import shade
from analysis.figures import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.axes import Axes

    from analysis.figures import MapCell, PlaceChart

_METRES_A_DEGREE = 111_320
_LEAST, _MOST = 2.2, 4.4
"""Inches of height."""
_FOOT, _OUTLINES = 0.42, 0.2
"""Inches under the map, for what its shades mean, and its outlines where there are any."""
_ROOM = 0.12
"""Of the extent, free around it."""
_NARROWEST = 150
"""Metres across, at least: a single small hexagon does not fill the page."""
_MOST_NAMES = 12
_LETTER = 0.068
"""Inches: the mean width of a letter in a name."""
_DARK = frozenset({"#2a6ea6", "#1f5a8c"})
_SHADES = 4


@dataclass(frozen=True, slots=True)
class _Plane:
    """The map's edges in metres from its origin, and how degrees become metres."""

    lat: float
    lon: float
    west: float
    south: float
    east: float
    north: float

    def place(self, at: tuple[float, float]) -> tuple[float, float]:
        return _metres(at, (self.lat, self.lon))

    @property
    def wide(self) -> float:
        return self.east - self.west

    @property
    def high(self) -> float:
        return self.north - self.south


def place_chart(figure: PlaceChart, title: str, description: str) -> str:
    """The map as SVG."""
    plane = _plane(figure)
    height = WIDTH * plane.high / plane.wide
    marked = any(cell.hot or cell.split for cell in figure.cells)
    foot = _FOOT + _OUTLINES * marked
    drawn, axes = plain_canvas(height + foot, WIDTH, bottom=foot / (height + foot))
    axes.set_xlim(plane.west, plane.east)
    axes.set_ylim(plane.south, plane.north)
    most = max((cell.n for cell in figure.cells), default=1)
    for cell in sorted(figure.cells, key=lambda one: one.hot or one.split):
        _cell(axes, plane, cell, most, figure)
    _names(axes, plane, figure)
    _north(axes, plane, figure.north)
    _scale(axes, plane)
    _legend(drawn, figure, most, foot)
    return _on_picture(as_it_stands(drawn, title, description), figure, plane, height)


def _metres(at: tuple[float, float], origin: tuple[float, float]) -> tuple[float, float]:
    """Eastwards and northwards."""
    turned = (at[1] - origin[1] + 180) % 360 - 180
    east = turned * _METRES_A_DEGREE * cos(radians(origin[0]))
    return east, (at[0] - origin[0]) * _METRES_A_DEGREE


def _plane(figure: PlaceChart) -> _Plane:
    """Everything that is shown, with room around it, in a shape that a page has room for."""
    points = list(_extent(figure))
    origin = points[0]
    placed = [_metres(at, origin) for at in points]
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    wide = max(max(xs) - min(xs), _NARROWEST) * (1 + 2 * _ROOM)
    high = max(max(ys) - min(ys), _NARROWEST) * (1 + 2 * _ROOM)
    wide = max(wide, high * WIDTH / _MOST)
    high = max(high, wide * _LEAST / WIDTH)
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return _Plane(*origin, x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def _extent(figure: PlaceChart) -> Iterator[tuple[float, float]]:
    """Corners and middles of what is counted; without any, the named places."""
    for cell in figure.cells:
        yield cell.at
        yield from cell.ring
    if not figure.cells:
        yield from (at for _, at in figure.names)


def _cell(axes: Axes, plane: _Plane, cell: MapCell, most: int, figure: PlaceChart) -> None:
    from matplotlib.patches import Polygon

    colour = shade(cell.n, most)
    inches = WIDTH / plane.wide
    x, y = plane.place(cell.at)
    if cell.ring:
        corners = [plane.place(at) for at in cell.ring]
        radius = max(abs(cy - y) for _, cy in corners) * inches
        patch: Any = Polygon(corners, closed=True)
    else:
        radius = 0.2
        patch = _disc(x, y, radius / inches)
    patch.set(
        facecolor=colour,
        edgecolor="white",
        linewidth=0.8,
        alpha=1 if figure.aerial is None else 0.82,
    )
    if cell.hot or cell.split:
        wide = max(0.5, min(2.2, 10 * radius))
        patch.set(edgecolor=ORANGE if cell.hot else INK, linewidth=wide, zorder=3)
        patch.set_linestyle((0, (2, 1)) if cell.split else "solid")
    axes.add_patch(patch)
    ink = "white" if colour in _DARK else INK
    _count(axes, (x, y), (f"{cell.n}{figure.more}", cell.called), radius, ink)


def _disc(x: float, y: float, radius: float) -> Any:
    from matplotlib.patches import Circle

    return Circle((x, y), radius)


def _count(
    axes: Axes, at: tuple[float, float], told: tuple[str, str], radius: float, ink: str
) -> None:
    """The count, and what the list calls the place, where there is room for letters that can be read."""
    count, called = told
    if radius < 0.1:
        return
    named = bool(called) and radius >= 0.2
    size = min(12.0, 48 * radius) if named else min(11.0, 60 * radius)
    shown: dict[str, Any] = {"ha": "center", "color": ink, "zorder": 4}
    axes.text(*at, count, va="bottom" if named else "center", fontsize=size,
              fontweight="bold", **shown)  # fmt: skip
    if named:
        axes.text(*at, called, va="top", fontsize=max(7.0, size * 0.62), **shown)


def _names(axes: Axes, plane: _Plane, figure: PlaceChart) -> None:
    """Named places inside the map, letters on a light edge so that they can be read on anything."""
    from matplotlib.patheffects import withStroke

    inside = [(label, plane.place(at)) for label, at in figure.names]
    inside = [
        (label, (x, y))
        for label, (x, y) in inside
        if plane.west < x < plane.east and plane.south < y < plane.north
    ]
    taken = [plane.place(cell.at) for cell in figure.cells]
    for label, at in inside[:_MOST_NAMES]:
        told = short(label, 26)
        across, up = _freest(at, told, taken, plane)
        axes.plot(*at, marker="o", markersize=3.2, color=INK, markeredgecolor="white",
                  markeredgewidth=0.8, zorder=5)  # fmt: skip
        axes.annotate(
            told, at, xytext=(4 * across, 3 * up), textcoords="offset points",
            ha="left" if across > 0 else "right", va="bottom" if up > 0 else "top",
            fontsize=8, color=INK, zorder=6,
            path_effects=[withStroke(linewidth=2.4, foreground="white")],
        )  # fmt: skip


def _freest(
    at: tuple[float, float], told: str, taken: Sequence[tuple[float, float]], plane: _Plane
) -> tuple[int, int]:
    """The corner of a point where a name is furthest from every count, and does not leave the map."""
    wide, high = len(told) * _LETTER * plane.wide / WIDTH, 0.14 * plane.wide / WIDTH

    def free(corner: tuple[int, int]) -> float:
        x, y = at[0] + corner[0] * wide / 2, at[1] + corner[1] * high
        outside = abs(x - (plane.west + plane.east) / 2) + wide / 2 > plane.wide / 2
        near = [max(abs(x - cx) - wide / 2, abs(y - cy) - high) for cx, cy in taken]
        return -plane.wide if outside else min(near, default=0.0)

    return max(((1, 1), (-1, 1), (1, -1), (-1, -1)), key=free)


def _north(axes: Axes, plane: _Plane, letter: str) -> None:
    x, y = plane.east - plane.wide * 0.045, plane.north - plane.high * 0.03
    axes.annotate(
        letter, (x, y), xytext=(0, -26), textcoords="offset points", ha="center", va="center",
        fontsize=9, fontweight="bold", color=INK, zorder=6,
        arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.2},
    )  # fmt: skip


def _scale(axes: Axes, plane: _Plane) -> None:
    """A bar of a round length, about a quarter of the map's width."""
    metres = _round(plane.wide / 4)
    told = f"{metres:g} m" if metres < 1_000 else f"{metres / 1_000:g} km"
    x, y = plane.west + plane.wide * 0.02, plane.south + plane.high * 0.035
    axes.plot([x, x + metres], [y, y], color=INK, linewidth=2, solid_capstyle="butt", zorder=6)
    axes.annotate(told, (x + metres, y), xytext=(4, 0), textcoords="offset points", va="center",
                  fontsize=8, color=INK, zorder=6)  # fmt: skip


def _round(metres: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not longer."""
    power = 10.0 ** floor(log10(metres))
    return max(step * power for step in (1, 2, 5) if step * power <= metres)


def _legend(drawn: Any, figure: PlaceChart, most: int, foot: float) -> None:
    from matplotlib.patches import Patch

    handles: list[Any] = []
    labels = []
    for low, high in _steps([cell.n for cell in figure.cells], most):
        handles.append(Patch(facecolor=shade(high, most), edgecolor="none"))
        labels.append(f"{low}{figure.more}" if low == high else f"{low}–{high}{figure.more}")
    marked: list[tuple[str, str, Any, str]] = [
        ("hot", ORANGE, "solid", figure.hot),
        ("split", INK, (0, (2, 1)), figure.split),
    ]
    outlines = [
        (Patch(facecolor="none", edgecolor=colour, linewidth=1.6, linestyle=line), told)
        for name, colour, line, told in marked
        if any(getattr(cell, name) for cell in figure.cells)
    ]
    look: dict[str, Any] = {
        "frameon": False, "fontsize": 8, "labelcolor": INK, "handlelength": 1.1,
        "handleheight": 0.9, "columnspacing": 1.0, "handletextpad": 0.4, "borderpad": 0.1,
        "borderaxespad": 0,
    }  # fmt: skip
    high = drawn.get_figheight()
    drawn.text(0.004, (foot - 0.1) / high, figure.legend, fontsize=8, color=QUIET, va="center")
    if handles:
        drawn.legend(handles, labels, loc="upper left", ncols=len(handles),
                     bbox_to_anchor=(0, (foot - 0.2) / high), **look)  # fmt: skip
    if outlines:
        drawn.legend([one for one, _ in outlines], [told for _, told in outlines],
                     loc="upper left", ncols=2, bbox_to_anchor=(0, (foot - 0.41) / high), **look)  # fmt: skip


def _steps(counts: Sequence[int], most: int) -> list[tuple[int, int]]:
    """The least and most of each shade that is on the map: never a number that nobody has shown."""
    shades: dict[int, list[int]] = {}
    for count in counts:
        shades.setdefault(ceil(_SHADES * count / most), []).append(count)
    return [(min(found), max(found)) for _, found in sorted(shades.items())]


def _on_picture(svg: str, figure: PlaceChart, plane: _Plane, height: float) -> str:
    """The drawing laid over the organisation's picture, cut to the map's frame; it is never fetched from anywhere."""
    if figure.aerial is None:
        return svg
    west, north = plane.place((figure.aerial.north, figure.aerial.west))
    east, south = plane.place((figure.aerial.south, figure.aerial.east))
    across = WIDTH * 72 * 0.992 / plane.wide
    down = height * 72 / plane.high
    left, top = WIDTH * 72 * 0.004 + (west - plane.west) * across, (plane.north - north) * down
    data = base64.b64encode(figure.aerial.picture).decode()
    frame = (
        f'x="{WIDTH * 72 * 0.004:.2f}" width="{WIDTH * 72 * 0.992:.2f}" height="{height * 72:.2f}"'
    )
    left -= WIDTH * 72 * 0.004
    image = (
        f'<svg {frame} overflow="hidden"><image x="{left:.2f}" y="{top:.2f}" width="{(east - west) * across:.2f}" '
        f'height="{(north - south) * down:.2f}" preserveAspectRatio="none" opacity="0.6" '
        f'href="data:image/jpeg;base64,{data}"/></svg>'
    )
    return svg.replace("</desc>", f"</desc>{image}", 1)
