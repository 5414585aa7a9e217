"""How often one may ask: the counters alone, with a clock that stands until it is moved."""

from __future__ import annotations

import pytest

from bot.web.limiting import Gate, Limit, TooMany

TEN = Limit("ten", 10)


class Clock:
    """Seconds."""

    def __init__(self) -> None:
        self.now = 600.0

    def __call__(self) -> float:
        return self.now


def _room(gate: Gate, who: str = "a") -> int:
    """How many more requests are let through; they are counted."""
    return sum(gate.allows(TEN, who) for _ in range(2 * TEN.most))


def test_a_full_minute_refuses_and_others_are_not_held_up() -> None:
    gate = Gate(Clock())
    assert _room(gate) == TEN.most
    with pytest.raises(TooMany):
        gate.count(TEN, "a")
    with pytest.raises(TooMany):
        gate.refuse_when_full(TEN, "a")
    assert _room(gate, "b") == TEN.most


def test_what_was_asked_slides_out_of_sight() -> None:
    clock = Clock()
    gate = Gate(clock)
    assert _room(gate) == 10
    clock.now += 60
    assert _room(gate) == 0, "a new minute by the clock alone is no fresh start"
    clock.now += 30
    assert _room(gate) == 5, "half of the minute before still counts; what was refused never did"
    clock.now += 120
    assert _room(gate) == 10


def test_asking_whether_there_is_room_counts_nothing() -> None:
    gate = Gate(Clock())
    for _ in range(2 * TEN.most):
        gate.refuse_when_full(TEN, "a")
    assert _room(gate) == TEN.most
