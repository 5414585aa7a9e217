"""Our expressions as spreadsheet forms write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from surveys.questionnaire.expression_tree import (
    All,
    Answered,
    Any,
    Calculation,
    Call,
    Compare,
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
from surveys.questionnaire.models import Chosen, Consent, Indicator

if TYPE_CHECKING:
    from surveys.questionnaire.models import AnyQuestion, Option

COMPARING: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_CALLED = {"length": "string-length"}
_CALCULATING = {"/": "div"}


@dataclass(frozen=True, slots=True)
class Scene:
    """What names mean where an expression stands.

    `rows` gives the rows that a question has become, several for a repeated one; `item` the current item's id.
    """

    rows: Callable[[str], Sequence[str]]
    item: Callable[[str], str | None]
    question: Callable[[str], AnyQuestion | None]
    own: str | None = None


def xpath(tree: Tree, scene: Scene) -> str:
    """The expression in XPath."""
    match tree:
        case Truth(value=value):
            return "true()" if value else "false()"
        case Not(inner=inner):
            return f"not({xpath(inner, scene)})"
        case All(parts=parts):
            return " and ".join(_bound(part, scene) for part in parts)
        case Any(parts=parts):
            return " or ".join(_bound(part, scene) for part in parts)
        case Answered(question=question):
            return _either([f"{row} != ''" for row in _rows(question, scene)])
        case OneOf(question=question, options=options):
            return _either([test for option in options for test in _is(question, option, scene)])
        case Has(option=option, question=question):
            return _either([_selected(row, option) for row in _rows(question, scene)])
        case Matches(operand=operand, pattern=pattern):
            return f"regex({_operand(operand, scene)}, {_quoted(pattern)})"
        case Compare(operator=operator, left=left, right=right):
            return _compared(operator, left, right, scene)
        case _:
            return _operand(tree, scene)


def _bound(tree: Tree, scene: Scene) -> str:
    text = xpath(tree, scene)
    return f"({text})" if " or " in text or " and " in text else text


def _either(tests: Sequence[str]) -> str:
    return " or ".join(tests) if tests else "false()"


def _rows(name: str, scene: Scene) -> list[str]:
    if name == scene.own:
        return ["."]
    return [f"${{{row}}}" for row in scene.rows(name)]


def _selected(row: str, option: str) -> str:
    return f"selected({row}, {_quoted(option)})"


def _is(name: str, option: Decimal | str, scene: Scene) -> list[str]:
    item = scene.item(name)
    if item is not None:
        return ["true()"] if item == option else []
    if isinstance(option, Decimal):
        return [f"{row} = {option:f}" for row in _rows(name, scene)]
    about = scene.question(name)
    if about is None or isinstance(about, Chosen | Consent | Indicator):
        return [_selected(row, option) for row in _rows(name, scene)]
    return [f"{row} = {_quoted(option)}" for row in _rows(name, scene)]


def _compared(operator: str, left: Operand, right: Operand, scene: Scene) -> str:
    """A step of a scale is its option here, so a comparison becomes a list of options."""
    turned = TURNED.get(operator, operator)
    for one, other, sign in ((left, right, operator), (right, left, turned)):
        if not isinstance(one, Name):
            continue
        steps = _steps(one.question, scene)
        if steps and isinstance(other, Literal) and isinstance(other.value, Decimal):
            limit = other.value
            fitting = tuple(id_ for id_, value in steps if COMPARING[sign](value, limit))
            return xpath(OneOf(one.question, fitting), scene)
        if one.question != scene.own and len(scene.rows(one.question)) > 1:
            value = _operand(other, scene)
            return _either([f"{row} {sign} {value}" for row in _rows(one.question, scene)])
    return f"{_operand(left, scene)} {operator} {_operand(right, scene)}"


def _steps(name: str, scene: Scene) -> list[tuple[str, Decimal]]:
    about = scene.question(name)
    options: tuple[Option, ...] = () if about is None else getattr(about, "options", ())
    return [(each.id, Decimal(each.value)) for each in options if each.value is not None]


def _operand(operand: Tree, scene: Scene) -> str:
    match operand:
        case Literal(value=value):
            return format(value, "f") if isinstance(value, Decimal) else _quoted(value)
        case Name(question=question):
            return _named(question, scene)
        case Count(question=question):
            rows = [f"count-selected({row})" for row in _rows(question, scene)]
            return " + ".join(rows) or "0"
        case Negative(inner=inner):
            return f"-({_operand(inner, scene)})"
        case Calculation(operator=operator, left=left, right=right):
            sign = _CALCULATING.get(operator, operator)
            return f"({_operand(left, scene)} {sign} {_operand(right, scene)})"
        case If(condition=condition, then=then, otherwise=otherwise):
            parts = (xpath(condition, scene), _operand(then, scene), _operand(otherwise, scene))
            return f"if({', '.join(parts)})"
        case Call(function="sum", arguments=(Name(question=question),)):
            rows = [f"coalesce({row}, 0)" for row in _rows(question, scene)]
            return f"({' + '.join(rows)})" if rows else "0"
        case Call(function=function, arguments=arguments):
            name = _CALLED.get(function, function)
            return f"{name}({', '.join(_operand(each, scene) for each in arguments)})"
        case _:
            return f"if({xpath(operand, scene)}, 1, 0)"


def _named(name: str, scene: Scene) -> str:
    item = scene.item(name)
    if item is not None:
        return _quoted(item)
    rows = _rows(name, scene)
    if not rows:
        return "''"
    text = rows[0]
    for option, value in reversed(_steps(name, scene)):
        text = f"if({rows[0]} = {_quoted(option)}, {value:f}, {text})"
    return text


def _quoted(text: str) -> str:
    return f'"{text}"' if "'" in text else f"'{text}'"
