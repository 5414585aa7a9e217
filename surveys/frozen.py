"""What follows from something that never changes, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Frozen = TypeVar("Frozen")
Result = TypeVar("Result")

MOST = 512
"""Things whose result is remembered; then it begins anew."""


def once_for_each(work: Callable[[Frozen], Result]) -> Callable[[Frozen], Result]:
    """`work`, which remembers what it gave for each very object: hashing a questionnaire would cost more than asking it."""
    known: dict[int, tuple[Frozen, Result]] = {}

    @wraps(work)
    def remembered(frozen: Frozen) -> Result:
        found = known.get(id(frozen))  # nobody else can have this number: the object is kept
        if found is None:
            if len(known) >= MOST:
                known.clear()
            found = known[id(frozen)] = (frozen, work(frozen))
        return found[1]

    return remembered
