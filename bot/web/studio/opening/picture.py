"""The picture of the place in the opening form: a file, and two corners as map services write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile

from bot.photos import UnreadableFile, reencoded
from bot.recordings import PICTURE_SIDE
from surveys.survey import Background

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import FormData

PICTURE_MB = 15
CORNERS = ("corner_nw", "corner_se")
"""Upper left and lower right, each `60.6080, 15.6290`: latitude first."""
_PAIR = re.compile(r"\(?\s*(-?\d{1,2}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)\s*\)?")


@dataclass(frozen=True, slots=True)
class Place:
    """What came of it. `background` and `picture` (JPEG) belong together; `errors` are text ids by field."""

    background: Background | None
    picture: bytes
    errors: Mapping[str, str]


async def uploaded(form: FormData) -> bytes:
    """The bytes of the file that was chosen; none without one."""
    found = form.get("picture")
    return await found.read() if isinstance(found, UploadFile) else b""


async def place_of(data: bytes, typed: Mapping[str, str]) -> Place:
    """The picture and where it lies; everything that is wrong with either."""
    corners = [_PAIR.fullmatch(typed.get(name, "").strip()) for name in CORNERS]
    if not data and not any(typed.get(name, "").strip() for name in CORNERS):
        return Place(None, b"", {})
    errors = {
        name: "opening-bad-corner"
        for name, corner in zip(CORNERS, corners, strict=True)
        if corner is None
    }
    picture = await _picture(data, errors)
    north_west, south_east = corners
    if errors or north_west is None or south_east is None:
        return Place(None, b"", errors)
    (north, west), (south, east) = (
        map(float, corner.groups()) for corner in (north_west, south_east)
    )
    if not (-85 <= south < north <= 85 and -180 <= west < east <= 180):
        return Place(None, b"", dict.fromkeys(CORNERS, "opening-corners-turned"))
    edges = Background(file="plats.jpg", north=north, south=south, west=west, east=east)
    return Place(edges, picture, {})


async def _picture(data: bytes, errors: dict[str, str]) -> bytes:
    if not data:
        errors["picture"] = "opening-missing-picture"
        return b""
    try:
        return (await reencoded(data, PICTURE_SIDE)).data
    except UnreadableFile:
        errors["picture"] = "opening-bad-picture"
        return b""
