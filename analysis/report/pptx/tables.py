"""Native tables, for what has no chart of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.report.pptx.frame import INCH

if TYPE_CHECKING:
    from pptx.slide import Slide

    from analysis.report.blocks import Block
    from analysis.report.pptx.frame import Frame

_ROW = INCH // 3
MOST_ROWS = 15


def add_table(slide: Slide, frame: Frame, block: Block) -> Any:
    """The block's table; what has no room stands in the notes."""
    from pptx.util import Pt

    lines = block.lines[:MOST_ROWS]
    high = min(frame.height, _ROW * (len(lines) + 1))
    shape = slide.shapes.add_table(
        len(lines) + 1, len(block.heads), frame.left, frame.top, frame.width, high
    )
    size = Pt(14 if len(lines) < 9 and len(block.heads) < 6 else 11)
    rows = [block.heads, *((line.label, *(line.cells or (block.suppressed,))) for line in lines)]
    for number, row in enumerate(rows):
        shape.table.rows[number].height = high // len(rows)
        for column, told in enumerate(row):
            _filled(shape.table.cell(number, column), told, size, right=column > 0)
    first = frame.width * 2 // 5 if len(block.heads) > 2 else frame.width * 3 // 4
    shape.table.columns[0].width = first
    for column in range(1, len(block.heads)):
        shape.table.columns[column].width = (frame.width - first) // (len(block.heads) - 1)
    return shape


def _filled(cell: Any, told: str, size: Any, *, right: bool) -> None:
    from pptx.enum.text import PP_ALIGN

    cell.text_frame.text = told
    cell.margin_top = cell.margin_bottom = INCH // 40
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.font.size = size
    if right:
        paragraph.alignment = PP_ALIGN.RIGHT
