"""What the tables of a report are called and hold, for the writers of workbooks and of plain files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.opinion.rules import DIGITS
from analysis.report.dataset import CODEBOOK, COLUMNS, Value, counts_as, data_rows
from analysis.report.lead import beside_of
from analysis.report.meetings import told_by_meeting
from analysis.report.opinion_words import interval_of
from analysis.wording import Wording
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from analysis.opinion.told import Tally
    from analysis.report.model import Report
    from analysis.themes.quotes import Quote

THEME_COLUMNS = ("side", "id", "label", "people", "answers", "n", "sentence", "quote_1", "quote_2")
TREND_COLUMNS = ("question", "survey", "title", "answer", "label", "people", "n", "break")
WORD_COLUMNS = ("word", "people", "side")
GROUP_COLUMNS = ("question", "text", "by", "group", "answer", "label", "people", "n")
INDICATOR_COLUMNS = ("name", "value", "unit", "year", "country", "source")
PLACE_COLUMNS = (
    "question", "turn", "id", "label", "people", "n", "lat", "lon", "metres", "at_least", "hot", "keep", "develop",
    "survey",
)  # fmt: skip
BOARD_COLUMNS = ("lens", "question", "text", "n", "line", "is_quote")
NAMED_COLUMNS = ("question", "turn", "text", "name", "answer", "state")
STATEMENT_COLUMNS = (
    *("question", "statement", "text", "origin", "class", "agree", "disagree", "pass", "seen"),
    *("share_low", "share_high", "p", "q"),
)
OPINION_COLUMNS = (
    "group",
    "size",
    "question",
    "statement",
    "text",
    "agree",
    "disagree",
    "pass",
    "seen",
)
HELD_COLUMNS = ("where", "reason")
MEETING_COLUMNS = ("survey", "title", "invited", "attended", "answered", "partial")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. `name` is the same in all languages, for programs; `columns` likewise."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheets_of(report: Report) -> tuple[Sheet, ...]:
    """Data and codebook always; the others where the report has them."""
    wording = Wording(report.language, report.unit)
    labels = {
        name: wording.say(f"missing-{name}") for name in ("skipped", "dont_know", "no_answer", "na")
    }
    rows = data_rows(report, labels, wording.say("table-answered"))
    found = [
        Sheet("data", COLUMNS, tuple(row.data() for row in rows)),
        Sheet(
            "codebook",
            CODEBOOK,
            tuple(row.code(wording.say(counts_as(row.kind, row.answer))) for row in rows),
        ),
        Sheet("themes", THEME_COLUMNS, tuple(_themes(report))),
        Sheet("words", WORD_COLUMNS, tuple(_words(report))),
        Sheet("trend", TREND_COLUMNS, tuple(_trend(report))),
        Sheet("meetings", MEETING_COLUMNS, tuple(_meetings(report))),
        Sheet("groups", GROUP_COLUMNS, tuple(_groups(report))),
        Sheet("places", PLACE_COLUMNS, tuple(_places(report))),
        Sheet("board", BOARD_COLUMNS, tuple(_board(report))),
        Sheet("named", NAMED_COLUMNS, tuple(_named(report))),
        Sheet("statements", STATEMENT_COLUMNS, tuple(_statements(report))),
        Sheet("opinion_groups", OPINION_COLUMNS, tuple(_opinion_groups(report))),
        Sheet("indicators", INDICATOR_COLUMNS, tuple(_indicators(report))),
        Sheet("suppressed", HELD_COLUMNS, tuple((s.where, s.reason) for s in report.suppressed)),
    ]
    always = {"data", "codebook", "suppressed"}
    kept = (sheet for sheet in found if sheet.rows or sheet.name in always)
    return tuple(_marked(sheet, report.mark) for sheet in kept)


def _marked(sheet: Sheet, mark: str) -> Sheet:
    """Invented answers say so in every row: rows are copied into other files."""
    if not mark:
        return sheet
    rows = tuple((*row, mark) for row in sheet.rows)
    return Sheet(sheet.name, (*sheet.columns, "mark"), rows)


def _themes(report: Report) -> Sequence[tuple[Value, ...]]:
    sides = [side for side in (report.keep, report.change) if side is not None]
    rows: list[tuple[Value, ...]] = []
    wording = Wording(report.language)
    for theme in (theme for side in sides for theme in side.themes):
        quotes = [*(_quoted(quote, wording) for quote in theme.approved), "", ""][:2]
        rows.append(
            (theme.stance, theme.id, theme.label, theme.people, theme.answers, theme.total,
             theme.sentence, *quotes)
        )  # fmt: skip
    return rows


def _quoted(quote: Quote, wording: Wording) -> str:
    return " – ".join(part for part in (quote.text, beside_of(quote, wording)) if part)


def _words(report: Report) -> Sequence[tuple[Value, ...]]:
    return [(row.word, row.people, "change" if row.wish else "keep") for row in report.words]


def _trend(report: Report) -> Sequence[tuple[Value, ...]]:
    return [
        (trend.question, point.survey, point.title, cell.id, cell.label, cell.n, point.n,
         int(point.breaks))
        for trend in report.trend
        for point in trend.points
        for cell in point.cells
    ]  # fmt: skip


def _meetings(report: Report) -> Sequence[tuple[Value, ...]]:
    return [
        (one.code, one.title, one.base.invited, one.base.attended, one.base.answered, one.base.partial)
        for one in report.meetings
    ]  # fmt: skip


def _groups(report: Report) -> Sequence[tuple[Value, ...]]:
    return [
        (one.question, one.text, one.by, group.label, cell.id, cell.label, cell.n, group.n)
        for one in report.breakdowns
        for group in one.groups
        for cell in group.cells
    ]


def _places(report: Report) -> Sequence[tuple[Value, ...]]:
    """Shown places only, by their middles. `metres`: a hexagon's width, empty for a named place."""
    return [
        (made.question, made.turn, spot.id, spot.label, spot.n, made.pins,
         round(spot.at[0], 5), round(spot.at[1], 5), made.size or None, int(made.at_least), int(spot.hot),
         conflict.keep if conflict else None, conflict.develop if conflict else None,
         made.survey or report.survey)
        for made in report.maps
        for spot in made.spots
        for conflict in [made.conflict_at(spot)]
    ]  # fmt: skip


def _named(report: Report) -> Iterator[tuple[Value, ...]]:
    for row in report.named.rows if report.named is not None else ():
        for name, said in zip(report.named.names if report.named else (), row.said, strict=True):
            yield row.question, row.turn, row.asked, name, said.text, said.state


def _board(report: Report) -> Sequence[tuple[Value, ...]]:
    return [
        (column.lens, entry.question, entry.asked, None if entry.waits else entry.n, line, quoted)
        for column in report.board
        for entry in column.entries
        for line, quoted in (
            *((line, 0) for line in entry.lines),
            *((quote.text, 1) for quote in entry.quotes),
        )
    ]


def _statements(report: Report) -> Iterator[tuple[Value, ...]]:
    for one in report.opinion.statements if report.opinion else ():
        low, high = interval_of(one, report.asked) or (None, None)
        yield (
            one.question, one.id, say(one.text, report.language), one.origin, one.kind,
            *_votes(one.tally), _rounded(low), _rounded(high), _rounded(one.p), _rounded(one.q),
        )  # fmt: skip


def _opinion_groups(report: Report) -> Iterator[tuple[Value, ...]]:
    """A group without any statement that may be told has its size on a row of its own."""
    if report.opinion is None:
        return
    for name, size in report.opinion.groups.sizes.items():
        told = [one for one in report.opinion.statements if name in one.groups]
        for one in told:
            text = say(one.text, report.language)
            yield (name, size, one.question, one.id, text, *_votes(one.groups[name]))
        if not told:
            yield (name, size, "", "", "", *_votes(None))


def _votes(tally: Tally | None) -> tuple[Value, ...]:
    if tally is None:
        return (None,) * 4
    return tally.agree, tally.disagree, tally.passed, tally.seen


def _rounded(number: float | None) -> Value:
    return None if number is None else round(number, DIGITS)


def _indicators(report: Report) -> Sequence[tuple[Value, ...]]:
    return [
        (one.name, one.value, one.unit, one.year, one.country, one.source)
        for one in report.indicators
    ]


def reading_lines(report: Report) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What must be read before the numbers: heading and lines, the report's standing texts."""
    wording = Wording(report.language, report.unit)
    head = (report.answered_line, *report.group_lines, report.dated)
    told = tuple(
        f"{meeting}: {theme.sentence}"
        for meeting, themes in told_by_meeting(report)
        for theme in themes
    )
    return (
        (report.headings.page, (report.title, *([report.mark] if report.mark else []), *head)),
        *(((wording.say("heading-meeting-words"), told),) if told else ()),
        (wording.say("heading-notes"), report.notes),
        (wording.say("heading-missing-people"), report.missing_people),
        (wording.say("heading-method"), (*report.method, wording.say("data-rows"))),
        (wording.say("heading-notice"), report.notice),
    )
