"""How often chance is called an opinion group or consensus, and how often groups that are there are found.

    .venv/bin/python bench/calibration.py [--real LARGE.csv [--exclude 3,4,11-16]] [--room SMALL.csv] [--sets 200]

- 200 shuffled data sets, real (with the files) and simulated, 12-100 people, with the floor of voters at 12 so that the
  test itself is tested: <= 16 with groups;
- "samsyn" on coin-toss votes, 30 statements, 5-30 people: <= the nominal level for a survey, and 5 % for a statement;
- the groups of *polis* mode beside the group ids that the files hold (no bar: the files do not carry the order of votes);
- 50 samples of 100 people from the larger real conversation: groups in >= 80 % (aim 90 %), and what each rule costs.

The files are in Polis' layout. Without them the first row is simulated only, and the last is not measured.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "analysis")]

from voting import tossed  # noqa: E402 - found by the path above

from analysis.opinion.classes import judged  # noqa: E402
from analysis.opinion.clusters import divide  # noqa: E402
from analysis.opinion.counting import Counts  # noqa: E402
from analysis.opinion.groups import (  # noqa: E402
    Plan,
    beaten_by,
    eligible,
    find_groups,
    likeness,
    stable,
)
from analysis.opinion.polis.computing import as_polis  # noqa: E402
from analysis.opinion.rules import LEAST_STABLE, LEVEL, Rules  # noqa: E402
from analysis.opinion.space import space  # noqa: E402
from analysis.opinion.tables import excluded, read_groups, read_votes  # noqa: E402
from analysis.opinion.votes import UNSEEN, Votes  # noqa: E402

SIZES = (12, 15, 20, 24, 35, 50, 75, 100)
MOST_FALSE = 16
"""Of 200: 5 % and two standard errors of it."""
ROUNDS = 2_000


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    measured: str
    bar: str
    holds: bool


def shuffled(votes: Votes, draw: np.random.Generator) -> Votes:
    """Votes dealt anew inside each statement among those who saw it; written apart from the product's own."""
    cells = votes.cells.copy()
    for column in cells.T:
        cast = column != UNSEEN
        column[cast] = draw.permutation(column[cast])
    return Votes(votes.participants, votes.statements, cells)


def sample(votes: Votes, size: int, draw: np.random.Generator) -> Votes:
    """Some of those who have voted on at least seven statements; all of them when there are fewer."""
    active = np.flatnonzero((votes.cells != UNSEEN).sum(axis=1) >= 7)
    return votes.rows(np.sort(draw.choice(active, min(size, len(active)), replace=False)))


def chance_sets(real: list[Votes], sets: int) -> Iterator[Votes]:
    """Half of them from the files, if there are any; sizes in turn."""
    for number in range(sets):
        draw, size = np.random.default_rng([1, number]), SIZES[number % len(SIZES)]
        if real and number // len(SIZES) % 2:
            yield shuffled(sample(real[number // (2 * len(SIZES)) % len(real)], size, draw), draw)
        else:
            seen = (1.0, 0.7, 0.4)[number % 3]
            yield tossed(size, 30, seed=number, seen=seen, leaning=number % 2 == 0)


def false_groups(real: list[Votes], sets: int, permutations: int = 199) -> tuple[int, int]:
    """Of so many sets of pure chance: in how many groups are shown, and in how many the shuffles alone would."""
    shown = beaten = 0
    for number, votes in enumerate(chance_sets(real, sets)):
        found = find_groups(votes.in_own_order(), Plan(permutations, number, least_voters=12))
        shown += found.shown
        beaten += found.p is not None and found.p <= LEVEL
    return shown, beaten


def false_consensus(people: int, rounds: int = ROUNDS, statements: int = 30) -> tuple[float, float]:
    """Of surveys on coin tosses: how many have any consensus; and of their statements, how many are one."""
    draw = np.random.default_rng(people)
    agree = draw.binomial(people, 0.5, size=(rounds, statements)).astype(np.int64)
    found = [
        judged(Counts(row, people - row, np.zeros_like(row)), (), Rules()).classes for row in agree
    ]
    hits = np.array([[one == "consensus" for one in row] for row in found])
    return float(hits.any(axis=1).mean()), float(hits.mean())


def found_in_samples(
    votes: Votes, samples: int, size: int, permutations: int = 199
) -> Counter[str]:
    """Of so many samples: how many pass each rule, and all of them."""
    passed: Counter[str] = Counter()
    for number in range(samples):
        plan = Plan(permutations, number)
        part = sample(votes, size, np.random.default_rng([2, number])).in_own_order()
        _, cells = eligible(part)
        whole = space(cells)
        found = divide(whole.points(), plan.chance(0))
        passed["size"] += found.labels is not None
        beats = beaten_by(whole, found, plan, lambda _: None) <= LEVEL
        holds = (
            found.labels is not None
            and stable(cells, found.labels, plan, lambda _: None) >= LEAST_STABLE
        )
        passed["chance"] += beats
        passed["stable"] += holds
        passed["all"] += beats and holds
    return passed


def consensus_rows() -> Iterator[Row]:
    """How often coins are called consensus, for each size of room."""
    rules = Rules()
    for people in (5, 6, 7, 8, 10, 12, 15, 20, 24, 30):
        surveys, each = false_consensus(people)
        bar = rules.false_rate + 2 * (rules.false_rate * (1 - rules.false_rate) / ROUNDS) ** 0.5
        yield Row(
            f"consensus on coin tosses, {people} people",
            f"{surveys:.1%} of surveys, {each:.2%} of statements",
            f"<= {rules.false_rate:.0%}, <= 5%",
            surveys <= bar and each <= 0.05,
        )


def beside_stored(path: Path, gone: frozenset[str]) -> Row:
    """How like the groups of *polis* mode are to those that Polis stored in the same file."""
    groups, stored = as_polis(read_votes(path), gone).opinion.groups, read_groups(path)
    members = groups.members or {}
    both = [who for who in members if who in stored]
    ours, theirs = (
        np.unique([named[who] for who in both], return_inverse=True)[1]
        for named in (members, stored)
    )
    found = f"k {groups.k}, stored {len(set(stored.values()))}, ARI {likeness(ours, theirs):.2f}"
    return Row(f"polis mode beside stored groups, {path.stem}", found, "no bar", True)


def rows(large: Votes | None, room: Votes | None, sets: int) -> Iterator[Row]:
    """The table, a line as soon as it is measured."""
    yield from consensus_rows()
    real = [votes for votes in (room, large) if votes is not None]
    shown, beaten = false_groups(real, sets)
    bar = MOST_FALSE * sets // 200
    kinds = "real and simulated" if real else "simulated"
    yield Row(
        f"groups in {sets} sets of chance, {kinds}",
        f"{shown} shown, {beaten} beat the shuffles",
        f"<= {bar}",
        shown <= bar,
    )
    if large is not None:
        passed = found_in_samples(large, 50, 100)
        cost = ", ".join(f"{rule} {passed[rule]}" for rule in ("size", "chance", "stable"))
        share = passed["all"] / 50
        yield Row(
            "groups in 50 samples of 100",
            f"{share:.0%}; each rule alone lets pass: {cost}",
            ">= 80% (aim 90%)",
            share >= 0.8,
        )


def main() -> int:
    """Prints the table; 1 when a bar does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--real", type=Path)
    parser.add_argument("--room", type=Path)
    parser.add_argument("--exclude")
    parser.add_argument("--sets", type=int, default=200)
    asked = parser.parse_args()
    gone, held = excluded(asked.exclude), True
    large = None if asked.real is None else read_votes(asked.real).without(gone)
    room = None if asked.room is None else read_votes(asked.room)
    beside = (
        beside_stored(path, left_out)
        for path, left_out in ((asked.room, frozenset()), (asked.real, gone))
        if path is not None
    )
    for row in itertools.chain(beside, rows(large, room, asked.sets)):
        print(f"{'ok ' if row.holds else 'NO '} {row.what}: {row.measured} ({row.bar})", flush=True)
        held &= row.holds
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
