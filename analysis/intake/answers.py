"""A table as a survey: each column a question, each row a response, so that the same report can be made of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from analysis.frames import AnswerRow, SurveyData
from analysis.intake.boxes import is_beside, is_ticked
from analysis.intake.columns import Column
from analysis.intake.scales import NUMBERED_STEP, in_bands, outside
from analysis.intake.tables import Table
from analysis.intake.unfinished import unfinished
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
_YES, _NO = {"sv": "Ja", "en": "Yes"}, {"sv": "Nej", "en": "No"}
_TRUTHS = {"true": _YES, "sant": _YES, "false": _NO, "falskt": _NO}
"""How spreadsheets write a box that is ticked or not."""
_AGE = re.compile(r"ålder|gammal|\bage\b|\bold\b", re.IGNORECASE)
_YES_OR_NO = {"ja", "nej", "yes", "no"}
_CLOSED = dt.datetime.min.replace(tzinfo=dt.UTC)
"""No day that is told: a file waits for no more answers."""
_NOBODY = "-"
"""Stands in the notice, which no reader sees: a file does not say who is responsible."""


def survey_of(
    table: Table, columns: Sequence[Column], title: str, purpose: Purpose, languages: Sequence[str]
) -> SurveyData:
    """The answers of `table`. Columns that are empty, personal, times or ids are no questions."""
    asked = [one for one in map(_asked, _together(columns)) if one is not None]
    partial = unfinished(columns, table.rows)
    rows = [
        replace(answer, complete=number not in partial)
        for number, row in enumerate(table.rows, 1)
        for answer in _answers(number, row, asked, languages[0])
    ]
    people = {row.respondent: row.complete for row in rows}
    survey = _survey(title, purpose, tuple(one.question for one in asked), languages)
    complete = sum(people.values())
    return SurveyData(survey, rows, Counts(complete=complete, partial=len(people) - complete))


def _survey(
    title: str, purpose: Purpose, questions: tuple[AnyQuestion, ...], languages: Sequence[str]
) -> Survey:
    """The survey that such a file might have come from: confidential, and of nobody we know."""
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
    return Survey(
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
        closed_at=_CLOSED,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with its columns, which are several where each is a box; `ids`: the option each label is counted as."""

    question: AnyQuestion
    columns: tuple[Column, ...]
    ids: Mapping[str, str]


def _together(columns: Sequence[Column]) -> list[tuple[Column, ...]]:
    """The columns of each question."""
    return [
        one
        for asked, run in groupby(columns, key=lambda column: column.asked)
        for one in ([tuple(run)] if asked else [(column,) for column in run])
    ]


def _asked(columns: tuple[Column, ...]) -> _Asked | None:
    ids = {label: name for column in columns for label, name in _ids(column).items()}
    question = _question(columns[0]) if len(columns) == 1 else _boxes(columns, ids)
    return None if question is None else _Asked(question, columns, ids)


def is_written(column: Column, label: str) -> bool:
    """Whether a label holds somebody's name or number, is a sentence that one person alone has given, or stands beside.

    A file does not say which answers were options. What somebody wrote is a quote, and needs an approval.
    """
    if column.kind == "scale":
        return False
    if column.asked:
        return column.own
    if is_beside(column) and column.kind == "choice":
        return plain(label) not in _YES_OR_NO
    alone = column.counts.get(label, 0) == 1 and len(label.split()) >= WORDY
    return alone or is_personal(label)


def _question(column: Column) -> AnyQuestion | None:
    name, text = f"q{column.place + 1}", {"sv": column.name}
    match column.kind:
        case "text":
            return FreeText(kind="text", id=name, text=text, max_chars=4000)
        case "number":
            return Number(kind="number", id=name, text=text)
        case "choice":
            options, aged = _options(column), _AGE.search(column.name) is not None
            own = aged and bool(in_bands(column.labels))
            return Single(kind="single", id=name, text=text, options=options, background=own)
        case "rank":
            return Rank(kind="rank", id=name, text=text, options=_options(column))
        case "multi":
            return Multi(kind="multi", id=name, text=text, options=_options(column))
        case "scale":
            return Scale(kind="scale", id=name, text=text, options=_steps(column))
        case _:
            return None


def _boxes(columns: Sequence[Column], ids: Mapping[str, str]) -> AnyQuestion:
    """The question whose options have a column each."""
    options = [Option(id=name, label={"sv": label}) for label, name in ids.items()]
    own = [Option(id=_WRITTEN, label=OWN_WORDS)] if _WRITTEN in ids.values() else []
    return Multi(
        kind="multi",
        id=f"q{columns[0].place + 1}",
        text={"sv": columns[0].asked},
        options=(*(one for one in options if one.id != _WRITTEN), *own),
    )


def _options(column: Column) -> tuple[Option, ...]:
    ids = _ids(column)
    shown = [(label, name) for label, name in ids.items() if name != _WRITTEN]
    truths = _TRUTHS if all(label.casefold() in _TRUTHS for label in ids) else {}
    options = [
        Option(id=name, label=truths.get(label.casefold(), {"sv": label})) for label, name in shown
    ]
    if _WRITTEN in ids.values():
        options.append(Option(id=_WRITTEN, label=OWN_WORDS))
    return tuple(options)


def _ids(column: Column) -> dict[str, str]:
    """The option that each label is counted as; "vet inte" stands beside them, unless nothing else was answered."""
    beside = {label for label in column.labels if column.kind == "choice" and outside(label)}
    return {
        label: _WRITTEN if is_written(column, label) else f"o{number}"
        for number, label in enumerate(column.labels, column.place + 1 if column.asked else 1)
        if label not in beside or len(beside) == len(column.labels)
    }


def _steps(column: Column) -> tuple[Option, ...]:
    return tuple(
        Option(id=f"o{number}", label={"sv": label}, value=int(step[1]) if step else number)
        for number, label in enumerate(column.labels, 1)
        for step in [NUMBERED_STEP.fullmatch(label)]
    )


def _answers(
    number: int, row: Sequence[str], asked: Sequence[_Asked], language: str
) -> Iterator[AnswerRow]:
    for one in asked:
        cells = [row[column.place] for column in one.columns]
        if not any(cells):
            continue
        boxed = bool(one.columns[0].asked)
        value = _ticked(one, cells) if boxed else _value(one.columns[0], one.ids, cells[0])
        if value is not None:
            yield AnswerRow(number, Key(one.question.id, ""), value, language)


def _ticked(asked: _Asked, cells: Sequence[str]) -> Choices:
    """What was chosen; nothing where every box was left."""
    chosen = (
        asked.ids[column.labels[0]]
        for column, cell in zip(asked.columns, cells, strict=True)
        if is_ticked(column, cell)
    )
    return Choices(tuple(dict.fromkeys(chosen)))


def _value(column: Column, options: Mapping[str, str], cell: str) -> Value | None:
    if column.kind == "text":
        return Words(cell)
    if column.kind == "number":
        amount = cell.rstrip("% ").replace("\u00a0", "").replace(" ", "").replace(",", ".")
        return Amount(amount) if _is_number(amount) else None
    ids = tuple(dict.fromkeys(options[label] for label in column.chosen(cell) if label in options))
    beside = None if ids or column.kind not in {"choice", "scale"} else outside(cell)
    if beside is not None:
        return Outside(beside)
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
