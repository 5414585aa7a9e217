"""Charts as inline SVG: one style, the same bytes for the same data, legible at phone width.

matplotlib's object interface only (no pyplot, which is not safe in threads); imported when first drawn. Sizes
are inches of a figure 3.9 inches wide, which is shown at most a third wider than that and never narrower than
a phone; what would be too tall for a screen is drawn on a wider sheet, with the names of its rows at the left. Colour is never the only sign: numbers stand in the bars, legends keep the bars' order, and the low
end of a scale is hatched. Every chart's figures stand in a table beside it.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from analysis.lettering import FAMILY, as_drawn

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

WIDTH = 3.9
INK, QUIET, LINE = "#1f2933", "#52606d", "#d9dee3"
BLUE, ORANGE = "#1f5a8c", "#b3541e"
STRONG, PALE = "#2a6ea6", "#a9c6de"
_DIVERGING = {
    2: ("#c8692b", "#2a6ea6"),
    3: ("#c8692b", "#c9ced3", "#2a6ea6"),
    4: ("#b3541e", "#efb98f", "#9dc3e0", "#1f5a8c"),
    5: ("#b3541e", "#efb98f", "#d3d7db", "#9dc3e0", "#1f5a8c"),
}
_DARK = frozenset({"#b3541e", "#1f5a8c", "#2a6ea6", "#c8692b"})
SIZE = 10
"""Points of words that stand by themselves."""
_STYLE: Any = {  # matplotlib types the keys one by one
    "svg.hashsalt": "dalalab",
    "svg.fonttype": "path",
    "font.family": FAMILY,
    "font.size": SIZE,
    "hatch.linewidth": 0.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def colours_for(steps: int) -> tuple[str, ...]:
    """Orange, grey and blue for up to five steps; one blue in shades beyond."""
    if steps in _DIVERGING:
        return _DIVERGING[steps]
    shades = ("#e3edf5", "#c5daea", "#a9c6de", "#7fabcf", "#558fbd", "#2a6ea6", "#1f5a8c")
    return tuple(shades[place * (len(shades) - 1) // max(steps - 1, 1)] for place in range(steps))


def is_dark(colour: str) -> bool:
    """Whether numbers on this colour must be white."""
    return colour in _DARK


def hatch(place: int, steps: int) -> str:
    """What tells the low end of a scale apart without colour."""
    if steps not in _DIVERGING:
        return ""
    return "////" if place == 0 else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn on: inches of width, of which names of rows take at most `names` at the left.

    Without `names` they stand over their rows.
    """

    width: float = WIDTH
    names: float = 0.0


PHONE = Sheet()
CARD_SHAPE = 330 / 872
"""Height of a chart on a card as a share of its width."""


def margin(width: float) -> float:
    """Inches that words may take on so many."""
    return width * 0.97


def canvas(height: float, width: float = WIDTH) -> tuple[Canvas, Axes]:
    """An empty chart of so many inches, measured from its upper left corner on axes that nobody sees."""
    figure, axes = plain_canvas(height, width, bottom=0)
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    return figure, axes


def plain_canvas(height: float, width: float, *, bottom: float) -> tuple[Canvas, Axes]:
    """The same, for whoever has measures of their own; the lowest `bottom` of it stays free."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure as Canvas

    with mpl.rc_context(_STYLE):
        figure = Canvas(figsize=(width, height))
        FigureCanvasSVG(figure)
        axes = figure.add_axes((0.004, bottom, 0.992, 1 - bottom))
    axes.set_axis_off()
    return figure, axes


def svg_of(figure: Canvas, title: str, description: str) -> str:
    """What was drawn, as an accessible `<svg>` that reads the way its words do."""
    _turn(figure, f"{title} {description}")
    return as_it_stands(figure, title, description)


def as_it_stands(figure: Canvas, title: str, description: str) -> str:
    """The same, never turned: east stays to the right on a map, in every script."""
    import matplotlib as mpl
    from matplotlib.text import Text

    for text in figure.findobj(Text):
        text.set_parse_math(False)  # a dollar that somebody wrote is a dollar
        text.set_text(as_drawn(text.get_text()))
    target = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with mpl.rc_context(_STYLE):
        figure.savefig(target, format="svg", transparent=True, metadata=nothing)
    return accessible(target.getvalue(), title, description)


def _turn(figure: Canvas, told: str) -> None:
    """Draws from the right what is written from the right: the chart follows its words and those told with it."""
    drawn = [text.get_text() for axes in figure.axes for text in axes.texts]
    if not reads_from_right(" ".join((told, *drawn))):
        return
    other: dict[str, Any] = {"left": "right", "right": "left", "center": "center"}
    for axes in figure.axes:
        axes.invert_xaxis()
        for text in axes.texts:
            text.set_horizontalalignment(other[text.get_horizontalalignment()])
            text.set_rotation(-text.get_rotation())


def reads_from_right(words: str) -> bool:
    """Whether most letters are of a script that is written from the right."""
    kinds = [unicodedata.bidirectional(sign) for sign in words]
    return sum(kind in {"R", "AL"} for kind in kinds) > kinds.count("L")


def accessible(svg: str, title: str, description: str) -> str:
    """The bare `<svg>` element with role, title and description, and ids of its own.

    Several charts stand in one page, so ids get a prefix made from the content.
    """
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>", "", body, count=1, flags=re.DOTALL)
    prefix = "c" + hashlib.sha256(f"{title}\n{body}".encode()).hexdigest()[:8]
    body = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}-\1"', body)
    body = re.sub(r'(href="|url\()#', rf"\g<1>#{prefix}-", body)
    box = re.search(r'viewBox="[^"]+"', body)
    assert box is not None
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{box.group()} role="img" aria-labelledby="{prefix}-title {prefix}-desc">'
        f'<title id="{prefix}-title">{escape(title)}</title>'
        f'<desc id="{prefix}-desc">{escape(description)}</desc>'
    )
    return opening + body[body.index(">") + 1 :].strip()
