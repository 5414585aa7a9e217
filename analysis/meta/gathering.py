"""From several surveys to what comes back in them. Everything told of a survey has passed that survey's own gate.

Only closed surveys count, so that two meta-analyses never differ by somebody who answered in between. No number is added
up over surveys: a theme that is not told in one of them cannot be found by subtraction. A theme not told in a survey
may be held there by one or two, or by nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.frames import SurveyData
from analysis.opinion.rules import Class
from analysis.report.build import build_report, opening_of
from analysis.report.dating import data_day, dated_line
from analysis.report.model import Report
from analysis.report.turnout import base_of
from analysis.themes.codebook import codebook_for
from analysis.themes.finding import FoundTheme, Voices
from analysis.themes.stances import Stance
from analysis.wording import Wording
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.values import Words
from surveys.questionnaire.languages import say

MOST_FINDINGS = 12


@dataclass(frozen=True, slots=True)
class Source:
    """One survey it rests on. `waits`: answers it lacks for anything to be told; `open`: it is not counted yet.

    `codebook` names the themes that were looked for. `organisations`: who answered, where organisations answer in their
    own name, and at least k of them have.
    """

    code: str
    title: str
    dated: str
    answered: int
    waits: int
    open: bool
    unit: str
    codebook: str
    organisations: tuple[str, ...] = ()
    purged: bool = False

    @property
    def counted(self) -> bool:
        """Whether anything of it is told."""
        return not self.open and not self.waits


@dataclass(frozen=True, slots=True)
class Held:
    """A theme in one survey: by so many people, of so many who were asked."""

    survey: str
    people: int
    total: int


@dataclass(frozen=True, slots=True)
class MetaTheme:
    """A theme and where it is told. `asked`: surveys that asked for this side and looked for this theme."""

    id: str
    label: str
    stance: Stance
    codebook: str
    held: tuple[Held, ...]
    asked: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement in one survey: its class, and how many agreed of those who took a stand."""

    survey: str
    kind: Class
    agree: int
    decided: int

    @property
    def side(self) -> int:
        """1: consensus for it, -1: against it, 0: none."""
        if self.kind != "consensus":
            return 0
        return 1 if 2 * self.agree > self.decided else -1


@dataclass(frozen=True, slots=True)
class MetaStatement:
    """A statement that stood in more than one survey, word for word."""

    text: str
    judged: tuple[Judged, ...]
    sentence: str

    @property
    def agreed(self) -> int:
        """In how many there is one and the same consensus."""
        return agreed_in(self.judged)


@dataclass(frozen=True, slots=True)
class Meta:
    """The whole analysis. `differences` say where surveys cannot be compared; `mark` is practice's."""

    title: str
    language: str
    k: int
    day: dt.date | None
    mark: str
    sources: tuple[Source, ...]
    themes: tuple[MetaTheme, ...]
    statements: tuple[MetaStatement, ...]
    findings: tuple[str, ...]
    differences: tuple[str, ...]
    method: tuple[str, ...]


def meta_of(datas: Sequence[SurveyData], *, title: str, language: str) -> Meta:
    """What comes back in these surveys, in order of opening. Raises ValueError for fewer than two."""
    if len(datas) < 2:
        raise ValueError("a meta-analysis needs at least two surveys")
    ordered, wording = sorted(datas, key=opening_of), Wording(language)
    reports = [build_report(data, language=language) for data in ordered]
    sources = tuple(
        _source(data, report, wording) for data, report in zip(ordered, reports, strict=True)
    )
    told = [
        (source, report) for source, report in zip(sources, reports, strict=True) if source.counted
    ]
    themes = tuple(_themes(told, wording))
    statements = tuple(_statements(told, wording))
    demo = any(data.survey.notice.demo for data in ordered)
    return Meta(
        title=title,
        language=language,
        k=reports[0].k,
        day=data_day(ordered),
        mark=wording.say("demo") if demo else "",
        sources=sources,
        themes=themes,
        statements=statements,
        findings=_findings(themes, statements, len(told), wording),
        differences=tuple(_differences(sources, reports, wording)),
        method=(
            wording.say("meta-method", k=reports[0].k),
            wording.say("meta-not-told"),
            wording.say("meta-suggested"),
            wording.say("meta-open"),
        ),
    )


def _source(data: SurveyData, report: Report, wording: Wording) -> Source:
    book = codebook_for(data.survey.questionnaire)
    unit, is_open = data.survey.questionnaire.unit, data.survey.closed_at is None
    return Source(
        code=data.survey.code,
        title=data.survey.title,
        dated=dated_line(data.survey, wording),
        answered=base_of(data).answered,
        waits=report.waits,
        open=is_open,
        unit=unit,
        purged=data.survey.purged,
        codebook=f"{book.id} {book.version()[:8]}",
        organisations=_organisations(data)
        if unit == "organisation" and not is_open and not report.waits
        else (),
    )


def _organisations(data: SurveyData) -> tuple[str, ...]:
    """Each organisation once, however it wrote its capitals."""
    found: dict[str, str] = {}
    for row in data.rows:
        if row.key == RESPONDENT and isinstance(row.value, Words):
            name = " ".join(row.value.text.split())
            found[name.casefold()] = min(found.get(name.casefold(), name), name)
    return tuple(sorted(found.values(), key=str.casefold))


def _themes(told: Sequence[tuple[Source, Report]], wording: Wording) -> Iterator[MetaTheme]:
    """Those told in most surveys first. A codebook of another wording is another theme."""
    held: dict[tuple[str, str], list[tuple[Source, FoundTheme]]] = {}
    asked: dict[tuple[str, Stance], int] = {}
    for source, report in told:
        for voices in _sides(report):
            side = (source.codebook, voices.stance)
            asked[side] = asked.get(side, 0) + 1
            for theme in voices.themes:
                if theme.stability is None:
                    held.setdefault((source.codebook, theme.id), []).append((source, theme))
    made = [
        _theme(rows, asked[book, rows[0][1].stance], wording) for (book, _), rows in held.items()
    ]
    yield from sorted(made, key=lambda theme: (-len(theme.held), theme.label, theme.id))


def _sides(report: Report) -> Iterator[Voices]:
    yield from (
        side for side in (report.keep, report.change) if side is not None and not side.waits
    )


def _theme(rows: Sequence[tuple[Source, FoundTheme]], asked: int, wording: Wording) -> MetaTheme:
    source, theme = rows[-1]
    held = tuple(Held(one.code, found.people, found.total) for one, found in rows)
    where = wording.listed(
        [
            wording.say("meta-where", title=one.title, count=found.people, n=found.total)
            for one, found in rows
        ]
    )
    kind = "meta-theme-change" if theme.stance == "change" else "meta-theme"
    kind += "-once" if len(held) == 1 else ""
    sentence = wording.say(kind, label=theme.label, surveys=len(held), total=asked, where=where)
    return MetaTheme(theme.id, theme.label, theme.stance, source.codebook, held, asked, sentence)


def _statements(told: Sequence[tuple[Source, Report]], wording: Wording) -> Iterator[MetaStatement]:
    """Statements that stand in two surveys or more, those that most agree on first."""
    found: dict[str, list[Judged]] = {}
    texts: dict[str, str] = {}
    for source, report in told:
        for statement in report.opinion.statements if report.opinion is not None else ():
            if statement.tally is None:
                continue
            key = _folded(statement.text)
            texts.setdefault(key, say(statement.text, wording.language))
            tally = statement.tally
            found.setdefault(key, []).append(
                Judged(source.code, statement.kind, tally.agree, tally.decided)
            )
    titles = {source.code: source.title for source, _ in told}
    made = [
        _statement(texts[key], judged, titles, wording)
        for key, judged in found.items()
        if len({one.survey for one in judged}) > 1
    ]
    yield from sorted(made, key=lambda one: (-one.agreed, -len(one.judged), one.text))


def agreed_in(judged: Sequence[Judged]) -> int:
    """In how many surveys there is consensus on the side that most of them are on."""
    sides = [one.side for one in judged]
    return max(sides.count(1), sides.count(-1))


def _folded(text: Mapping[str, str]) -> str:
    return " ".join(say(text, "sv").split()).casefold()


def _statement(
    text: str, judged: Sequence[Judged], titles: Mapping[str, str], wording: Wording
) -> MetaStatement:
    where = wording.listed(
        [
            wording.say(
                "meta-where-agree", title=titles[one.survey], count=one.agree, n=one.decided
            )
            for one in judged
        ]
    )
    sentence = wording.say(
        "meta-statement", text=text, surveys=agreed_in(judged), total=len(judged), where=where
    )
    return MetaStatement(text, tuple(judged), sentence)


def _findings(
    themes: Iterable[MetaTheme], statements: Iterable[MetaStatement], told: int, wording: Wording
) -> tuple[str, ...]:
    """What comes back, in words; or that nothing does."""
    if told < 2:
        return (wording.say("meta-too-few", n=told),)
    back = [theme.sentence for theme in themes if len(theme.held) > 1]
    agreed = [one.sentence for one in statements if one.agreed > 1]
    return tuple([*back, *agreed][:MOST_FINDINGS]) or (wording.say("meta-nothing"),)


def _differences(
    sources: Sequence[Source], reports: Sequence[Report], wording: Wording
) -> Iterator[str]:
    """What makes surveys different, so that a reader knows what is compared."""
    books: dict[str, list[str]] = {}
    for source in sources:
        books.setdefault(source.codebook, []).append(source.title)
    if len(books) > 1:
        yield wording.say("meta-codebooks")
        for book, titles in books.items():
            yield wording.say("meta-codebook", book=book, titles=wording.listed(titles))
    units = {source.unit for source in sources}
    if len(units) > 1:
        many = [wording.say(f"many-{unit.replace('_', '-')}") for unit in sorted(units)]
        yield wording.say("meta-units", units=wording.listed(many))
    for source, report in zip(sources, reports, strict=True):
        if source.open:
            yield wording.say("meta-is-open", title=source.title)
        elif source.purged:
            yield wording.say("meta-purged", title=source.title)
        elif source.waits:
            yield wording.say("meta-waits", title=source.title, k=report.k)
