"""All publications of a survey over time, whoever publishes: no two of them tell on fewer than k people (G6).

Random rooms answer, change their minds, erase, look at walls, make reports and close. Everything that was published
is kept, and every pair of it is subtracted.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from editions_room import PEOPLE_THERE, TEXTS, VALUES, K, Move, Room, step
from hypothesis import given
from hypothesis import strategies as st

from analysis.report.as_json import to_json
from surveys.conversation.values import Choice
from tests.often import often

crowds = st.builds(range, st.integers(0, PEOPLE_THERE - 1), st.integers(0, PEOPLE_THERE))
MOVES = st.tuples(
    st.sampled_from(("first", "second", "both", "erase", "nothing")),
    crowds,
    st.frozensets(st.sampled_from(tuple(VALUES)), min_size=1),
    st.sampled_from(("report", "report", "wall", "nobody")),
    st.frozensets(st.sampled_from(tuple(VALUES)), min_size=1),
)


def walk(moves: list[Move], publish: Callable[[Room], None]) -> Room:
    room = Room()
    for move in moves:
        step(room, move, publish)
    room.close(publish)
    return room


@often(200)
@given(st.lists(MOVES, max_size=14))
def test_no_two_published_tables_isolate_fewer_than_k(moves: list[Move]) -> None:
    """Reports, walls and break-downs: bases differ by nothing or by k, and nobody stands alone between two of them."""
    room = walk(moves, Room.tell)
    for first, second in combinations(room.tables, 2):
        if first.of != second.of:
            continue
        small, large = sorted((first.people, second.people), key=len)
        if small < large:
            assert len(large - small) >= K, (first, second)
        if first.base == second.base and first.group == second.group:
            assert first.numbers.items() <= second.numbers.items() or (
                second.numbers.items() <= first.numbers.items()
            )
    assert all(table.base >= K for table in room.tables)


@often(60)
@given(st.lists(MOVES, max_size=7))
def test_every_number_of_two_reports_differs_by_nothing_or_stands_on_k_more(
    moves: list[Move],
) -> None:
    """Every number of every pair: the same base means the same numbers, another base means k people more."""
    room = walk(moves, Room.report)
    for (_, first), (_, second) in combinations(room.reports, 2):
        before, after = to_json(first), to_json(second)
        asked = {question["id"]: question for question in before["questions"]}
        for question in after["questions"]:
            was = asked.get(question["id"])
            if was is None or was["n"] < K or question["n"] < K:
                continue  # under k nothing but how many answered is told
            if question["n"] == was["n"]:
                assert question["cells"] == was["cells"]
                assert question["missing"] == was["missing"]
                assert question["median"] == was["median"]
            else:
                assert question["n"] - was["n"] >= K


@often(60)
@given(st.lists(MOVES, max_size=7))
def test_themes_count_on_when_nothing_they_rest_on_has_moved(moves: list[Move]) -> None:
    room = walk(moves, Room.report)
    for (told, first), (then, second) in combinations(room.reports, 2):
        if first.keep is None or second.keep is None or first.waits or second.waits:
            continue
        before, after = first.keep, second.keep
        if not (before.waits or after.waits):
            assert after.base == before.base or after.base - before.base >= K
        same = all(told.get(part) == then.get(part) for part in TEXTS)
        if same and not after.waits and not before.waits:
            counts = [{theme.id: theme.people for theme in side.themes} for side in (before, after)]
            assert counts[0] == counts[1]


def answered(room: Room, numbers: range, age: str) -> None:
    for number in numbers:
        came = "yes" if number % 3 else "no"
        room.answers[f"p{number:02}"] = {"age": Choice(age), "came": Choice(came)}


@pytest.mark.parametrize(("older", "shown"), [(11, False), (15, True)])
def test_a_group_that_is_an_earlier_report_and_one_person_more_is_not_shown(
    older: int, shown: bool
) -> None:
    """Ten of the old were all that the first report told of: the group of eleven minus that report is one person."""
    room = Room()
    answered(room, range(10), "old")
    room.tell()
    answered(room, range(10, older), "old")
    answered(room, range(older, older + 8), "young")
    room.close(Room.tell)
    assert any(table.group for table in room.tables) is shown
