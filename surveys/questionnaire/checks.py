"""What is wrong with a questionnaire that has the right shape: ids, conditions, texts, what cannot be played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from surveys.questionnaire.expressions import ExpressionError, names, parse
from surveys.questionnaire.languages import is_language
from surveys.questionnaire.models import (
    PLAYABLE,
    Chosen,
    FreeText,
    Indicator,
    Location,
    Statements,
)
from surveys.questionnaire.problems import Problem, problem

if TYPE_CHECKING:
    from surveys.questionnaire.languages import Text
    from surveys.questionnaire.lines import LineIndex, Place
    from surveys.questionnaire.models import AnyQuestion, Dimension, Questionnaire


def check(questionnaire: Questionnaire, file: str, lines: LineIndex) -> list[Problem]:
    """Every static problem of a questionnaire that could be built."""
    found = [
        *_check_ids(questionnaire, file, lines),
        *_check_texts(questionnaire, file, lines),
        *_check_dimensions(questionnaire, file, lines),
    ]
    if questionnaire.unit not in {"person", "person_or_group"}:
        found.append(problem("unit_not_yet", file, lines.line(("unit",)), unit=questionnaire.unit))
    earlier: dict[str, AnyQuestion] = {}
    for index, question in enumerate(questionnaire.question):
        place: Place = ("question", index)
        found += _check_playable(question, file, lines.line((*place, "kind")))
        found += _check_condition(question, earlier, file, lines.line((*place, "show_if")))
        found += _check_options(question, file, lines.line(place))
        earlier[question.id] = question
    if not any(question.role is None for question in questionnaire.question):
        found.append(problem("no_questions", file))
    return found


def _check_ids(questionnaire: Questionnaire, file: str, lines: LineIndex) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, question in enumerate(questionnaire.question):
        if question.id in seen:
            yield problem(
                "duplicate_id", file, lines.line(("question", index, "id")), id=question.id
            )
        seen.add(question.id)
        options: set[str] = set()
        for number, option in enumerate(getattr(question, "options", ())):
            if option.id in options:
                line = lines.line(("question", index, "options", number))
                yield problem("duplicate_id", file, line, id=option.id)
            options.add(option.id)


def _check_playable(question: AnyQuestion, file: str, line: int | None) -> Iterator[Problem]:
    if question.kind not in PLAYABLE:
        yield problem("kind_not_yet", file, line, question=question.id, kind=question.kind)
    if question.loop:
        yield problem("loop_not_yet", file, line, question=question.id)


def _check_condition(
    question: AnyQuestion, earlier: dict[str, AnyQuestion], file: str, line: int | None
) -> Iterator[Problem]:
    if question.show_if is None:
        return
    try:
        condition = parse(question.show_if)
    except ExpressionError as error:
        facts = {"condition": question.show_if, "column": error.column}
        yield problem("bad_condition", file, line, **facts)
        return
    for name, options in names(condition):
        about = earlier.get(name)
        if about is None:
            yield problem("condition_reference", file, line, question=name)
        else:
            yield from _check_condition_options(options, about, file, line)


def _check_condition_options(
    options: tuple[str, ...], about: AnyQuestion, file: str, line: int | None
) -> Iterator[Problem]:
    if isinstance(about, FreeText | Location) or getattr(about, "options_from", None) is not None:
        return  # words and places are free; the organiser's items are known only when the survey opens
    known = _answer_ids(about)
    for option in sorted(set(options) - set(known)):
        facts = {"question": about.id, "option": option, "known": ", ".join(known) or "–"}
        yield problem("condition_option", file, line, **facts)


def _answer_ids(question: AnyQuestion) -> tuple[str, ...]:
    if question.kind == "consent":
        return ("yes", "no")
    listed = (*getattr(question, "options", ()), *getattr(question, "outside", ()))
    return tuple(option.id for option in listed)


def _check_options(question: AnyQuestion, file: str, line: int | None) -> Iterator[Problem]:
    if isinstance(question, Chosen) and question.options_from is None and len(question.options) < 2:
        yield problem("no_options", file, line, question=question.id)


def _check_dimensions(
    questionnaire: Questionnaire, file: str, lines: LineIndex
) -> Iterator[Problem]:
    known = [dimension.id for dimension in questionnaire.dimension]
    for index, question in enumerate(questionnaire.question):
        wanted = list(question.loop)
        if isinstance(question, Chosen | Indicator) and question.options_from is not None:
            wanted.append(question.options_from)
        if isinstance(question, Statements) and question.statements_from is not None:
            wanted.append(question.statements_from)
        for dimension in wanted:
            if dimension not in known:
                facts = {"dimension": dimension, "known": ", ".join(known) or "–"}
                yield problem("unknown_dimension", file, lines.line(("question", index)), **facts)


def _check_texts(questionnaire: Questionnaire, file: str, lines: LineIndex) -> Iterator[Problem]:
    for place, text in _texts(questionnaire):
        line = lines.line(place)
        if "sv" not in text:
            yield problem("missing_swedish", file, line, where=str(place[-1]))
        for language in text:
            if not is_language(language):
                yield problem("unknown_language", file, line, language=language)
        if questionnaire.anonymity == "confidential" and any(
            "anonym" in words.casefold() for words in text.values()
        ):
            yield problem("anonymous_claim", file, line)


def _texts(questionnaire: Questionnaire) -> Iterator[tuple[Place, Text]]:
    yield ("title",), questionnaire.title
    yield ("intro",), questionnaire.intro
    for index, question in enumerate(questionnaire.question):
        place: Place = ("question", index)
        yield (*place, "text"), question.text
        if question.help is not None:
            yield (*place, "help"), question.help
        for number, option in enumerate(getattr(question, "options", ())):
            yield (*place, "options", number), option.label
    for index, dimension in enumerate(questionnaire.dimension):
        yield from _item_texts(index, dimension)


def _item_texts(index: int, dimension: Dimension) -> Iterator[tuple[Place, Text]]:
    for number, item in enumerate(dimension.items):
        yield ("dimension", index, "items", number), item.label
        if item.inline is not None:
            yield ("dimension", index, "items", number), item.inline
