"""Native charts: Office draws them from a sheet that anybody can open and change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from analysis.charts import INK, PALE, QUIET, STRONG, colours_for, is_dark
from analysis.figures import Columns, Figure, Ranked, Stacked, short
from analysis.report.pptx.chart_data import chart_data
from analysis.report.pptx.frame import INCH, Frame
from analysis.report.pptx.writing import fitting

if TYPE_CHECKING:
    from pptx.slide import Slide

NO_ZEROS = "0;;;"
"""A number format that leaves nought out: a bar of no length needs no label."""
MOST_BARS = 14
"""More than this cannot be read on a slide; the rest stands in the notes."""
_LABEL = 46
_FEW, _SENTENCE = 5, 100
"""So few bars have room for a sentence of this many characters, on three lines."""
_SENTENCES, _BARS = 0.42, 0.84
"""How much of a chart's width sentences at its bars may take, and of its height the bars."""
_NARROW = INCH * 3 // 2
"""Of small multiples whose headings stand on two lines."""
_THICKEST = INCH * 9 // 10


@singledispatch
def add_chart(figure: Figure, slide: Slide, frame: Frame, people: str) -> list[Any]:
    """Draws the figure inside the frame; the shapes, first to last. `people` names what is counted."""
    raise TypeError(f"nobody draws {type(figure).__name__}")


@add_chart.register(Stacked)
def _(figure: Stacked, slide: Slide, frame: Frame, people: str) -> list[Any]:
    from pptx.enum.chart import XL_CHART_TYPE

    most = _SENTENCE if len(figure.bars) <= _FEW else _LABEL
    data = chart_data(NO_ZEROS)
    data.categories = [_short(_title(bar), most) or people for bar in figure.bars]
    for step, label in enumerate(figure.labels):
        data.add_series(label, [bar.counts[step] for bar in figure.bars])
    shape, chart = placed(slide, XL_CHART_TYPE.BAR_STACKED_100, frame, data)
    legend(chart, len(figure.bars))
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45 if len(figure.bars) > 1 else 30, 100
    for series, colour in zip(plot.series, colours_for(len(figure.labels)), strict=True):
        coloured(series.format, colour)
        labelled(series, "FFFFFF" if is_dark(colour) else INK[1:], _size(len(figure.bars)))
    bare(chart, len(figure.bars), named=any(bar.title for bar in figure.bars))
    if any(len(bar.title) > _LABEL for bar in figure.bars):
        _plotted(chart, _SENTENCES, 0.98 - _SENTENCES, 0.02, _BARS)
        names = [_short(_title(bar), most) for bar in figure.bars]
        sized(chart.category_axis.tick_labels.font, _name_size(names, frame), INK)
    return [shape]


def _name_size(names: Sequence[str], frame: Frame) -> int:
    """The points at which every sentence has room beside its bar: else some would be left out."""
    room = Frame(0, 0, int(frame.width * _SENTENCES), int(frame.height * _BARS) // len(names))
    sizes = (14, 12, 11, 10, 9, 8)
    return min(int(fitting([name], room, sizes).pt) for name in names)


def _size(bars: int) -> int:
    """Points of the numbers in bars: the fewer there are, the thicker they stand."""
    return 24 if bars == 1 else 18 if bars <= _FEW else 14 if bars < 8 else 11


@add_chart.register(Ranked)
def _(figure: Ranked, slide: Slide, frame: Frame, people: str) -> list[Any]:
    rows = figure.rows[:MOST_BARS]
    frame = frame.upper(len(rows) * _THICKEST)
    longest = max(length for _, length, _ in rows)
    full = min(figure.full, longest * 1.6)
    return [_bars(slide, frame, rows, full, people, named=True)]


@add_chart.register(Columns)
def _(figure: Columns, slide: Slide, frame: Frame, people: str) -> list[Any]:
    """Small multiples: a chart for each meeting, all drawn equally wide; a full bar is everybody there."""
    names = frame.width * 3 // 10
    each = (frame.width - names) // len(figure.meetings)
    shapes = []
    for place, (heading, n) in enumerate(figure.meetings):
        told = heading.replace(": ", ":\n", 1) if each < _NARROW else heading
        rows = [(label, float(counts[place]), "") for label, counts in figure.rows[:MOST_BARS]]
        beside = names if place == 0 else 0
        left = frame.left + (0 if place == 0 else names + each * place)
        at = replace(frame, left=left, width=beside + each)
        shape = _bars(slide, at, rows, n, heading, named=place == 0)
        _headed(shape.chart, told, beside / at.width)
        _plotted(shape.chart, beside / at.width, each * 0.92 / at.width)
        shapes.append(shape)
    return shapes


def _plotted(chart: Any, left: float, width: float, top: float = 0.12, high: float = 0.86) -> None:
    """Where the bars themselves stand, as shares of the chart: names at the left must not make them shorter."""
    area = chart._chartSpace.xpath("./c:chart/c:plotArea")[0]
    for old in area.xpath("./c:layout"):
        area.remove(old)
    area.insert(0, _layout(area, layoutTarget="inner", x=left, y=top, w=width, h=high))


def _headed(chart: Any, heading: str, left: float) -> None:
    """The chart's heading over where its bars begin, which is not its middle where names stand at the left."""
    chart.has_title = True
    chart.chart_title.text_frame.text = heading
    sized(chart.chart_title.text_frame.paragraphs[0].runs[0].font, 13, QUIET)
    title = chart._chartSpace.xpath("./c:chart/c:title")[0]
    for old in title.xpath("./c:layout"):
        title.remove(old)
    title.xpath("./c:tx")[0].addnext(_layout(title, x=left, y=0.02))


def _layout(beside: Any, *, layoutTarget: str = "", **places: float) -> Any:  # noqa: N803  Office's own word
    """Where a part of a chart stands, in shares of the chart from its upper left corner."""
    from lxml import etree

    space = beside.nsmap["c"]
    layout = etree.Element(f"{{{space}}}layout")
    manual = etree.SubElement(layout, f"{{{space}}}manualLayout")
    target = {"layoutTarget": layoutTarget} if layoutTarget else {}
    for name, value in {**target, "xMode": "edge", "yMode": "edge", **places}.items():
        etree.SubElement(manual, f"{{{space}}}{name}", val=f"{value}")
    return layout


def _bars(
    slide: Slide,
    frame: Frame,
    rows: Sequence[tuple[str, float, str]],
    full: float,
    name: str,
    *,
    named: bool,
) -> Any:
    from pptx.enum.chart import XL_CHART_TYPE

    data = chart_data(NO_ZEROS)
    data.categories = [short(label, _LABEL) for label, _, _ in rows]
    data.add_series(name, [length for _, length, _ in rows])
    shape, chart = placed(slide, XL_CHART_TYPE.BAR_CLUSTERED, frame, data)
    chart.has_legend = False
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 45, False
    series = plot.series[0]
    coloured(series.format, PALE)
    longest = max(length for _, length, _ in rows)
    for place, (_, length, _) in enumerate(rows):
        if length == longest:
            coloured(series.points[place].format, STRONG)
    labelled(series, INK[1:], 14 if len(rows) < 10 else 12, outside=True)
    bare(chart, len(rows), named=named)
    chart.value_axis.maximum_scale = max(full, 1) * 1.15
    return shape


def _title(bar: Any) -> str:
    return f"{bar.title} – {bar.break_before}" if bar.break_before else str(bar.title)


def _short(title: str, most: int) -> str:
    """A bar's title, shortened before its last dash: how many answered stands after it."""
    name, dash, after = title.rpartition(" – ")
    return f"{short(name, max(most - len(dash + after), 12))}{dash}{after}"


def placed(slide: Slide, kind: Any, frame: Frame, data: Any) -> tuple[Any, Any]:
    """A new native chart: its shape on the slide, and the chart itself."""
    shape = slide.shapes.add_chart(kind, frame.left, frame.top, frame.width, frame.height, data)
    shape.chart.has_title = False
    shape.chart.font.size = _points(13)
    return shape, shape.chart


def legend(chart: Any, bars: int) -> None:
    """Under the chart, in letters as large as so many bars leave room for."""
    from pptx.enum.chart import XL_LEGEND_POSITION

    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    sized(chart.legend.font, 16 if bars == 1 else 14 if bars < 8 else 12, INK)


def bare(chart: Any, rows: int, *, named: bool) -> None:
    """No grid, no number axis, first row on top; names of the rows only where they are asked for."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

    values, names = chart.value_axis, chart.category_axis
    values.visible, values.has_major_gridlines, values.minimum_scale = False, False, 0
    names.reverse_order, names.has_major_gridlines = True, False
    names.major_tick_mark = XL_TICK_MARK.NONE
    _every_name(names)
    names.format.line.fill.background()
    if not named:
        names.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    sized(names.tick_labels.font, 14 if rows < 8 else 12 if rows < 12 else 11, INK)


def _every_name(names: Any) -> None:
    """No row goes without its name: Office leaves out every second one where they are long."""
    from lxml import etree

    axis = names._element
    skip = etree.Element(f"{{{axis.nsmap['c']}}}tickLblSkip", val="1")
    axis.xpath("./c:noMultiLvlLbl")[0].addprevious(skip)


def labelled(
    series: Any, colour: str, size: int, *, number_format: str = NO_ZEROS, outside: bool = False
) -> None:
    """The numbers in or at the end of the bars, in a colour of RRGGBB."""
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_LABEL_POSITION

    labels = series.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = (
        True,
        number_format,
        False,
    )
    labels.position = XL_LABEL_POSITION.OUTSIDE_END if outside else XL_LABEL_POSITION.CENTER
    labels.font.size, labels.font.bold = _points(size), True
    labels.font.color.rgb = RGBColor.from_string(colour)


def coloured(format_: Any, colour: str) -> None:
    """Fills with #RRGGBB."""
    from pptx.dml.color import RGBColor

    format_.fill.solid()
    format_.fill.fore_color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    format_.line.color.rgb = RGBColor.from_string("FFFFFF")


def sized(font: Any, size: int, colour: str) -> None:
    """Letters of so many points, in #RRGGBB."""
    from pptx.dml.color import RGBColor

    font.size, font.bold = _points(size), False
    font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))


def _points(size: float) -> Any:
    from pptx.util import Pt

    return Pt(size)
