"""Advice on a file that can be read: language, law, translations and time, each with its line."""

from __future__ import annotations

from importlib.resources import files

import pytest

from surveys.questionnaire.coverage import complete_languages, coverage
from surveys.questionnaire.linting_words import lix
from surveys.questionnaire.loading import (
    check_questionnaire,
    library_ids,
    library_questionnaire,
    load_questionnaire,
)
from surveys.questionnaire.timing import estimated_seconds

SOURCE = """format = 1
id = "small"
purpose = "evaluation"
unit = "person"
anonymity = "confidential"
channels = ["web"]
max_seconds = 60
title = {sv = "Liten", en = "Small"}
intro = {sv = "Hej", en = "Hello"}

[[question]]
id = "first"
kind = "single"
text = {sv = "Ja?", en = "Yes?"}
options = [
  {id = "yes", sv = "Ja", en = "Yes"},
  {id = "no", sv = "Nej", en = "No"},
]
"""
LONG = "Vi vill veta vad du och alla andra som var med tyckte om dagen vi hade på torget i går"
HEAVY = (
    "Verksamhetens kvalitetsarbete förutsätter gemensamma utvecklingsinsatser "
    "inom samtliga förvaltningar under kommande verksamhetsperiod"
)


def problems_of(source: str) -> list[tuple[str, int | None]]:
    return [(found.code, found.line) for found in check_questionnaire(source, "small.toml")[1]]


@pytest.mark.parametrize(
    ("written", "instead", "code", "line"),
    [
        ('sv = "Nej"', 'sv = "JA "', "same_label", 17),
        ('sv = "Nej"', f'sv = "{"Nej, " * 8}"', "option_too_long", 17),
        ('sv = "Ja?"', f'sv = "{"Ja. " * 50}?"', "question_too_long", 14),
        (', en = "No"', "", "missing_translation", 17),
        ('sv = "Hej"', f'sv = "{LONG}."', "long_sentence", 9),
        ('sv = "Hej"', f'sv = "{HEAVY}"', "hard_to_read", 9),
        ('sv = "Ja?"', 'sv = "Ska vi implementera det?"', "jargon", 14),
        ('sv = "Ja?"', 'sv = "Är du med i facket?"', "special_category", 11),
        ('kind = "single"', 'kind = "single"\nbackground = true', "background_reason", 11),
        ('"evaluation"', '"dialogue"', "no_influence", 3),
        ("max_seconds = 60", "max_seconds = 1", "over_time", 7),
        ("format = 1", "# draft: fi\nformat = 1", "draft_translation", 1),
    ],
)
def test_advice_is_told_with_its_line(written: str, instead: str, code: str, line: int) -> None:
    assert (code, line) in problems_of(SOURCE.replace(written, instead, 1))


def test_a_dialogue_only_in_telegram_is_refused() -> None:
    source = SOURCE.replace('"evaluation"', '"dialogue"').replace('["web"]', '["telegram"]')
    assert ("only_telegram", 6) in problems_of(source)


def test_an_address_that_nobody_can_write_to_is_refused() -> None:
    source = (
        SOURCE
        + '\n[[question]]\nid = "hear"\nkind = "contact"\ntext = {sv = "E-post?", en = "E-mail?"}\n'
    )
    assert ("contact_without_sender", 20) in problems_of(source)


def test_not_knowing_is_no_step_of_a_scale() -> None:
    source = SOURCE.replace('"single"', '"scale"').replace(
        '{id = "no", sv = "Nej"', '{id = "no", value = 3, sv = "Vet inte"'
    )
    assert ("outside_on_scale", 11) in problems_of(source)


def test_a_reason_allows_a_sensitive_word() -> None:
    source = SOURCE.replace('sv = "Ja?"', 'sv = "Är du med i facket?"').replace(
        'kind = "single"', 'kind = "single"\nart9_reason = "Ett test."'
    )
    assert problems_of(source) == []


def test_a_language_is_complete_only_with_what_the_organiser_fills_in() -> None:
    questionnaire = load_questionnaire(SOURCE, "small.toml")
    assert coverage(questionnaire)["en"].percent == 100
    assert complete_languages(questionnaire, [{"sv": "Torg", "en": "Square"}]) == ("sv", "en")
    assert complete_languages(questionnaire, [{"sv": "Torg"}]) == ("sv",)


@pytest.mark.parametrize("name", library_ids())
def test_what_ships_needs_no_advice_and_keeps_its_time(name: str) -> None:
    file = f"{name}.toml"
    source = (files("surveys") / "library" / file).read_text(encoding="utf-8")
    found = {problem.code for problem in check_questionnaire(source, file)[1]}
    assert found <= {"draft_translation"}
    questionnaire = library_questionnaire(name)
    assert estimated_seconds(questionnaire) <= questionnaire.max_seconds


def test_the_model_of_reading_gives_the_measured_seconds() -> None:
    assert estimated_seconds(library_questionnaire("session_evaluation")) == pytest.approx(
        65, abs=3
    )


def test_lix_counts_words_a_sentence_and_long_words() -> None:
    assert lix("Vi går ut. Du kommer också.") == 3
    assert lix("Kommunens verksamheter.") == 102
