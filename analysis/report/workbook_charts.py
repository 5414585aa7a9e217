"""Native charts beside the tables of a workbook: they follow the cells when somebody changes them."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from analysis.charts import INK, PALE, STRONG, colours_for, is_dark
from analysis.figures import Columns, Figure, Gap, Profile, Ranked, Stacked

if TYPE_CHECKING:
    from analysis.report.blocks import Block

CHART_ROWS = 16
"""Rows of a sheet that a chart covers."""
_NO_ZEROS = "0;;;"
_ROW_HEIGHT = 20
_SHADES = ("#1f5a8c", "#7fabcf", "#b3541e", "#efb98f", "#52606d", "#a9c6de")


def add_chart(book: Any, sheet: Any, block: Block, head: int, column: int, people: str) -> None:
    """Draws the block's figure at the right of its table, whose heads stand in row `head`."""
    assert block.figure is not None
    chart = _chart(block.figure, book, sheet.get_name(), block, head, people)
    if chart is None:
        return
    chart.set_y_axis(
        {"reverse": True, "line": {"none": True}, "major_tick_mark": "none", "num_font": _font(10)}
    )
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_title({"none": True})
    chart.set_size({"width": 620, "height": CHART_ROWS * _ROW_HEIGHT - 20})
    told = f"{block.about} {' '.join(block.findings)}"
    sheet.insert_chart(head, column, chart, {"description": told})


@singledispatch
def _chart(figure: Figure, book: Any, name: str, block: Block, head: int, people: str) -> Any:
    """None where the table says it better, or Office has no such chart."""


@_chart.register(Stacked)
def _(figure: Stacked, book: Any, name: str, block: Block, head: int, people: str) -> Any:
    """A series for each step. A table of rows has its steps across, all others have them downwards."""
    chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    across = block.across
    last = len(block.lines)
    for place, colour in zip(_order(figure, block), colours_for(len(figure.labels)), strict=True):
        step = place + 1
        wide = len(block.heads) - 1
        chart.add_series(
            {
                "name": [name, head, step] if across else [name, head + step, 0],
                "categories": [name, head + 1, 0, head + last, 0]
                if across
                else [name, head, 1, head, wide],
                "values": [name, head + 1, step, head + last, step]
                if across
                else [name, head + step, 1, head + step, wide],
                "fill": {"color": colour},
                "border": {"color": "#ffffff"},
                "gap": 45,
                "data_labels": _labels("#ffffff" if is_dark(colour) else INK, "center"),
            }
        )
    chart.set_legend({"position": "bottom", "font": _font(10)})
    return chart


@_chart.register(Ranked)
def _(figure: Ranked, book: Any, name: str, block: Block, head: int, people: str) -> Any:
    chart = book.add_chart({"type": "bar"})
    last = len(figure.rows)
    longest = max(length for _, length, _ in figure.rows)
    colours = [STRONG if length == longest else PALE for _, length, _ in figure.rows]
    chart.add_series(
        {
            "name": people,
            "categories": [name, head + 1, 0, head + last, 0],
            "values": [name, head + 1, 1, head + last, 1],
            "points": [{"fill": {"color": colour}} for colour in colours],
            "gap": 45,
            "data_labels": _labels(INK, "outside_end"),
        }
    )
    chart.set_legend({"none": True})
    return chart


@_chart.register(Columns)
def _(figure: Columns, book: Any, name: str, block: Block, head: int, people: str) -> Any:
    chart = book.add_chart({"type": "bar"})
    last = len(block.lines)
    for place in range(len(block.heads) - 1):
        chart.add_series(
            {
                "name": [name, head, place + 1],
                "categories": [name, head + 1, 0, head + last, 0],
                "values": [name, head + 1, place + 1, head + last, place + 1],
                "fill": {"color": _SHADES[place % len(_SHADES)]},
                "gap": 60,
                "data_labels": _labels(INK, "outside_end"),
            }
        )
    chart.set_legend({"position": "bottom", "font": _font(10)})
    return chart


@_chart.register(Gap)
def _(figure: Gap, book: Any, name: str, block: Block, head: int, people: str) -> Any:
    chart = book.add_chart({"type": "bar"})
    for column, colour in ((1, _SHADES[0]), (2, _SHADES[3])):
        _add_bars(
            chart, [name, head, column], (name, head + 1, head + len(figure.rows)), column, colour
        )
    chart.set_legend({"position": "top", "font": _font(10)})
    return chart


@_chart.register(Profile)
def _(figure: Profile, book: Any, name: str, block: Block, head: int, people: str) -> Any:
    chart = book.add_chart({"type": "bar"})
    rows = (name, head + 1, head + len(figure.rows))
    _add_bars(chart, block.heads[1], rows, 1, STRONG, number_format="General")
    chart.set_legend({"none": True})
    return chart


def _add_bars(
    chart: Any,
    named: Any,
    rows: tuple[str, int, int],
    column: int,
    colour: str,
    number_format: str = _NO_ZEROS,
) -> None:
    sheet, first, last = rows
    labels = {**_labels(INK, "outside_end"), "num_format": number_format}
    chart.add_series(
        {
            "name": named,
            "categories": [sheet, first, 0, last, 0],
            "values": [sheet, first, column, last, column],
            "fill": {"color": colour},
            "gap": 60,
            "data_labels": labels,
        }
    )


def _order(figure: Stacked, block: Block) -> list[int]:
    """The figure's steps as places in the table, which has yes before no."""
    told = [*block.heads[1:]] if block.across else [line.label for line in block.lines]
    return [told.index(label) for label in figure.labels]


def _labels(colour: str, position: str) -> dict[str, Any]:
    return {"value": True, "num_format": _NO_ZEROS, "position": position,
            "font": {**_font(10), "bold": True, "color": colour}}  # fmt: skip


def _font(size: int) -> dict[str, Any]:
    return {"size": size, "color": INK}
