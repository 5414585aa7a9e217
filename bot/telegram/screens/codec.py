"""What a button carries: at most 64 bytes, versioned, and good for as long as the message stands.

    2.CODE.place.check.revision.ACTargument

The question in its turn is a place in the survey's plan, option and named place are indexes, all in base 36: ids may
have 40 characters each, and a turn several of them. `check` is three digits of a hash of the question and the turn, so
that a place that has come to mean something else is noticed (`bot.telegram.screens.spots`). The survey's join code is there,
so that a press on an older message reaches its own survey.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from enum import StrEnum

VERSION = "2"
LONGEST = 64
"""Bytes, Telegram's limit."""
_DIGITS = string.digits + string.ascii_lowercase


class OldButton(Exception):
    """The button is from another version, or speaks of something the survey does not have."""


class ButtonTooLong(ValueError):
    """The data would not fit in 64 bytes."""


class Does(StrEnum):
    """What a button does."""

    CHOOSE = "c"
    OUTSIDE = "o"
    PLACE = "p"
    TICK = "t"
    UNTICK = "u"
    SEND = "s"
    SKIP = "k"
    BACK = "b"
    CHANGE = "h"
    BEGIN = "g"
    LANGUAGE = "l"
    ASK_ERASE = "a"
    ERASE = "e"
    KEEP = "n"
    AGREE = "y"
    REFUSE = "r"
    ROW = "w"
    PAGE = "x"
    QUIET = "q"
    DAY = "d"
    CLOCK = "m"
    AMOUNT = "v"
    FILLER = "f"
    MINE = "i"
    FOLLOW = "j"
    UNFOLLOW = "z"


_WITH_NUMBER = frozenset(
    {Does.CHOOSE, Does.OUTSIDE, Does.PLACE, Does.TICK, Does.UNTICK, Does.PAGE}
    | {Does.DAY, Does.CLOCK, Does.AMOUNT, Does.MINE}
)
ANSWERING = frozenset(
    {Does.CHOOSE, Does.OUTSIDE, Does.PLACE, Does.TICK, Does.UNTICK, Does.SEND}
    | {Does.AGREE, Does.REFUSE, Does.DAY, Does.CLOCK, Does.AMOUNT}
)
"""Presses that answer a question, or are a part of an answer."""
_WITH_WORD = frozenset({Does.LANGUAGE})


@dataclass(frozen=True, slots=True)
class Press:
    """One button. `place` and `number` count from 0; `check` belongs to the place; `word` is a language."""

    code: str
    does: Does
    place: int | None = None
    check: str = ""
    revision: int = 0
    number: int | None = None
    word: str = ""

    def encode(self) -> str:
        """The callback data. Raises ButtonTooLong."""
        argument = self.word if self.number is None else base36(self.number)
        place = "" if self.place is None else base36(self.place)
        revision = base36(self.revision)
        fields = (VERSION, self.code, place, self.check, revision, self.does + argument)
        data = ".".join(fields)
        if len(data.encode()) > LONGEST:
            raise ButtonTooLong(f"{len(data.encode())} bytes")
        return data


def decode(data: str) -> Press:
    """The button behind callback data. Raises OldButton for anything that is not ours, or not of this version."""
    fields = data.split(".")
    if len(fields) != 6 or fields[0] != VERSION or not fields[5]:
        raise OldButton
    _, code, place, check, revision, act = fields
    try:
        does = Does(act[0])
        number = int(act[1:], 36) if does in _WITH_NUMBER else None
        return Press(
            code=code,
            does=does,
            place=int(place, 36) if place else None,
            check=check,
            revision=int(revision, 36),
            number=number,
            word=act[1:] if does in _WITH_WORD else "",
        )
    except ValueError:
        raise OldButton from None


def base36(number: int) -> str:
    """A number from 0 in digits and small letters."""
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if not number:
            return digits
