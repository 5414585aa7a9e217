"""What a map says, in words: findings, how it was counted, and where each place is."""

from __future__ import annotations

from math import atan2, degrees, sqrt
from typing import TYPE_CHECKING

from analysis.places.counting import REACH, bearing, metres_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.places.counting import Counted
    from analysis.places.model import Landmark, PlaceMap
    from analysis.places.sweref import Degrees
    from analysis.wording import Wording

NEAR = 5 * REACH
"""Metres within which a named place says where something is."""
_NAMED_HOT = 3
_WINDS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


def spot_label(
    number: int, at: Degrees, size: int, landmarks: Sequence[Landmark], wording: Wording
) -> str:
    """Where a hexagon is: by the nearest named place, else by its middle in degrees."""
    near = [(metres_between(one.at, at), one.label, one.at) for one in landmarks]
    distance, label, origin = min(near, default=(NEAR + 1.0, "", at))
    if distance > NEAR:
        lat, lon = (wording.say("place-degrees", value=f"{value:.4f}") for value in at)
        return wording.say("place-cell", number=number, lat=lat, lon=lon)
    if distance <= size / sqrt(3):  # no corner of a hexagon is further from its middle
        return wording.say("place-cell-at", number=number, place=label)
    wind = wording.say(f"place-wind-{_wind(origin, at)}")
    return wording.say(
        "place-cell-from", number=number, distance=length(distance, wording), wind=wind, place=label
    )


def _wind(origin: Degrees, to: Degrees) -> str:
    north, east = bearing(origin, to)
    return _WINDS[round(degrees(atan2(east, north)) / 45) % 8]


def length(metres: float, wording: Wording) -> str:
    """A distance as it is said: `150 meter`, `1,2 kilometer`."""
    if metres < REACH:
        return wording.say("place-metres", n=max(50, round(metres / 50) * 50))
    value = f"{metres / 1000:.1f}".removesuffix(".0")
    return wording.say("place-kilometres", n=value.replace(".", wording.say("place-point")))


def findings_of(made: PlaceMap, wording: Wording) -> tuple[str, ...]:
    """What the map shows: the fullest place, and those that stand out."""
    say = wording.say
    if not made.spots:
        named = [one for one in made.landmarks if one.n]
        if not named:
            return (say("place-words"),)
        first = max(named, key=lambda one: (one.n or 0, one.label))
        return (say("place-named", place=first.label, n=first.n),)
    first_spot = made.spots[0]
    hot = [spot.label for spot in made.spots if spot.hot]
    alone = hot == [first_spot.label]
    share = say("place-share-open" if made.at_least else "share", count=first_spot.n, n=made.pins)
    found = [say("place-most-hot" if alone else "place-most", place=first_spot.label, share=share)]
    if hot and not alone:
        listed = wording.listed(hot[:_NAMED_HOT])
        found.append(say("place-hot", places=listed, count=len(hot)))
    return tuple(found)


def notes_of(
    made: PlaceMap, counted: Counted | None, k: int, wording: Wording, *, conflicts_wait: bool
) -> tuple[str, ...]:
    """How the map was made, and what it does not say."""
    say, notes = wording.say, []
    if made.way == "hexagons":
        notes.append(say("place-hexagons", wide=length(made.size, wording), k=k))
    elif made.spots:
        notes.append(say("place-areas", k=k, reach=length(REACH, wording)))
    else:
        notes.append(say("place-sparse" if made.pins else "place-few", k=k))
    if made.spots and made.at_least:
        notes.append(say("place-steps", k=k))
    elif made.spots:
        shown = sum(spot.n for spot in made.spots)
        notes.append(say("place-shown", shown=shown, pins=made.pins, rest=made.rest))
    if counted is not None and counted.outside and not made.at_least:
        notes.append(say("place-outside", n=counted.outside))
    if made.way == "hexagons":
        any_hot = any(spot.hot for spot in made.spots)
        notes.append(say("place-hot-how" if any_hot else "place-hot-none"))
    if conflicts_wait:
        notes.append(say("place-conflicts-later"))
    return tuple(notes)
