"""How the questions of a file hang together: names, loops, limits, and what can never be asked."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.questionnaire.loading import check_questionnaire, library_ids, load_questionnaire
from surveys.questionnaire.reach import distinctions
from surveys.questionnaire.slow_patterns import why_not
from tests.often import often

HEAD = """format = 1
id = "small"
purpose = "evaluation"
unit = "person"
anonymity = "confidential"
channels = ["web"]
max_seconds = 900
title = {sv = "Liten"}
intro = {sv = "Hej"}

[[dimension]]
id = "park"
items = [
  {id = "north", sv = "Norra"},
  {id = "south", sv = "Södra"},
]

[[question]]
id = "choice"
kind = "single"
text = {sv = "Vad?"}
options = [
  {id = "a", value = 1, sv = "A"},
  {id = "b", value = 2, sv = "B"},
  {id = "c", sv = "C"},
]

[[question]]
id = "several"
kind = "multi"
max_choices = 2
text = {sv = "Vilka?"}
options = [
  {id = "x", sv = "X"},
  {id = "y", sv = "Y"},
  {id = "none", sv = "Ingen", exclusive = true},
]

[[question]]
id = "age"
kind = "number"
min = 0
max = 120
decimals = 0
text = {sv = "Ålder?"}

[[question]]
id = "why"
kind = "text"
show_if = "choice in ['a']"
text = {sv = "Varför?"}
"""


def codes(*more: str) -> list[str]:
    """The codes of one more question at the end of HEAD, given as lines; it has a text when no line gives one."""
    text = () if any(line.startswith("text") for line in more) else ("text = {sv = 'Sist?'}",)
    last = "\n".join(["[[question]]", 'id = "last"', *text, *more])
    return [found.code for found in check_questionnaire(f"{HEAD}\n{last}\n", "small.toml")[1]]


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("choice in ['a'] and choice in ['b']", "never_shown"),
        ("choice in ['a'] and choice >= 2", "never_shown"),
        ("'none' in several and 'x' in several", "never_shown"),
        ("count(several) > 2", "never_shown"),
        ("age < 18 and age > 65", "never_shown"),
        ("age > 120", "never_shown"),
        ("answered(why) and choice in ['b']", "never_shown"),
        ("answered(choice) or not answered(choice)", "always_shown"),
    ],
)
def test_a_condition_that_no_answers_decide_is_told(condition: str, code: str) -> None:
    assert codes('kind = "text"', f'show_if = "{condition}"') == [code]


@pytest.mark.parametrize(
    "condition",
    [
        "'x' in several and 'y' in several",
        "count(several) = 2",
        "age > 119",
        "choice != 'a' and choice < 2 or choice in ['c']",
        "answered(why) and age <= 18",
        "why = 'ja' and not ('x' in several)",
    ],
)
def test_a_condition_that_some_answers_meet_is_left_alone(condition: str) -> None:
    assert codes('kind = "text"', f'show_if = "{condition}"') == []


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (['kind = "text"', "show_if = \"answered(last)\""], ["condition_reference"]),
        (['kind = "text"', "show_if = \"park = 'north'\""], ["condition_reference"]),
        (['kind = "text"', "show_if = \"park = 'east'\"", 'loop = ["park"]'], ["condition_option"]),
        (['kind = "text"', "show_if = \"park = 'north'\"", 'loop = ["park"]'], []),
        (['kind = "number"', 'valid_if = "last > age"', "valid_text = {sv = 'Mer.'}"], []),
        (['kind = "number"', 'valid_if = "last > age"'], ["valid_text_missing"]),
        (['kind = "number"', "max = 3", 'valid_if = "last > 3"', "valid_text = {sv = '!'}"], ["never_valid"]),
        (['kind = "number"', "valid_text = {sv = 'Mer.'}"], ["valid_text_alone"]),
        (['kind = "calculate"', 'value = "age > last"'], ["calculation_reference"]),
        (['kind = "calculate"', 'value = "age >"'], ["bad_condition"]),
        (['kind = "hidden"', 'value = "x"'], []),
        (['kind = "text"', "text = {sv = 'Ni valde {choice}?'}"], ["piping_fallback"]),
        (['kind = "text"', "text = {sv = 'Ni valde {choice|något}?'}"], []),
        (['kind = "text"', "text = {sv = 'I {park}?'}"], ["piping_name"]),
        (['kind = "text"', "text = {sv = 'I {park}?'}", 'loop = ["park"]'], []),
        (['kind = "text"', "text = {sv = 'I {park?'}"], ["piping_braces"]),
        (['kind = "text"', "text = {sv = 'I {{park}}?'}"], []),
        (['kind = "text"', 'loop = ["street"]'], ["unknown_dimension"]),
        (['kind = "text"', 'loop = ["park", "park"]'], ["loop_twice"]),
        (['kind = "text"', 'loop = ["park"]', 'loop_exclude = ["east"]'], ["unknown_item"]),
        (['kind = "text"', 'loop = ["park"]', 'loop_exclude = ["north", "south"]'], ["loop_all_excluded"]),
        (['kind = "text"', 'loop = ["park"]', "compact = true"], ["compact_nothing"]),
        (['kind = "scale"', 'scale = "degree5"', "compact = true"], ["compact_nothing"]),
        (['kind = "rank"', "options = [{id = 'a', sv = 'A'}]"], ["no_options"]),
        (['kind = "allocate"'], ["no_options"]),
        (['kind = "indicator"'], []),
        (['kind = "matrix"', 'scale = "degree5"'], ["no_rows"]),
        (['kind = "matrix"', 'rows_from = "park"'], ["no_options"]),
        (['kind = "single"', 'options_from = "park"', "options = [{id = 'a', sv = 'A'}]"], ["two_sources"]),
        (['kind = "number"', "min = 3", "max = 2"], ["limits_crossed"]),
        (['kind = "date"', "earliest = 2027-02-05", "latest = 2027-02-04"], ["limits_crossed"]),
        (['kind = "multi"', 'options_from = "park"', "max_choices = 3"], ["too_many_choices"]),
        (['kind = "text"', "pattern = '[a-'"], ["bad_pattern"]),
        (['kind = "text"', "pattern = '(a+)+b'"], ["slow_pattern"]),
    ],
)  # fmt: skip
def test_what_does_not_hang_together_is_told(lines: list[str], found: list[str]) -> None:
    assert [code for code in codes(*lines) if code != "over_time"] == found


@pytest.mark.parametrize(
    ("written", "instead", "code"),
    [
        ('id = "why"', 'id = "respondent"', "reserved_id"),
        ('id = "south"', 'id = "north"', "duplicate_id"),
        ('id = "park"\n', 'id = "park"\nsample = 1\n', "sample_unused"),
        ('{id = "c", sv', '{id = "c", show_if = "choice = 1", sv', "condition_reference"),
        ('unit = "person"', 'unit = "organisation"', "anonymity_unit"),
        ('unit = "person"', 'unit = "triad"', None),
    ],
)
def test_what_the_whole_file_says_is_checked_too(
    written: str, instead: str, code: str | None
) -> None:
    found = check_questionnaire(HEAD.replace(written, instead, 1), "small.toml")[1]
    assert {each.code for each in found} == ({code} if code else set())


def test_an_option_that_nobody_gets_is_told_with_its_line() -> None:
    source = HEAD.replace(
        '{id = "y", sv', '{id = "y", show_if = "choice in [\'a\'] and choice = 2", sv'
    )
    found = check_questionnaire(source, "small.toml")[1]
    assert [(each.code, each.line) for each in found] == [("option_never_shown", 35)]


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        (r"^([1-9]|1[0-7])\.([1-9]|1[0-9]|[a-d])$", None),
        (r"[^@\s]+@[^@\s]+\.[a-z]{2,10}", None),
        (r"\d{3} ?\d{2}", None),
        (r"(\d+,)*\d+", "slow_pattern"),
        (r"(a|aa)+", "slow_pattern"),
        (r".*.*.*x", "slow_pattern"),
        (r"(.+)\1", "slow_pattern"),
        (r"(", "bad_pattern"),
    ],
)
def test_a_pattern_that_may_never_end_is_refused(pattern: str, problem: str | None) -> None:
    assert why_not(pattern, 500) == problem


def test_answers_are_told_apart_only_as_far_as_conditions_do() -> None:
    sorts = distinctions(load_questionnaire(HEAD, "small.toml"))
    assert {name: [each and each.ids for each in answers] for name, answers in sorts.items()} == {
        "choice": [None, ("a",), ("b",)]
    }


def library_source(name: str) -> str:
    return (files("surveys") / "library" / f"{name}.toml").read_text(encoding="utf-8")


VALUES = [
    "1",
    "-1",
    '""',
    '"x"',
    "true",
    "[]",
    "{}",
    "[1]",
    '["x"]',
    "2027-02-05",
    "{sv = 1}",
    '"{a"',
    '"(a+)+"',
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A library file with some lines deleted, doubled, swapped or given another value."""
    lines = library_source(draw(st.sampled_from(library_ids()))).splitlines()
    for _ in range(draw(st.integers(1, 5))):
        here = draw(st.integers(0, len(lines) - 1))
        there = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["delete", "double", "swap", "value", "key", "move"])):
            case "delete" if len(lines) > 1:
                del lines[here]
            case "double":
                lines.insert(here, lines[here])
            case "swap":
                lines[here], lines[there] = lines[there], lines[here]
            case "value":
                lines[here] = f"{lines[here].partition('=')[0]} = {draw(st.sampled_from(VALUES))}"
            case "key":
                key = draw(
                    st.sampled_from(
                        ["loop", "options_from", "show_if", "kind", "min", "rows", "id"]
                    )
                )
                lines[here] = f"{key} ={lines[here].partition('=')[2]}"
            case "move":
                lines[here] = f"{lines[here].partition('=')[0]} ={lines[there].partition('=')[2]}"
    return "\n".join(lines)


@often(600)
@given(mutated())
def test_any_file_gives_a_questionnaire_or_problems_and_nothing_else(source: str) -> None:
    questionnaire, problems = check_questionnaire(source, "x.toml")
    assert questionnaire is not None or problems
    assert all(set(found.text) == {"sv", "en"} == set(found.remedy) for found in problems)
    if any(found.code == "toml_syntax" for found in problems):
        with pytest.raises(tomllib.TOMLDecodeError):
            tomllib.loads(source)
