"""The pictures of the charts: every kind at phone width beside each other in Swedish and Arabic, and at slide size."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape

from PIL import Image
from playwright.sync_api import Browser

from analysis.drawing import draw
from analysis.report.typesetting import CARD, picture, typeset
from surveys.questionnaire.languages import direction
from tools.sample_figures import WORDS, Sample, multiples, opinions, places, samples

PHONE_WIDTH = 390
_STYLE = (
    "body { margin: 0; font: 600 15px/1.3 'Noto Sans', 'DejaVu Sans', sans-serif; color: #1f2933; }"
    ".row { display: grid; grid-template-columns: 390px 390px; } "
    "figure { margin: 0; padding: 14px 18px; border-bottom: 1px solid #d9dee3; } svg { width: 100%; height: auto; }"
)
_SMALL = (640, 360)


def at_phone_width(browser: Browser) -> Image.Image:
    """One long sheet: a row for each kind of chart."""
    page = browser.new_page(viewport={"width": PHONE_WIDTH * 2, "height": 900})
    page.set_content(f"<style>{_STYLE}</style>{''.join(_rows())}")
    taken = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    page.close()
    return taken


def _rows() -> Iterator[str]:
    for pair in zip(*(_all(language) for language in WORDS), strict=True):
        figures = "".join(
            f'<figure dir="{direction(language)}">{escape(one.finding)}{_drawn(one)}</figure>'
            for language, one in zip(WORDS, pair, strict=True)
        )
        yield f'<div class="row">{figures}</div>'


def at_slide_size() -> Image.Image:
    """A sheet of cards, Swedish at the left and Arabic at the right, at a third of their size."""
    cards = [
        _card(one, language)
        for pair in zip(*map(_named, WORDS), strict=True)
        for language, one in pair
    ]
    wide, high = _SMALL
    sheet = Image.new("RGB", (wide * 2, high * (len(cards) // 2)), "#d9dde1")
    for number, card in enumerate(cards):
        small = card.resize((wide - 8, high - 8), Image.Resampling.LANCZOS)
        sheet.paste(small, (number % 2 * wide + 4, number // 2 * high + 4))
    return sheet


def _named(language: str) -> list[tuple[str, Sample]]:
    return [(language, one) for one in _all(language)]


def _all(language: str) -> list[Sample]:
    return [*samples(language), multiples(language), opinions(language), places(language)]


def _card(one: Sample, language: str) -> Image.Image:
    drawn = picture(one.figure, one.finding, "", CARD)
    figure = {"finding": one.finding, "asked": "", "caption": "", "notes": [], **drawn}
    content = {
        "language": language,
        "dir": direction(language),
        "mark": "",
        "title": "",
        "lead": {"about": "", "answered": "", "standing": "", "sides": [], "footnote": ""},
        "figure": figure,
    }
    return Image.open(io.BytesIO(typeset("card.typ", content, "png", ppi=144))).convert("RGB")


def _drawn(one: Sample) -> str:
    return draw(one.figure, one.finding, "")
