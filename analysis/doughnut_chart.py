"""The doughnut: what people need inside, what the planet can bear outside, darker the more chose it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.charts import INK, ORANGE, QUIET, STRONG, WIDTH, canvas, margin, svg_of
from analysis.figures import Doughnut
from analysis.lettering import fitted, wide

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def doughnut(figure: Doughnut, title: str, description: str) -> str:
    """Two rings of numbered segments, darker the more chose them; the list under them has the same numbers."""
    lists = [math.ceil(len(ring) / 2) for _, ring in figure.rings]
    size = WIDTH * 0.92
    listed = sum(0.19 * rows + 0.3 for rows in lists)
    drawn, axes = canvas(size + listed + 0.1)
    centre = (WIDTH / 2, size / 2)
    _rings(axes, centre, size, figure)
    top, number = size + 0.12, 1
    for (heading, ring), rows in zip(figure.rings, lists, strict=True):
        top = _ring_list(axes, top, heading, ring, rows, number)
        number += len(ring)
    return svg_of(drawn, title, description)


def rings(figure: Doughnut) -> str:
    """The doughnut without its list, for where there is room for words beside it."""
    drawn, axes = canvas(WIDTH)
    _rings(axes, (WIDTH / 2, WIDTH / 2), WIDTH, figure)
    return svg_of(drawn, "", "")


def _rings(axes: Axes, centre: tuple[float, float], size: float, figure: Doughnut) -> None:
    most = max((count for _, ring in figure.rings for _, count in ring), default=1) or 1
    radii = ((0.2 * size, 0.32 * size), (0.37 * size, 0.49 * size))
    number = 1
    for (_, ring), radius in zip(figure.rings, radii, strict=True):
        _ring(axes, centre, radius, ring, most, number)
        number += len(ring)


def _ring(
    axes: Axes, centre: tuple[float, float], radius: tuple[float, float],
    ring: tuple[tuple[str, int], ...], most: int, first: int,
) -> None:  # fmt: skip
    from matplotlib.patches import Wedge

    each = 360 / len(ring)
    inner, outer = radius
    for place, (_, count) in enumerate(ring):
        start = place * each - 90  # from the top with the clock, since the axis points down
        colour = shade(count, most)
        axes.add_patch(
            Wedge(centre, outer, start, start + each, width=outer - inner, facecolor=colour,
                  edgecolor="white", linewidth=1.5)
        )  # fmt: skip
        angle, middle = math.radians(start + each / 2), (inner + outer) / 2
        x, y = centre[0] + middle * math.cos(angle), centre[1] + middle * math.sin(angle)
        ink = "white" if colour in {STRONG, "#1f5a8c"} else INK
        axes.text(x, y, str(first + place), ha="center", va="center", color=ink, fontsize=8.5,
                  fontweight="bold")  # fmt: skip


def _ring_list(
    axes: Axes, top: float, heading: str, ring: tuple[tuple[str, int], ...], rows: int, first: int
) -> float:
    axes.text(
        0,
        top + 0.06,
        fitted(heading, 8.5, margin(WIDTH), bold=True),
        va="center",
        color=ORANGE if first > 1 else STRONG,
        fontsize=8.5,
        fontweight="bold",
    )
    for place, (label, count) in enumerate(ring):
        x = (place // rows) * WIDTH / 2
        y = top + 0.25 + 0.19 * (place % rows)
        axes.text(x, y, f"{first + place}", va="center", color=QUIET, fontsize=8)
        axes.text(x + 0.22, y, _counted(label, count), va="center", color=INK, fontsize=8)
    return top + 0.3 + 0.19 * rows


def _counted(label: str, count: int) -> str:
    """A label with its count, which stands whatever room there is."""
    return f"{fitted(label, 8, WIDTH / 2 - 0.3 - wide(f': {count}', 8), bold=False)}: {count}"


def shade(count: int, most: int) -> str:
    """White for nobody, then one blue in four shades."""
    shades = ("#eef1f4", "#c5daea", "#7fabcf", STRONG, "#1f5a8c")
    return shades[math.ceil(4 * count / most)]
