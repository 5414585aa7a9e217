"""What stands on the wall, from a result to the template's values: one slide, the way to join, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import segno

from analysis import live
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from markupsafe import Markup

    from bot.results import Result
    from bot.web.pages import Pages
    from surveys.survey import Survey

SEATS = 60
"""A larger group is a line that fills, not a seat for each."""
FEW, SOME = 5, 8
"""So many bars have room for large letters, and for middling ones."""
WORD_SIZES = 7


@dataclass(frozen=True, slots=True)
class Joining:
    """How one joins: the address, as it is read aloud, and its picture."""

    address: str
    short: str
    qr: str

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, address: str) -> Joining:
        """Dark on white whatever the page's colours, since cameras want that."""
        short = address.removeprefix("https://").removeprefix("http://")
        picture = segno.make(address, error="m").svg_data_uri(scale=8, border=2, dark="#10201c")
        return cls(address, short, picture)

    @property
    def place(self) -> str:
        """The address without the code."""
        return self.short.rpartition("/")[0] or self.short


@dataclass(frozen=True, slots=True)
class Stage:
    """One frame. `slide` is None on the slide that shows how to join; `number` counts slides from 1."""

    result: Result
    joining: Joining
    slide: live.Slide | None
    number: int
    total: int

    @classmethod
    def of(cls, result: Result, joining: Joining) -> Stage:
        """The present."""
        slides = live.slides(result.survey)
        at = [slide.id for slide in slides]
        place = at.index(result.wall.at) if result.wall.at in at else None
        slide = None if place is None else slides[place]
        return cls(result, joining, slide, 0 if place is None else place + 1, len(slides))

    def draw(self, pages: Pages, language: str) -> Markup:
        """The frame as HTML, in one language."""
        result, slide = self.result, self.slide
        hidden = slide is not None and slide.id in result.wall.hidden
        chart = None if slide is None else result.chart(slide, language)
        return pages.part(
            "wall_stage.html",
            language,
            survey=result.survey,
            joining=self.joining,
            people=result.people,
            seats=_seats(result.survey, result.people),
            filled=_filled(result.survey, result.people),
            chart=chart,
            hidden=hidden,
            paused=result.wall.paused,
            closed=result.closed,
            cut=slide is not None and not hidden and any(map(slide.holds, result.cut)),
            number=self.number,
            total=self.total,
            k=K_MIN,
            density=_density(chart),
            size_of=_word_size,
            steps=_steps(chart),
        )


def _seats(survey: Survey, people: int) -> list[bool]:
    """One seat for each who was invited, taken or not; none for a large group or an open link."""
    if survey.invited is None or max(survey.invited, people) > SEATS:
        return []
    return [number < people for number in range(max(survey.invited, people))]


def _filled(survey: Survey, people: int) -> int | None:
    """Percent of those invited; None for an open link."""
    return None if not survey.invited else min(100, round(100 * people / survey.invited))


def _density(chart: live.Chart | None) -> str:
    if chart is None:
        return "few"
    bars = max(len(chart.rows), sum(not bar.outside for bar in chart.rows[0].bars))
    return "few" if bars <= FEW else "some" if bars <= SOME else "many"


def _word_size(n: int) -> int:
    """From 1 to 7, by doublings: a word that more people say only ever grows."""
    return min(WORD_SIZES, n.bit_length())


def _steps(chart: live.Chart | None) -> tuple[live.Bar, ...]:
    """The steps that all rows of a table share, for the legend."""
    if chart is None or chart.shape not in {"rows", "votes"}:
        return ()
    return next((row.bars for row in chart.rows if row.bars), ())
