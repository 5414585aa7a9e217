"""What ties an answer to a theme."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST = 3
"""Themes one answer may belong to."""


@dataclass(frozen=True, slots=True)
class Match:
    """An answer's tie to a theme. `why`: the words that matched, else the nearest phrase and the score.

    `said`: the answer without the parts that are about other themes only; "" is all of it.
    """

    theme: str
    score: float
    why: tuple[str, ...]
    said: str = field(default="", compare=False)

    def __reduce__(self) -> tuple[object, ...]:
        """Sent from process to process by the hundred thousand."""
        return Match, (self.theme, self.score, self.why, self.said)


def by_score(found: Match) -> tuple[float, str]:
    """The highest score first, equals by the theme's id."""
    return -found.score, found.theme
