"""The pictures of several questions on a slide: native where Office has such a chart, else a picture with its words."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from analysis.charts import BLUE, INK, ORANGE, colours_for, is_dark
from analysis.doughnut_chart import rings
from analysis.figures import Doughnut, Gap, Heat, HeatCell, Profile, Way, short
from analysis.heat_chart import colour_at, told
from analysis.report.pptx.chart_data import chart_data
from analysis.report.pptx.charts import NO_ZEROS, add_chart, bare, coloured, labelled, placed, sized

if TYPE_CHECKING:
    from pptx.slide import Slide

    from analysis.report.pptx.frame import Frame

_LONGEST = 46
_AN_INCH = 200
"""Pixels of a picture."""


@add_chart.register(Heat)
def _(figure: Heat, slide: Slide, frame: Frame, people: str) -> list[Any]:
    """A table with coloured cells: each can be edited, and its words say what its colour says."""
    key = frame.height // 12
    body = frame.upper(frame.height - key)
    rows, columns = len(figure.rows) + 1, len(figure.columns) + 1
    shape = slide.shapes.add_table(rows, columns, body.left, body.top, body.width, body.height)
    table = shape.table
    table.columns[0].width = body.width // (columns + 1) * 2
    for column in range(1, columns):
        table.columns[column].width = body.width // (columns + 1)
    for place, label in enumerate(("", *figure.columns)):
        _cell(table.cell(0, place), label, 12, "FFFFFF", INK)
    for line, (label, cells) in enumerate(zip(figure.rows, figure.cells, strict=True), start=1):
        _cell(table.cell(line, 0), label, 14, "FFFFFF", INK)
        for place, cell in enumerate(cells, start=1):
            _heat(table.cell(line, place), cell, figure)
    _key(slide, frame.below(frame.height - key), figure)
    return [shape]


def _heat(cell: Any, shown: HeatCell | None, figure: Heat) -> None:
    if shown is None:
        _cell(cell, "–", 14, "FFFFFF", INK)
        return
    colour = colour_at(shown.median, figure)
    mark = " ◆" if shown.split else ""
    ink = "#FFFFFF" if is_dark(colour) else INK
    _cell(cell, f"{told(shown.median)}{mark}\nn {shown.n}", 14, colour.removeprefix("#"), ink)


def _cell(cell: Any, words: str, size: int, ground: str, ink: str) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR

    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(ground)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.text_frame.text = words
    for number, paragraph in enumerate(cell.text_frame.paragraphs):
        sized(paragraph.font, size if number == 0 else 11, ink)


def _key(slide: Slide, frame: Frame, figure: Heat) -> None:
    from analysis.report.pptx.writing import Paragraph, write

    steps = " · ".join(f"{told(value)} {label}" for value, label in figure.steps)
    words = f"{steps} · ◆ {figure.split} · – {figure.empty}"
    write(slide, frame, [Paragraph(words)], (12, 11, 10))


@add_chart.register(Gap)
def _(figure: Gap, slide: Slide, frame: Frame, people: str) -> list[Any]:
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION

    data = chart_data(NO_ZEROS)
    data.categories = [short(label, _LONGEST) for label, _, _ in figure.rows]
    data.add_series(figure.labels[0], [wanted for _, wanted, _ in figure.rows])
    data.add_series(figure.labels[1], [reached for _, _, reached in figure.rows])
    shape, chart = placed(slide, XL_CHART_TYPE.BAR_CLUSTERED, frame, data)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    sized(chart.legend.font, 14, INK)
    chart.plots[0].gap_width, chart.plots[0].overlap = 60, 0
    for series, colour in zip(chart.plots[0].series, (BLUE, "#efb98f"), strict=True):
        coloured(series.format, colour)
        labelled(series, INK[1:], 11, outside=True)
    bare(chart, len(figure.rows), named=True)
    return [shape]


@add_chart.register(Profile)
def _(figure: Profile, slide: Slide, frame: Frame, people: str) -> list[Any]:
    """Bars from the lowest step to the median, in the colour of the step."""
    from pptx.enum.chart import XL_CHART_TYPE

    values = [value for value, _ in figure.steps]
    colours = dict(zip(values, colours_for(len(values)), strict=True))
    data = chart_data("General")
    data.categories = [short(f"{label} (n {n})", _LONGEST) for label, _, n in figure.rows]
    ends = f"{values[0]} = {figure.steps[0][1]}, {values[-1]} = {figure.steps[-1][1]}"
    data.add_series(ends, [median for _, median, _ in figure.rows])
    shape, chart = placed(slide, XL_CHART_TYPE.BAR_CLUSTERED, frame, data)
    chart.has_legend, chart.has_title = False, True
    chart.chart_title.text_frame.text = ends
    sized(chart.chart_title.text_frame.paragraphs[0].runs[0].font, 13, INK)
    series = chart.plots[0].series[0]
    chart.plots[0].gap_width = 45
    for place, (_, median, _) in enumerate(figure.rows):
        nearest = min(values, key=lambda value: abs(value - median))
        coloured(series.points[place].format, colours[nearest])
    labelled(series, INK[1:], 12, number_format="General", outside=True)
    bare(chart, len(figure.rows), named=True)
    chart.value_axis.minimum_scale = min(0, values[0] - 1)
    chart.value_axis.maximum_scale = values[-1] + 0.5
    return [shape]


@add_chart.register(Doughnut)
def _(figure: Doughnut, slide: Slide, frame: Frame, people: str) -> list[Any]:
    """A picture with its words beside: no chart of Office has two rings with different segments.

    Both rings follow on slides of their own as native charts.
    """
    from analysis.report.pptx.writing import Paragraph, write
    from analysis.report.typesetting import raster

    picture = io.BytesIO(raster(rings(figure), _AN_INCH))
    shape = slide.shapes.add_picture(picture, frame.left, frame.top, height=frame.height)
    share = min(0.5, (frame.height + frame.height // 16) / frame.width)
    shape.width = shape.height = min(frame.height, int(frame.width * share))
    number = 1
    for (heading, ring), at in zip(
        figure.rings, frame.columns(share, 0)[1].columns(0.5, frame.width // 40), strict=True
    ):
        lines = [f"{place}. {label}: {count}" for place, (label, count) in enumerate(ring, number)]
        words = [Paragraph(heading, bold=True), *(Paragraph(line, space=0.15) for line in lines)]
        write(slide, at, words, (15, 14, 13, 12, 11, 10))
        number += len(ring)
    return [shape]


@add_chart.register(Way)
def _(figure: Way, slide: Slide, frame: Frame, people: str) -> list[Any]:
    """A line chart for each indicator: units are never drawn on one axis."""
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION

    shapes = []
    each = frame.width // len(figure.rows)
    for place, (label, now, beside, wanted, _) in enumerate(figure.rows):
        data = chart_data("General")
        data.categories = [figure.labels[0], figure.labels[2]]
        data.add_series(short(label, _LONGEST), [now, wanted])
        if beside is not None:
            data.add_series(figure.labels[1], [beside, beside])
        at = type(frame)(frame.left + place * each, frame.top, each, frame.height)
        shape, chart = placed(slide, XL_CHART_TYPE.LINE_MARKERS, at, data)
        chart.has_legend = True
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.value_axis.has_major_gridlines = False
        for series, colour in zip(chart.plots[0].series, (BLUE, ORANGE), strict=False):
            _line(series, colour)
        shapes.append(shape)
    return shapes


def _line(series: Any, colour: str) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_LABEL_POSITION

    series.smooth = False
    series.format.line.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    series.data_labels.show_value = True
    series.data_labels.position = XL_LABEL_POSITION.ABOVE
    sized(series.data_labels.font, 14, INK)
