"""A table as a survey: each column a question, each row a response, so that the same report can be made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from analysis.frames import AnswerRow, SurveyData
from analysis.intake.columns import Column, outside
from analysis.intake.tables import Table
from surveys.conversation.state import Key
from surveys.conversation.values import Amount, Choice, Choices, Outside, Value, Words
from surveys.questionnaire.models import (
    AnyQuestion,
    FreeText,
    Multi,
    Number,
    Option,
    Purpose,
    Questionnaire,
    Scale,
    Single,
)
from surveys.survey import Counts, Notice, Survey

_NOBODY = "-"
"""Stands in the notice, which no reader sees: a file does not say who is responsible."""


def survey_of(
    table: Table, columns: Sequence[Column], title: str, purpose: Purpose, languages: Sequence[str]
) -> SurveyData:
    """The answers of `table`. Columns that are empty, personal, times or ids are no questions."""
    asked = [(column, _question(column)) for column in columns]
    questions = tuple(question for _, question in asked if question is not None)
    used = [column for column, question in asked if question is not None]
    rows = [
        answer
        for number, row in enumerate(table.rows, 1)
        for answer in _answers(number, row, used, languages[0])
    ]
    questionnaire = Questionnaire(
        format=1,
        id="imported",
        purpose=purpose,
        unit="person",
        anonymity="confidential",
        channels=("web",),
        max_seconds=600,
        title={"sv": title},
        intro={"sv": title},
        question=questions,
    )
    survey = Survey(
        id=0,
        code=title,
        title=title,
        questionnaire=questionnaire,
        version=questionnaire.version(),
        notice=Notice(
            controller=_NOBODY,
            purpose={"sv": _NOBODY},
            legal_basis=_NOBODY,
            retain_until=dt.date.max,
            decision_ref=_NOBODY,
        ),
        languages=tuple(languages),
    )
    return SurveyData(survey, rows, Counts(complete=len({row.respondent for row in rows})))


def question_id(column: Column) -> str:
    """What a column's question is called."""
    return f"q{column.place + 1}"


def _question(column: Column) -> AnyQuestion | None:
    name, text = question_id(column), {"sv": column.name}
    match column.kind:
        case "text":
            return FreeText(kind="text", id=name, text=text, max_chars=4000)
        case "number":
            return Number(kind="number", id=name, text=text)
        case "choice":
            return Single(kind="single", id=name, text=text, options=_options(column))
        case "multi":
            return Multi(kind="multi", id=name, text=text, options=_options(column))
        case "scale":
            return Scale(kind="scale", id=name, text=text, options=_options(column, stepped=True))
        case _:
            return None


def _options(column: Column, *, stepped: bool = False) -> tuple[Option, ...]:
    return tuple(
        Option(
            id=f"o{number}",
            label={"sv": label},
            value=(int(label) if label.isdecimal() else number) if stepped else None,
        )
        for number, label in enumerate(column.labels, 1)
    )


def _answers(
    number: int, row: Sequence[str], columns: Sequence[Column], language: str
) -> Iterator[AnswerRow]:
    for column in columns:
        cell = row[column.place]
        value = _value(column, cell) if cell else None
        if value is not None:
            yield AnswerRow(number, Key(question_id(column), ""), value, language)


def _value(column: Column, cell: str) -> Value | None:
    if column.kind == "text":
        return Words(cell)
    if column.kind == "number":
        plain = cell.rstrip("% ").replace("\u00a0", "").replace(" ", "").replace(",", ".")
        return Amount(plain) if _is_number(plain) else None
    beside = outside(cell)
    if column.kind == "scale" and beside is not None:
        return Outside(beside)
    ids = tuple(f"o{column.labels.index(label) + 1}" for label in column.chosen(cell))
    if not ids:
        return None
    return Choices(ids) if column.kind == "multi" else Choice(ids[0])


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return len(text) < 40
