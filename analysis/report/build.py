"""From answers to a Report: the only way to one, and everything in it has passed the gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.collecting import uncollected
from analysis.disclosure import Gate
from analysis.frames import SurveyData
from analysis.lenses import board_of
from analysis.opinion.surveyed import opinion_in
from analysis.report.assembling import Material, assemble
from analysis.report.meetings import with_meetings
from analysis.report.model import Base, Report
from analysis.report.places import with_places
from analysis.report.turnout import base_of
from analysis.summary import summarise
from analysis.themes.codebook import Codebook, codebook_for
from analysis.themes.finding import find_themes
from analysis.themes.quotes import Quote, QuoteCandidate, QuoteState
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.opinion.groups import Plan


@uncollected()
def build_report(
    data: SurveyData,
    *,
    language: str,
    codebook: Codebook | None = None,
    plan: Plan | None = None,
) -> Report:
    """The report on one survey in `language` (falls back to Swedish text by text).

    `plan`: how groups are looked for among those who voted on statements.
    """
    wording, gate = Wording(language, data.survey.questionnaire.unit), Gate()
    base = base_of(data)
    book = codebook or codebook_for(data.survey.questionnaire)
    waits = gate.k if data.survey.purged else gate.waits_for(base.answered)
    if data.survey.purged:
        gate.hold("survey", "purged")
    elif waits:
        gate.admits("survey", base.answered)
    questions = () if waits else summarise(data, gate, wording)
    themes = None if waits else find_themes([data], book, gate, wording)
    opinion = None if waits else opinion_in(data, gate, plan)
    report = assemble(
        Material(
            [data], questions, themes, gate, wording, book,
            survey=data.survey.code, title=data.survey.title, base=base, waits=waits,
            opinion=opinion,
        )
    )  # fmt: skip
    return report if themes is None else with_places(report, data, themes, book, gate, wording)


@uncollected()
def build_series_report(datas: Sequence[SurveyData], *, language: str) -> Report:
    """The report on a series: meetings in order of opening, side by side, and their texts together; maps one by one.

    Who came to several meetings is unknown, so counts over the series are answers. Raises ValueError when
    `datas` is empty.
    """
    if not datas:
        raise ValueError("a series report needs at least one survey")
    ordered = sorted(datas, key=opening_of)
    shown = [
        data
        for data in ordered
        if not data.survey.purged and not Gate().waits_for(data.counts.answered)
    ]
    last = ordered[-1].survey
    wording, gate = Wording(language, last.questionnaire.unit), Gate()
    for data in ordered:
        gate.admits(f"survey:{data.survey.code}", data.counts.answered)
    base = _series_base(ordered)
    book = codebook_for(last.questionnaire)
    themes = find_themes(shown, book, gate, wording) if shown else None
    report = assemble(
        Material(
            ordered, (), themes, gate, wording, book,
            survey=last.series or last.questionnaire.series or last.code,
            title=wording.say("heading-trend"), base=base, waits=0 if shown else _nearest(ordered),
        )
    )  # fmt: skip
    return with_meetings(report, ordered, gate, wording)


def quote_candidates(data: SurveyData, language: str) -> list[QuoteCandidate]:
    """The quotes that stand to be decided on, theme by theme, best first; none from a survey under k."""
    wording, gate = Wording(language), Gate()
    if gate.waits_for(data.counts.answered):
        return []
    book = codebook_for(data.survey.questionnaire)
    themes = find_themes([data], book, gate, wording)
    offered = [
        (theme.label, theme.offered) for theme in (*themes.keep.themes, *themes.change.themes)
    ]
    columns = board_of(data, summarise(data, gate, wording), themes, book, gate, wording)
    offered += [(one.heading, entry.offered) for one in columns for entry in one.entries]
    found: dict[str, QuoteCandidate] = {}
    for label, quotes in offered:
        for candidate in _candidates(label, quotes, data, wording):
            found.setdefault(candidate.id, candidate)
    return list(found.values())


def _candidates(
    label: str, quotes: Sequence[Quote], data: SurveyData, wording: Wording
) -> list[QuoteCandidate]:
    return [
        QuoteCandidate(
            id=quote.id,
            question=quote.question,
            text=quote.text,
            theme=label,
            state=_state(data.decisions.get(quote.id)),
            warning=_warning(quote.doubtful, wording),
            translation=quote.translation.text if quote.translation else "",
        )
        for quote in quotes
    ]


def _state(decision: bool | None) -> QuoteState:
    return "waiting" if decision is None else "approved" if decision else "hidden"


def _warning(doubtful: Sequence[str], wording: Wording) -> str:
    return wording.say("quote-doubtful", words=", ".join(doubtful)) if doubtful else ""


def opening_of(data: SurveyData) -> tuple[dt.datetime, str]:
    """What surveys are put in order by: when they opened, then their code."""
    never = dt.datetime.min.replace(tzinfo=dt.UTC)
    survey = data.survey
    return survey.opens or survey.opened_at or survey.closed_at or never, survey.code


def _series_base(datas: Sequence[SurveyData]) -> Base:
    bases = [base_of(data) for data in datas]
    return Base(
        invited=None,
        attended=None,
        answered=sum(base.answered for base in bases),
        partial=sum(base.partial for base in bases),
        rate=None,
    )


def _nearest(datas: Sequence[SurveyData]) -> int:
    """Answers the fullest meeting still waits for."""
    return min(Gate().waits_for(data.counts.answered) for data in datas)
