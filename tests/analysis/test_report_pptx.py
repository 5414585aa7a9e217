"""The slides: what stands on them, that they can be edited and heard, and that they fit an organisation's template."""

from __future__ import annotations

import dataclasses
import io
import random
import zipfile

import openpyxl
import pptx
import pytest
from meetings import all_meetings, meeting, one_meeting_of_all, survey
from pptx.util import Inches
from walking import reported

from analysis.intake.columns import guess_columns
from analysis.intake.reporting import bring, report_on
from analysis.intake.tables import Table
from analysis.report.build import build_report, build_series_report, quote_candidates
from analysis.report.model import Report
from analysis.report.pptx import to_pptx
from surveys.errors import ConfigError
from surveys.questionnaire.loading import library_ids


def approved(data):
    waiting = quote_candidates(data, "sv")
    return dataclasses.replace(data, decisions={one.id: True for one in waiting})


@pytest.fixture(scope="module")
def report() -> Report:
    return build_report(approved(one_meeting_of_all()), language="sv")


def opened(made: bytes):
    return pptx.Presentation(io.BytesIO(made))


def words(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def charts(slide) -> list:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def test_the_first_slide_says_what_participants_say(report: Report) -> None:
    first = opened(to_pptx(report)).slides[0]
    assert first.shapes.title.text_frame.text == "Vad säger deltagarna?"
    shown = words(first)
    assert "30 av 36 svarade (83 %)" in shown
    assert "Det här vill deltagarna ändra" in shown
    assert "Inget visas när färre än 5 personer har svarat." in shown
    for theme in report.keep.themes[:3]:
        assert theme.sentence in shown
        assert len(theme.approved) == 2
        assert all(f"”{quote.text}”" in shown for quote in theme.approved)


def test_the_notes_hold_the_evidence_of_each_sentence(report: Report) -> None:
    notes = opened(to_pptx(report)).slides[0].notes_slide.notes_text_frame.text
    for theme in (*report.keep.themes[:3], *report.change.themes[:3]):
        assert f"{theme.label} nämns av {theme.people} personer i {theme.answers} svar" in notes
        assert notes.index(theme.sentence) < notes.index(theme.approved[0].text)


def test_a_quote_nobody_approved_stands_nowhere() -> None:
    data = one_meeting_of_all()
    made = to_pptx(build_report(data, language="sv"))
    archive = zipfile.ZipFile(io.BytesIO(made))
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode(
        "utf8", "ignore"
    )
    assert "Citat väntar på godkännande" in everything
    assert not [one.text for one in quote_candidates(data, "sv") if one.text in everything]


def test_a_scale_is_a_native_chart_with_the_finding_as_title_and_no_noughts() -> None:
    report = build_report(meeting(1), language="sv")
    slide = opened(to_pptx(report)).slides[1]
    useful = report.questions[0]
    assert slide.shapes.title.text_frame.text == useful.sentence
    (chart,) = charts(slide)
    counts = {series.name: series.values[0] for series in chart.plots[0].series}
    assert counts == {cell.label: cell.n for cell in useful.cells}
    assert {s.data_labels.number_format for s in chart.plots[0].series} == {"0;;;"}
    assert useful.bounds in words(slide)
    assert "Vet inte: 1" in words(slide)


@pytest.mark.parametrize("name", library_ids())
def test_everything_that_is_drawn_is_also_told(name: str) -> None:
    deck = opened(to_pptx(reported(name, 24)))
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")
            assert shape.top + shape.height <= deck.slide_height
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width


def test_a_series_has_small_multiples() -> None:
    deck = opened(to_pptx(build_series_report(all_meetings(), language="sv")))
    assert [len(charts(slide)) for slide in deck.slides] == [0, 1, 1, 4, 0]
    assert len(charts(deck.slides[1])[0].plots[0].categories) == 4


def test_a_heading_of_small_multiples_stands_where_its_bars_begin() -> None:
    """Also over the first, which has the names of the rows at its left."""
    deck = opened(to_pptx(build_series_report(all_meetings(), language="sv")))
    drawn = [chart._chartSpace.xpath("./c:chart")[0] for chart in charts(deck.slides[3])]
    begins = []
    for chart in drawn:
        [title] = chart.xpath("./c:title/c:layout/c:manualLayout/c:x/@val")
        [bars] = chart.xpath("./c:plotArea/c:layout/c:manualLayout/c:x/@val")
        assert title == bars
        begins.append(float(bars))
    assert begins[0] > 0.2
    assert begins[1:] == [0.0] * 3


def test_a_survey_under_k_gives_slides_that_say_only_what_they_wait_for() -> None:
    deck = opened(to_pptx(reported("session_evaluation", 3)))
    assert "Inget visas förrän minst 5 personer har svarat." in words(deck.slides[0])
    assert not [chart for slide in deck.slides for chart in charts(slide)]


def test_the_same_data_in_any_order_give_the_same_bytes() -> None:
    first = one_meeting_of_all()
    rows = list(first.rows)
    random.Random(3).shuffle(rows)
    second = dataclasses.replace(first, rows=rows)
    made = [to_pptx(build_report(data, language="sv")) for data in (first, second)]
    assert made[0] == made[1]
    assert (
        "2024-09-19T00:00:00Z"
        in zipfile.ZipFile(io.BytesIO(made[0])).read("docProps/core.xml").decode()
    )


# Templates, built in three ways


def bytes_of(deck) -> bytes:
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def swedish_wide():
    """16:9, layouts with Swedish names, a title far to the right of a logo's place, and slides of its own."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Förra årets bild"
    layout = deck.slide_layouts[5]
    layout.name = "Endast rubrik"
    title = layout.placeholders[0]
    title.left, title.top, title.width, title.height = map(Inches, (3, 0.4, 9.8, 1))
    return deck


def square_with_content():
    """4:3, and every layout that has a title also has a field for content."""
    deck = pptx.Presentation()
    for layout in list(deck.slide_layouts):
        if layout.name not in {"Title and Content", "Two Content"}:
            deck.slide_layouts.remove(layout)
    return deck


def low_footer():
    """A second look: titles at the very top, a footer that takes a fifth of the slide."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Inches(10), Inches(5.625)
    for layout in deck.slide_layouts:
        for shape in layout.placeholders:
            kind = shape.placeholder_format.type.name
            shape.left, shape.width = Inches(0.3), Inches(9.4)
            if kind in {"TITLE", "CENTER_TITLE"}:
                shape.top, shape.height = Inches(0.1), Inches(0.7)
            elif kind in {"DATE", "FOOTER", "SLIDE_NUMBER"}:
                shape.top, shape.height = Inches(4.6), Inches(1)
    return deck


@pytest.mark.parametrize("build", [swedish_wide, square_with_content, low_footer])
def test_the_slides_keep_inside_an_organisations_template(build, report: Report) -> None:
    template = build()
    deck = opened(to_pptx(report, bytes_of(template)))
    assert (deck.slide_width, deck.slide_height) == (template.slide_width, template.slide_height)
    assert "Förra årets bild" not in " ".join(words(slide) for slide in deck.slides)
    for slide in deck.slides:
        edges = [
            shape.top
            for shape in slide.slide_layout.placeholders
            if shape.placeholder_format.type.name in {"DATE", "FOOTER", "SLIDE_NUMBER"}
        ]
        assert [shape.placeholder_format.type.name for shape in slide.placeholders] == ["TITLE"]
        for shape in slide.shapes:
            assert shape.top + shape.height <= min(edges, default=deck.slide_height)
            assert shape.left + shape.width <= deck.slide_width


def test_a_potx_is_a_template_too(report: Report) -> None:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(bytes_of(swedish_wide()))) as source,
        zipfile.ZipFile(target, "w") as made,
    ):
        for name in source.namelist():
            content = source.read(name).replace(b".presentation.main+xml", b".template.main+xml")
            made.writestr(name, content)
    assert len(opened(to_pptx(report, target.getvalue())).slides) > 2


def test_a_template_without_a_title_gives_a_sentence(report: Report) -> None:
    deck = pptx.Presentation()
    for layout in list(deck.slide_layouts):
        if layout.name != "Blank":
            deck.slide_layouts.remove(layout)
    with pytest.raises(ConfigError, match="Lägg till en layout med bara en rubrik"):
        to_pptx(report, bytes_of(deck))


@pytest.mark.parametrize("broken", [b"", b"not a file", bytes_of(pptx.Presentation())[:9000]])
def test_a_broken_template_gives_a_sentence(broken: bytes, report: Report) -> None:
    with pytest.raises(ConfigError, match="Mallen går inte att läsa"):
        to_pptx(report, broken)


def test_answers_that_look_like_markup_are_words() -> None:
    where = survey(title="<b>Träff & mer</b>")
    report = build_report(dataclasses.replace(one_meeting_of_all(), survey=where), language="sv")
    assert "<b>Träff &" in words(opened(to_pptx(report)).slides[0])


def test_no_answer_is_a_formula_in_the_workbook_behind_a_chart() -> None:
    """ "Edit data" opens it, and a spreadsheet would run what begins with an equals sign."""
    hostile = ["=cmd|' /C calc'!A0", '=HYPERLINK("http://x","Bra")', "http://x.example/"]
    rows = tuple((answer,) for answer in hostile * 4)
    one = Table("svar.csv", "utf-8", None, ("=1+1",), rows)
    brought = bring(one, "svar", guess_columns(one.headers, one.rows), None, ("sv",))
    found = []
    for slide in opened(to_pptx(report_on(brought, "sv"))).slides:
        for chart in charts(slide):
            blob = chart.part.chart_workbook.xlsx_part.blob
            found += [
                cell for row in openpyxl.load_workbook(io.BytesIO(blob)).active for cell in row
            ]
    said = {cell.value for cell in found}
    assert hostile[0] in said
    assert {cell.data_type for cell in found} == {"s", "n"}
    assert not any(cell.hyperlink for cell in found)
