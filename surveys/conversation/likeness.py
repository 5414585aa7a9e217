"""Whether two sentences say much the same: shared words, the rarer the more, and shared runs of three letters.

Runs bear endings and misspellings; rare words tell "fler bänkar" from "fler träd", where all else is the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SAME = 0.6
"""How alike two sentences are (0 to 1) when one asks whether they are the same."""
APART = 0.15
"""Less alike, where each has a word of weight that the other has not: benches here, lamps there."""
STEM = 5
"""Letters of a word that count: endings differ."""
_NOT = frozenset(
    {
        *("inte", "ej", "aldrig", "ingen", "inga", "inget", "utan", "not", "never", "without"),
        *("ei", "eivät", "emme", "maya", "لا", "ليس", "لن", "بدون"),
    }
)
"""Words that turn a sentence round: with and without one of them, it is not the same."""


@dataclass(frozen=True, slots=True)
class _Shape:
    stems: frozenset[str]
    runs: frozenset[str]
    turned: bool


def alike(text: str, known: Iterable[tuple[str, str]]) -> str | None:
    """The id of the one most like the text among (id, text); None when none is like enough."""
    mine = _shape(text)
    shapes = [(number, _shape(other)) for number, other in known]
    common = Counter(stem for _, shape in shapes for stem in shape.stems)
    best, chosen = SAME, None
    for number, shape in shapes:
        if shape.turned != mine.turned or not mine.runs & shape.runs:
            continue
        words = _dice(mine.stems, shape.stems, lambda stem: _rarity(common[stem], len(shapes)))
        found = (words + _dice(mine.runs, shape.runs, lambda _: 1.0)) / 2
        if _speaks_beside(mine, shape) and _speaks_beside(shape, mine):
            found -= APART
        if found > best or (chosen is None and found >= best):
            best, chosen = found, number
    return chosen


def _speaks_beside(one: _Shape, other: _Shape) -> bool:
    return any(len(stem) >= STEM for stem in one.stems - other.stems)


def _rarity(holding: int, among: int) -> float:
    return log((among + 2) / (holding + 1)) + 0.1


def _dice(mine: frozenset[str], other: frozenset[str], weight: Callable[[str], float]) -> float:
    """The weight of what two sets share, of all that they hold."""
    every = sum(map(weight, mine)) + sum(map(weight, other))
    return 2 * sum(map(weight, mine & other)) / every if every else 0.0


@lru_cache(maxsize=8192)
def _shape(text: str) -> _Shape:
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    line = f" {' '.join(words)} "
    runs = frozenset(line[at : at + 3] for at in range(len(line) - 2))
    turned = sum(word in _NOT for word in words) % 2 == 1
    return _Shape(frozenset(word[:STEM] for word in words), runs, turned)
