"""Whether a condition holds for the answers on the path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import TYPE_CHECKING

from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    NamedPlace,
    Outside,
    Words,
    is_answer,
)
from surveys.questionnaire.expressions import (
    All,
    Answered,
    Any,
    Compare,
    Condition,
    Count,
    Has,
    Literal,
    Name,
    Not,
    OneOf,
    Operand,
)
from surveys.questionnaire.models import Chosen

if TYPE_CHECKING:
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion

_OPERATORS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "=": eq,
    "!=": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}


class Answers:
    """The answers on the path so far, by question id, with the questions they belong to."""

    def __init__(self) -> None:
        self._values: dict[str, Value] = {}
        self._questions: dict[str, AnyQuestion] = {}

    def give(self, question: AnyQuestion, value: Value) -> None:
        """One more answer."""
        self._values[question.id] = value
        self._questions[question.id] = question

    def holds(self, condition: Condition) -> bool:
        """Whether the condition is true for these answers."""
        match condition:
            case All(parts=parts):
                return all(self.holds(part) for part in parts)
            case Any(parts=parts):
                return any(self.holds(part) for part in parts)
            case Not(inner=inner):
                return not self.holds(inner)
            case Answered(question=question):
                return self._value(question) is not None
            case OneOf(question=question, options=options):
                return any(self._is(question, option) for option in options)
            case Has(option=option, question=question):
                return option in chosen(self._value(question))
            case Compare(operator=operator, left=left, right=right):
                return self._compare(operator, left, right)

    def _compare(self, operator: str, left: Operand, right: Operand) -> bool:
        number, other = self._number(left), self._number(right)
        if number is not None and other is not None:
            return _OPERATORS[operator](number, other)
        texts = self._texts(left), self._texts(right)
        if operator not in {"=", "!="} or not all(texts):
            return False
        return texts[0].isdisjoint(texts[1]) == (operator == "!=")

    def _is(self, question: str, option: Decimal | str) -> bool:
        if isinstance(option, str):
            return option in self._texts(Name(question))
        return self._number(Name(question)) == option

    def _number(self, operand: Operand) -> Decimal | None:
        match operand:
            case Literal(value=Decimal() as number):
                return number
            case Count(question=question):
                return Decimal(len(chosen(self._value(question))))
            case Name(question=question):
                return self._measure(question)
        return None

    def _measure(self, question_id: str) -> Decimal | None:
        """A number as it was given; a step of a scale by its value. Answers beside a scale have none."""
        value = self._value(question_id)
        if isinstance(value, Amount):
            return Decimal(value.number)
        question = self._questions.get(question_id)
        if isinstance(value, Choice) and isinstance(question, Chosen):
            steps = {option.id: option.value for option in question.options}
            step = steps.get(value.option)
            return Decimal(step) if step is not None else None
        return None

    def _texts(self, operand: Operand) -> frozenset[str]:
        if isinstance(operand, Literal):
            return frozenset({operand.value}) if isinstance(operand.value, str) else frozenset()
        if isinstance(operand, Count):
            return frozenset()
        value = self._value(operand.question)
        return frozenset({value.text}) if isinstance(value, Words) else frozenset(chosen(value))

    def _value(self, question: str) -> Value | None:
        value = self._values.get(question)
        return value if value is not None and is_answer(value) else None


def chosen(value: Value | None) -> tuple[str, ...]:
    """The ids in an answer: options, an outside answer, a place, yes or no; none for words and numbers."""
    match value:
        case Choice(option=option) | Outside(option=option):
            return (option,)
        case Choices(options=options):
            return options
        case NamedPlace(place=place):
            return (place,)
        case Agreement(given=given):
            return ("yes" if given else "no",)
        case _:
            return ()
