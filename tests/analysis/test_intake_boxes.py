"""Exports whose tools spread one question over columns, or export answers that were never sent in."""

from __future__ import annotations

import pytest
from test_intake_columns import report_of

SURVEYMONKEY = {
    "Vad är viktigt? [Lugn]": ["Lugn"] * 8 + [""] * 12,
    "Vad är viktigt? [Läxor]": [""] * 20,
    "Vad är viktigt? [Lärare]": [""] * 5 + ["Lärare"] * 12 + [""] * 3,
    "Vad är viktigt? [Annat (ange)]": [""] * 16 + ["Karin på 070-1740605"] + [""] * 3,
    "Hur trivs du?": ["Bra", "Mycket bra"] * 10,
}


def test_a_box_for_each_option_is_one_question_and_its_base_is_who_ticked_any() -> None:
    """Each box by itself would say that all who ticked it ticked it: 8 of 8."""
    report = report_of(SURVEYMONKEY)
    boxes, _ = report.questions
    assert (boxes.text, boxes.kind, boxes.n) == ("Vad är viktigt?", "multi", 17)
    assert [(cell.label, cell.n) for cell in boxes.cells] == [
        *(("Lugn", 8), ("Läxor", 0), ("Lärare", 12), ("Annat, med egna ord", 1)),
    ]
    assert "070" not in repr(report)
    assert any("En tom cell är inget svar" in line for line in report.group_lines)


def test_an_option_that_only_begins_like_other_is_an_option() -> None:
    one = ["Annan förälder"] * 7 + [""] * 5
    columns = {
        "Vem är du? [Förälder]": ["Förälder"] * 9 + [""] * 3,
        "Vem är du? [Annan förälder]": one,
    }
    (boxes,) = report_of(columns).questions
    assert [(cell.label, cell.n) for cell in boxes.cells] == [
        ("Förälder", 9),
        ("Annan förälder", 7),
    ]


def test_boxes_with_yes_and_no_have_everybody_who_saw_them_as_base() -> None:
    columns = {
        "Kom du med? [Buss]": ["Ja", "Nej", "Nej"] * 4,
        "Kom du med? [Bil]": ["Nej"] * 12,
        "Kom du med? [Annat]": [""] * 12,
    }
    (boxes,) = report_of(columns).questions
    assert (boxes.n, [(cell.label, cell.n) for cell in boxes.cells]) == (
        12,
        [("Buss", 4), ("Bil", 0), ("Annat", 0)],
    )


def test_not_to_know_is_no_answer_in_substance_and_counted_apart() -> None:
    report = report_of(
        {
            "Bra?": ["Ja"] * 9 + ["Nej"] * 5 + ["VET INTE"] * 6,
            "Visste?": ["Vet inte"] * 20,
            "Vilka?": ["Buss;Bil;", "Bil;Vet inte;", "Vet inte;", "Buss;"] * 5,
        }
    )
    asked, only, several = report.questions
    assert (asked.n, asked.missing["dont_know"]) == (14, 6)
    assert asked.sentence == "Vanligast: Ja (9 av 14). Därefter: Nej (5)."
    assert (only.n, [cell.label for cell in only.cells]) == (20, ["Vet inte"])
    assert (several.n, several.missing["dont_know"]) == (20, 0)


@pytest.mark.parametrize("cells", [["4", "2", "3"] * 4, ["Ja", "Nej", ""] * 4, ["Bra"] * 12])
def test_rows_of_a_table_are_no_boxes(cells: list[str]) -> None:
    report = report_of({"Hur var? [Maten]": ["Ja", "Nej", "Nej"] * 4, "Hur var? [Lokalen]": cells})
    assert [one.text for one in report.questions] == ["Hur var? [Maten]", "Hur var? [Lokalen]"]


LIMESURVEY = {
    "Svars-ID": [str(number) for number in range(1, 21)],
    "Inskickat datum": ["1980-01-01 00:00:00"] * 14 + [""] * 6,
    "Sista sidan": ["3"] * 14 + ["1"] * 6,
    "Nöjd?": ["Ja", "Nej"] * 8 + ["Ja"] + [""] * 3,
}


def test_who_never_sent_in_is_partial_and_rows_without_answers_are_nobody() -> None:
    report = report_of(LIMESURVEY)
    assert (report.base.answered, report.base.partial) == (17, 3)
    assert report.questions[0].n == 17
    assert any("3 av 17 har börjat svara men inte skickat in" in one for one in report.group_lines)
    assert any("3 rader i filen har inga svar" in one for one in report.group_lines)
    assert report.dated == "Filen säger inte när svaren kom."


def test_elsewhere_an_empty_date_says_nothing_of_who_finished() -> None:
    report = report_of({name: cells for name, cells in LIMESURVEY.items() if name != "Sista sidan"})
    assert (report.base.answered, report.base.partial) == (17, 0)
