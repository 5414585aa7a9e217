"""Questions over a series as blocks: small multiples, one column of the table for each meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.figures import Bar, Columns, Figure, Stacked
from analysis.report.blocks import Block, Line
from analysis.report.lines import numbered

if TYPE_CHECKING:
    from analysis.trend import Point, Trend
    from analysis.wording import Wording


def trend_block(item: Trend, wording: Wording) -> Block:
    """One question over the meetings: finding, small multiples, table."""
    labels = _labels(item)
    heads = [f"{number}: n\u00a0=\u00a0{p.n}" for number, p in enumerate(item.points, start=1)]
    return Block(
        asked=item.text,
        findings=(item.sentence,),
        waiting=False,
        figure=_figure(item, labels, wording),
        about=wording.say("chart-description", title=item.text),
        notes=(),
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
