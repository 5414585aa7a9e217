"""How much room words take in a chart: measured with the chart's own font, never guessed from the number of letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FAMILY = "DejaVu Sans"
_PICTURES = re.compile(
    " ?[^\x00-\x7f\\w\\s\u0300-\u036f\u0600-\u06ff\u200c\u200d](?:\ufe0f|[\U0001f3fb-\U0001f3ff]|\u200d[^\\w\\s])*"
)
"""A sign that is no letter, with what gives it a colour, what it is joined with, and the space before it."""
_POINTS_AN_INCH = 72
_BOX = "□"


@cache
def _font(bold: bool) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=FAMILY, weight="bold" if bold else "normal", size=10)


@cache
def _signs() -> frozenset[int]:
    """What the font can draw, in both its weights."""
    from matplotlib.font_manager import findfont, get_font

    plain, bold = (get_font(findfont(_font(weight))).get_charmap() for weight in (False, True))
    return frozenset(plain) & frozenset(bold)


def drawable(text: str) -> str:
    """The text without emoji and other signs that the font lacks, unless nothing else stands there. Words stay."""
    if text.isascii():
        return text
    left = _PICTURES.sub(lambda found: "" if _is_lacking(found[0].lstrip(" ")) else found[0], text)
    return text if left == text else left.strip() or text


def as_drawn(text: str) -> str:
    """The same for a chart, where a letter of a script that the font lacks is a box: its table beside has the word."""
    if text.isascii():
        return text
    known = _signs()
    return "".join(
        sign if ord(sign) in known or sign.isspace() else _BOX for sign in drawable(text)
    )


def _is_lacking(picture: str) -> bool:
    is_sign = unicodedata.category(picture[0])[0] == "S"
    return is_sign and any(ord(sign) not in _signs() for sign in picture)


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """Inches that a line takes with letters of so many points."""
    from matplotlib.textpath import text_to_path

    if not text:
        return 0.0
    shown = as_drawn(text)
    width = text_to_path.get_text_width_height_descent(shown, _font(bold), ismath=False)[0]
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
