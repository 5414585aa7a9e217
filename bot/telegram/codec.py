"""What a button carries: at most 64 bytes, versioned, and good for as long as the message stands.

    1.CODE.question.turn.revision.ACTargument

Question, option, named place: their index in the questionnaire's order, in base 36, because ids may have 40
characters each. The turn stands as it is (loops have few, short ones). The survey's join code is there, so that
a press on an older message reaches its own survey.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from enum import StrEnum

VERSION = "1"
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


_WITH_NUMBER = frozenset({Does.CHOOSE, Does.OUTSIDE, Does.PLACE, Does.TICK, Does.UNTICK})
_WITH_WORD = frozenset({Does.LANGUAGE})


@dataclass(frozen=True, slots=True)
class Press:
    """One button. `question` and `number` count from 0 in the questionnaire's order; `word` is a language."""

    code: str
    does: Does
    question: int | None = None
    turn: str = ""
    revision: int = 0
    number: int | None = None
    word: str = ""

    def encode(self) -> str:
        """The callback data. Raises ButtonTooLong."""
        argument = self.word if self.number is None else _base36(self.number)
        question = "" if self.question is None else _base36(self.question)
        revision = _base36(self.revision)
        fields = (VERSION, self.code, question, self.turn, revision, self.does + argument)
        data = ".".join(fields)
        if len(data.encode()) > LONGEST:
            raise ButtonTooLong(f"{len(data.encode())} bytes")
        return data


def decode(data: str) -> Press:
    """The button behind callback data. Raises OldButton for anything that is not ours, or not of this version."""
    fields = data.split(".")
    if len(fields) != 6 or fields[0] != VERSION or not fields[5]:
        raise OldButton
    _, code, question, turn, revision, act = fields
    try:
        does = Does(act[0])
        number = int(act[1:], 36) if does in _WITH_NUMBER else None
        place = int(question, 36) if question else None
        return Press(
            code=code,
            does=does,
            question=place,
            turn=turn,
            revision=int(revision, 36),
            number=number,
            word=act[1:] if does in _WITH_WORD else "",
        )
    except ValueError:
        raise OldButton from None


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if not number:
            return digits
