"""Conditions and calculations: can they be read, are their names known there, and can they ever hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from surveys.questionnaire.expressions import ExpressionError, names, parse, parse_value
from surveys.questionnaire.models import (
    Calculate,
    FreeText,
    Hidden,
    Indicator,
    Location,
    Matrix,
    Number,
)
from surveys.questionnaire.problems import Problem, problem
from surveys.questionnaire.reach import outcomes

if TYPE_CHECKING:
    from surveys.questionnaire.lines import LineIndex, Place
    from surveys.questionnaire.models import AnyQuestion, Questionnaire

NAMED_UNITS = frozenset({"group", "organisation", "person_or_group"})
"""Who is asked for a name before anything else."""
_FREE = (FreeText, Location, Calculate, Hidden)
"""Their answers are no options of the file's."""


def check_conditions(
    questionnaire: Questionnaire, index: int, file: str, lines: LineIndex
) -> Iterator[Problem]:
    """Everything about the expressions of one question."""
    question = questionnaire.question[index]
    place: Place = ("question", index)
    known = _Known(questionnaire, index)
    said = "calculation_reference"
    if isinstance(question, Calculate):
        yield from known.check(question.value, file, lines.line((*place, "value")), said)
    unit = question.unit_from if isinstance(question, Number) else None
    if unit is not None and not known.is_earlier(unit):
        line = lines.line((*place, "unit_from"))
        yield problem("condition_reference", file, line, question=unit)
    yield from _check_shown(questionnaire, index, known, file, lines)
    yield from _check_valid(questionnaire, index, known, file, lines)
    for number, option in enumerate(getattr(question, "options", ())):
        if option.show_if is not None:
            line = lines.line((*place, "options", number))
            wrong = list(known.check(option.show_if, file, line))
            yield from wrong
            if not wrong and outcomes(questionnaire, question, option.show_if) == {False}:
                facts = {"question": question.id, "option": option.id}
                yield problem("option_never_shown", file, line, **facts)


def _check_shown(
    questionnaire: Questionnaire, index: int, known: _Known, file: str, lines: LineIndex
) -> Iterator[Problem]:
    question = questionnaire.question[index]
    if question.show_if is None:
        return
    line = lines.line(("question", index, "show_if"))
    wrong = list(known.check(question.show_if, file, line))
    yield from wrong
    if wrong:
        return
    came = outcomes(questionnaire, question, question.show_if)
    if came == {False}:
        yield problem("never_shown", file, line, question=question.id)
    elif came == {True}:
        yield problem("always_shown", file, line, question=question.id)


def _check_valid(
    questionnaire: Questionnaire, index: int, known: _Known, file: str, lines: LineIndex
) -> Iterator[Problem]:
    question = questionnaire.question[index]
    line = lines.line(("question", index, "valid_if"))
    if question.valid_if is None:
        if question.valid_text is not None:
            line = lines.line(("question", index, "valid_text"))
            yield problem("valid_text_alone", file, line, question=question.id)
        return
    wrong = list(known.check(question.valid_if, file, line, own=True))
    yield from wrong
    if question.valid_text is None:
        yield problem("valid_text_missing", file, line, question=question.id)
    if not wrong and outcomes(questionnaire, question, question.valid_if, own=True) == {False}:
        yield problem("never_valid", file, line, question=question.id)


class _Known:
    """What an expression may name where a question stands."""

    def __init__(self, questionnaire: Questionnaire, index: int) -> None:
        self._questionnaire = questionnaire
        self._question = questionnaire.question[index]
        self._earlier: dict[str, AnyQuestion] = {
            question.id: question
            for place, question in enumerate(questionnaire.question)
            if place < index or question.role is not None
        }
        loop = set(self._question.loop)
        if isinstance(self._question, Matrix) and self._question.rows_from is not None:
            loop.add(self._question.rows_from)
        self._loop = {each.id: each for each in questionnaire.dimension if each.id in loop}
        self._named = questionnaire.unit in NAMED_UNITS

    def is_earlier(self, name: str) -> bool:
        """Whether a name is a question that stands before."""
        return name in self._earlier

    def check(
        self,
        source: str,
        file: str,
        line: int | None,
        unknown: str = "condition_reference",
        *,
        own: bool = False,
    ) -> Iterator[Problem]:
        """What is wrong with an expression; `own`: it may name its own question."""
        try:
            worth = unknown == "calculation_reference"
            tree = parse_value(source) if worth else parse(source)
        except ExpressionError as error:
            yield problem("bad_condition", file, line, condition=source, column=error.column)
            return
        for name, options in names(tree):
            if name in self._loop:
                yield from self._check_items(name, options, file, line)
            elif own and name == self._question.id:
                yield from _check_options(options, self._question, file, line)
            elif name in self._earlier:
                yield from _check_options(options, self._earlier[name], file, line)
            elif not (self._named and name == "respondent"):
                yield problem(unknown, file, line, question=name)

    def _check_items(
        self, name: str, options: tuple[str, ...], file: str, line: int | None
    ) -> Iterator[Problem]:
        dimension = self._loop[name]
        if dimension.filled_by is not None:
            return
        known = [item.id for item in dimension.items]
        if dimension.always_last is not None:
            known.append(dimension.always_last.id)
        yield from _unknown(name, options, known, file, line)


def _check_options(
    options: tuple[str, ...], about: AnyQuestion, file: str, line: int | None
) -> Iterator[Problem]:
    free = isinstance(about, _FREE) or about.role is not None
    if free or isinstance(about, Indicator) or getattr(about, "options_from", None) is not None:
        return  # words and places are free; the organiser's items are known only when the survey opens
    if about.kind in {"date", "time", "number"}:
        return  # compared as what they say
    yield from _unknown(about.id, options, _answer_ids(about), file, line)


def _unknown(
    name: str, options: tuple[str, ...], known: list[str], file: str, line: int | None
) -> Iterator[Problem]:
    for option in sorted(set(options) - set(known)):
        facts = {"question": name, "option": option, "known": ", ".join(known) or "–"}
        yield problem("condition_option", file, line, **facts)


def _answer_ids(question: AnyQuestion) -> list[str]:
    if question.kind == "consent":
        return ["yes", "no"]
    listed = (*getattr(question, "options", ()), *getattr(question, "outside", ()))
    return [option.id for option in listed]
