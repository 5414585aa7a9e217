"""Patterns mean what they mean everywhere else, and none of them can run away."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.questionnaire.patterns import PatternError, fits, pattern


@pytest.mark.parametrize(
    ("source", "fitting", "other"),
    [
        (r"^[A-Z]{2,3}-\d+$", "AB-12", "A-12"),
        (r"\+?46 ?\d{2}( ?\d{2,3}){2,3}", "+46 70 123 45 67", "+47 70 123 45 67"),
        (r"[^@\s]+@[^@\s]+\.[a-z]{2,}", "a.b@c.se", "a@b@c.se"),
        (r"^$|^(ja|nej)$", "", "kanske"),
        (r"\p{Lu}\p{L}*", "Åsa", "åsa"),
        (r"([1-9]|1[0-7])\.([1-9]|[a-d])", "17.d", "18.d"),
        (r"[a-c-]*?", "a-b", "d"),
    ],
)
def test_what_fits(source: str, fitting: str, other: str) -> None:
    assert fits(source, fitting)
    assert not fits(source, other)


@pytest.mark.parametrize(
    "source", ["(", "a{2", "*a", "[b-a]", r"\1", "(?=a)", "(?i)a", "a**", "x{9999}", "(" * 50]
)
def test_what_is_no_pattern_or_not_allowed(source: str) -> None:
    with pytest.raises(PatternError):
        pattern(source)
    assert not fits(source, "a")


def test_a_pattern_that_hangs_others_ends_here() -> None:
    """One that tried every way would not be done in the time that any test is given."""
    assert not fits("(a|a?)+(a*)*b", "a" * 4000)
    assert not fits("((((a{5}){5}){5})+)+", "a" * 3999)


PIECES = st.sampled_from(
    ["a", "b", ".", "[ab]", "[^a]", "(a|b)", "(ab)?", "a*", "b+", "a{1,2}", "|"]
)


@given(st.lists(PIECES, max_size=6).map("".join), st.text(alphabet="abc", max_size=8))
def test_it_agrees_with_the_standard_library(source: str, text: str) -> None:
    assert fits(source, text) == (re.fullmatch(source, text) is not None)


@given(st.text(max_size=30), st.text(max_size=10))
def test_nothing_raises(source: str, text: str) -> None:
    fits(source, text)
