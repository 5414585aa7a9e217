"""Maps of places: the projection, a grid that lies still, and that no cell or difference of cells is about few."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom
from towns import TOWNS, dialogue, named, own_form, spread

from analysis.disclosure import Gate
from analysis.places.counting import OUTSIDE, in_areas, in_hexagons
from analysis.places.hexagons import SIZES, cell_of, corners, middle
from analysis.places.judging import chance_of, hot_spots
from analysis.places.sweref import to_degrees, to_metres
from analysis.report.build import build_report
from surveys.conversation.reading import rounded
from surveys.conversation.values import Position, Words
from surveys.survey import K_MIN
from tests.often import often

# Lantmäteriet's test points for SWEREF99 TM: latitude, longitude, north, east
POINTS = [
    (55.0, 12.75, 6097106.672, 356083.438),
    (57.0, 19.5, 6326392.707, 773251.054),
    (59.0, 11.25, 6546096.724, 284626.066),
    (61.0, 18.75, 6768593.345, 702745.127),
    (65.0, 21.75, 7225449.115, 817833.405),
    (67.0, 24.0, 7459745.672, 891298.142),
    (69.0, 21.0, 7666089.698, 739639.195),
]
SWEDEN = st.tuples(st.floats(55, 69.4), st.floats(10.5, 24.5))


@pytest.mark.parametrize(("lat", "lon", "north", "east"), POINTS)
def test_lantmateriets_test_points_are_met_to_the_millimetre(
    lat: float, lon: float, north: float, east: float
) -> None:
    assert to_metres(lat, lon) == pytest.approx((north, east), abs=0.001)
    assert to_degrees(north, east) == pytest.approx((lat, lon), abs=1e-8)


@given(SWEDEN, st.sampled_from(SIZES))
def test_a_position_lies_in_the_hexagon_whose_middle_is_nearest(
    at: tuple[float, float], size: int
) -> None:
    cell = cell_of(*at, size)
    here = to_metres(*at)

    def away(q: int, r: int) -> float:
        there = middle((q, r), size)
        return (there[0] - here[0]) ** 2 + (there[1] - here[1]) ** 2

    around = [(1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1)]
    assert all(away(*cell) <= away(cell[0] + q, cell[1] + r) + 1e-3 for q, r in around)


def test_corners_go_against_the_clock_as_rfc_7946_asks() -> None:
    ring = corners(cell_of(*TOWNS["Kiruna"], 400), 400)
    closed = [*ring, ring[0]]
    area = sum(a[1] * b[0] - b[1] * a[0] for a, b in itertools.pairwise(closed))
    assert area > 0
    assert len(ring) == 6


PINS = st.lists(
    st.tuples(st.integers(-12, 12), st.integers(-12, 12), st.integers(1, 9)), max_size=40
)


@often(150)
@given(PINS, st.sampled_from(sorted(TOWNS)), st.integers(0, 7), st.integers(0, 7))
def test_no_cell_and_no_difference_of_cells_is_about_few(
    drawn: list[tuple[int, int, int]], town: str, abroad: int, far: int
) -> None:
    lat, lon = TOWNS[town]
    spots = [(lat + y * 0.002, lon + x * 0.004) for y, x, n in drawn for _ in range(n)]
    spots += [(0.0, 179.9999)] * abroad + [(lat + 2, lon)] * far
    pins = dict(enumerate(spots))
    for counted in (
        in_hexagons(pins, 50, "x", Gate()),
        in_areas(pins, {"a": (lat, lon), "b": (lat + 0.01, lon)}, "x", Gate()),
    ):
        if counted is None:
            continue
        told = [*counted.shown.values(), counted.outside, counted.rest - counted.outside]
        true = Counter(counted.members.values())
        assert all(true[name] == n for name, n in counted.shown.items())
        assert sum(counted.shown.values()) >= 0.8 * len(pins)
        for size in range(len(told) + 1) if len(told) < 9 else (1, len(told) - 1):
            for some in itertools.combinations(told, size):
                assert sum(some) == 0 or sum(some) >= K_MIN
                assert len(pins) - sum(some) == 0 or len(pins) - sum(some) >= K_MIN


def map_of(data, language: str = "sv"):  # type: ignore[no-untyped-def]
    return build_report(data, language=language).maps[0]


@pytest.mark.parametrize("town", sorted(TOWNS))
def test_hexagons_grow_until_four_marks_of_five_are_shown_and_the_report_says_the_size(
    town: str,
) -> None:
    found = {}
    for metres in (30, 300, 3_000):
        made = map_of(dialogue(spread(TOWNS[town], 60, metres=metres), town=TOWNS[town]))
        assert made.way == "hexagons"
        assert sum(spot.n for spot in made.spots) >= 48
        assert any("breda" in note for note in made.notes)
        found[metres] = made.size
    assert found[30] < found[300] < found[3_000]


def test_the_same_place_is_the_same_cell_whoever_else_answers() -> None:
    town = TOWNS["Ystad"]
    spot = rounded(*town, 50)
    few, many = (map_of(dialogue([spot] * n + spread(town, 9, 4, metres=10))) for n in (20, 90))
    assert few.spots[0].id == many.spots[0].id
    assert few.spots[0].ring == many.spots[0].ring


def test_marks_far_apart_are_told_by_named_places_else_in_words() -> None:
    town = TOWNS["Ystad"]
    lonely = [rounded(town[0] + 1.5 + n * 0.4, town[1] + n % 3, 50) for n in range(16)]
    words = map_of(dialogue([*lonely, *spread(town, 2)]))
    assert (words.way, words.spots) == ("words", ())
    assert any("för glest" in note for note in words.notes)
    by_name = map_of(dialogue([*lonely[:6], *named(*["hamnen"] * 9)]))
    assert by_name.way == "areas"
    assert [place.n for place in by_name.landmarks] == [None, 9]


def test_marks_near_named_places_become_areas_when_no_hexagon_holds_enough() -> None:
    town = TOWNS["Ystad"]
    other = (town[0] + 0.1, town[1])
    pins = dict.fromkeys(range(8), town) | dict.fromkeys(range(10, 17), other)
    counted = in_areas(pins, {"torget": town, "hamnen": other}, "x", Gate())
    assert counted is not None
    assert (counted.shown, counted.rest) == ({"torget": 8, "hamnen": 7}, 0)
    assert in_areas({**pins, 90: (0.0, 0.0)}, {"torget": town}, "x", Gate()) is None


@pytest.mark.parametrize(
    "where",
    [
        [Position(0.0, 180.0)] * 6 + [Position(0.0, -180.0)] * 6,
        [Position(85.0, 0.0)] * 12,
        [Position(-33.9, 151.2)] * 12,
        [Words("Torget")] * 12,
        [None] * 12,
        [Position(59.33, 18.06)] * 4,
    ],
)
def test_odd_places_give_a_sentence_and_never_a_failure(where: list[Position]) -> None:
    from analysis.report.writers import COATS

    report = build_report(dialogue(where, ["keep"] * 12), language="sv")
    for made in report.maps:
        assert made.findings
        assert not made.spots
    for name in ("html", "geojson", "json"):
        assert COATS[name].write(report)


def test_ten_thousand_marks_on_one_spot_are_one_cell() -> None:
    made = map_of(dialogue([rounded(*TOWNS["Ystad"], 50)] * 10_000))
    assert [(spot.n, spot.hot) for spot in made.spots] == [(10_000, False)]


def test_opposite_wishes_are_counted_where_both_sides_are_enough() -> None:
    town = TOWNS["Kiruna"]
    here, there = (rounded(town[0] + d, town[1], 50) for d in (0, 0.02))
    wishes = ["keep"] * 8 + ["develop"] * 9 + ["develop"] * 9 + ["keep"] * 3
    data = dialogue([here] * 17 + [there] * 12, wishes, town=town)
    made = map_of(data)
    told = [(one.keep, one.develop) for one in made.conflicts]
    assert told == [(8, 9), (None, None)]
    assert not any(
        char.isdigit() for char in made.conflicts[1].sentence.split(":")[1].replace("5", "")
    )
    assert made.conflicts[0].sentence.endswith("8 vill bevara, 9 vill ändra.")


def test_no_conflict_is_told_while_answers_come_in() -> None:
    town = TOWNS["Kiruna"]
    here = rounded(*town, 50)
    data = dialogue([here] * 20, ["keep", "develop"] * 10, town=town, closed=False)
    made = map_of(data)
    assert made.conflicts == ()
    assert any("stängt" in note for note in made.notes)


def test_another_form_says_by_tags_which_answers_are_opposites() -> None:
    town = TOWNS["Ystad"]
    data = dialogue(spread(town, 30, metres=10), ["a", "b"] * 15, form=own_form())
    report = build_report(data, language="sv")
    assert report.maps[0].conflicts
    assert [column.lens for column in report.board] == ["power"]


def test_a_question_told_place_by_place_is_not_broken_down_by_another_question_too() -> None:
    town = TOWNS["Ystad"]
    data = dialogue(spread(town, 40, metres=10), ["keep", "develop"] * 20)
    report = build_report(data, language="sv")
    assert report.maps[0].conflicts
    assert "kind_of_mark" not in {one.question for one in report.breakdowns}


def test_marks_spread_evenly_show_hot_spots_in_at_most_one_survey_of_twenty() -> None:
    """Of areas with ragged edges: a half-empty hexagon at an edge makes no full one hot."""
    found = 0
    for seed in range(120):
        draw = random.Random(seed)
        wide, high, people = draw.uniform(0.3, 4), draw.uniform(0.3, 3), draw.choice([15, 60, 400])
        pins = {
            n: (59.6 + draw.uniform(0, high) / 111, 16.5 + draw.uniform(0, wide) / 56)
            for n in range(people)
        }
        counted = in_hexagons(pins, 50, "x", Gate())
        found += counted is not None and bool(hot_spots(counted))
    assert found <= 6


def test_a_place_where_most_point_is_hot() -> None:
    town = TOWNS["Strömstad"]
    pins = spread(town, 40, metres=600) + [rounded(town[0], town[1] + 0.01, 50)] * 40
    made = map_of(dialogue(pins, town=town))
    assert made.spots[0].hot
    assert not made.spots[-1].hot


def test_outside_is_said_only_as_a_group() -> None:
    town = TOWNS["Ystad"]
    pins = [rounded(*town, 50)] * 30 + [Position(48.8, 2.3)] * 6
    made = map_of(dialogue(pins))
    assert any("6 märken ligger utanför Sverige" in note for note in made.notes)
    few = map_of(dialogue([rounded(*town, 50)] * 30 + [Position(48.8, 2.3)] * 2))
    assert not any("utanför" in note for note in few.notes)
    assert OUTSIDE not in {spot.id for spot in few.spots}


@often(25)
@given(st.lists(st.integers(0, 4), min_size=12, max_size=60), st.integers(1, 9))
def test_between_two_maps_of_a_growing_survey_every_cell_differs_by_nothing_or_by_enough(
    chosen: list[int], first: int
) -> None:
    """Also to nothing at all: a cell that appears has at least k."""
    town = TOWNS["Strömstad"]
    spots = [rounded(town[0] + n * 0.02, town[1], 50) for n in range(5)]
    shown: list[dict[str, int]] = [{}]
    for end in range(K_MIN + first, len(chosen) + 1, 3):
        data = dialogue([spots[n] for n in chosen[:end]], town=town, closed=False)
        made = map_of(data)
        assert made.at_least
        assert not made.rest
        shown.append({spot.id: spot.n for spot in made.spots})
    for one, other in itertools.combinations(shown, 2):
        for name in one.keys() | other.keys():
            assert (other.get(name, 0) - one.get(name, 0)) % K_MIN == 0


def test_a_map_of_a_closed_survey_tells_whole_numbers() -> None:
    here = [rounded(*TOWNS["Ystad"], 50)] * 13
    assert [spot.n for spot in map_of(dialogue(here)).spots] == [13]
    growing = map_of(dialogue(here, closed=False))
    assert [spot.n for spot in growing.spots] == [10]
    assert "minst 10 av 13" in growing.findings[0]


def test_a_place_may_be_called_anything() -> None:
    from analysis.report.writers import COATS
    from surveys.survey import Fill, Place

    lat, lon = TOWNS["Ystad"]
    data = dialogue([rounded(lat, lon, 50)] * 9)
    odd = Place(id="odd", label={"sv": "<b>$x_{1}$ & 5 $ ä\u0301 😀</b>"}, lat=lat, lon=lon)
    report = build_report(
        replace(data, survey=replace(data.survey, fill=Fill(place=(odd,)))), language="sv"
    )
    for name in ("html", "pptx", "xlsx", "png.zip", "geojson"):
        assert COATS[name].write(report)
    assert b"<b>$x" not in COATS["html"].write(report)


def test_words_that_look_like_formulas_are_words_in_a_chart() -> None:
    from analysis.report.writers import COATS

    data = dialogue([Words("$\\frac$ och $\\nosuch{$")] * 9)
    assert "nosuch" in COATS["html"].write(build_report(data, language="sv")).decode()


def test_a_place_so_near_to_what_was_published_before_is_told_without_numbers() -> None:
    town = TOWNS["Kiruna"]
    here, there = (rounded(town[0] + d, town[1], 50) for d in (0, 0.02))
    data = dialogue([here] * 20 + [there] * 20, ["keep", "develop"] * 20, town=town)
    assert [one.keep for one in map_of(data).conflicts] == [10, 10]
    # those at the first place but one had answered when an earlier report was made
    rows = [replace(row, came=1 if row.respondent < 20 else 2) for row in data.rows]
    assert [one.keep for one in map_of(replace(data, rows=rows)).conflicts] == [None, None]


@often(100)
@given(tries=st.integers(1, 400), share=st.floats(0.01, 0.9), over=st.integers(1, 60))
def test_the_chance_of_a_hot_spot_is_the_binomial_laws(tries: int, share: float, over: int) -> None:
    hits = min(int(tries * share) + over, tries)
    if hits > tries * share:
        expected = binom.sf(hits - 1, tries, share)
        assert chance_of(hits, tries, share) == pytest.approx(expected, rel=1e-8)


def test_what_is_no_more_than_expected_is_no_surprise_however_many_there_are() -> None:
    assert chance_of(5, 10_000, 2 / 3) == 1
    assert chance_of(0, 10, 0.5) == 1
