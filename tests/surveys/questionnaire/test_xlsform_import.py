"""Spreadsheet forms become questionnaires that our own check accepts, and nothing is lost without a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from surveys.questionnaire.loading import check_questionnaire
from surveys.questionnaire.xlsform.importing import import_form
from surveys.questionnaire.xlsform.returning import Imported
from surveys.questionnaire.xlsform.troubles import ADVICE, ERRORS

FORMS = sorted((Path(__file__).parents[2] / "data" / "xlsform").iterdir())
NOT_ASKED_IN_A_CHAT = {"interview.md"}
"""Forms that are made of recordings, drawings and bar codes."""


def read(survey: str, choices: str = "", settings: str = "", **options: Any) -> Imported:
    """A form from Markdown tables without their first column."""
    sheets = {"survey": survey, "choices": choices, "settings": settings}
    lines = []
    for name, sheet in sheets.items():
        rows = [line.strip() for line in sheet.strip().splitlines()]
        lines += [f"| {name} |", *(f"| {row}" for row in rows)] if rows else []
    return import_form("\n".join(lines).encode(), "form.md", **options)


def questions(made: Imported) -> dict[str, Any]:
    assert made.questionnaire is not None, made.troubles
    return {question.id: question for question in made.questionnaire.question}


def codes(made: Imported) -> set[str]:
    return {trouble.code for trouble in made.troubles}


def condition(relevant: str) -> str | None:
    """What `relevant` becomes on a text after one question of each sort."""
    made = read(
        f"""
        | type | name | label | relevant | calculation |
        | select_one yn | one | One? | | |
        | select_multiple yn | many | Many? | | |
        | integer | age | Age? | | |
        | text | words | Words? | | |
        | date | day | Day? | | |
        | calculate | sum | | | ${{age}} + 1 |
        | text | last | Last? | {relevant} | |
        """,
        """
        | list_name | name | label |
        | yn | yes | Yes |
        | yn | 0 | No |
        """,
    )
    return questions(made)["last"].show_if if made.whole else None


@pytest.mark.parametrize(
    ("relevant", "ours"),
    [
        ("${one} = 'yes'", "one in ['yes']"),
        ("${one} != 'yes'", "not one in ['yes']"),
        ("${one} = 0", "one in ['n0']"),
        ("selected(${many}, 'yes')", "'yes' in many"),
        ("not(selected(${many}, '0'))", "not 'n0' in many"),
        ("count-selected(${many}) >= 2", "count(many) >= 2"),
        ("${many} = 'yes'", "'yes' in many and count(many) = 1"),
        ("${words} = ''", "not answered(words)"),
        ("${words} != '' and ${age} > 17.5", "answered(words) and age > 17.5"),
        ("18 <= ${age}", "age >= 18"),
        ("${age} div 2 + 1 * -3 > 2 mod 4", "age / 2 + 1 * -3 > 2 mod 4"),
        ("(${age} > 1 or ${age} < 0) and true()", "age > 1 or age < 0"),
        ("string-length(${words}) > 0", "length(words) > 0"),
        ("string-length(${words}) < 3", "coalesce(length(words), 0) < 3"),
        ("regex(${words}, '[a-z]+')", "matches(words, '[a-z]+')"),
        ("contains(${words}, 'a.b')", r"matches(words, '.*a\.b.*')"),
        ("if(${age} > 1, ${words} = 'a', false())", "age > 1 and words = 'a'"),
        ("coalesce(${age}, 0) = 0", "coalesce(age, 0) = 0"),
        ("round(${age} div 3, 1) = 2", "round(age / 3, 1) = 2"),
        ("concat(${words}, 'x') = 'ax'", "concat(coalesce(words, ''), 'x') = 'ax'"),
        ("number(${words}) = 5", "number(words) = 5"),
        ("${day} > '2020-01-01'", "day > '2020-01-01'"),
        ("${sum} = 3", "sum = 3"),
        ("../age = 3 and /form/page-1/words = 'a'", "age = 3 and words = 'a'"),
    ],
)
def test_a_condition_means_the_same(relevant: str, ours: str) -> None:
    assert condition(relevant) == ours


@pytest.mark.parametrize(
    "relevant",
    [
        *("${one} = 'other'", "${nobody} = 1", "pulldata('a', 'b', 'c', ${age}) = 1", "${age} >"),
        *("(${age} > 1", "${last} = 1", "indexed-repeat(${age}, ${many}, 1) = 2", "'a", "${", "😀"),
        *(
            "${day} < today()",
            "regex(${words}, '(?=a)')",
            "selected(${words}, 'a')",
            "/data/* = 1",
        ),
    ],
)
def test_what_cannot_be_said_here_is_refused_and_never_guessed(relevant: str) -> None:
    assert condition(relevant) is None


def test_the_row_that_depends_on_a_refused_row_is_refused_too() -> None:
    made = read(
        """
        | type | name | label | relevant |
        | barcode | code | Scan | |
        | text | a | About ${code}? | |
        | text | b | Why? | ${a} = 'x' |
        | text | c | Anything else? | |
        """
    )
    assert list(questions(made)) == ["c"]
    assert (made.read, made.imported, made.ignored, made.refused) == (4, 1, 0, 3)
    assert {"type_refused", "reference_refused"} <= codes(made)
    assert not made.whole


def test_a_group_gives_its_condition_to_what_is_in_it() -> None:
    made = read(
        """
        | type | name | label | relevant |
        | integer | age | Age? | |
        | begin group | g | | ${age} > 17 |
        | begin group | h | | ${age} < 65 |
        | text | work | Work? | ${age} != 30 |
        | end group | | | |
        | text | home | Home? | |
        | end group | | | |
        """
    )
    asked = questions(made)
    assert asked["work"].show_if == "age > 17 and age < 65 and not age = 30"
    assert asked["home"].show_if == "age > 17"


def test_a_repeat_is_asked_of_numbered_things() -> None:
    made = read(
        """
        | type | name | label | repeat_count | calculation |
        | begin repeat | child | Child | 2 | |
        | integer | years | Age? | | |
        | end repeat | | | | |
        | calculate | total | | | sum(${years}) |
        | note | told | Together ${total} {years} | | |
        """
    )
    assert made.questionnaire is not None
    (child,) = made.questionnaire.dimension
    assert [item.label["sv"] for item in child.items] == ["Child 1", "Child 2"]
    assert questions(made)["years"].loop == ("child",)
    assert questions(made)["years"].text["sv"] == "{child}: Age?"
    assert questions(made)["told"].text["sv"] == "Together {total|…} {{years}}"


def test_limits_become_keys_or_a_condition_with_its_message() -> None:
    made = read(
        """
        | type | name | label | constraint | constraint_message |
        | integer | a | A? | . > 0 and . <= 9 | |
        | integer | b | B? | . > 0 | Too small |
        | text | c | C? | string-length(.) <= 20 and regex(., '[a-z]+') | |
        | select_multiple l | d | D? | count-selected(.) <= 2 | |
        | text | e | E? | jr:choice-name(., 'x') = 2 | |
        """,
        """
        | list_name | name | label |
        | l | x | X |
        | l | y | Y |
        | l | z | Z |
        """,
    )
    asked = questions(made)
    assert (asked["a"].min, asked["a"].max, asked["a"].valid_if) == (1, 9, None)
    assert (asked["b"].valid_if, asked["b"].valid_text) == ("b > 0", {"sv": "Too small"})
    assert (asked["c"].max_chars, asked["c"].pattern) == (20, "[a-z]+")
    assert asked["d"].max_choices == 2
    assert asked["e"].valid_if is None
    assert "constraint_dropped" in codes(made)


def test_a_row_of_the_type_today_is_the_day_of_the_answer() -> None:
    made = read(
        """
        | type | name | label | constraint | relevant |
        | today | now | | | |
        | date | born | Born? | . <= ${now} | |
        | text | why | Why, ${now}? | | ${born} < ${now} |
        """
    )
    assert questions(made)["born"].valid_if == "born <= today()"
    assert list(questions(made)) == ["born"]


def test_a_filter_on_choices_becomes_conditions_on_options() -> None:
    made = import_form((FORMS[0].parent / "cascade.md").read_bytes(), "cascade.md")
    district, clinic = questions(made)["district"], questions(made)["clinic"]
    assert [option.show_if for option in district.options] == [
        *(
            "region in ['north']",
            "region in ['north']",
            "region in ['south']",
            "region in ['south']",
        )
    ]
    assert [option.id for option in clinic.options] == ["c1", "c2", "c4", "c5"]


def test_a_form_without_swedish_says_so_and_keeps_its_own_languages() -> None:
    made = import_form((FORMS[0].parent / "training_fr.md").read_bytes(), "training_fr.md")
    asked = questions(made)["globale"]
    assert list(asked.text) == ["sv", "fr", "en"]
    assert asked.text["sv"] == asked.text["fr"]
    assert [each.code for each in made.troubles].count("swedish_missing") == 1


def test_a_file_that_names_no_language_is_read_as_the_one_that_is_asked_for() -> None:
    form = "| type | name | label |\n| text | a | Why? |"
    assert list(questions(read(form))["a"].text) == ["sv"]
    assert "language_assumed" in codes(read(form))
    assert list(questions(read(form, language="en"))["a"].text) == ["sv", "en"]


def test_names_become_ids_and_references_follow() -> None:
    made = read(
        """
        | type | name | label | relevant |
        | integer | Hushållets-storlek | A? | |
        | text | 1b | B? | ${Hushållets-storlek} > 1 |
        | text | and | C? ${1b} | |
        """
    )
    asked = questions(made)
    assert list(asked) == ["Hushallets_storlek", "q1b", "and_2"]
    assert asked["q1b"].show_if == "Hushallets_storlek > 1"
    assert asked["and_2"].text["sv"] == "C? {q1b|…}"


@pytest.mark.parametrize(
    ("survey", "code"),
    [
        ("| name | label |\n| a | A |", "column_missing"),
        ("| type | name | label |\n| | a | A |", "type_missing"),
        ("| type | name | label |\n| txt | a | A |", "type_unknown"),
        ("| type | name | label |\n| text | a | |", "label_missing"),
        ("| type | name | label |\n| select_one x | a | A |", "list_missing"),
        ("| type | name | label |\n| begin group | a | A |", "begin_unmatched"),
        ("| type | name | label |\n| end repeat | | |", "end_unmatched"),
        ("| type | name | label |\n| calculate | a | |", "calculation_missing"),
        ("| type | name | label | parameters |\n| range | a | A | step=0 |", "range_wrong"),
        ("| type | name | label |\n| text | a | Helt anonymt |", "not_accepted"),
        ("| type | name | label |\n| text | a | A |\n| text | a | B |\n| note | n | ${a} |", ""),
    ],
)
def test_what_is_wrong_is_told_with_its_row(survey: str, code: str) -> None:
    made = read(survey)
    if code:
        assert code in codes(made)
        assert not made.whole
    else:
        assert {"name_mended", "pipe_dropped"} <= codes(made)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_every_row_is_counted_and_what_is_written_is_accepted(path: Path) -> None:
    made = import_form(path.read_bytes(), path.name)
    assert made.read == made.imported + made.ignored + made.refused
    assert made.source is not None
    loaded, problems = check_questionnaire(made.source, path.name)
    assert loaded == made.questionnaire
    assert [each for each in problems if each.severity == "error"] == []


@pytest.mark.parametrize("code", [*ERRORS, *ADVICE])
def test_everything_that_can_be_said_is_described(code: str) -> None:
    page = Path(__file__).parents[3] / "docs" / "exchange.md"
    assert f"`{code}`" in page.read_text("utf-8")


def test_most_forms_of_others_come_along_whole(capsys: pytest.CaptureFixture[str]) -> None:
    chat = [path for path in FORMS if path.name not in NOT_ASKED_IN_A_CHAT]
    whole = [path for path in chat if import_form(path.read_bytes(), path.name).whole]
    share = len(whole) / len(chat)
    with capsys.disabled():
        print(f"\n{len(whole)} of {len(chat)} forms come along whole ({share:.0%})")
    assert len(chat) >= 20
    assert share >= 0.85


def test_a_calculation_that_nothing_is_decided_by_is_left_out_with_a_word() -> None:
    rows = (
        "| type | name | label | calculation | relevant |\n"
        "| text | a | A | | |\n"
        "| calculate | key | | uuid() | |\n"
        "| calculate | whole | | concat(${key}, ${a}) | |\n"
        "| note | n | Ditt nummer: ${whole} | | |\n"
    )
    made = read(rows)
    assert (made.read, made.ignored, made.refused) == (4, 2, 0)
    assert "calculation_ignored" in codes(made)
    decided = read(rows + "| text | b | B | | ${whole} = 'x' |\n")
    assert decided.refused == 4  # and the note that shows it
