"""How long opinion analysis takes, how much memory, beside red-dwarf on the same matrix.

    .venv/bin/python bench/opinion.py [--beside PYTHON]

In-process after import, each row in a whole new process. `PYTHON` is the interpreter of an environment of its own that has
red-dwarf; it is no dependency of the product. Votes are invented: three groups that lean, and 60 votes each.

- 10,000 people x 300 statements without shuffles: <= 5 s (aim 1.5 s) and <= 400 MB; red-dwarf beside it;
- a room of 24 x 30: < 0.2 s, with 199 shuffles < 3 s;
- 10,000 people with 99 shuffles: < 120 s.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "analysis")]

THEIRS = """
import csv, json, resource, sys, time
from reddwarf.implementations.polis import run_pipeline
with open(sys.argv[1], newline="") as file:
    rows = list(csv.reader(file))
votes = [
    {"participant_id": int(row[0]), "statement_id": int(id_), "vote": int(cell)}
    for row in rows[1:] for id_, cell in zip(rows[0][1:], row[1:]) if cell
]
del rows
began = time.perf_counter()
run_pipeline(votes=votes)
seconds = time.perf_counter() - began
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


@dataclass(frozen=True)
class Row:
    """One line of the table: seconds and MB of the whole process."""

    what: str
    seconds: float
    megabytes: float
    most_seconds: float
    most_megabytes: float = float("inf")

    @property
    def holds(self) -> bool:
        """Whether both stand under their bars."""
        return self.seconds <= self.most_seconds and self.megabytes <= self.most_megabytes

    def __str__(self) -> str:
        mark = "ok " if self.holds else "NO "
        bar = f"<= {self.most_seconds} s" if self.most_seconds < float("inf") else "no bar"
        if self.most_megabytes < float("inf"):
            bar += f", <= {self.most_megabytes:.0f} MB"
        return f"{mark} {self.what}: {self.seconds:.2f} s, {self.megabytes:.0f} MB ({bar})"


def write_votes(path: Path, people: int, statements: int, seen: float) -> None:
    """A file in Polis' layout."""
    from voting import planted

    sizes = (people // 2, people // 3, people - people // 2 - people // 3)
    votes = planted(sizes, statements, seen=seen)
    spelt = {1: "1", -1: "-1", 0: "0", 9: ""}
    with path.open("w", encoding="utf-8") as file:
        file.write("participant," + ",".join(votes.statements) + "\n")
        for who, row in zip(votes.participants, votes.cells.tolist(), strict=True):
            file.write(f"{who}," + ",".join(spelt[cell] for cell in row) + "\n")


def ours(path: Path, permutations: int) -> None:
    """Times one run in this process, after import and reading, and prints seconds and MB."""
    import numpy as np
    from voting import planted

    from analysis.opinion import sentences  # noqa: F401 - imported before the clock starts
    from analysis.opinion.groups import Plan
    from analysis.opinion.judging import judge
    from analysis.opinion.votes import Votes

    plan = Plan(permutations, least_voters=12)
    judge(planted((20, 20), 12), Plan(1, least_voters=12))  # what scipy loads when first used
    with np.load(path) as held:
        cells = held["cells"]
    votes = Votes(*(tuple(map(str, range(side))) for side in cells.shape), cells)
    began = time.perf_counter()
    judge(votes, plan)
    seconds = time.perf_counter() - began
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def run(*words: str) -> tuple[float, float]:
    """What a new process prints."""
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    return seconds, megabytes


def rows(folder: Path, beside: str | None) -> Iterator[Row]:
    """The table, a line as soon as it is measured."""
    large, room = folder / "large.csv", folder / "room.csv"
    for path, (people, statements, seen) in {
        large: (10_000, 300, 0.2),
        room: (24, 30, 0.8),
    }.items():
        write_votes(path, people, statements, seen)
        held_as_numbers(path)
    for what, path, permutations, *bars in (
        ("10,000 x 300 without shuffles", large, 0, 5.0, 400.0),
        ("room of 24 x 30 without shuffles", room, 0, 0.2),
        ("room of 24 x 30, 199 shuffles", room, 199, 3.0),
        ("10,000 x 300, 99 shuffles", large, 99, 120.0),
    ):
        own = (sys.executable, __file__, "--one", str(path.with_suffix(".npz")), str(permutations))
        yield Row(what, *run(*own), *bars)
        if beside is not None and permutations == 0 and path == large:
            yield Row("the same by red-dwarf", *run(beside, "-c", THEIRS, str(large)), float("inf"))


def held_as_numbers(path: Path) -> None:
    """The same votes beside the file, so that reading it is no part of what is measured."""
    import numpy as np

    from analysis.opinion.tables import read_votes

    np.savez(path.with_suffix(".npz"), cells=read_votes(path).cells)


def main() -> int:
    """Prints the table; 1 when a bar does not hold."""
    if sys.argv[1:2] == ["--one"]:
        ours(Path(sys.argv[2]), int(sys.argv[3]))
        return 0
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--beside", metavar="PYTHON")
    asked = parser.parse_args()
    held = True
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder), asked.beside):
            print(row, flush=True)
            held &= row.holds
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
