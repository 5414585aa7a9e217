"""How long `dalalab --help` takes beside an empty Typer application, and what it imports.

    .venv/bin/python bench/startup.py [--runs 15]

Both are whole processes, started in alternation; the figure that counts is the ratio of medians. Bar: <= 1.5.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

EMPTY = """
import typer
app = typer.Typer(add_completion=False)
@app.command()
def nothing() -> None:
    "Nothing."
@app.command()
def nothing_else() -> None:
    "Nothing else."
app()
"""
BAR = 1.5
HEAVY = ("pandas", "matplotlib", "sklearn", "telegram", "sqlalchemy")


def seconds(command: list[str]) -> float:
    """How long one whole process takes."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def imported() -> list[str]:
    """Which heavy packages `dalalab --help` imports."""
    command = [sys.executable, "-X", "importtime", "-m", "bot", "--help"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    names = {line.rpartition("|")[2].strip().split(".")[0] for line in told.splitlines()}
    return [name for name in HEAVY if name in names]


def main() -> int:
    """Measure, print, and say with the exit code whether the bar was reached."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    sides = {
        "dalalab --help": [sys.executable, "-m", "bot", "--help"],
        "empty Typer": [sys.executable, "-c", EMPTY, "--help"],
    }
    for command in sides.values():
        seconds(command)
    times = {name: [] for name in sides}
    for _ in range(runs):
        for name, command in sides.items():
            times[name].append(seconds(command))
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        print(f"{name:>15}: {median * 1000:.0f} ms (median of {runs})")
    ratio = medians["dalalab --help"] / medians["empty Typer"]
    heavy = imported()
    print(f"ratio {ratio:.2f}, bar {BAR}; heavy packages imported: {', '.join(heavy) or 'none'}")
    return 0 if ratio <= BAR and not heavy else 1


if __name__ == "__main__":
    raise SystemExit(main())
