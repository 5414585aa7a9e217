"""Between any two publications at least k people differ, whatever people answer, change and erase (G6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from walking import opened

from analysis.live_votes import vote_frames
from analysis.releasing import Frame, may_follow, release
from tests.often import often

K = 5
PEOPLE = 16
PARTS = ("source", "beside", "because")
FOLLOWS = {"because": {"source"}}
"""`because` is asked of those who answered yes to `source`."""


@dataclass
class Room:
    """What each person stands for now, and everything that has been published."""

    answers: dict[str, dict[int, str]] = field(default_factory=lambda: {part: {} for part in PARTS})
    released: dict[str, Frame] = field(default_factory=dict)
    published: dict[str, list[tuple[Frame, dict[int, str]]]] = field(
        default_factory=lambda: {part: [] for part in PARTS}
    )
    """Every frame that was ever shown of a part, with who stood for what in it."""

    def counted(self) -> dict[str, dict[int, str]]:
        """Answers on the path."""
        asked = {who for who, said in self.answers["source"].items() if said == "yes"}
        because = {who: it for who, it in self.answers["because"].items() if who in asked}
        return {**{part: dict(said) for part, said in self.answers.items()}, "because": because}

    def frames(self) -> dict[str, Frame]:
        return {part: frame(said) for part, said in self.counted().items()}

    def look(self, wanted: frozenset[str]) -> None:
        """Somebody looks at the wall."""
        moved = release(self.released, self.frames(), follows=FOLLOWS, wanted=wanted, k=K)
        self.released |= moved
        for part, shown in moved.items():
            self.published[part].append((shown, self.counted()[part]))


def frame(said: Mapping[int, str]) -> Frame:
    return Frame(len(said), Counter(said.values()))


crowds = st.builds(range, st.integers(0, PEOPLE - 1), st.integers(0, PEOPLE))
"""Some people who sit side by side: one, many or nobody."""
MOVES = st.tuples(
    st.sampled_from(("yes", "no", "erase")),
    crowds,
    st.frozensets(st.sampled_from(PARTS)),
    st.frozensets(st.sampled_from(PARTS)),
)
"""What some people do, about which parts, and which parts somebody then looks at."""
Move: TypeAlias = tuple[str, range, frozenset[str], frozenset[str]]


def walk_on(room: Room, move: Move) -> None:
    what, crowd, parts, looked_at = move
    for part in parts:
        for who in crowd:
            if what == "erase":
                room.answers[part].pop(who, None)
            else:
                room.answers[part][who] = what
    room.look(looked_at)


@often(400)
@given(st.lists(MOVES, max_size=30))
def test_no_two_publications_isolate_fewer_than_k(moves: list[Move]) -> None:
    room = Room()
    for move in moves:
        walk_on(room, move)
    for part in PARTS:
        for (first, before), (second, after) in combinations(room.published[part], 2):
            differ = {who for who, _ in before.items() ^ after.items()}
            assert len(differ) >= K
            assert second.base - first.base >= K
        assert all(shown.base >= K for shown, _ in room.published[part])


@often(400)
@given(st.lists(MOVES, max_size=30))
def test_what_depends_on_a_part_never_tells_more_of_it_than_was_released(
    moves: list[Move],
) -> None:
    """How many answered `because` is how many said yes to `source` at that moment, or fewer."""
    room = Room()
    for move in moves:
        before = room.released.get("because")
        walk_on(room, move)
        if room.released.get("because") != before:
            assert room.released["source"] == room.frames()["source"]


@pytest.mark.parametrize(
    ("last", "base", "may"),
    [
        (None, 4, False),
        (None, 5, True),
        (5, 5, False),
        (5, 9, False),
        (5, 10, True),
        (10, 6, False),
    ],
)
def test_a_part_appears_at_k_and_moves_when_k_more_have_answered(
    last: int | None, base: int, may: bool
) -> None:
    assert may_follow(None if last is None else Frame(last), Frame(base), K) is may


def test_a_change_of_mind_alone_moves_nothing() -> None:
    """Six said yes and one said no; the one who changed would stand alone."""
    released = {"source": Frame(7, {"yes": 6, "no": 1})}
    now = {"source": Frame(7, {"yes": 7, "no": 0})}
    assert release(released, now, follows={}, wanted={"source"}) == {}


def test_what_nobody_is_to_see_is_not_released() -> None:
    assert release({}, {"source": Frame(20)}, follows={}, wanted=()) == {}


VOTES = st.tuples(
    st.sampled_from(("agree", "disagree", "pass", "erase")),
    crowds,
    st.sampled_from(("seats", "cars")),
    st.booleans(),
)
"""How some people vote on a statement, or take their vote back, and whether somebody looks at the wall then."""


@often(200)
@given(st.lists(VOTES, max_size=30))
def test_no_two_pictures_of_votes_on_a_statement_isolate_fewer_than_k(
    moves: list[tuple[str, range, str, bool]],
) -> None:
    """From the running tallies to the wall's frames, as the wall makes them."""
    where = opened("place_statements")
    asked = next(q.id for q in where.questionnaire.question if q.kind == "statements")
    votes: dict[str, dict[int, str]] = {"seats": {}, "cars": {}}
    shown: dict[str, Frame] = {}
    pictures: dict[str, list[tuple[Frame, dict[int, str]]]] = {}
    for what, crowd, statement, looked in moves:
        for who in crowd:
            votes[statement].pop(who, None)
            if what != "erase":
                votes[statement][who] = what
        if not looked:
            continue
        tallies = Counter(
            (asked, name, vote) for name, cast in votes.items() for vote in cast.values()
        )
        now = vote_frames(where, tallies)
        moved = release(shown, now, follows={}, wanted=now)
        shown |= moved
        for part, picture in moved.items():
            name = part.rpartition("/")[2]
            pictures.setdefault(part, []).append((picture, dict(votes[name])))
    for kept in pictures.values():
        for (first, before), (second, after) in combinations(kept, 2):
            assert len({who for who, _ in before.items() ^ after.items()}) >= K
            assert second.base - first.base >= K
