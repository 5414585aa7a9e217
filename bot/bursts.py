"""Bursts: answers that came close together and say nearly the same. Listed for the organiser, never dropped.

One person may answer an open link several times. Nothing proves it, and a class that sits side by side looks alike
too: so whoever knows the room judges. Only how many and when is told, never what they said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from surveys.survey import K_MIN

Sitting: TypeAlias = tuple[dt.datetime, Mapping[tuple[str, str], str]]
"""When somebody was handed their first statement, and their votes by question and statement."""

LEAST_SHARED = 8
"""Statements that two have both voted on before they can be called alike."""
ALIKE = 0.9
WINDOW = dt.timedelta(minutes=30)
NEIGHBOURS = 60
"""So many who came next are looked at, however many came in the same half hour."""


@dataclass(frozen=True, slots=True)
class Burst:
    """So many `people`, k or more, within half an hour from `first` or each other, with nearly the same votes."""

    first: dt.datetime
    people: int


def bursts(sittings: Sequence[Sitting]) -> list[Burst]:
    """The bursts, in the order in which they began. Work grows with the number of people, not with its square."""
    came = sorted(
        (one for one in sittings if len(one[1]) >= LEAST_SHARED),
        key=lambda one: (one[0], sorted(one[1].items())),
    )
    belongs = list(range(len(came)))
    for at, (when, votes) in enumerate(came):
        for other in range(at + 1, min(len(came), at + 1 + NEIGHBOURS)):
            later, theirs = came[other]
            if later - when > WINDOW:
                break
            if _alike(votes, theirs):
                _join(belongs, at, other)
    crowds: dict[int, list[int]] = {}
    for at in range(len(came)):
        crowds.setdefault(_root(belongs, at), []).append(at)
    return [
        Burst(came[crowd[0]][0], len(crowd)) for crowd in crowds.values() if len(crowd) >= K_MIN
    ]


def _alike(votes: Mapping[tuple[str, str], str], theirs: Mapping[tuple[str, str], str]) -> bool:
    shared = votes.keys() & theirs.keys()
    if len(shared) < LEAST_SHARED:
        return False
    return sum(votes[one] == theirs[one] for one in shared) >= ALIKE * len(shared)


def _root(belongs: list[int], at: int) -> int:
    while belongs[at] != at:
        at = belongs[at]
    return at


def _join(belongs: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(belongs, one), _root(belongs, other)))
    belongs[second] = first
