"""Which answers a changed questionnaire would orphan, and where a series breaks."""

from __future__ import annotations

import pytest

from surveys.questionnaire.difference import differences
from surveys.questionnaire.loading import library_questionnaire, load_questionnaire

SOURCE = """format = 1
id = "small"
purpose = "evaluation"
unit = "person"
anonymity = "confidential"
channels = ["web"]
max_seconds = 90
title = {sv = "Liten", en = "Small"}
intro = {sv = "Hej", en = "Hello"}

[[dimension]]
id = "park"
items = [
  {id = "north", sv = "Norra", en = "North"},
  {id = "south", sv = "Södra", en = "South"},
]

[[question]]
id = "choice"
kind = "single"
trend = true
text = {sv = "Vad?", en = "What?"}
options = [
  {id = "a", value = 1, sv = "A", en = "A"},
  {id = "b", value = 2, sv = "B", en = "B"},
  {id = "c", value = 3, sv = "C", en = "C"},
]

[[question]]
id = "why"
kind = "text"
loop = ["park"]
show_if = "choice in ['a']"
text = {sv = "Varför?", en = "Why?"}
"""


@pytest.mark.parametrize(
    ("written", "instead", "code", "orphans"),
    [
        ('id = "why"', 'id = "reason"', "question_renamed", True),
        ('kind = "text"', 'kind = "note"', "kind_changed", True),
        ('  {id = "c", value = 3, sv = "C", en = "C"},\n', "", "option_removed", True),
        ("value = 3", "value = 9", "scale_changed", True),
        ('loop = ["park"]\n', "", "loop_changed", True),
        ('  {id = "south", sv = "Södra", en = "South"},\n', "", "turn_removed", True),
        ("choice in ['a']", "choice in ['b']", "condition_changed", False),
        ('sv = "Vad?"', 'sv = "Vad då?"', "series_break", False),
        ('sv = "Varför?"', 'sv = "Hur så?"', "text_changed", False),
    ],
)
def test_a_change_is_told_for_what_it_does_to_answers(
    written: str, instead: str, code: str, orphans: bool
) -> None:
    old = load_questionnaire(SOURCE, "old.toml")
    new = load_questionnaire(SOURCE.replace(written, instead, 1), "new.toml")
    found = differences(old, new)
    assert (code, orphans) in [(each.code, each.orphans) for each in found]
    assert any(each.orphans for each in found) == orphans


def test_a_translation_and_the_same_file_change_nothing() -> None:
    old = load_questionnaire(SOURCE, "old.toml")
    assert differences(old, old) == ()
    worded = load_questionnaire(SOURCE.replace('en = "What?"', 'en = "Which?"'), "new.toml")
    assert differences(old, worded) == ()


def test_what_is_gone_and_what_is_new_are_told_by_id() -> None:
    found = differences(
        library_questionnaire("session_evaluation"), library_questionnaire("follow_up")
    )
    assert [(each.code, each.question) for each in found][:1] == [
        ("question_removed", "usefulness")
    ]
    assert ("question_added", "support") in [(each.code, each.question) for each in found]
