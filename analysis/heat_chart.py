"""A matrix of medians: the number, how many are behind it, and a diamond where answers differ."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from analysis.chart_rows import Rows
from analysis.charts import INK, LINE, PHONE, Sheet, canvas, colours_for, is_dark, svg_of
from analysis.figures import Heat, HeatCell
from analysis.legend import Key, Legend
from analysis.lettering import wide, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_CELL, _LINE = 0.52, 0.16
"""Inches of a cell's height, and of a line of words."""
_LEVEL = 1.1
"""From so many inches of a column its head lies level; in narrower ones it leans."""
_LEAN = 52
"""Degrees."""
_HEADS, _RIGHT = 1.2, 0.6
"""Inches over the rows for leaning heads, and right of them for the last one."""


def heat(figure: Heat, title: str, description: str, sheet: Sheet = PHONE) -> str:
    """Rows of cells under or beside their names, and what numbers and marks mean."""
    named = Rows(figure.rows, _CELL + 0.04, 0.12, sheet, 9)
    wide_ = sheet.width - named.left
    level = wide_ / len(figure.columns) >= _LEVEL
    each = (wide_ if level else wide_ - _RIGHT) / len(figure.columns)
    heads = [_head(label, each, level=level) for label in figure.columns]
    high = _LINE * max(map(len, heads)) + 0.1 if level else _HEADS
    legend = Legend(_keys(figure), sheet.width)
    drawn, axes = canvas(high + named.height + legend.height + 0.06, sheet.width)
    lean: dict[str, Any] = {} if level else {"rotation": _LEAN, "rotation_mode": "anchor"}
    for place, head in enumerate(heads):
        left = named.left + (place + (0 if level else 0.42)) * each
        axes.text(left, high - 0.06, "\n".join(head), ha="left", va="bottom", color=INK, fontsize=8,
                  **lean)  # fmt: skip
    for cells, (_, body) in zip(figure.cells, named.draw(axes, high), strict=True):
        for place, cell in enumerate(cells):
            at = (named.left + place * each, body + 0.04)
            _cell(axes, at, each * 0.95, cell, figure)
    legend.draw(axes, 0, high + named.height + 0.02)
    return svg_of(drawn, title, description)


def _head(label: str, each: float, *, level: bool) -> list[str]:
    """A column's head: level in four lines, leaning in two where the columns are wide enough, else in one."""
    if level:
        return wrapped(label, 8, each * 0.95, most=4)
    up = (_HEADS - 0.22) / math.sin(math.radians(_LEAN))
    right = (_RIGHT + each * 0.5) / math.cos(math.radians(_LEAN))
    return wrapped(label, 8, min(up, right) - 0.1, most=2 if each > 0.44 else 1)


def _cell(
    axes: Axes, at: tuple[float, float], width: float, cell: HeatCell | None, figure: Heat
) -> None:
    left, top = at
    middle = left + width / 2
    if cell is None:
        _box(axes, at, width, "#ffffff", hatch="////")
        return
    colour = colour_at(cell.median, figure)
    ink = "white" if is_dark(colour) else INK
    _box(axes, at, width, colour)
    size = 10 if wide("−1½", 10, bold=True) < width else 8.5
    axes.text(middle, top + 0.24, told(cell.median), ha="center", va="center", color=ink,
              fontsize=size, fontweight="bold")  # fmt: skip
    counted = f"n {cell.n}" if wide(f"n {cell.n}", 7) < width else str(cell.n)
    axes.text(middle, top + 0.43, counted, ha="center", va="center", color=ink, fontsize=7)
    if cell.split:
        axes.plot([left + width - 0.08], [top + 0.08], marker="D", markersize=4, color=ink)


def _box(axes: Axes, at: tuple[float, float], width: float, colour: str, hatch: str = "") -> None:
    from matplotlib.patches import Rectangle

    edge = LINE if hatch else "white"
    axes.add_patch(
        Rectangle(at, width, _CELL, facecolor=colour, edgecolor=edge, hatch=hatch, linewidth=1)
    )


def colour_at(median: float, figure: Heat) -> str:
    """The colour of the step nearest the median, that nearer the middle of the scale where it lies between two."""
    values = [value for value, _ in figure.steps]
    middle = (values[0] + values[-1]) / 2
    nearest = min(values, key=lambda value: (abs(value - median), abs(value - middle)))
    return colours_for(len(values))[values.index(nearest)]


def told(median: float) -> str:
    """A median as it stands in a cell: a half as a fraction, so that no decimal sign is needed.

    >>> told(-1.5), told(0.5), told(2.0)
    ('−1½', '½', '2')
    """
    whole, half = divmod(abs(median), 1)
    digits = f"{whole:g}" if whole or not half else ""
    return f"{'−' if median < 0 else ''}{digits}{'½' if half else ''}"


def _keys(figure: Heat) -> list[Key]:
    """The steps and the two marks."""
    steps = zip(figure.steps, colours_for(len(figure.steps)), strict=True)
    return [
        *(Key(f"{told(value)}  {label}", colour) for (value, label), colour in steps),
        Key(figure.empty, "white", "////"),
        Key(figure.split, INK, mark="D", edge=INK),
    ]
