"""The rows of a chart and their names: over the row on a phone, at its left where the sheet is wide enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.charts import INK, SIZE, Sheet, margin
from analysis.lettering import wide, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_APART = 0.2
"""Inches between a name and what stands at its right."""


class Rows:
    """Names laid out; `body` inches of each row are for what is drawn, `gap` are free under it.

    `height`: of all rows. `left`: where bodies begin.
    """

    def __init__(
        self, names: Sequence[str], body: float, gap: float, sheet: Sheet, size: float = SIZE
    ) -> None:
        self._size, self._beside = size, sheet.names > 0
        room = sheet.names - _APART if self._beside else margin(sheet.width)
        self._lines = [wrapped(name, size, room) for name in names]
        longest = max((wide(line, size) for lines in self._lines for line in lines), default=0.0)
        self.left = longest + _APART if self._beside and longest else 0.0
        self._body, self._gap = body, gap
        self.height = sum(map(self._high, self._lines))

    def _words(self, lines: Sequence[str]) -> float:
        return 0.0172 * self._size * len(lines)

    def _high(self, lines: Sequence[str]) -> float:
        words = self._words(lines)
        return (max(words, self._body) if self._beside else words + self._body) + self._gap

    def draw(self, axes: Axes, top: float) -> Iterator[tuple[float, float]]:
        """Draws each name, and yields where its row begins and where its body does."""
        for lines in self._lines:
            words, high = self._words(lines), self._high(lines)
            middle = top + (high - self._gap) / 2
            body = middle - self._body / 2 if self._beside else top + words
            y, side = (middle, "center") if self._beside else (body, "bottom")
            axes.text(0, y, "\n".join(lines), va=side, color=INK, fontsize=self._size,
                      linespacing=1.15)  # fmt: skip
            yield top, body
            top += high
