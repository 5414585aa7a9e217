"""What a row demands of an answer: limits where our kinds have them, else `valid_if`."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from surveys.questionnaire.expression_tree import Condition, Truth, written
from surveys.questionnaire.expressions import ExpressionError, parse
from surveys.questionnaire.patterns import PatternError, pattern
from surveys.questionnaire.xlsform.carrying import Carrier, Known, all_of
from surveys.questionnaire.xlsform.form import Entry
from surveys.questionnaire.xlsform.kinds import Rows
from surveys.questionnaire.xlsform.speech import PIPE, piped
from surveys.questionnaire.xlsform.xpath import (
    Constant,
    Function,
    Itself,
    Minus,
    Node,
    Operation,
    Refused,
    read,
)

Raw = dict[str, Any]
_UNCHECKED = frozenset({"note", "calculate", "hidden"})
_ITSELF = (Itself(),)


def limit(
    entry: Entry, raw: Raw, own: Known, rows: Rows, find: Callable[[str, bool], Known]
) -> None:
    """Puts the row's constraint on the question; what cannot be carried is told."""
    source = entry.row.cells.get("constraint", "")
    if not source or raw["kind"] in _UNCHECKED:
        return
    try:
        node = read(PIPE.sub(partial(_day, rows), source))
        message = rows.speech.texts(entry.row.cells, "constraint_message")
        told = bool(message) and raw["kind"] != "multi"
        left = [part for part in _parts(node) if told or not _as_key(part, raw)]
        carrier = Carrier(find, own)
        condition = all_of([carrier.condition(part) for part in left])
        if condition == Truth(True):
            return
        raw["valid_if"] = _checked(condition)
        if message:
            raw["valid_text"] = piped(message, lambda name: _known_id(name, find))
    except Refused as error:
        rows.form.advise("constraint_dropped", entry.row.number, "constraint", part=error.what)


def _day(rows: Rows, pipe: re.Match[str]) -> str:
    """A row of the type `today` is the day of the answer."""
    return "today()" if rows.form.set_aside.get(pipe[1]) == "today" else pipe[0]


def _known_id(name: str, find: Callable[[str, bool], Known]) -> str | None:
    try:
        return find(name, False).id
    except Refused:
        return None


def _checked(condition: Condition) -> str:
    text = written(condition)
    try:
        parse(text)
    except ExpressionError:
        raise Refused(text) from None
    return text


def _parts(node: Node) -> list[Node]:
    """What `and` joins."""
    parts: list[Node] = []
    while isinstance(node, Operation) and node.operator == "and":
        parts.append(node.right)
        node = node.left
    return [node, *reversed(parts)]


def _as_key(node: Node, raw: Raw) -> bool:
    """Whether a part of the constraint became a key of the question's own kind."""
    match node:
        case Operation(operator=operator, left=Itself(), right=Constant() | Minus() as right):
            return raw["kind"] == "number" and _number(raw, operator, _amount(right))
        case Operation(
            operator=operator,
            left=Function(name="count-selected", arguments=arguments),
            right=Constant(value=Decimal() as value),
        ) if raw["kind"] == "multi" and arguments == _ITSELF:
            return _choices(raw, operator, int(value), exact=value == int(value))
        case Operation(
            operator="<=",
            left=Function(name="string-length", arguments=arguments),
            right=Constant(value=Decimal() as value),
        ) if raw["kind"] == "text" and arguments == _ITSELF:
            if 1 <= value <= 4000 and value == int(value):
                raw["max_chars"] = int(value)
                return True
        case Function(name="regex", arguments=(Itself(), Constant(value=str(fitting)))):
            return raw["kind"] == "text" and "pattern" not in raw and _pattern(raw, fitting)
    return _exclusive(node, raw)


def _amount(node: Constant | Minus) -> Decimal | None:
    inner = node.inner if isinstance(node, Minus) else node
    if not isinstance(inner, Constant) or not isinstance(inner.value, Decimal):
        return None
    return -inner.value if isinstance(node, Minus) else inner.value


def _number(raw: Raw, operator: str, value: Decimal | None) -> bool:
    if value is None:
        return False
    if raw["decimals"] == 0 and operator in {"<", ">"} and value == int(value):
        value += 1 if operator == ">" else -1
        operator += "="
    key = {">=": "min", "<=": "max"}.get(operator)
    if key is None or key in raw:
        return False
    raw[key] = float(value)
    return True


def _choices(raw: Raw, operator: str, value: int, *, exact: bool) -> bool:
    least = {">=": value, ">": value + 1, "=": value}.get(operator)
    most = {"<=": value, "<": value - 1, "=": value}.get(operator)
    n = len(raw["options"])
    if not exact or operator == "!=" or (least or 0) > n or (most is not None and most < 1):
        return False
    if least:
        raw["min_choices"] = least
    if most is not None and most < n:
        raw["max_choices"] = most
    return True


def _pattern(raw: Raw, fitting: str) -> bool:
    try:
        pattern(fitting)
    except PatternError:
        return False
    raw["pattern"] = fitting
    return True


def _exclusive(node: Node, raw: Raw) -> bool:
    """`not(selected(., 'none') and count-selected(.) > 1)`."""
    match node:
        case Function(
            name="not",
            arguments=(
                Operation(
                    operator="and",
                    left=Function(name="selected", arguments=(Itself(), Constant(value=str(name)))),
                    right=Operation(
                        operator=">",
                        left=Function(name="count-selected", arguments=(Itself(),)),
                        right=Constant(value=limit),
                    ),
                ),
            ),
        ) if raw["kind"] == "multi" and limit == Decimal(1):
            for option in raw["options"]:
                if option["id"] == name:
                    option["exclusive"] = True
                    return True
    return False
