"""Whether two sentences say much the same: shared runs of three letters, which bear endings and misspellings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SAME = 0.6
"""Share of their runs that two sentences have in common (Dice) from which one asks whether they are the same."""
_NOT = frozenset(
    {
        *("inte", "ej", "aldrig", "ingen", "inga", "inget", "utan", "not", "never", "without"),
        *("ei", "eivät", "emme", "maya", "لا", "ليس", "لن", "بدون"),
    }
)
"""Words that turn a sentence round: with and without one of them, it is not the same."""


def alike(text: str, known: Iterable[tuple[str, str]]) -> str | None:
    """The id of the one most like the text among (id, text); None when none is like enough."""
    runs, turned = _shape(text)
    best, chosen = SAME, None
    for number, other in known:
        their_runs, their_turn = _shape(other)
        shared = 2 * len(runs & their_runs) / max(len(runs) + len(their_runs), 1)
        if shared >= best and turned == their_turn and (shared > best or chosen is None):
            best, chosen = shared, number
    return chosen


@lru_cache(maxsize=8192)
def _shape(text: str) -> tuple[frozenset[str], bool]:
    """Its runs of three letters, and whether it is turned round."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    line = f" {' '.join(words)} "
    runs = frozenset(line[at : at + 3] for at in range(len(line) - 2))
    return runs, sum(word in _NOT for word in words) % 2 == 1
