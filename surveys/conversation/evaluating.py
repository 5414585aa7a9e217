"""Whether a condition holds, and what a calculation is worth, for the answers a scope knows. Never raises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from surveys.conversation import arithmetic
from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    Day,
    NamedPlace,
    Outside,
    Ranking,
    TimeOfDay,
    Words,
    is_answer,
)
from surveys.questionnaire.expressions import (
    OPERANDS,
    All,
    Answered,
    Any,
    Calculation,
    Call,
    Compare,
    Condition,
    Count,
    Has,
    If,
    Literal,
    Matches,
    Name,
    Negative,
    Not,
    OneOf,
    Operand,
    Tree,
    Truth,
)
from surveys.questionnaire.models import Chosen
from surveys.questionnaire.patterns import fits

if TYPE_CHECKING:
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion


class Scope(Protocol):
    """What a condition can speak of where it stands. It may also have `today`, a date, for `valid_if`."""

    def values(self, name: str) -> Sequence[tuple[AnyQuestion | None, Value]]:
        """Every answer a name stands for: several turns of a looped question, none when unanswered."""

    def item(self, name: str) -> str | None:
        """The current item's id when `name` is a dimension of the loop the expression stands in."""

    def computed(self, name: str) -> Decimal | str | None:
        """The value of a calculation or a hidden question."""


class Answers:
    """The simplest scope: the answers on the path so far, by question id."""

    def __init__(self, today: dt.date | None = None) -> None:
        self._answers: dict[str, tuple[AnyQuestion, Value]] = {}
        self.today = today

    def give(self, question: AnyQuestion, value: Value) -> None:
        """One more answer."""
        self._answers[question.id] = (question, value)

    def holds(self, condition: Condition) -> bool:
        """Whether the condition is true for these answers."""
        return holds(condition, self)

    def values(self, name: str) -> Sequence[tuple[AnyQuestion | None, Value]]:
        """The answer to a question, if there is one."""
        return (self._answers[name],) if name in self._answers else ()

    def item(self, name: str) -> str | None:
        """No loops here."""

    def computed(self, name: str) -> Decimal | str | None:
        """No calculations here."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What an operand stands for: its numbers, and its texts. A step of a scale has one of each.

    Several only where a name stands for several answers; none at all when it is unanswered.
    """

    numbers: tuple[Decimal, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def number(self) -> Decimal | None:
        """The number, if there is exactly one."""
        return self.numbers[0] if len(self.numbers) == 1 else None

    @property
    def text(self) -> str | None:
        """The text, if there is exactly one."""
        return self.texts[0] if len(self.texts) == 1 else None

    @property
    def words(self) -> tuple[str, ...]:
        """The texts, or the numbers as they are written."""
        return self.texts or tuple(map(arithmetic.plain, self.numbers))


NOTHING = Worth()


def holds(tree: Condition, scope: Scope) -> bool:
    """Whether a condition is true. A comparison with something unanswered is not."""
    match tree:
        case Truth(value=value):
            return value
        case All(parts=parts):
            return all(holds(part, scope) for part in parts)
        case Any(parts=parts):
            return any(holds(part, scope) for part in parts)
        case Not(inner=inner):
            return not holds(inner, scope)
        case Answered(question=question):
            return _named(question, scope) != NOTHING or bool(_given(question, scope))
        case OneOf(question=question, options=options):
            return _is_one_of(question, options, scope)
        case Has(option=option, question=question):
            return option in _chosen_here(question, scope)
        case Matches(operand=operand, pattern=pattern):
            return any(fits(pattern, text) for text in _worth(operand, scope).words)
        case Compare(operator=operator, left=left, right=right):
            return _compare(operator, _worth(left, scope), _worth(right, scope))


def _is_one_of(name: str, options: tuple[Decimal | str, ...], scope: Scope) -> bool:
    """The most common condition by far: ids alone are compared without asking what else a name could be."""
    given = scope.values(name)
    if given and scope.item(name) is None and all(type(option) is str for option in options):
        return any(
            text in options for _, value in given if is_answer(value) for text in _texts_in(value)
        )
    named = _named(name, scope)
    return any(option in named.texts or option in named.numbers for option in options)


def value_of(tree: Tree, scope: Scope) -> Decimal | str | None:
    """What an expression is worth: a number where there is one, else a text, else nothing."""
    if not isinstance(tree, OPERANDS):
        return Decimal(holds(tree, scope))
    worth = _worth(tree, scope)
    if worth.number is not None:
        return worth.number
    return arithmetic.cut(" ".join(worth.texts)) if worth.texts else None


def _compare(operator: str, left: Worth, right: Worth) -> bool:
    """True when some pair of values compares so; numbers first, and among texts only days and times have an order."""
    if left.numbers and right.numbers:
        return arithmetic.some_compares(operator, left.numbers, right.numbers)
    if operator in {"=", "!="} and left.texts and right.texts:
        return set(left.texts).isdisjoint(right.texts) == (operator == "!=")
    return arithmetic.some_time_compares(operator, left.texts, right.texts)


def _worth(operand: Operand, scope: Scope) -> Worth:
    """Every node is worked out once."""
    match operand:
        case Literal(value=value):
            return Worth((value,)) if isinstance(value, Decimal) else Worth(texts=(value,))
        case Name(question=question):
            return _named(question, scope)
        case Count(question=question):
            return _one(Decimal(len(_chosen_here(question, scope))))
        case Negative(inner=inner):
            return _one(arithmetic.calculated("-", Decimal(0), _worth(inner, scope).number))
        case Calculation(operator=operator, left=left, right=right):
            return _calculated(operator, _worth(left, scope), _worth(right, scope))
        case If(condition=condition, then=then, otherwise=otherwise):
            return _worth(then if holds(condition, scope) else otherwise, scope)
        case Call(function="today"):
            today = getattr(scope, "today", None)
            return _one(today.isoformat() if isinstance(today, dt.date) else None)
        case Call(function=function, arguments=arguments):
            return _called(function, [_worth(argument, scope) for argument in arguments])


def _one(value: Decimal | str | None) -> Worth:
    if value is None:
        return NOTHING
    return Worth((value,)) if isinstance(value, Decimal) else Worth(texts=(value,))


def _calculated(operator: str, left: Worth, right: Worth) -> Worth:
    if left.number is not None:
        return _one(arithmetic.calculated(operator, left.number, right.number))
    if right.number is not None:
        return _one(arithmetic.days_later(operator, left.text, right.number))
    return _one(arithmetic.days_between(operator, left.text, right.text))


def _called(function: str, arguments: list[Worth]) -> Worth:
    first = arguments[0]
    match function:
        case "coalesce":
            return next((argument for argument in arguments if argument != NOTHING), NOTHING)
        case "concat":
            text = "".join(" ".join(argument.words) for argument in arguments)
            return _one(arithmetic.cut(text) or None)
        case "length":
            return _one(Decimal(len(first.words[0])) if len(first.words) == 1 else None)
        case "number":
            return _one(first.number if first.text is None else _number_in(first))
        case "round":
            decimals = arguments[1].number if len(arguments) > 1 else Decimal(0)
            return _one(arithmetic.rounded(first.number, decimals))
        case "int":
            return _one(arithmetic.whole(first.number))
        case "abs":
            return _one(None if first.number is None else first.number.copy_abs())
    if not all(argument.numbers for argument in arguments):
        return NOTHING  # min, max or sum with something unanswered
    numbers = [number for argument in arguments for number in argument.numbers]
    return _one(arithmetic.gathered(function, numbers))


def _number_in(worth: Worth) -> Decimal | None:
    return worth.number if worth.number is not None else arithmetic.read(worth.text or "")


def _named(name: str, scope: Scope) -> Worth:
    """An item of the loop, a calculation's value, or the answers that a name stands for."""
    if (item := scope.item(name)) is not None:
        return _one(item)
    if (computed := scope.computed(name)) is not None:
        return _one(computed if computed != "" else None)
    given = _given(name, scope)
    numbers = (_measure(about, value) for about, value in given)
    return Worth(
        tuple(number for number in numbers if number is not None),
        tuple(text for _, value in given for text in _texts_in(value)),
    )


def _given(name: str, scope: Scope) -> list[tuple[AnyQuestion | None, Value]]:
    return [(about, value) for about, value in scope.values(name) if is_answer(value)]


def _measure(question: AnyQuestion | None, value: Value) -> Decimal | None:
    """A number as it was given; a step of a scale by its value. Answers beside a scale have none."""
    if isinstance(value, Amount):
        return arithmetic.read(value.number)
    if isinstance(value, Choice) and isinstance(question, Chosen):
        step = next((o.value for o in question.options if o.id == value.option), None)
        return Decimal(step) if step is not None else None
    return None


def _texts_in(value: Value) -> tuple[str, ...]:
    match value:
        case Words(text=text) | Day(date=text) | TimeOfDay(time=text):
            return (text,)
        case _:
            return chosen(value)


def _chosen_here(name: str, scope: Scope) -> tuple[str, ...]:
    return tuple(option for _, value in _given(name, scope) for option in chosen(value))


def chosen(value: Value | None) -> tuple[str, ...]:
    """The ids in an answer: options, an outside answer, a place, yes or no; none for words and numbers."""
    match value:
        case Choice(option=option) | Outside(option=option):
            return (option,)
        case Choices(options=options) | Ranking(options=options):
            return options
        case NamedPlace(place=place):
            return (place,)
        case Agreement(given=given):
            return ("yes" if given else "no",)
        case _:
            return ()
