"""Which statement comes next: even first, then where it tells most; explainable, seeded, and never slow."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.coverage import simulated
from surveys.conversation.routing import Pool, weight, wilson_width
from surveys.statements import Statement, Votes

SEED, NOBODY = Statement.seed("q", "s", {}), Votes()


def statements(number: int, votes: Votes = NOBODY) -> list[Statement]:
    return [
        Statement("q", f"s{place}", {"sv": "…"}, "organiser", "shown", None, 0, SEED.said_on, votes)
        for place in range(number)
    ]


def test_few_statements_come_in_an_order_of_ones_own() -> None:
    pool = Pool(statements(10))
    orders = set()
    for person in range(20):
        handed: list[str] = []
        while (drawn := pool.draw(f"{person}", handed)) is not None:
            assert drawn.chance == 1.0
            handed.append(drawn.statement)
        assert len(set(handed)) == 10
        orders.add(tuple(handed))
    assert len(orders) == 20


def test_the_least_answered_come_first_also_those_that_lie_unanswered() -> None:
    pool = Pool(statements(40), people=10)
    for place in range(39):
        pool.hand(f"s{place}")
    drawn = pool.draw("anna", [])
    assert drawn is not None
    assert (drawn.statement, drawn.chance) == ("s39", 1.0)
    pool.hand("s39")
    again = pool.draw("anna", ["s39"])
    assert again is not None
    assert again.chance == pytest.approx(1 / 39)


def test_above_the_target_every_chance_is_known_and_nothing_is_shut_out() -> None:
    rare, common = Votes(1, 1, 0), Votes(40, 10, 5)
    pool = Pool([*statements(1, rare), *(one for one in statements(40, common)[1:])], people=1)
    draws = [pool.draw(f"{person}", []) for person in range(4000)]
    drawn = Counter(each.statement for each in draws if each is not None)
    chances = {each.statement: each.chance for each in draws if each is not None}
    assert sum(chances.values()) == pytest.approx(1)
    assert min(chances.values()) >= 0.2 / 40
    assert chances["s0"] > 2 * chances["s1"]
    assert drawn["s0"] == pytest.approx(4000 * chances["s0"], rel=0.25)


def test_an_answer_tells_most_where_the_interval_is_wide() -> None:
    assert wilson_width(0, 0) == 1
    assert wilson_width(8, 12) == pytest.approx(0.862 - 0.391, abs=0.002)
    assert weight(Votes(2, 2, 0)) > weight(Votes(20, 20, 0)) > weight(Votes(20, 20, 40))


def test_one_statement_and_two_thousand() -> None:
    one = Pool(statements(1))
    first = one.draw("anna", [])
    assert first is not None
    assert one.draw("anna", [first.statement]) is None
    many, handed = Pool(statements(2000), people=10_000), []
    for _ in range(200):
        drawn = many.draw("anna", handed)
        assert drawn is not None
        many.hand(drawn.statement)
        handed.append(drawn.statement)
    assert len(set(handed)) == 200


def test_statements_are_answered_evenly_also_those_that_come_late() -> None:
    """`bench/coverage.py` in short; there with 2,000 people and 200 statements."""
    found = simulated(400, 60, 15)
    assert found.gini < 0.18
    assert min(found.votes) >= found.target - 1


def test_a_room_is_covered_evenly() -> None:
    found = simulated(200, 60, 60, leaves=0)
    assert found.gini < 0.18
    assert min(found.votes) >= found.target - 1
