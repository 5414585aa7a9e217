"""The masked copy of a survey's answers: what is proposed, what a person may change, what never leaves."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from meetings import DATA, data_of, meeting, survey
from walking import walked

from analysis.frames import AnswerRow, SurveyData
from analysis.masking.collecting import given_in
from analysis.masking.making import Copy, copy_of
from analysis.masking.marks import is_masking, kinds_in, names_in, proposed
from analysis.masking.review import COLUMNS, from_review, is_by_person, to_review
from analysis.masking.writing import WRITERS
from analysis.themes.personal import findings
from analysis.wording import Wording
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.state import Key
from surveys.conversation.values import Agreement, Choice, Document, Position, Words
from surveys.errors import ContentError
from surveys.questionnaire.loading import load_questionnaire, read_source
from tests.often import often

SV = Wording("sv")
_MARKS = re.compile(r"\[maskat: [^]]*\]")
PERSONAL = (
    *("anna.berg@kommun.se", "070-174 06 05", "811218-9876", "Storgatan 12 B", "@annaberg"),
    *("www.exempel.se/anna", "Karin", "Maria Lundgren"),
)
ORDINARY = (
    "Bra exempel",
    "mer tid",
    "jag heter",
    "ring",
    "och",
    "på",
    "Agenda 2030",
    "mvh",
    ".",
    "–",
)


def filled(data: SurveyData, *, by_person: bool = False, **cells: str) -> bytes:
    """The review as somebody fills it in who agrees with everything. `cells` are written in every row."""
    content = to_review(given_in(data, "sv", by_person=by_person), data.survey.title, "sv")
    book = openpyxl.load_workbook(io.BytesIO(content))
    for row in book.worksheets[0].iter_rows(min_row=2):
        at = dict(zip(COLUMNS, row, strict=True))
        at["ground"].value = "OSL 21 kap. 7 §"
        at["reader"].value = "Kim Ek"
        for name, value in cells.items():
            at[name].value = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def copied(data: SurveyData, *, by_person: bool = False) -> Copy:
    found = given_in(data, "sv", by_person=by_person)
    content = filled(data, by_person=by_person)
    assert is_by_person(content, "granskning.xlsx") is by_person
    review = from_review(found, content, "granskning.xlsx")
    return copy_of(data, review, "KS 2026/12", "sv", by_person=by_person)


def said(texts: dict[int, str]) -> SurveyData:
    return data_of([(who, "keep", Words(text)) for who, text in texts.items()])


@often(150)
@given(st.lists(st.sampled_from(PERSONAL + ORDINARY) | st.text(max_size=12), max_size=7))
def test_nothing_that_is_found_survives_and_nothing_else_is_changed(parts: list[str]) -> None:
    text = " ".join(parts)
    names = names_in([text])
    made = proposed(text, names, SV)
    left = _MARKS.sub("", made.text)
    for found in findings(text):
        hidden = text[found.start : found.end]
        if found.certain and (found.kind != "name" or hidden in names):
            assert not re.search(rf"(?<!\w){re.escape(hidden)}(?!\w)", left)
    assert is_masking(made.text, text)
    assert sum(kinds_in([made.text], SV).values()) >= len(made.kinds)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Mvh Knut Xylander, knut@exempel.se", "Mvh [maskat: namn], [maskat: e-postadress]"),
        ("Xylander var rolig", "[maskat: namn] var rolig"),
        ("Samtalet med Knuts grupp", "Samtalet med [maskat: namn] grupp"),
        ("Bra exempel från Falu kommun", "Bra exempel från Falu kommun"),
    ],
)
def test_a_name_that_is_certain_somewhere_is_masked_everywhere(text: str, masked: str) -> None:
    names = names_in(["Mvh Knut Xylander, knut@exempel.se"])
    assert proposed(text, names, SV).text == masked


@pytest.mark.parametrize(
    ("copy", "holds"),
    [
        ("Ring Anna på 070-174 06 05", True),
        ("Ring  Anna på\n070-174 06 05", True),
        ("Ring [maskat: namn] på 070-174 06 05", True),
        ("Ring [maskat] på [maskat: telefonnummer]", True),
        ("[maskat]", True),
        ("[maskat: hälsa] 05", True),
        ("Ring [maskat: namn]", True),
        ("Ring Eva på 070-174 06 05", False),
        ("[maskat] på Anna", False),
        ("Ring Anna på 070-174 06 05. [maskat: namn] tackar", False),
        ("På 070 [maskat] Ring", False),
    ],
)
def test_a_copy_leaves_out_and_never_rewrites(copy: str, holds: bool) -> None:
    assert is_masking(copy, "Ring Anna på 070-174 06 05") is holds


def test_answers_stand_question_by_question_with_numbers_and_no_links() -> None:
    data = said({1: "Öppet klimat", 2: "Mer tid", 3: "Öppet klimat"})
    lines = [(line.person, line.text, line.n) for line in copied(data).lines]
    assert lines == [(0, "Mer tid", 1), (0, "Öppet klimat", 2)]
    other_way_round = replace(
        data, rows=[replace(row, respondent=4 - row.respondent) for row in data.rows]
    )
    assert copied(other_way_round) == copied(data)


def test_a_hidden_word_gives_no_order_away() -> None:
    first = [line.text for line in copied(said({1: "Anna var bra", 2: "Bra tempo"})).lines]
    last = [line.text for line in copied(said({1: "Örjan var bra", 2: "Bra tempo"})).lines]
    assert first == last == ["[maskat: namn] var bra", "Bra tempo"]


def test_rows_keep_a_persons_answers_together_under_new_numbers() -> None:
    data = meeting(1)
    copy = copied(data, by_person=True)
    assert {line.person for line in copy.lines} == set(range(1, 19))
    renumbered = replace(
        data, rows=[replace(row, respondent=99 - row.respondent) for row in data.rows]
    )
    assert copied(renumbered, by_person=True).lines == copy.lines


def test_positions_file_names_and_respondents_are_masked_whole() -> None:
    rows = {
        Key("where"): Position(60.6065, 15.6355),
        Key("picture"): Document("f1", "Anna Bergs hus.pdf", 10),
        Key("contact"): Agreement(True, "2026-11-23"),
        Key("best"): Choice("other", "Kaffet hos Karin"),
    }
    form = load_questionnaire(read_source(DATA / "every_kind.toml"), "every_kind.toml")
    data = data_of([], survey(form))
    data = replace(data, rows=[AnswerRow(1, key, value) for key, value in rows.items()])
    texts = [line.text for line in copied(data).lines]
    assert "[maskat: läge på kartan]" in texts
    assert "[maskat: filnamn]" in texts
    assert not any(secret in str(texts) for secret in ("60.6", "Anna", "Karin", "2026"))


def test_a_groups_name_stands_where_its_notice_said_so() -> None:
    told = walked("group_discussion", 3)
    assert is_told(told)
    untold = replace(
        told,
        survey=replace(
            told.survey, fill=told.survey.fill.model_copy(update={"names_shown": False})
        ),
    )
    assert not is_told(untold)


def is_told(data: SurveyData) -> bool:
    assert any(row.key == RESPONDENT for row in data.rows)
    return any("Grupp 1" in line.text for line in copied(data).lines)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"reader": ""}, "review_unread"),
        ({"ground": ""}, "review_no_ground"),
        ({"copy": ""}, "review_empty"),
        ({"copy": "Något annat"}, "review_changed"),
        ({"key": "00"}, "review_missing"),
    ],
)
def test_nothing_unread_and_nothing_rewritten_leaves(cells: dict[str, str], code: str) -> None:
    data = said({1: "Tack till Maria Lundgren", 2: "Mer tid"})
    with pytest.raises(ContentError) as wrong:
        from_review(given_in(data, "sv", by_person=False), filled(data, **cells), "granskning.xlsx")
    assert code in [problem.code for problem in wrong.value.problems]


def test_an_answer_that_came_after_the_review_stops_the_copy() -> None:
    content = filled(said({1: "Mer tid"}))
    more = said({1: "Mer tid", 2: "Mer kaffe"})
    with pytest.raises(ContentError, match="1 answers are not in the file"):
        from_review(given_in(more, "sv", by_person=False), content, "granskning.xlsx")
    fewer = from_review(
        given_in(said({2: "Mer kaffe"}), "sv", by_person=False), filled(more), "f.xlsx"
    )
    assert (len(fewer.read), fewer.gone) == (1, 1)


def test_a_person_may_let_out_what_the_program_would_mask() -> None:
    """A name is not secret because it is a name: without a ground in law it is handed out."""
    data = said({1: "Tack till Maria Lundgren"})
    content = filled(data, copy="Tack till Maria Lundgren", ground="")
    review = from_review(given_in(data, "sv", by_person=False), content, "granskning.xlsx")
    assert copy_of(data, review, "KS 1", "sv", by_person=False).masked == {}


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_review_gives_the_same_bytes(ending: str) -> None:
    data = meeting(1)
    assert WRITERS[ending](copied(data)) == WRITERS[ending](copied(data))


def test_the_cover_says_how_and_what_is_not_there() -> None:
    copy = copied(said({1: "Tack till Maria Lundgren", 2: "Mer tid"}))
    cover = "\n".join(line for section in copy.cover for line in (section.heading, *section.lines))
    for said_so in (
        "KS 2026/12",
        "Kim Ek",
        "OSL 21 kap. 7 §",
        "minst fem svar gäller inte",
        "överklagas",
        "kan räkna fler personer än den här kopian",
    ):
        assert said_so in cover
    assert copy.mark == "ÖVNINGSDATA"
    assert copy.masked == {"namn": 1}
