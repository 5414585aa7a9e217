"""Marks as counts: in the smallest hexagons in which four marks of five are among at least k, else by named places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import cos, hypot, radians
from typing import TYPE_CHECKING

from analysis.disclosure import Gate
from analysis.places.hexagons import SIZES, cell_of, name_of
from analysis.places.sweref import in_sweden

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.places.hexagons import Cell
    from analysis.places.sweref import Degrees

    Pins = Mapping[int, Degrees]
    """Where each respondent set a mark."""

SHARE = 0.8
"""Of the marks, how many must stand in places that are shown."""
COARSER = 2
"""A hexagon is at least so many times as wide as marks are rounded: rounding moves few across a side."""
REACH = 1_000
"""Metres from a named place at which a mark still belongs to it."""
OUTSIDE = "outside"
"""Marks that belong to no place: outside Sweden, or far from every named place."""
METRES_A_DEGREE = 111_320


@dataclass(frozen=True, slots=True)
class Counted:
    """Places with their counts, all of them at least k, and those left over: none or at least k.

    `members`: which place each respondent's mark lies in, also of those that are not shown. `occupied`: how many
    places have any mark. `outside`: marks in no place at all, of those left over; 0 where they may not be told apart.
    """

    size: int
    shown: Mapping[str, int]
    rest: int
    members: Mapping[int, str]
    occupied: int = 0
    outside: int = 0
    cells: Mapping[str, Cell] = field(default_factory=dict)


def in_hexagons(pins: Pins, precision: int, where: str, gate: Gate) -> Counted | None:
    """The smallest size that shows enough of the marks; None when none does. `precision`: metres they are rounded to."""
    inside = {who: at for who, at in pins.items() if in_sweden(*at)}
    for size in SIZES:
        if size < COARSER * precision:
            continue
        cells = {who: cell_of(*at, size) for who, at in inside.items()}
        members = {who: name_of(cells[who], size) if who in cells else OUTSIDE for who in pins}
        if _enough(members, where, gate):
            named = {name_of(cell, size): cell for cell in cells.values()}
            return _shown(members, where, gate, size, named)
    return None


def in_areas(pins: Pins, places: Mapping[str, Degrees], where: str, gate: Gate) -> Counted | None:
    """Marks by the nearest named place within `REACH`; None when that does not show enough of them."""
    members = {who: _nearest(at, places) for who, at in pins.items()}
    return _shown(members, where, gate) if _enough(members, where, gate) else None


def _shown(
    members: Mapping[int, str],
    where: str,
    gate: Gate,
    size: int = 0,
    cells: Mapping[str, Cell] | None = None,
) -> Counted:
    """Marks in no place are one of the groups, and are left over."""
    shown, rest = gate.groups(where, Counter(members.values()))
    outside = shown.pop(OUTSIDE, 0)
    occupied = len(set(members.values()) - {OUTSIDE})
    return Counted(size, shown, rest + outside, members, occupied, outside, cells or {})


def _enough(members: Mapping[int, str], where: str, gate: Gate) -> bool:
    """Tried with a gate of its own: what is not published leaves no trace in the report's log."""
    shown = sum(_shown(members, where, Gate(gate.k)).shown.values())
    return shown > 0 and shown >= SHARE * len(members)


def _nearest(at: Degrees, places: Mapping[str, Degrees]) -> str:
    near = [(metres_between(at, place), name) for name, place in places.items()]
    distance, name = min(near, default=(REACH + 1.0, OUTSIDE))
    return name if distance <= REACH else OUTSIDE


def metres_between(one: Degrees, other: Degrees) -> float:
    """The distance of two positions near each other, in metres; the short way round the globe."""
    north = (other[0] - one[0]) * METRES_A_DEGREE
    turned = (other[1] - one[1] + 180) % 360 - 180
    return hypot(north, turned * METRES_A_DEGREE * cos(radians((one[0] + other[0]) / 2)))


def bearing(origin: Degrees, to: Degrees) -> tuple[float, float]:
    """Metres northwards and eastwards from one position to another near it."""
    north = (to[0] - origin[0]) * METRES_A_DEGREE
    turned = (to[1] - origin[1] + 180) % 360 - 180
    return north, turned * METRES_A_DEGREE * cos(radians(origin[0]))


def positions(values: Sequence[tuple[int, object]]) -> dict[int, Degrees]:
    """The marks among the answers to a location question."""
    from surveys.conversation.values import Position

    return {who: (v.lat, v.lon) for who, v in values if isinstance(v, Position)}
