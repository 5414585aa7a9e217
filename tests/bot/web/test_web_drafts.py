"""The forms of a draft's questions in the studio: what is changed there, and what is told beside the field."""

from __future__ import annotations

import re

import pytest
from draft_desk import Desk, beside, nonce

from surveys.questionnaire.loading import library_ids, library_questionnaire, load_questionnaire


@pytest.mark.parametrize("name", library_ids())
async def test_a_form_that_is_saved_untouched_changes_nothing(desk: Desk, name: str) -> None:
    await desk.copy(name)
    before = load_questionnaire((await desk.draft()).body, "x")
    for number in range(1, len(before.question) + 1):
        await desk.save(f"/fraga/{number}")
    for number in range(1, len(before.dimension) + 1):
        await desk.save(f"/lista/{number}")
    await desk.save("/om")
    draft = await desk.draft()
    assert load_questionnaire(draft.body, "x").body() == before.body()
    original = (await desk.phone.get(f"/arrangor/bibliotek/{name}/fil/toml")).text
    marked = re.search(r"^# draft: .*$", original, re.MULTILINE)
    assert marked is None or marked[0] in draft.body


async def test_texts_options_and_limits_are_changed_in_the_form(desk: Desk) -> None:
    await desk.copy()
    page = await desk.save("/fraga/3", act="add-options", text__sv="Vad var bäst?")
    assert "Texten saknas på svenska" in beside(page, "options.6")
    page = await desk.save("/fraga/3", options__6__sv="Maten", options__6__en="The food")
    assert "Språket ar är skrivet till" in beside(page, "options.6")
    await desk.save("/fraga/3", act="up-options-6", max_choices="3")
    question = load_questionnaire((await desk.draft()).body, "x").question[2]
    assert question.text["sv"] == "Vad var bäst?"
    assert [option.id for option in question.options][-2:] == ["maten", "none"]  # type: ignore[union-attr]
    assert question.max_choices == 3  # type: ignore[union-attr]
    page = await desk.save("/fraga/3", max_choices="många")
    said = beside(page, "max_choices")
    assert "Värdet på ”Högsta antal val” går inte att använda: &#39;många&#39;" in said
    assert "max_choices" not in said.split("Värdet")[1]  # the file's key is not on the form


async def test_a_wrong_condition_is_told_beside_its_field_until_it_is_mended(desk: Desk) -> None:
    await desk.copy()
    page = await desk.save("/fraga/3", when="own", show_if="usefulness <= 2 and")
    assert "från tecken 20" in beside(page, "show_if")
    listed = await desk.get()
    assert f'href="{desk.address}/fraga/3#f-show_if">Fråga 3</a>' in listed
    assert f"{desk.address}/publicera" not in listed
    sent = await desk.send("/publicera", await desk.get("/publicera"), nonce=nonce(listed))
    assert sent.status_code == 422
    page = await desk.save(
        "/fraga/3", when="simple", rule_answer="usefulness:small", rule_way="not"
    )
    assert beside(page, "show_if") == ""
    assert "show_if = \"not usefulness in ['small']\"" in (await desk.draft()).body
    assert '<option value="usefulness:small" selected>' in page
    assert '<option value="not" selected>' in page


async def test_how_often_a_question_is_asked_and_what_is_accepted_are_changed_in_the_form(
    desk: Desk,
) -> None:
    await desk.copy("triad_talk")
    await desk.save("/fraga/2", loop="")
    page = await desk.save("/fraga/4", loop="round", valid_if="common = 'x' and")
    assert beside(page, "valid_if") != ""
    await desk.save("/fraga/4", valid_if="common != 'x'", valid_text__sv="Skriv mer än x.")
    _, insight, _, common = load_questionnaire((await desk.draft()).body, "x").question
    assert (insight.loop, common.loop, common.valid_if) == ((), ("round",), "common != 'x'")
    assert common.valid_text == {"sv": "Skriv mer än x."}
    matrix = Desk(desk.phone, desk.room)
    await matrix.copy("consequence_matrix")
    before = (await matrix.draft()).body
    await matrix.save("/fraga/1")
    assert (
        load_questionnaire((await matrix.draft()).body, "x").body()
        == load_questionnaire(before, "x").body()
    )


async def test_questions_move_go_and_come_back(desk: Desk) -> None:
    await desk.copy()

    async def ids() -> list[str]:
        return re.findall(r'\[\[question\]\]\nid = "(\w+)"', (await desk.draft()).body)

    before = await ids()
    for act in ("down-0", "remove-5", "undo", "add"):
        assert (await desk.send("", await desk.get(), act=act, kind="matrix")).status_code == 303
    assert await ids() == [before[1], before[0], *before[2:], "fraga1"]


async def test_what_an_option_wants_for_a_place_is_chosen_in_the_form(desk: Desk) -> None:
    await desk.copy("place_dialogue")
    questions = load_questionnaire((await desk.draft()).body, "x").question
    number = next(n for n, each in enumerate(questions, 1) if each.kind == "single")
    await desk.save(f"/fraga/{number}", options__0__wish="keep", options__1__wish="develop")
    asked = load_questionnaire((await desk.draft()).body, "x").question[number - 1]
    assert [each.wish for each in asked.options[:2]] == ["keep", "develop"]


async def test_nought_is_a_limit_and_an_empty_field_is_none(desk: Desk) -> None:
    await desk.copy("goal_card")
    number = next(
        place
        for place, each in enumerate(library_questionnaire("goal_card").question, start=1)
        if each.kind == "number"
    )
    await desk.save(f"/fraga/{number}", min="0", max="12,5", decimals="")
    question = load_questionnaire((await desk.draft()).body, "x").question[number - 1]
    assert (question.min, question.max, question.decimals) == (0, 12.5, 2)  # type: ignore[union-attr]
