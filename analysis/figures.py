"""What a chart shows, before anyone draws it: every writer has a pen of its own for the same figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Bar:
    """One stacked bar: what stands above it, and its counts in the order of the steps."""

    title: str
    counts: tuple[int, ...]
    break_before: str = ""


@dataclass(frozen=True, slots=True)
class Stacked:
    """The steps of a scale, as shares of each bar; `labels` name the steps in the scale's order."""

    labels: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The options of a choice: label, length, and the length in words. `full`: a bar of everybody."""

    rows: tuple[tuple[str, float, str], ...]
    full: float


@dataclass(frozen=True, slots=True)
class Columns:
    """A choice over several meetings: each option's counts, and each meeting's heading and n."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]
    meetings: tuple[tuple[str, int], ...]


Figure: TypeAlias = Stacked | Ranked | Columns


def short(text: str, most: int) -> str:
    """The beginning of a text that is longer than a chart has room for."""
    return text if len(text) <= most else text[: most - 1].rstrip(" ,:") + "…"
