"""Answers as analysis takes them in: plain records, and a data frame of one row an answer.

`Row` and `SurveyData` are what the store's reading hands over; analysis itself opens no database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from surveys.conversation.values import Value, cells
from surveys.questionnaire.models import AnyQuestion, Note
from surveys.survey import Counts, Survey

if TYPE_CHECKING:
    import pandas as pd

    from surveys.conversation.state import Key


class Row(Protocol):
    """One active answer. `respondent` is a number within this reading and means nothing outside it."""

    @property
    def respondent(self) -> int:
        """Whose answer it is, as a number from 1."""

    @property
    def key(self) -> Key:
        """Which question, in which turn."""

    @property
    def value(self) -> Value:
        """What was answered."""

    @property
    def language(self) -> str:
        """The language of the screen."""

    @property
    def complete(self) -> bool:
        """Whether the person reached the last screen."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A `Row` for callers that have no store: files, tests, examples."""

    respondent: int
    key: Key
    value: Value
    language: str = "sv"
    complete: bool = True


@dataclass(frozen=True, slots=True)
class SurveyData:
    """Everything a report on one survey rests on.

    `decisions`: quote id to True (approved) or False (hidden); a quote without one waits.
    """

    survey: Survey
    rows: Sequence[Row]
    counts: Counts
    decisions: Mapping[str, bool] = field(default_factory=dict)


def reportable(data: SurveyData) -> tuple[AnyQuestion, ...]:
    """The questions a report may show, in order: no notes, no private ones, none of the organiser's."""
    return tuple(
        question
        for question in data.survey.questionnaire.question
        if not isinstance(question, Note) and not question.private and question.role is None
    )


def turns_of(rows: Iterable[Row], question: str) -> tuple[str, ...]:
    """The turns in which a question was met, sorted; ('',) when it was not."""
    return tuple(sorted({row.key.turn for row in rows if row.key.question == question})) or ("",)


def values_of(data: SurveyData, question: str, turn: str) -> tuple[Value, ...]:
    """All values of one question and turn, sorted by content: whose they are is forgotten here."""
    found = [row.value for row in data.rows if row.key == (question, turn)]
    return tuple(sorted(found, key=repr))


def answer_frame(data: SurveyData) -> pd.DataFrame:
    """One row for each counted cell of an answer: respondent, question, turn, cell, language, complete.

    `cell` is an option id, `=answered`, `=skipped` or `=seen` as in `surveys.conversation.values.cells`.
    Rows are sorted by content.
    """
    import pandas as pd

    columns = ["respondent", "question", "turn", "cell", "language", "complete"]
    found = sorted(
        (row.respondent, row.key.question, row.key.turn, cell, row.language, row.complete)
        for row in data.rows
        for cell in cells(row.value)
    )
    return pd.DataFrame(found, columns=columns)
