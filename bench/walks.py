"""G3 at length: random walks through every questionnaire that ships, each against the same answers given straight.

    .venv/bin/python bench/walks.py [--walks 10000]

Uses every core and shows how far it has come. Ends with the first walk that differs, named by its seed.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from rich.progress import Progress

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "surveys" / "conversation")]

from test_conversation_walks import NAMES, check  # noqa: E402 - lies beside the tests

PIECE = 100


def piece(name: str, first: int, last: int) -> int:
    """The walks with these seeds; how many there were. Raises AssertionError on a difference."""
    for seed in range(first, last):
        try:
            check(name, seed)
        except AssertionError as difference:
            raise AssertionError(f"{name}, seed {seed}") from difference
    return last - first


def main() -> None:
    """Walk and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--walks", type=int, default=10_000)
    walks = parser.parse_args().walks
    with ProcessPoolExecutor() as pool, Progress(disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("walks", total=walks * len(NAMES))
        for name in NAMES:
            begun = time.perf_counter()
            starts = range(0, walks, PIECE)
            ends = [min(start + PIECE, walks) for start in starts]
            for done in pool.map(piece, [name] * len(starts), starts, ends):
                progress.advance(task, done)
            spent = time.perf_counter() - begun
            print(f"{name:22} {walks} walks, none differs, {spent:.0f} s", flush=True)


if __name__ == "__main__":
    main()
