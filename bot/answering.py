"""Answering back at the organiser's desk: publishing a version, and which surveys are late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.refusing import refused
from bot.wording import local_date
from surveys.answer_back import due_day, is_overdue

if TYPE_CHECKING:
    import datetime as dt

    from surveys.answer_back import AnswerBack, Version
    from surveys.store.store import Store
    from surveys.survey import Survey


async def publish(
    store: Store, survey: Survey, answer: AnswerBack, who: str, now: dt.datetime
) -> int:
    """A new version, shown from now on at the survey's address; its number.

    Raises ConfigError while people still answer: what they read must not be what came of it.
    """
    if survey.state(now) != "closed":
        raise refused("refused-still-open", code=survey.code)
    return await store.publish_answer(survey.id, answer, who, now)


async def overdue(store: Store, now: dt.datetime) -> list[Survey]:
    """Closed surveys whose promised answer has not come, the longest overdue first (rule L22)."""
    answered, today = await store.answered_back(), local_date(now)
    late = [
        survey
        for survey in await store.surveys()
        if is_overdue(survey, today, answered=survey.id in answered)
    ]
    return sorted(late, key=lambda survey: (str(due_day(survey)), survey.code))


def days_late(survey: Survey, now: dt.datetime) -> int:
    """Days since the promised one."""
    day = due_day(survey)
    return (local_date(now) - day).days if day is not None else 0


def overdue_shape(late: list[Survey], now: dt.datetime) -> dict[str, Any]:
    """`overdue --json`."""
    surveys = [
        {
            "code": survey.code,
            "title": survey.title,
            "promised": survey.influence.feedback.date if survey.influence else None,
            "where": dict(survey.influence.feedback.where) if survey.influence else {},
            "days": days_late(survey, now),
        }
        for survey in late
    ]
    return {"format": "dalalab.overdue/1", "surveys": surveys}


def answer_shape(
    survey: Survey, versions: list[Version], waiting: int, now: dt.datetime
) -> dict[str, Any]:
    """`answer --json`: what is published, the newest first, and how many wait to hear it."""
    influence = survey.influence
    newest = versions[0] if versions else None
    return {
        "format": "dalalab.answer/1",
        "survey": survey.code,
        "promised": influence.feedback.date if influence is not None else None,
        "overdue": is_overdue(survey, local_date(now), answered=bool(versions)),
        "waiting": waiting,
        "version": newest.number if newest is not None else None,
        "lacks": newest.answer.lacks(survey.languages) if newest is not None else [],
        "answer": newest.answer.model_dump(mode="json") if newest is not None else None,
        "versions": [
            {"number": each.number, "published": each.at.isoformat(), "by": each.by}
            for each in versions
        ],
    }
