"""Themes from free text, measured: every row with its bar, for `lex` and, where it is installed, `embed`.

    .venv/bin/python bench/themes.py [--only T1 T5 …] [--data FOLDER] [--slow]

A row whose data are not at hand prints "not run", which is no pass. T3-T5 need the package
zaragoza-construction-faq (Swedish questions about building, CC BY 4.0). FOLDER may hold `banking77.csv` and
`sib-sv.csv`, `sib-en.csv`, … with the columns `text` and `label` for T6-T8 and T10. `--slow` also embeds 5,000 texts.
Nothing here is used to choose anything in the product.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])  # this script's own name is no package

from rich.console import Console  # noqa: E402
from rich.progress import Progress  # noqa: E402
from rich.table import Table  # noqa: E402

from analysis.themes.backend import Backend  # noqa: E402
from analysis.themes.backends import Lex, backend_named  # noqa: E402
from bench.stock import theme_rows  # noqa: E402
from bench.stock.theme_meetings import print_meetings  # noqa: E402
from bench.stock.theme_places import print_places  # noqa: E402
from bench.stock.theme_rows import Bench  # noqa: E402
from surveys.errors import ConfigError  # noqa: E402


@dataclass(frozen=True, slots=True)
class Bar:
    """What a row must reach; None: it is only reported."""

    least: float | None = None
    most: float | None = None

    def verdict(self, value: float | None) -> str:
        """`pass`, `FAIL`, `reported` or `not run`."""
        if value is None:
            return "not run"
        if self.least is None and self.most is None:
            return "reported"
        low = self.least is None or value >= self.least
        high = self.most is None or value <= self.most
        return "pass" if low and high else "FAIL"

    def __str__(self) -> str:
        """`>= 0.75`."""
        if self.least is not None:
            return f">= {self.least:g}"
        return f"<= {self.most:g}" if self.most is not None else "report"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what is measured, its bars by backend, and how. `measure` gives None where data are missing."""

    id: str
    what: str
    bars: dict[str, Bar]
    measure: Callable[[Bench, Backend], float | None]


def bars(lex: Bar, embed: Bar | None = None) -> dict[str, Bar]:
    """The bars of both backends."""
    return {"lex": lex, "embed": embed or lex}


ROWS = (
    Row(
        "T1",
        "codebook accuracy, planted 41/5",
        bars(Bar(0.75), Bar(0.83)),
        theme_rows.planted_codebook,
    ),
    Row("T2", "answers without content, 5, and no other", bars(Bar(5)), theme_rows.empty_rows),
    Row(
        "T3",
        "category-name accuracy, building 364/20",
        bars(Bar(0.55), Bar(0.61)),
        theme_rows.category_names,
    ),
    Row(
        "T4",
        "five coded answers a theme, building, 12",
        bars(Bar(0.58), Bar(0.68)),
        theme_rows.few_shot,
    ),
    Row("T5", "discovery AMI, building 364/20", bars(Bar(0.43), Bar(0.46)), theme_rows.discovery),
    Row("T6", "discovery AMI, banking 5,000/77", bars(Bar(0.55), Bar(0.64)), theme_rows.banking),
    Row("T7", "discovery AMI, news in Swedish 701/7", bars(Bar(), Bar(0.33)), theme_rows.news),
    Row(
        "T8",
        "discovery AMI, news in five languages",
        bars(Bar(), Bar(0.30)),
        theme_rows.news_in_five,
    ),
    Row("T9", "compounds: heads right of 42", bars(Bar(0.90)), theme_rows.heads),
    Row("T9b", "compounds: false splits of 24", bars(Bar(most=0.10)), theme_rows.false_splits),
    Row("T10", "language, planted", bars(Bar(1.0)), theme_rows.languages),
    Row("T10b", "language, news, first six words", bars(Bar(0.98)), theme_rows.languages_of_news),
    Row(
        "T11", "100,000 texts, seconds, < 1 GB", {"lex": Bar(most=30)}, theme_rows.seconds_for_many
    ),
    Row("T12", "shuffled words refused or suggestions", bars(Bar(1.0)), theme_rows.shuffled),
    Row("T13", "same bytes twice, same groups when mixed", bars(Bar(1.0)), theme_rows.same_twice),
    Row("T14", "quotes that are part of one answer", bars(Bar(1.0)), theme_rows.traced_quotes),
    Row("T15", "24 answers, seconds, cold", bars(Bar(most=5.0)), theme_rows.seconds_for_a_room),
)
SLOW = (
    Row("T11e", "5,000 texts embedded, seconds", {"embed": Bar(most=120)}, theme_rows.embedding),
)


def main() -> None:
    """Prints every row."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", nargs="*", default=[])
    asked.add_argument("--data", type=Path)
    asked.add_argument("--slow", action="store_true")
    options = asked.parse_args()
    bench, backends = Bench(options.data), [Lex(), *_embed()]
    rows = [
        row
        for row in (*ROWS, *(SLOW if options.slow else ()))
        if not options.only or row.id in options.only
    ]
    table = Table("", "measured", *(f"{b.name}: value, bar, verdict" for b in backends))
    with Progress(console=Console(stderr=True)) as bar:
        for row in bar.track(rows):
            cells = [_cell(row, bench, backend) for backend in backends]
            table.add_row(row.id, row.what, *cells)
    Console(width=150).print(table)
    if not options.only or "places" in options.only:
        print_places()
    if not options.only or "meetings" in options.only:
        print_meetings()


def _embed() -> list[Backend]:
    try:
        return [backend_named("embed")]
    except ConfigError as error:
        print(f"embed: not run. {error}")
        return []


def _cell(row: Row, bench: Bench, backend: Backend) -> str:
    bar = row.bars.get(backend.name)
    if bar is None:
        return "-"
    value = row.measure(bench, backend)
    shown = "-" if value is None else f"{value:.3f}"
    return f"{shown}  {bar}  {bar.verdict(value)}"


if __name__ == "__main__":
    main()
