"""Expressions of spreadsheet forms as ours: the same truth for every answer, or a refusal that names the part.

Two differences are bridged. There an unanswered question is an empty text, so `!=` is true of it and its length
is nought; here a comparison with it is false. There a choice is its name; here options have ids of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Literal as Among

from surveys.questionnaire.expression_tree import (
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
    Truth,
)
from surveys.questionnaire.xlsform.xpath import (
    Column,
    Constant,
    Function,
    Itself,
    Minus,
    Node,
    Operation,
    Reference,
    Refused,
)

Sort = Among["choice", "choices", "number", "text", "day", "calculation", "other"]


@dataclass(frozen=True, slots=True)
class Known:
    """A question as expressions see it: its id, and its options' ids by the names they had."""

    id: str
    sort: Sort
    options: Mapping[str, str] = field(default_factory=dict)
    loop: tuple[str, ...] = ()


_COMPARING: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_ARITHMETIC = {"+": "+", "-": "-", "*": "*", "div": "/", "mod": "mod"}
_SAME = frozenset({"abs", "int", "number", "min", "max", "round", "concat", "coalesce"})
_TRUTHS = frozenset(
    {"not", "boolean", "true", "false", "selected", "regex", "contains", "starts-with", "ends-with"}
)
_ONE, _NOUGHT = Literal(Decimal(1)), Literal(Decimal(0))
_SPECIAL = frozenset("\\.[]{}()*+?^$|/")


class Carrier:
    """Carries the expressions of one row.

    `find` gives what a name stands for, or raises Refused; with True it may be a repeated question outside its loop.
    """

    def __init__(
        self,
        find: Callable[[str, bool], Known],
        own: Known | None = None,
        columns: Mapping[str, str] | None = None,
    ) -> None:
        self._find = find
        self._own = own
        self._columns = columns

    def condition(self, node: Node) -> Condition:
        """A condition. Raises Refused."""
        match node:
            case Operation(operator="and" | "or" as operator):
                return self._joined(operator, node)
            case Operation(operator=operator, left=left, right=right) if operator in _COMPARING:
                return self._compared(operator, left, right)
            case Reference() | Itself():
                known = self._known(node)
                if known.sort in {"number", "calculation"}:
                    return Compare("!=", Name(known.id), _NOUGHT)
                return Answered(known.id)
            case Constant(value=value):
                return Truth(bool(value))
            case Function(name="if", arguments=(test, then, otherwise)):
                return any_of(
                    (
                        all_of((self.condition(test), self.condition(then))),
                        all_of((opposite(self.condition(test)), self.condition(otherwise))),
                    )
                )
            case Function(name=name) if name in _TRUTHS:
                return self._truth(node)
            case _:
                return Compare("!=", self.operand(node), _NOUGHT)

    def operand(self, node: Node) -> Operand:
        """A value. Raises Refused."""
        match node:
            case Constant(value=value):
                return Literal(value)
            case Column(name=name):
                if self._columns is None:
                    raise Refused(name)
                return Literal(self._columns.get(name.lower(), ""))
            case Reference() | Itself():
                return Name(self._known(node).id)
            case Minus(inner=inner):
                return _negative(self.operand(inner))
            case Operation(operator=operator, left=left, right=right) if operator in _ARITHMETIC:
                return Calculation(_ARITHMETIC[operator], self.operand(left), self.operand(right))
            case Function(name=name) if name not in _TRUTHS:
                return self._called(node)
            case _:
                return If(self.condition(node), _ONE, _NOUGHT)

    def _known(self, node: Node, *, whole: bool = False) -> Known:
        if isinstance(node, Reference):
            return self._find(node.name, whole)
        if isinstance(node, Itself) and self._own is not None:
            return self._own
        raise Refused("." if isinstance(node, Itself) else _shown(node))

    def _joined(self, operator: str, node: Node) -> Condition:
        parts: list[Node] = []
        while isinstance(node, Operation) and node.operator == operator:
            parts.append(node.right)
            node = node.left
        carried = [self.condition(part) for part in (node, *reversed(parts))]
        return all_of(carried) if operator == "and" else any_of(carried)

    def _truth(self, node: Function) -> Condition:
        match node:
            case Function(name="true" | "false" as name, arguments=()):
                return Truth(name == "true")
            case Function(name="not", arguments=(inner,)):
                return opposite(self.condition(inner))
            case Function(name="boolean", arguments=(inner,)):
                return self.condition(inner)
            case Function(name="selected", arguments=(question, option)):
                return self._selected(question, option)
            case Function(name="regex", arguments=(text, Constant(value=str(pattern)))):
                return Matches(self.operand(text), pattern)
            case Function(name=name, arguments=(text, Constant(value=str(part)))) if name in {
                "contains",
                "starts-with",
                "ends-with",
            }:
                quoted = "".join(f"\\{sign}" if sign in _SPECIAL else sign for sign in part)
                before = "" if name == "starts-with" else ".*"
                after = "" if name == "ends-with" else ".*"
                return Matches(self.operand(text), f"{before}{quoted}{after}")
        raise Refused(f"{node.name}(…)")

    def _selected(self, question: Node, option: Node) -> Condition:
        known = self._known(question)
        value = self.operand(option)
        if known.sort not in {"choice", "choices"} or not isinstance(value, Literal):
            raise Refused("selected(…)")
        chosen = _option(known, value)
        return _chose(known, chosen)

    def _compared(self, operator: str, left: Node, right: Node) -> Condition:
        if operator == "!=":
            return opposite(self._compared("=", left, right))
        for one, other in ((left, right), (right, left)):
            if operator == "=" and isinstance(other, Function) and other.name in {"true", "false"}:
                same = self.condition(one)
                return same if other.name == "true" else opposite(same)
        first, second = self._sorted(left), self._sorted(right)
        values = self.operand(left), self.operand(right)
        if isinstance(values[0], Literal) and isinstance(values[1], Literal):
            return _folded(operator, values[0], values[1])
        if first is not None and isinstance(values[1], Literal):
            return self._against(operator, first, values[1])
        if second is not None and isinstance(values[0], Literal):
            return self._against(_TURNED.get(operator, operator), second, values[0])
        for known in (first, second):
            if known is not None and not _plain(known) and (first is None or second is None):
                raise Refused(known.id)
        return Compare(operator, *_measured(operator, *values))

    def _sorted(self, node: Node) -> Known | None:
        return self._known(node) if isinstance(node, Reference | Itself) else None

    def _against(self, operator: str, known: Known, value: Literal) -> Condition:
        if operator == "=" and value.value == "":
            return Not(Answered(known.id))
        if known.sort in {"choice", "choices"}:
            return _among(operator, known, value)
        name: Operand = Name(known.id)
        number = _decimal(value.value)
        if known.sort == "number" and number is not None:
            return Compare(operator, name, Literal(number))
        if known.sort == "text" and number is not None:
            if operator == "=":
                return Compare("=", name, Literal(_words(value.value)))
            return Compare(operator, Call("number", (name,)), Literal(number))
        return Compare(operator, name, value)

    def _called(self, node: Function) -> Operand:
        name, parts = node.name, node.arguments
        match node:
            case Function(name="today", arguments=()) if self._own is not None:
                return Call("today", ())
            case Function(name="string" | "date" | "once", arguments=(inner,)):
                return self.operand(inner)
            case Function(name="string-length", arguments=(inner,)):
                return Call("length", (self.operand(inner),))
            case Function(name="count-selected", arguments=(inner,)):
                return Count(self._known(inner).id)
            case Function(name="sum", arguments=(inner,)):
                return Call("sum", (Name(self._known(inner, whole=True).id),))
            case Function(name="if", arguments=(test, then, otherwise)):
                return If(self.condition(test), self.operand(then), self.operand(otherwise))
        if name not in _SAME or not parts:
            raise Refused(f"{name}(…)")
        values = tuple(map(self.operand, parts))
        return Call(name, tuple(map(_or_empty, values)) if name == "concat" else values)


def all_of(parts: Iterable[Condition]) -> Condition:
    """`and`, without what is always true."""
    kept = _flat(parts, All, Truth(True))
    if Truth(False) in kept:
        return Truth(False)
    return All(kept) if len(kept) > 1 else kept[0] if kept else Truth(True)


def any_of(parts: Iterable[Condition]) -> Condition:
    """`or`, without what is never true."""
    kept = _flat(parts, Any, Truth(False))
    if Truth(True) in kept:
        return Truth(True)
    return Any(kept) if len(kept) > 1 else kept[0] if kept else Truth(False)


def _flat(
    parts: Iterable[Condition], kind: type[All] | type[Any], idle: Truth
) -> tuple[Condition, ...]:
    found: dict[Condition, None] = {}
    for part in parts:
        for each in part.parts if isinstance(part, kind) else (part,):
            if each != idle:
                found.setdefault(each)
    return tuple(found)


def opposite(condition: Condition) -> Condition:
    """`not`, without doubling it."""
    match condition:
        case Truth(value=value):
            return Truth(not value)
        case Not(inner=inner):
            return inner
        case _:
            return Not(condition)


def _chose(known: Known, option: str) -> Condition:
    return Has(option, known.id) if known.sort == "choices" else OneOf(known.id, (option,))


def _option(known: Known, value: Literal) -> str:
    name = _words(value.value)
    if name not in known.options:
        raise Refused(f"{known.id}: {name}")
    return known.options[name]


def _among(operator: str, known: Known, value: Literal) -> Condition:
    """A choice compared with a name; with `<` and the like names are numbers."""
    if operator == "=":
        chosen = _chose(known, _option(known, value))
        if known.sort == "choice":
            return chosen
        return all_of((chosen, Compare("=", Count(known.id), _ONE)))
    limit = _decimal(value.value)
    if limit is None or known.sort != "choice":
        raise Refused(f"{known.id} {operator}")
    numbers = {option: _decimal(name) for name, option in known.options.items()}
    fitting = tuple(
        option
        for option, number in numbers.items()
        if number is not None and _COMPARING[operator](number, limit)
    )
    return OneOf(known.id, fitting) if fitting else Truth(False)


def _plain(known: Known) -> bool:
    """Whether a value of this question can be compared with a calculation: it is no renamed choice."""
    return known.sort not in {"choice", "choices", "other"} or all(
        name == option or _decimal(name) is not None for name, option in known.options.items()
    )


def _measured(operator: str, left: Operand, right: Operand) -> tuple[Operand, Operand]:
    """The length of an unanswered text is nought there: made so here where that matters."""

    def mended(value: Operand, other: Operand, sign: str) -> Operand:
        if isinstance(value, Call) and value.function == "length" and isinstance(other, Literal):
            limit = _decimal(other.value)
            if limit is not None and _COMPARING[sign](Decimal(0), limit):
                return Call("coalesce", (value, _NOUGHT))
        return value

    return mended(left, right, operator), mended(right, left, _TURNED.get(operator, operator))


def _negative(value: Operand) -> Operand:
    if isinstance(value, Literal) and isinstance(value.value, Decimal):
        return Literal(-value.value)
    return Negative(value)


def _or_empty(value: Operand) -> Operand:
    return value if isinstance(value, Literal) else Call("coalesce", (value, Literal("")))


def _folded(operator: str, left: Literal, right: Literal) -> Condition:
    numbers = _decimal(left.value), _decimal(right.value)
    if numbers[0] is not None and numbers[1] is not None:
        return Truth(_COMPARING[operator](numbers[0], numbers[1]))
    return Truth(operator == "=" and _words(left.value) == _words(right.value))


def _words(value: Decimal | str) -> str:
    if isinstance(value, str):
        return value
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _decimal(value: Decimal | str) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    try:
        number = Decimal(value) if value[:1].isdigit() or value[:1] == "-" else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() and len(value) < 20 else None


def _shown(node: Node) -> str:
    return f"{node.name}(…)" if isinstance(node, Function) else "…"


__all__ = ["Carrier", "Known", "all_of", "any_of", "opposite"]
