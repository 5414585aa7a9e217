"""The plan of one survey: every question in every turn of its loop, in the order they would be asked.

plan = f(questionnaire, fill, drawn). What of it a person is asked follows from the answers (`path.py`).

Consecutive questions that share their first loop dimension are one block: the block is gone through item by
item, and inside it the same holds for the next dimension. A compact loop, and every matrix, keeps its innermost
dimension together as the rows of one table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from surveys.conversation.respondent import respondent_question
from surveys.conversation.rounds import notes_of
from surveys.conversation.slot import Slot
from surveys.conversation.state import Key
from surveys.questionnaire.expressions import parse
from surveys.questionnaire.models import (
    Calculate,
    Hidden,
    Matrix,
    Single,
    Statements,
    Steps,
    YesNo,
)

if TYPE_CHECKING:
    from surveys.questionnaire.models import AnyQuestion, Item, Questionnaire
    from surveys.survey import Fill, Survey

Drawn: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Sampled items by dimension, sorted: hashable."""

ROWS = "=rows"
"""The dimension of a matrix's own rows; no identifier can be it."""
NEVER_ASKED = (Calculate, Hidden)


@dataclass(frozen=True, slots=True)
class Plan:
    """All slots in order, and by key; `dimensions` are what each question loops over, by question id."""

    slots: tuple[Slot, ...]
    by_key: Mapping[Key, Slot]
    dimensions: Mapping[str, tuple[str, ...]]
    turns: Mapping[str, tuple[Slot, ...]]
    places: Mapping[Key, int]
    """Where each key stands among the slots."""
    alone: Mapping[str, Key]
    """The keys of questions outside loops."""
    whole: frozenset[Key] | None
    """Every key, where everybody is asked everything; None where what one is asked follows from answers."""


def plan_of(survey: Survey, drawn: Drawn = ()) -> Plan:
    """The plan of a survey for somebody who drew these items; made once and remembered."""
    return _plan(_Same(survey.questionnaire, survey.fill), drawn)


class _Same:
    """A questionnaire and a fill, equal only to themselves: they are frozen, and hashing them would be slow."""

    __slots__ = ("fill", "questionnaire")

    def __init__(self, questionnaire: Questionnaire, fill: Fill) -> None:
        self.questionnaire = questionnaire
        self.fill = fill

    def __hash__(self) -> int:
        return hash((id(self.questionnaire), id(self.fill)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Same)
            and self.questionnaire is other.questionnaire
            and self.fill is other.fill
        )


@lru_cache(maxsize=512)
def _plan(same: _Same, drawn: Drawn) -> Plan:
    expansion = _Expansion(same.questionnaire, same.fill, dict(drawn))
    slots = tuple(expansion.slots())
    turns: dict[str, list[Slot]] = {}
    for slot in slots:
        turns.setdefault(slot.key.question, []).append(slot)
    dimensions = {question.id: expansion.loop(question) for question in expansion.questions}
    return Plan(
        slots=slots,
        by_key={slot.key: slot for slot in slots},
        dimensions=dimensions,
        places={slot.key: place for place, slot in enumerate(slots)},
        alone={name: Key(name) for name, loop in dimensions.items() if not loop},
        whole=frozenset(slot.key for slot in slots) if all(map(_always, slots)) else None,
        turns={question: tuple(found) for question, found in turns.items()},
    )


class _Expansion:
    """Goes through the questionnaire once, block by block."""

    def __init__(
        self, questionnaire: Questionnaire, fill: Fill, drawn: Mapping[str, Sequence[str]]
    ) -> None:
        self._questionnaire = questionnaire
        self._fill = fill
        self._drawn = drawn
        name = respondent_question(questionnaire, fill)
        asked = [each for each in questionnaire.question if each.role != "organiser"]
        self.questions: list[AnyQuestion] = [name, *asked] if name is not None else asked
        self._rounds: set[tuple[str, str]] = set()

    def slots(self) -> Iterator[Slot]:
        """Every slot, in order."""
        return self._block(self.questions, {}, 0)

    def loop(self, question: AnyQuestion) -> tuple[str, ...]:
        """The dimensions of a question's turns; a matrix ends with its rows."""
        if isinstance(question, Matrix):
            return (*question.loop, question.rows_from or ROWS)
        return question.loop

    def _outer(self, question: AnyQuestion) -> tuple[str, ...]:
        """The dimensions that are gone through screen by screen."""
        loop = self.loop(question)
        return loop[:-1] if _is_table(question) else loop

    def _block(
        self, questions: Sequence[AnyQuestion], items: Mapping[str, Item], place: int
    ) -> Iterator[Slot]:
        depth, start = len(items), 0
        while start < len(questions):
            outer = self._outer(questions[start])
            if len(outer) <= depth:
                yield from self._turn(questions[start], items, place)
                start += 1
                continue
            end = start + 1
            while end < len(questions) and self._outer(questions[end])[depth : depth + 1] == (
                outer[depth],
            ):
                end += 1
            for number, item in enumerate(self._items(outer[depth])):
                inside = {**items, outer[depth]: item}
                if not depth:
                    yield from self._round(outer[depth], item, number)
                yield from self._block(questions[start:end], inside, place if depth else number)
            start = end

    def _round(self, dimension: str, item: Item, number: int) -> Iterator[Slot]:
        """The notes that keep a round's time, before the first of its questions."""
        written = next((d for d in self._questionnaire.dimension if d.id == dimension), None)
        if written is None or (dimension, item.id) in self._rounds:
            return
        self._rounds.add((dimension, item.id))
        for note in notes_of(written, self._questionnaire.unit, number):
            yield Slot(Key(note.id, item.id), note, None, {dimension: item}, place=number)

    def _has_options(self, question: AnyQuestion) -> bool:
        """Whether there is anything to choose among; an optional dimension may have been left empty."""
        dimension = getattr(question, "options_from", None)
        written = next((d for d in self._questionnaire.dimension if d.id == dimension), None)
        return written is None or not written.optional or bool(self._items(written.id))

    def _turn(self, question: AnyQuestion, items: Mapping[str, Item], place: int) -> Iterator[Slot]:
        if not self._has_options(question):
            return
        condition = parse(question.show_if) if question.show_if is not None else None
        outer = _turn_name(self._outer(question), items)
        if not _is_table(question):
            if not self._excluded(question, items):
                asked = not isinstance(question, NEVER_ASKED)
                key = Key(question.id, outer)
                yield Slot(key, question, condition, items, place=place, asked=asked)
            return
        dimension = self.loop(question)[-1]
        for number, row in enumerate(self._rows(question, dimension)):
            inside = {**items, dimension: row}
            if not self._excluded(question, inside):
                key = Key(question.id, f"{outer}/{row.id}" if outer else row.id)
                table = Key(question.id, outer)
                yield Slot(key, question, condition, inside, table, row, place if items else number)

    def _rows(self, question: AnyQuestion, dimension: str) -> tuple[Item, ...]:
        if isinstance(question, Matrix) and question.rows_from is None:
            return question.rows
        return self._items(dimension)

    def _items(self, dimension: str) -> tuple[Item, ...]:
        """The items a loop goes through: the drawn ones where some were drawn, then `always_last`."""
        written = next((d for d in self._questionnaire.dimension if d.id == dimension), None)
        own = self._fill.dimension.get(dimension)
        items = own.items if own is not None and own.items else written.items if written else ()
        if dimension in self._drawn:
            items = tuple(item for item in items if item.id in self._drawn[dimension])
        last = written.always_last if written is not None else None
        return (*items, last) if last is not None else items

    @staticmethod
    def _excluded(question: AnyQuestion, items: Mapping[str, Item]) -> bool:
        return any(item.id in question.loop_exclude for item in items.values())


def _always(slot: Slot) -> bool:
    """Whether a person is asked it whatever has been answered, on whichever device."""
    simple = slot.asked and slot.condition is None and not isinstance(slot.question, Statements)
    return simple and not (slot.question.private and slot.items)


def _is_table(question: AnyQuestion) -> bool:
    return isinstance(question, Matrix) or (
        question.compact and bool(question.loop) and isinstance(question, Steps | Single | YesNo)
    )


def _turn_name(dimensions: Sequence[str], items: Mapping[str, Item]) -> str:
    return "/".join(items[dimension].id for dimension in dimensions)
