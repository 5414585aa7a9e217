"""The one Report that every writer reads. `as_json.py` says which parts are the outward JSON."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.breakdown import BreakDown
from analysis.disclosure import Suppression
from analysis.summary import QuestionSummary
from analysis.themes.finding import FoundTheme, Voices
from analysis.trend import Trend
from analysis.wordcloud import RankedWord

if TYPE_CHECKING:
    from analysis.figures import Aerial
    from analysis.lenses import Column
    from analysis.named import Board as NamedBoard
    from analysis.opinion.told import ToldOpinion
    from analysis.photos import ShownPhoto
    from analysis.places.model import PlaceMap
    from analysis.rates import TypeRate
    from analysis.report.indicators import Indicator
    from analysis.report.population import Comparison


@dataclass(frozen=True, slots=True)
class Base:
    """How many took part. `rate` is answered over attended, else over invited; None for an open link."""

    invited: int | None
    attended: int | None
    answered: int
    partial: int
    rate: float | None
    known: int | None = None
    """What the rate is over."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One survey of a series."""

    code: str
    title: str
    base: Base
    dated: str
    told: tuple[FoundTheme, ...] = ()
    """Its themes that have a sentence of the organiser's own, as its own report shows them."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The report's own headings, chosen by what the survey is for."""

    page: str
    keep: str
    change: str
    cloud_keep: str
    cloud_change: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a writer may show: all of it has passed disclosure control.

    `survey` is the join code, or the name of a series. `waits`: answers still needed before anything is
    shown. `keep` and `change`: None where no question asks for that side.
    """

    survey: str
    title: str
    language: str
    k: int
    base: Base
    headings: Headings
    answered_line: str
    group_lines: tuple[str, ...]
    dated: str
    demo: bool
    """Invented answers: every page, sheet, slide, picture and file says `mark`."""
    waits: int
    lacking: str = ""
    """Why nothing is shown, where it `waits`."""
    day: dt.date | None = None
    """The day the data are from: closing, else opening. What a file is dated by."""
    mark: str = ""
    """`ÖVNINGSDATA` in the report's language where `demo`, else empty."""
    unit: str = "person"
    """Who answers, as `Questionnaire.unit` says."""
    about: tuple[tuple[str, str], ...] = ()
    """What the organiser wrote when the survey was set up: question and answer."""
    questions: tuple[QuestionSummary, ...] = ()
    keep: Voices | None = None
    change: Voices | None = None
    words: tuple[RankedWord, ...] = ()
    has_texts: bool = False
    trend: tuple[Trend, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    suppressed: tuple[Suppression, ...] = ()
    standing: tuple[str, ...] = ()
    """What the tables rest on, where that is not all answers: stands at the top of every coat."""
    notes: tuple[str, ...] = ()
    critical: tuple[str, ...] = ()
    """Sentences on critical voices: the largest always named (S9)."""
    missing_people: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    notice: tuple[str, ...] = ()
    feedback: str = ""
    """When and where a dialogue's participants hear what came of it; '' where nothing was promised."""
    breakdowns: tuple[BreakDown, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    """From a file of the organiser's: no answers, and never mixed with them."""
    named: NamedBoard | None = None
    """What groups or organisations have answered by name, as far as everybody may see it."""
    rates: tuple[TypeRate, ...] = ()
    """Response by type of organisation, from a list of those invited."""
    population: tuple[Comparison, ...] = ()
    """Those who answered beside the population, from a file of the organiser's."""
    maps: tuple[PlaceMap, ...] = ()
    board: tuple[Column, ...] = ()
    """What was said of a place through each lens; () where no question is tagged with one."""
    photos: tuple[ShownPhoto, ...] = ()
    aerial: Aerial | None = None
    """The organisation's picture of the place, to lay maps on."""
    attribution: str = ""
    """Who is responsible for the answers: what geographic files say about their source."""
    licence: str = ""
    """On what terms geographic files may be used again; '' where the organisation has not said."""
    opinion: ToldOpinion | None = None
    """What votes on statements say; None where nobody was asked for votes."""
    asked: int | None = None
    """Of how many those who answered are a part; None where they chose to take part themselves (S3)."""
