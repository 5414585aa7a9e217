"""Ids for what a spreadsheet calls by names of its own."""

from __future__ import annotations

import re
import unicodedata

RESERVED = frozenset(
    {"and", "or", "not", "in", "true", "false", "mod", "respondent", "round_begins", "round_talk"}
)
LONGEST = 40
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "ß": "ss", "đ": "d", "ł": "l"})


class Ids:
    """Gives out ids that are valid and not given before."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: dict[str, int] = {}

    def give(self, name: str, prefix: str) -> str:
        """The id nearest to `name`; `prefix` stands first where it begins with no letter."""
        plain = ascii_name(name, prefix)
        number = self._next.get(plain, 2)
        given = plain
        while given in self._given or given.lower() in RESERVED:
            given = f"{plain[: LONGEST - len(str(number)) - 1]}_{number}"
            number += 1
        self._next[plain] = number
        self._given.add(given)
        return given


def ascii_name(name: str, prefix: str) -> str:
    """A valid id, perhaps taken: `Hushållets storlek` is `Hushallets_storlek`."""
    folded = unicodedata.normalize("NFKD", name[:400].translate(_LETTERS))
    plain = folded.encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9]+", "_", plain) if not _is_id(plain) else plain
    plain = plain.strip("_") if not _is_id(name) else plain
    if not plain[:1].isalpha():
        plain = f"{prefix}{plain}" if plain else prefix
    return plain[:LONGEST]


def _is_id(name: str) -> bool:
    return re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) is not None
