"""The finding of a question in one sentence: counts, no averages, no percentages of few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.wording import inside

if TYPE_CHECKING:
    from analysis.disclosure import Gate
    from analysis.summary import Cell
    from analysis.wording import Wording


def question_sentence(
    kind: str, table: Sequence[Cell], n: int, gate: Gate, wording: Wording, median: float | None
) -> str:
    """What the answers say, or how many are still awaited."""
    waits = gate.waits_for(n)
    if waits:
        return waiting(waits, gate.k, wording)
    if kind == "scale":
        return _scale(table, n, wording)
    if kind == "number":
        return wording.say("number-median", median=_plain(median or 0.0), n=n)
    shown = [cell for cell in table if cell.n]
    if kind == "location":
        return _places(shown, n, wording)
    if shown:
        return _most(shown, n, wording)
    return wording.say("text-n" if kind == "text" else "other-n", n=n)


def waiting(waits: int, k: int, wording: Wording) -> str:
    """How many answers are awaited: `Väntar på 2 svar till`, and why."""
    return wording.say("waiting", count=waits, k=k)


def sides(table: Sequence[Cell]) -> tuple[list[Cell], list[Cell]]:
    """The steps under and over the middle of a scale, in the scale's order."""
    steps = [cell for cell in table if cell.value is not None]
    values = [cell.value for cell in steps if cell.value is not None]
    if not values:
        return [], []
    middle = (min(values) + max(values)) / 2
    low = [cell for cell in steps if cell.value is not None and cell.value < middle]
    high = [cell for cell in steps if cell.value is not None and cell.value > middle]
    return low, high


def finding_side(table: Sequence[Cell], n: int) -> list[Cell] | None:
    """The side of the scale that more than half chose; None when the answers are spread."""
    for side in reversed(sides(table)):
        if 2 * _sum(side) > n:
            return side
    return None


def worst_case(table: Sequence[Cell], n: int, known: int, wording: Wording) -> str:
    """What is possible for the whole known group, whatever the silent ones think (S2)."""
    side = finding_side(table, n)
    if side is None or known <= n:
        return ""
    low = _sum(side)
    return wording.say("worst-case", low=low, high=low + known - n, known=known)


def median_words(table: Sequence[Cell], median: float | None, wording: Wording) -> str:
    """The median in the scale's own words."""
    if median is None:
        return ""
    exact = [cell.label for cell in table if cell.value == median]
    if exact:
        return wording.say("median", label=inside(exact[0]))
    steps = [cell for cell in table if cell.value is not None]
    below = [cell.label for cell in steps if cell.value is not None and cell.value < median]
    above = [cell.label for cell in steps if cell.value is not None and cell.value > median]
    return wording.say("median-between", low=inside(below[-1]), high=inside(above[0]))


def _scale(table: Sequence[Cell], n: int, wording: Wording) -> str:
    side = finding_side(table, n)
    if side is None:
        top = _top([cell for cell in table if cell.n])
        labels = wording.listed([inside(cell.label) for cell in top], "list-or")
        return wording.say(
            "scale-spread", share=wording.share_inside(top[0].n or 0, n), labels=labels
        )
    labels = wording.listed([inside(cell.label) for cell in side if cell.n], "list-or")
    return wording.say("scale-side", share=wording.share(_sum(side), n), labels=labels)


def _most(shown: Sequence[Cell], n: int, wording: Wording) -> str:
    top = _top(shown)
    labels = wording.listed([cell.label for cell in top])
    share = wording.share_inside(top[0].n or 0, n)
    if len(top) > 1:
        return wording.say("most-tied", labels=labels, share=share)
    rest = _top([cell for cell in shown if cell not in top])
    if not rest:
        return wording.say("most", labels=labels, share=share)
    then = wording.listed([cell.label for cell in rest])
    return wording.say("most-then", labels=labels, share=share, then=then, count=rest[0].n or 0)


def _places(shown: Sequence[Cell], n: int, wording: Wording) -> str:
    named = [cell for cell in shown if cell.id not in {"other", "map"}]
    if not named:
        return wording.say("places-none", n=n)
    return wording.say(
        "places", place=named[0].label, share=wording.share_inside(named[0].n or 0, n)
    )


def _top(shown: Sequence[Cell]) -> list[Cell]:
    most = max((cell.n or 0 for cell in shown), default=0)
    return [cell for cell in shown if (cell.n or 0) == most]


def _sum(side: Sequence[Cell]) -> int:
    return sum(cell.n or 0 for cell in side)


def _plain(number: float) -> str:
    return f"{number:g}"
