"""The answer back, "du sa – vi gjorde": what people said, and what came of it. Written by the organiser, for anybody to read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from pydantic import Field, field_validator

from surveys.questionnaire.languages import Text, say
from surveys.questionnaire.models import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from surveys.survey import Survey

Status = Literal["done", "underway", "declined"]
STATUSES: tuple[Status, ...] = get_args(Status)
SHOWN_FOR = dt.timedelta(days=2 * 365)
"""How long an answer is shown where it says nothing itself."""
WAITED_FOR = dt.timedelta(days=180)
"""How long after the promised day a subscription waits before it is forgotten."""


def _in_swedish(value: object) -> object:
    """A plain string is Swedish."""
    return {"sv": value} if isinstance(value, str) else value


class Point(Model):
    """One thing that was said and what came of it. `did`: what was done, is being done, or why it is not.

    `date`: when it was done, or is to be.
    """

    said: Text = Field(min_length=1)
    status: Status
    did: Text = Field(min_length=1)
    date: dt.date | None = None

    _texts = field_validator("said", "did", mode="before")(_in_swedish)


class AnswerBack(Model):
    """The whole answer. `contact`: whom to ask; `shown_until`: the last day it stands at the survey's address."""

    intro: Text = {}
    point: tuple[Point, ...] = Field(min_length=1)
    contact: Text = Field(min_length=1)
    shown_until: dt.date | None = None

    _texts = field_validator("intro", "contact", mode="before")(_in_swedish)

    def body(self) -> dict[str, Any]:
        """The canonical JSON object."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def texts(self) -> Iterator[Text]:
        """Everything the organiser wrote, in order."""
        if self.intro:
            yield self.intro
        for point in self.point:
            yield from (point.said, point.did)
        yield self.contact

    def lacks(self, languages: tuple[str, ...]) -> list[str]:
        """The languages in which some of it is not written; their readers get Swedish."""
        return [tag for tag in languages if any(not text.get(tag) for text in self.texts())]


@dataclass(frozen=True, slots=True)
class Version:
    """One published answer: its number from 1, when, and who published it."""

    number: int
    answer: AnswerBack
    at: dt.datetime
    by: str

    @property
    def last_day(self) -> dt.date:
        """The last day it stands at the survey's address."""
        return self.answer.shown_until or self.at.date() + SHOWN_FOR

    def shown_on(self, day: dt.date) -> bool:
        """Whether it still stands there."""
        return day <= self.last_day


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text as it is shown: `tag` is the language it is written in."""

    text: str
    tag: str


def spoken(text: Text, language: str) -> Spoken:
    """The text in a language, else as `say` finds it, and which language that is."""
    found = say({tag: words for tag, words in text.items() if words}, language)
    tags = (language, language.split("-", maxsplit=1)[0], "sv", *text)
    return Spoken(found, next((tag for tag in tags if text.get(tag) == found), "sv"))


def promised_day(survey: Survey) -> dt.date | None:
    """The day the answer back is promised for; None where nothing is promised, or no date can be read."""
    influence = survey.influence
    if influence is None:
        return None
    try:
        return dt.date.fromisoformat(influence.feedback.date)
    except ValueError:
        return None


def due_day(survey: Survey) -> dt.date | None:
    """The day after which an answer is late: where no date can be read, that on which the answers are disposed of."""
    if survey.influence is None:
        return None
    return promised_day(survey) or survey.notice.retain_until


def is_overdue(survey: Survey, today: dt.date, *, answered: bool) -> bool:
    """Whether a closed survey's promised day has passed without an answer (rule L22)."""
    day = due_day(survey)
    closed = survey.closed_at is not None
    return closed and not answered and day is not None and day < today


def waits_until(survey: Survey) -> dt.date:
    """When a subscription to the answer is forgotten: the same day for all of a survey's."""
    return (promised_day(survey) or survey.notice.retain_until) + WAITED_FOR
