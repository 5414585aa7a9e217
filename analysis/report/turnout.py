"""How many answered, of how many, and who is missing."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.frames import SurveyData, reportable
from analysis.report.model import Base
from analysis.summary import group_size
from analysis.wording import Wording, percent


def base_of(data: SurveyData) -> Base:
    """How many took part in one survey."""
    survey, answered = data.survey, data.counts.answered
    known = group_size(survey, answered)
    return Base(
        invited=survey.invited,
        attended=survey.attended,
        answered=answered,
        partial=data.counts.partial,
        rate=round(answered / known, 4) if known else None,
        known=known,
    )


def self_selected(datas: Sequence[SurveyData]) -> bool:
    """Whether those who answered are no known part of anybody: a dialogue, or an open link."""
    dialogue = datas[-1].survey.questionnaire.purpose == "dialogue"
    return dialogue or any(base_of(data).known is None for data in datas)


def answered_line(base: Base, surveys: int, wording: Wording, *, series: bool) -> str:
    """`18 av 24 svarade (75 %)`; the rate is a percentage always (S1)."""
    if series:
        return wording.say("answered-series", answered=base.answered, count=surveys)
    if base.known is None:
        return wording.say("answered-only", answered=base.answered)
    share = percent(base.answered, base.known)
    return wording.say("answered-rate", answered=base.answered, known=base.known, percent=share)


def group_lines(base: Base, wording: Wording) -> tuple[str, ...]:
    """Invited and attended apart, and how many answered only in part."""
    lines = []
    if base.invited is not None and base.attended is not None:
        lines.append(wording.say("groups", invited=base.invited, attended=base.attended))
    elif base.invited is not None:
        lines.append(wording.say("group-invited", invited=base.invited))
    elif base.attended is not None:
        lines.append(wording.say("group-attended", attended=base.attended))
    else:
        lines.append(wording.say("rate-unknown"))
    if base.partial:
        lines.append(wording.say("partial", n=base.partial))
    return tuple(lines)


def rate_lines(data: SurveyData, wording: Wording) -> list[str]:
    """The response rate with its definitions (AAPOR's RR1 and RR2); none for an open link (S12)."""
    base = base_of(data)
    if not base.known:
        return []
    complete = base.answered - base.partial
    return [
        wording.say(
            "response-rates",
            complete=complete,
            answered=base.answered,
            known=base.known,
            first=percent(complete, base.known),
            second=percent(base.answered, base.known),
        )
    ]


def missing_lines(
    data: SurveyData, base: Base, wording: Wording, *, series: bool
) -> tuple[str, ...]:
    """`Vilka hör vi inte?` is always answered, if only by saying that nobody measured it (L23)."""
    lines = []
    if base.known is not None and base.known > base.answered and not series:
        group = "" if base.attended is not None else "-invited"
        lines.append(wording.say(f"missing-silent{group}", n=base.known - base.answered))
    measured = any(question.background for question in reportable(data))
    lines.append(wording.say("missing-measured" if measured else "missing-unknown"))
    return tuple(lines)
