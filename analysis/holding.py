"""Differencing through conditions: how many were asked a question can tell what few people answered to another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.frames import given
from surveys.conversation.plan import plan_of
from surveys.conversation.values import Outside, Skipped
from surveys.questionnaire.expressions import names, parse_value
from surveys.questionnaire.models import Calculate

if TYPE_CHECKING:
    from analysis.disclosure import Gate
    from analysis.frames import Given, SurveyData
    from surveys.conversation.plan import Plan
    from surveys.conversation.slot import Slot
    from surveys.conversation.state import Key
    from surveys.survey import Survey


def left_out(data: SurveyData, gate: Gate) -> frozenset[Key]:
    """The questions that are not told of at all: what few answered decides who is asked them, or what is told of them
    would have to be subtracted from an earlier publication. Those that stand as they were then are written down.
    """
    if data.edition is None:
        return held_back(data.survey, given(data), gate)
    for key in sorted(data.edition.held | data.edition.kept):
        gate.hold(where_of(key), "since_last")
    return held_back(data.survey, given(data), gate) | data.edition.held


def where_of(key: Key) -> str:
    """What the log of what is held back calls a question in its turn."""
    return f"question:{key.question}" + (f":{key.turn}" if key.turn else "")


def held_back(survey: Survey, said: Given, gate: Gate) -> frozenset[Key]:
    """The questions, by turn, whose mere number of answers is not told.

    They are asked on a condition about a question that some have answered, but fewer than k. Whoever is asked
    nothing because of a question that is held back is held back too.
    """
    plan = plan_of(survey)
    held: set[Key] = set()
    for slot in plan.slots:
        if slot.condition is None:
            continue
        sources = list(sources_of(plan, slot))
        if any(source.key in held or _few(source, said, gate) for source in sources):
            held.add(slot.key)
            gate.hold(where_of(slot.key), "complementary")
    return frozenset(held)


def _few(source: Slot, said: Given, gate: Gate) -> bool:
    """By those who answered in substance: they are the base of the table that is not shown."""
    answered = sum(
        not isinstance(value, Skipped | Outside) for _, value in said.get(source.key, ())
    )
    return 0 < answered < gate.k


def sources_of(plan: Plan, slot: Slot) -> Iterator[Slot]:
    """The slots a condition looks at: those named, in the turns that agree with this one's."""
    if slot.condition is None:
        return
    waiting = [name for name, _ in names(slot.condition)]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for source in plan.turns.get(name, ()):
            if isinstance(source.question, Calculate):
                waiting += [inner for inner, _ in _names_in(source.question.value)]
            shared = source.items.keys() & slot.items.keys()
            if all(source.items[name].id == slot.items[name].id for name in shared):
                yield source


def _names_in(value: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    return names(parse_value(value))
