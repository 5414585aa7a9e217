"""The gate: nothing on a base under k, and no group left over that subtraction would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.disclosure import Gate
from surveys.survey import K_MIN


def test_k_is_five() -> None:
    assert K_MIN == 5


@pytest.mark.parametrize(("base", "waits"), [(0, 5), (4, 1), (5, 0), (18, 0)])
def test_a_view_tells_how_many_answers_it_waits_for(base: int, waits: int) -> None:
    assert Gate().waits_for(base) == waits


def test_counts_are_shown_whole_or_not_at_all_and_holding_back_is_logged_once() -> None:
    gate = Gate()
    assert gate.counts("q", 5, {"a": 1, "b": 4}) == {"a": 1, "b": 4}
    assert gate.counts("q", 4, {"a": 1, "b": 3}) == {"a": None, "b": None}
    gate.counts("q", 4, {"a": 1, "b": 3})
    assert [(entry.where, entry.reason) for entry in gate.log] == [("q", "base_below_k")]


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(1, 12), max_size=8))
def test_no_group_under_k_is_shown_or_can_be_subtracted(counts: dict[str, int]) -> None:
    shown, rest = Gate().groups("places", counts)
    assert all(count >= K_MIN for count in shown.values())
    assert rest == 0 or rest >= K_MIN
    left = sum(counts.values()) - sum(shown.values())
    assert left == 0 or left >= K_MIN or not shown


def test_words_need_ten_answers_and_two_people() -> None:
    assert Gate().words("cloud", 9, {"tid": 4}) == {}
    assert Gate().words("cloud", 10, {"tid": 4, "grums": 1}) == {"tid": 4}


def test_quotes_need_a_base_and_approval() -> None:
    assert Gate().quotes("q", 4, ["a"], [True]) == []
    assert Gate().quotes("q", 5, ["a", "b"], [True, False]) == ["a"]
