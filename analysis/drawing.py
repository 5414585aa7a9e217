"""The pen that reports draw with: a figure in, an accessible SVG out."""

from __future__ import annotations

from functools import singledispatch

from analysis import (
    choice_chart,
    doughnut_chart,
    heat_chart,
    overview_charts,
    place_chart,
    stacked_chart,
)
from analysis.charts import PHONE, Sheet
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
def draw(figure: Figure, title: str, description: str, sheet: Sheet = PHONE) -> str:
    """The figure as SVG. `title` is the finding, `description` says where the numbers stand in words.

    A doughnut has one shape, whatever the `sheet`.
    """
    raise TypeError(f"nobody draws {type(figure).__name__}")


@draw.register(Stacked)
def _(figure: Stacked, title: str, description: str, sheet: Sheet = PHONE) -> str:
    return stacked_chart.stacked(
        figure.labels, figure.bars, title, description, sheet, figure.whiskers
    )


@draw.register(Ranked)
def _(figure: Ranked, title: str, description: str, sheet: Sheet = PHONE) -> str:
    return choice_chart.ranked(figure.rows, figure.full, title, description, sheet)


@draw.register(Columns)
def _(figure: Columns, title: str, description: str, sheet: Sheet = PHONE) -> str:
    return choice_chart.columns(figure.rows, figure.meetings, title, description, sheet)


@draw.register(Heat)
def _(figure: Heat, title: str, description: str, sheet: Sheet = PHONE) -> str:
    return heat_chart.heat(figure, title, description, sheet)


@draw.register(Gap)
def _(figure: Gap, title: str, description: str, sheet: Sheet = PHONE) -> str:
    return overview_charts.gap(figure, title, description, sheet)


@draw.register(Profile)
def _(figure: Profile, title: str, description: str, sheet: Sheet = PHONE) -> str:
    return overview_charts.profile(figure, title, description, sheet)


@draw.register(Doughnut)
def _(figure: Doughnut, title: str, description: str, _: Sheet = PHONE) -> str:
    return doughnut_chart.doughnut(figure, title, description)


@draw.register(Way)
def _(figure: Way, title: str, description: str, sheet: Sheet = PHONE) -> str:
    return overview_charts.way(figure, title, description, sheet)


@draw.register(PlaceChart)
def _(figure: PlaceChart, title: str, description: str, sheet: Sheet = PHONE) -> str:
    return place_chart.place_chart(figure, title, description, sheet)
