"""What the opening form says before anybody has typed: the organisation's own, and what the questionnaire holds."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from bot.shelf import Shelf
from bot.web.studio.opening.asked import asked_by

if TYPE_CHECKING:
    from collections.abc import Iterable

    from surveys.questionnaire.languages import Text
    from surveys.questionnaire.models import Questionnaire
    from surveys.store.profile import Profile
    from surveys.store.store import Store
    from surveys.survey import Survey
    from surveys.texts import Texts

COMMON_BASIS = "public_interest"


async def questionnaire_named(store: Store, name: str) -> Questionnaire | None:
    """The questionnaire with this id; None when there is none."""
    entry = await Shelf(store).find(name)
    return None if entry is None else entry.questionnaire


def purposes(texts: Texts, questionnaire: Questionnaire) -> Text:
    """What answers to such a questionnaire are mostly used for, in each of its languages. A dialogue is its own."""
    if questionnaire.purpose == "dialogue":
        return {}
    name = "purpose-meeting" if questionnaire.purpose == "evaluation" else "purpose-work"
    return {tag: texts.say(tag, name) for tag in asked_by(questionnaire).languages}


def known_series(written: str | None, surveys: Iterable[Survey]) -> str | None:
    """The series as it was first written: other capitals or spaces would part what is to be compared."""

    def plain(name: str) -> str:
        return " ".join(name.split()).casefold()

    first = (each.series for each in surveys if each.series)
    same = (name for name in first if written and plain(name) == plain(written))
    return next(same, written)


def offered(
    questionnaire: Questionnaire, profile: Profile, suggested: Text, today: dt.date
) -> dict[str, str]:
    """The fields as they are before anybody has typed."""
    asked = asked_by(questionnaire)
    until = later(today, profile.months).isoformat() if profile.months else ""
    return {
        "title": "",
        "series": questionnaire.series or "",
        "level": "consultation",
        "purpose": suggested.get("sv", ""),
        "controller": profile.controller,
        "legal_basis": profile.legal_basis or COMMON_BASIS,
        "decision_ref": profile.decision_ref,
        "retain_until": until,
        "processor_agreement": profile.processor_agreement,
        "remember": "" if profile.filled else "on",
        **{each.name: each.lines for each in asked.lists},
    }


def later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last of its month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
