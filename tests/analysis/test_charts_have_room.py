"""Every chart in Swedish and Arabic, on every sheet: no words outside the picture, none over others, and from the side one reads from."""

from __future__ import annotations

import itertools

import pytest
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg

from analysis import (
    charts,
    choice_chart,
    doughnut_chart,
    heat_chart,
    overview_charts,
    place_chart,
    stacked_chart,
)
from analysis.charts import PHONE, Sheet
from analysis.drawing import draw
from analysis.report.typesetting import CARD
from tools.hard_figures import hard, many_places
from tools.sample_figures import WORDS, Sample, multiples, opinions, places, samples

SHEETS = {f"{sheet.width:g} inches": sheet for sheet in (PHONE, CARD[-1])}
SAMPLES = [
    pytest.param(
        sample,
        language,
        sheet,
        id=f"{kind}-{type(sample.figure).__name__}-{number}-{language}-{width}",
        marks=() if sheet == PHONE and language == "sv" else pytest.mark.slow,
    )
    for language in WORDS
    for kind, samples_ in (
        ("plain", [*samples(language), multiples(language), opinions(language)]),
        ("hard", hard(language)),
    )
    for number, sample in enumerate(samples_)
    for width, sheet in SHEETS.items()
    if kind == "hard" or sheet == PHONE
]
MAPS = [
    pytest.param(made(language), sheet, id=f"{made.__name__}-{language}-{sheet.width:g} inches")
    for language in WORDS
    for made in (places, many_places)
    for sheet in (PHONE, *CARD[1:])
]
DRAWERS = (stacked_chart, choice_chart, heat_chart, doughnut_chart, overview_charts)
SMALLEST = 6.9
"""Points, of a chart 3.9 inches wide: a phone shows it at about that width."""


class Canvas:
    """The figure as it was when it was about to be written."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.figure = None
        for module in DRAWERS:
            monkeypatch.setattr(module, "svg_of", self._keep)
        monkeypatch.setattr(place_chart, "as_it_stands", self._keep_as_it_stands)

    def _keep(self, figure, title, description) -> str:
        charts._turn(figure, f"{title} {description}")
        self.figure = figure
        return ""

    def _keep_as_it_stands(self, figure, title, description) -> str:
        self.figure = figure
        return ""

    def texts(self):
        axes = self.figure.axes[0]
        legend = [text for one in self.figure.legends for text in one.get_texts()]
        return [text for text in (*axes.texts, *legend) if text.get_text().strip()]


@pytest.mark.parametrize(("sample", "language", "sheet"), SAMPLES)
def test_words_have_room_and_the_chart_is_read_from_their_side(
    sample: Sample, language: str, sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = Canvas(monkeypatch)
    draw(sample.figure, sample.finding, "", sheet)
    _no_words_collide(canvas)
    assert canvas.figure.axes[0].xaxis_inverted() == (language == "ar")


@pytest.mark.parametrize(("sample", "sheet"), MAPS)
def test_no_name_on_a_map_lies_over_a_number(
    sample: Sample, sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = Canvas(monkeypatch)
    draw(sample.figure, sample.finding, "", sheet)
    told = {text.get_text() for text in canvas.texts()}
    assert any(label in told for label, _ in sample.figure.names)
    assert {str(cell.n) for cell in sample.figure.cells} <= told
    _no_words_collide(canvas)


def _no_words_collide(canvas: Canvas) -> None:
    page = canvas.figure.bbox
    with rc_context({"text.hinting": "none"}):  # as in SVG, where letters are outlines
        renderer = FigureCanvasAgg(canvas.figure).get_renderer()
        canvas.figure.draw_without_rendering()  # a legend lays itself out when it is drawn
        boxes = [(text, text.get_window_extent(renderer)) for text in canvas.texts()]
    for text, box in boxes:
        told = text.get_text()
        assert text.get_fontsize() >= SMALLEST, told
        assert box.x0 >= page.x0 - 2, told
        assert box.x1 <= page.x1 + 2, told
        assert box.y0 >= page.y0 - 2, told
        assert box.y1 <= page.y1 + 2, told
    level = [(text, box) for text, box in boxes if not text.get_rotation() % 360]
    for (first, one), (second, other) in itertools.combinations(level, 2):
        wide = min(one.x1, other.x1) - max(one.x0, other.x0)
        high = min(one.y1, other.y1) - max(one.y0, other.y0)
        assert wide <= 2 or high <= 3, (first.get_text(), second.get_text())
