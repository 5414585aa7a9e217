"""Whatever people do in whatever order, tallies equal a recount and the projection equals the log."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_people import NOW, Person, open_survey

from surveys.conversation.respondent import name_of
from surveys.conversation.state import Key
from surveys.conversation.values import (
    Choice,
    Choices,
    Outside,
    Skipped,
    Value,
    Words,
    cells,
)
from surveys.store.store import Store
from surveys.survey import Survey

VALUES = st.one_of(
    st.none(),
    st.builds(Choice, st.sampled_from(["much", "some", "none"])),
    st.just(Outside("dont_know")),
    st.just(Skipped()),
    st.builds(Choices, st.lists(st.sampled_from(["food", "talk"]), unique=True).map(tuple)),
    st.builds(Words, st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]))),
)
KEYS = st.builds(
    Key, st.sampled_from(["useful", "topics", "words", "alone"]), st.sampled_from(["", "a", "b"])
)
NAMES = st.dictionaries(
    st.just(Key("respondent")),
    st.one_of(st.none(), st.builds(Words, st.sampled_from(["Byn", "byn ", "Skolan"]))),
    max_size=1,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody answers, renames themselves, takes back, or lays aside; and is done or not."""

    who: int
    values: dict[Key, Value | None]
    name: dict[Key, Value | None]
    aside: frozenset[Key]
    complete: bool


@dataclass(frozen=True, slots=True)
class Erase:
    """Somebody erases, and begins anew with whoever shared the response."""

    who: int


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody who has nothing of their own shares another's response."""

    who: int
    other: int


PEOPLE = 4
_WHO = st.integers(0, PEOPLE - 1)
MOVES = st.one_of(
    st.builds(
        Answer,
        _WHO,
        st.dictionaries(KEYS, VALUES, max_size=3),
        NAMES,
        st.frozensets(KEYS, max_size=2),
        st.booleans(),
    ),
    st.builds(Erase, _WHO),
    st.builds(Join, _WHO, _WHO),
)


@dataclass
class World:
    """What there should be: who answered what, which responses are complete, and in which order."""

    store: Store
    survey: Survey
    people: list[Person]
    complete: dict[str, bool] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    moves: int = 0

    async def do(self, move: Answer | Erase | Join) -> None:
        self.moves += 1
        person = self.people[move.who]
        match move:
            case Answer():
                await person.reload()
                step = person.step({**move.values, **move.name}, move.aside)
                await person.submit(replace(step, complete=move.complete))
                self._note(person, move, any(not change.private for change in step.changes))
            case Erase():
                await self._erase(person)
            case Join():
                await self._join(person, self.people[move.other])

    def _note(self, person: Person, move: Answer, shared: bool) -> None:
        number = str(person.response_id)
        was, name = self.complete.get(number, False), person.state.answers.get(Key("respondent"))
        self.complete[number] = move.complete or (was and not shared)
        if shared or (self.complete[number] and not was and name is not None):
            self.last[number] = self.moves
        for other in self._sharing(person):
            other.active = person.active

    def _sharing(self, person: Person) -> list[Person]:
        return [each for each in self.people if each.response_id == person.response_id]

    async def _erase(self, person: Person) -> None:
        shared = self._sharing(person)
        await self.store.erase(self.survey.id, person.address, NOW)
        for each in shared:
            number = self.people.index(each)
            self.people[number] = Person(self.store, self.survey, each.name, turns=each.turns)
            if each is not person:
                await self.people[number].reload()
            await self.people[number].begin()

    async def _join(self, person: Person, other: Person) -> None:
        if person.response_id != other.response_id:
            if len(self._sharing(person)) > 1 or person.state.answers:
                await self._erase(person)
            await self.people[self.people.index(self._now(person))].join(self._now(other))

    def _now(self, person: Person) -> Person:
        return next(each for each in self.people if each.name == person.name)

    async def expected(self) -> Counter[tuple[str, str, str]]:
        """Tallies, counted from what the phones hold."""
        holders: dict[str, Person] = {}
        for person in self.people:
            await person.reload()
            holders[str(person.response_id)] = person
        found: Counter[tuple[str, str, str]] = Counter()
        for number, person in holders.items():
            if not self._superseded(number, holders):
                for key, value in person.state.answers.items():
                    if person.active[key] and key.question != "alone":
                        found.update((key.question, key.turn, cell) for cell in cells(value))
        return found

    def _superseded(self, number: str, holders: dict[str, Person]) -> bool:
        name = self._complete_name(number, holders)
        return name is not None and any(
            self._complete_name(other, holders) == name and self.last[other] > self.last[number]
            for other in holders
        )

    def _complete_name(self, number: str, holders: dict[str, Person]) -> str | None:
        if not self.complete.get(number, False):
            return None
        return name_of(holders[number].state.answers.get(Key("respondent")))


async def _walk(moves: list[Answer | Erase | Join]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with await Store.open(f"sqlite:///{folder}/walk.sqlite") as store:
            survey = await open_survey(store)
            people = [Person(store, survey, f"person{n}") for n in range(PEOPLE)]
            await asyncio.gather(*(person.begin() for person in people))
            world = World(store, survey, people)
            for move in moves:
                await world.do(move)
            expected = await world.expected()
            assert await store.tallies(survey.id) == expected
            assert (await store.verify()).differences == ()
            await store.close_survey(survey.code, NOW)
            assert await store.tallies(survey.id) == expected
            assert (await store.verify()).differences == ()


@settings(max_examples=15, deadline=None)
@given(st.lists(MOVES, max_size=16))
@pytest.mark.slow
def test_tallies_equal_a_recount_after_any_walk(moves: list[Answer | Erase | Join]) -> None:
    asyncio.run(_walk(moves))
