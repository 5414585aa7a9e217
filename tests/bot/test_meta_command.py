"""`dalalab meta`, and the studio's page: what comes back across surveys that have closed."""

from __future__ import annotations

import json
from pathlib import Path

import httpx2
import pytest

from bot.outcomes import Who
from surveys.conversation.state import Begin, Change, Key, Write
from surveys.store.store import Store
from tests.bot.office import Office
from tests.web_room import Page, Room


async def answered(room: Room, code: str, texts: list[str], series: str | None = "lab") -> None:
    """A closed meeting where each person wanted something."""
    survey = await room.open(
        "session_evaluation", code, fill=None, title=f"Träff {code}", series=series
    )
    for number, text in enumerate(texts):
        who = Who(code, "web", f"{code} {number}")
        await room.service.turn(who, Begin("sv"))
        await room.service.turn(who, Change(Key("change")))
        await room.service.turn(who, Write(text))
    await room.store.close_survey(survey.code, room.now)


TIME = "Mer tid för diskussion, det var för kort om tid."


@pytest.fixture
async def room(sqlite_url: str):
    store = await Store.open(sqlite_url)
    made = Room(store)
    await answered(made, "ETT", [TIME] * 5)
    await answered(made, "TVA", [TIME] * 6)
    await answered(made, "TRE", [TIME] * 2 + ["Bättre kaffe"] * 3, series=None)
    yield made
    await store.close()


async def test_the_page_shows_what_comes_back_in_those_chosen_and_hands_out_files(
    room: Room,
) -> None:
    async with room.phone(**{"accept-language": "sv"}) as phone:
        await room.sign_in(phone)
        page = await looked(phone, "/arrangor/meta?kod=ETT&kod=TVA")
        assert (
            "återkommer som önskemål i 2 av 2 enkäter: Träff ETT (5 av 5) och Träff TVA (6 av 6)"
            in page.text
        )
        assert page.checked == ["TVA", "ETT"]
        assert "Välj minst en till." in (await looked(phone, "/arrangor/meta?kod=ETT")).text
        assert 'href="/arrangor/meta"' in (await phone.get("/arrangor")).text
        file = await phone.get("/arrangor/meta/fil?format=xlsx&kod=ETT&kod=TVA")
        while "html" in file.headers["content-type"]:
            file = await phone.get(str(file.url))
        assert file.content[:2] == b"PK"


async def looked(phone: httpx2.AsyncClient, address: str) -> Page:
    """The page, when what is slow has been made."""
    page = await phone.get(address)
    while "Det här återkommer" not in page.text and "minst en till" not in page.text:
        page = await phone.get(address)
    return Page(page.text)


@pytest.fixture
async def office(room: Room, tmp_path: Path, sqlite_url: str) -> Office:
    await room.store.close()
    return Office(tmp_path, sqlite_url)


def test_the_command_writes_a_series_or_codes(office: Office, tmp_path: Path) -> None:
    body = json.loads(office.do("meta", "--series", "lab", "--format", "json").stdout)
    assert [survey["code"] for survey in body["surveys"]] == ["ETT", "TVA"]
    again = json.loads(office.do("meta", "tva", "ETT", "--format", "json").stdout)
    assert again["themes"] == body["themes"]
    three = json.loads(office.do("meta", "ETT", "TVA", "TRE", "--format", "json").stdout)
    (wish,) = [each for each in three["themes"] if each["id"] == body["themes"][0]["id"]]
    assert [held["survey"] for held in wish["held"]] == ["ETT", "TVA"]  # two in TRE are too few
    assert wish["asked"] == 3
    page = tmp_path / "meta.html"
    assert office.do("meta", "ETT", "TVA", "-o", str(page)).exit_code == 0
    assert "Det som återkommer" in page.read_text(encoding="utf-8")
    slides = tmp_path / "meta.pptx"
    assert office.do("meta", "ETT", "TVA", "--format", "pptx", "-o", str(slides)).exit_code == 0
    assert slides.read_bytes()[:2] == b"PK"
    in_a_template = tmp_path / "own.pptx"
    own = ("--format", "pptx", "--template", str(slides), "-o", str(in_a_template))
    assert office.do("meta", "ETT", "TVA", *own).exit_code == 0
    assert in_a_template.read_bytes()[:2] == b"PK"
    for wrong in (
        ["ETT", "TVA", "--template", str(slides)],
        ["ETT", "TVA", "--format", "pptx", "--template", str(page)],
        ["ETT"],
        ["ETT", "--series", "lab"],
        ["ETT", "NAJ"],
        ["ETT", "TVA", "--format", "pdf"],
    ):
        assert office.do("meta", *wrong).exit_code == 2
