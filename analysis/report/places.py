"""Maps as the writers show them: the map with its list, and the places where people want opposite things."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.figures import Aerial, MapCell, PlaceChart
from analysis.frames import reportable
from analysis.lenses import board_of
from analysis.photos import shown_photos
from analysis.places.judging import wish_question
from analysis.places.mapping import maps_of
from analysis.report.blocks import Block, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.disclosure import Gate
    from analysis.frames import SurveyData
    from analysis.places.model import Conflict, PlaceMap, Spot
    from analysis.report.model import Report
    from analysis.themes.codebook import Codebook
    from analysis.themes.finding import Themes
    from analysis.wording import Wording

_FIRST, _NAMED = 3, 6
"""Conflicts told as sentences, those with numbers stand in the table too; and those named in one sentence."""


def with_places(
    report: Report,
    data: SurveyData,
    themes: Themes,
    book: Codebook,
    gate: Gate,
    wording: Wording,
) -> Report:
    """The report with its maps, lenses and photos; the same report where nothing asks for any of them."""
    maps = maps_of(data, report.questions, gate, wording)
    board = board_of(data, report.questions, themes, book, gate, wording)
    photos = shown_photos(data, gate)
    return replace(
        report,
        maps=maps,
        board=board,
        photos=photos,
        aerial=_aerial(data) if maps else None,
        attribution=data.survey.notice.controller,
        breakdowns=tuple(
            one for one in report.breakdowns if one.question not in _by_place(data, maps)
        ),
        suppressed=tuple(gate.log),
    )


def _by_place(data: SurveyData, maps: Sequence[PlaceMap]) -> frozenset[str]:
    """The question that is told place by place: no other break-down of it, or the two could be subtracted (0022)."""
    question = wish_question(reportable(data))
    counted = any(_counted(one) for made in maps for one in made.conflicts)
    return frozenset({question.id} if question is not None and counted else ())


def _aerial(data: SurveyData) -> Aerial | None:
    edges = data.survey.fill.background
    if edges is None or data.aerial is None or not edges.has_area:
        return None
    return Aerial(data.aerial, edges.north, edges.south, edges.west, edges.east)


def place_blocks(report: Report, wording: Wording) -> list[Block]:
    """Each map, and what is disputed on it; none where no question asks for a place."""
    found = []
    for one in report.maps:
        found.append(_map_block(report, one, wording))
        if one.conflicts:
            found.append(_conflict_block(one, report.k, wording))
    return found


def _map_block(report: Report, made: PlaceMap, wording: Wording) -> Block:
    say = wording.say
    lines = [_spot_line(one, made, wording) for one in made.spots]
    lines += [
        Line(say("place-by-name", place=one.label), (str(one.n),), numbers=(one.n,))
        for one in made.landmarks
        if one.n
    ]
    if made.spots and made.rest:
        lines.append(Line(say("place-elsewhere"), (str(made.rest),), "rest", (made.rest,)))
    return Block(
        asked=made.headed(made.asked),
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


def _spot_line(spot: Spot, made: PlaceMap, wording: Wording) -> Line:
    if made.at_least:
        return Line(spot.label, (wording.say("place-at-least", n=spot.n),), numbers=(None,))
    return Line(spot.label, (str(spot.n),), numbers=(spot.n,))


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
            _counted(made.conflict_at(one)),
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
        more="+" if made.at_least and made.spots else "",
        aerial=report.aerial,
    )


def _counted(conflict: Conflict | None) -> bool:
    return conflict is not None and conflict.keep is not None


def _conflict_block(made: PlaceMap, k: int, wording: Wording) -> Block:
    """Places with numbers as sentences and a table; those where one side is few by name alone."""
    say = wording.say
    counted = [one for one in made.conflicts if _counted(one)]
    unsaid = [one.label for one in made.conflicts if not _counted(one)]
    named, more = "; ".join(unsaid[:_NAMED]), max(0, len(unsaid) - _NAMED)
    listed = say("place-conflict-unsaid", places=named, more=more, k=k) if unsaid else ""
    told = tuple(one.sentence for one in counted[:_FIRST])
    return Block(
        asked=made.headed(say("heading-conflicts")),
        findings=told or (listed,),
        waiting=False,
        figure=None,
        about="",
        notes=(*([listed] if told and listed else []), say("place-conflict-how", k=k)),
        caption="",
        heads=(say("place-table"), say("place-table-keep"), say("place-table-develop")),
        lines=tuple(
            Line(one.label, (str(one.keep), str(one.develop)), numbers=(one.keep, one.develop))
            for one in counted
        ),
        suppressed="",
    )
