"""The table of one question: how many gave each answer, by kind, through the gate."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from surveys.conversation.choosing import options_of as shown_options
from surveys.conversation.values import (
    Allocation,
    Amount,
    Choice,
    NamedPlace,
    Ranking,
    Value,
    Words,
    cells,
)
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import (
    Allocate,
    Chosen,
    Consent,
    Indicator,
    Location,
    Number,
    Rank,
)

if TYPE_CHECKING:
    from analysis.disclosure import Gate
    from analysis.wording import Wording
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey

MAP = "map"
"""The row of everybody who set a mark on the map."""
NAMELESS = frozenset({MAP, "other", "own"})
"""Rows of a table that stand for several answers without a name."""
MOST_TOP = 3
"""A ranking is told as the first place and, at most, the first three."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a table. `n` None: suppressed. `value`: its step on a scale.

    Of a ranking `n` put it first and `top` among the first few; of shares `n` gave it something and `median` is
    the middle share, nought counted; of numbers with several units `median` is the middle of that unit's.
    """

    id: str
    label: str
    n: int | None
    suppressed: bool = False
    value: int | None = None
    top: int | None = None
    median: float | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """The answers in substance to one question in one turn, and the unit each number was given in."""

    where: str
    values: Sequence[Value]
    units: Sequence[str] = ()


def options_of(survey: Survey, question: AnyQuestion, wording: Wording) -> tuple[Cell, ...]:
    """The question's table with no counts yet."""
    if isinstance(question, Consent):
        return tuple(Cell(name, wording.say(f"consent-{name}"), None) for name in ("yes", "no"))
    if not isinstance(question, Chosen | Indicator):
        return ()
    return tuple(
        Cell(option.id, say(option.label, wording.language), None, value=option.value)
        for option in shown_options(question, survey)
    )


def table_of(
    survey: Survey, question: AnyQuestion, said: Said, gate: Gate, wording: Wording
) -> tuple[Cell, ...]:
    """What the answers to one question come to; nothing of them on a base under k."""
    if isinstance(question, Location):
        return _places(survey, said, gate, wording)
    if isinstance(question, Number):
        return _units(survey, question, said, gate, wording) if question.unit_from else ()
    rows = options_of(survey, question, wording)
    if not gate.admits(said.where, len(said.values)):
        return tuple(
            Cell(row.id, row.label, None, suppressed=True, value=row.value) for row in rows
        )
    if isinstance(question, Rank):
        return _ranked(rows, said.values, top_of(question, len(rows)))
    if isinstance(question, Allocate):
        return _shared(rows, said.values)
    tally = Counter(cell for value in said.values for cell in cells(value))
    table = [Cell(row.id, row.label, tally[row.id], value=row.value) for row in rows]
    if isinstance(question, Indicator):
        own = sum(isinstance(value, Words) for value in said.values)
        table += [Cell("own", wording.say("indicator-own"), own)] if own else []
    return tuple(table)


def top_of(question: Rank, options: int) -> int:
    """How many first places are counted together; under 2 there is nothing to tell beside the first."""
    return min(MOST_TOP, options - 1, question.max_choices or options)


def _ranked(rows: Sequence[Cell], values: Sequence[Value], top: int) -> tuple[Cell, ...]:
    orders = [value.options for value in values if isinstance(value, Ranking)]
    first = Counter(order[0] for order in orders if order)
    among = Counter(option for order in orders for option in order[:top])
    return tuple(
        Cell(row.id, row.label, first[row.id], top=among[row.id] if top > 1 else None)
        for row in rows
    )


def _shared(rows: Sequence[Cell], values: Sequence[Value]) -> tuple[Cell, ...]:
    shares = [value.amounts for value in values if isinstance(value, Allocation)]
    return tuple(
        Cell(
            row.id,
            row.label,
            sum(amounts.get(row.id, 0) > 0 for amounts in shares),
            median=float(statistics.median([amounts.get(row.id, 0) for amounts in shares])),
        )
        for row in rows
    )


def _units(
    survey: Survey, question: Number, said: Said, gate: Gate, wording: Wording
) -> tuple[Cell, ...]:
    """Numbers by the indicator they belong to: different units are never put together.

    Each indicator is a group of its own: at least k answers, the rest none or k, and not all the same (L7, L8).
    """
    if not gate.admits(said.where, len(said.values)):
        return ()
    numbers: dict[str, list[float]] = defaultdict(list)
    for value, unit in zip(said.values, said.units, strict=True):
        if isinstance(value, Amount):
            numbers[unit].append(float(value.number))
    varied = {unit: len(given) for unit, given in numbers.items() if unit and len(set(given)) > 1}
    alike = sum(len(given) for given in numbers.values()) - sum(varied.values())
    shown, rest = gate.groups(said.where, {**varied, **({"": alike} if alike else {})})
    rest += shown.pop("", 0)
    table = [
        Cell(item.id, item.label, shown[item.id], median=float(statistics.median(numbers[item.id])))
        for item in _measures(survey, question, wording)
        if item.id in shown
    ]
    if table and sum(shown.values()) < len(said.values):
        table.append(Cell("other", wording.say("indicator-others"), rest or None, rest == 0))
    return tuple(table)


def _measures(survey: Survey, question: Number, wording: Wording) -> list[Cell]:
    about = next((q for q in survey.questionnaire.question if q.id == question.unit_from), None)
    if not isinstance(about, Chosen | Indicator) or about.options_from is None:
        return []
    labels = []
    for item in survey.items(about.options_from):
        label = say(item.label, wording.language)
        labels.append(Cell(item.id, f"{label} ({item.measure})" if item.measure else label, None))
    return labels


def unit_of(value: Value | None) -> str:
    """The indicator a number belongs to; '' for one's own, whose unit nobody knows."""
    return value.option if isinstance(value, Choice) else ""


def _places(survey: Survey, said: Said, gate: Gate, wording: Wording) -> tuple[Cell, ...]:
    """Places by name, each with at least k people; never a coordinate."""
    if not gate.admits(said.where, len(said.values)):
        return ()
    names = {place.id: say(place.label, wording.language) for place in survey.fill.place}
    tally = Counter(place_name(value, names) for value in said.values)
    shown, rest = gate.groups(said.where, tally)
    ranked = sorted(shown.items(), key=lambda pair: (-pair[1], pair[0]))
    table = [
        Cell(f"place_{number}", name, count)
        if name
        else Cell(MAP, wording.say("place-on-map"), count)
        for number, (name, count) in enumerate(ranked, start=1)
    ]
    if len(shown) < len(tally):
        table.append(Cell("other", wording.say("place-others"), rest or None, rest == 0))
    return tuple(table)


def place_name(value: Value, names: Mapping[str, str]) -> str:
    """What a place is counted as: its name, or '' for a mark on the map."""
    match value:
        case NamedPlace(place=place):
            return names.get(place, place)
        case Words(text=text):
            return " ".join(text.split()).strip(" .,!").capitalize()
        case _:
            return ""
