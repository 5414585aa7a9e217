"""The published places as GeoJSON (RFC 7946): WGS84, hexagons against the clock, points for named places.

What a place holds is said on each feature, since programs for maps often drop what stands on the collection.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from analysis.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.places.model import Landmark, PlaceMap, Spot
    from analysis.places.sweref import Degrees
    from analysis.report.model import Report

DECIMALS = 6
"""Of a degree: a tenth of a metre."""


def to_geojson(report: Report) -> bytes:
    """A feature for every place that is shown; none where nothing may be, and `notes` say why."""
    features = [feature for made in report.maps for feature in _features(made, report)]
    body = {
        "type": "FeatureCollection",
        "name": report.title,
        "survey": report.survey,
        "k": report.k,
        **_terms(report),
        "notes": _notes(report),
        "features": features,
    }
    return json.dumps(body, ensure_ascii=False, indent=1).encode() + b"\n"


def _terms(report: Report) -> dict[str, Any]:
    """Whose counts these are, on what terms (null: not said), and that they are invented where they are."""
    return {
        "attribution": f"{report.attribution}, {report.title}. {report.dated}",
        "license": report.licence or None,
        **({"mark": report.mark} if report.mark else {}),
    }


def _notes(report: Report) -> list[str]:
    wording = Wording(report.language, report.unit)
    if report.waits:
        return [report.lacking]
    told = [line for made in report.maps for line in (*made.findings, *made.notes)]
    return told or [wording.say("place-none")]


def _features(made: PlaceMap, report: Report) -> Iterator[dict[str, Any]]:
    common = {
        **({"survey": made.survey} if made.survey else {}),
        "question": made.question,
        **({"turn": made.turn} if made.turn else {}),
        **_terms(report),
    }
    for spot in made.spots:
        name = f"{made.survey}:{spot.id}" if made.survey else spot.id
        yield _feature(name, _shape(spot), {**_told(made, spot), **common})
    for place in made.landmarks:
        if place.n:
            yield _feature(None, _point(place.at), {**_chosen(place), **common})


def _feature(
    name: str | None, geometry: dict[str, Any], properties: dict[str, Any]
) -> dict[str, Any]:
    named = {} if name is None else {"id": name}
    return {"type": "Feature", **named, "geometry": geometry, "properties": properties}


def _told(made: PlaceMap, spot: Spot) -> dict[str, Any]:
    """`n` of `of` people set their mark here; the sides of a conflict where both may be shown."""
    conflict = made.conflict_at(spot)
    sides = (
        {"keep": conflict.keep, "develop": conflict.develop}
        if conflict is not None and conflict.keep is not None
        else {}
    )
    return {
        "label": spot.label,
        "n": spot.n,
        "at_least": made.at_least,
        "of": made.pins,
        "hot": spot.hot,
        "conflict": conflict is not None,
        **sides,
        **({"width_m": made.size} if spot.ring else {}),
        "counted_as": "cell" if spot.ring else "nearest_place",
    }


def _chosen(place: Landmark) -> dict[str, Any]:
    return {"label": place.label, "n": place.n, "counted_as": "chosen_by_name"}


def _shape(spot: Spot) -> dict[str, Any]:
    if not spot.ring:
        return _point(spot.at)
    ring = [_position(at) for at in spot.ring]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _point(at: Degrees) -> dict[str, Any]:
    return {"type": "Point", "coordinates": _position(at)}


def _position(at: Degrees) -> list[float]:
    """Longitude first, as the format has it."""
    return [round(at[1], DECIMALS), round(at[0], DECIMALS)]
