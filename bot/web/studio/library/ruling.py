"""When a question is asked, as a choice in a form: always, on one answer, or on an expression of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.questionnaire.expressions import (
    Answered,
    Condition,
    ExpressionError,
    Has,
    Not,
    OneOf,
    parse,
)

WAYS = ("is", "not", "answered", "unanswered")


@dataclass(frozen=True, slots=True)
class Rule:
    """`mode`: always, simple or own. Of a simple one `way` is one of WAYS, about `question` and its `option`."""

    mode: str = "always"
    way: str = "is"
    question: str = ""
    option: str = ""


def rule_of(show_if: str | None) -> Rule:
    """The choice that a condition is."""
    if not show_if:
        return Rule()
    try:
        condition = parse(show_if)
    except ExpressionError:
        return Rule("own")
    return _simple(condition) or Rule("own")


def _simple(condition: Condition) -> Rule | None:
    match condition:
        case OneOf(question=name, options=(str(option),)) | Has(option=option, question=name):
            return Rule("simple", "is", name, option)
        case Not(
            inner=OneOf(question=name, options=(str(option),)) | Has(option=option, question=name)
        ):
            return Rule("simple", "not", name, option)
        case Answered(question=name):
            return Rule("simple", "answered", name)
        case Not(inner=Answered(question=name)):
            return Rule("simple", "unanswered", name)
    return None


def condition_of(form: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    """The condition a form asks for, empty for always. `kinds` are the kinds of the questions by id."""
    match form.get("when"):
        case "own":
            return form.get("show_if", "").strip()
        case "simple":
            return _written(form.get("rule_way", "is"), form.get("rule_answer", ""), kinds)
        case _:
            return ""


def _written(way: str, answer: str, kinds: Mapping[str, str]) -> str:
    question, _, option = answer.partition(":")
    if not question:
        return ""
    if way == "answered" or (way == "is" and not option):
        return f"answered({question})"
    if way == "unanswered" or not option:
        return f"not answered({question})"
    told = (
        f"'{option}' in {question}"
        if kinds.get(question) == "multi"
        else f"{question} in ['{option}']"
    )
    return told if way == "is" else f"not {told}"
