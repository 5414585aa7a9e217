"""Maps as the writers show them: the map with its list, and the places where people want opposite things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.figures import MapCell, PlaceChart
from analysis.report.blocks import Block, Line

if TYPE_CHECKING:
    from analysis.places.model import PlaceMap
    from analysis.report.model import Report
    from analysis.wording import Wording


def place_blocks(report: Report, wording: Wording) -> list[Block]:
    """Each map, and what is disputed on it; none where no question asks for a place."""
    found = []
    for one in report.maps:
        found.append(_map_block(report, one, wording))
        if one.conflicts:
            found.append(_conflict_block(one, wording))
    return found


def _map_block(report: Report, made: PlaceMap, wording: Wording) -> Block:
    say = wording.say
    lines = [Line(one.label, (str(one.n),), numbers=(one.n,)) for one in made.spots]
    lines += [
        Line(say("place-by-name", place=one.label), (str(one.n),), numbers=(one.n,))
        for one in made.landmarks
        if one.n
    ]
    if made.spots and made.rest:
        lines.append(Line(say("place-elsewhere"), (str(made.rest),), "missing", (made.rest,)))
    return Block(
        asked=made.asked,
        findings=made.findings,
        waiting=False,
        figure=_chart(report, made, wording),
        about=say("place-map-about"),
        notes=made.notes,
        caption="",
        heads=(say("place-table"), say("table-people")),
        lines=tuple(lines),
        suppressed="",
    )


def _chart(report: Report, made: PlaceMap, wording: Wording) -> PlaceChart | None:
    """None where there is nothing to point at."""
    say = wording.say
    cells = [
        MapCell(
            one.at,
            one.n,
            say("place-number", n=number) if one.ring else "",
            one.ring,
            one.hot,
            made.conflict_at(one) is not None,
        )
        for number, one in enumerate(made.spots, start=1)
    ]
    if not cells:
        cells = [MapCell(one.at, one.n, "") for one in made.landmarks if one.n]
    if not cells:
        return None
    return PlaceChart(
        cells=tuple(cells),
        names=tuple((one.label, one.at) for one in made.landmarks),
        legend=say("place-legend"),
        hot=say("place-legend-hot"),
        split=say("place-legend-split"),
        north=say("place-north"),
        aerial=report.aerial,
    )


def _conflict_block(made: PlaceMap, wording: Wording) -> Block:
    say = wording.say
    counted = [one for one in made.conflicts if one.keep is not None and one.develop is not None]
    return Block(
        asked=say("heading-conflicts"),
        findings=tuple(one.sentence for one in made.conflicts),
        waiting=False,
        figure=None,
        about="",
        notes=(say("place-conflict-how"),),
        caption="",
        heads=(say("place-table"), say("place-table-keep"), say("place-table-develop"))
        if counted
        else (),
        lines=tuple(
            Line(one.label, (str(one.keep), str(one.develop)), numbers=(one.keep, one.develop))
            for one in counted
        ),
        suppressed="",
    )
