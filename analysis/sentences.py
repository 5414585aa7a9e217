"""The finding of a question in one sentence: counts, no averages, no percentages of few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.wording import inside
from surveys.texts import decimal_text

if TYPE_CHECKING:
    from analysis.tables import Cell
    from analysis.wording import Wording
    from surveys.survey import Survey


def question_sentence(
    kind: str,
    table: Sequence[Cell],
    n: int,
    wording: Wording,
    median: float | None,
    *,
    top: int = 0,
    unit: str = "",
) -> str:
    """What the answers say, of a base of k.

    `top`: how many first places of a ranking count together. `unit`: of what is shared out or measured.
    """
    shown = [cell for cell in table if cell.n]
    match kind:
        case "scale" | "matrix":
            return _scale(table, n, wording)
        case "number" if median is not None:
            return wording.say("number-median", median=plain(median, wording, unit), n=n)
        case "number":
            return _numbers(shown, n, wording)
        case "location":
            return _places(shown, n, wording)
        case "rank":
            return _ranked(table, n, wording, top)
        case "allocate":
            return _shared(table, n, wording, unit)
        case "text" | "file" | "photo":
            return wording.say(f"{kind}-n", n=n)
    return _most(shown, n, wording) if shown else wording.say("other-n", n=n)


def table_lines(rows: Sequence[tuple[str, Sequence[Cell], int]], wording: Wording) -> list[str]:
    """What more than half answered, row by row: rows alike together, the others last. `rows`: label, cells, n."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for label, cells, n in rows:
        side = finding_side(cells, n) or _half(cells, n)
        alike.setdefault(tuple(inside(cell.label) for cell in side), []).append(label)
    spread = alike.pop((), [])
    lines = [
        wording.say(
            "table-side", labels=wording.listed(labels, "list-or"), rows=wording.listed(found)
        )
        for labels, found in alike.items()
    ]
    if spread:
        lines.append(wording.say("table-spread", rows=wording.listed(spread)))
    return lines


def _half(cells: Sequence[Cell], n: int) -> list[Cell]:
    """The one option that more than half chose."""
    if any(cell.value is not None for cell in cells):
        return []
    return [cell for cell in cells if 2 * (cell.n or 0) > n][:1]


def lacking(waits: int, survey: Survey, k: int, wording: Wording) -> str:
    """How many answers are awaited: `Väntar på 2 svar till`, and why. A closed survey waits for nothing."""
    if survey.closed_at is not None:
        return wording.say("too-few", k=k)
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
    """The side of the scale, or its middle, that more than half chose; None when the answers are spread."""
    low, high = sides(table)
    middle = [cell for cell in table if cell.value is not None and cell not in (*low, *high)]
    for side in (high, low, middle):
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
        share = wording.share_inside(top[0].n or 0, n)
        if len(top) > 2 and len(top) == sum(cell.value is not None for cell in table):
            return wording.say("scale-spread-even", share=share)
        labels = wording.listed([inside(cell.label) for cell in top])
        spread = "scale-spread-tied" if len(top) > 1 else "scale-spread"
        return wording.say(spread, share=share, labels=labels)
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
    each = "most-then" if len(rest) == 1 else "most-then-each"
    return wording.say(each, labels=labels, share=share, then=then, count=rest[0].n or 0)


def _places(shown: Sequence[Cell], n: int, wording: Wording) -> str:
    named = [cell for cell in shown if cell.id not in {"other", "map"}]
    marks = sum(cell.n or 0 for cell in shown if cell.id == "map")
    if marks and not named:
        return wording.say("places-on-map", n=n, marks=marks)
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


def plain(number: float, wording: Wording, unit: str = "") -> str:
    """`12,5 kronor`: as numbers are written in the language, with the unit where there is one."""
    shown = decimal_text(
        f"{number:.10g}" if abs(number) < 1e15 else f"{number:g}", wording.language
    )
    return f"{shown} {unit}" if unit else shown


def _ranked(table: Sequence[Cell], n: int, wording: Wording, top: int) -> str:
    first = _top([cell for cell in table if cell.n])
    if not first:
        return wording.say("other-n", n=n)
    labels = wording.listed([cell.label for cell in first])
    said = wording.say(
        "rank-first", labels=labels, share=wording.share_inside(first[0].n or 0, n), tied=len(first)
    )
    if top < 2:
        return said
    most = max(cell.top or 0 for cell in table)
    among = wording.listed([cell.label for cell in table if cell.top == most])
    return f"{said} {wording.say('rank-top', top=top, labels=among, count=most)}"


def _shared(table: Sequence[Cell], n: int, wording: Wording, unit: str) -> str:
    most = max((cell.median or 0.0 for cell in table), default=0.0)
    labels = wording.listed([cell.label for cell in table if cell.median == most])
    if not most:
        return wording.say("allocate-spread", n=n)
    return wording.say("allocate-most", labels=labels, amount=plain(most, wording, unit), n=n)


def _numbers(shown: Sequence[Cell], n: int, wording: Wording) -> str:
    told = [
        wording.say(
            "number-unit", label=cell.label, median=plain(cell.median, wording), n=cell.n or 0
        )
        for cell in shown
        if cell.median is not None
    ]
    return " ".join([wording.say("number-units", n=n), *told])
