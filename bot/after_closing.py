"""What stands at a survey's address when it has closed: how many, the room's result, and the answer back or its promise.

The same for every channel, without signing in. What the organiser wrote stays when the answers are disposed of, until
its own day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.notice import notice_texts
from bot.wording import local_date
from surveys.answer_back import is_overdue, spoken
from surveys.texts import date_text

if TYPE_CHECKING:
    import datetime as dt

    from bot.notice import Influence
    from surveys.answer_back import Spoken, Status, Version
    from surveys.store.store import Store
    from surveys.survey import Survey
    from surveys.texts import Texts


@dataclass(frozen=True, slots=True)
class After:
    """A closed survey. `versions`: published answers that are still shown, the newest first; `over`: the last day of
    one that no longer is. `late`: the promised day has passed.
    """

    survey: Survey
    answered: int
    versions: tuple[Version, ...]
    late: bool
    over: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SpokenPoint:
    """One point in the reader's language. `date` is '' where there is none."""

    said: Spoken
    status: Status
    did: Spoken
    date: str


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """One version in the reader's language; `day` is when it was published."""

    intro: Spoken | None
    points: tuple[SpokenPoint, ...]
    contact: Spoken
    day: str
    first: bool = True


async def after_closing(store: Store, survey: Survey, now: dt.datetime) -> After:
    """What there is to tell of a closed survey."""
    versions, today = await store.answers_back(survey.id), local_date(now)
    newest = versions[0] if versions else None
    shown = newest is not None and newest.shown_on(today)
    return After(
        survey=survey,
        answered=(await store.counts(survey)).answered,
        versions=tuple(versions) if shown else (),
        late=is_overdue(survey, today, answered=newest is not None),
        over=newest.last_day if newest is not None and not shown else None,
    )


def in_words(version: Version, language: str) -> SpokenAnswer:
    """A version as it is read in a language; what is not written in it stands in Swedish."""
    answer = version.answer
    points = tuple(
        SpokenPoint(
            spoken(point.said, language),
            point.status,
            spoken(point.did, language),
            date_text(point.date, language) if point.date is not None else "",
        )
        for point in answer.point
    )
    return SpokenAnswer(
        intro=spoken(answer.intro, language) if answer.intro else None,
        points=points,
        contact=spoken(answer.contact, language),
        day=date_text(local_date(version.at), language),
        first=version.number == 1,
    )


def promise_of(survey: Survey, language: str, texts: Texts) -> Influence | None:
    """When and where the answer back comes; None where nothing was promised."""
    return notice_texts(survey, language, texts).influence


def waiting_text(after: After, language: str, texts: Texts) -> str | None:
    """The promise in words, or that it has been broken; None where nothing was promised or it has been kept."""
    promise = promise_of(after.survey, language, texts)
    if promise is None or after.versions or after.over:
        return None
    said = "answer-late" if after.late else "answer-promised"
    return texts.say(language, said, date=promise.date, where=promise.where)
