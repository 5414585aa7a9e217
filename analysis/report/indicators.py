"""Indicators from a file of the organiser's, beside what people say: every value with its year and source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.report.blocks import Block, Line
from analysis.report.given_files import columns_of, rows_of
from surveys.errors import ConfigError

if TYPE_CHECKING:
    from analysis.wording import Wording

MOST_ROWS, MOST_BYTES = 40, 200_000
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("indikator", "indicator", "namn", "name"),
    "value": ("värde", "varde", "value"),
    "unit": ("enhet", "unit"),
    "year": ("år", "ar", "year"),
    "country": ("riket", "country"),
    "source": ("källa", "kalla", "source"),
}
"""What a column may be called, in any case."""
REQUIRED = ("name", "value", "year", "source")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the file, as it was written. `country`: the same value for all of Sweden, or ''."""

    name: str
    value: str
    unit: str
    year: str
    country: str
    source: str


def read_indicators(content: bytes, wording: Wording) -> tuple[Indicator, ...]:
    """The rows of a CSV with a head, in the file's order.

    Raises ConfigError, in the report's language: what is missing, in which row, and what to do.
    """
    if len(content) > MOST_BYTES:
        raise ConfigError(wording.say("indicators-large", most=MOST_ROWS))
    rows = rows_of(content)
    places = columns_of(rows, COLUMNS)
    missing = [COLUMNS[name][0] for name in REQUIRED if name not in places]
    if missing:
        raise ConfigError(wording.say("indicators-columns", columns=wording.listed(missing)))
    if len(rows) > MOST_ROWS + 1:
        raise ConfigError(wording.say("indicators-large", most=MOST_ROWS))
    return tuple(_indicator(row, places, number, wording) for number, row in enumerate(rows[1:], 2))


def _indicator(
    row: Sequence[str], places: Mapping[str, int], number: int, wording: Wording
) -> Indicator:
    told = {
        name: " ".join(row[place].split()) if place < len(row) else ""
        for name, place in places.items()
    }
    empty = [COLUMNS[name][0] for name in REQUIRED if not told[name]]
    if empty:
        raise ConfigError(wording.say("indicators-row", row=number, columns=wording.listed(empty)))
    return Indicator(**{name: told.get(name, "") for name in COLUMNS})


def indicator_block(indicators: Sequence[Indicator], wording: Wording) -> list[Block]:
    """The strip as a table; nothing when there are no indicators."""
    if not indicators:
        return []
    say = wording.say
    lines = tuple(
        Line(
            one.name,
            (
                f"{one.value} {one.unit}".strip(),
                one.country or say("not-known"),
                one.year,
                one.source,
            ),
        )
        for one in indicators
    )
    block = Block(
        asked=say("indicators-asked"),
        findings=(say("indicators-finding"),),
        waiting=False,
        figure=None,
        about="",
        notes=(),
        caption="",
        heads=(
            say("indicators-name"), say("indicators-value"), say("indicators-country"),
            say("indicators-year"), say("indicators-source"),
        ),
        lines=lines,
        suppressed="",
        across=True,
    )  # fmt: skip
    return [block]
