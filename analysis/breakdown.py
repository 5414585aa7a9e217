"""Answers by groups of people: a door of its own, narrower than the one for totals (L7, L8).

- Only after closing, when there will be no other publication to compare with, and never of free text.
- By one background question in the whole report: two break-downs could be subtracted from each other.
- Each group has at least k people in the question's own base, and so have those left over, or nobody is.
- No group, and no groups together, lie so near to an earlier publication that fewer than k people would be left.
- A group that answered with one voice is not shown, for then everybody in it is known. What is left over when shown
  groups are subtracted from the total must not be of one voice either; else the question is not broken down.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement
from typing import TYPE_CHECKING

from analysis.asking import asked, texts_of
from analysis.frames import SurveyData, given
from analysis.tables import Cell, options_of
from surveys.conversation.values import Choice, Choices
from surveys.questionnaire.models import Scale, Single, YesNo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.disclosure import Gate
    from analysis.wording import Wording
    from surveys.conversation.slot import Slot
    from surveys.conversation.state import Key

BREAKDOWN = "breakdown:"
"""How the log names a part of its: before the question's id."""
_REST = ""
"""Those who are in no group that is shown."""
LEAST_GROUPS = 2
MOST_EARLIER, MOST_TOGETHER = 40, 6
"""Publications and groups that are looked at: more would take for ever, and nobody subtracts them by hand."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group's answers to a question; `cells` in the question's order."""

    label: str
    n: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class BreakDown:
    """One question by groups. `rest`: how many answered it and are in no group shown; 0 or at least k."""

    question: str
    kind: str
    text: str
    by: str
    groups: tuple[Group, ...]
    rest: int


def break_downs(data: SurveyData, gate: Gate, wording: Wording) -> tuple[BreakDown, ...]:
    """Every question of one answer that everybody was asked, by the first background question; () before closing."""
    background = _background(data)
    if background is None or data.survey.closed_at is None:
        return ()
    belongs = _choices(data, background)
    labels = {cell.id: cell.label for cell in options_of(data.survey, background.question, wording)}
    by = texts_of(data.survey, background, wording.language).full
    found = [
        _broken_down(data, slot, belongs, labels, by, gate, wording)
        for slot in _askable(data)
        if slot.key != background.key
    ]
    return tuple(one for one in found if one is not None)


def _askable(data: SurveyData) -> list[Slot]:
    """Questions of one answer, outside loops and conditions: of others it is unknown who was not asked."""
    return [
        slot
        for slot in asked(data)
        if isinstance(slot.question, Single | Scale | YesNo)
        and not slot.items
        and slot.condition is None
    ]


def _background(data: SurveyData) -> Slot | None:
    return next((slot for slot in _askable(data) if slot.question.background), None)


def _choices(data: SurveyData, slot: Slot) -> dict[int, str]:
    return {
        who: value.option
        for who, value in given(data).get(slot.key, ())
        if isinstance(value, Choice)
    }


def _broken_down(
    data: SurveyData,
    slot: Slot,
    belongs: Mapping[int, str],
    labels: Mapping[str, str],
    by: str,
    gate: Gate,
    wording: Wording,
) -> BreakDown | None:
    tables: dict[str, Counter[str]] = {name: Counter() for name in (*labels, _REST)}
    people: dict[str, set[int]] = {name: set() for name in tables}
    for who, option in _choices(data, slot).items():
        tables[belongs.get(who, _REST)][option] += 1
        people[belongs.get(who, _REST)].add(who)
    where = f"{BREAKDOWN}{slot.question.id}"
    shown, rest = admitted(tables, where, gate)
    if near_an_earlier(data, slot.key, _together([people[name] for name in shown]), gate.k):
        gate.hold(where, "since_last")
        return None
    if len(shown) < LEAST_GROUPS:
        return None
    cells = options_of(data.survey, slot.question, wording)
    return BreakDown(
        question=slot.question.id,
        kind=slot.question.kind,
        text=texts_of(data.survey, slot, wording.language).full,
        by=by,
        groups=tuple(
            Group(
                labels[name],
                tables[name].total(),
                tuple(Cell(c.id, c.label, tables[name][c.id], value=c.value) for c in cells),
            )
            for name in labels
            if name in shown
        ),
        rest=rest,
    )


def _together(groups: Sequence[set[int]]) -> list[set[int]]:
    """Every few of the groups as one."""
    return [
        set[int]().union(*some)
        for size in range(1, min(len(groups), MOST_TOGETHER) + 1)
        for some in combinations(groups, size)
    ]


def near_an_earlier(data: SurveyData, key: Key, groups: Sequence[set[int]], k: int) -> bool:
    """Whether subtracting shown groups and what was published before from each other leaves one to k - 1 people.

    Before: everybody who was in an earlier publication of the question, and everybody who came between two of them.
    """
    came = {
        row.respondent: row.came
        for row in data.rows
        if row.key == key and isinstance(row.value, Choice | Choices)
    }
    times = sorted(set(came.values()))[:MOST_EARLIER]
    earlier = [
        {who for who, time in came.items() if first <= time <= last}
        for first, last in combinations_with_replacement(times, 2)
        if (first, last) != (times[0], times[-1])
    ]
    return any(_leaves_few(one, other, k) for one in groups for other in earlier)


def _leaves_few(one: set[int], other: set[int], k: int) -> bool:
    """Only of two of which one holds the other a difference is somebody's."""
    return (one < other and len(other - one) < k) or (other < one and len(one - other) < k)


def admitted(
    tables: Mapping[str, Counter[str]], where: str, gate: Gate
) -> tuple[frozenset[str], int]:
    """Which groups may be shown, and how many people are in none of them; none when that cannot be done safely.

    `tables` holds each group's answers, those in no group under ''.
    """
    varied = {
        name: table.total() for name, table in tables.items() if name != _REST and len(+table) > 1
    }
    total = sum(table.total() for table in tables.values())
    outside = total - sum(varied.values())
    counts = {**varied, **({_REST: outside} if outside else {})}
    shown, _ = gate.groups(where, counts)
    names = frozenset(shown) - {_REST}
    rest = sum((table for name, table in tables.items() if name not in names), Counter[str]())
    if rest and (rest.total() < gate.k or len(+rest) < 2):
        gate.hold(where, "complementary")
        return frozenset(), 0
    return names, rest.total()
