"""SWEREF99 TM (EPSG:3006), the national map projection, from WGS84 degrees and back.

Gauss-Krüger by the series in Lantmäteriet's "Gauss Conformal Projection (Transverse Mercator), Krüger's formulas", on
GRS80. SWEREF99 and WGS84 differ by less than a metre, which is far under the rounding of any mark.
"""

from __future__ import annotations

from math import asin, asinh, atan, atan2, atanh, cos, cosh, degrees, radians, sin, sinh, sqrt
from typing import TypeAlias

Metres: TypeAlias = tuple[float, float]
"""North and east in the projection."""
Degrees: TypeAlias = tuple[float, float]
"""Latitude and longitude."""

_AXIS, _FLATTENING = 6_378_137.0, 1 / 298.257222101
_MERIDIAN, _SCALE, _FALSE_EAST = radians(15), 0.9996, 500_000.0
_N = _FLATTENING / (2 - _FLATTENING)
_ECCENTRICITY = sqrt(_FLATTENING * (2 - _FLATTENING))
_RADIUS = _SCALE * _AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_OUT = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16 + 41 * _N**4 / 180,
    13 * _N**2 / 48 - 3 * _N**3 / 5 + 557 * _N**4 / 1440,
    61 * _N**3 / 240 - 103 * _N**4 / 140,
    49561 * _N**4 / 161280,
)
_BACK = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)
SOUTH, NORTH, WEST, EAST = 54.5, 69.5, 10.0, 25.0
"""Degrees: Sweden with its sea. Outside, the projection is not the nation's."""


def in_sweden(lat: float, lon: float) -> bool:
    """Whether a position lies where SWEREF99 TM is used."""
    return SOUTH <= lat <= NORTH and WEST <= lon <= EAST


def to_metres(lat: float, lon: float) -> Metres:
    """North and east in metres; at most 0.1 mm from the closed formulas within Sweden."""
    turned, phi = radians(lon) - _MERIDIAN, radians(lat)
    conformal = atanh(sin(phi)) - _ECCENTRICITY * atanh(_ECCENTRICITY * sin(phi))
    xi, eta = atan2(sinh(conformal), cos(turned)), asinh(sin(turned) / _hypot(conformal, turned))
    north = xi + sum(
        term * sin(2 * order * xi) * cosh(2 * order * eta) for order, term in enumerate(_OUT, 1)
    )
    east = eta + sum(
        term * cos(2 * order * xi) * sinh(2 * order * eta) for order, term in enumerate(_OUT, 1)
    )
    return _RADIUS * north, _RADIUS * east + _FALSE_EAST


def to_degrees(north: float, east: float) -> Degrees:
    """Latitude and longitude of a point in metres."""
    xi_, eta_ = north / _RADIUS, (east - _FALSE_EAST) / _RADIUS
    xi = xi_ - sum(
        term * sin(2 * order * xi_) * cosh(2 * order * eta_) for order, term in enumerate(_BACK, 1)
    )
    eta = eta_ - sum(
        term * cos(2 * order * xi_) * sinh(2 * order * eta_) for order, term in enumerate(_BACK, 1)
    )
    conformal = asin(sin(xi) / cosh(eta))
    return degrees(_geodetic(conformal)), degrees(_MERIDIAN + atan(sinh(eta) / cos(xi)))


def _hypot(conformal: float, turned: float) -> float:
    return sqrt(sinh(conformal) ** 2 + cos(turned) ** 2)


def _geodetic(conformal: float) -> float:
    """The latitude whose conformal latitude this is, by iterating until nothing moves."""
    isometric, phi = atanh(sin(conformal)), conformal
    for _ in range(8):
        phi = asin(_tanh(isometric + _ECCENTRICITY * atanh(_ECCENTRICITY * sin(phi))))
    return phi


def _tanh(value: float) -> float:
    return sinh(value) / cosh(value)
