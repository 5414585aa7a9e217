"""Questions as the page shows them: one block for a question, one for all the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.disclosure import PERCENT_FROM
from analysis.figures import Bar, Figure, Ranked, Stacked
from analysis.sentences import plain, table_lines
from analysis.summary import NAMELESS, Cell, QuestionSummary
from analysis.wording import percent

if TYPE_CHECKING:
    from analysis.wording import Wording

PLAIN = frozenset({"text", "file", "photo", "date", "time"})
"""Kinds of which only the number of answers is told."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a block's table. `cells` None: suppressed. `kind`: a class of the row, else ''.

    `numbers`: what the cells tell, for programs; None where a cell tells nothing.
    """

    label: str
    cells: tuple[str, ...] | None
    kind: str = ""
    numbers: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One question as every writer shows it: finding, figure, table. `about` describes the figure."""

    asked: str
    findings: tuple[str, ...]
    waiting: bool
    figure: Figure | None
    about: str
    notes: tuple[str, ...]
    caption: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    suppressed: str
    n: int = 0
    """Answers behind a question by itself, for shares of them; 0 where shares mean nothing."""
    counted: int = 0
    """Which of a line's numbers is people."""
    across: bool = False
    """Whether the table has its answers across and its rows are questions."""
    spoken: tuple[str, ...] = ()
    """The heads as they are read out, where they are not the table's."""

    @property
    def wordy(self) -> bool:
        """Whether cells hold words beside their numbers, so that the columns need room to be read."""
        long = (sum(len(cell) > 10 for cell in line.cells or ()) for line in self.lines)
        return any(cells > 1 for cells in long)

    def in_words(self, line: Line) -> str:
        """A line of the table as it is read out: `Inte alls: 2`, `Tid: träff 1: 4, träff 2: 7`."""
        if line.cells is None:
            return f"{line.label}: {self.suppressed}"
        heads = self.spoken or self.heads[1:]
        several = len(heads) > 1 and (line.kind != "missing" or self.across)
        named = zip(heads, line.cells, strict=True)
        told = [f"{head} {cell}" if several else cell for head, cell in named if cell]
        return f"{line.label}: {', '.join(told)}"


def blocks(questions: Sequence[QuestionSummary], k: int, wording: Wording) -> list[Block]:
    """All blocks in the report's order; kinds with no table are the page's `texts`."""
    making = _Blocks(k, wording)
    tables: dict[str, list[QuestionSummary]] = {}
    for one in questions:
        if one.kind not in PLAIN:
            tables.setdefault(one.table or f"{one.id}:{one.turn}:", []).append(one)
    return [
        making.table(rows) if rows[0].table else making.question(rows[0])
        for rows in tables.values()
    ]


class _Blocks:
    def __init__(self, k: int, wording: Wording) -> None:
        self._wording = wording
        self._suppressed = wording.say("waiting-cell", k=k)

    def question(self, summary: QuestionSummary) -> Block:
        """A question by itself: its finding, chart and table, or how many answers it waits for."""
        say = self._wording.say
        known = () if summary.waits else tuple(self._lines(summary))
        heads = (say("table-answer"), *self._heads(summary))
        return Block(
            asked=summary.text,
            findings=(summary.sentence,),
            waiting=bool(summary.waits),
            figure=None if summary.waits or summary.turn else self._figure(summary),
            about=say("chart-description", title=summary.text),
            notes=tuple(note for note in self._notes(summary) if note) if not summary.waits else (),
            caption=f"{say('table-total')}: {summary.n}",
            heads=heads,
            lines=known,
            suppressed=self._suppressed,
            n=summary.n,
            counted=int(summary.kind in {"allocate", "number"}),
        )

    def _notes(self, summary: QuestionSummary) -> tuple[str, ...]:
        explained = ""
        if summary.kind == "rank":
            explained = self._wording.say("rank-explained")
        elif summary.kind == "allocate":
            explained = self._wording.say("allocate-explained")
        return summary.bounds, summary.median_text, explained

    def _heads(self, summary: QuestionSummary) -> tuple[str, ...]:
        say = self._wording.say
        if summary.kind == "rank":
            among = (say("table-top", top=summary.top),) if summary.top > 1 else ()
            return (say("table-first"), *among)
        if summary.kind == "allocate" and summary.unit:
            return say("table-middle-unit", unit=summary.unit), say("table-gave")
        if summary.kind == "allocate":
            return say("table-middle"), say("table-gave")
        if summary.kind == "number" and summary.cells:
            return say("table-middle"), say("table-answers")
        return (say("table-people"),)

    def _lines(self, summary: QuestionSummary) -> list[Line]:
        width = len(self._heads(summary))
        found = [
            Line(cell.label, None)
            if cell.n is None
            else Line(
                cell.label, self._figures(cell, summary), numbers=_numbers(cell, summary, width)
            )
            for cell in ordered(summary)
        ]
        if not found and not any(summary.missing.values()):
            return []
        last = summary.kind in {"allocate", "number"}  # the column of people
        around, none = [""] * (width - 1), [None] * (width - 1)
        return found + [
            Line(
                self._wording.say(f"missing-{name}"),
                (*around, str(count)) if last else (str(count), *around),
                "missing",
                (*none, count) if last else (count, *none),
            )
            for name, count in summary.missing.items()
            if count
        ]  # fmt: skip

    def _figures(self, cell: Cell, summary: QuestionSummary) -> tuple[str, ...]:
        counted = self._count(cell.n or 0, summary.n)
        if summary.kind == "rank":
            among = () if cell.top is None else (self._count(cell.top, summary.n),)
            return (counted, *among)
        if summary.kind in {"allocate", "number"}:
            median = "–" if cell.median is None else plain(cell.median, self._wording)
            return median, counted
        return (counted,)

    def _count(self, count: int, n: int) -> str:
        if n < PERCENT_FROM:
            return str(count)
        return self._wording.say("count-percent", count=count, percent=percent(count, n))

    def _figure(self, summary: QuestionSummary) -> Figure | None:
        shown = [cell for cell in summary.cells if cell.n is not None]
        if not any(cell.n for cell in shown) or summary.kind == "number":
            return None
        if summary.stepped:
            counts = tuple(cell.n or 0 for cell in shown)
            return Stacked(tuple(cell.label for cell in shown), (Bar("", counts),))
        lengths = [(cell.label, _length(cell, summary)) for cell in ordered(summary)]
        rows = tuple((label, length, plain(length, self._wording)) for label, length in lengths)
        most = max((length for _, length in lengths), default=0)
        full = most if summary.kind == "allocate" else summary.n
        return Ranked(rows, max(full, 1)) if most else None

    def table(self, rows: Sequence[QuestionSummary]) -> Block:
        """The rows of one table: what most answered, stacked bars where the steps have an order, counts."""
        say, first = self._wording.say, rows[0]
        shown = [row for row in rows if not row.waits]
        missing = [
            name for name in first.missing if any(row.missing[name] for row in shown)
        ]  # fmt: skip
        findings = table_lines([(row.row, row.cells, row.n) for row in shown], self._wording)
        return Block(
            asked=first.heading,
            findings=tuple(findings) if shown else (self._suppressed,),
            waiting=not shown,
            figure=self._bars(shown),
            about=say("chart-description", title=first.heading),
            notes=(),
            caption="",
            heads=(
                say("table-row"),
                *(cell.label for cell in first.cells),
                say("table-answers"),
                *(say(f"missing-{name}") for name in missing),
            ),
            lines=tuple(_row(row, missing) for row in rows) if shown else (),
            suppressed=self._suppressed,
            across=True,
        )

    def _bars(self, shown: Sequence[QuestionSummary]) -> Figure | None:
        if not shown or not (shown[0].stepped or shown[0].kind == "yes_no"):
            return None
        order = -1 if shown[0].kind == "yes_no" else 1  # yes is the blue end
        bars = tuple(
            Bar(
                self._wording.say("table-answers-many", title=row.row, n=row.n),
                tuple(cell.n or 0 for cell in row.cells)[::order],
            )
            for row in shown
        )
        return Stacked(tuple(cell.label for cell in shown[0].cells)[::order], bars)


def _numbers(cell: Cell, summary: QuestionSummary, width: int) -> tuple[float | None, ...]:
    if summary.kind in {"allocate", "number"}:
        return cell.median, cell.n
    return (cell.n, cell.top)[:width]


def _row(row: QuestionSummary, missing: Sequence[str]) -> Line:
    if row.waits:
        return Line(row.row, None)
    beside = [row.missing[name] for name in missing]
    return Line(
        row.row,
        (
            *(str(cell.n) for cell in row.cells),
            str(row.n),
            *("–" if count is None else str(count) for count in beside),
        ),
        numbers=(*(cell.n for cell in row.cells), row.n, *beside),
    )


def ordered(summary: QuestionSummary) -> list[Cell]:
    """Choices by number of people, equals in the questionnaire's order; what has no name or count last.

    Steps and background questions, such as age, keep their own order: it means something.
    """
    if summary.background or summary.stepped:
        return list(summary.cells)
    return sorted(
        summary.cells,
        key=lambda cell: (cell.id in NAMELESS, -_length(cell, summary), -(cell.top or 0)),
    )


def _length(cell: Cell, summary: QuestionSummary) -> float:
    return (cell.median or 0) if summary.kind == "allocate" else (cell.n or 0)
