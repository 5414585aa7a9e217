"""The pen that reports draw with: a figure in, an accessible SVG out."""

from __future__ import annotations

from functools import singledispatch

from analysis import charts, doughnut_chart, overview_charts, place_chart
from analysis.figures import (
    Columns,
    Doughnut,
    Figure,
    Gap,
    Heat,
    PlaceChart,
    Profile,
    Ranked,
    Stacked,
    Way,
)


@singledispatch
def draw(figure: Figure, title: str, description: str) -> str:
    """The figure as SVG. `title` is the finding, `description` says where the numbers stand in words."""
    raise TypeError(f"nobody draws {type(figure).__name__}")


@draw.register(Stacked)
def _(figure: Stacked, title: str, description: str) -> str:
    return charts.stacked(figure.labels, figure.bars, title, description)


@draw.register(Ranked)
def _(figure: Ranked, title: str, description: str) -> str:
    return charts.ranked(figure.rows, figure.full, title, description)


@draw.register(Columns)
def _(figure: Columns, title: str, description: str) -> str:
    return charts.columns(figure.rows, figure.meetings, title, description)


@draw.register(Heat)
def _(figure: Heat, title: str, description: str) -> str:
    return overview_charts.heat(figure, title, description)


@draw.register(Gap)
def _(figure: Gap, title: str, description: str) -> str:
    return overview_charts.gap(figure, title, description)


@draw.register(Profile)
def _(figure: Profile, title: str, description: str) -> str:
    return overview_charts.profile(figure, title, description)


@draw.register(Doughnut)
def _(figure: Doughnut, title: str, description: str) -> str:
    return doughnut_chart.doughnut(figure, title, description)


@draw.register(Way)
def _(figure: Way, title: str, description: str) -> str:
    return overview_charts.way(figure, title, description)


@draw.register(PlaceChart)
def _(figure: PlaceChart, title: str, description: str) -> str:
    return place_chart.place_chart(figure, title, description)
