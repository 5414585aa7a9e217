"""The path: which questions a person is asked, computed from the answers and nothing else.

path = f(questionnaire, fill, answers, facts). Back, change, skip, resume and drop-off all follow from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from surveys.conversation.evaluating import holds, value_of
from surveys.conversation.parts import STATEMENTS, part_at, part_question, parts_of
from surveys.conversation.plan import Drawn, Plan, plan_of
from surveys.conversation.respondent import is_named
from surveys.conversation.slot import Slot
from surveys.conversation.state import Key, State
from surveys.questionnaire.expressions import parse, parse_value
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Calculate, Chosen, Hidden

if TYPE_CHECKING:
    import datetime as dt

    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


def path(survey: Survey, state: State) -> Path:
    """Every question asked with these answers, in order. One pass: conditions look backwards only."""
    return Path.of(survey, state)


class Path:
    """What one person is asked, and what the answers on the way mean for conditions and texts. Made by `of`."""

    def __init__(self, survey: Survey, state: State, before: Path | None = None) -> None:
        self.survey = survey
        self._answers = state.answers
        self._drawn = _drawn(state)
        self._plan = before.plan if before is not None else plan_of(survey, self._drawn)
        self._on: AbstractSet[Key] = frozenset()
        self._computed: dict[Key, Decimal | str | None] = {}
        self.slots: tuple[Slot, ...] = ()

    @classmethod
    def of(cls, survey: Survey, state: State) -> Path:
        """The whole path."""
        along = cls(survey, state)
        if along.plan.whole is not None:
            return along._everything(along.plan.whole)
        along._walk(state, along.plan.slots, [])
        return along

    def _everything(self, whole: frozenset[Key]) -> Path:
        """Where nothing follows from answers there is nothing to walk."""
        self._on, self.slots = whole, self.plan.slots
        return self

    def changed(self, state: State, keys: Iterable[Key]) -> Path:
        """The path when the answers to `keys` are new: up to the first of them it stays as it is.

        Conditions look backwards only, so what stands before a changed answer cannot depend on it.
        """
        if _drawn(state) != self._drawn:
            return Path.of(self.survey, state)
        after = Path(self.survey, state, self)
        if self.plan.whole is not None:
            return after._everything(self.plan.whole)
        place = min((self._stays_to(key) for key in keys), default=0)
        kept = list(takewhile(lambda slot: self._place(slot.key) <= place, self.slots))
        after._on = {slot.key for slot in kept}
        after._computed = {
            key: value for key, value in self._computed.items() if self.plan.places[key] <= place
        }
        after._walk(state, self.plan.slots[place + 1 :], kept)
        return after

    def _place(self, key: Key) -> int:
        """Where a key stands in the plan; every part of a question of statements stands where it does."""
        place = self._plan.places.get(key)
        return place if place is not None else self._plan.places[Key(key.question)]

    def _stays_to(self, key: Key) -> int:
        """How far the path stays as it is when a key's answer changes: a vote may bring the next statement."""
        return self._place(key) - (key not in self._plan.places)

    @property
    def plan(self) -> Plan:
        """What the path was chosen from."""
        return self._plan

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The keys of the slots."""
        return tuple([slot.key for slot in self.slots])

    def _walk(self, state: State, slots: Iterable[Slot], walked: list[Slot]) -> None:
        """Goes on along the plan from what has been walked; a plain loop, for every turn goes through it."""
        on, shared = set(self._on), state.seats > 1
        self._on = on
        for slot in slots:
            if slot.condition is not None and not holds(slot.condition, Around(self, slot)):
                continue
            if shared and not _at_this_device(slot, state):
                continue
            if slot.asked and slot.question.kind == STATEMENTS:
                parts = tuple(
                    parts_of(slot, state)
                )  # one slot for each part that lies before this person
                on.update(part.key for part in parts)
                walked.extend(parts)
            elif slot.asked:
                on.add(slot.key)
                walked.append(slot)
            else:
                self._computed[slot.key] = self._compute(slot)
        self.slots = tuple(walked)

    def _compute(self, slot: Slot) -> Decimal | str | None:
        question = slot.question
        if isinstance(question, Calculate):
            return value_of(parse_value(question.value), Around(self, slot))
        assert isinstance(question, Hidden)
        given = self.survey.fill.answers.get(question.id)
        return say(given, "sv") if given is not None else question.value

    def __contains__(self, key: object) -> bool:
        return key in self._on

    def knows(self, key: Key) -> bool:
        """Whether the survey has the question in this turn, on the path or not."""
        return key in self._plan.by_key or self._voted(key) is not None

    def slot(self, key: Key) -> Slot:
        """The slot of a key, on the path or not. Raises KeyError for a key the survey does not have."""
        found = self._plan.by_key.get(key) or self._voted(key)
        if found is None:
            raise KeyError(key)
        return found

    def _voted(self, key: Key) -> Slot | None:
        """The part of a question of statements that a turn names; None where nothing is voted on."""
        whole = self._plan.by_key.get(Key(key.question))
        if whole is None or whole.question.kind != STATEMENTS or not key.turn:
            return None
        return part_at(whole, key.turn)

    def around(self, slot: Slot) -> Around:
        """What conditions and texts of a slot can speak of."""
        return Around(self, slot)

    @cached_property
    def screens(self) -> tuple[tuple[Slot, ...], ...]:
        """The slots screen by screen: a table's rows together."""
        grouped: dict[object, list[Slot]] = {}
        for slot in self.slots:
            place = (slot.table, "table") if slot.table is not None else slot.key
            grouped.setdefault(place, []).append(slot)
        return tuple(tuple(slots) for slots in grouped.values())

    def screen_of(self, key: Key) -> int:
        """Which screen a key stands on, from 0."""
        return self._screens_by_key[key]

    @cached_property
    def _screens_by_key(self) -> Mapping[Key, int]:
        return {slot.key: number for number, slots in enumerate(self.screens) for slot in slots}

    def question(self, slot: Slot) -> AnyQuestion:
        """The question as it is asked here: without the options that are not offered."""
        question = slot.question
        if slot.part:
            return part_question(slot)
        if not isinstance(question, Chosen) or all(o.show_if is None for o in question.options):
            return question
        scope = Around(self, slot)
        offered = tuple(
            option
            for option in question.options
            if option.show_if is None or holds(parse(option.show_if), scope)
        )
        return question.model_copy(update={"options": offered})

    # What `Around` looks up.

    def answers_to(self, name: str, slot: Slot) -> Sequence[tuple[AnyQuestion | None, Value]]:
        """The answers on the path that `name` stands for at `slot`: its own turn's, or those of all turns beneath."""
        key = self._key_from(name, slot)
        if key is not None:
            value = self._answers.get(key) if key in self._on else None
            return () if value is None else ((self._plan.by_key[key].question, value),)
        return tuple(
            (other.question, self._answers[other.key])
            for other in self._plan.turns.get(name, ())
            if other.key in self._on and other.key in self._answers and _beneath(other, slot)
        )

    def computed(self, name: str, slot: Slot) -> Decimal | str | None:
        """What a calculation, a hidden value or the organiser's answer says at `slot`."""
        key = self._key_from(name, slot)
        if key is not None and key in self._computed:
            return self._computed[key]
        given = self.survey.fill.answers.get(name)
        return say(given, "sv") if given is not None and name not in self._plan.turns else None

    def _key_from(self, name: str, slot: Slot) -> Key | None:
        """The one turn of `name` that lies in the slot's own; None when there are several, or no such question."""
        alone = self._plan.alone.get(name)
        if alone is not None:
            return alone
        dimensions = self._plan.dimensions.get(name)
        if dimensions is None or any(each not in slot.items for each in dimensions):
            return None
        key = Key(name, "/".join(slot.items[each].id for each in dimensions))
        return key if key in self._plan.by_key else None


class Around:
    """The scope of conditions and calculations at one slot (`surveys.conversation.evaluating.Scope`)."""

    __slots__ = ("_path", "_slot")

    def __init__(self, along: Path, slot: Slot) -> None:
        self._path = along
        self._slot = slot

    def values(self, name: str) -> Sequence[tuple[AnyQuestion | None, Value]]:
        """Every answer that a name stands for here."""
        return self._path.answers_to(name, self._slot)

    def item(self, name: str) -> str | None:
        """The turn's item in a dimension."""
        item = self._slot.items.get(name)
        return item.id if item is not None else None

    def computed(self, name: str) -> Decimal | str | None:
        """The value of a calculation or a hidden question."""
        return self._path.computed(name, self._slot)


class Given(Around):
    """The same with the answer that is about to be given: what `valid_if` speaks of."""

    __slots__ = ("_value", "today")

    def __init__(self, along: Path, slot: Slot, value: Value, today: dt.date) -> None:
        super().__init__(along, slot)
        self._value = value
        self.today = today

    def values(self, name: str) -> Sequence[tuple[AnyQuestion | None, Value]]:
        """The new answer under the question's own id; the others as they are."""
        if name == self._slot.key.question:
            return ((self._slot.question, self._value),)
        return super().values(name)


def _drawn(state: State) -> Drawn:
    """What chance gave this person; a named respondent goes through everything."""
    drawn: Mapping[str, Sequence[str]] = state.facts.get("drawn", {})
    if not drawn or is_named(state.answers):
        return ()
    return tuple(sorted((dimension, tuple(items)) for dimension, items in drawn.items()))


def _at_this_device(slot: Slot, state: State) -> bool:
    """A private question of a turn is asked on the phone of the one whose turn it is."""
    if not slot.question.private or not slot.items:
        return True
    return slot.place % state.seats == state.seat


def _beneath(slot: Slot, outer: Slot) -> bool:
    """Whether a slot's turn lies within the other's, as far as they share dimensions."""
    shared = slot.items.keys() & outer.items.keys()
    return all(slot.items[each].id == outer.items[each].id for each in shared)


def question_of(survey: Survey, state: State, key: Key) -> AnyQuestion:
    """The question a key names, on the path or not. Raises KeyError when the survey has none."""
    return path(survey, state).slot(key).question


def current(state: State, along: Path) -> Key | None:
    """Where the person stands: the focus when it is on the path, else the first question without an answer."""
    if state.focus is not None and state.focus in along:
        return state.focus
    return first_open(state.answers, along)


def first_open(answers: Mapping[Key, Value], along: Path) -> Key | None:
    """The first key on the path without an answer; None when everything is answered or skipped."""
    for key in along.keys:
        if key not in answers:
            return key
    return None
