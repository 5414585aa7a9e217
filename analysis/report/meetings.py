"""What a series shows of each meeting by itself: its maps and the organiser's own sentences, as its own report has them.

Nothing is added up over meetings, and each meeting passes the gate as it does in a report of its own: a reader of both learns
nothing from one that the other does not tell.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.frames import reportable
from analysis.places.mapping import maps_of
from analysis.report.lines import numbered
from analysis.summary import summarise
from analysis.themes.codebook import codebook_for
from analysis.themes.finding import FoundTheme, find_themes
from surveys.deciding import Sentence
from surveys.questionnaire.models import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.disclosure import Gate
    from analysis.frames import SurveyData
    from analysis.places.model import PlaceMap
    from analysis.report.model import Meeting, Report
    from analysis.wording import Wording


def with_meetings(
    report: Report, datas: Sequence[SurveyData], gate: Gate, wording: Wording
) -> Report:
    """The series' report with what each meeting tells alone. `datas`: the meetings in the report's order."""
    told = [_own_sentences(data, gate.of(data.survey.code), wording) for data in datas]
    return replace(
        report,
        meetings=tuple(
            replace(meeting, told=themes)
            for meeting, themes in zip(report.meetings, told, strict=True)
        ),
        maps=tuple(_maps(datas, gate, wording)),
        attribution=datas[-1].survey.notice.controller,
        suppressed=tuple(gate.log),
    )


def told_meetings(report: Report) -> list[tuple[str, Meeting]]:
    """The meetings that the organiser wrote of, each with its heading."""
    return [
        (numbered(number, meeting.title), meeting)
        for number, meeting in enumerate(report.meetings, start=1)
        if meeting.told
    ]


def told_by_meeting(report: Report) -> list[tuple[str, tuple[FoundTheme, ...]]]:
    """Each meeting's heading with the themes that the organiser wrote of; () where nobody did."""
    return [(heading, meeting.told) for heading, meeting in told_meetings(report)]


def _own_sentences(data: SurveyData, gate: Gate, wording: Wording) -> tuple[FoundTheme, ...]:
    """Themes are looked for meeting by meeting only where somebody has written of one."""
    written = any(isinstance(one.decision, Sentence) for one in data.hand)
    if not written or gate.waits_for(data.counts.answered):
        return ()
    found = find_themes([data], codebook_for(data.survey.questionnaire), gate, wording)
    return tuple(
        theme for side in (found.keep, found.change) for theme in side.themes if theme.edited
    )


def _maps(datas: Sequence[SurveyData], gate: Gate, wording: Wording) -> Iterator[PlaceMap]:
    """The maps of every meeting that asked for a place, each headed by its meeting."""
    for number, data in enumerate(datas, start=1):
        if not any(isinstance(question, Location) for question in reportable(data)):
            continue
        survey, own = data.survey, gate.of(data.survey.code)
        for made in maps_of(data, summarise(data, own, wording), own, wording):
            yield replace(made, survey=survey.code, meeting=numbered(number, survey.title))
