"""What may be shown next of something that is still growing: the rule between one publication and those before it.

A wall, a thanks page or an interim report is a publication. Whoever keeps two of them can subtract, so the difference
must never be about fewer than k people (G6, L7). Counts alone are enough to see to that: the base of a part only ever
grows by k or more, so that between any two publications, not only successive ones, at least k people differ.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from surveys.survey import K_MIN

Tallies: TypeAlias = Mapping[tuple[str, str, str], int]
"""(question, turn, cell) -> how many active answers count in it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What was counted of one part (a question in a turn, a field of words) at one moment.

    `base` people stand behind it; `cells` tells how many of them chose or said each thing, in the order shown.
    """

    base: int = 0
    cells: Mapping[str, int] = field(default_factory=dict)


NOTHING = Frame()


def content_of(frame: Frame) -> dict[str, Any]:
    """A frame as it is kept; cells as pairs, since their order is that of the screen."""
    return {"base": frame.base, "cells": [list(cell) for cell in frame.cells.items()]}


def frames_in(contents: Mapping[str, Any]) -> dict[str, Frame]:
    """The frames that were kept, by part."""
    return {
        part: Frame(content["base"], dict(content["cells"])) for part, content in contents.items()
    }


def may_follow(last: Frame | None, now: Frame, k: int = K_MIN) -> bool:
    """Whether `now` may be shown to somebody who has kept `last` and everything shown before it."""
    return now.base - (last or NOTHING).base >= k


def release(
    released: Mapping[str, Frame],
    now: Mapping[str, Frame],
    *,
    follows: Mapping[str, Collection[str]],
    wanted: Collection[str],
    k: int = K_MIN,
) -> dict[str, Frame]:
    """The parts that are to be published now; the others stay as they were released.

    Args:
        released: what was published last of each part.
        now: every part as it is counted, a part after those it follows.
        follows: the parts that decide who is asked a part. How many answered it tells what they said there, so
            it moves only together with them, or while they stand exactly as they were released.
        wanted: the parts that somebody is to see.
        k: people.
    """
    moved: dict[str, Frame] = {}

    def told(part: str) -> bool:
        current = moved.get(part) or released.get(part) or NOTHING
        return current == now.get(part, NOTHING)

    for part, frame in now.items():
        grown = part in wanted and may_follow(released.get(part), frame, k)
        if grown and all(told(source) for source in follows.get(part, ())):
            moved[part] = frame
    return moved
