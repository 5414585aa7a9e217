"""What Telegram takes in one message, checked before anything is sent: nothing here is ever sent and refused.

Lengths are UTF-16 units of what a person reads, after the markup is parsed away. The renderers keep within the limits
by giving every part its room; `fitted` is the last resort, and cuts without breaking a tag, an escape or an emoji.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.telegram.screens.codec import LONGEST as LONGEST_DATA
from bot.telegram.screens.markup import (
    LONGEST_LABEL,
    LONGEST_TEXT,
    MOST_BUTTONS,
    Rendered,
    cut,
    units,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.telegram.screens.markup import Label

MOST_ENTITIES = 100
MOST_IN_ROW = 8
LONGEST_TOAST = 200
_TOKEN = re.compile(r"<(/?)(b|i)>|&(?:lt|gt|amp|quot);|[<>&]|[^<>&]+")


class TooMuch(Exception):
    """The message breaks a limit; says which one, and none of its words."""


def check(rendered: Rendered) -> None:
    """Raises TooMuch when Telegram would refuse the message."""
    if not plain(rendered.text).strip():
        raise TooMuch("an empty text")
    if units(plain(rendered.text)) > LONGEST_TEXT:
        raise TooMuch("the length of the text")
    if rendered.text.count("</") > MOST_ENTITIES:
        raise TooMuch("entities")
    if sum(map(len, rendered.rows)) > MOST_BUTTONS:
        raise TooMuch("buttons")
    for row in rendered.rows:
        if not 1 <= len(row) <= MOST_IN_ROW:
            raise TooMuch("buttons in a row")
        for button in row:
            _check_button(button)


def fitted(rendered: Rendered) -> Rendered:
    """The same message, its text cut where it would be too long."""
    if units(rendered.text) <= LONGEST_TEXT or units(plain(rendered.text)) <= LONGEST_TEXT:
        return rendered
    return replace(rendered, text=shortened(rendered.text, LONGEST_TEXT))


def toast(text: str) -> str:
    """Words that stand on the screen for a moment."""
    return cut(text, LONGEST_TOAST)


def plain(text: str) -> str:
    """What a person reads of our HTML. Raises TooMuch when the markup is broken."""
    return "".join(_signs(text))


def shortened(text: str, longest: int) -> str:
    """Our HTML cut to `longest` units: every tag is closed, and no escape or emoji is halved.

    >>> shortened("<b>a &amp; b</b>", 4)
    '<b>a &amp;…</b>'
    """
    kept = _Kept(longest - 1)
    for match in _TOKEN.finditer(text):
        if not kept.takes(match):
            break
    return kept.done()


@dataclass(slots=True)
class _Kept:
    """The beginning of a text, with the tags that are open."""

    room: int
    parts: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def takes(self, match: re.Match[str]) -> bool:
        if match[2] is None:
            size = units(html.unescape(match[0]))
            if size > self.room:
                whole = match[0][0] == "&"  # an escape is taken whole or not at all
                self.parts.append("" if whole else _beginning(match[0], self.room))
                return False
            self.room -= size
        elif match[1]:
            self.open.pop()
        else:
            self.open.append(match[2])
        self.parts.append(match[0])
        return True

    def done(self) -> str:
        closing = "".join(f"</{tag}>" for tag in reversed(self.open))
        return "".join(self.parts).rstrip() + "…" + closing


def _beginning(text: str, longest: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * longest].decode("utf-16-le", "ignore")


def _signs(text: str) -> Iterator[str]:
    """What is read, piece by piece."""
    opened: list[str] = []
    for match in _TOKEN.finditer(text):
        tag = match[2]
        if tag is None:
            if match[0] in {"<", ">", "&"}:
                raise TooMuch("text that is not escaped")
            yield html.unescape(match[0])
        elif not match[1]:
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            raise TooMuch("a tag that is not closed")
    if opened:
        raise TooMuch("a tag that is not closed")


def _check_button(button: Label) -> None:
    if not button.text.strip() or "\n" in button.text or units(button.text) > LONGEST_LABEL:
        raise TooMuch("the text of a button")
    if button.url is None and not 1 <= len(button.data.encode()) <= LONGEST_DATA:
        raise TooMuch("what a button carries")
