"""Whether the summary is right: theme sentences for participants to vote on, and what they said, beside the themes.

A check is a survey of its own (`themes_vote`). Each of its statements has the theme's id, and names the survey it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.disclosure import Gate
from analysis.opinion.surveyed import opinion_in
from analysis.wording import Wording
from surveys.questionnaire.models import Item

if TYPE_CHECKING:
    from analysis.frames import SurveyData
    from analysis.report.model import Report
    from analysis.themes.finding import FoundTheme, Voices

QUESTIONNAIRE = "themes_vote"
DIMENSION = "themes"
MOST = 12


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What participants said of one theme: how many agree, of those who took a stand; at least k have answered."""

    agree: int
    decided: int
    survey: str


def sentences_of(reports: Mapping[str, Report]) -> tuple[Item, ...]:
    """The themes of one survey's report as items to vote on, from the report in each language.

    Words without counts: a number would tell people what to think. The participants' own words stand in the first
    language only, which is theirs. Suggested themes are left out, since they may be others the next time. At most
    `MOST`, what is valued first.
    """
    labels: dict[str, dict[str, str]] = {}
    source = ""
    for language, report in reports.items():
        source = report.survey
        for theme in _themes(report):
            if theme.stability is None:
                words = theme.words if language == next(iter(reports)) else ()
                said = _said(theme, words, Wording(language))
                labels.setdefault(theme.id, {})[language] = said
    whole = {name: text for name, text in labels.items() if len(text) == len(reports)}
    items = [Item(id=name, label=text, source=source) for name, text in whole.items()]
    return tuple(items[:MOST])


def _said(theme: FoundTheme, words: Sequence[str], wording: Wording) -> str:
    said = f"{theme.label}: {wording.listed(words)}" if words else theme.label
    return wording.say("check-wish" if theme.stance == "change" else "check-keep", said=said)


def _themes(report: Report) -> Iterator[FoundTheme]:
    for side in (report.keep, report.change):
        if side is not None:
            yield from side.themes


def with_confirmations(
    report: Report, checks: Iterable[SurveyData], codes: Sequence[str]
) -> Report:
    """The report with what participants said of its themes: of `codes`' themes, in checks that have closed.

    A theme checked twice has the newest; one that fewer than k voted on has none.
    """
    found: dict[str, Confirmed] = {}
    for check in sorted(checks, key=_closed):
        if check.survey.closed_at is not None:
            found |= _confirmed(check, codes)
    if not found:
        return report
    wording = Wording(report.language, report.unit)
    return replace(
        report,
        keep=_beside(report.keep, found, wording),
        change=_beside(report.change, found, wording),
    )


def _closed(check: SurveyData) -> tuple[str, str]:
    return str(check.survey.closed_at), check.survey.code


def _confirmed(check: SurveyData, codes: Sequence[str]) -> dict[str, Confirmed]:
    opinion = opinion_in(check, Gate(), None)
    about = {item.id for item in check.survey.items(DIMENSION) if item.source in codes}
    if opinion is None:
        return {}
    return {
        one.id: Confirmed(one.tally.agree, one.tally.decided, check.survey.code)
        for one in opinion.statements
        if one.tally is not None and one.id in about and one.origin == "organiser"
    }


def _beside(
    voices: Voices | None, found: Mapping[str, Confirmed], wording: Wording
) -> Voices | None:
    if voices is None:
        return None
    themes = tuple(
        replace(theme, confirmed=told(found[theme.id], wording)) if theme.id in found else theme
        for theme in voices.themes
    )
    return replace(voices, themes=themes)


def told(confirmed: Confirmed, wording: Wording) -> str:
    """In words: `18 av 20 tycker att det stämmer`."""
    return wording.say("check-told", count=confirmed.agree, n=confirmed.decided)
