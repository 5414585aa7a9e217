"""A questionnaire file is read, or everything wrong with it is told at once (G11)."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys.errors import ConfigError, ContentError
from surveys.questionnaire.coverage import complete_languages
from surveys.questionnaire.loading import (
    check_questionnaire,
    library_ids,
    library_questionnaire,
    load_model,
    load_questionnaire,
    read_source,
)
from surveys.survey import Fill, Notice

DRAFTS = Path(__file__).parents[2] / "data" / "drafts"
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

[[question]]
id = "second"
kind = "text"
show_if = "first in ['yes']"
text = {sv = "Varför?", en = "Why?"}
"""


def problems_of(source: str) -> list[tuple[str, int | None]]:
    return [(found.code, found.line) for found in check_questionnaire(source, "small.toml")[1]]


@pytest.mark.parametrize("path", sorted(DRAFTS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_key_and_kind_of_the_drafts_is_read(path: Path) -> None:
    questionnaire, problems = check_questionnaire(path.read_text(encoding="utf-8"), path.name)
    assert questionnaire is not None
    errors = {found.code for found in problems if found.severity == "error"}
    assert not errors


@pytest.mark.parametrize("name", library_ids())
def test_what_ships_is_playable_in_swedish_and_english(name: str) -> None:
    assert {"sv", "en"} <= {*complete_languages(library_questionnaire(name))}


@pytest.mark.parametrize("name", ["session_evaluation", "dialogue_evaluation", "place_dialogue"])
def test_what_most_people_meet_is_written_in_six_languages(name: str) -> None:
    complete = complete_languages(library_questionnaire(name))
    assert complete == ("sv", "sv-x-latt", "en", "fi", "ar", "so")


def test_the_vote_on_themes_is_drafted_in_six_languages() -> None:
    source = (DRAFTS / "themes_vote.toml").read_text(encoding="utf-8")
    questionnaire, _ = check_questionnaire(source, "themes_vote.toml")
    assert questionnaire is not None
    assert len(complete_languages(questionnaire)) == 6


@pytest.mark.parametrize(
    "written", ["Olet nimetön? Vastaat nimettömästi.", "أنت مجهول", "Magac la'aan"]
)
def test_anonymity_may_not_be_promised_in_any_language(written: str) -> None:
    assert ("anonymous_claim", 9) in problems_of(SOURCE.replace("Hello", written))


def test_texts_with_a_line_for_each_language_are_told_with_their_lines() -> None:
    dotted = SOURCE.replace(
        'text = {sv = "Varför?", en = "Why?"}', 'text.sv = "Varför?"\ntext.xx = "Hä?"'
    )
    assert ("unknown_language", 24) in problems_of(dotted)


def test_the_same_content_has_the_same_version_whatever_its_layout() -> None:
    once = load_questionnaire(SOURCE, "small.toml")
    spaced = load_questionnaire(SOURCE.replace("\n\n", "\n# en rad\n\n"), "other.toml")
    worded = load_questionnaire(SOURCE.replace("Varför?", "Hur då?"), "small.toml")
    assert once.version() == spaced.version()
    assert once.version() != worded.version()


FIXED = "642c9ebc8c26b75e33d8f478ab96bff4f9a14a5786c91cf8f7a2ea1d769afc88"
"""The version of FIXED_SOURCE as the first release computed it: keys added since change nothing."""
FIXED_SOURCE = """format = 1
id = "fixed"
purpose = "evaluation"
unit = "person"
anonymity = "confidential"
channels = ["web"]
max_seconds = 60
title = {sv = "Fast"}
intro = {sv = "Hej"}

[[question]]
id = "first"
kind = "single"
text = {sv = "Vad?"}
options = [
  {id = "a", sv = "A"},
  {id = "b", sv = "B", open_text = true},
]

[[question]]
id = "why"
kind = "text"
show_if = "first in ['a']"
text = {sv = "Varför?"}

[[question]]
id = "size"
kind = "number"
min = 1
text = {sv = "Hur stor?"}
"""


def test_a_version_stays_what_it_was_when_the_format_grows() -> None:
    assert load_questionnaire(FIXED_SOURCE, "fixed.toml").version() == FIXED


@pytest.mark.parametrize(
    ("written", "instead", "code", "line"),
    [
        ('kind = "text"', 'kind = "txt"', "kind_unknown", 22),
        ('kind = "text"', 'kind = "statements"\nscale = "agree5"', "statements_answers", 20),
        ('kind = "text"', 'kind = "statements"\nprivate = true', "statements_private", 20),
        ('id = "second"', 'id = "first"', "duplicate_id", 21),
        ('id = "no"', 'id = "yes"', "duplicate_id", 17),
        ("first in ['yes']", "first in ['maybe']", "condition_option", 23),
        ("first in ['yes']", "third in ['yes']", "condition_reference", 23),
        ("first in ['yes']", "import os", "bad_condition", 23),
        ("max_seconds", "max_secs", "unknown_key", 7),
        ('sv = "Varför?", ', "", "missing_swedish", 24),
        ('en = "Why?"', 'xx = "Why?"', "unknown_language", 24),
        ("Hej", "Det är anonymt", "anonymous_claim", 9),
        ("max_seconds = 60", "max_seconds = -1", "wrong_value", 7),
        ('title = {sv = "Liten"', 'title = {sv = "Liten', "toml_syntax", 8),
        ('kind = "single"', 'kind = "scale"\nscale = "degree9"', "unknown_scale", 14),
        ('text = {sv = "Varför?", en = "Why?"}', "", "missing_key", 20),
    ],
)
def test_a_mistake_is_told_with_its_line(written: str, instead: str, code: str, line: int) -> None:
    assert (code, line) in problems_of(SOURCE.replace(written, instead, 1))


@pytest.mark.parametrize(
    "key",
    [
        ".".join("a" * 9000),
        " . ".join(['"å!"', "'a \"b'", r'"a\"."'] * 3000),
        "[" + ".".join("a" * 9000) + "]\nb",
        "a = {" + ".".join(['"a b"'] * 9000) + " = 1}\nb",
        "a = " + "[" * 9000 + "\nb",
    ],
    ids=["bare", "quoted", "a table", "a table in a line", "lists"],
)
def test_what_nests_without_end_is_a_mistake_like_any_other(key: str) -> None:
    assert [code for code, _ in problems_of(f"{key} = 1\n")] == ["toml_syntax"]


def test_all_mistakes_are_told_at_once_in_both_languages_with_what_to_do() -> None:
    broken = SOURCE.replace("max_seconds", "max_secs").replace('kind = "text"', 'kind = "txt"')
    _, problems = check_questionnaire(broken, "small.toml")
    assert {"unknown_key", "kind_unknown", "missing_key"} <= {found.code for found in problems}
    misspelt = next(found for found in problems if found.code == "unknown_key")
    assert misspelt.line_in("sv") == (
        "small.toml:7: Nyckeln ”max_secs” finns inte här. Menade du ”max_seconds”?"
    )
    assert misspelt.line_in("en").endswith("Did you mean “max_seconds”?")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError) as told:
        read_source(path)
    assert told.value.problems[0].code == "unreadable_file"
    with pytest.raises(ConfigError):
        read_source(tmp_path / "gone.toml")


def test_a_fill_gathers_its_texts_and_has_a_hash_of_its_own() -> None:
    fill = load_model(
        Fill,
        '[dimension.models]\nitems = [{id = "a", sv = "A", en = "A"}]\n[answers]\nproblem = "Svinn"\n',
        "fill.toml",
    )
    assert fill.dimension["models"].items[0].label == {"sv": "A", "en": "A"}
    assert fill.answers == {"problem": {"sv": "Svinn"}}
    assert fill.version() != Fill().version()


def test_a_notice_takes_a_plain_purpose_and_refuses_unknown_keys() -> None:
    source = (
        'controller = "K"\npurpose = "bättre möten"\nlegal_basis = "public_interest"\n'
        'retain_until = 2027-01-01\ndecision_ref = "KS 1"\n'
    )
    assert load_model(Notice, source, "notice.toml").purpose == {"sv": "bättre möten"}
    with pytest.raises(ContentError) as told:
        load_model(Notice, source + 'kontakt = "x"\n', "notice.toml")
    assert [found.code for found in told.value.problems] == ["unknown_key"]
