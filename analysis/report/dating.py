"""When the data of a report are from; never today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from analysis.frames import SurveyData
from analysis.wording import Wording
from surveys.survey import Survey
from surveys.texts import date_text


def dated_line(survey: Survey, wording: Wording) -> str:
    """When the data are from: closing, else opening; never today."""
    if survey.closed_at is not None:
        return wording.say(
            "dated-closed", date=date_text(survey.closed_at.date(), wording.language)
        )
    opened = survey.opens or survey.opened_at
    if opened is None:
        return wording.say("dated-open")
    return wording.say("dated-opened", date=date_text(opened.date(), wording.language))


def data_day(datas: Sequence[SurveyData]) -> dt.date | None:
    """The latest day any of the surveys closed or, while it is open, opened."""
    surveys = [data.survey for data in datas]
    days = [when.date() for s in surveys if (when := s.closed_at or s.opens or s.opened_at)]
    return max(days, default=None)


def dated_series(datas: Sequence[SurveyData], wording: Wording) -> str:
    """Between which days the surveys of a series opened, and whether answers may still come."""
    days = sorted(
        opened.date() for d in datas if (opened := d.survey.opens or d.survey.opened_at) is not None
    )
    lines = []
    if days:
        first, last = (date_text(day, wording.language) for day in (days[0], days[-1]))
        lines.append(wording.say("dated-series", first=first, last=last))
    if any(data.survey.closed_at is None for data in datas):
        lines.append(wording.say("dated-series-open"))
    return " ".join(lines)
