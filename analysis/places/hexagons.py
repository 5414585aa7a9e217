"""A hexagon grid that lies still: counted from the projection's own origin, so that it is the same in every report."""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from typing import TypeAlias

from analysis.places.sweref import Degrees, Metres, to_degrees, to_metres

Cell: TypeAlias = tuple[int, int]
"""A hexagon of one size by its two axes: steps eastwards, and rows northwards."""

SIZES = (100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600)
"""Metres between opposite sides: each hexagon has four times the area of the size before."""


def cell_of(lat: float, lon: float, size: int) -> Cell:
    """The hexagon a position in Sweden lies in."""
    north, east = to_metres(lat, lon)
    row = north / (size * sqrt(3) / 2)
    return _nearest(east / size - row / 2, row)


def _nearest(across: float, row: float) -> Cell:
    """Rounds on three axes that sum to nought; the one that was rounded furthest follows from the others."""
    third = -across - row
    q, r, s = round(across), round(row), round(third)
    away = abs(q - across), abs(r - row), abs(s - third)
    if away[0] > away[1] and away[0] > away[2]:
        q = -r - s
    elif away[1] > away[2]:
        r = -q - s
    return q, r


def middle(cell: Cell, size: int) -> Metres:
    """The hexagon's middle: north and east."""
    q, r = cell
    return r * size * sqrt(3) / 2, (q + r / 2) * size


def corners(cell: Cell, size: int) -> tuple[Degrees, ...]:
    """The six corners against the clock, as latitude and longitude."""
    north, east = middle(cell, size)
    radius = size / sqrt(3)
    turns = [pi / 6 + number * pi / 3 for number in range(6)]
    return tuple(to_degrees(north + radius * sin(t), east + radius * cos(t)) for t in turns)


def name_of(cell: Cell, size: int) -> str:
    """What a hexagon is called in files: size and axes. It holds in every report and every survey."""
    return f"h{size}_{cell[0]}_{cell[1]}"
