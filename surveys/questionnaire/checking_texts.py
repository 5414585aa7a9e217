"""Texts that people read: Swedish first, languages that exist, no promise too much, and holes that can be filled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from surveys.questionnaire.checking_conditions import NAMED_UNITS
from surveys.questionnaire.languages import is_language
from surveys.questionnaire.linting_words import promises_anonymity
from surveys.questionnaire.models import Calculate, Hidden, Note
from surveys.questionnaire.piping import Hole, holes, stray_braces
from surveys.questionnaire.problems import Problem, problem

if TYPE_CHECKING:
    from surveys.questionnaire.languages import Text
    from surveys.questionnaire.lines import LineIndex, Place
    from surveys.questionnaire.models import AnyQuestion, Item, Questionnaire

SILENT = (Calculate, Hidden)
"""Nobody sees them: they need no text."""


def check_texts(questionnaire: Questionnaire, file: str, lines: LineIndex) -> Iterator[Problem]:
    """What holds for every text."""
    for place, text in _texts(questionnaire):
        line = lines.line(place)
        if not text.get("sv", "").strip():
            yield problem("missing_swedish", file, line, where=str(place[-1]))
        for language in text:
            if not is_language(language):
                yield problem("unknown_language", file, line, language=language)
        if questionnaire.anonymity == "confidential" and any(
            promises_anonymity(words) for words in text.values()
        ):
            yield problem("anonymous_claim", file, line)


def _texts(questionnaire: Questionnaire) -> Iterator[tuple[Place, Text]]:
    yield ("title",), questionnaire.title
    yield ("intro",), questionnaire.intro
    for index, question in enumerate(questionnaire.question):
        yield from _question_texts(question, ("question", index))
    for index, dimension in enumerate(questionnaire.dimension):
        place: Place = ("dimension", index)
        for number, item in enumerate(dimension.items):
            yield from _item_texts(item, (*place, "items", number))
        if dimension.always_last is not None:
            yield from _item_texts(dimension.always_last, (*place, "always_last"))


def _question_texts(question: AnyQuestion, place: Place) -> Iterator[tuple[Place, Text]]:
    if not isinstance(question, SILENT) or question.text:
        yield (*place, "text"), question.text
    for part in ("help", "valid_text", "unit"):
        text: Text | None = getattr(question, part, None)
        if text is not None:
            yield (*place, part), text
    for name, variant in (question.variants or {}).items():
        yield (*place, "variants", name), variant
    for part in ("options", "outside", "rows"):
        for number, option in enumerate(getattr(question, part, ())):
            yield (*place, part, number), option.label


def _item_texts(item: Item, place: Place) -> Iterator[tuple[Place, Text]]:
    for text in (item.label, item.inline, item.help):
        if text is not None:
            yield place, text


def check_holes(
    questionnaire: Questionnaire, index: int, file: str, lines: LineIndex
) -> Iterator[Problem]:
    """What a question's texts put in: is it known there, and what stands there when it says nothing."""
    question = questionnaire.question[index]
    if isinstance(question, SILENT):
        return
    texts: list[tuple[Place, Text]] = [(("text",), question.text)]
    if question.help is not None:
        texts.append((("help",), question.help))
    texts += [(("variants", name), text) for name, text in (question.variants or {}).items()]
    for part, text in texts:
        line = lines.line(("question", index, *part))
        for language, words in text.items():
            if stray_braces(words):
                yield problem("piping_braces", file, line, language=language)
            for hole in dict.fromkeys(holes(words)):
                yield from _check_hole(questionnaire, index, hole, file, line)
        if len({frozenset(hole.name for hole in holes(words)) for words in text.values()}) > 1:
            yield problem("piping_languages", file, line, question=question.id)


def _check_hole(
    questionnaire: Questionnaire, index: int, hole: Hole, file: str, line: int | None
) -> Iterator[Problem]:
    question = questionnaire.question[index]
    loop = {*question.loop, getattr(question, "rows_from", None)}
    if hole.name in loop:
        return
    if hole.name == "respondent" and questionnaire.unit in NAMED_UNITS:
        if questionnaire.unit == "person_or_group" and hole.fallback is None:
            yield problem("piping_fallback", file, line, name=hole.name)
        return
    about = next(
        (
            each
            for place, each in enumerate(questionnaire.question)
            if each.id == hole.name and (place < index or each.role is not None)
        ),
        None,
    )
    if about is None or isinstance(about, Note):
        yield problem("piping_name", file, line, name=hole.name)
    elif hole.fallback is None and about.role is None and not isinstance(about, SILENT):
        yield problem("piping_fallback", file, line, name=hole.name)
