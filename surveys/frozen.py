"""Things that never change: made cheaply, and what follows from them worked out once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

__all__ = ["once_for_each", "settled"]

if TYPE_CHECKING:
    from dataclasses import dataclass as settled
else:

    def settled(*, frozen: bool, slots: bool = False) -> Callable[[type], type]:
        """A frozen dataclass for the type checker, which holds everybody to it; at work one that is not guarded.

        The guard makes every field cost eight times as much to set, and a turn of the conversation makes a dozen such
        things (`docs/decisions/0028`).
        """
        assert frozen
        return dataclasses.dataclass(slots=slots, unsafe_hash=True)


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
