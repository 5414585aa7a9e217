"""The path: which questions a person is asked, computed from the answers and nothing else.

path = f(questionnaire, answers, facts). Back, change, skip, resume and drop-off all follow from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conversation.state import Key, State
from surveys.conversation.values import Choice, Choices, Outside, is_answer
from surveys.questionnaire.conditions import Answered, OneOf, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from surveys.conversation.values import Value
    from surveys.questionnaire.conditions import Condition
    from surveys.questionnaire.models import AnyQuestion, Questionnaire


def path(questionnaire: Questionnaire, answers: Mapping[Key, Value]) -> tuple[Key, ...]:
    """Every question asked with these answers, in order. One pass: conditions look backwards only."""
    on_path: dict[str, Value] = {}
    keys: list[Key] = []
    for question in questionnaire.question:
        if question.role == "organiser" or not _applies(question, on_path):
            continue
        key = Key(question.id)
        keys.append(key)
        if (value := answers.get(key)) is not None:
            on_path[question.id] = value
    return tuple(keys)


def _applies(question: AnyQuestion, on_path: Mapping[str, Value]) -> bool:
    return question.show_if is None or holds(parse(question.show_if), on_path)


def question_of(questionnaire: Questionnaire, key: Key) -> AnyQuestion:
    """The question a key names. Raises KeyError when the questionnaire has none."""
    for question in questionnaire.question:
        if question.id == key.question:
            return question
    raise KeyError(key)


def current(state: State, keys: tuple[Key, ...]) -> Key | None:
    """Where the person stands: the focus when it is on the path, else the first question without an answer."""
    if state.focus in keys:
        return state.focus
    return first_open(state.answers, keys)


def first_open(answers: Mapping[Key, Value], keys: tuple[Key, ...]) -> Key | None:
    """The first key on the path without an answer; None when everything is answered or skipped."""
    return next((key for key in keys if key not in answers), None)


def holds(condition: Condition, answers: Mapping[str, Value]) -> bool:
    """Whether the condition is true for these answers (by question id, only those on the path)."""
    value = answers.get(condition.question)
    if value is None or not is_answer(value):
        return False
    match condition:
        case Answered():
            return True
        case OneOf(options=options):
            return not options.isdisjoint(chosen(value))


def chosen(value: Value) -> tuple[str, ...]:
    """The option ids in a value; none for words, numbers and places."""
    match value:
        case Choice(option=option) | Outside(option=option):
            return (option,)
        case Choices(options=options):
            return options
        case _:
            return ()
