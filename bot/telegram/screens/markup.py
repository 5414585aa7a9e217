"""Text and buttons within Telegram's limits: HTML with one escape function, lengths in UTF-16 units."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from surveys.questionnaire.languages import direction

Thing = TypeVar("Thing")

LONGEST_TEXT = 4096
"""UTF-16 code units, after the entities are parsed."""
LONGEST_LABEL = 64
"""UTF-16 code units that a telephone shows on a button of its own row."""
MOST_BUTTONS = 100
_FITS = {8: 3, 6: 4, 5: 6, 4: 8, 3: 12, 2: 18}
"""So many buttons beside each other show so many units each on a narrow telephone."""
_DIGITS = 3
"""Units of labels that are read as a row of numbers, also when the row is broken."""


@dataclass(frozen=True, slots=True)
class Label:
    """A button: what stands on it and what it carries (at most 64 bytes), or the address it opens."""

    text: str
    data: str
    url: str | None = None

    def button(self) -> dict[str, str]:
        """As the Bot API writes it."""
        if self.url is not None:
            return {"text": self.text, "url": self.url}
        return {"text": self.text, "callback_data": self.data}


Rows = tuple[tuple[Label, ...], ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message ready to be sent: HTML, and rows of buttons."""

    text: str
    rows: Rows = ()

    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The library's keyboard; None when there are no buttons."""
        if not self.rows:
            return None
        return InlineKeyboardMarkup(
            [[InlineKeyboardButton.de_json(label.button()) for label in row] for row in self.rows]
        )


def escape(text: str) -> str:
    """Text as HTML: the only way words of people and questionnaires get into a message."""
    return html.escape(text, quote=False)


def bold(text: str) -> str:
    """Escaped, in bold."""
    return f"<b>{escape(text)}</b>"


def units(text: str) -> int:
    """The length as Telegram counts: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, longest: int) -> str:
    """At most `longest` units, with an ellipsis where something was left out; never half an emoji."""
    if units(text) <= longest:
        return text
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * (longest - 1)]
    return kept.decode("utf-16-le", "ignore").rstrip() + "…"


def label(text: str) -> str:
    """A button's text: one line, cut to what a telephone shows."""
    return cut(" ".join(text.split()), LONGEST_LABEL) or "–"


def line(text: str, language: str) -> str:
    """A line that begins with a number or a sign: in a language written from the right it still begins there.

    >>> line("1 = nej", "sv")
    '1 = nej'
    """
    return f"\u200f{text}" if direction(language) == "rtl" else text


def together(buttons: Sequence[Label], texts: Sequence[str]) -> Rows:
    """One row where all of `texts` can be read there; short numbers in even rows; else one below the other.

    `texts` are what stands on the buttons without a tick, so that a tick moves nothing.
    """
    longest = max(map(units, texts), default=0)
    most = max((count for count, room in _FITS.items() if longest <= room), default=1)
    if len(buttons) <= most:
        return (tuple(buttons),) if buttons else ()
    if longest > _DIGITS:
        return tuple((button,) for button in buttons)
    return evenly(buttons, most)


def evenly(things: Sequence[Thing], most: int) -> tuple[tuple[Thing, ...], ...]:
    """As even pieces as there can be, none longer than `most`.

    >>> evenly("abcde", 4)
    (('a', 'b', 'c'), ('d', 'e'))
    """
    count = -(-len(things) // most)
    return chunks(things, -(-len(things) // count)) if things else ()


def mirrored(rows: Rows, language: str) -> Rows:
    """Telegram lays buttons from left to right in every language: turned where people read from the right."""
    return tuple(row[::-1] for row in rows) if direction(language) == "rtl" else rows


def chunks(things: Sequence[Thing], size: int) -> tuple[tuple[Thing, ...], ...]:
    """Pieces of `size`, the last perhaps shorter.

    >>> chunks("abc", 2)
    (('a', 'b'), ('c',))
    """
    return tuple(tuple(things[start : start + size]) for start in range(0, len(things), size))
