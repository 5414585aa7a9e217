"""Every file read back by another program, and every number in it equal to the Report's."""

from __future__ import annotations

import csv
import dataclasses
import io
import random
import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import openpyxl
import pptx
import pypdf
import pyreadstat
import pytest
from html_tables import tables_of
from meetings import all_meetings, data_of, meeting, one_meeting_of_all, survey
from PIL import Image
from walking import EVERY_LOOP, reported, walked

from analysis.report.as_json import to_json
from analysis.report.blocks import blocks as tables
from analysis.report.build import build_report, build_series_report, quote_candidates
from analysis.report.model import Report
from analysis.report.overviews import overviews
from analysis.report.trends import trend_blocks
from analysis.report.writers import COATS
from analysis.wording import Wording
from surveys.conversation.values import Choice, Words
from surveys.questionnaire.loading import library_ids, load_questionnaire
from tests.often import quickly

NAMES = quickly((*library_ids(), EVERY_LOOP.stem), "place_dialogue", "triad_talk", EVERY_LOOP.stem)
FILES = tuple(name for name in COATS if name != "json")


def approved(data):
    waiting = quote_candidates(data, "sv")
    return dataclasses.replace(data, decisions={one.id: True for one in waiting})


@cache
def report_named(name: str, language: str = "sv") -> Report:
    if name == "series":
        return build_series_report([approved(one) for one in all_meetings()], language=language)
    if name == "meeting":
        return build_report(approved(one_meeting_of_all()), language=language)
    return build_report(approved(walked(name, 24)), language=language)


@cache
def written(name: str, form: str) -> bytes:
    """The file of a report, made once however many tests read it."""
    return COATS[form].write(report_named(name))


def counted(report: Report) -> dict[tuple[str, str, str], int]:
    """Question, turn and answer to people: every count of the JSON that may be told."""
    return {
        (question["id"], question["turn"], cell["id"]): cell["n"]
        for question in to_json(report)["questions"]
        for cell in question["cells"]
        if cell["n"] is not None
    }


def missing(report: Report) -> dict[tuple[str, str, str], int]:
    return {
        (question["id"], question["turn"], f"missing:{name}"): count
        for question in to_json(report)["questions"]
        for name, count in question["missing"].items()
        if count is not None
    }


def read_csv(made: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig")), delimiter=";"))


def told(rows) -> dict[tuple[str, str, str], int]:
    return {
        (row["question"], row["turn"] or "", row["answer"]): int(row["people"])
        for row in rows
        if row["people"] not in {"", None} and row["answer"] != "total:answered"
    }


def sheet_rows(sheet) -> list[dict[str, object]]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("name", [*NAMES, "meeting"])
def test_the_rows_of_data_hold_every_count_and_no_other(name: str) -> None:
    report = report_named(name)
    expected = {**counted(report), **missing(report)}
    assert told(read_csv(written(name, "csv"))) == expected
    package = zipfile.ZipFile(io.BytesIO(written(name, "csv.zip")))
    assert told(read_csv(package.read("data.csv"))) == expected
    book = openpyxl.load_workbook(io.BytesIO(written(name, "xlsx")))
    assert told(sheet_rows(book["Data"])) == expected


@pytest.mark.parametrize("name", [*NAMES, "meeting"])
def test_frequencies_of_the_sav_file_are_the_counts(name: str, tmp_path: Path) -> None:
    report = report_named(name)
    file = tmp_path / "report.sav"
    file.write_bytes(written(name, "sav"))
    frame, about = pyreadstat.read_sav(str(file), user_missing=True)
    found: Counter[tuple[str, str]] = Counter()
    for column in frame.columns.drop("people"):
        labels = about.variable_value_labels[column]
        for code, people in frame.loc[frame[column].notna(), [column, "people"]].itertuples(
            index=False
        ):
            found[column, labels[code]] += int(people)
        assert about.missing_ranges[column] == [{"lo": -94, "hi": -91}]
        assert about.column_names_to_labels[column]
    assert (frame.drop(columns="people").notna().sum(axis=1) == 1).all(), (
        "an answer is alone in its row"
    )
    singles = {"single", "scale", "matrix", "yes_no", "consent", "location"}
    for question in report.questions:
        if question.kind not in singles:
            continue
        column = "_".join(part for part in (question.id, *question.turn.split("/")) if part)
        for cell in question.cells:
            if cell.n:
                assert found[column, cell.label] == cell.n
    assert about.file_label.startswith("ÖVNINGSDATA")


def chart_values(book, chart) -> list[list[float]]:
    def numbers(reference: str) -> list[float]:
        sheet, cells = reference.replace("'", "").split("!")
        area = book[sheet][cells.replace("$", "")]
        rows = area if isinstance(area, tuple) else ((area,),)
        return [cell.value or 0 for row in rows for cell in row if not isinstance(cell.value, str)]

    return [numbers(series.val.numRef.f) for series in chart.series]


@pytest.mark.parametrize("name", ["meeting", "series", "place_profile", "focus_areas"])
def test_the_charts_of_workbook_and_slides_hold_the_same_numbers(name: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(name, "xlsx")))
    sheet = book["Svar"]
    in_book = sorted(
        sorted(tuple(float(v) for v in values) for values in chart_values(book, chart))
        for chart in sheet._charts
    )
    deck = pptx.Presentation(io.BytesIO(written(name, "pptx")))
    in_deck = []
    for slide in deck.slides:
        series = [
            tuple(float(value) for value in one.values)
            for shape in slide.shapes if shape.has_chart
            for one in shape.chart.plots[0].series
        ]  # fmt: skip
        if series:
            in_deck.append(sorted(series))
    assert in_deck
    assert sorted(in_deck) == in_book


@pytest.mark.parametrize("name", [*NAMES, "meeting", "series"])
def test_the_rows_of_the_page_are_the_rows_of_the_report(name: str) -> None:
    report = report_named(name)
    wording = Wording(report.language, report.unit)
    blocks = [*overviews(report.questions, wording), *tables(report.questions, report.k, wording)]
    blocks += trend_blocks(report, wording)
    rows = [
        (line.label, [block.suppressed] if line.cells is None else list(line.cells))
        for block in blocks
        for line in block.lines
    ]
    assert sorted(tables_of(written(name, "html").decode())) == sorted(rows)


@pytest.mark.parametrize("name", [*NAMES, "meeting", "series"])
def test_every_sentence_and_number_of_the_page_stands_in_the_slides_and_their_notes(
    name: str,
) -> None:
    report = report_named(name)
    deck = pptx.Presentation(io.BytesIO(written(name, "pptx")))
    said = []
    for slide in deck.slides:
        said += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        said += [slide.notes_slide.notes_text_frame.text] if slide.has_notes_slide else []
    slides = "\n".join(said)
    for question in report.questions:
        if not question.waits and question.kind not in {"text", "file", "photo", "date", "time"}:
            assert question.table or question.sentence in slides
    for label, row in tables_of(written(name, "html").decode()):
        assert label in slides, row
        if all(cell.isdigit() for cell in row):
            assert any(
                label in line and all(cell in line for cell in row) for line in slides.splitlines()
            ), (label, row)
    for side in (report.keep, report.change):
        for theme in side.themes[:3] if side else ():
            assert theme.sentence in slides


def test_the_same_data_in_any_order_give_the_same_bytes() -> None:
    first = approved(one_meeting_of_all())
    rows = list(first.rows)
    random.Random(5).shuffle(rows)
    shuffled = build_report(dataclasses.replace(first, rows=rows), language="sv")
    for form in FILES:
        assert COATS[form].write(shuffled) == written("meeting", form), form


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("people", [0, 4])
def test_a_survey_under_k_gives_files_without_a_count(form: str, people: int) -> None:
    report = reported("session_evaluation", people, "en")
    made = COATS[form].write(report)
    assert made
    if form == "csv":
        assert read_csv(made) == []


@pytest.mark.parametrize("form", ["xlsx", "csv.zip", "csv"])
def test_no_word_becomes_a_formula(form: str) -> None:
    hostile = '=HYPERLINK("http://x","Bra")'
    source = (
        'format = 1\nid = "odd"\ntitle = {sv = "Udda"}\nintro = {sv = "Udda"}\npurpose = "status"\n'
        'unit = "person"\nanonymity = "confidential"\nchannels = ["web"]\nmax_seconds = 60\n'
        '[[question]]\nid = "q"\nkind = "single"\n'
        f"text = {{sv = '''{hostile} +1'''}}\noptions = [\n"
        "  {id = \"a\", sv = '''@SUM(1)'''},\n  {id = \"b\", sv = '''-2'''},\n]\n"
    )
    where = survey(load_questionnaire(source, "odd.toml"), title=hostile)
    answers = [(who, "q", Choice("a")) for who in range(1, 8)]
    made = COATS[form].write(build_report(data_of(answers, where), language="sv"))
    if form == "xlsx":
        cells = [c for s in openpyxl.load_workbook(io.BytesIO(made)) for row in s for c in row]
        assert any(str(c.value).startswith("=HYPERLINK") for c in cells)
        assert {c.data_type for c in cells} <= {"s", "n"}
        assert not any(c.hyperlink for c in cells)
        return
    tables = [made]
    if form == "csv.zip":
        archive = zipfile.ZipFile(io.BytesIO(made))
        tables = [archive.read(name) for name in archive.namelist() if name.endswith(".csv")]
    cells = [
        cell
        for one in tables
        for row in csv.reader(io.StringIO(one.decode("utf-8-sig")), delimiter=";")
        for cell in row
    ]
    assert any(cell.startswith("'@SUM") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_free_text_stands_in_a_file_only_as_an_approved_quote() -> None:
    data = one_meeting_of_all()
    chosen = quote_candidates(data, "sv")[0]
    report = build_report(dataclasses.replace(data, decisions={chosen.id: True}), language="sv")
    unsaid = [row.value.text for row in data.rows if isinstance(row.value, Words)]
    long = [text for text in unsaid if len(text.split()) > 3 and chosen.text not in text]
    for form in FILES:
        made = everything(COATS[form].write(report))
        assert not [text for text in long if text in made], form


def pdf_words(made: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def alternatives(made: bytes) -> list[str]:
    """The alt texts in a PDF's structure, which must be there for a screen reader."""
    catalog = pypdf.PdfReader(io.BytesIO(made)).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"]
    waiting, found = [catalog["/StructTreeRoot"]], []
    while waiting:
        node = waiting.pop()
        found += [str(node["/Alt"])] if "/Alt" in node else []
        inside = node.get("/K", [])
        for one in inside if isinstance(inside, list) else [inside]:
            one = one.get_object()
            waiting += [one] if isinstance(one, dict) else []
    return found


def finding_of(one, report: Report) -> str:
    """What stands over the chart of a question, by itself or over a series."""
    trends = trend_blocks(report, Wording(report.language, report.unit))
    series = {block.asked: block.findings[0] for block in trends}
    return series.get(one.text, one.sentence)


@pytest.mark.parametrize("name", [*NAMES, "meeting", "series"])
def test_the_page_is_one_page_and_says_what_the_report_says(name: str) -> None:
    """A board of named answers stands overleaf, and nothing else does."""
    report = report_named(name)
    made = written(name, "pdf")
    front, *overleaf = (page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    assert bool(overleaf) == (report.named is not None)
    shown = " ".join(front.split())
    assert report.answered_line in shown
    assert "Det här beslutar vi" in shown
    assert "Vilka hör vi inte?" in shown
    for side in (report.keep, report.change):
        for theme in side.themes[:3] if side else ():
            assert theme.sentence in shown
            assert all(" ".join(quote.text.split()) in shown for quote in theme.approved)
    told = " ".join(alternatives(made))
    drawn = [one for one in (*report.questions, *report.trend) if one.text in told]
    for one in drawn:
        points = getattr(one, "points", [one])
        assert finding_of(one, report) in told
        for cell in (cell for point in points for cell in point.cells if cell.n is not None):
            told_of = re.findall(rf"{re.escape(cell.label)}: ([^;.]*)", told)
            assert any(str(cell.n) in re.findall(r"\d+", words) for words in told_of), cell


def test_a_picture_is_16_to_9_and_the_words_of_each_lie_beside() -> None:
    report = report_named("series")
    archive = zipfile.ZipFile(io.BytesIO(COATS["png.zip"].write(report)))
    assert archive.namelist() == ["00.png", "01.png", "02.png", "03.png", "alt.txt"]
    for name in archive.namelist()[:-1]:
        with Image.open(archive.open(name)) as picture:
            assert picture.size == (1920, 1080)
    words = archive.read("alt.txt").decode("utf-8-sig")
    for trend in report.trend:
        assert finding_of(trend, report) in words
    assert words.count("Ingen säker skillnad mellan träffarna") == 1
    assert archive.read("00.png") == COATS["png"].write(report)


def everything(made: bytes) -> str:
    """All text of a file, archives inside archives too."""
    if made.startswith(b"%PDF"):
        return pdf_words(made)
    if not zipfile.is_zipfile(io.BytesIO(made)):
        return made.decode("utf-8", "ignore")
    archive = zipfile.ZipFile(io.BytesIO(made))
    return "\n".join(everything(archive.read(name)) for name in archive.namelist())


def test_rows_of_data_have_no_names_of_groups() -> None:
    """Names stand on the board, where everybody was told they would, and beside no count."""
    report = report_named("group_discussion")
    assert report.named is not None
    for form in ("csv", "sav", "letter", "polis"):
        assert "Grupp 1" not in everything(COATS[form].write(report))


def test_the_letter_says_what_was_said_and_leaves_room_for_what_was_done() -> None:
    report = report_named("meeting")
    letter = COATS["letter"].write(report).decode("utf-8-sig")
    for theme in (*report.keep.themes[:3], *report.change.themes[:3]):
        assert f"Ni sa: {theme.sentence}" in letter
        assert f"”{theme.approved[0].text}”" in letter
    said = letter.count("Ni sa:")
    assert letter.count("Vi gjorde: …") == said >= 3
    data = walked("place_dialogue", 24)
    promised = data.survey.questionnaire.influence
    fill = data.survey.fill.model_copy(update={"influence": promised})
    data = dataclasses.replace(data, survey=dataclasses.replace(data.survey, fill=fill))
    place = COATS["letter"].write(build_report(data, language="sv")).decode("utf-8-sig")
    assert "Vi berättar senast 1 mars 2027 vad det har lett till: på kommunens webbplats" in place


def test_english_files_are_english() -> None:
    report = report_named("meeting", "en")
    book = openpyxl.load_workbook(io.BytesIO(COATS["xlsx"].write(report)))
    assert book.sheetnames[:4] == ["Read first", "Answers", "Themes", "Data"]
    assert meeting(1).survey.title in str(book["Read first"]["A2"].value)
