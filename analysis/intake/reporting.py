"""The report on a table somebody brought, which begins with what such a file cannot say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from analysis.breakdown import BREAKDOWN
from analysis.disclosure import PERCENT_FROM
from analysis.intake.answers import OWN_WORDS, is_written, survey_of
from analysis.intake.boxes import joined
from analysis.intake.columns import TIME_HEADER, Column
from analysis.intake.tables import Table
from analysis.report.build import build_report
from analysis.report.model import Report
from analysis.themes.codebook import Codebook, shipped
from analysis.themes.finding import Voices
from analysis.themes.guessing import languages_in
from analysis.themes.matching import match
from analysis.themes.personal import is_personal
from analysis.wording import Wording
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Purpose
from surveys.texts import date_text

_UNTRUE = ("rate-unknown", "selfselected", "method-census", "method-quotes")
"""Sentences about surveys of our own, of which a file says nothing."""
_ALWAYS = 2
"""The limits that hold for every file: they stand under the number on a slide and a card, too."""
LOOKED_AT = 500
"""Texts by which a codebook is chosen."""
_STAMP = r"20[2-9]\d(?:0[1-9]|1[0-2])[0-3]\d[-_ ]?(?:[01]\d|2[0-3])[0-5]\d(?!\d)"
_NUMBERED = re.compile(rf"(?<!\d)(?!{_STAMP})\d{{6}}(?:\d\d)?[-+_ ]?\d{{4}}(?!\d)")
"""A personnummer, be it mistyped; not the day and time when a tool made the file, unless its last digit fits."""
_OTHER_DAY = re.compile(r"birth|föd|besök|visit", re.IGNORECASE)
_NO_DAY = dt.date(1980, 1, 1)
"""What LimeSurvey writes where it was told to keep no day."""
_ISO_DAY = re.compile(r"((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})")


@dataclass(frozen=True, slots=True)
class Brought:
    """A table read as answers, with the codebook and the languages of its texts."""

    table: Table
    title: str
    """What the file is called; '' where that tells of somebody."""
    columns: tuple[Column, ...]
    codebook: Codebook
    languages: tuple[str, ...]

    def texts(self) -> list[Column]:
        """The columns of free text."""
        return [column for column in self.columns if column.kind == "text"]


def bring(
    table: Table,
    title: str,
    columns: Sequence[Column],
    codebook: Codebook | None,
    languages: tuple[str, ...],
) -> Brought:
    """Chooses what nobody named: the languages, and the shipped codebook that knows more of the texts."""
    texts = [
        cell for column in columns if column.kind == "text" for cell in table.cells(column.place)
    ]
    some = sorted({text for text in texts if text})
    some = some[:: max(1, len(some) // LOOKED_AT)]
    spoken = languages or languages_in(some)
    book = codebook or _fitting(some, spoken[0])
    title = "" if _tells_of_somebody(title) else title
    return Brought(table, title, joined(columns, table.rows), book, spoken)


def _tells_of_somebody(title: str) -> bool:
    """Whether a file is called by somebody's name or number: it would stand on every page."""
    return is_personal(title.replace("_", " ")) or _NUMBERED.search(title) is not None


def _fitting(texts: Sequence[str], language: str) -> Codebook:
    asked = [(text, language) for text in texts]
    found = {name: sum(map(bool, match(shipped(name), asked))) for name in FITS}
    best = max(FITS, key=lambda name: found[name])
    return shipped(best) if found[best] >= FITS[best] * len(texts) else NO_BOOK


NO_BOOK = Codebook(id="none", theme=())
"""What is used where none fits: themes are suggestions only."""
FITS: dict[Literal["evaluation", "place"], float] = {"evaluation": 0.5, "place": 0.65}
"""Share of the texts that a shipped codebook must recognise. Of answers about meetings and places ours know 86 to 94 in a hundred,
and 62 of those about places that do not name what they mean. Of answers about school food, the care of the old and libraries
evaluation's knows 37 to 47, that of places 30 to 60: a library is a place, but no dialogue about one."""


def report_on(brought: Brought, language: str) -> Report:
    """The report in `language`. What the file cannot support stands where the first page counts."""
    purpose: Purpose = "dialogue" if brought.codebook.id == "place" else "evaluation"
    wording = Wording(language)
    title = brought.title or wording.say("brought-title")
    data = survey_of(brought.table, brought.columns, title, purpose, brought.languages)
    report = build_report(data, language=language, codebook=brought.codebook)
    limits = tuple(limits_of(brought, report, wording))
    untrue = {wording.say(name) for name in _UNTRUE} | {wording.say("method-breakdown", k=report.k)}
    untrue.add(wording.say("method-held", n=len(report.suppressed)))
    held = tuple(one for one in report.suppressed if not one.where.startswith(BREAKDOWN))
    few = wording.say("brought-too-few", k=report.k) if report.waits else ""
    notes = (note for note in report.notes if note not in untrue | {report.lacking})
    days = _days(brought)
    return replace(
        report,
        lacking=few,
        group_lines=limits[_ALWAYS:],
        standing=limits[:_ALWAYS],
        dated=_dated(days, wording),
        day=days[-1] if days else None,
        breakdowns=(),  # another export may come tomorrow, to be subtracted from this one
        suppressed=held,
        keep=_without_quotes(report.keep),
        change=_without_quotes(report.change),
        notes=(*limits, *notes, *([few] if few else [])),
        method=(
            *(line for line in report.method if line not in untrue),
            *([wording.say("method-held", n=len(held))] if held else []),
            *([wording.say("brought-quotes")] if brought.texts() else []),
        ),
        notice=(_notice(brought, wording),),
    )


def _notice(brought: Brought, wording: Wording) -> str:
    if not brought.title:
        return wording.say("brought-notice-unnamed")
    return wording.say("brought-notice", file=brought.table.name)


def _without_quotes(voices: Voices | None) -> Voices | None:
    """Nobody has approved a quote from a file, and nobody can: none waits."""
    if voices is None:
        return None
    bare = (replace(theme, offered=(), approved=(), waiting=0) for theme in voices.themes)
    return replace(voices, themes=tuple(bare))


def limits_of(brought: Brought, report: Report, wording: Wording) -> Iterator[str]:
    """What the data cannot support, a sentence each."""
    base = report.base
    yield wording.say("brought-rate")
    yield wording.say("brought-people")
    if base.partial:
        yield wording.say("brought-partial", n=base.partial, answered=base.answered)
    if silent := len(brought.table.rows) - base.answered:
        yield wording.say("brought-silent", n=silent)
    if base.answered < PERCENT_FROM:
        yield wording.say("small-n")
    about = _about_themes(brought, report)
    if about:
        yield wording.say(about)
    if any(0 < column.n < base.answered for column in brought.columns if column.labels):
        yield wording.say("brought-blank")
    if any(column.kind in {"choice", "scale", "multi", "rank"} for column in brought.columns):
        yield wording.say("brought-options")
    if any(is_written(column, label) for column in brought.columns for label in column.labels):
        yield wording.say("brought-written", label=say(OWN_WORDS, wording.language))
    left_out = [column.name for column in brought.columns if column.kind == "personal"]
    if left_out:
        yield wording.say("brought-personal", columns=", ".join(left_out))


def _about_themes(brought: Brought, report: Report) -> str:
    """The text on what themes rest on; '' where somebody chose the codebook, or nothing is shown."""
    if report.waits:
        return ""
    if not brought.texts():
        return "brought-no-texts"
    if brought.codebook.id in FITS:
        return f"brought-book-{brought.codebook.id}"
    if brought.codebook != NO_BOOK:
        return ""
    found = any(side is not None and side.themes for side in (report.keep, report.change))
    return "brought-book-none" if found else "brought-book-none-found"


def _days(brought: Brought) -> list[dt.date]:
    """The days in the columns of when an answer came, where they are written so that no two ways of reading differ."""
    cells = (
        row[column.place]
        for column in brought.columns
        if column.kind == "time" and _says_when(column.name)
        for row in brought.table.rows
    )
    found = {match.groups() for cell in cells if (match := _ISO_DAY.match(cell))}
    days = (_day(*map(int, written)) for written in found)
    return sorted(day for day in days if day is not None and day != _NO_DAY)


def _says_when(header: str) -> bool:
    """`Inskickat datum`, and no question about a day such as `Dag för besöket` or `Birth date`."""
    asked = "?" in header or len(header.split()) > 2 or _OTHER_DAY.search(header) is not None
    return TIME_HEADER.search(header) is not None and not asked


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _dated(days: Sequence[dt.date], wording: Wording) -> str:
    if not days:
        return wording.say("brought-undated")
    first, last = (date_text(day, wording.language) for day in (days[0], days[-1]))
    if first == last:
        return wording.say("brought-day", date=first)
    return wording.say("brought-dated", first=first, last=last)
