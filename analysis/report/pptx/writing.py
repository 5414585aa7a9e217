"""Words on slides: paragraphs with sizes that fit, notes, alt text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.report.pptx.frame import Frame

if TYPE_CHECKING:
    from pptx.slide import Slide
    from pptx.util import Length

POINT = 12_700
"""English Metric Units."""
_LETTER = 0.53
"""Width of a letter as a share of its size: the mean of Swedish text in common fonts."""
_LEADING = 1.22


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `scale`: its size as a share of the text's; `colour` as RRGGBB, '' for the theme's."""

    text: str
    scale: float = 1.0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    language: str = ""
    space: float = 0.35
    """Above it, in lines."""


def fitting(texts: Sequence[str], frame: Frame, sizes: Sequence[int]) -> Length:
    """The largest of `sizes`, in points, at which the texts have room; the last when none has."""
    return _fitting([Paragraph(text, space=0) for text in texts], frame, sizes)


def largest(
    texts: Sequence[tuple[Sequence[Paragraph], Frame]], sizes: Sequence[int]
) -> tuple[int, ...]:
    """The size at which all of several texts beside each other have room, to be written with."""
    fit = [size for size in sizes if all(_room(one, frame, size) for one, frame in texts)]
    return (fit[0] if fit else sizes[-1],)


def _room(paragraphs: Sequence[Paragraph], frame: Frame, size: int) -> bool:
    return _height(paragraphs, frame, size) <= frame.height / POINT


def _fitting(paragraphs: Sequence[Paragraph], frame: Frame, sizes: Sequence[int]) -> Length:
    from pptx.util import Pt

    for size in sizes:
        if _room(paragraphs, frame, size):
            return Pt(size)
    return Pt(sizes[-1])


def _height(paragraphs: Sequence[Paragraph], frame: Frame, size: float) -> float:
    """In points."""
    width = frame.width / POINT - 14
    high = 8.0
    for number, one in enumerate(paragraphs):
        letters = max(1.0, width / (size * one.scale * _LETTER))
        lines = sum(math.ceil(max(len(part), 1) / letters) for part in one.text.split("\n"))
        space = one.space if number else 0
        high += (lines + space) * size * one.scale * _LEADING
    return high


def write(slide: Slide, frame: Frame, paragraphs: Sequence[Paragraph], sizes: Sequence[int]) -> Any:
    """A text box with the paragraphs at the largest of `sizes` that has room."""
    from pptx.util import Pt

    box = slide.shapes.add_textbox(frame.left, frame.top, frame.width, frame.height)
    text = box.text_frame
    text.word_wrap = True
    size = _fitting(paragraphs, frame, sizes).pt
    for number, one in enumerate(paragraphs):
        paragraph = text.paragraphs[0] if number == 0 else text.add_paragraph()
        paragraph.space_before = Pt(0 if number == 0 else one.space * size)
        run = paragraph.add_run()
        run.text = one.text
        _set(run, one, size)
    return box


def _set(run: Any, one: Paragraph, size: float) -> None:
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    run.font.size, run.font.bold, run.font.italic = Pt(size * one.scale), one.bold, one.italic
    if one.colour:
        run.font.color.rgb = RGBColor.from_string(one.colour)
    if one.language:
        run._r.get_or_add_rPr().set("lang", one.language)


def describe(shape: Any, text: str) -> None:
    """The alt text of a chart, table or picture."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def decorate(slide: Slide, frame: Frame, colour: str) -> None:
    """A line of colour that means nothing by itself, and says so to those who listen."""
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_SHAPE

    shape = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, frame.left, frame.top, frame.width, frame.height
    )
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False


def note(slide: Slide, lines: Sequence[str]) -> None:
    """What the speaker sees."""
    slide.notes_slide.notes_text_frame.text = "\n".join(lines)
