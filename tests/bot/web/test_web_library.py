"""The studio's library: the shelf, the search, the phones, the try-out and the files."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from openpyxl import load_workbook
from web_room import DATA, Page, Room

from surveys.questionnaire.loading import (
    library_ids,
    library_questionnaire,
    load_questionnaire,
)

SHELF = "/arrangor/bibliotek"
EVALUATION = f"{SHELF}/session_evaluation"


@pytest.fixture
async def organiser(room: Room) -> AsyncIterator[httpx2.AsyncClient]:
    """A Swedish organiser who has signed in."""
    async with room.phone(**{"accept-language": "sv"}) as phone:
        await room.sign_in(phone)
        yield phone


def cards(html: str) -> list[str]:
    return re.findall(r'<li class="card"><h3><a href="/arrangor/bibliotek/(\w+)"', html)


async def test_every_questionnaire_that_ships_has_a_card(organiser: httpx2.AsyncClient) -> None:
    page = (await organiser.get(SHELF)).text
    assert len(cards(page)) == 17
    assert "Utvärderar en träff på en och en halv minut" in page
    assert "Du fyller i 3 saker först" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("UTVARDERA traff", "session_evaluation"),
        ("konsekvenser beslut", "consequence_matrix"),
        ("citizen square", "place_dialogue"),
        ("prioritera", "focus_areas"),
    ],
)
async def test_the_search_finds_by_purpose_without_case_and_accents(
    organiser: httpx2.AsyncClient, query: str, found: str
) -> None:
    hits = cards((await organiser.get(SHELF, params={"q": query})).text)
    assert found in hits
    assert len(hits) < 8


async def test_a_purpose_is_filtered_and_a_search_without_hits_says_what_to_do(
    organiser: httpx2.AsyncClient,
) -> None:
    dialogues = cards((await organiser.get(SHELF, params={"syfte": "dialogue"})).text)
    assert dialogues == ["place_dialogue", "place_profile", "place_statements"]
    nothing = (await organiser.get(SHELF, params={"q": "xyzzy"})).text
    assert "Pröva ett annat ord" in nothing


async def test_the_phones_show_every_question_in_the_language_that_was_asked_for(
    organiser: httpx2.AsyncClient,
) -> None:
    page = (await organiser.get(EVALUATION, params={"sprak": "ar"})).text
    assert page.count('<div class="phone" lang="ar" dir="rtl">') == 7
    assert "إلى أي مدى يفيدك لقاء اليوم في عملك؟" in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert not re.search(r"<h1>[^<]*إلى", page)


async def test_a_question_that_only_some_get_says_when(organiser: httpx2.AsyncClient) -> None:
    page = (await organiser.get(f"{SHELF}/follow_up")).text
    assert re.search(r"Visas bara om du svarade ”[^.]+” på fråga 1\.", page)


async def test_a_try_out_goes_to_the_end_and_leaves_no_trace(
    organiser: httpx2.AsyncClient, room: Room
) -> None:
    before = dict(organiser.cookies)
    address = f"{EVALUATION}/prova"
    response = await organiser.get(address, params={"sprak": "en"})
    steps = 0
    while (page := Page(response.text)).heading != "Thank you":
        form = page.forms[0]
        answer = {"answer": "high"} if "answer-5" in response.text else {}
        action = "next" if steps == 0 or answer else "skip"
        fields = {name: value for name, value in form.fields if name != "answer"}
        response = await organiser.post(address, data={**fields, **answer, "action": action})
        assert response.status_code in {200, 422}
        assert "inget sparas" in response.text
        if response.status_code == 422:
            response = await organiser.post(address, data={**fields, "action": "skip"})
        steps += 1
        assert steps < 12
    assert "To a large extent" in response.text
    assert dict(organiser.cookies) == before
    assert [survey.code for survey in await room.store.surveys()] == ["ABCDEF"]
    counts = await room.store.counts((await room.store.surveys())[0])
    assert counts.begun == 0


async def test_a_refused_answer_says_why_and_a_changed_state_begins_anew(
    organiser: httpx2.AsyncClient,
) -> None:
    address = f"{EVALUATION}/prova"
    begin = Page((await organiser.get(address)).text).forms[0]
    first = await organiser.post(address, data={**dict(begin.fields), "action": "next"})
    form = Page(first.text).forms[0]
    empty = await organiser.post(address, data={**dict(form.fields), "action": "next"})
    assert empty.status_code == 422
    assert Page(empty.text).alert
    forged = {**dict(form.fields), "action": "skip"}
    forged["state"] = forged["state"].replace('"begun": true', '"begun": false')
    assert "Börja" in (await organiser.post(address, data=forged)).text


async def test_the_files_are_downloads(organiser: httpx2.AsyncClient) -> None:
    toml = await organiser.get(f"{EVALUATION}/fil/toml")
    assert toml.text.startswith("# The short evaluation")
    assert toml.headers["content-disposition"] == 'attachment; filename="session_evaluation.toml"'
    sheet = await organiser.get(f"{EVALUATION}/fil/xlsform")
    assert "survey" in load_workbook(io.BytesIO(sheet.content)).sheetnames
    paper = await organiser.get(f"{EVALUATION}/fil/papper", params={"sprak": "fi"})
    assert paper.content.startswith(b"%PDF")
    book = await organiser.get(f"{EVALUATION}/fil/kodbok", params={"sprak": "en"})
    assert "To what extent is today" in book.text
    assert (await organiser.get(f"{EVALUATION}/fil/exe")).status_code == 404


async def test_the_library_is_behind_the_door(room: Room) -> None:
    async with room.phone() as stranger:
        for path in (SHELF, EVALUATION, f"{EVALUATION}/prova", f"{EVALUATION}/fil/toml"):
            assert (await stranger.get(path)).status_code == 403
        made = await stranger.post(f"{EVALUATION}/kopiera", data={"nonce": "x"})
        assert made.status_code == 403


async def tried_through(organiser: httpx2.AsyncClient, address: str) -> str:
    """Presses onward through a try-out, skipping what can be skipped; the last page."""
    response = await organiser.get(address)
    for _ in range(80):
        assert response.status_code == 200, address
        page = Page(response.text)
        actions = [value for _, value in page.forms[0].buttons]
        if "next" not in actions:
            return response.text
        action = "skip" if "skip" in actions else "next"
        data: dict[str, Any] = {**dict(page.forms[0].fields), "action": action}
        if action == "next" and "answer" in data:
            data["answer"] = "Gruppen"
        response = await organiser.post(address, data=data)
    raise AssertionError(f"{address} has no end")


@pytest.mark.parametrize("name", library_ids())
async def test_every_questionnaire_is_shown_and_can_be_tried_to_its_end(
    organiser: httpx2.AsyncClient, name: str
) -> None:
    for tag in library_questionnaire(name).title:
        page = await organiser.get(f"{SHELF}/{name}", params={"sprak": tag})
        assert page.status_code == 200
        assert f'<div class="phone" lang="{tag}"' in page.text
    assert "Tack" in await tried_through(organiser, f"{SHELF}/{name}/prova")


@pytest.mark.parametrize("name", ["every_kind", "every_loop"])
async def test_every_kind_and_loop_is_shown_and_can_be_tried(
    organiser: httpx2.AsyncClient, room: Room, name: str
) -> None:
    source = (DATA / f"{name}.toml").read_text(encoding="utf-8")
    await room.store.new_draft(name, source, room.now)
    shown = (await organiser.get(f"/arrangor/utkast/{name}/visa")).text
    ids = re.findall(r'\bid="([^"]+)"', shown)
    assert len(ids) == len(set(ids))
    asked = {question.id for question in load_questionnaire(source, name).question}
    assert shown.count('class="phone"') > len(asked) / 2
    assert "Tack" in await tried_through(organiser, f"/arrangor/utkast/{name}/prova")


async def test_statements_are_shown_as_a_phone_asks_about_the_first_of_them(
    organiser: httpx2.AsyncClient,
) -> None:
    page = (await organiser.get(f"{SHELF}/themes_vote")).text
    assert "Håller inte med" in page
    assert "påståenden till" not in page
