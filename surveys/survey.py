"""A survey: one opening of a published questionnaire, with its notice and its fill."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field, field_validator

from surveys.questionnaire.languages import Text
from surveys.questionnaire.models import (
    Identifier,
    Influence,
    Item,
    Model,
    Questionnaire,
    content_hash,
)

K_MIN = 5
"""The least number of people behind anything that is shown (promise G6, rule L6)."""

SurveyState = Literal["scheduled", "open", "closed"]


class Notice(Model):
    """What the law wants said before the first question (L1, L3, L17, L22)."""

    controller: str = Field(min_length=1)
    purpose: Text
    legal_basis: str = Field(min_length=1)
    retain_until: dt.date
    decision_ref: str = Field(min_length=1)
    dpia_ref: str | None = None
    processor_agreement: str | None = None
    influence: Influence | None = None
    demo: bool = False

    @field_validator("purpose", mode="before")
    @classmethod
    def _purpose_in_one_language(cls, value: object) -> object:
        """A plain string is Swedish."""
        return {"sv": value} if isinstance(value, str) else value


def withheld_channels(questionnaire: Questionnaire, notice: Notice) -> frozenset[str]:
    """The channels a survey may not use: a citizen dialogue goes through Telegram, which is outside the EU, only
    when an impact assessment is named (L16, L17). An exercise asks no citizens.
    """
    assessed = notice.dpia_ref is not None and notice.dpia_ref.strip() != ""
    if questionnaire.purpose != "dialogue" or assessed or notice.demo:
        return frozenset()
    return frozenset({"telegram"})


class DimensionFill(Model):
    """The organiser's items for one dimension."""

    items: tuple[Item, ...] = ()


class Statement(Model):
    """A sentence to vote on."""

    id: Identifier
    label: Text


class Place(Model):
    """A named place; WGS84 degrees where it has a position."""

    id: Identifier
    label: Text
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)


class Background(Model):
    """One picture of the place to point at: its file, and where its edges lie in WGS84 degrees.

    North is up; latitude is taken to grow evenly, which is a metre or so wrong on a picture of a few kilometres.
    """

    file: str = Field(min_length=1, max_length=80)
    north: float = Field(ge=-85, le=85)
    south: float = Field(ge=-85, le=85)
    west: float = Field(ge=-180, le=180)
    east: float = Field(ge=-180, le=180)

    @property
    def has_area(self) -> bool:
        """Whether the edges lie on the sides they are said to."""
        return self.north > self.south and self.east > self.west

    def at(self, across: float, down: float) -> tuple[float, float]:
        """Latitude and longitude of a point; both from 0 to 1, from the upper left corner."""
        return (
            self.north - down * (self.north - self.south),
            self.west + across * (self.east - self.west),
        )

    def of(self, lat: float, lon: float) -> tuple[float, float] | None:
        """How far across and down a position lies, from 0 to 1; None outside the picture."""
        across = (lon - self.west) / (self.east - self.west)
        down = (self.north - lat) / (self.north - self.south)
        return (across, down) if 0 <= across <= 1 and 0 <= down <= 1 else None


class InvitedType(Model):
    """How many of one type of organisation were invited. `organisations`: which, where they answer by name."""

    type: str = Field(min_length=1, max_length=80)
    invited: int = Field(ge=1, le=1_000_000)
    organisations: tuple[str, ...] = ()


class Fill(Model):
    """What the organiser fills in for one survey; never part of the questionnaire's hash."""

    dimension: dict[Identifier, DimensionFill] = {}
    answers: dict[Identifier, Text] = {}
    statement: tuple[Statement, ...] = ()
    place: tuple[Place, ...] = ()
    background: Background | None = None
    influence: Influence | None = None
    roster: tuple[InvitedType, ...] = ()
    wave: Identifier | None = None
    """Which of a question's `variants` is asked in this survey."""
    names_shown: bool = False
    """Whether reports show answers under the names of groups or organisations, and the notice says so: set when a survey
    opens, so that one opened before the notice said it never shows any."""
    audio: dict[Identifier, Text] = {}
    """Names of recordings of a question's text, by question and language."""

    def body(self) -> dict[str, Any]:
        """The canonical JSON object."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def version(self) -> str:
        """The content hash of the fill."""
        return content_hash(self.body())


@dataclass(frozen=True, slots=True)
class QuestionCount:
    """How many saw, answered and skipped one question; `turn` is '' where there is no loop."""

    id: str
    turn: str
    shown: int
    answered: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many took part: never what they said.

    `begun` pressed on; `complete` reached the last screen with at least one answer; `partial` gave at least
    one answer and have not reached the last screen (domain §10.2).
    """

    begun: int = 0
    partial: int = 0
    complete: int = 0
    questions: tuple[QuestionCount, ...] = ()

    @property
    def answered(self) -> int:
        """People with at least one answer."""
        return self.partial + self.complete


@dataclass(frozen=True, slots=True)
class Survey:
    """One opening. Times are UTC; `id` is the store's own number and never leaves the program."""

    id: int
    code: str
    title: str
    questionnaire: Questionnaire
    version: str
    notice: Notice
    fill: Fill = field(default_factory=Fill)
    series: str | None = None
    channels: tuple[str, ...] = ("web",)
    languages: tuple[str, ...] = ("sv",)
    opens: dt.datetime | None = None
    closes: dt.datetime | None = None
    closed_at: dt.datetime | None = None
    opened_at: dt.datetime | None = None
    invited: int | None = None
    attended: int | None = None
    purged: bool = False
    practice_of: str | None = None
    """The join code of the survey that this one is a practice copy of; None for every real one."""

    def state(self, now: dt.datetime) -> SurveyState:
        """Whether answers are taken at `now` (aware, UTC)."""
        if self.closed_at is not None or (self.closes is not None and now >= self.closes):
            return "closed"
        if self.opens is not None and now < self.opens:
            return "scheduled"
        return "open"

    @property
    def influence(self) -> Influence | None:
        """The survey's own declaration; the questionnaire's is only an example."""
        return self.fill.influence or self.notice.influence

    def items(self, dimension: str) -> tuple[Item, ...]:
        """The items of a dimension: the organiser's when there are any, else the questionnaire's."""
        filled = self.fill.dimension.get(dimension)
        if filled is not None and filled.items:
            return filled.items
        for candidate in self.questionnaire.dimension:
            if candidate.id == dimension:
                return candidate.items
        return ()
