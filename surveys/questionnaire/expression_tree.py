"""What conditions and calculations are made of, once they are read: a tree of frozen nodes.

A *condition* is true or false. An *operand* has a value: a number, a text (a day is the text `2027-02-05`), or
nothing when what it needs is unanswered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
ARGUMENTS: dict[str, tuple[int, int]] = {
    "abs": (1, 1),
    "coalesce": (1, 20),
    "concat": (1, 40),
    "int": (1, 1),
    "length": (1, 1),
    "max": (1, 40),
    "min": (1, 40),
    "number": (1, 1),
    "round": (1, 2),
    "sum": (1, 1),
    "today": (0, 0),
}
"""The functions of a `Call`: the fewest and the most arguments of each."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text."""

    value: Decimal | str


@dataclass(frozen=True, slots=True)
class Name:
    """The answer to a question, a calculation's value, or the current item of a dimension."""

    question: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many options a question was answered with; nought when it was not."""

    question: str


@dataclass(frozen=True, slots=True)
class Negative:
    """The number with the other sign."""

    inner: Operand


@dataclass(frozen=True, slots=True)
class Calculation:
    """`left operator right`; the operator is one of `+ - * / mod`."""

    operator: str
    left: Operand
    right: Operand


@dataclass(frozen=True, slots=True)
class If:
    """The one value when the condition holds, else the other."""

    condition: Condition
    then: Operand
    otherwise: Operand


@dataclass(frozen=True, slots=True)
class Call:
    """A function of ARGUMENTS."""

    function: str
    arguments: tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """`true` or `false`."""

    value: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether a question has an answer that is no skip."""

    question: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    inner: Condition


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """True when some part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """`left operator right`, with an operator of COMPARISONS."""

    operator: str
    left: Operand
    right: Operand


@dataclass(frozen=True, slots=True)
class OneOf:
    """`question in [options]`: some chosen option, or the value itself, is among them."""

    question: str
    options: tuple[Decimal | str, ...]


@dataclass(frozen=True, slots=True)
class Has:
    """`'option' in question`: the option was chosen."""

    option: str
    question: str


@dataclass(frozen=True, slots=True)
class Matches:
    """`matches(text, 'pattern')`: the whole text fits (see `patterns`)."""

    operand: Operand
    pattern: str


Operand: TypeAlias = Literal | Name | Count | Negative | Calculation | If | Call
Condition: TypeAlias = Truth | Answered | Not | All | Any | Compare | OneOf | Has | Matches
Tree: TypeAlias = Condition | Operand

OPERANDS = (Literal, Name, Count, Negative, Calculation, If, Call)
"""The same for `isinstance`."""


def names(tree: Tree) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every question a tree is about, in order, with the options it expects there."""
    match tree:
        case Compare(left=left, right=right):
            yield from _compared(left, right)
            yield from _compared(right, left)
        case OneOf(question=question, options=options):
            yield question, tuple(option for option in options if isinstance(option, str))
        case Has(option=option, question=question):
            yield question, (option,)
        case Answered(question=question) | Count(question=question) | Name(question=question):
            yield question, ()
        case _:
            for child in children(tree):
                yield from names(child)


def _compared(one: Operand, other: Operand) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(one, Name) and isinstance(other, Literal) and isinstance(other.value, str):
        yield one.question, (other.value,)
    else:
        yield from names(one)


def children(tree: Tree) -> tuple[Tree, ...]:
    """The nodes right below."""
    match tree:
        case All(parts=parts) | Any(parts=parts) | Call(arguments=parts):
            return parts
        case Compare(left=left, right=right) | Calculation(left=left, right=right):
            return (left, right)
        case Not(inner=inner) | Negative(inner=inner):
            return (inner,)
        case If(condition=condition, then=then, otherwise=otherwise):
            return (condition, then, otherwise)
        case Matches(operand=operand):
            return (operand,)
        case _:
            return ()


def uses_today(tree: Tree) -> bool:
    """Whether the value depends on the day: right for `valid_if`, and nowhere on the path."""
    return tree == Call("today", ()) or any(map(uses_today, children(tree)))


_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2, "mod": 2}


def written(tree: Tree) -> str:
    """The expression as a person writes it; reading it gives the same tree."""
    match tree:
        case Truth(value=value):
            return "true" if value else "false"
        case Answered(question=question):
            return f"answered({question})"
        case Not(inner=inner):
            return f"not {_tight(inner)}"
        case All(parts=parts):
            return " and ".join(_tight(part) for part in parts)
        case Any(parts=parts):
            return " or ".join(
                written(part) if isinstance(part, All) else _tight(part) for part in parts
            )
        case Compare(operator=operator, left=left, right=right):
            return f"{written(left)} {operator} {written(right)}"
        case OneOf(question=question, options=options):
            return f"{question} in [{', '.join(map(_literal, options))}]"
        case Has(option=option, question=question):
            return f"{_literal(option)} in {question}"
        case Matches(operand=operand, pattern=pattern):
            return f"matches({written(operand)}, {_literal(pattern)})"
        case _:
            return _operand(tree)


def _operand(operand: Operand) -> str:
    match operand:
        case Literal(value=value):
            return _literal(value)
        case Name(question=question):
            return question
        case Count(question=question):
            return f"count({question})"
        case Negative(inner=inner):
            return f"-({written(inner)})"
        case Calculation(operator=operator, left=left, right=right):
            binding = _BINDING[operator]
            return f"{_bound(left, binding)} {operator} {_bound(right, binding + 1)}"
        case If(condition=condition, then=then, otherwise=otherwise):
            return f"if({written(condition)}, {written(then)}, {written(otherwise)})"
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(map(written, arguments))})"


def _tight(condition: Condition) -> str:
    """A part of `and` or what stands after `not`: in parentheses where it is made of several."""
    text = written(condition)
    return f"({text})" if isinstance(condition, All | Any) else text


def _bound(operand: Operand, binding: int) -> str:
    text = written(operand)
    if isinstance(operand, Calculation) and _BINDING[operand.operator] < binding:
        return f"({text})"
    return text


def _literal(value: Decimal | str) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return f'"{value}"' if "'" in value else f"'{value}'"
