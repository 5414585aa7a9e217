"""Personal data in free text is found by rule, and ordinary sentences are left alone."""

from __future__ import annotations

import pytest

from analysis.themes.labels import shown_words
from analysis.themes.personal import findings, is_personal, is_personal_number, without_personal


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Skriv till anna.berg@kommun.se", "email"),
        ("Se www.exempel.se/sida", "link"),
        ("Ring 070-174 06 05 sen", "phone"),
        ("Ring +46 70 174 06 05", "phone"),
        ("Mitt nummer är 811218-9876", "personal_number"),
        ("Jag heter Xantippa", "name"),
        ("Mvh Gunvor", "name"),
        ("Mötet med Karin på Länsstyrelsen var bra", "name"),
        ("Samtalet med Zbigniew på Trafikverket", "name"),
        ("Tack till Maria Lundgren för allt", "name"),
        ("Jag bor på Storgatan 12 B", "address"),
        ("Gun-Britt hjälper till", "name"),
    ],
)
def test_personal_data_is_found(text: str, kind: str) -> None:
    certain = [finding.kind for finding in findings(text) if finding.certain]
    assert kind in certain


@pytest.mark.parametrize(
    "text",
    [
        "Vi var 10-12 personer i grupp 3",
        "Agenda 2030 och mål 12.3",
        "Örebro och Mora visade hur",
        "Per kommun blir det dyrt",
        "Munken! Tomelilla visade att det går",
        "Vi borde träffas 2025-02-05",
        "Bra! Länsstyrelsen var med",
    ],
)
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    assert not is_personal(text)


def test_an_unknown_capitalised_word_is_told_to_the_reviewer() -> None:
    text = "Vi borde lära av Zakopane"
    assert [(found.kind, found.certain) for found in findings(text)] == [("name", False)]


def test_a_surname_that_opens_a_sentence_is_told_and_in_no_cloud() -> None:
    text = "Lindqvist lagar god mat"
    assert [(found.kind, found.certain) for found in findings(text)] == [("name", False)]
    assert [word.lower for word in shown_words(text, "sv")] == ["lagar", "god", "mat"]
    assert [word.lower for word in shown_words("Trädgården är fin", "sv")] == ["trädgården", "fin"]


def test_removing_personal_data_keeps_positions() -> None:
    text = "Mötet med Karin på Länsstyrelsen"
    assert without_personal(text) == "Mötet med       på Länsstyrelsen"


def test_personal_numbers_need_a_date_and_a_check_digit() -> None:
    assert is_personal_number("8112189876")
    assert is_personal_number("7010632391")  # coordination number: day + 60
    assert not is_personal_number("8112189877")
    assert not is_personal_number("8113189876")
