"""What the columns of exports are taken for, and what the report on them may say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO

import pptx
import pytest

from analysis.intake.answers import is_written
from analysis.intake.columns import Column, guess_columns
from analysis.intake.reporting import bring, report_on
from analysis.intake.tables import Table
from analysis.report.lead import lead_of
from analysis.report.model import Report
from analysis.report.pptx import to_pptx
from analysis.report.writers import COATS

FORMS = {
    "ID": [str(number) for number in range(1, 13)],
    "Starttid": ["2026-05-04 13:22:11"] * 12,
    "E-post": ["anonymous"] * 12,
    "Namn": ["Karin", "Per"] * 6,
    "Hur nyttig var träffen?": ["I hög grad", "I viss grad", "Vet inte"] * 4,
    "Betyg": ["4", "5", "2"] * 4,
    "Hur gammal är du?": ["34", "51", "29", "62"] * 3,
    "Vad var bäst?": ["Exempel;Samtal;", "Samtal;", "Exempel;Övningar;", "Övningar;"] * 3,
    "Var du med förut?": ["Ja", "Nej", "Nej"] * 4,
    "Vad ska vi ändra?": [f"Mer tid till diskussion nummer {n}" for n in "abcdefghijkl"],
    "Kommentar": [""] * 12,
}
KINDS = [
    *("id", "time", "personal", "personal", "scale", "scale", "number", "multi", "choice"),
    *("text", "empty"),
]


def table(columns: Mapping[str, Sequence[str]]) -> Table:
    rows = tuple(zip(*columns.values(), strict=True))
    return Table("export.xlsx", "xlsx", None, tuple(columns), rows)


def guessed(columns: Mapping[str, Sequence[str]]) -> tuple[Column, ...]:
    one = table(columns)
    return guess_columns(one.headers, one.rows)


def test_the_columns_of_an_export_are_guessed() -> None:
    assert [column.kind for column in guessed(FORMS)] == KINDS


def test_steps_stand_in_their_order_and_what_stands_beside_is_no_step() -> None:
    scale = guessed(FORMS)[4]
    assert scale.labels == ("I viss grad", "I hög grad")
    assert guessed(FORMS)[5].labels == ("2", "3", "4", "5")


@pytest.mark.parametrize(
    ("header", "cells", "kind"),
    [
        ("Tidstämpel", ["2026/05/04 1:22:33 em CET", "2026/05/04 2:01:07 em CET"], "time"),
        ("Submitted", ["5/4/2026 13:22", "5/5/2026 09:01"], "time"),
        ("Vad heter din kommun?", ["Falun", "Mora", "Falun", "Mora"], "choice"),
        ("Vad heter du?", ["a@b.se", "c@d.se", "e@f.se"], "personal"),
        ("Antal barn", ["1", "2", "3", "2"], "number"),
        ("Tack, och hej", ["Bra, men kort", "Kort, men bra", "Allt, faktiskt"], "text"),
        ("How useful?", ["Agree", "Strongly agree", "Disagree"], "scale"),
        ("Utgift", ["1 200", "900", "12,5"], "number"),
        ("Svar", ["Ja"], "choice"),
        ("Vad borde bli bättre?", [f"Kortare kö till {n}" for n in "abcdefghij"] * 9, "text"),
        ("Vad var bäst?", ["Samtalen", "Lunchen", "Lokalen"] * 9, "choice"),
        ("Vem är du?", ["Anna Andersson", "Bo Ek", "Eva Lind"] * 3, "personal"),
        ("Vem är du?", ["Boende", "Besökare", "Boende"] * 3, "choice"),
        ("Vad heter du?", ["Anna", "A. A.", "Xy"], "personal"),
        ("Omdöme", ["1 Inte alls", "3", "5 Helt"] * 3, "scale"),
        ("Del", ["1. Samtal", "2. Lunch", "3. Studiebesök"] * 3, "choice"),
        ("Andel", ["5 %", "10 %", "5 %"], "number"),
        ("Poäng - Hur nöjd är du?", ["0", "1", "0"], "id"),
        ("Frö (seed)", ["191836452", "882736451"], "id"),
        ("Frö", ["191836452", "882736451"], "id"),
        ("Datum", ["5/9 -26", "12 september 2026", "14 sep"], "time"),
        ("Bokat", ["5 maj 2026", "Jun 7, 2026 13:22"], "time"),
        ("Vad händer?", ["3 maj är bra", "Vi ses i juni 2026"], "text"),
        ("Berätta gärna mer", ["Maten är kall", "Det är stökigt", "Fler vuxna"] * 9, "text"),
        ("Ett ord om dagen", ["Kul", "Trött", "Hopp"] * 9, "choice"),
    ],
)
def test_a_column_by_itself(header: str, cells: list[str], kind: str) -> None:
    assert guessed({header: cells})[0].kind == kind


def test_the_report_says_first_what_the_file_cannot_and_uses_no_name() -> None:
    one = table(FORMS)
    brought = bring(one, "Träffen", guess_columns(one.headers, one.rows), None, ())
    report = report_on(brought, "sv")
    assert report.base.answered == 12
    assert "hur många som fick frågorna" in report.standing[0]
    assert "hur många som fick frågorna" in lead_of(report).standing
    assert any("kodboken för utvärderingar av möten" in line for line in report.group_lines)
    assert any("E-post, Namn" in line for line in report.group_lines)
    assert report.dated == "Svaren kom 4 maj 2026."
    assert {question.id for question in report.questions} == {"q5", "q6", "q7", "q8", "q9", "q10"}
    assert report.change is not None
    assert [(theme.theme, theme.people) for theme in report.change.themes] == [("time", 12)]
    assert not any("Karin" in repr(part) for part in (report.questions, report.words))


def test_a_file_of_few_rows_shows_nothing() -> None:
    few = {name: cells[:4] for name, cells in FORMS.items()}
    one = table(few)
    brought = bring(one, "Träffen", guess_columns(one.headers, one.rows), None, ())
    report = report_on(brought, "sv")
    assert report.waits == 1
    assert report.questions == ()
    assert "väntar" not in lead_of(report).footnote
    assert "färre än 5 personer" in lead_of(report).footnote


def test_a_question_that_few_answered_waits_for_nobody() -> None:
    report = report_of({"Betyg": ["4", "5", "2"] * 4, "Följdfråga": ["Ja"] * 3 + [""] * 9})
    assert report.questions[1].sentence == "Visas inte: färre än 5 svar."


def test_ages_break_nothing_down_since_another_export_may_come() -> None:
    report = report_of({"Ålder": ["19-30", "31-50"] * 12, "Nöjd?": (["Ja"] * 2 + ["Nej"] * 2) * 6})
    assert report.breakdowns == ()
    assert not any("grupp" in line for line in report.method)


def test_nothing_is_said_of_groups_that_no_report_of_a_file_would_show() -> None:
    report = report_of({"Ålder": ["19-30"] * 9 + ["31-50"] * 3, "Nöjd?": ["Ja", "Nej"] * 6})
    assert report.suppressed == ()
    assert not any("visas inte, eftersom för få" in line for line in report.method)


def test_what_people_wrote_beside_the_options_is_counted_and_not_shown() -> None:
    """A form's "Annat" takes any words, and an export shows them among the options: they are quotes nobody approved."""
    report = report_of({
        "Hur tar du dig hit?": [
            *["Buss"] * 6, *["Cykel"] * 5, *["Bil"] * 3, "Elsparkcykel",
            "Fråga Karin Svensson på 070-1740605", "Min man skjutsar mig sedan jag fick stroke",
        ]
    })  # fmt: skip
    (question,) = report.questions
    assert [(cell.label, cell.n) for cell in question.cells] == [
        *(("Buss", 6), ("Cykel", 5), ("Bil", 3), ("Elsparkcykel", 1)),
        ("Annat, med egna ord", 2),
    ]
    assert any("Annat, med egna ord" in line for line in report.group_lines)


def test_long_options_that_several_chose_are_shown() -> None:
    often = ["Några gånger i månaden eller mer", "Högst några gånger om året"]
    (question,) = report_of({"Hur ofta?": often * 6}).questions
    assert {cell.label for cell in question.cells} == set(often)


def test_numbers_share_a_slide_since_each_is_one_sentence() -> None:
    made = to_pptx(
        report_of({"Ålder": ["34", "51", "29", "62"] * 3, "Antal barn": ["1", "2", "3"] * 4})
    )
    titles = [
        slide.shapes.title.text_frame.text for slide in pptx.Presentation(BytesIO(made)).slides
    ]
    assert titles == ["Vad säger deltagarna?", "Fråga för fråga", "Vilka hör vi inte?"]


def report_of(columns: Mapping[str, Sequence[str]]) -> Report:
    one = table(columns)
    return report_on(bring(one, "Resor", guess_columns(one.headers, one.rows), None, ()), "sv")


def test_a_file_about_something_else_gets_suggestions_and_no_codebook() -> None:
    said = (
        "Potatisen är alltid kall",
        "Mjölken tar slut",
        "Pastan är överkokt",
        "Mer frukt",
        "Mindre socker",
    )
    rows = [(text, f"{text}, igen") for text in said * 8]
    one = Table("skolmat.csv", "utf-8", ",", ("Vad är bra?", "Vad kan bli bättre?"), tuple(rows))
    brought = bring(one, "Skolmaten", guess_columns(one.headers, one.rows, [0, 1]), None, ("sv",))
    report = report_on(brought, "sv")
    assert brought.codebook.theme == ()
    assert any("handlar om något annat än möten" in line for line in report.group_lines)
    assert any("ingen kodbok har använts" in line for line in report.method)
    told = " ".join((*report.notes, *report.method))
    assert "väntar på översättning" not in told
    assert "ingår i något tema" not in told
    themes = [theme for side in (report.keep, report.change) if side for theme in side.themes]
    assert all(theme.theme.startswith("suggested") or "Förslag" in theme.label for theme in themes)


def test_an_option_with_a_comma_in_it_is_one_option() -> None:
    cells = ["Samtal, i grupp, Lunch", "Lunch, Samtal, i grupp", "Samtal, i grupp", "Lunch"] * 3
    (column,) = guessed({"Vilka delar?": cells})
    assert column.counts == {"Lunch": 9, "Samtal, i grupp": 9}
    assert column.chosen("Samtal, i grupp, Lunch") == ("Lunch", "Samtal, i grupp")


def test_a_column_of_what_was_written_beside_the_options_shows_none_of_it() -> None:
    (column,) = guessed({"Vilka delar? [Annat]": ["lunch", "fika", ""] * 4})
    assert all(is_written(column, label) for label in column.labels)
    (ticked,) = guessed({"Vilka delar? [Annat]": ["Ja", "Nej"] * 4})
    assert not any(is_written(ticked, label) for label in ticked.labels)


def test_everything_in_an_order_is_a_ranking_and_its_first_places_are_counted() -> None:
    columns = {"Ordna": ["Tillit;Tempo;Mat;", "Mat;Tillit;Tempo;", "Tillit;Mat;Tempo;"] * 4}
    (column,) = guessed(columns)
    assert (column.kind, column.counts) == ("rank", {"Tillit": 8, "Mat": 4, "Tempo": 0})
    assert column.chosen("Mat;Tillit;Tempo;") == ("Mat", "Tillit", "Tempo")
    report = report_on(bring(table(columns), "Export", [column], None, ("sv",)), "sv")
    assert report.questions[0].kind == "rank"
    assert "Tillit" in report.questions[0].sentence


def test_the_ends_of_a_scale_may_have_words_and_a_step_nobody_chose_has_its_place() -> None:
    (column,) = guessed({"Lagom?": ["1 Inte alls", "4", "5 Helt", "Vet ej"] * 3})
    assert column.labels == ("1 Inte alls", "2", "3", "4", "5 Helt")


@pytest.mark.parametrize(
    "steps",
    [
        ("Inte alls nyttig", "Lite nyttig", "Ganska nyttig", "Mycket nyttig"),
        ("Inte alls viktigt", "Inte särskilt viktigt", "Ganska viktigt", "Mycket viktigt"),
        ("Mycket orolig", "Ganska orolig", "Ganska trygg", "Mycket trygg"),
        ("Mycket otryggt", "Varken tryggt eller otryggt", "Ganska tryggt", "Mycket tryggt"),
        ("Very unlikely", "Quite unlikely", "Quite likely", "Very likely"),
        ("Not at all easy", "Quite easy", "Very easy"),
    ],
)
def test_one_word_by_degrees_is_a_scale_and_two_words_are_not(steps: tuple[str, ...]) -> None:
    (column,) = guessed({"Hur var det?": [*steps[::-1], "Vet inte"] * 3})
    if "Mycket orolig" in steps:
        assert column.kind == "choice"
    else:
        assert column.kind == "scale"
        assert column.labels == steps


def test_ages_stand_in_their_order_and_are_told_as_background() -> None:
    ages = ["31–50 år", "65 år eller äldre", "Under 18 år", "18–30 år"]
    report = report_of({"Ålder": [*ages, "31–50 år", "Vill inte svara"] * 5})
    (question,) = report.questions
    shown = [cell.label for cell in question.cells]
    assert shown == ["Under 18 år", "18–30 år", "31–50 år", "65 år eller äldre"]
    assert question.background
    assert question.missing["no_answer"] == 5


@pytest.mark.parametrize(
    "name",
    ["Svar Anna Karlsson", "anna_19850412-1234", "8504121234", "Enkät_Karin_Berg", "20210412-1237"],
)
def test_a_file_called_by_somebody_lends_its_name_to_no_page(name: str) -> None:
    one = replace(table(FORMS), name=f"{name}.xlsx")
    report = report_on(bring(one, name, guess_columns(one.headers, one.rows), None, ()), "sv")
    assert report.title == "Svar ur en fil"
    assert name not in repr(report)
    assert report.notice[0].startswith("Svaren kommer ur en fil.")


@pytest.mark.parametrize("name", ["Skolmat 20261129_1016", "Enkät (20261130-0905)", "Falun 2026"])
def test_a_file_called_by_when_it_was_made_keeps_its_name(name: str) -> None:
    one = replace(table(FORMS), name=f"{name}.xlsx")
    assert bring(one, name, guess_columns(one.headers, one.rows), None, ()).title == name


def test_a_file_without_words_is_told_without_themes_and_with_its_limits_on_every_page() -> None:
    report = report_of({"Betyg": ["4", "5", "2"] * 9})
    lead = lead_of(report)
    assert "Teman" not in lead.footnote
    assert "Filen har ingen fritext" in lead.footnote
    assert not any("kodbok" in line or "citat" in line.casefold() for line in report.method)


def test_limits_stand_on_the_last_slide_where_the_first_is_full() -> None:
    one = table(FORMS)
    made = to_pptx(report_on(bring(one, "T", guess_columns(one.headers, one.rows), None, ()), "sv"))
    last = list(pptx.Presentation(BytesIO(made)).slides)[-1]
    said = "\n".join(shape.text_frame.text for shape in last.shapes if shape.has_text_frame)
    assert "kodboken för utvärderingar av möten" in said


def test_capitals_make_no_other_answer() -> None:
    (column,) = guessed({"Ett ord?": ["Bra", "BRA", "bra", "Bra", "sådär", "Sådär", "sådär"] * 3})
    assert column.counts == {"Bra": 12, "sådär": 9}


def test_a_box_that_is_ticked_or_not_is_told_as_yes_and_no() -> None:
    columns = {"Kom du?": ["True", "False", "True"] * 3, "Sant?": ["Sant", "Vet ej", "Falskt"] * 3}
    brought = bring(table(columns), "Export", guessed(columns), None, ("sv",))
    report = report_on(brought, "sv")
    shown = [[cell.label for cell in one.cells] for one in report.questions]
    assert shown == [["Ja", "Nej"], ["Nej", "Ja"]]
    english = report_on(brought, "en").questions[0]
    assert [cell.label for cell in english.cells] == ["Yes", "No"]


@pytest.mark.parametrize(
    ("header", "dated"),
    [
        ("Tidstämpel", "Svaren kom 4 maj 1961."),
        ("Inskickat datum", "Svaren kom 4 maj 1961."),
        ("Birth date", "Filen säger inte när svaren kom."),
        ("Vilket datum kom du?", "Filen säger inte när svaren kom."),
        ("Dag", "Filen säger inte när svaren kom."),
    ],
)
def test_a_day_that_was_asked_for_is_not_when_the_answers_came(header: str, dated: str) -> None:
    columns = {header: ["1961-05-04"] * 9, "Betyg": ["1", "2", "3"] * 3}
    brought = bring(table(columns), "Export", guessed(columns), None, ("sv",))
    assert report_on(brought, "sv").dated == dated


def test_without_a_codebook_and_without_themes_no_answer_is_said_to_be_in_none() -> None:
    """There is no theme that an answer could be in: "0 of 12 answers belong to a theme" would read as a finding."""
    said = ["Potatisen är kall", "Ingen ringer", "Duschen ställs in", "Larmet är långsamt"]
    columns = {"Vad kan bli bättre?": [f"{text} {end}" for text in said for end in "abc"]}
    one = table(columns)
    brought = bring(one, "Omsorg", guess_columns(one.headers, one.rows, [0]), None, ("sv",))
    report = report_on(brought, "sv")
    page = COATS["html"].write(report).decode()
    assert "Inga teman är tydligare än slumpen." in page
    assert "ingår i något tema" not in page
    assert "nämns av minst tre" not in page
    assert any("En egen kodbok kan hitta dem" in line for line in report.group_lines)
