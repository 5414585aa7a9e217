"""The map of a location question: the organiser's picture, or the organisation's own tiles. Without either, none.

A tap on the picture works without JavaScript: the browser sends where on an `<input type=image>` it was. The picture is
therefore shown in sizes we know; which of them, the style sheet decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.web.headers import PAGE_POLICY
from surveys.questionnaire.models import Location

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config import WebSettings
    from bot.web.views import Filled
    from surveys.conversation.screens import QuestionScreen
    from surveys.survey import Background, Fill

WIDTHS = (284, 354, 538)
"""CSS pixels across the picture: on 320, on 390 and on wide screens; map.css names them too."""
MARGIN = 0.003
"""Degrees around the named places where there are tiles and no picture: a few hundred metres."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The picture in one size, and where on it the chosen point lies."""

    width: int
    height: int
    x: int | None = None
    y: int | None = None


@dataclass(frozen=True, slots=True)
class MapView:
    """What the template needs. `bounds` are south, west, north, east; `spots` are empty without a picture."""

    bounds: tuple[float, float, float, float]
    spots: tuple[Spot, ...] = ()
    tiles: str = ""
    attribution: str = ""

    @property
    def policy(self) -> str | None:
        """The page's policy when pictures come from the organisation's own map server."""
        return policy_with(self.tiles) if self.tiles else None


def policy_with(tiles: str) -> str:
    """A page's policy where pictures may come from this map server too; without one the policy of every page."""
    if not tiles:
        return PAGE_POLICY
    host = "{0.scheme}://{0.netloc}".format(urlsplit(tiles))
    return PAGE_POLICY.replace("img-src 'self'", f"img-src 'self' {host}")


def map_view(
    screen: QuestionScreen, filled: Filled, picture: Path | None, settings: WebSettings
) -> MapView | None:
    """The map of a question; None where there is nothing to point at."""
    if not isinstance(screen.question, Location):
        return None
    fill, tiles = screen.survey.fill, settings.tiles
    attribution = settings.tiles_attribution if tiles else ""
    if fill.background is not None and picture is not None:
        edges = fill.background
        bounds = (edges.south, edges.west, edges.north, edges.east)
        return MapView(bounds, _spots(edges, picture, filled), tiles, attribution)
    around = _around(fill)
    return MapView(around, (), tiles, attribution) if tiles and around is not None else None


def tapped(
    background: Background, picture: Path, width: int, x: int, y: int
) -> tuple[float, float]:
    """The position of a tap at (x, y) CSS pixels on the picture as shown `width` wide."""
    height = _height(picture, width)
    return background.at(min(max(x / width, 0), 1), min(max(y / height, 0), 1))


def _spots(edges: Background, picture: Path, filled: Filled) -> tuple[Spot, ...]:
    share = edges.of(*filled.point) if filled.point is not None else None
    return tuple(
        Spot(
            width,
            height := _height(picture, width),
            *((round(share[0] * width), round(share[1] * height)) if share is not None else ()),
        )
        for width in WIDTHS
    )


def _height(picture: Path, width: int) -> int:
    """CSS pixels; only the file's beginning is read."""
    from PIL import Image

    with Image.open(picture) as opened:
        return max(1, round(width * opened.height / opened.width))


def _around(fill: Fill) -> tuple[float, float, float, float] | None:
    """An area with every named place that has a position."""
    known = [(p.lat, p.lon) for p in fill.place if p.lat is not None and p.lon is not None]
    if not known:
        return None
    lats, lons = [lat for lat, _ in known], [lon for _, lon in known]
    return min(lats) - MARGIN, min(lons) - MARGIN, max(lats) + MARGIN, max(lons) + MARGIN
