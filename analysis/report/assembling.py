"""A Report put together from what was found: its cover, the findings, and the lines that stand by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.asking import told_before
from analysis.breakdown import break_downs
from analysis.disclosure import Gate
from analysis.frames import SurveyData, names_of
from analysis.named import published_board
from analysis.report.dating import data_day, dated_line, dated_series
from analysis.report.lines import (
    critical_lines,
    edition_lines,
    erased_lines,
    feedback_line,
    headings_for,
    lacking_line,
    method_lines,
    notes_for,
    notice_lines,
)
from analysis.report.model import Base, Meeting, Report
from analysis.report.opinions import method_lines as opinion_lines
from analysis.report.opinions import open_link_lines
from analysis.report.population import checked, compared, population_lines, read_population
from analysis.report.roster import rates_of
from analysis.report.turnout import (
    answered_line,
    base_of,
    group_lines,
    missing_lines,
    self_selected,
)
from analysis.report.worded import hand_lines, unread_lines
from analysis.themes.answers import stance_of, text_questions
from analysis.themes.stances import Stance
from analysis.trend import find_trends
from analysis.wordcloud import RankedWord, cloud_words
from surveys.errors import ConfigError

if TYPE_CHECKING:
    from analysis.opinion.told import ToldOpinion
    from analysis.summary import QuestionSummary
    from analysis.themes.codebook import Codebook
    from analysis.themes.finding import Themes, Voices
    from analysis.wording import Wording
    from surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made of: one survey, or those of a series in order of opening.

    `survey` is a join code, or what the series is called. `themes` None, and no `questions`: nothing may be shown yet.
    """

    datas: Sequence[SurveyData]
    questions: tuple[QuestionSummary, ...]
    themes: Themes | None
    gate: Gate
    wording: Wording
    book: Codebook
    survey: str
    title: str
    base: Base
    waits: int
    opinion: ToldOpinion | None = None

    @property
    def last(self) -> SurveyData:
        """The survey, or the newest of the series."""
        return self.datas[-1]

    @property
    def series(self) -> bool:
        """Whether it is on a series, be it of one survey so far."""
        return len(self.datas) > 1 or self.survey != self.last.survey.code


def assemble(made: Material) -> Report:
    """The Report. Its lines come last, since they tell what the gate has held back on the way."""
    return _with_lines(_with_findings(_cover(made), made), made)


def _cover(made: Material) -> Report:
    """What it is about, who answered, and from when it is."""
    last, base, wording, series = made.last.survey, made.base, made.wording, made.series
    demo = any(data.survey.notice.demo for data in made.datas)
    return Report(
        survey=made.survey,
        title=made.title,
        language=wording.language,
        unit=wording.unit,
        k=made.gate.k,
        base=base,
        asked=None if self_selected(made.datas) else base.known,
        waits=made.waits,
        lacking=lacking_line(made.datas, made.waits, wording),
        headings=headings_for(last, wording, praised="keep" in _asked_for(made)),
        answered_line=answered_line(base, len(made.datas), wording, series=series),
        group_lines=() if series else group_lines(base, wording),
        dated=dated_series(made.datas, wording) if series else dated_line(last, wording),
        day=data_day(made.datas),
        demo=demo,
        mark=wording.say("demo") if demo else "",
        about=() if series else told_before(last, wording.language),
        has_texts=bool(text_questions(made.last)),
        meetings=tuple(_meeting(data, wording) for data in made.datas) if series else (),
    )


def _with_findings(report: Report, made: Material) -> Report:
    """What the answers say: each part has passed the gate, which logs what it holds back."""
    keep, change = _sides(made)
    alone = not made.series and not made.waits
    return replace(
        report,
        questions=made.questions,
        keep=keep,
        change=change,
        trend=find_trends(made.datas, made.gate, made.wording)
        if made.series and not made.waits
        else (),
        words=_words(made),
        breakdowns=break_downs(made.last, made.gate, made.wording) if alone else (),
        rates=rates_of(made.last, made.gate) if alone else (),
        named=None if made.series else published_board(made.last, made.wording.language),
        opinion=made.opinion,
    )


def _with_lines(report: Report, made: Material) -> Report:
    """What a reader must not miss, who is missing, how it was counted, and what the law wants said."""
    wording, survey, base = made.wording, made.last.survey, made.base
    critical = critical_lines(report.change, report.keep, wording)
    standing = () if made.waits else tuple(edition_lines(made.datas, wording))
    return replace(
        report,
        suppressed=tuple(made.gate.log),
        critical=critical,
        standing=standing,
        notes=(
            *notes_for(
                made.datas,
                made.themes,
                base,
                critical,
                report.trend,
                wording,
                waits=made.waits,
                standing=standing,
            ),
            *open_link_lines(made.opinion, base, wording),
            *erased_lines(made.datas, made.gate, wording),
        ),
        missing_people=(
            *missing_lines(made.last, base, wording, series=made.series),
            *unread_lines(made.themes, wording),
        ),
        method=_method(report, made),
        notice=notice_lines(survey, wording),
        feedback=feedback_line(survey, wording),
    )


def _method(report: Report, made: Material) -> tuple[str, ...]:
    wording, gate = made.wording, made.gate
    return (
        *method_lines(made.datas, gate, made.book, wording, trend=bool(report.trend)),
        *hand_lines(made.themes, wording),
        *([wording.say("method-breakdown", k=gate.k)] if report.breakdowns else []),
        *opinion_lines(report, wording),
    )


def _words(made: Material) -> tuple[RankedWord, ...]:
    """Words of answers that praise or ask for something; none that a group or organisation is called by."""
    said = [
        answer
        for answer in (made.themes.answers if made.themes is not None else ())
        if not answer.empty and answer.stance != "other"
    ]
    if any(answer.erased for answer in said):
        made.gate.hold("cloud", "erased")
        return ()
    names = {name for data in made.datas for name in names_of(data)}
    words = cloud_words(said, made.gate) if said else ()
    return tuple(row for row in words if row.word.casefold() not in names)


def _sides(made: Material) -> tuple[Voices | None, Voices | None]:
    """The sides somebody was asked about."""
    if made.themes is None:
        return None, None
    stances = _asked_for(made)
    keep = made.themes.keep if stances & {"keep", "other"} else None
    return keep, made.themes.change if "change" in stances else None


def _asked_for(made: Material) -> set[Stance]:
    return {stance_of(question) for data in made.datas for question in text_questions(data)}


def _meeting(data: SurveyData, wording: Wording) -> Meeting:
    survey = data.survey
    return Meeting(survey.code, survey.title, base_of(data), dated_line(survey, wording))


def beside_population(
    report: Report, survey: Survey | None, content: bytes, wording: Wording
) -> Report:
    """The report that says who is missing. Raises ConfigError for a series (None), and a file that does not fit."""
    if survey is None:
        raise ConfigError(wording.say("population-survey"))
    found = compared(report.questions, checked(survey, read_population(content, wording), wording))
    unmeasured = {wording.say("missing-measured"), wording.say("missing-unknown")}
    kept = [line for line in report.missing_people if not found or line not in unmeasured]
    lines = (*kept, *population_lines(found, wording))
    return replace(report, population=found, missing_people=lines)
