"""The key to a chart's colours and marks: in as many columns as their words have room for, read row by row."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.charts import INK, LINE, margin
from analysis.lettering import wide, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WORDS, _LINE, _BETWEEN = 8.5, 0.16, 0.03
"""Points of the words; inches of a line, and between two rows."""
_BASE = 0.125
"""Inches from the top of a line to what its letters stand on: the same for all, whatever strokes they have above and below."""
_SWATCH, _AFTER, _APART = 0.13, 0.19, 0.17
"""Inches: a sample, from its start to its words, and between two columns."""
_MOST_COLUMNS = 8


WHISKER = "|-|"
"""The mark of a line with ends: a range."""


@dataclass(frozen=True, slots=True)
class Key:
    """What one colour means; `mark`: a marker of matplotlib's, or `WHISKER`, instead of a field, drawn in `edge`."""

    words: str
    colour: str
    hatch: str = ""
    mark: str = ""
    edge: str = ""


class Legend:
    """Keys laid out in so many inches. `height` is what they take."""

    def __init__(self, keys: Sequence[Key], width: float) -> None:
        self._keys = keys
        room = margin(width)
        self._lefts = _columns([key.words for key in keys], room)
        across = len(self._lefts)
        lines = [
            wrapped(key.words, _WORDS, room - _AFTER) if across == 1 else [key.words]
            for key in keys
        ]
        self._rows = [lines[first : first + across] for first in range(0, len(lines), across)]
        self.height = sum(map(_high, self._rows))

    def draw(self, axes: Axes, left: float, top: float) -> None:
        """All keys, from so many inches from the left and from the top."""
        keys = iter(self._keys)
        for row in self._rows:
            for column, lines in zip(self._lefts, row, strict=False):
                _sample(axes, left + column, top, next(keys))
                for place, line in enumerate(lines):
                    y = top + _BASE + place * _LINE
                    axes.text(left + column + _AFTER, y, line, color=INK, fontsize=_WORDS)
            top += _high(row)


def _columns(words: Sequence[str], room: float) -> list[float]:
    """Where each column begins: as many columns as have room, each as wide as its longest words."""
    for rows in range(math.ceil(len(words) / _MOST_COLUMNS), len(words)):
        across = math.ceil(len(words) / rows)
        widths = [
            _AFTER + max(wide(one, _WORDS) for one in words[column::across]) + _APART
            for column in range(across)
        ]
        if sum(widths) - _APART <= room:
            return [sum(widths[:column]) for column in range(across)]
    return [0.0]


def _high(row: Sequence[Sequence[str]]) -> float:
    return _LINE * max(map(len, row)) + _BETWEEN


def _sample(axes: Axes, left: float, top: float, key: Key) -> None:
    from matplotlib.patches import Rectangle

    if key.mark == WHISKER:
        y = top + 0.08
        axes.plot([left, left + _SWATCH], [y, y], color=key.colour, linewidth=1, marker="|",
                  markersize=5, markeredgewidth=1)  # fmt: skip
        axes.plot([left + _SWATCH / 2], [y], marker="o", markersize=3, color=key.colour)
        return
    if key.mark:
        size = 5 if key.mark == "D" else 8
        axes.plot([left + _SWATCH / 2], [top + 0.08], marker=key.mark, markersize=size, color=key.edge,
                  markerfacecolor=key.colour, markeredgewidth=2 if key.mark == "o" else 0)  # fmt: skip
        return
    pale = key.colour == "white"
    look: dict[str, Any] = {
        "edgecolor": LINE if pale else "white", "hatch": key.hatch, "linewidth": 1 if pale else 0
    }  # fmt: skip
    axes.add_patch(
        Rectangle((left, top + 0.025), _SWATCH, _SWATCH * 0.85, facecolor=key.colour, **look)
    )
