"""Questions over a series as blocks: what they show, small multiples, one column of the table for each meeting.

That no change is safe is said once, under the first question of which it is true, and not over every chart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.figures import Bar, Columns, Figure, Stacked
from analysis.report.blocks import Block, Line
from analysis.report.lines import numbered
from analysis.sentences import finding_side
from analysis.trend import is_steady
from analysis.wording import inside

if TYPE_CHECKING:
    from analysis.report.model import Report
    from analysis.trend import Point, Trend
    from analysis.wording import Wording


def trend_blocks(report: Report, wording: Wording) -> Iterator[Block]:
    """Every question over the meetings."""
    steady = [item for item in report.trend if is_steady(item)]
    for item in report.trend:
        once = item in steady[:1]
        told = _no_change(len(steady), len(report.trend), wording) if once else ()
        yield _block(item, told, wording)


def _no_change(steady: int, asked: int, wording: Wording) -> tuple[str, ...]:
    every = "all" if steady == asked > 1 else "single" if asked == 1 else "some"
    text = wording.say("no-change-in", every=every, n=steady, of=asked)
    return (f"{text} {wording.say('small-change')}",)


def _block(item: Trend, told: tuple[str, ...], wording: Wording) -> Block:
    """One question over the meetings: finding, small multiples, table."""
    labels = _labels(item)
    heads = [f"{number}: n\u00a0=\u00a0{p.n}" for number, p in enumerate(item.points, start=1)]
    return Block(
        asked=item.text,
        findings=(_finding(item, wording) if is_steady(item) else item.sentence,),
        waiting=False,
        figure=_figure(item, labels, wording),
        about=wording.say("chart-description", title=item.text),
        notes=(*_breaks(item, wording), *told),
        caption="",
        heads=(wording.say("table-answer"), *heads),
        lines=tuple(
            Line(
                label,
                tuple(_told(point, name, wording) for point in item.points),
                numbers=tuple(_count(point, name) for point in item.points),
            )
            for name, label in labels.items()
        ),
        suppressed="",
        spoken=tuple(wording.say("spoken-meeting", number=n) for n in range(1, len(heads) + 1)),
    )


def _finding(item: Trend, wording: Wording) -> str:
    """What most answered at most of the meetings: a count of meetings, never a change."""
    shown = [point for point in item.points if not point.waits]
    said = [_most(point, item.kind, wording) for point in shown]
    ((most, times),) = Counter(said).most_common(1)
    kind = "scale" if item.kind == "scale" else "choice"
    if times == 1 < len(shown):
        return wording.say("trend-none", kind=kind)
    if not most:
        return wording.say("trend-spread", n=times, of=len(shown))
    return wording.say(f"trend-{kind}", labels=most, n=times, of=len(shown))


def _most(point: Point, kind: str, wording: Wording) -> str:
    """The side of the scale that more than half chose, or the commonest options; '' where nothing stands out."""
    if kind == "scale":
        side = finding_side(point.cells, point.n) or []
        return wording.listed([inside(cell.label) for cell in side], "list-or")
    most = max((cell.n or 0 for cell in point.cells), default=0)
    first = [cell.label for cell in point.cells if most and cell.n == most]
    return wording.listed(first) if len(first) < len(point.cells) else ""


def _breaks(item: Trend, wording: Wording) -> tuple[str, ...]:
    broken = is_steady(item) and any(point.breaks for point in item.points)
    return (wording.say("series-break"),) if broken else ()


def _told(point: Point, name: str, wording: Wording) -> str:
    count = _count(point, name)
    return wording.say("not-known") if count is None else str(count)


def _count(point: Point, name: str) -> int | None:
    return next((cell.n for cell in point.cells if cell.id == name), None)


def _figure(item: Trend, labels: dict[str, str], wording: Wording) -> Figure | None:
    shown = [(number, p) for number, p in enumerate(item.points, start=1) if not p.waits]
    if not shown:
        return None
    if item.kind == "scale":
        bars = tuple(_bar(number, point, labels, wording) for number, point in shown)
        return Stacked(tuple(labels.values()), bars)
    rows = tuple((label, tuple(_n(p, name) for _, p in shown)) for name, label in labels.items())
    return Columns(
        rows, tuple((f"{number}: n\u00a0=\u00a0{point.n}", point.n) for number, point in shown)
    )


def _bar(number: int, point: Point, labels: dict[str, str], wording: Wording) -> Bar:
    title = wording.say("trend-point", title=numbered(number, point.title), n=point.n)
    mark = wording.say("trend-break-mark") if point.breaks else ""
    return Bar(title, tuple(_n(point, name) for name in labels), mark)


def _labels(item: Trend) -> dict[str, str]:
    """Option id to label, those of the latest meeting last so that they win."""
    return {cell.id: cell.label for point in item.points for cell in point.cells}


def _n(point: Point, name: str) -> int:
    return _count(point, name) or 0
