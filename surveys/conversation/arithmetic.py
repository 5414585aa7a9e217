"""Numbers and days for conditions: bounded, and nothing where there is no answer. Never raises."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import Any

LONGEST_TEXT = 4000
MOST_DECIMALS = 20
_NUMBERS = Context(prec=28, Emax=60, Emin=-60, rounding=ROUND_HALF_UP, traps=[])
"""What grows past these bounds is no number any more; nothing is raised."""
_NUMBER = re.compile(r"\s*[+-]?\d{1,30}(?:\.\d{1,30})?\s*", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"\d{2}:\d{2}", re.ASCII)

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": eq,
    "!=": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}
_CALCULATE: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": _NUMBERS.add,
    "-": _NUMBERS.subtract,
    "*": _NUMBERS.multiply,
    "/": _NUMBERS.divide,
    "mod": _NUMBERS.remainder,
}


def some_compares(operator: str, ones: Sequence[Decimal], others: Sequence[Decimal]) -> bool:
    """Whether some pair of numbers compares so."""
    return any(_COMPARE[operator](one, other) for one in ones for other in others)


def some_time_compares(operator: str, ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether some pair of days, or of times of day, compares so: no other texts have an order."""
    return any(
        sort.fullmatch(one) and sort.fullmatch(other) and _COMPARE[operator](one, other)
        for one in ones
        for other in others
        for sort in (_DAY, _TIME)
    )


def calculated(operator: str, one: Decimal, other: Decimal | None) -> Decimal | None:
    """The result; None for a division by nought, for what is too large, and with nothing."""
    return None if other is None else _finite(_CALCULATE[operator](one, other))


def gathered(function: str, numbers: Sequence[Decimal]) -> Decimal | None:
    """The least, the greatest, or the sum."""
    if function == "sum":
        total: Decimal | None = Decimal(0)
        for number in numbers:
            total = None if total is None else calculated("+", total, number)
        return total
    return min(numbers) if function == "min" else max(numbers)


def rounded(number: Decimal | None, decimals: Decimal | None) -> Decimal | None:
    """Halves away from nought, as people round."""
    if number is None or decimals is None:
        return None
    places = int(max(min(decimals, Decimal(MOST_DECIMALS)), Decimal(-MOST_DECIMALS)))
    if places >= 0 and -_exponent(number) <= places:
        return number
    result = _finite(number.quantize(Decimal(1).scaleb(-places), context=_NUMBERS))
    return None if result is None else result + Decimal(0)


def whole(number: Decimal | None) -> Decimal | None:
    """The number without its decimals."""
    if number is None:
        return None
    return Decimal(int(number))


def read(text: str) -> Decimal | None:
    """The number a text is; None for any other text."""
    return Decimal(text.strip()) if _NUMBER.fullmatch(text) else None


def plain(number: Decimal) -> str:
    """A number as it is written, without needless noughts: 12.5."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def cut(text: str) -> str:
    """A text that does not grow without end."""
    return text[:LONGEST_TEXT]


def days_between(operator: str, one: str | None, other: str | None) -> Decimal | None:
    """The days from `other` to `one`."""
    first, second = _date(one), _date(other)
    if operator != "-" or first is None or second is None:
        return None
    return Decimal((first - second).days)


def days_later(operator: str, day: str | None, days: Decimal | None) -> str | None:
    """A day so many days after or before another."""
    start = _date(day)
    if start is None or days is None or operator not in {"+", "-"} or abs(days) > 1_000_000:
        return None
    ordinal = start.toordinal() + int(days) * (1 if operator == "+" else -1)
    inside = dt.date.min.toordinal() <= ordinal <= dt.date.max.toordinal()
    return dt.date.fromordinal(ordinal).isoformat() if inside else None


def _date(text: str | None) -> dt.date | None:
    if text is None or not _DAY.fullmatch(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _finite(number: Decimal) -> Decimal | None:
    return number if number.is_finite() else None


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
