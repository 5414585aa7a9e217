"""The map on people's own screens: the same places and counts as the report's, north up, and nothing where k forbids."""

from __future__ import annotations

import pytest
from towns import TOWNS, dialogue, named, spread

from analysis.places.on_page import MOST, WIDTH, PageMap, page_maps
from analysis.report.build import build_report
from surveys.conversation.reading import rounded
from surveys.conversation.state import Key

PLACE = [Key("place")]


def corners(one: PageMap) -> list[list[tuple[float, float]]]:
    return [
        [(float(x), float(y)) for x, y in (pair.split(",") for pair in shape.corners.split())]
        for shape in one.shapes
    ]


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("closed", [True, False])
def test_places_and_counts_are_the_reports(town: str, closed: bool) -> None:
    data = dialogue(spread(TOWNS[town], 60), town=TOWNS[town], closed=closed)
    [made] = build_report(data, language="sv").maps
    [drawn] = page_maps(data, PLACE, "sv")
    assert [shape.n for shape in drawn.shapes] == [spot.n for spot in made.spots]
    assert [shape.number for shape in drawn.shapes] == [*range(1, len(made.spots) + 1)]
    assert drawn.at_least == (not closed)
    assert all(shape.n >= 5 for shape in drawn.shapes)
    for ring in corners(drawn):
        assert len(ring) == 6
        assert all(0 <= x <= WIDTH and 0 <= y <= drawn.high for x, y in ring)


def test_north_is_up_and_east_to_the_right() -> None:
    town = TOWNS["Strömstad"]
    north, east = (
        rounded(town[0] + up, town[1] + right, 50) for up, right in ((0.02, 0), (0, 0.03))
    )
    [drawn] = page_maps(dialogue([north] * 9 + [east] * 6, town=town), PLACE, "sv")
    first, second = drawn.shapes
    assert (first.n, second.n) == (9, 6)
    assert first.at[1] < second.at[1]
    assert first.at[0] < second.at[0]
    assert first.shade > second.shade


def test_nothing_is_drawn_of_few_or_of_places_chosen_by_name() -> None:
    assert page_maps(dialogue(spread(TOWNS["Ystad"], 4)), PLACE, "sv") == ()
    assert page_maps(dialogue(named(*["torget"] * 9)), PLACE, "sv") == ()
    assert page_maps(dialogue(spread(TOWNS["Ystad"], 60)), [Key("other")], "sv") == ()


def test_no_name_stands_over_a_number() -> None:
    """The square lies in the middle of the fullest place, and so would its name."""
    [drawn] = page_maps(dialogue([rounded(*TOWNS["Ystad"], 50)] * 9), PLACE, "sv")
    [shape] = drawn.shapes
    [(x, y)] = [at for label, at in drawn.names if label == "Torget"]
    assert abs(shape.told[1] - (y - 2)) > 5 or abs(shape.told[0] - x) > 8


def test_hundreds_of_places_are_the_twenty_fullest() -> None:
    data = dialogue(spread(TOWNS["Ystad"], 3000, metres=800))
    [made] = build_report(data, language="sv").maps
    [drawn] = page_maps(data, PLACE, "sv")
    assert len(made.spots) > MOST
    assert [shape.n for shape in drawn.shapes] == [spot.n for spot in made.spots[:MOST]]
    assert drawn.left_out == len(made.spots) - MOST
