"""Charts of several questions together, in the style of `charts.py`: sizes are inches, legible at phone width."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from analysis.chart_rows import Rows
from analysis.charts import (
    INK,
    LINE,
    ORANGE,
    PHONE,
    QUIET,
    SIZE,
    STRONG,
    Sheet,
    canvas,
    colours_for,
    margin,
    svg_of,
)
from analysis.figures import Gap, Profile, Way, WayRow
from analysis.heat_chart import told
from analysis.legend import Key, Legend
from analysis.lettering import wide, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LINE = 0.16
"""Inches of a line of words."""
_WAY, _WAY_WIDE = 1.25, 3.6
"""Inches of a way to a goal: its height without its name, and the least width of those beside each other."""
_FIRST_INK, _SECOND_INK = "#1f5a8c", "#b3541e"
_TRACK = "#b8c0c8"


def gap(figure: Gap, title: str, description: str, sheet: Sheet = PHONE) -> str:
    """A line for each row from how many have come far (a ring) to how many want it (a dot)."""
    most = max(1, *(max(wanted, reached) for _, wanted, reached in figure.rows))
    edge = wide(str(most), SIZE, bold=True) + 0.16
    rows = Rows([label for label, _, _ in figure.rows], 0.24, 0.07, sheet)
    keys = [
        Key(label, filling, mark="o", edge=ink)
        for label, filling, ink in zip(
            figure.labels, (_FIRST_INK, "white"), (_FIRST_INK, _SECOND_INK), strict=True
        )
    ]
    legend = Legend(keys, sheet.width)
    top, left = legend.height + 0.08, rows.left + edge
    step = (sheet.width - left - edge) / most
    drawn, axes = canvas(top + rows.height, sheet.width)
    legend.draw(axes, 0, 0.02)
    for (_, wanted, reached), (_, body) in zip(figure.rows, rows.draw(axes, top), strict=True):
        y, first, second = body + 0.13, left + wanted * step, left + reached * step
        axes.plot([left, sheet.width - edge], [y, y], color=LINE, linewidth=1, zorder=1)
        axes.plot([first, second], [y, y], color=QUIET, linewidth=3, zorder=2)
        _dot(axes, first, y, _FIRST_INK, _FIRST_INK)
        _dot(axes, second, y, _SECOND_INK, _FIRST_INK if wanted == reached else "white")
        _gap_numbers(axes, y, (wanted, first), (reached, second))
    return svg_of(drawn, title, description)


def _dot(axes: Axes, x: float, y: float, colour: str, filling: str) -> None:
    axes.plot([x], [y], marker="o", markersize=8, color=colour, zorder=3,
              markerfacecolor=filling, markeredgewidth=2)  # fmt: skip


def _gap_numbers(axes: Axes, y: float, *ends: tuple[int, float]) -> None:
    """Each number on the outer side of its dot; one is enough where the dots meet."""
    (low, left), (high, right) = sorted(ends)
    look: dict[str, Any] = {"va": "center", "color": INK, "fontsize": SIZE, "fontweight": "bold"}
    axes.text(right + 0.12, y, str(high), **look)
    if low != high:
        axes.text(left - 0.12, y, str(low), ha="right", **look)


def profile(figure: Profile, title: str, description: str, sheet: Sheet = PHONE) -> str:
    """A dot for each row on the scale: its median."""
    values = [value for value, _ in figure.steps]
    named = [f"{label} (n\u00a0{n})" for label, _, n in figure.rows]
    rows = Rows(named, 0.22, 0.08, sheet, 9)
    left, right = rows.left + 0.1, sheet.width - 0.45
    room = (margin(sheet.width) - rows.left) / 2 - 0.1
    ends = [wrapped(figure.steps[place][1], 8.5, room, most=2) for place in (0, -1)]
    top = _LINE * max(map(len, ends)) + 0.08
    drawn, axes = canvas(top + rows.height, sheet.width)
    step = (right - left) / max(values[-1] - values[0], 1)
    places = ((rows.left, "left"), (margin(sheet.width), "right"))
    for words, (x, side) in zip(ends, places, strict=True):
        axes.text(x, top - 0.06, "\n".join(words), va="bottom", ha=side, color=QUIET, fontsize=8.5)
    for (_, median, _), (_, body) in zip(figure.rows, rows.draw(axes, top), strict=True):
        y = body + 0.12
        for value in values:
            x = left + (value - values[0]) * step
            axes.plot([x, x], [y - 0.06, y + 0.06], color=_TRACK, linewidth=1, zorder=1)
        axes.plot([left, right], [y, y], color=LINE, linewidth=1, zorder=1)
        _profile_dot(axes, (left, left + (median - values[0]) * step, y), median, values)
    return svg_of(drawn, title, description)


def _profile_dot(
    axes: Axes, at: tuple[float, float, float], median: float, values: list[int]
) -> None:
    left, x, y = at
    colours = dict(zip(values, colours_for(len(values)), strict=True))
    nearest = min(values, key=lambda value: abs(value - median))
    axes.plot([left, x], [y, y], color=_TRACK, linewidth=3, zorder=2)
    axes.plot([x], [y], marker="o", markersize=9, zorder=3, color=colours[nearest],
              markeredgecolor=INK)  # fmt: skip
    axes.text(x + 0.12, y, told(median), va="center", color=INK, fontsize=SIZE, fontweight="bold")


def way(figure: Way, title: str, description: str, sheet: Sheet = PHONE) -> str:
    """Small multiples: the line from now to the goal, with what one compares with as a broken line."""
    across = max(1, min(len(figure.rows), int(sheet.width // _WAY_WIDE)))
    each = sheet.width / across
    lines = [wrapped(row[0], SIZE, margin(each) - 0.1, bold=True) for row in figure.rows]
    high = _WAY + 0.13 + 0.17 * max(map(len, lines))
    drawn, axes = canvas(high * math.ceil(len(lines) / across), sheet.width)
    for place, (row, words) in enumerate(zip(figure.rows, lines, strict=True)):
        left, top = place % across * each, place // across * high
        axes.text(left, top + 0.02, "\n".join(words), va="top", color=INK, fontsize=SIZE,
                  fontweight="bold", linespacing=1.15)  # fmt: skip
        _way(axes, (left, left + each, top + high - _WAY), row, figure.labels)
    return svg_of(drawn, title, description)


def _way(
    axes: Axes, at: tuple[float, float, float], row: WayRow, labels: tuple[str, str, str]
) -> None:
    _, now, beside, wanted, told_ = row
    known = [value for value in (now, beside, wanted) if value is not None]
    span = (max(known) - min(known)) or 1.0

    def height(value: float) -> float:
        return at[2] + 0.22 + (_WAY - 0.5) * (max(known) - value) / span

    begins, ends = f"{labels[0]}\n{told_[0]}", f"{labels[2]}\n{told_[2]}"
    left, right = at[0] + _broad(begins) + 0.12, at[1] - _broad(ends) - 0.12
    if beside is not None:
        y = height(beside)
        axes.plot([left, right], [y, y], color=ORANGE, linewidth=1.5, linestyle=(0, (4, 3)))
        words = f"{labels[1]}: {told_[1]}"
        _compared(axes, (left, right), y, words, (height(now), height(wanted)))
    arrow = {"arrowstyle": "-|>", "color": STRONG, "linewidth": 2}
    axes.annotate("", (right, height(wanted)), (left, height(now)), arrowprops=arrow)
    look: dict[str, Any] = {"va": "center", "color": INK, "fontsize": 9, "fontweight": "bold"}
    axes.text(left - 0.08, height(now), begins, ha="right", **look)
    axes.text(right + 0.06, height(wanted), ends, ha="left", **look)


def _broad(words: str) -> float:
    return max(wide(line, 9, bold=True) for line in words.split("\n"))


def _compared(
    axes: Axes, across: tuple[float, float], y: float, words: str, arrow: tuple[float, float]
) -> None:
    """The words of the broken line: at the end where the arrow is furthest away, on the side where it is not."""
    away = [height - y for height in arrow]
    last = abs(away[1]) > abs(away[0])
    over = away[last] >= 0  # downwards is more
    axes.text(
        across[1] if last else across[0], y - 0.05 if over else y + 0.05, words,
        ha="right" if last else "left", va="bottom" if over else "top", color=ORANGE, fontsize=8,
    )  # fmt: skip
