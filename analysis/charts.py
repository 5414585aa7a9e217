"""Charts as inline SVG: one style, the same bytes for the same data, legible at phone width.

matplotlib's object interface only (no pyplot, which is not safe in threads); imported when first drawn. Sizes
are inches of a figure 3.9 inches wide, which is shown at most a third wider than that and never narrower than
a phone. Colour is never the only sign: numbers stand in the bars, legends keep the bars' order, and the low
end of a scale is hatched. Every chart's figures stand in a table beside it.
"""

from __future__ import annotations

import hashlib
import io
import re
import textwrap
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from analysis.figures import Bar, short

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
_HEADING, _MORE_HEADING = 52, 0.16
"""Letters on a line above a bar, and the height of one line more."""
_STYLE: Any = {  # matplotlib types the keys one by one
    "svg.hashsalt": "dalalab",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 9.5,
    "hatch.linewidth": 0.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def stacked(labels: Sequence[str], bars: Sequence[Bar], title: str, description: str) -> str:
    """Stacked horizontal bars of a scale, one for each meeting (or just one), as SVG.

    Lengths are shares of each bar's own answers; the numbers in the bars are people. `bars` without any
    answers are not drawn.
    """
    drawn = [bar for bar in bars if sum(bar.counts)]
    columns = 3 if max(map(len, labels)) <= 13 else 2 if max(map(len, labels)) <= 26 else 1
    legend = 0.22 * -(-len(labels) // columns) + 0.12
    titled = any(bar.title for bar in drawn)
    headings = [textwrap.wrap(_heading(bar), _HEADING) or [""] for bar in drawn]
    heights = [
        (0.62 if titled else 0.46) + _MORE_HEADING * (len(lines) - 1) for lines in headings
    ]  # fmt: skip
    height = sum(heights) + legend
    figure, axes = canvas(height, bottom=legend / height)
    axes.set_xlim(0, 1)
    axes.set_ylim(sum(heights), 0)
    colours, base = colours_for(len(labels)), 0.0
    for bar, lines, high in zip(drawn, headings, heights, strict=True):
        top = base + high - (0.38 if titled else 0.42)
        if bar.break_before:
            axes.axhline(base + 0.02, color=QUIET, linewidth=1, linestyle=(0, (4, 3)))
        axes.text(0, top - 0.06, "\n".join(lines), color=INK, va="bottom", fontsize=9)
        _segments(axes, bar, top, colours)
        base += high
    _legend(figure, labels, colours, columns)
    return svg_of(figure, title, description)


def _heading(bar: Bar) -> str:
    return bar.title + (f"  –  {bar.break_before}" if bar.break_before else "")


def _segments(axes: Axes, bar: Bar, top: float, colours: Sequence[str]) -> None:
    total, left = sum(bar.counts), 0.0
    for place, count in enumerate(bar.counts):
        width = count / total
        axes.barh(
            top + 0.17, width, left=left, height=0.34, color=colours[place], edgecolor="white",
            linewidth=1.2, hatch=_hatch(place, len(colours)),
        )  # fmt: skip
        if count and width >= 0.035 * len(str(count)):
            ink = "white" if is_dark(colours[place]) else INK
            axes.text(
                left + width / 2, top + 0.175, str(count), ha="center", va="center", color=ink,
                fontsize=10, fontweight="bold", bbox=_plate(colours[place], place, len(colours)),
            )  # fmt: skip
        left += width


def _plate(colour: str, place: int, steps: int) -> dict[str, Any] | None:
    """A plain ground under a number that stands on hatching."""
    if not _hatch(place, steps):
        return None
    return {"facecolor": colour, "edgecolor": "none", "pad": 1.2}


def colours_for(steps: int) -> tuple[str, ...]:
    """Orange, grey and blue for up to five steps; one blue in shades beyond."""
    if steps in _DIVERGING:
        return _DIVERGING[steps]
    shades = ("#e3edf5", "#c5daea", "#a9c6de", "#7fabcf", "#558fbd", "#2a6ea6", "#1f5a8c")
    return tuple(shades[place * (len(shades) - 1) // max(steps - 1, 1)] for place in range(steps))


def is_dark(colour: str) -> bool:
    """Whether numbers on this colour must be white."""
    return colour in _DARK


def _hatch(place: int, steps: int) -> str:
    if steps not in _DIVERGING:
        return ""
    return "////" if place == 0 else ""


def _legend(figure: Canvas, labels: Sequence[str], colours: Sequence[str], columns: int) -> None:
    from matplotlib.patches import Patch

    handles = [
        Patch(facecolor=colour, edgecolor="white", hatch=_hatch(place, len(labels)), linewidth=0)
        for place, colour in enumerate(colours)
    ]
    turned = reads_from_right(" ".join(labels))
    order, told = (_by_rows_turned if turned else _by_rows), [*labels]
    if turned:  # whole rows, so that the columns can change places
        handles += [Patch(alpha=0) for _ in range(-len(labels) % columns)]
        told += [""] * (len(handles) - len(told))
    figure.legend(
        order(handles, columns), order(told, columns),
        loc="lower right" if turned else "lower left", markerfirst=not turned,
        alignment="right" if turned else "left",
        bbox_to_anchor=(1.01 if turned else -0.01, -0.01), ncols=columns, frameon=False,
        fontsize=8.5, labelcolor=INK, handlelength=1.1, handleheight=0.9, columnspacing=1.1,
        handletextpad=0.5, borderpad=0.1, labelspacing=0.45,
    )  # fmt: skip


def _by_rows(items: list[Any], columns: int) -> list[Any]:
    """Reordered so that a legend filled column by column reads row by row."""
    return [item for column in range(columns) for item in items[column::columns]]


def _by_rows_turned(items: list[Any], columns: int) -> list[Any]:
    """The same from the right: the columns in the opposite order."""
    return [item for column in reversed(range(columns)) for item in items[column::columns]]


def ranked(rows: Sequence[tuple[str, float, str]], n: float, title: str, description: str) -> str:
    """Horizontal bars of a choice question: label above its bar, its number in words at its end; `n` is full width."""
    wrapped = [textwrap.wrap(label, 44) or [""] for label, _, _ in rows]
    heights = [0.2 + 0.17 * len(lines) + 0.1 for lines in wrapped]
    figure, axes = canvas(sum(heights) + 0.02, bottom=0)
    longest = max(1, *(count for _, count, _ in rows))
    width = min(n, longest * 1.6) * 1.09
    axes.set_xlim(0, width)
    axes.set_ylim(sum(heights) + 0.02, 0)
    top = 0.0
    for (_, count, told), lines, height in zip(rows, wrapped, heights, strict=True):
        base = top + 0.17 * len(lines) + 0.02
        axes.text(0, base, "\n".join(lines), va="bottom", color=INK, linespacing=1.15)
        axes.barh(base + 0.11, count, height=0.2, color=STRONG if count == longest else PALE)
        axes.text(
            count + 0.02 * width,
            base + 0.115,
            told,
            va="center",
            color=INK,
            fontsize=10,
            fontweight="bold",
        )
        top += height
    axes.axvline(0, color=LINE, linewidth=1)
    return svg_of(figure, title, description)


def columns(
    rows: Sequence[tuple[str, Sequence[int]]],
    meetings: Sequence[tuple[str, int]],
    title: str,
    description: str,
) -> str:
    """Small multiples of a choice question: options downwards, meetings across, a bar in each.

    `meetings` are short headings with their n; a full bar is everybody at that meeting.
    """
    step = 0.52
    figure, axes = canvas(step * len(rows) + 0.3, bottom=0)
    axes.set_xlim(0, len(meetings))
    axes.set_ylim(step * len(rows) + 0.3, 0)
    for place, (heading, n) in enumerate(meetings):
        axes.text(place, 0.16, heading, color=QUIET, fontsize=8.5, va="bottom")
        for line, (_, counts) in enumerate(rows):
            top = 0.3 + line * step + 0.3
            axes.barh(top, 0.72, left=place, height=0.17, color="#eef1f4")
            axes.barh(top, 0.72 * counts[place] / max(n, 1), left=place, height=0.17, color=STRONG)
            axes.text(place + 0.76, top + 0.005, str(counts[place]), va="center", color=INK,
                      fontweight="bold", fontsize=9)  # fmt: skip
    for line, (label, _) in enumerate(rows):
        axes.text(0, 0.3 + line * step + 0.18, short(label, 50), va="bottom", color=INK)
    return svg_of(figure, title, description)


def canvas(height: float, *, bottom: float) -> tuple[Canvas, Axes]:
    """An empty chart so many inches high, with axes that nobody sees."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure as Canvas

    with mpl.rc_context(_STYLE):
        figure = Canvas(figsize=(WIDTH, height))
        FigureCanvasSVG(figure)
        axes = figure.add_axes((0.004, bottom, 0.992, 1 - bottom))
    axes.set_axis_off()
    return figure, axes


def svg_of(figure: Canvas, title: str, description: str) -> str:
    """What was drawn, as an accessible `<svg>` that reads the way its words do."""
    _turn(figure)
    return as_it_stands(figure, title, description)


def as_it_stands(figure: Canvas, title: str, description: str) -> str:
    """The same, never turned: east stays to the right on a map, in every script."""
    import matplotlib as mpl
    from matplotlib.text import Text

    for text in figure.findobj(Text):
        text.set_parse_math(False)  # a dollar that somebody wrote is a dollar
    target = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with mpl.rc_context(_STYLE):
        figure.savefig(target, format="svg", transparent=True, metadata=nothing)
    return accessible(target.getvalue(), title, description)


def _turn(figure: Canvas) -> None:
    """Draws from the right what is written from the right: the chart follows its words."""
    drawn = [text for axes in figure.axes for text in axes.texts]
    listed = [text for legend in figure.legends for text in legend.get_texts()]
    if not reads_from_right(" ".join(text.get_text() for text in (*drawn, *listed))):
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
