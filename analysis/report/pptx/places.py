"""Slides about a place: the map as a picture beside its table, four columns of lenses, approved photos."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from analysis.charts import BLUE, QUIET
from analysis.drawing import draw
from analysis.figures import PlaceChart
from analysis.report.pptx.charts import add_chart
from analysis.report.pptx.frame import INCH, Frame
from analysis.report.pptx.writing import Paragraph, decorate, describe, largest, note, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide

    from analysis.lenses import Column, Entry
    from analysis.photos import ShownPhoto
    from analysis.report.blocks import Block
    from analysis.report.model import Report
    from analysis.report.pptx.layouts import Ground
    from analysis.wording import Wording

_SHARE, _GAP = 0.56, INCH // 3
_AN_INCH = 200
"""Pixels of a picture."""
_ON_A_SLIDE = 6
MOST_BESIDE = 12
"""Places in the table beside a map."""
_LOWEST_ROW = INCH * 3 // 10


@add_chart.register(PlaceChart)
def _(figure: PlaceChart, slide: Slide, frame: Frame, people: str) -> list[Any]:
    """A picture: no chart of Office is a map. Its numbers stand in the table beside it."""
    from analysis.report.typesetting import raster

    room = frame.columns(_SHARE, _GAP)[0]
    shape = slide.shapes.add_picture(io.BytesIO(raster(draw(figure, "", ""), _AN_INCH)), 0, 0)
    scale = min(room.width / shape.width, room.height / shape.height)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    shape.left = room.left + (room.width - shape.width) // 2
    shape.top = room.top
    return [shape]


def beside_map(frame: Frame) -> Frame:
    """The room for the table beside a map."""
    return frame.columns(_SHARE, _GAP)[1]


def fitting_beside(block: Block, frame: Frame) -> Block:
    """The block with as many lines as have room beside its map; all of them stand in the notes."""
    room = max(1, min(MOST_BESIDE, frame.height // _LOWEST_ROW - 1))
    return replace(block, lines=block.lines[:room])


def board_slide(on: Ground, report: Report, wording: Wording) -> None:
    """The columns beside each other at one size; everything they hold stands in the notes too."""
    slide, area = on.slide(wording.say("heading-board")), on.area
    wide = (area.width - _GAP * (len(report.board) - 1)) // len(report.board)
    foot = INCH * 2 // 5
    frames = [
        Frame(area.left + number * (wide + _GAP), area.top, wide, area.height - foot)
        for number in range(len(report.board))
    ]
    inside = [
        Frame(at.left + INCH // 10, at.top, at.width - INCH // 10, at.height) for at in frames
    ]
    texts = [
        (_column(column, wording), at) for column, at in zip(report.board, inside, strict=True)
    ]
    size = largest(texts, (16, 15, 14, 13, 12, 11, 10, 9, 8))
    for (paragraphs, at), frame in zip(texts, frames, strict=True):
        decorate(slide, Frame(frame.left, frame.top, INCH // 25, frame.height), BLUE[1:])
        write(slide, at, paragraphs, size)
    told = Paragraph(wording.say("lens-how"), colour=QUIET[1:])
    write(slide, area.below(area.height - foot), [told], (11, 10))
    note(slide, [line for column in report.board for line in (column.heading, *_lines(column), "")])


def _column(column: Column, wording: Wording) -> list[Paragraph]:
    found = [
        Paragraph(column.heading, scale=1.25, bold=True, colour=BLUE[1:]),
        Paragraph(column.about, scale=0.9, colour=QUIET[1:], space=0.05),
    ]
    for entry in column.entries:
        found += _entry(entry, wording)
    return found


def _entry(entry: Entry, wording: Wording) -> list[Paragraph]:
    return [
        Paragraph(entry.asked, bold=True, space=0.6),
        *(Paragraph(line, space=0.1) for line in entry.lines),
        *(
            Paragraph(wording.quoted(quote.text), scale=0.9, italic=True,
                      language=quote.language, space=0.1)
            for quote in entry.quotes[:1]
        ),
    ]  # fmt: skip


def _lines(column: Column) -> list[str]:
    return [
        line
        for entry in column.entries
        for line in (entry.asked, *entry.lines, *(quote.text for quote in entry.quotes))
    ]


def photo_slides(on: Ground, report: Report, wording: Wording) -> None:
    """Approved photos, a few on each slide."""
    count = len(report.photos)
    for first in range(0, count, _ON_A_SLIDE):
        slide = on.slide(wording.say("heading-photos"))
        shown = report.photos[first : first + _ON_A_SLIDE]
        for number, (photo, at) in enumerate(
            zip(shown, _grid(on.area, shown), strict=True), first + 1
        ):
            shape = _fitted(slide, photo, at)
            describe(shape, wording.say("photo-alt", number=number, count=count))


def _grid(area: Frame, shown: Sequence[ShownPhoto]) -> list[Frame]:
    across = min(3, len(shown))
    rows = -(-len(shown) // across)
    gap = INCH // 6
    wide = (area.width - gap * (across - 1)) // across
    high = (area.height - gap * (rows - 1)) // rows
    return [
        Frame(
            area.left + place % across * (wide + gap),
            area.top + place // across * (high + gap),
            wide,
            high,
        )
        for place in range(len(shown))
    ]


def _fitted(slide: Slide, photo: ShownPhoto, at: Frame) -> Any:
    scale = min(at.width / photo.width, at.height / photo.height)
    wide, high = int(photo.width * scale), int(photo.height * scale)
    left = at.left + (at.width - wide) // 2
    return slide.shapes.add_picture(io.BytesIO(photo.data), left, at.top, wide, high)
