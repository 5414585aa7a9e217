"""Meta-analysis: what comes back, with the surveys and counts it rests on; nothing a survey's own gate holds back."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import openpyxl
import pptx
import pytest
from meetings import all_meetings, data_of, meeting, survey
from voting import planted, voted

from analysis.meta.gathering import Meta, meta_of
from analysis.meta.writers import COATS
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.values import Words
from surveys.questionnaire.loading import library_questionnaire


def of(datas, language: str = "sv") -> Meta:
    return meta_of(datas, title="Lärprojektet", language=language)


def said(code: str, texts: list[str], *, closed: str | None = "2025-01-01"):
    """A meeting where each person wrote one thing under `keep`."""
    answers = [(who, "keep", Words(text)) for who, text in enumerate(texts, 1)]
    return data_of(answers, survey(code=code, title=f"Träff {code}", closed=closed))


CLIMATE, OTHER = "Öppet samtalsklimat", "Maten"


def test_a_theme_comes_back_with_each_survey_and_its_counts() -> None:
    meta = of(all_meetings())
    (climate,) = [theme for theme in meta.themes if theme.id == "climate"]
    assert climate.asked == 4
    assert len(climate.held) == 2
    assert climate.sentence.startswith("Samtalsklimatet återkommer i 2 av 4 enkäter: Träff ")
    for held in climate.held:
        data = next(each for each in all_meetings() if each.survey.code == held.survey)
        assert 3 <= held.people <= held.total <= data.counts.answered
    assert climate.sentence in meta.findings


def test_a_theme_that_one_survey_holds_back_is_not_told_there_nor_found_by_subtraction() -> None:
    many, few = said("A", [CLIMATE] * 5), said("B", [CLIMATE] * 2 + [OTHER] * 4)
    meta = of([many, few])
    (theme,) = [theme for theme in meta.themes if theme.id == "climate"]
    assert [(held.survey, held.people) for held in theme.held] == [("A", 5)]
    assert meta.findings == ("Inget tema och inget påstående återkommer i flera enkäter.",)
    body = COATS["json"].write(meta).decode()
    assert '"people": 2' not in body
    assert '"people": 7' not in body


def test_surveys_under_k_and_open_ones_are_named_and_not_counted() -> None:
    small, running = said("S", [CLIMATE] * 4), said("O", [CLIMATE] * 6, closed=None)
    meta = of([meeting(1), meeting(2), small, running])
    assert [source.counted for source in meta.sources].count(True) == 2
    assert "Träff S räknas inte: färre än 5 svarade innan den stängde." in meta.differences
    assert "Träff O är öppen och räknas först när den är stängd." in meta.differences
    assert all(held.survey not in {"S", "O"} for theme in meta.themes for held in theme.held)


def test_what_stands_in_one_survey_does_not_come_back_and_a_disposed_one_is_named() -> None:
    gone = said("G", [CLIMATE] * 6)
    gone = replace(gone, rows=[], survey=replace(gone.survey, purged=True))
    meta = of([said("A", [CLIMATE] * 5), gone])
    (theme,) = meta.themes
    assert theme.sentence == "Samtalsklimatet nämns i en enkät av 1: Träff A (5 av 5)."
    assert meta.findings[0].startswith("Bara en av enkäterna är stängd")
    assert "Träff G räknas inte: svaren är gallrade." in meta.differences


def test_different_codebooks_are_never_added_and_that_is_said() -> None:
    texts = [(who, "improve", Words("Mer bänkar och träd")) for who in range(1, 7)]
    place = data_of(
        texts, survey(library_questionnaire("place_dialogue"), code="P", title="Torget")
    )
    meta = of([meeting(1), meeting(2), place])
    assert {theme.asked for theme in meta.themes if "evaluation" in theme.codebook} <= {1, 2}
    assert any("olika kodböcker" in line for line in meta.differences)
    assert any(line.startswith("Kodboken place") and "Torget" in line for line in meta.differences)


def test_consensus_comes_back_only_on_the_same_side() -> None:
    first, second = (voted(planted((30,), 6, seed=seed)) for seed in (1, 2))
    second = replace(second, survey=replace(second.survey, code="ANDRA", title="Andra"))
    meta = of([first, second])
    assert meta.statements
    for one in meta.statements:
        assert len(one.judged) == 2
        assert one.agreed <= 2
        assert f"i {one.agreed} av 2 enkäter" in one.sentence


def test_organisations_are_named_where_they_answer_in_their_own_name_and_beside_no_theme() -> None:
    form = library_questionnaire("agenda_status")
    names = ["Falu kommun", "Mora kommun", "falu kommun", "Orsa", "Leksand", "Rättvik"]
    answers = [(who, RESPONDENT.question, Words(name)) for who, name in enumerate(names, 1)]
    where = replace(survey(form, code="SKR", title="Agendan"), closed_at=survey().closed_at)
    data = data_of(answers, where)
    meta = of([data, meeting(1)])
    source = next(one for one in meta.sources if one.code == "SKR")
    assert source.counted
    assert source.organisations == ("Falu kommun", "Leksand", "Mora kommun", "Orsa", "Rättvik")
    assert all("kommun" not in theme.sentence for theme in meta.themes)


def test_one_survey_is_no_meta_analysis() -> None:
    with pytest.raises(ValueError, match="at least two"):
        of([meeting(1)])


@pytest.mark.parametrize("form", COATS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_coat_is_the_same_bytes_whatever_the_order(form: str, language: str) -> None:
    forth, back = of(all_meetings(), language), of(all_meetings()[::-1], language)
    assert COATS[form].write(forth) == COATS[form].write(back)


def test_the_workbook_and_the_page_say_what_the_json_says() -> None:
    meta = of(all_meetings())
    body = json.loads(COATS["json"].write(meta))
    assert body["format"] == "dalalab.meta/1"
    page = COATS["html"].write(meta).decode()
    book = openpyxl.load_workbook(io.BytesIO(COATS["xlsx"].write(meta)))
    rows = list(book["Teman"].values)
    assert [row[0].removesuffix(" (önskemål)") for row in rows[1:]] == [
        theme["label"] for theme in body["themes"]
    ]
    assert len({row[0] for row in rows}) == len(rows)
    for theme in body["themes"]:
        assert theme["label"] in page
        for held in theme["held"]:
            assert f"{held['people']} av {held['total']}" in page
    for finding in body["findings"]:
        assert finding in page


def test_the_slides_have_a_native_chart_for_each_theme_that_comes_back() -> None:
    """Counts of each survey where it is told, of its own answers; a survey that does not tell it has no bar."""
    meta = of(all_meetings())
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(meta)))
    shown = "\n".join(words_of(slide) for slide in deck.slides)
    for line in (*meta.findings, *meta.differences, *meta.method):
        assert line in shown
    back = [theme for theme in meta.themes if len(theme.held) > 1]
    assert back
    for theme in back:
        title = f"{theme.label} återkommer i {len(theme.held)} av {theme.asked} enkäter"
        [slide] = [one for one in deck.slides if one.shapes.title.text == title]
        [shape] = [one for one in slide.shapes if one.has_chart]
        told, others = (tuple(series.values) for series in shape.chart.plots[0].series)
        assert told == tuple(held.people for held in theme.held)
        assert tuple(map(sum, zip(told, others, strict=True))) == tuple(
            held.total for held in theme.held
        )
        assert shape._element.xpath(".//p:cNvPr")[0].get("descr") == theme.sentence


def test_the_slides_tell_every_theme_by_survey_however_many_there_are() -> None:
    many = [said(f"S{number:02}", [CLIMATE] * 5) for number in range(12)]
    meta = of([*many, *all_meetings()])
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(meta)))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    heads = [cell.text for table in tables for cell in list(table.rows[0].cells)[1:]]
    assert set(heads) == {source.title for source in meta.sources}
    labels = {table.cell(row, 0).text for table in tables for row in range(1, len(table.rows))}
    assert len(labels) == len(meta.themes)
    assert all(len(table.columns) <= 6 for table in tables)


def test_the_slides_show_votes_on_the_statements_that_come_back() -> None:
    first, second = (voted(planted((30,), 6, seed=seed)) for seed in (1, 2))
    second = replace(second, survey=replace(second.survey, code="ANDRA", title="Andra"))
    meta = of([first, second])
    agreed = [one for one in meta.statements if one.agreed > 1]
    assert agreed
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(meta)))
    drawn = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    votes = [tuple(tuple(series.values) for series in chart.plots[0].series) for chart in drawn]
    for one in agreed:
        agree = tuple(vote.agree for vote in one.judged)
        against = tuple(vote.decided - vote.agree for vote in one.judged)
        assert (against, agree) in votes


def words_of(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
