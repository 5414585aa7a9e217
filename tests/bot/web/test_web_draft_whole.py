"""A draft as a whole in the studio: influence, lists, languages and its text; what is stale saves nothing and loses nothing."""

from __future__ import annotations

import re

import pytest
from draft_desk import Desk, beside

from surveys.questionnaire.loading import load_questionnaire


async def test_what_a_dialogue_can_influence_is_written_in_the_form(desk: Desk) -> None:
    await desk.copy("place_dialogue")
    await desk.save("/om", level="dialogue", can_affect__sv="Färgen på bänkarna.", date="1 mars")
    page = await desk.get("/om")
    assert 'value="1 mars"' in page  # nothing typed is lost
    await desk.save("/om", date="2027-05-01", where__en="at the library")
    influence = load_questionnaire((await desk.draft()).body, "x").influence
    assert influence is not None
    assert (influence.level, influence.can_affect["sv"]) == ("dialogue", "Färgen på bänkarna.")
    assert influence.feedback.date == "2027-05-01"
    assert influence.feedback.where["en"] == "at the library"
    assert beside(await desk.save("/om", level=""), "influence")


async def test_a_questionnaire_that_says_nothing_of_influence_still_says_nothing(
    desk: Desk,
) -> None:
    await desk.copy("session_evaluation")
    await desk.save("/om", title__sv="Vår egen")
    assert "influence" not in (await desk.draft()).body


async def test_a_list_that_questions_use_is_changed_in_a_form(desk: Desk) -> None:
    await desk.copy("governance_check")
    page = await desk.save("/lista/1", act="add-items", items__0__sv="Ledningen leder")
    assert "Texten saknas på svenska" in beside(page, "items.11")
    assert f'href="{desk.address}/lista/1#f-items.11">Lista 1</a>' in await desk.get()
    old = await desk.get("/lista/1")
    await desk.save("/lista/1", items__11__sv="Vi mäter", items__11__en="We measure", optional="1")
    [factor] = load_questionnaire((await desk.draft()).body, "x").dimension
    assert factor.items[0].label["sv"] == "Ledningen leder"
    assert (factor.items[-1].id, factor.optional) == ("vi_mater", True)
    assert (await desk.send("/lista/1", old, act="save")).status_code == 409


async def test_languages_come_and_go(desk: Desk) -> None:
    await desk.copy("homework")
    page = await desk.save("/om", new_language="de", new_title="Hausaufgabe")
    assert "Deutsch" in page
    assert 'name="text.de"' in await desk.get("/fraga/1")
    await desk.save("/om", act="unspeak-en")
    assert re.search(r"\ben\b ?=", (await desk.draft()).body) is None


async def test_a_language_without_a_title_is_asked_for_and_not_lost(desk: Desk) -> None:
    await desk.copy("homework")
    page = await desk.save("/om", new_language="de", new_title=" ", act="done")
    assert "Skriv rubriken på det språk du har valt" in page
    assert '<option value="de" lang="de" selected>' in page


async def test_the_name_of_what_ships_is_refused_beside_its_field(desk: Desk) -> None:
    await desk.copy("homework")
    page = await desk.save("/om", id="homework")
    assert page.index('id="c-id"') < page.index("används av en enkät som följer med")
    assert "används av en enkät" not in await desk.save("/om", id="min_uppgift")


async def test_the_text_is_the_same_draft_and_is_kept_even_when_it_is_broken(desk: Desk) -> None:
    await desk.copy("homework")
    body = "# min kommentar\n" + (await desk.draft()).body
    await desk.save("/text", body=body.replace("\n", "\r\n"))
    assert (await desk.draft()).body == body
    page = await desk.save("/text", body=body + "\n[[question]\n")
    assert "Rad " in page
    assert "inte giltig TOML" in page
    moved = await desk.phone.get(desk.address)
    assert moved.headers["location"] == f"{desk.address}/text"
    assert (await desk.draft()).body.endswith("[[question]\n")


async def test_a_stale_save_is_refused_and_loses_nothing(desk: Desk) -> None:
    await desk.copy()
    old = await desk.get("/fraga/1")
    await desk.save("/fraga/1", text__sv="Sparat i en flik?")
    stale = await desk.send("/fraga/1", old, text__sv="Skrivet i en annan?", act="save")
    assert stale.status_code == 409
    row = re.search(r"Fråga · Svenska</th>(.*?)</tr>", stale.text, re.DOTALL)
    assert row is not None
    assert re.findall(r">([^<>]+\?)<", row[1]) == ["Sparat i en flik?", "Skrivet i en annan?"]
    assert "Sparat i en flik?" in (await desk.draft()).body
    again = await desk.send("/fraga/1", stale.text, act="save")
    assert again.status_code == 303
    assert "Skrivet i en annan?" in (await desk.draft()).body


@pytest.mark.parametrize("page", ["", "/om", "/text", "/publicera"])
async def test_no_page_of_a_draft_saves_what_is_stale(desk: Desk, page: str) -> None:
    await desk.copy()
    old = await desk.get(page)
    await desk.save("/fraga/1", text__sv="Nyare?")
    body = (await desk.draft()).body
    stale = await desk.send(page, old, act="remove-0", body="x = 1", title__sv="Äldre")
    assert stale.status_code == 409
    assert (await desk.draft()).body == body


async def test_a_question_that_was_removed_meanwhile_gives_back_what_was_typed(desk: Desk) -> None:
    await desk.copy()
    old = await desk.get("/fraga/6")
    await desk.send("", await desk.get(), act="remove-5")
    lost = await desk.send("/fraga/6", old, text__sv="Mödosamt formulerat?", act="save")
    assert lost.status_code == 409
    assert "Mödosamt formulerat?" in lost.text
