"""A table as a survey: each column a question, each row a response, so that the same report can be made of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from analysis.frames import AnswerRow, SurveyData
from analysis.intake.columns import NUMBERED_STEP, Column, outside
from analysis.intake.tables import Table
from analysis.themes.personal import is_personal
from analysis.themes.tokens import plain
from surveys.conversation.state import Key
from surveys.conversation.values import Amount, Choice, Choices, Outside, Ranking, Value, Words
from surveys.questionnaire.models import (
    AnyQuestion,
    FreeText,
    Multi,
    Number,
    Option,
    Purpose,
    Questionnaire,
    Rank,
    Scale,
    Single,
)
from surveys.survey import Counts, Notice, Survey

OWN_WORDS = {"sv": "Annat, med egna ord", "en": "Other, in own words"}
"""What stands for answers that somebody wrote beside the options, and that nobody has approved."""
WORDY = 5
"""Words of an answer that one person alone has given, from which it is written rather than chosen."""
_WRITTEN = "own"
_BESIDE = re.compile(r"\[(?:annat|annan|annan orsak|övrigt|other)\b[^\]]*\]\s*$", re.IGNORECASE)
"""How LimeSurvey and SurveyMonkey head the column of what was written beside the options."""
_YES, _NO = {"sv": "Ja", "en": "Yes"}, {"sv": "Nej", "en": "No"}
_TRUTHS = {"true": _YES, "sant": _YES, "false": _NO, "falskt": _NO}
"""How spreadsheets write a box that is ticked or not."""
_TICKED = {"ja", "nej", "yes", "no"}
_NOBODY = "-"
"""Stands in the notice, which no reader sees: a file does not say who is responsible."""


def survey_of(
    table: Table, columns: Sequence[Column], title: str, purpose: Purpose, languages: Sequence[str]
) -> SurveyData:
    """The answers of `table`. Columns that are empty, personal, times or ids are no questions."""
    asked = [(column, _question(column)) for column in columns]
    questions = tuple(question for _, question in asked if question is not None)
    used = [(column, _ids(column)) for column, question in asked if question is not None]
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


def is_written(column: Column, label: str) -> bool:
    """Whether a label holds somebody's name or number, is a sentence that one person alone has given, or stands beside.

    A file does not say which answers were options. What somebody wrote is a quote, and needs an approval.
    """
    if column.kind == "scale":
        return False
    if _BESIDE.search(column.name) and column.kind == "choice":
        return plain(label) not in _TICKED
    alone = column.counts.get(label, 0) == 1 and len(label.split()) >= WORDY
    return alone or is_personal(label)


def _question(column: Column) -> AnyQuestion | None:
    name, text = question_id(column), {"sv": column.name}
    match column.kind:
        case "text":
            return FreeText(kind="text", id=name, text=text, max_chars=4000)
        case "number":
            return Number(kind="number", id=name, text=text)
        case "choice":
            return Single(kind="single", id=name, text=text, options=_options(column))
        case "rank":
            return Rank(kind="rank", id=name, text=text, options=_options(column))
        case "multi":
            return Multi(kind="multi", id=name, text=text, options=_options(column))
        case "scale":
            return Scale(kind="scale", id=name, text=text, options=_steps(column))
        case _:
            return None


def _options(column: Column) -> tuple[Option, ...]:
    ids = _ids(column)
    shown = ((label, name) for label, name in ids.items() if name != _WRITTEN)
    truths = _TRUTHS if all(label.casefold() in _TRUTHS for label in column.labels) else {}
    options = [
        Option(id=name, label=truths.get(label.casefold(), {"sv": label})) for label, name in shown
    ]
    if _WRITTEN in ids.values():
        options.append(Option(id=_WRITTEN, label=OWN_WORDS))
    return tuple(options)


def _ids(column: Column) -> dict[str, str]:
    """The option that each label is counted as."""
    return {
        label: _WRITTEN if is_written(column, label) else f"o{number}"
        for number, label in enumerate(column.labels, 1)
    }


def _steps(column: Column) -> tuple[Option, ...]:
    return tuple(
        Option(id=f"o{number}", label={"sv": label}, value=int(step[1]) if step else number)
        for number, label in enumerate(column.labels, 1)
        for step in [NUMBERED_STEP.fullmatch(label)]
    )


def _answers(
    number: int,
    row: Sequence[str],
    columns: Sequence[tuple[Column, Mapping[str, str]]],
    language: str,
) -> Iterator[AnswerRow]:
    for column, options in columns:
        cell = row[column.place]
        value = _value(column, options, cell) if cell else None
        if value is not None:
            yield AnswerRow(number, Key(question_id(column), ""), value, language)


def _value(column: Column, options: Mapping[str, str], cell: str) -> Value | None:
    if column.kind == "text":
        return Words(cell)
    if column.kind == "number":
        amount = cell.rstrip("% ").replace("\u00a0", "").replace(" ", "").replace(",", ".")
        return Amount(amount) if _is_number(amount) else None
    beside = outside(cell)
    if column.kind == "scale" and beside is not None:
        return Outside(beside)
    ids = tuple(dict.fromkeys(options[label] for label in column.chosen(cell)))
    if not ids:
        return None
    if column.kind == "rank":
        return Ranking(ids)
    return Choices(ids) if column.kind == "multi" else Choice(ids[0])


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return len(text) < 40
