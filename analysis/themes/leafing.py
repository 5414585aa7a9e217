"""One page of the workbench: what is sent from the process that reads answers to the one that shows pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.themes.deciding import OTHERS
from analysis.themes.workbench import Bench, BenchAnswer, BenchTheme

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Leaf:
    """The workbench without its answers, and a page of those of the theme that is looked at.

    `theme` None: what has no theme where `lone`, else all of them are looked at. `others`: answers without a theme.
    """

    bench: Bench
    theme: BenchTheme | None
    lone: bool
    answers: tuple[BenchAnswer, ...]
    total: int
    number: int
    last: int
    others: int


def leaf_of(bench: Bench, name: str, page: int) -> Leaf:
    """Page `page`, from 1, of the theme called `name`; the nearest there is."""
    theme = bench.theme(name)
    lone = theme is not None or (name == OTHERS and not bench.waits)
    said = theme.answers if theme is not None else bench.other if lone else ()
    last = max(1, -(-len(said) // ON_A_PAGE))
    number = min(max(1, page), last)
    themes = tuple(replace(each, answers=()) for each in bench.themes)
    return Leaf(
        bench=replace(bench, themes=themes, other=()),
        theme=theme and replace(theme, answers=()),
        lone=lone,
        answers=said[(number - 1) * ON_A_PAGE : number * ON_A_PAGE],
        total=len(said),
        number=number,
        last=last,
        others=len(bench.other),
    )
