"""Stacked bars of a scale: numbers in the bars, and a legend that takes the room its words need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.chart_rows import Rows
from analysis.charts import INK, PHONE, QUIET, Sheet, canvas, colours_for, hatch, is_dark, svg_of
from analysis.figures import Bar, Whisker
from analysis.legend import WHISKER, Key, Legend
from analysis.lettering import wide

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BAR, _BETWEEN, _OVER = 0.34, 0.1, 0.05
"""Inches: a bar, what is free under it, and between a bar and its heading."""
_WHISKER, _CAP = 0.16, 0.05
"""Inches under a bar that a whisker takes with its words, and half the height of what ends it."""
_TOLD, _APART = 7.5, 0.06
"""Points of a whisker's words, and inches between the two."""
_NUMBERS = ((10, 0.08), (8, 0.04))
"""Points of a number in a bar, the larger where it has room, and inches free around it."""


def stacked(
    labels: Sequence[str],
    bars: Sequence[Bar],
    title: str,
    description: str,
    sheet: Sheet = PHONE,
    whiskers: str = "",
) -> str:
    """Stacked horizontal bars, one for each meeting or row (or just one), as SVG.

    Lengths are shares of each bar's own answers; the numbers in the bars are people. `bars` without any
    answers are not drawn. `whiskers`: what the whiskers under bars are.
    """
    drawn = [bar for bar in bars if sum(bar.counts)]
    over = 0 if sheet.names or not any(bar.title for bar in drawn) else _OVER
    under = _WHISKER if any(bar.whisker for bar in drawn) else 0
    rows = Rows([_heading(bar) for bar in drawn], _BAR + over + under, _BETWEEN, sheet, 9)
    width = sheet.width - rows.left
    colours = colours_for(len(labels))
    told = zip(_entries(labels, drawn, width), colours, strict=True)
    keys = [
        Key(words, colour, hatch(place, len(labels))) for place, (words, colour) in enumerate(told)
    ]
    legend = Legend(keys, width)
    line = Legend([Key(whiskers, INK, mark=WHISKER)] if under else [], width)
    figure, axes = canvas(rows.height + legend.height + line.height + 0.04, sheet.width)
    for bar, (begins, body) in zip(drawn, rows.draw(axes, 0), strict=True):
        if bar.break_before:
            y = begins - _BETWEEN / 2
            axes.axhline(y, color=QUIET, linewidth=1, linestyle=(0, (4, 3)))
        _segments(axes, bar, (rows.left, body + over), width, colours)
        if bar.whisker:
            _whisker(axes, bar.whisker, (rows.left, body + over + _BAR + _WHISKER / 2), width)
    legend.draw(axes, rows.left, rows.height + 0.02)
    line.draw(axes, rows.left, rows.height + legend.height + 0.02)
    return svg_of(figure, title, description)


def _heading(bar: Bar) -> str:
    return bar.title + (f"  –  {bar.break_before}" if bar.break_before else "")


def _segments(
    axes: Axes, bar: Bar, at: tuple[float, float], full: float, colours: Sequence[str]
) -> None:
    (left, top), total = at, sum(bar.counts)
    for place, count in enumerate(bar.counts):
        width = full * count / total
        axes.barh(
            top + _BAR / 2, width, left=left, height=_BAR, color=colours[place], edgecolor="white",
            linewidth=1.2, hatch=hatch(place, len(colours)),
        )  # fmt: skip
        size = _size_in(count, width)
        if size:
            ink = "white" if is_dark(colours[place]) else INK
            axes.text(
                left + width / 2, top + _BAR / 2 + 0.005, str(count), ha="center", va="center",
                color=ink, fontsize=size, fontweight="bold",
                bbox=_plate(colours[place], place, len(colours)),
            )  # fmt: skip
        left += width


def _whisker(axes: Axes, found: Whisker, at: tuple[float, float], full: float) -> None:
    """A thin line under the bar, with its range in words at an end that has room; the table has them all."""
    left, y = at
    low, middle, high = (left + full * share for share in (found.low, found.at, found.high))
    axes.plot([low, high], [y, y], color=INK, linewidth=1, zorder=3)
    for end in (low, high):
        axes.plot([end, end], [y - _CAP, y + _CAP], color=INK, linewidth=1, zorder=3)
    axes.plot([middle], [y], marker="o", markersize=4, color=INK, zorder=4)
    look: dict[str, Any] = {"va": "center", "color": QUIET, "fontsize": _TOLD}
    room = wide(found.told, _TOLD) + _APART
    if high + room <= left + full:
        axes.text(high + _APART, y + 0.005, found.told, **look)
    elif low - room >= left:
        axes.text(low - _APART, y + 0.005, found.told, ha="right", **look)


def _size_in(count: int, width: float) -> int:
    """The points at which a number has room in its part of the bar; 0 where it has none."""
    fit = (size for size, free in _NUMBERS if wide(str(count), size, bold=True) + free <= width)
    return next(fit, 0) if count else 0


def _plate(colour: str, place: int, steps: int) -> dict[str, Any] | None:
    """A plain ground under a number that stands on hatching."""
    if not hatch(place, steps):
        return None
    return {"facecolor": colour, "edgecolor": "none", "pad": 1.2}


def _entries(labels: Sequence[str], bars: Sequence[Bar], width: float) -> list[str]:
    """What the legend says: with counts where a bar by itself has a part too small for its number."""
    if len(bars) != 1:
        return [*labels]
    counts, total = bars[0].counts, sum(bars[0].counts)
    small = any(count and not _size_in(count, width * count / total) for count in counts)
    told = zip(labels, counts, strict=True)
    return [f"{label} ({count})" if small else label for label, count in told]
