"""Every limit that votes are judged by, and the words of the verdicts: they stand in the report beside what they judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from surveys.survey import K_MIN

Class = Literal["too_few", "uncertain", "consensus", "divided", "none"]
Reason = Literal["too_few", "chance", "unstable"]

LEAST_VOTERS = 50
FLOOR_OF_VOTERS = 12
LEAST_VOTES = 7
PERMUTATIONS = 199
LEVEL = 0.05
LEAST_STABLE = 0.5
VERY_STABLE = 0.8
DIGITS = 9
"""Of the numbers in files."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Every limit of the classes, in one place: they stand in the report beside what they judged."""

    least_seen: int = K_MIN
    false_rate: float = 0.10
    """Of the statements called agreed on, how large a share may be so by chance."""
    least_share: float = 0.6
    """Of those who took a stand, and of each group."""
    least_smaller: float = 0.2
    """Wilson's lower limit of the smaller side, where opinions are divided."""
    least_passed: float = 0.2
