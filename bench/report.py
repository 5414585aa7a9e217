"""How long the report's files take, how much memory, and what a running survey feels of it.

    .venv/bin/python bench/report.py [--many 10000]

Each row of files is a whole new process: it imports, builds the Report from the answers, writes the files, and is
timed from the outside. Answers are invented and stand in a file that the process reads.

- 24 answers to HTML, PPTX and XLSX: <= 5 s; to all formats: <= 12 s;
- 10,000 answers to HTML, PPTX and XLSX: <= 30 s;
- the longest stall of an event loop while a report is made in its own process: <= 1/5 of making it in the loop.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import os
import pickle
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "analysis")]

OFFICE = ("html", "pptx", "xlsx")
TICK = 0.005
"""Seconds between the beats of the survey that runs beside."""
STALL_BAR = 0.2


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    measured: str
    bar: str
    holds: bool


def answers(path: Path, people: int) -> None:
    """Writes so many invented people's answers to the short evaluation: two scales, a choice, two texts."""
    from meetings import DEGREES, comments, data_of, survey

    from surveys.conversation.values import Choice, Choices, Words

    draw = random.Random(people)
    said = {side: [r["text"] for r in comments() if r["question"] == side and len(r["text"]) > 3]
            for side in ("keep", "change")}  # fmt: skip
    found = []
    for who in range(1, people + 1):
        useful, spoke = draw.choices(DEGREES, (1, 2, 5, 8, 4), k=2)
        picked = tuple(sorted(draw.sample(("examples", "peers", "exercises", "talks"), 2)))
        found += [(who, "usefulness", Choice(useful)), (who, "could_speak", Choice(spoke)),
                  (who, "most_valuable", Choices(picked))]  # fmt: skip
        for side, texts in said.items():
            found.append((who, side, Words(". ".join(draw.sample(texts, 2)))))
    known = people + people // 4
    path.write_bytes(pickle.dumps(data_of(found, survey(attended=known, invited=known))))


def write_files(path: Path, forms: list[str]) -> None:
    """What the measured process does; prints its peak memory in MB and the processor seconds it took."""
    from analysis.report.build import build_report
    from analysis.report.writers import COATS

    report = build_report(pickle.loads(path.read_bytes()), language="sv")
    sizes = {form: len(COATS[form].write(report)) for form in forms}
    assert all(sizes.values())
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)


def measured(path: Path, forms: tuple[str, ...], what: str, bar: float) -> Row:
    """One whole process, the better of two: the first may find the machine's disk cold."""
    seconds, memory, busy = [], 0, 0.0
    for _ in range(2):
        begun = time.perf_counter()
        command = [sys.executable, __file__, "--write", str(path), *forms]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        seconds.append(time.perf_counter() - begun)
        memory, busy = (float(told) for told in done.stdout.split())
    best = min(seconds)
    told = f"{best:.1f} s (first {seconds[0]:.1f} s; {busy:.1f} s of a processor), {memory:.0f} MB"
    return Row(f"{what} to {', '.join(forms)}", told, f"<= {bar:g} s", best <= bar)


async def longest_stall(work: Callable[[], Awaitable[object]]) -> float:
    """The longest a beating loop had to wait beyond its tick while the work was under way."""
    worst = 0.0

    async def beat() -> None:
        nonlocal worst
        before = time.perf_counter()
        while True:
            await asyncio.sleep(TICK)
            now = time.perf_counter()
            worst = max(worst, now - before - TICK)
            before = now

    beating = asyncio.create_task(beat())
    await asyncio.sleep(TICK * 4)
    await work()
    await asyncio.sleep(TICK * 4)
    beating.cancel()
    return worst


def stall_here(url: str) -> None:
    """What the second measured process does: the report in the loop itself, or in the worker."""
    from bot.reports import ReportRequest, ReportWorker, write_report
    from surveys.store.store import Store

    request = ReportRequest("sv", "pptx", code="TORGET")

    async def both() -> None:
        worker = ReportWorker(url)
        apart = await longest_stall(lambda: worker.report(request))
        worker.stop()
        store = await Store.read(url)
        inside = await longest_stall(lambda: write_report(store, request))
        await store.close()
        print(f"{apart} {inside}")

    asyncio.run(both())


async def publish_all(url: str) -> None:
    """What the server does before its worker makes a report of an open survey."""
    from bot.editions import publish
    from surveys.store.store import Store

    async with await Store.open(url) as store:
        for survey in await store.surveys():
            await publish(store, survey, dt.datetime.now(dt.UTC))


def stall(folder: Path) -> Row:
    """Both sides on the demo's place dialogue, cold."""
    from bot.config import load_settings
    from bot.demo.making import make_demo

    url = f"sqlite:///{folder}/demo.sqlite"
    os.environ["DALALAB_STORE__URL"] = url
    asyncio.run(make_demo(load_settings(None), None))
    asyncio.run(publish_all(url))
    command = [sys.executable, __file__, "--stall", url]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    apart, inside = map(float, done.stdout.split())
    told = f"{apart * 1000:.0f} ms beside {inside * 1000:.0f} ms in the loop"
    share = apart / inside
    return Row("longest stall while a report is made", told, "<= 1/5", share <= STALL_BAR)


def main() -> int:
    """Measures, prints, and says with the exit code whether every bar was reached."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--write", nargs="+")
    parser.add_argument("--stall")
    wanted = parser.parse_args()
    if wanted.write:
        write_files(Path(wanted.write[0]), wanted.write[1:])
        return 0
    if wanted.stall:
        stall_here(wanted.stall)
        return 0
    from analysis.report.writers import COATS

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        answers(folder / "few", 24)
        answers(folder / "many", wanted.many)
        rows = [
            measured(folder / "few", OFFICE, "24 answers", 5),
            measured(folder / "few", tuple(COATS), "24 answers", 12),
            measured(folder / "many", OFFICE, f"{wanted.many} answers", 30),
            stall(folder),
        ]
    for row in rows:
        print(f"{row.what}: {row.measured}; bar {row.bar}{'' if row.holds else '  MISSED'}")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
