"""How evenly statements are handed out: a simulated dialogue through the routing that the product uses.

    .venv/bin/python bench/coverage.py [--people 2000] [--statements 200] [--begin 50] [--seed 1]

Statements come in during the first half; people take part one beside another, 15 votes each on average, and 30 % leave
with a statement unanswered before them. Bars, for 2,000 people and 200 statements and for O10 (200 people, 60
statements, 15 votes each): Gini of votes per statement < 0.18, and every statement >= T - 1, with T the number of
whole votes that each would have if they were dealt out evenly. Beside it what the same people give when the least *answered*
statement comes first (as if nothing were known of what lies unanswered), and when each comes by pure chance.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.boards import PATIENCE
from surveys.conversation.routing import Pool
from surveys.statements import Statement, Votes

MINUTES_OF_PATIENCE = PATIENCE.total_seconds() / 60
MEAN_VOTES, LEAVES = 15, 0.3
BESIDE = 24
"""So many have begun and not finished at any moment."""
MINUTES_A_VOTE = 0.2
MOST_GINI = 0.18


@dataclass(frozen=True)
class Coverage:
    """What one dialogue came to."""

    votes: tuple[int, ...]

    @property
    def target(self) -> int:
        """Whole votes for each, dealt out evenly: people x votes each / statements, as they came to be."""
        return sum(self.votes) // len(self.votes)

    @property
    def gini(self) -> float:
        """0 when all have the same number."""
        ordered, n = sorted(self.votes), len(self.votes)
        weighted = sum(place * votes for place, votes in enumerate(ordered, 1))
        return 2 * weighted / (n * sum(ordered)) - (n + 1) / n

    @property
    def holds(self) -> bool:
        """Whether both bars do."""
        return self.gini < MOST_GINI and min(self.votes) >= self.target - 1


@dataclass
class _Person:
    number: int
    left: int
    leaves: bool
    handed: list[str]


class Dialogue:
    """People who vote one beside another; `draw` says what somebody is handed."""

    def __init__(
        self,
        people: int,
        statements: int,
        begin: int,
        seed: int,
        *,
        leaves: float = LEAVES,
        knows_waiting: bool = True,
    ) -> None:
        self._random = Random(seed)
        self._people, self._all, self._begin = people, statements, begin
        self._knows, self._leaves = knows_waiting, leaves
        self.pool = _pool(0)
        self._votes: dict[str, int] = {}
        self._open: list[tuple[float, _Person, str]] = []

    def run(self, draw: Callable[[Pool, _Person], str | None]) -> Coverage:
        """The whole of it, from the first person to the last."""
        clock, begun, here = 0.0, 0, list[_Person]()
        self._bring_in(self._begin)
        while begun < self._people or here:
            while begun < self._people and len(here) < BESIDE:
                here.append(self._arrives(begun))
                begun += 1
                due = min(
                    self._all, self._begin + (self._all - self._begin) * 2 * begun // self._people
                )
                self._bring_in(due)
            clock += MINUTES_A_VOTE / len(here)
            self._give_up(clock)
            person = self._random.choice(here)
            if not self._acts(person, clock, draw):
                here.remove(person)
        return Coverage(tuple(self._votes.values()))

    def _arrives(self, number: int) -> _Person:
        leaves = self._random.random() < self._leaves
        wanted = self._random.randint(5, 2 * MEAN_VOTES - 5) + (
            self._leaves > 0
        )  # leaving takes its part
        return _Person(number, wanted, leaves, [])

    def _bring_in(self, number: int) -> None:
        if number == len(self.pool):
            return
        for place in range(len(self._votes), number):
            self._votes[f"s{place}"] = 0
        self.pool = _pool(number, self._votes, self._lying() if self._knows else {})

    def _lying(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for _, _, statement in self._open:
            found[statement] = found.get(statement, 0) + 1
        return found

    def _give_up(self, clock: float) -> None:
        while self._open and clock - self._open[0][0] >= MINUTES_OF_PATIENCE:
            _, _, statement = self._open.pop(0)
            if self._knows:
                self.pool.hand(statement, -1)

    def _acts(
        self, person: _Person, clock: float, draw: Callable[[Pool, _Person], str | None]
    ) -> bool:
        """Answers what lies before them and is handed the next one; False when they are gone."""
        lying = next((each for each in self._open if each[1] is person), None)
        if lying is not None:
            self._open.remove(lying)
            self._votes[lying[2]] += 1
            if not self._knows:
                self.pool.hand(lying[2])
            person.left -= 1
        if person.left == 0:
            return False
        statement = draw(self.pool, person)
        if statement is None:
            return False
        person.handed.append(statement)
        self._open.append((clock, person, statement))
        if self._knows:
            self.pool.hand(statement)
        return not (person.leaves and person.left <= 3)


def _pool(
    number: int, votes: dict[str, int] | None = None, lying: dict[str, int] | None = None
) -> Pool:
    votes, lying = votes or {}, lying or {}
    made = []
    for place in range(number):
        name = f"s{place}"
        seed = Statement.seed("q", name, {})
        made.append(
            Statement(
                "q", name, {}, seed.origin, "shown", None, 0, seed.said_on,
                Votes(agree=votes.get(name, 0)), lying.get(name, 0),
            )
        )  # fmt: skip
    return Pool(made, people=10**6)


def routed(pool: Pool, person: _Person) -> str | None:
    """As the product draws."""
    drawn = pool.draw(f"person {person.number}", person.handed)
    return drawn.statement if drawn is not None else None


def by_chance(pool: Pool, person: _Person) -> str | None:
    """Any statement that they have not had."""
    left = [each for each in pool.by_id if each not in person.handed]
    random = Random(f"{person.number}/{len(person.handed)}")
    return random.choice(left) if left else None


def simulated(
    people: int, statements: int, begin: int, seed: int = 1, leaves: float = LEAVES
) -> Coverage:
    """A dialogue with the product's routing."""
    return Dialogue(people, statements, begin, seed, leaves=leaves).run(routed)


def main() -> int:
    """Print each dialogue; 1 when a bar does not hold."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--people", type=int, default=2000)
    options.add_argument("--statements", type=int, default=200)
    options.add_argument("--begin", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    size = (given.people, given.statements, given.begin, given.seed)
    print(
        f"{given.people} people, {given.statements} statements ({given.begin} at the start), 30 % leave"
    )
    found = simulated(*size)
    _tell("least seen or lying first", found)
    _tell("least answered first", Dialogue(*size, knows_waiting=False).run(routed))
    _tell("pure chance", Dialogue(*size).run(by_chance))
    small = simulated(200, 60, 60, given.seed, leaves=0)
    print("O10: 200 people, 60 statements, nobody leaves")
    _tell("least seen or lying first", small)
    print(f"bars: Gini < {MOST_GINI}, every statement >= T - 1")
    return 0 if found.holds and small.holds else 1


def _tell(how: str, found: Coverage) -> None:
    bars = "holds" if found.holds else "does not hold"
    print(
        f"  {how:28} T {found.target:4}  least {min(found.votes):4}  most {max(found.votes):4}"
        f"  Gini {found.gini:.3f}  {bars}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
