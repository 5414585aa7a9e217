"""What a report says of a place: the same numbers in every file, four columns, and GeoJSON that map programs can read."""

from __future__ import annotations

import io
import itertools
import json
import re
from dataclasses import replace

import openpyxl
import pptx
import pytest
from towns import TOWNS, dialogue, named, own_form, spread

from analysis.lenses import Column, Entry, heard
from analysis.report.build import build_report, quote_candidates
from analysis.report.model import Report
from analysis.report.writers import COATS
from surveys.conversation.reading import rounded

TEXTS = [
    {
        "see_potential": f"Fler träd och bänkar vid huset nummer {n}",
        "gains": "Barn",
        "not_heard": "Unga",
    }
    for n in range(12)
]


def report(language: str = "sv", *, closed: bool = True) -> Report:
    """Two places where people want opposite things, one by name, and words through two lenses."""
    town = TOWNS["Strömstad"]
    here, there = (rounded(town[0] + d, town[1], 50) for d in (0, 0.02))
    where = [*[here] * 17, *[there] * 14, *named(*["hamnen"] * 6)]
    wishes = ["keep", "develop"] * 15
    data = dialogue(where, wishes, town=town, texts=TEXTS, closed=closed)
    return build_report(data, language=language)


def features(made: Report) -> list[dict]:  # type: ignore[type-arg]
    return json.loads(COATS["geojson"].write(made))["features"]


def test_geojson_is_what_the_standard_asks_for() -> None:
    body = json.loads(COATS["geojson"].write(report()))
    assert body["type"] == "FeatureCollection"
    assert "crs" not in body
    assert (body["k"], body["license"]) == (5, None)
    assert body["attribution"].startswith("Falu kommun")
    cells = [one for one in body["features"] if one["geometry"]["type"] == "Polygon"]
    assert [one["properties"]["n"] for one in cells] == [17, 14]
    for one in cells:
        [ring] = one["geometry"]["coordinates"]
        assert (len(ring), ring[0]) == (7, ring[-1])
        assert all(10 < lon < 12 and 58 < lat < 60 for lon, lat in ring)
        assert sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) > 0
        assert one["properties"]["attribution"] == body["attribution"]


def test_geojson_says_the_terms_that_the_organisation_has_chosen() -> None:
    made = replace(report(), licence="CC0-1.0")
    assert {one["properties"]["license"] for one in features(made)} == {"CC0-1.0"}


def test_geojson_without_a_place_or_with_too_few_is_empty_and_says_why() -> None:
    few = build_report(dialogue(spread(TOWNS["Ystad"], 3)), language="sv")
    none = build_report(dialogue([None] * 9, ["keep"] * 9), language="sv")
    for made in (few, none):
        body = json.loads(COATS["geojson"].write(made))
        assert body["features"] == []
        assert body["notes"]


@pytest.mark.parametrize("closed", [True, False])
def test_every_file_tells_the_same_of_each_place(closed: bool) -> None:
    made = report(closed=closed)
    told = {spot.label: spot.n for spot in made.maps[0].spots}
    drawn = {one["properties"]["label"]: one["properties"]["n"] for one in features(made)}
    assert told.items() <= drawn.items()
    said = json.loads(COATS["json"].write(made))["places"][0]
    assert {one["label"]: one["n"] for one in said["cells"]} == told
    book = openpyxl.load_workbook(io.BytesIO(COATS["xlsx"].write(made)))
    rows = list(book["Platser"].iter_rows(values_only=True))
    label, people = rows[0].index("label"), rows[0].index("people")
    assert {row[label]: row[people] for row in rows[1:]} == told
    page = COATS["html"].write(made).decode()
    for name, n in told.items():
        count = str(n) if closed else f"minst {n}"
        assert re.search(rf'<th scope="row">{name}</th><td class="n">{count}</td>', page)


def test_the_map_on_a_slide_has_its_words_and_a_table_beside_it() -> None:
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(report())))
    slide = next(s for s in deck.slides if s.shapes.title.text.startswith("Flest märken"))
    [picture] = [shape for shape in slide.shapes if shape.shape_type == 13]
    described = picture._element.xpath(".//p:cNvPr")[0].get("descr")
    assert re.search(r"Ruta 1, .*Torget: 17", described)
    [table] = [shape.table for shape in slide.shapes if shape.has_table]
    assert table.cell(1, 1).text == "17"


@pytest.mark.parametrize(("language", "heading"), [("sv", "Makt"), ("en", "Power")])
def test_four_columns_hold_the_questions_of_each_lens_in_their_own_words(
    language: str, heading: str
) -> None:
    made = report(language)
    assert [column.lens for column in made.board] == ["lens", "method", "material", "power"]
    power = made.board[-1]
    assert power.heading == heading
    assert [entry.question for entry in power.entries] == ["gains", "limited", "not_heard"]
    assert any("12" in line for line in power.entries[0].lines)
    assert power.entries[1].waits == 5
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(made)))
    words = "\n".join(s.text_frame.text for s in deck.slides[1].shapes if s.has_text_frame)
    assert all(column.heading in words for column in made.board)


def test_a_quote_stands_in_its_column_when_it_has_been_approved() -> None:
    data = dialogue(spread(TOWNS["Ystad"], 12), texts=TEXTS)
    offered = [one for one in quote_candidates(data, "sv") if one.question == "see_potential"]
    assert {one.state for one in offered} == {"waiting"}
    assert not build_report(data, language="sv").board[0].entries[0].quotes
    approved = replace(data, decisions={offered[0].id: True})
    [quote] = build_report(approved, language="sv").board[0].entries[0].quotes
    assert quote.text == offered[0].text


def test_a_form_with_one_lens_has_one_column_and_a_form_with_none_has_no_board() -> None:
    data = dialogue(spread(TOWNS["Ystad"], 12), ["a", "b"] * 6, form=own_form())
    assert [column.lens for column in build_report(data, language="sv").board] == ["power"]
    from meetings import all_meetings

    plain = build_report(all_meetings()[0], language="sv")
    assert (plain.board, plain.maps) == ((), ())
    assert "lenses" not in json.loads(COATS["json"].write(plain))


def test_a_board_is_left_out_while_every_lens_waits() -> None:
    waiting = Entry(
        "unheard", "Vilka får sällan säga vad de tycker?", 3, 2, ("Väntar på 2 svar till.",)
    )
    told = Entry("gains", "Vem får det bättre?", 9, 0, ("Teman: Trafik och parkering (3)",))
    assert not heard((Column("power", "Makt", "", (waiting,)),))
    assert heard((Column("power", "Makt", "", (waiting, told)),))
