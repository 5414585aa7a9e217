"""What was made of people's words is remembered, so that the next look at the same ones is quick; and all forgotten at once.

Whoever holds a process in which texts are read calls `forget` when somebody's words are erased.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, ParamSpec, Protocol, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

MANY = 50_000
"""Texts whose reading is remembered: two questions that ten thousand have answered, with the parts of their answers."""
FEW = 4
"""The same for what is made of all the texts of a survey at once."""
A_SURVEYS_THEMES = 64
"""The same for what is made of a theme's texts: both sides of one survey, before a decision and after."""


class _Forgetful(Protocol):
    def cache_clear(self) -> None: ...


_REMEMBERED: list[_Forgetful] = []


def remembered(most: int) -> Callable[[Callable[Given, Made]], Callable[Given, Made]]:
    """A pure function whose last `most` results are remembered, until `forget`."""

    def keep(function: Callable[Given, Made]) -> Callable[Given, Made]:
        kept = lru_cache(maxsize=most)(function)
        _REMEMBERED.append(kept)
        return kept  # type: ignore[return-value] # lru_cache forgets what its function takes

    return keep


class Last(Generic[Made]):
    """What was made last, by what it was made of; until `forget`."""

    def __init__(self) -> None:
        self._kept: tuple[object, Made] | None = None
        _REMEMBERED.append(self)

    def get(self, of: object) -> Made | None:
        """What was made of just this; None when it was not the last."""
        return self._kept[1] if self._kept is not None and self._kept[0] == of else None

    def keep(self, of: object, made: Made) -> Made:
        """Remembers it in place of what was made before."""
        self._kept = of, made
        return made

    def cache_clear(self) -> None:
        """Remembers nothing."""
        self._kept = None


def forget() -> None:
    """Nothing that was made of anybody's words is left in this process."""
    for kept in _REMEMBERED:
        kept.cache_clear()
