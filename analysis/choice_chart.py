"""Bars of a choice: the options of one question, and the same over several meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.chart_rows import Rows
from analysis.charts import INK, LINE, PALE, PHONE, QUIET, STRONG, Sheet, canvas, svg_of
from analysis.lettering import wide, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LEAST = 0.5
"""Inches of a bar that still shows something."""
_HEADS = (8.5, 7.5, 7.0)
"""Points of a meeting's heading."""
_EMPTY = "#eef1f4"


def ranked(
    rows: Sequence[tuple[str, float, str]], n: float, title: str, description: str, sheet: Sheet = PHONE
) -> str:  # fmt: skip
    """Horizontal bars, each with its number in words at its end; `n` is full width."""
    named = Rows([label for label, _, _ in rows], 0.24, 0.08, sheet)
    figure, axes = canvas(named.height, sheet.width)
    longest = max(1, *(count for _, count, _ in rows))
    numbers = max(wide(told, 10, bold=True) for _, _, told in rows) + 0.14
    step = (sheet.width - named.left - numbers) / min(n, longest * 1.6)
    for (_, count, told), (_, body) in zip(rows, named.draw(axes, 0), strict=True):
        y, right = body + 0.13, named.left + count * step
        axes.barh(y, count * step, left=named.left, height=0.2,
                  color=STRONG if count == longest else PALE)  # fmt: skip
        axes.text(right + 0.08, y + 0.005, told, va="center", color=INK, fontsize=10,
                  fontweight="bold")  # fmt: skip
    axes.axvline(named.left, color=LINE, linewidth=1)
    return svg_of(figure, title, description)


def columns(
    rows: Sequence[tuple[str, Sequence[int]]],
    meetings: Sequence[tuple[str, int]],
    title: str,
    description: str,
    sheet: Sheet = PHONE,
) -> str:
    """Small multiples: options downwards, meetings across, a bar in each.

    `meetings` are short headings with their n; a full bar is everybody at that meeting. Numbers stand after the
    bars, or over them where many meetings leave no room.
    """
    number = max(wide(str(count), 9, bold=True) for _, counts in rows for count in counts)
    names = [label for label, _ in rows]
    left = Rows(names, 0, 0, sheet).left
    each = (sheet.width - left) / len(meetings)
    over = each - number - 0.14 < _LEAST
    full = each - 0.08 if over else each - number - 0.14
    named = Rows(names, 0.38 if over else 0.22, 0.1, sheet)
    size = _head_size([heading for heading, _ in meetings], each - 0.04)
    heads = [wrapped(heading, size, each - 0.04) for heading, _ in meetings]
    top = 0.15 * max(map(len, heads)) + 0.1
    figure, axes = canvas(top + named.height, sheet.width)
    for place, heading in enumerate(heads):
        axes.text(left + place * each, top - 0.08, "\n".join(heading), color=QUIET, fontsize=size,
                  va="bottom")  # fmt: skip
    for (_, counts), (_, body) in zip(rows, named.draw(axes, top), strict=True):
        for place, (count, (_, n)) in enumerate(zip(counts, meetings, strict=True)):
            at = (left + place * each, body + (0.28 if over else 0.12))
            _part(axes, at, full, (count, n), over=over)
    return svg_of(figure, title, description)


def _head_size(headings: Sequence[str], room: float) -> float:
    """The largest size at which no number of a heading is broken."""
    parts = [part for heading in headings for part in heading.split(" ")]
    fit = (size for size in _HEADS if all(wide(part, size) <= room for part in parts))
    return next(fit, _HEADS[-1])


def _part(
    axes: Axes, at: tuple[float, float], full: float, of: tuple[int, int], *, over: bool
) -> None:
    """How many of n, on a ground that is everybody."""
    (left, y), (count, n) = at, of
    axes.barh(y, full, left=left, height=0.17, color=_EMPTY)
    axes.barh(y, full * count / max(n, 1), left=left, height=0.17, color=STRONG)
    place = (left, y - 0.17) if over else (left + full + 0.06, y + 0.005)
    axes.text(*place, str(count), va="center", color=INK, fontweight="bold", fontsize=9)
