"""Charts of several questions together, in the style of `charts.py`: sizes are inches, legible at phone width."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from analysis.charts import (
    INK,
    LINE,
    ORANGE,
    QUIET,
    STRONG,
    WIDTH,
    canvas,
    colours_for,
    is_dark,
    svg_of,
)
from analysis.figures import Gap, Heat, HeatCell, Profile, Way, WayRow, short

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_CELL = 0.46
_HEADS = 0.95
_LABEL = 0.21
_WAY, _WAY_HEAD = 1.25, 0.3
_FIRST_INK, _SECOND_INK = "#1f5a8c", "#b3541e"


def heat(figure: Heat, title: str, description: str) -> str:
    """Rows of cells, each row under its label: the median, how many, and a diamond where answers differ."""
    legend = 0.2 * math.ceil((len(figure.steps) + 2) / 2) + 0.12
    row = _LABEL + _CELL + 0.12
    height = _HEADS + row * len(figure.rows) + legend
    drawn, axes = canvas(height, bottom=0)
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    wide = WIDTH / (len(figure.columns) + 0.75)
    for place, label in enumerate(figure.columns):
        axes.text(
            (place + 0.35) * wide, _HEADS - 0.04, short(label, 22), rotation=38, ha="left",
            va="bottom", color=INK, fontsize=8, rotation_mode="anchor",
        )  # fmt: skip
    for line, (label, cells) in enumerate(zip(figure.rows, figure.cells, strict=True)):
        top = _HEADS + line * row
        axes.text(0, top + _LABEL - 0.03, short(label, 52), va="bottom", color=INK, fontsize=9)
        for place, cell in enumerate(cells):
            _heat_cell(axes, (place * wide, top + _LABEL), wide * 0.95, cell, figure)
    _heat_legend(axes, _HEADS + row * len(figure.rows) + 0.06, figure)
    return svg_of(drawn, title, description)


def _heat_cell(
    axes: Axes, at: tuple[float, float], wide: float, cell: HeatCell | None, figure: Heat
) -> None:
    left, top = at
    middle = left + wide / 2
    if cell is None:
        _box(axes, left, top, wide, "#ffffff", hatch="////")
        return
    colour = colour_at(cell.median, figure)
    ink = "white" if is_dark(colour) else INK
    _box(axes, left, top, wide, colour)
    axes.text(middle, top + 0.19, told(cell.median), ha="center", va="center", color=ink,
              fontsize=10, fontweight="bold")  # fmt: skip
    axes.text(middle, top + 0.37, f"n {cell.n}", ha="center", va="center", color=ink, fontsize=7)
    if cell.split:
        axes.plot([left + wide - 0.09], [top + 0.1], marker="D", markersize=4.5, color=ink)


def _box(axes: Axes, left: float, top: float, wide: float, colour: str, hatch: str = "") -> None:
    from matplotlib.patches import Rectangle

    edge = LINE if hatch else "white"
    axes.add_patch(
        Rectangle(
            (left, top), wide, _CELL, facecolor=colour, edgecolor=edge, hatch=hatch, linewidth=1
        )
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


def _heat_legend(axes: Axes, top: float, figure: Heat) -> None:
    """The steps and the two marks, in two columns."""
    colours = colours_for(len(figure.steps))
    marks = [
        (colour, told(value), label)
        for (value, label), colour in zip(figure.steps, colours, strict=True)
    ]
    marks += [("", "", figure.empty), ("", "◆", figure.split)]
    rows = math.ceil(len(marks) / 2)
    for place, (colour, number, label) in enumerate(marks):
        left, y = (place // rows) * WIDTH / 2, top + 0.2 * (place % rows)
        if number != "◆":
            _swatch(axes, left, y, colour)
            axes.text(
                left + 0.33, y + 0.075, number, va="center", ha="center", color=INK, fontsize=8.5
            )
        else:
            axes.plot([left + 0.08], [y + 0.07], marker="D", markersize=5, color=INK)
        axes.text(left + 0.48, y + 0.075, label, va="center", color=INK, fontsize=8.5)


def _swatch(axes: Axes, left: float, top: float, colour: str) -> None:
    """A sample of a colour; of the hatching that stands for nothing where there is none."""
    from matplotlib.patches import Rectangle

    look: dict[str, Any] = (
        {"facecolor": colour, "edgecolor": "white"}
        if colour
        else {"facecolor": "white", "edgecolor": LINE, "hatch": "////"}
    )
    axes.add_patch(Rectangle((left, top), 0.16, 0.14, **look))


def gap(figure: Gap, title: str, description: str) -> str:
    """A line for each row from how many have come far (a ring) to how many want it (a dot)."""
    row, head = 0.48, 0.46
    most = max(1, *(max(wanted, reached) for _, wanted, reached in figure.rows))
    drawn, axes = canvas(head + row * len(figure.rows) + 0.04, bottom=0)
    axes.set_xlim(-0.1 * most, most * 1.12)
    axes.set_ylim(head + row * len(figure.rows) + 0.04, 0)
    _keys(axes, figure, most)
    for line, (label, wanted, reached) in enumerate(figure.rows):
        y = head + line * row + 0.32
        axes.text(-0.1 * most, y - 0.12, short(label, 52), va="bottom", color=INK)
        axes.plot([0, most], [y, y], color=LINE, linewidth=1, zorder=1)
        axes.plot([reached, wanted], [y, y], color=QUIET, linewidth=3, zorder=2)
        _dot(axes, wanted, y, _FIRST_INK, filled=True)
        _dot(axes, reached, y, _SECOND_INK, filled=False)
        _gap_numbers(axes, y, wanted, reached, most)
    return svg_of(drawn, title, description)


def _dot(axes: Axes, x: float, y: float, colour: str, *, filled: bool) -> None:
    axes.plot([x], [y], marker="o", markersize=8, color=colour, zorder=3,
              markerfacecolor=colour if filled else "white", markeredgewidth=2)  # fmt: skip


def _gap_numbers(axes: Axes, y: float, wanted: int, reached: int, most: int) -> None:
    """Each number on the outer side of its dot; one is enough where the dots meet."""
    low, high = sorted((wanted, reached))
    step = 0.035 * most
    axes.text(high + step, y, str(high), va="center", color=INK, fontweight="bold")
    if low != high:
        axes.text(low - step, y, str(low), ha="right", va="center", color=INK, fontweight="bold")


def _keys(axes: Axes, figure: Gap, most: int) -> None:
    for line, (label, colour) in enumerate(
        zip(figure.labels, (_FIRST_INK, _SECOND_INK), strict=True)
    ):
        y = 0.1 + 0.19 * line
        _dot(axes, -0.07 * most, y, colour, filled=line == 0)
        axes.text(-0.02 * most, y, label, va="center", color=INK, fontsize=8.5)


def profile(figure: Profile, title: str, description: str) -> str:
    """A dot for each row on the scale: its median."""
    row, head = 0.42, 0.2
    values = [value for value, _ in figure.steps]
    foot = head + row * len(figure.rows)
    drawn, axes = canvas(foot + 0.28, bottom=0)
    span = max(values[-1] - values[0], 1)
    axes.set_xlim(values[0] - 0.06 * span, values[-1] + 0.14 * span)
    axes.set_ylim(foot + 0.28, 0)
    for value in values:
        axes.plot([value] * 2, [head + 0.1, foot], color=LINE, linewidth=1, zorder=1)
    for (value, label), side in zip(
        figure.steps[:: len(values) - 1], ("left", "right"), strict=True
    ):
        axes.text(value, head - 0.02, label, va="bottom", ha=side, color=QUIET, fontsize=8.5)
    for line, (label, median, n) in enumerate(figure.rows):
        y = head + line * row + 0.3
        named = f"{short(label, 40)}  (n {n})"
        axes.text(values[0] - 0.06 * span, y - 0.08, named, va="bottom", color=INK, fontsize=9)
        _profile_dot(axes, y, median, values, span)
    return svg_of(drawn, title, description)


def _profile_dot(axes: Axes, y: float, median: float, values: list[int], span: float) -> None:
    colours = dict(zip(values, colours_for(len(values)), strict=True))
    nearest = min(values, key=lambda value: abs(value - median))
    axes.plot([values[0], median], [y, y], color=LINE, linewidth=3, zorder=2)
    axes.plot([median], [y], marker="o", markersize=9, zorder=3, color=colours[nearest],
              markeredgecolor=INK)  # fmt: skip
    axes.text(median + 0.035 * span, y, told(median), va="center", color=INK, fontweight="bold")


def way(figure: Way, title: str, description: str) -> str:
    """Small multiples: the line from now to the goal, with what one compares with as a broken line."""
    high = _WAY + _WAY_HEAD
    drawn, axes = canvas(high * len(figure.rows), bottom=0)
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(high * len(figure.rows), 0)
    for line, row in enumerate(figure.rows):
        _way(axes, line * high, row, figure.labels)
    return svg_of(drawn, title, description)


def _way(axes: Axes, top: float, row: WayRow, labels: tuple[str, str, str]) -> None:
    label, now, beside, wanted, told = row
    known = [value for value in (now, beside, wanted) if value is not None]
    span = (max(known) - min(known)) or 1.0

    def height(value: float) -> float:
        return top + _WAY_HEAD + 0.22 + (_WAY - 0.5) * (max(known) - value) / span

    axes.text(0, top + 0.14, short(label, 52), va="center", color=INK, fontweight="bold")
    left, right = 0.75, WIDTH - 0.95
    if beside is not None:
        y = height(beside)
        axes.plot([left, right], [y, y], color=ORANGE, linewidth=1.5, linestyle=(0, (4, 3)))
        axes.text(WIDTH / 2, y - 0.05, f"{labels[1]}: {told[1]}", ha="center", va="bottom",
                  color=ORANGE, fontsize=8)  # fmt: skip
    arrow = {"arrowstyle": "-|>", "color": STRONG, "linewidth": 2}
    axes.annotate("", (right, height(wanted)), (left, height(now)), arrowprops=arrow)
    ends: dict[str, Any] = {"va": "center", "color": INK, "fontsize": 9, "fontweight": "bold"}
    axes.text(left - 0.08, height(now), f"{labels[0]}\n{told[0]}", ha="right", **ends)
    axes.text(right + 0.06, height(wanted), f"{labels[2]}\n{told[2]}", ha="left", **ends)
