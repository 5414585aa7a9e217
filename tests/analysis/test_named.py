"""The board of named groups: questions across names, own words only when approved, and gaps that are seen."""

from __future__ import annotations

import dataclasses
import io
import json

import openpyxl
import pptx
import pypdf
from walking import opened

from analysis.frames import AnswerRow, SurveyData
from analysis.named import board_of, words_id
from analysis.report.build import build_report
from analysis.report.writers import COATS
from analysis.themes.quotes import quote_id
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Words
from surveys.survey import Counts

GROUPS = {
    "Björkarna": {"already_do": Choice("no"), "gaps": Words("Barnens röst.")},
    "Alarna": {"gaps": Words("Ring Anna Berg på 070-123 45 67.")},
    "Granarna": {"already_do": Choice("yes"), "gaps": Words("Mått som går att följa.")},
}


def discussion(**decided: bool) -> SurveyData:
    survey = opened("group_discussion")
    decisions = {words_id(survey.code, "gaps", text): yes for text, yes in decided.items()}
    rows = [
        AnswerRow(who, Key(question), value)
        for who, (name, answers) in enumerate(GROUPS.items(), 1)
        for question, value in {RESPONDENT.question: Words(name), **answers}.items()
    ]
    return SurveyData(survey, rows, Counts(begun=3, complete=3), decisions)


def told(data: SurveyData, question: str) -> list[tuple[str, str | None, str]]:
    board = board_of(data, "sv")
    assert board is not None
    row = next(row for row in board.published().rows if row.question == question)
    return [(name, said.text, said.state) for name, said in zip(board.names, row.said, strict=True)]


def test_what_was_chosen_stands_there_and_what_was_written_waits_until_it_is_approved() -> None:
    data = discussion(**{"Barnens röst.": True, "Mått som går att följa.": False})
    assert told(data, "already_do") == [
        ("Alarna", None, "gap"),
        ("Björkarna", "Nej", "shown"),
        ("Granarna", "Ja, alla", "shown"),
    ]
    assert told(data, "gaps") == [
        ("Alarna", None, "hidden"),
        ("Björkarna", "Barnens röst.", "shown"),
        ("Granarna", None, "hidden"),
    ]


def test_the_organiser_sees_all_of_it_and_what_is_to_be_looked_at() -> None:
    board = board_of(discussion(), "sv")
    assert board is not None
    gaps = next(row for row in board.rows if row.question == "gaps")
    assert [said.personal for said in gaps.said] == [True, False, False]
    assert board.gaps(0) > board.gaps(1)


def test_three_groups_have_a_board_in_every_file_though_three_are_too_few_for_numbers() -> None:
    report = build_report(discussion(**{"Barnens röst.": True}), language="sv")
    assert report.waits
    page = COATS["html"].write(report).decode()
    assert '<th scope="col">Björkarna</th>' in page
    assert "Barnens röst." in page
    assert "Alarna: " in page
    assert "Anna Berg" not in page
    cells = json.loads(COATS["json"].write(report))["named"]
    assert {"name": "Björkarna", "text": "Barnens röst.", "state": "shown"} in [
        each for row in cells for each in row["cells"]
    ]
    book = openpyxl.load_workbook(io.BytesIO(COATS["xlsx"].write(report)))
    assert any("Barnens röst." in map(str, row) for row in book["Namngivna svar"].values)
    deck = pptx.Presentation(io.BytesIO(COATS["pptx"].write(report)))
    words = [
        shape.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    assert any("Björkarna\nBarnens röst." in text for text in words)


def test_a_status_survey_of_organisations_and_a_single_group_have_no_board() -> None:
    data = discussion()
    assert board_of(dataclasses.replace(data, survey=opened("agenda_status")), "sv") is None
    alone = [row for row in data.rows if row.respondent == 1]
    assert board_of(dataclasses.replace(data, rows=alone), "sv") is None


def test_words_approved_as_a_quote_are_not_approved_under_a_name() -> None:
    data = discussion()
    approved = {quote_id(data.survey.code, "gaps", "Barnens röst."): True}
    said = told(dataclasses.replace(data, decisions=approved), "gaps")
    assert said[1] == ("Björkarna", None, "waiting")


def test_a_survey_opened_before_its_notice_said_so_shows_no_name() -> None:
    data = discussion()
    before = data.survey.fill.model_copy(update={"names_shown": False})
    data = dataclasses.replace(data, survey=dataclasses.replace(data.survey, fill=before))
    assert board_of(data, "sv") is None


def pages(data: SurveyData) -> list[str]:
    """The words of each page."""
    made = COATS["pdf"].write(build_report(data, language="sv"))
    read = pypdf.PdfReader(io.BytesIO(made)).pages
    return [" ".join(page.extract_text().split()) for page in read]


def test_the_board_stands_overleaf_on_paper() -> None:
    """What waits or was hidden is said to be so, and none of its words are there."""
    first, overleaf = pages(discussion(**{"Barnens röst.": True, "Mått som går att följa.": False}))
    assert "Det här beslutar vi" in first
    assert "Vad varje grupp svarade" in overleaf
    for told in (*GROUPS, "Barnens röst.", "Ja, alla", "Inget svar", "Visas inte", "Luckor"):
        assert told in overleaf
    assert "Mått som går att följa." not in overleaf
    assert "Anna Berg" not in overleaf


def test_many_names_are_told_question_by_question() -> None:
    data = discussion()
    many = [
        AnswerRow(who, row.key, Words(f"Grupp {who}") if row.key == RESPONDENT else row.value)
        for who in range(1, 13)
        for row in data.rows
        if row.respondent == 3
    ]
    data = dataclasses.replace(data, rows=many, counts=Counts(begun=12, complete=12))
    overleaf = " ".join(pages(data)[1:])
    assert overleaf.count("Grupp 12: Ja, alla") == 1
    assert overleaf.index("Grupp 2: Ja, alla") < overleaf.index("Grupp 10: Ja, alla")
