"""Whatever people do in whatever order, tallies equal a recount and the projection equals the log."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from store_people import NOW, Person, open_survey

from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Choices, Outside, Skipped, Words, cells
from surveys.store.store import Store

VALUES = st.one_of(
    st.none(),
    st.builds(Choice, st.sampled_from(["much", "some", "none"])),
    st.just(Outside("dont_know")),
    st.just(Skipped()),
    st.builds(Choices, st.lists(st.sampled_from(["food", "talk"]), unique=True).map(tuple)),
    st.builds(Words, st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]))),
)
KEYS = st.builds(
    Key, st.sampled_from(["useful", "topics", "words"]), st.sampled_from(["", "a", "b"])
)
MOVES = st.tuples(
    st.integers(0, 2),
    st.dictionaries(KEYS, VALUES, max_size=3),
    st.frozensets(KEYS, max_size=2),
    st.booleans(),
)


async def _walk(moves: list[tuple[int, dict[Key, object], frozenset[Key], bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with await Store.open(f"sqlite:///{folder}/walk.sqlite") as store:
            survey = await open_survey(store)
            people = [Person(store, survey, f"person{n}") for n in range(3)]
            await asyncio.gather(*(person.begin() for person in people))
            for who, values, aside, erased in moves:
                person = people[who]
                if erased:
                    await store.erase(survey.id, person.address, NOW)
                    people[who] = Person(store, survey, f"person{who}")
                    await people[who].begin()
                else:
                    await person.submit(person.step(values, aside))  # type: ignore[arg-type]
            expected = Counter(
                (key.question, key.turn, cell)
                for person in people
                for key, value in person.state.answers.items()
                if person.active[key]
                for cell in cells(value)
            )
            assert await store.tallies(survey.id) == expected
            assert (await store.verify()).differences == ()
            await store.close_survey(survey.code, NOW)
            assert await store.tallies(survey.id) == expected
            assert (await store.verify()).differences == ()


@settings(max_examples=10, deadline=None)
@given(st.lists(MOVES, max_size=12))
def test_tallies_equal_a_recount_after_any_walk(
    moves: list[tuple[int, dict[Key, object], frozenset[Key], bool]],
) -> None:
    asyncio.run(_walk(moves))
