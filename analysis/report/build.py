"""From answers to a Report: the only way to one, and everything in it has passed the gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.asking import told_before
from analysis.breakdown import break_downs
from analysis.disclosure import Gate
from analysis.frames import SurveyData, names_of
from analysis.lenses import board_of
from analysis.named import published_board
from analysis.opinion.surveyed import opinion_in
from analysis.report.lines import (
    answered_line,
    base_of,
    critical_lines,
    data_day,
    dated_line,
    dated_series,
    feedback_line,
    group_lines,
    headings_for,
    method_lines,
    missing_lines,
    notes_for,
    notice_lines,
    unread_lines,
)
from analysis.report.model import Base, Meeting, Report
from analysis.report.opinions import method_lines as opinion_lines
from analysis.report.places import with_places
from analysis.report.roster import rates_of
from analysis.summary import QuestionSummary, summarise
from analysis.themes.answers import Answer, stance_of, text_questions
from analysis.themes.codebook import Codebook, codebook_for
from analysis.themes.finding import Themes, Voices, find_themes
from analysis.themes.quotes import Quote, QuoteCandidate, QuoteState
from analysis.trend import find_trends
from analysis.wordcloud import cloud_words
from analysis.wording import Wording

if TYPE_CHECKING:
    from analysis.opinion.groups import Plan
    from analysis.opinion.told import ToldOpinion


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
    waits = gate.waits_for(base.answered)
    if waits:
        gate.admits("survey", base.answered)
    questions = () if waits else summarise(data, gate, wording)
    themes = None if waits else find_themes([data], book, gate, wording)
    opinion = None if waits else opinion_in(data, gate, plan)
    report = _report(
        [data], questions, themes, gate, wording, book,
        survey=data.survey.code, title=data.survey.title, base=base, waits=waits,
        opinion=opinion,
    )  # fmt: skip
    return report if themes is None else with_places(report, data, themes, book, gate, wording)


def build_series_report(datas: Sequence[SurveyData], *, language: str) -> Report:
    """The report on a series: meetings in order of opening, side by side, and their texts together.

    Who came to several meetings is unknown, so counts over the series are answers. Raises ValueError when
    `datas` is empty.
    """
    if not datas:
        raise ValueError("a series report needs at least one survey")
    ordered = sorted(datas, key=opening_of)
    shown = [data for data in ordered if not Gate().waits_for(data.counts.answered)]
    last = ordered[-1].survey
    wording, gate = Wording(language, last.questionnaire.unit), Gate()
    for data in ordered:
        gate.admits(f"survey:{data.survey.code}", data.counts.answered)
    base = _series_base(ordered)
    book = codebook_for(last.questionnaire)
    themes = find_themes(shown, book, gate, wording) if shown else None
    return _report(
        ordered, (), themes, gate, wording, book,
        survey=last.series or last.questionnaire.series or last.code,
        title=wording.say("heading-trend"), base=base, waits=0 if shown else _nearest(ordered),
    )  # fmt: skip


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


def _report(
    datas: Sequence[SurveyData],
    questions: tuple[QuestionSummary, ...],
    themes: Themes | None,
    gate: Gate,
    wording: Wording,
    book: Codebook,
    *,
    survey: str,
    title: str,
    base: Base,
    waits: int,
    opinion: ToldOpinion | None = None,
) -> Report:
    last = datas[-1]
    series = len(datas) > 1 or survey != last.survey.code
    trend = find_trends(datas, gate, wording) if series and not waits else ()
    said = [] if themes is None else _for_cloud(themes)
    if any(answer.erased for answer in said):
        gate.hold("cloud", "erased")
        said = []
    words = cloud_words(said, gate) if themes is not None and said else ()
    names = {name for data in datas for name in names_of(data)}
    words = tuple(row for row in words if row.word.casefold() not in names)
    keep, change = _sides(datas, themes)
    demo = any(data.survey.notice.demo for data in datas)
    critical = critical_lines(change, wording)
    breakdowns = () if series or waits else break_downs(last, gate, wording)
    notes = notes_for(datas, themes, base, critical, trend, wording, waits=waits)
    return Report(
        survey=survey,
        title=title,
        language=wording.language,
        k=gate.k,
        base=base,
        headings=headings_for(last.survey, wording),
        answered_line=answered_line(base, len(datas), wording, series=series),
        group_lines=() if series else group_lines(base, wording),
        dated=dated_series(datas, wording) if series else dated_line(last.survey, wording),
        demo=demo,
        mark=wording.say("demo") if demo else "",
        named=None if series else published_board(last, wording.language),
        rates=() if series or waits else rates_of(last, gate),
        waits=waits,
        day=data_day(datas),
        unit=wording.unit,
        about=() if series else told_before(last.survey, wording.language),
        questions=questions,
        keep=keep,
        change=change,
        words=words,
        has_texts=bool(text_questions(last)),
        trend=trend,
        meetings=tuple(_meeting(data, wording) for data in datas) if series else (),
        breakdowns=breakdowns,
        opinion=opinion,
        suppressed=tuple(gate.log),
        notes=notes,
        critical=critical,
        missing_people=(
            *missing_lines(last, base, wording, series=series),
            *unread_lines(themes, wording),
        ),
        method=(
            *method_lines(datas, gate, book, wording, trend=bool(trend)),
            *_hand_lines(themes, wording),
            *([wording.say("method-breakdown", k=gate.k)] if breakdowns else []),
            *(opinion_lines(opinion, base, wording) if opinion else ()),
        ),
        notice=notice_lines(last.survey, wording),
        feedback=feedback_line(last.survey, wording),
    )


def _hand_lines(themes: Themes | None, wording: Wording) -> list[str]:
    """That people have changed what the program found, or translated what it could not read, and how often."""
    if themes is None:
        return []
    translated = sum(answer.translation is not None for answer in themes.answers)
    counted = {"method-hand": themes.assigned.applied, "translated": translated}
    return [wording.say(text_id, n=n) for text_id, n in counted.items() if n]


def _for_cloud(themes: Themes) -> list[Answer]:
    """Answers with content that praise or ask for something."""
    return [answer for answer in themes.answers if not answer.empty and answer.stance != "other"]


def _sides(
    datas: Sequence[SurveyData], themes: Themes | None
) -> tuple[Voices | None, Voices | None]:
    """The sides somebody was asked about."""
    if themes is None:
        return None, None
    stances = {stance_of(question) for data in datas for question in text_questions(data)}
    keep = themes.keep if stances & {"keep", "other"} else None
    return keep, themes.change if "change" in stances else None


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


def _meeting(data: SurveyData, wording: Wording) -> Meeting:
    survey = data.survey
    return Meeting(survey.code, survey.title, base_of(data), dated_line(survey, wording))
