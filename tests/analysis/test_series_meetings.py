"""A series shows each meeting's own maps and its organiser's own sentences, as that meeting's report does (G6, G7)."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import openpyxl
import pptx
import pypdf
from meetings import meeting
from test_hand import Organiser, largest
from towns import TOWNS, dialogue, spread

from analysis.frames import SurveyData
from analysis.report.build import build_report, build_series_report, quote_candidates
from analysis.report.writers import COATS

HEADING = "Arrangörens egna ord om varje träff"


def walk(code: str, people: int, *, seed: int = 0, closed: bool = True) -> SurveyData:
    """One dialogue of a series about places in Ystad."""
    wishes = ["keep", "develop"] * (people // 2)
    data = dialogue(spread(TOWNS["Ystad"], people, seed), wishes, closed=closed)
    named = replace(data.survey, code=code, title=f"Promenad {code}", series="promenader")
    return replace(data, survey=named)


def test_every_meeting_has_the_map_of_its_own_report() -> None:
    datas = [walk("AAAAA", 40), walk("BBBBB", 30, seed=5), walk("CCCCC", 3)]
    series = build_series_report(datas, language="sv")
    assert [made.survey for made in series.maps] == ["AAAAA", "BBBBB"]
    for data, made in zip(datas, series.maps, strict=False):
        [alone] = build_report(data, language="sv").maps
        assert made == replace(alone, survey=data.survey.code, meeting=made.meeting)
        assert made.meeting.endswith(data.survey.title)
    held = {one.where.split(":")[1] for one in series.suppressed if one.where.startswith("survey:")}
    assert "CCCCC" in held


def test_a_map_of_a_meeting_that_is_open_is_rounded_as_in_its_own_report() -> None:
    datas = [walk("AAAAA", 40), walk("BBBBB", 40, seed=5, closed=False)]
    closed, growing = build_series_report(datas, language="sv").maps
    assert not closed.at_least
    assert growing.at_least
    assert not growing.conflicts
    assert all(spot.n % 5 == 0 for spot in growing.spots)


def test_every_file_of_a_series_says_of_which_meeting_a_place_is() -> None:
    series = build_series_report([walk("AAAAA", 40), walk("BBBBB", 40)], language="sv")
    body = json.loads(COATS["geojson"].write(series))
    assert len({one["id"] for one in body["features"]}) == len(body["features"])
    assert {one["properties"]["survey"] for one in body["features"]} == {"AAAAA", "BBBBB"}
    assert [one["survey"] for one in json.loads(COATS["json"].write(series))["places"]] == [
        "AAAAA",
        "BBBBB",
    ]
    rows = list(openpyxl.load_workbook(io.BytesIO(COATS["xlsx"].write(series)))["Platser"].values)
    column = rows[0].index("survey")
    assert {row[column] for row in rows[1:]} == {"AAAAA", "BBBBB"}
    page = COATS["html"].write(series).decode()
    assert page.count("<title") - 1 >= 2, "a picture for each"
    assert "1. Promenad AAAAA: " in page
    assert "2. Promenad BBBBB: " in page


def written() -> list[SurveyData]:
    """Two meetings; the organiser has written of a theme of the first, and approved its quotes."""
    first = Organiser(meeting(1))
    theme = largest(first)
    first.does("sentence", theme.id, text="Det gick att säga som det är.")
    quotes = {
        one.id: True for one in quote_candidates(first.data, "sv") if one.theme == theme.label
    }
    return [replace(first.data, decisions=quotes), meeting(2)]


def test_the_organisers_sentence_stands_under_its_meeting_with_its_count_and_quotes() -> None:
    datas = written()
    series = build_series_report(datas, language="sv")
    alone = build_report(datas[0], language="sv")
    assert alone.keep is not None
    [theme] = [one for one in alone.keep.themes if one.edited]
    assert [one.told for one in series.meetings] == [(theme,), ()]
    assert theme.approved
    page = COATS["html"].write(series).decode()
    after = page.split(HEADING)[1]
    assert theme.sentence in after
    assert theme.approved[0].text in after.split("</section>")[0]
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(series)))
    [slide] = [one for one in deck.slides if one.shapes.title.text == HEADING]
    said = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert theme.sentence in said
    assert theme.approved[0].text in said
    assert "Träff 2" not in said
    [told] = json.loads(COATS["json"].write(series))["meetings"]
    assert told["survey"] == datas[0].survey.code
    assert [one["sentence"] for one in told["themes"]] == [theme.sentence]


def test_pages_and_cards_of_a_series_have_the_sentences_of_each_meeting() -> None:
    series = build_series_report(written(), language="sv")
    [theme] = series.meetings[0].told
    packed = zipfile.ZipFile(io.BytesIO(COATS["png.zip"].write(series)))
    words = packed.read("alt.txt").decode("utf-8-sig").split("\r\n\r\n")
    [card] = [line for line in words if theme.sentence in line and "Träff 1" in line]
    assert packed.read(card.partition(":")[0]).startswith(b"\x89PNG")
    plain = build_series_report([meeting(1), meeting(2)], language="sv")
    assert len(packed.namelist()) == 1 + len(
        zipfile.ZipFile(io.BytesIO(COATS["png.zip"].write(plain))).namelist()
    )
    [_, overleaf] = pypdf.PdfReader(io.BytesIO(COATS["pdf"].write(series))).pages
    told = " ".join(overleaf.extract_text().split())
    assert "Träff 1" in told
    assert theme.sentence in told
    assert theme.approved[0].text in told
    assert len(pypdf.PdfReader(io.BytesIO(COATS["pdf"].write(plain))).pages) == 1


def test_a_series_without_sentences_of_the_organisers_has_no_such_part() -> None:
    series = build_series_report([meeting(1), meeting(2)], language="sv")
    assert HEADING not in COATS["html"].write(series).decode()
    assert "meetings" not in json.loads(COATS["json"].write(series))


def test_a_sentence_of_a_meeting_under_k_is_not_told() -> None:
    data = written()[0]
    few = replace(
        data,
        rows=[row for row in data.rows if row.respondent <= 4],
        counts=replace(data.counts, begun=4, complete=4, partial=0),
    )
    series = build_series_report([few, meeting(2)], language="sv")
    assert all(not one.told for one in series.meetings)
