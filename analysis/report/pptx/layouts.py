"""Where things may stand on a slide: on a ground of our own, or in an organisation's template."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from analysis.charts import BLUE, INK, ORANGE
from analysis.report.pptx.frame import INCH, Frame
from analysis.report.pptx.writing import Paragraph, fitting, write
from surveys.errors import ConfigError

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide, SlideLayout

    from analysis.wording import Wording

MARGIN = INCH // 2
_TITLES = frozenset({"TITLE", "CENTER_TITLE"})
_EDGES = frozenset({"DATE", "FOOTER", "SLIDE_NUMBER"})
_LEAST_HEIGHT = 3 * INCH
_CONTENT_TYPES = "[Content_Types].xml"


class Ground:
    """An open presentation, the layout our slides use, and the room they have."""

    def __init__(self, deck: Presentation, layout: SlideLayout) -> None:
        self.deck, self._layout = deck, layout
        self.mark = ""
        """Stands at the top of every slide: that the answers are invented."""
        self.area = _area(deck, layout)

    def slide(self, title: str) -> Slide:
        """A new slide with its title and nothing else on it."""
        slide = self.deck.slides.add_slide(self._layout)
        for shape in list(slide.placeholders):
            if _kind(shape) not in _TITLES:
                shape._element.getparent().remove(shape._element)
        heading = slide.shapes.title
        heading.text_frame.text = title
        heading.text_frame.word_wrap = True
        box = Frame(heading.left, heading.top, heading.width, heading.height)
        heading.text_frame.paragraphs[0].runs[0].font.size = fitting(
            [title], box, (30, 26, 23, 20, 17, 15, 13)
        )
        if self.mark:
            corner = Frame(self.area.left, 0, self.area.width, INCH * 2 // 5)
            write(slide, corner, [Paragraph(self.mark, bold=True, colour=ORANGE[1:])], (14,))
        return slide


def ground(template: bytes | None, wording: Wording) -> Ground:
    """Our own ground, or the template's.

    Raises ConfigError, in words for the organiser: the file is no presentation, or no layout has a title with
    room under it.
    """
    if template is None:
        return _own()
    deck = _opened(template, wording)
    _emptied(deck)
    layout = _title_layout(deck)
    if layout is None:
        raise ConfigError(wording.say("template-no-layout"))
    return Ground(deck, layout)


def _opened(template: bytes, wording: Wording) -> Presentation:
    import pptx

    try:
        deck: Presentation = pptx.Presentation(io.BytesIO(_as_presentation(template)))
    except Exception as error:  # whatever a broken file makes the reader raise
        raise ConfigError(wording.say("template-unreadable")) from error
    return deck


def _as_presentation(template: bytes) -> bytes:
    """A `.potx` is a presentation that calls itself a template."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            content = source.read(name)
            if name == _CONTENT_TYPES:
                content = content.replace(b".template.main+xml", b".presentation.main+xml")
            made.writestr(name, content)
    return target.getvalue()


def _emptied(deck: Presentation) -> None:
    """Takes away the slides a template came with."""
    listed = deck.slides._sldIdLst
    for entry in list(listed):
        deck.part.drop_rel(entry.rId)
        listed.remove(entry)


def _title_layout(deck: Presentation) -> SlideLayout | None:
    """The layout with a title, room under it and the fewest other fields; the first of equals."""
    fit: list[tuple[int, SlideLayout]] = []
    for master in deck.slide_masters:
        for layout in master.slide_layouts:
            kinds = [_kind(shape) for shape in layout.placeholders]
            others = sum(kind not in _TITLES | _EDGES for kind in kinds)
            if _TITLES & set(kinds) and _area(deck, layout).height >= _LEAST_HEIGHT:
                fit.append((others, layout))
    return min(fit, key=lambda one: one[0])[1] if fit else None


def _area(deck: Presentation, layout: SlideLayout) -> Frame:
    """Under the title, over the footer, as wide as the title but never outside the slide."""
    wide, high = int(deck.slide_width or 0), int(deck.slide_height or 0)
    title = next(shape for shape in layout.placeholders if _kind(shape) in _TITLES)
    edges = [s.top for s in layout.placeholders if _kind(s) in _EDGES and s.top > high // 2]
    top = title.top + title.height + INCH // 10
    bottom = min([*edges, high - MARGIN // 2])
    left = max(title.left, MARGIN // 2)
    right = min(title.left + title.width, wide - MARGIN // 2)
    return Frame(left, top, right - left, bottom - top)


def _kind(shape: Any) -> str:
    return str(shape.placeholder_format.type.name)


def _own() -> Ground:
    """16:9, a title at the left, and nothing else on the master."""
    import pptx

    deck: Presentation = pptx.Presentation()
    deck.slide_width, deck.slide_height = 40 * INCH // 3, 15 * INCH // 2
    layout = next(each for each in deck.slide_layouts if each.name == "Title Only")
    for other in list(deck.slide_layouts):
        if other is not layout:
            deck.slide_layouts.remove(other)
    for holder in (deck.slide_master, layout):
        _arranged(holder, int(deck.slide_width))
    _left_bold(deck)
    _coloured(deck)
    return Ground(deck, layout)


def _arranged(holder: Any, wide: int) -> None:
    for shape in list(holder.placeholders):
        if _kind(shape) in _TITLES:
            shape.left, shape.top = MARGIN, MARGIN // 2
            shape.width, shape.height = wide - 2 * MARGIN, INCH
        else:
            shape._element.getparent().remove(shape._element)


def _coloured(deck: Presentation) -> None:
    """Our blue and orange as the first of the theme's colours: tables, and whatever somebody adds, take them."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for number, colour in enumerate((BLUE, ORANGE), start=1):
        accent = rb"(<a:accent%d>\s*<a:srgbClr val=\")[0-9A-F]{6}" % number
        theme._blob = re.sub(accent, rb"\g<1>" + colour[1:].upper().encode(), theme.blob)


def _left_bold(deck: Presentation) -> None:
    """Titles are sentences: they begin at the left, in dark ink, so that a long one can be read."""
    from lxml import etree

    style = deck.slide_master._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr")[0]
    space = f"{{{style.nsmap['a']}}}"
    style.set("algn", "l")
    letters = style.find(f"{space}defRPr")
    letters.set("b", "1")
    colour = letters.find(f"{space}solidFill")
    colour.clear()
    etree.SubElement(colour, f"{space}srgbClr", val=INK[1:])
