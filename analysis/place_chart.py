"""A map that needs no map server: hexagons darker the more marks they hold, named places, a scale bar and north."""

from __future__ import annotations

import base64
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any, TypeAlias

from analysis.charts import (
    CARD_SHAPE,
    INK,
    ORANGE,
    PHONE,
    QUIET,
    WIDTH,
    Sheet,
    as_it_stands,
    plain_canvas,
)
from analysis.doughnut_chart import shade
from analysis.lettering import wrapped
from analysis.map_names import write_names
from analysis.map_plane import Plane, plane_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from analysis.figures import MapCell, PlaceChart

_LEAST, _MOST = 2.2, 4.4
"""Inches of height."""
_FOOT, _OUTLINES = 0.42, 0.2
"""Inches under the map, for what its shades mean, and its outlines where there are any."""
_DARK = frozenset({"#2a6ea6", "#1f5a8c"})
_SHADES = 4


_WORDS, _BESIDE = 0.85, 0.12
"""Of a wide sheet's room for names, what the words beside a map take; inches between."""
_LEGIBLE = 0.17
"""Inches from a hexagon's middle to its corner: its number can be read."""


def place_chart(figure: PlaceChart, title: str, description: str, sheet: Sheet = PHONE) -> str:
    """The map as SVG; what its shades mean stands under it, on a wide sheet beside it."""
    keys = _keys(figure)
    if sheet.names:
        words = sheet.names * _WORDS
        height = _needed(figure, sheet.width)
        plane = plane_of(figure, sheet.width - words - _BESIDE, height, height)
        drawn, axes = plain_canvas(height, sheet.width, bottom=0)
        axes.set_position((0.004, 0, 0.992 * plane.across / sheet.width, 1))
        _beside(drawn, figure, keys, (plane.across + _BESIDE) / sheet.width, words)
    else:
        plane = plane_of(figure, WIDTH, _LEAST, _MOST)
        height = plane.high / plane.inch
        foot = _FOOT + _OUTLINES * any(cell.hot or cell.split for cell in figure.cells)
        drawn, axes = plain_canvas(height + foot, WIDTH, bottom=foot / (height + foot))
        _under(drawn, figure, keys, foot)
    _map(axes, plane, figure)
    return _on_picture(as_it_stands(drawn, title, description), figure, plane, height, sheet.width)


def _map(axes: Axes, plane: Plane, figure: PlaceChart) -> None:
    axes.set_xlim(plane.west, plane.east)
    axes.set_ylim(plane.south, plane.north)
    most = max((cell.n for cell in figure.cells), default=1)
    for cell in sorted(figure.cells, key=lambda one: one.hot or one.split):
        _cell(axes, plane, cell, most, figure)
    write_names(axes, plane, figure)
    _north(axes, plane, figure.north)
    _scale(axes, plane)


def _needed(figure: PlaceChart, width: float) -> float:
    """Inches of height on a wide sheet: a card's shape, or more where hexagons would be too small for their numbers."""
    high = width * CARD_SHAPE
    plane = plane_of(figure, width, high, high)
    rings = [[plane.place(at)[1] for at in cell.ring] for cell in figure.cells if cell.ring]
    radius = max(((max(ring) - min(ring)) / 2 for ring in rings), default=plane.inch)
    return max(high, high * _LEGIBLE * plane.inch / radius)


def _cell(axes: Axes, plane: Plane, cell: MapCell, most: int, figure: PlaceChart) -> None:
    from matplotlib.patches import Polygon

    colour = shade(cell.n, most)
    x, y = plane.place(cell.at)
    if cell.ring:
        corners = [plane.place(at) for at in cell.ring]
        radius = max(abs(cy - y) for _, cy in corners) / plane.inch
        patch: Any = Polygon(corners, closed=True)
    else:
        radius = 0.2
        patch = _disc(x, y, radius * plane.inch)
    patch.set(
        facecolor=colour,
        edgecolor="white",
        linewidth=0.8,
        alpha=1 if figure.aerial is None else 0.82,
    )
    if cell.hot or cell.split:
        line = max(0.5, min(2.2, 10 * radius))
        patch.set(edgecolor=ORANGE if cell.hot else INK, linewidth=line, zorder=3)
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


def _north(axes: Axes, plane: Plane, letter: str) -> None:
    x, y = plane.east - plane.width * 0.045, plane.north - plane.high * 0.03
    axes.annotate(
        letter, (x, y), xytext=(0, -26), textcoords="offset points", ha="center", va="center",
        fontsize=9, fontweight="bold", color=INK, zorder=6,
        arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.2},
    )  # fmt: skip


def _scale(axes: Axes, plane: Plane) -> None:
    """A bar of a round length, about a quarter of the map's width."""
    metres = _round(plane.width / 4)
    told = f"{metres:g} m" if metres < 1_000 else f"{metres / 1_000:g} km"
    x, y = plane.west + plane.width * 0.02, plane.south + plane.high * 0.035
    axes.plot([x, x + metres], [y, y], color=INK, linewidth=2, solid_capstyle="butt", zorder=6)
    axes.annotate(told, (x + metres, y), xytext=(4, 0), textcoords="offset points", va="center",
                  fontsize=8, color=INK, zorder=6)  # fmt: skip


def _round(metres: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not longer."""
    power = 10.0 ** floor(log10(metres))
    return max(step * power for step in (1, 2, 5) if step * power <= metres)


def _keys(figure: PlaceChart) -> tuple[list[tuple[Any, str]], list[tuple[Any, str]]]:
    """What the shades mean, and the outlines that are on the map."""
    from matplotlib.patches import Patch

    most = max((cell.n for cell in figure.cells), default=1)
    shades = [
        (Patch(facecolor=shade(high, most), edgecolor="none"), _told(low, high, figure.more))
        for low, high in _steps([cell.n for cell in figure.cells], most)
    ]
    marked: list[tuple[str, str, Any, str]] = [
        ("hot", ORANGE, "solid", figure.hot),
        ("split", INK, (0, (2, 1)), figure.split),
    ]
    outlines = [
        (Patch(facecolor="none", edgecolor=colour, linewidth=1.6, linestyle=line), told)
        for name, colour, line, told in marked
        if any(getattr(cell, name) for cell in figure.cells)
    ]
    return shades, outlines


def _told(low: int, high: int, more: str) -> str:
    return f"{low}{more}" if low == high else f"{low}–{high}{more}"


_LOOK: dict[str, Any] = {
    "frameon": False, "fontsize": 8, "labelcolor": INK, "handlelength": 1.1, "handleheight": 0.9,
    "columnspacing": 1.0, "handletextpad": 0.4, "borderpad": 0.1, "borderaxespad": 0,
}  # fmt: skip
_Keys: TypeAlias = "tuple[list[tuple[Any, str]], list[tuple[Any, str]]]"


def _under(drawn: Any, figure: PlaceChart, keys: _Keys, foot: float) -> None:
    """Shades in a row, outlines in the next."""
    high = drawn.get_figheight()
    drawn.text(0.004, (foot - 0.1) / high, figure.legend, fontsize=8, color=QUIET, va="center")
    for row, across, down in zip(keys, (len(keys[0]), 2), (0.2, 0.41), strict=True):
        if row:
            drawn.legend(*zip(*row, strict=True), loc="upper left", ncols=across,
                         bbox_to_anchor=(0, (foot - down) / high), **_LOOK)  # fmt: skip


def _beside(drawn: Any, figure: PlaceChart, keys: _Keys, left: float, words: float) -> None:
    """One under the other, in so many inches."""
    room = words - 0.25
    listed = [(key, "\n".join(wrapped(told, 8, room))) for row in keys for key, told in row]
    title = "\n".join(wrapped(figure.legend, 8, room))
    made = drawn.legend(
        *(zip(*listed, strict=True) if listed else ([], [])), loc="center left", ncols=1,
        bbox_to_anchor=(left, 0.5), title=title, title_fontsize=8, alignment="left", **_LOOK,
    )  # fmt: skip
    made.get_title().set_color(QUIET)


def _steps(counts: Sequence[int], most: int) -> list[tuple[int, int]]:
    """The least and most of each shade that is on the map: never a number that nobody has shown."""
    shades: dict[int, list[int]] = {}
    for count in counts:
        shades.setdefault(ceil(_SHADES * count / most), []).append(count)
    return [(min(found), max(found)) for _, found in sorted(shades.items())]


def _on_picture(
    svg: str, figure: PlaceChart, plane: Plane, height: float, sheet_width: float
) -> str:
    """The drawing laid over the organisation's picture, cut to the map's frame; it is never fetched from anywhere."""
    if figure.aerial is None:
        return svg
    west, north = plane.place((figure.aerial.north, figure.aerial.west))
    east, south = plane.place((figure.aerial.south, figure.aerial.east))
    across = plane.across * 72 * 0.992 / plane.width
    down = height * 72 / plane.high
    left, top = (west - plane.west) * across, (plane.north - north) * down
    data = base64.b64encode(figure.aerial.picture).decode()
    edge, shown = sheet_width * 72 * 0.004, plane.across * 72 * 0.992
    frame = f'x="{edge:.2f}" width="{shown:.2f}" height="{height * 72:.2f}"'
    image = (
        f'<svg {frame} overflow="hidden"><image x="{left:.2f}" y="{top:.2f}" width="{(east - west) * across:.2f}" '
        f'height="{(north - south) * down:.2f}" preserveAspectRatio="none" opacity="0.6" '
        f'href="data:image/jpeg;base64,{data}"/></svg>'
    )
    return svg.replace("</desc>", f"</desc>{image}", 1)
