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
    whisker: Whisker | None = None


@dataclass(frozen=True, slots=True)
class Whisker:
    """Where a border within a bar may lie: shares of the bar's length from its first step, and the range in words."""

    low: float
    at: float
    high: float
    told: str


@dataclass(frozen=True, slots=True)
class Stacked:
    """The steps of a scale, as shares of each bar; `labels` name the steps in the scale's order.

    `whiskers`: what the bars' whiskers are, in words.
    """

    labels: tuple[str, ...]
    bars: tuple[Bar, ...]
    whiskers: str = ""


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


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A median on the scale's own values, how many are behind it, and whether they disagree."""

    median: float
    n: int
    split: bool


@dataclass(frozen=True, slots=True)
class Heat:
    """Medians by row and column. A cell that may not be shown is None, which is not zero.

    `steps`: the scale's values with their labels, lowest first. `split`, `empty`: what the marks mean, in words.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[HeatCell | None, ...], ...]
    steps: tuple[tuple[int, str], ...]
    split: str
    empty: str


@dataclass(frozen=True, slots=True)
class Gap:
    """How many find something important beside how many have come far: row label and the two counts."""

    labels: tuple[str, str]
    rows: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A median for each row on one scale: label, median, n. `steps` as in Heat."""

    rows: tuple[tuple[str, float, int], ...]
    steps: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Doughnut:
    """Two rings of segments, the inner first: heading, and each segment's label and count."""

    rings: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


WayRow: TypeAlias = tuple[str, float, float | None, float, tuple[str, str, str]]
"""Label; value now, to compare with, wanted; the three in words."""


@dataclass(frozen=True, slots=True)
class Way:
    """From a value now to the one wanted, with one to compare with. `labels` name the three."""

    labels: tuple[str, str, str]
    rows: tuple[WayRow, ...]


@dataclass(frozen=True, slots=True)
class MapCell:
    """A hexagon, or a ring around a named place where `ring` is (): its count and what it is called in the list.

    `hot`: more marks than chance gives; `split`: opposite wishes.
    """

    at: tuple[float, float]
    n: int
    called: str
    ring: tuple[tuple[float, float], ...] = ()
    hot: bool = False
    split: bool = False


@dataclass(frozen=True, slots=True)
class Aerial:
    """The organisation's own picture of the place (JPEG), north up, and its edges in degrees."""

    picture: bytes
    north: float
    south: float
    west: float
    east: float


@dataclass(frozen=True, slots=True)
class PlaceChart:
    """Marks on a map without tiles. Positions are latitude and longitude; `names` are places to find one's way by.

    `legend`, `hot`, `split`: what shades and outlines mean; `north`: the letter at the arrow.
    """

    cells: tuple[MapCell, ...]
    names: tuple[tuple[str, tuple[float, float]], ...]
    legend: str
    hot: str
    split: str
    north: str
    more: str = ""
    """Stands after each count: `+` where it is at least so many."""
    aerial: Aerial | None = None


Figure: TypeAlias = Stacked | Ranked | Columns | Heat | Gap | Profile | Doughnut | Way | PlaceChart


def short(text: str, most: int) -> str:
    """The beginning of a text that is longer than a chart has room for."""
    return text if len(text) <= most else text[: most - 1].rstrip(" ,:") + "…"
