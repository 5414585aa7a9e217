"""The report's tables as rows for other programs, and the codebook that explains them.

A row is one answer to one question and how many gave it: never a person. Nothing ties two answers together, so no
table can be made of these rows that the report has not let through the gate (decision 0017).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.report.blocks import PLAIN
from analysis.summary import QuestionSummary
from analysis.tables import Cell
from analysis.wording import Wording
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from analysis.opinion.told import ToldOpinion, ToldStatement
    from analysis.report.model import Report

ANSWERED = "total:answered"
"""The row of a question of which only the number of answers is told."""
COLUMNS = ("question", "turn", "kind", "answer", "step", "people", "top", "median", "n", "shown")
CODEBOOK = ("question", "turn", "kind", "text", "answer", "label", "step", "counts")

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class DataRow:
    """One answer. `answer`: an option id, `total:answered`, or `missing:` and why. `shown` 0: held back."""

    question: str
    turn: str
    kind: str
    answer: str
    step: int | None
    people: int | None
    top: int | None
    median: float | None
    n: int
    shown: int
    text: str
    label: str

    def data(self) -> tuple[Value, ...]:
        """The row of the data, in the order of COLUMNS."""
        return (
            self.question, self.turn, self.kind, self.answer, self.step, self.people, self.top,
            self.median, self.n, self.shown,
        )  # fmt: skip

    def code(self, counts: str) -> tuple[Value, ...]:
        """The row of the codebook, in the order of CODEBOOK."""
        return (
            self.question, self.turn, self.kind, self.text, self.answer, self.label, self.step, counts
        )  # fmt: skip


def data_rows(report: Report, missing_labels: dict[str, str], answered: str) -> tuple[DataRow, ...]:
    """All rows, in the questionnaire's order. `missing_labels`: why an answer is missing, in words."""
    wording = Wording(report.language, report.unit)
    return tuple(
        row
        for question in (*report.questions, *as_questions(report.opinion, wording))
        for row in _rows(question, missing_labels, answered)
    )


def as_questions(opinion: ToldOpinion | None, wording: Wording) -> tuple[QuestionSummary, ...]:
    """Each statement as a question with three answers, its id in the place of the turn."""
    return tuple(_as_question(one, wording) for one in opinion.statements) if opinion else ()


def _as_question(one: ToldStatement, wording: Wording) -> QuestionSummary:
    tally = one.tally
    votes = (None,) * 3 if tally is None else (tally.agree, tally.disagree, tally.passed)
    cells = tuple(
        Cell(vote, wording.say(f"voting-{vote}"), n, suppressed=n is None)
        for vote, n in zip(("agree", "disagree", "pass"), votes, strict=True)
    )
    return QuestionSummary(
        id=one.question,
        turn=one.id.rpartition(":")[2],
        kind="statements",
        text=say(one.text, wording.language),
        n=0 if tally is None else tally.seen,
        missing={},
        cells=cells,
        median=None,
        sentence="",
    )


def _rows(
    question: QuestionSummary, missing_labels: dict[str, str], answered: str
) -> Iterator[DataRow]:
    median = question.median
    if question.kind in PLAIN or median is not None or not question.cells:
        yield _row(question, ANSWERED, answered, people=question.n, median=median)
    for cell in question.cells:
        yield _of_cell(question, cell)
    for name, count in question.missing.items():
        yield _row(question, f"missing:{name}", missing_labels[name], people=count)


def _of_cell(question: QuestionSummary, cell: Cell) -> DataRow:
    return _row(
        question, cell.id, cell.label, people=cell.n, step=cell.value, top=cell.top, median=cell.median
    )  # fmt: skip


def _row(
    question: QuestionSummary,
    answer: str,
    label: str,
    *,
    people: int | None,
    step: int | None = None,
    top: int | None = None,
    median: float | None = None,
) -> DataRow:
    return DataRow(
        question=question.id,
        turn=question.turn,
        kind=question.kind,
        answer=answer,
        step=step,
        people=people,
        top=top,
        median=median,
        n=question.n,
        shown=int(people is not None),
        text=question.text,
        label=label,
    )


def counts_as(kind: str, answer: str) -> str:
    """Which text says what `people` counts: see `counts-…` in the texts."""
    if answer.startswith("missing:"):
        return "counts-missing"
    if answer == ANSWERED:
        return "counts-answered"
    return {"rank": "counts-first", "allocate": "counts-gave"}.get(kind, "counts-chose")
