"""Fault plans in number: somebody who acts on what they see, while everything goes wrong that can.

    .venv/bin/python bench/faults.py [--plans 200] [--seed 0]

Each seed is one plan (tests/faults/plans.py): which calls fail and how, what is delivered twice or in another order,
when the bot is stopped or killed. A plan that breaks a promise is printed with its seed; `--seed N --plans 1` plays
it alone. Exit code 1 when any is broken.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

sys.path[0] = str(
    Path(__file__).parents[1]
)  # the plans are the tests'; and bench/telegram.py is not the library

from tests.faults.conftest import MEMORY, Stage, made  # noqa: E402
from tests.faults.plans import Broken, Run, judge, planned, play  # noqa: E402


async def one(stage: Stage, seed: int) -> Run:
    """Plays and judges one plan. Raises Broken."""
    told, plan = stage.told[seed % len(stage.told)], planned(seed)
    run = await play(told, plan, stage.fresh())
    judge(run, stage.calm[told.name], plan, told)
    return run


async def measure(plans: int, first: int, folder: Path) -> bool:
    """Plays the plans; whether all promises held."""
    stage = await made(folder)
    kinds: Counter[str] = Counter()
    steps, broken, begun = 0, [], time.monotonic()
    with Progress(console=Console(stderr=True)) as progress:
        for seed in progress.track(range(first, first + plans), description="plans"):
            try:
                run = await one(stage, seed)
            except Broken as error:
                broken.append(str(error))
                progress.console.print(str(error), markup=False, highlight=False)
                continue
            kinds.update(run.happened)
            steps += run.steps
    report(kinds, plans, steps, len(broken), time.monotonic() - begun)
    return not broken


def report(kinds: Counter[str], plans: int, steps: int, broken: int, seconds: float) -> None:
    """What went wrong on the way, and what came of it."""
    table = Table(title=f"{plans} plans, {steps} acts, {seconds:.0f} s: {broken} broken promises")
    table.add_column("what went wrong")
    table.add_column("times", justify="right")
    for kind, times in sorted(kinds.items()):
        table.add_row(kind.replace("_", " "), str(times))
    Console().print(table)


def main() -> None:
    """Plays."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="the first one")
    given = parser.parse_args()
    logging.disable(logging.ERROR)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        held = asyncio.run(measure(given.plans, given.seed, Path(folder)))
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
