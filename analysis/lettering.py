"""How much room words take in a chart: measured with the chart's own font, never guessed from the number of letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FAMILY = "DejaVu Sans"
_POINTS_AN_INCH = 72


@cache
def _font(bold: bool) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=FAMILY, weight="bold" if bold else "normal", size=10)


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """Inches that a line takes with letters of so many points."""
    from matplotlib.textpath import text_to_path

    if not text:
        return 0.0
    width = text_to_path.get_text_width_height_descent(text, _font(bold), ismath=False)[0]
    return float(width) * size / 10 / _POINTS_AN_INCH


def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or as much of its beginning as a line of so many inches holds, and an ellipsis."""
    if wide(text, size, bold=bold) <= room:
        return text
    for end in range(_letters(text, size, room, bold=bold), 0, -1):
        cut = text[:end].rstrip(" ,:;–-") + "…"
        if wide(cut, size, bold=bold) <= room:
            return cut
    return "…"


def _letters(text: str, size: float, room: float, *, bold: bool) -> int:
    """A few letters more than have room: where to begin looking."""
    share = room / wide(text, size, bold=bold)
    return min(len(text) - 1, int(len(text) * share * 1.4) + 4)


def wrapped(
    text: str, size: float, room: float, *, most: int = 99, bold: bool = False
) -> list[str]:
    """The text in at most so many lines of so many inches. A word longer than a line is broken with a hyphen."""
    lines: list[str] = []
    for word in _words(text, size, room, bold=bold):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and wide(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    rest = " ".join(lines[most - 1 :])
    return [*lines[: most - 1], fitted(rest, size, room, bold=bold)]


def _words(text: str, size: float, room: float, *, bold: bool) -> Iterator[str]:
    for word in filter(None, text.split(" ")):  # a no-break space breaks no line
        rest = word
        while wide(rest, size, bold=bold) > room and len(rest) > 1:
            part = fitted(rest, size, room, bold=bold).removesuffix("…") or rest[0]
            yield f"{part}-"
            rest = rest.removeprefix(part)
        yield rest
