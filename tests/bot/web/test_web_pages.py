"""Erasing, the notice in full, the front page, the statement, and the organiser's pages."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from web_room import Page, Room, Visitor

SWEDISH = {"accept-language": "sv"}


async def answered(visitor: Visitor) -> Page:
    """Begun, one note read, one question answered."""
    await visitor.begin()
    await visitor.press("next")
    return await visitor.press("next", "high")


async def receipt_of(visitor: Visitor, room: Room) -> str:
    token = visitor.phone.cookies["dalalab_ABCDEF"]
    hashed = room.service.keyring.address_hash("web", 0, token)
    survey = await room.store.survey("ABCDEF")
    assert survey is not None
    return room.service.keyring.receipt(survey.id, hashed)


async def test_erasing_asks_first_and_then_leaves_nothing_behind(
    room: Room, visitor: Visitor
) -> None:
    await answered(visitor)
    page = Page((await visitor.phone.get("/ABCDEF/radera")).text)
    assert "Det går inte att ångra" in page.heading
    nonce = page.forms[0].value("nonce")
    done = await visitor.phone.post("/ABCDEF/radera", data={"nonce": nonce, "action": "erase"})
    assert "Vi har tagit bort" in Page(done.text).heading
    assert "dalalab_ABCDEF" not in visitor.phone.cookies
    assert (await room.desk.counts("ABCDEF")).begun == 0


async def test_erasing_without_our_form_only_asks(room: Room, visitor: Visitor) -> None:
    await answered(visitor)
    response = await visitor.phone.post("/ABCDEF/radera", data={"action": "erase"})
    assert response.status_code == 303
    assert (await room.desk.counts("ABCDEF")).begun == 1


async def test_somebody_who_has_not_begun_is_asked_for_a_receipt(room: Room) -> None:
    async with room.phone() as phone:
        assert (await phone.get("/ABCDEF/radera")).headers["location"] == "/radera"


async def test_the_receipt_erases_from_any_browser_and_only_once(
    room: Room, visitor: Visitor
) -> None:
    await answered(visitor)
    receipt = await receipt_of(visitor, room)
    async with room.phone(**SWEDISH) as another:
        first = await another.post("/radera", data={"receipt": f" {receipt.lower()} "})
        second = await another.post("/radera", data={"receipt": receipt})
    assert "Vi har tagit bort" in first.text
    assert (second.status_code, "hittar inga svar" in second.text) == (422, True)


async def test_an_empty_receipt_is_told(room: Room) -> None:
    async with room.phone(**SWEDISH) as phone:
        response = await phone.post("/radera", data={"receipt": " "})
    assert Page(response.text).alert == "Skriv din kvittokod."


async def test_guessing_receipts_is_stopped(room: Room) -> None:
    async with room.phone() as phone:
        statuses = [
            (await phone.post("/radera", data={"receipt": f"AAAAA-{n}"})).status_code
            for n in range(21)
        ]
    assert statuses[-1] == 429


async def test_the_whole_notice_names_basis_decision_and_rights(room: Room) -> None:
    async with room.phone(**SWEDISH) as phone:
        text = (await phone.get("/ABCDEF/integritet")).text
    for said in ("allmänt intresse", "RD 2026/123", "imy.se", "kaka"):
        assert said in text


async def test_a_dialogue_tells_what_can_be_influenced_before_the_first_question(
    room: Room,
) -> None:
    fill = """
[influence]
level = "consultation"
can_affect = {sv = "Hur torget ska se ut."}
cannot_affect = {sv = "Bussen ska fortsätta gå över torget."}
feedback = {date = "2027-03-01", where = {sv = "på kommunens webbplats"}}
"""
    await room.open(code="TORGET", fill=fill)
    async with room.phone(**SWEDISH) as phone:
        text = (await Visitor(phone, "TORGET").look()).text
    for said in ("Hur torget ska se ut.", "Bussen", "1 mars 2027"):
        assert said in text


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("abc def", "/ABCDEF"),
        ("ABC-DEF", "/ABCDEF"),
        ("https://fraga.example/abcdef?lang=so", "/ABCDEF"),
        ("192.168.1.20:8000/ABCDEF/ ", "/ABCDEF"),
    ],
)
async def test_the_front_page_takes_a_code_as_people_write_it(
    room: Room, written: str, leads: str
) -> None:
    async with room.phone() as phone:
        response = await phone.get("/kod", params={"kod": written})
    assert response.headers["location"] == leads


async def test_no_code_at_all_is_told(room: Room) -> None:
    async with room.phone(**SWEDISH) as phone:
        assert Page((await phone.get("/kod")).text).alert == "Skriv koden först."


async def test_the_statement_on_accessibility_leads_to_digg(room: Room) -> None:
    async with room.phone(**SWEDISH) as phone:
        text = (await phone.get("/tillganglighet")).text
    for said in ("https://www.digg.se/tdosanmalan", "EN 301 549", "Region Dalarna", "Tillsyn"):
        assert said in text


async def test_no_page_says_anonymous(room: Room, visitor: Visitor) -> None:
    for path in ("/", "/ABCDEF", "/ABCDEF/integritet", "/tillganglighet", "/radera"):
        assert "anonym" not in (await visitor.phone.get(path)).text.lower()


async def test_the_start_page_lists_surveys_with_how_many_have_answered(room: Room) -> None:
    async with room.phone(**SWEDISH) as phone:
        page = await room.sign_in(phone)
    assert "Träff 2: Att mötas" in page.text
    assert "<strong>0</strong> har svarat" in page.text


async def test_the_survey_page_shows_counts_but_never_what_was_said(
    room: Room, visitor: Visitor
) -> None:
    await answered(visitor)
    async with room.phone(**SWEDISH) as phone:
        await room.sign_in(phone)
        text = (await phone.get("/arrangor/ABCDEF")).text
        status = (await phone.get("/arrangor/ABCDEF/lage")).text
    assert "data:image/svg+xml" in text
    assert "fraga.example/ABCDEF" in text
    assert "I vilken grad har du nytta av träffen?" in status
    assert "I hög grad" not in text + status
    assert re.search(r"Halvvägs</dt><dd>1<", text)


async def test_reports_open_for_the_organiser_alone(room: Room) -> None:
    await room.open(code="SERIEN", series="dalalab")
    async with room.phone() as phone:
        assert (await phone.get("/arrangor/SERIEN/rapport")).status_code == 403
        await room.sign_in(phone)
        report = await phone.get("/arrangor/SERIEN/rapport?lang=en")
        series = await phone.get("/arrangor/serie/dalalab/fil?format=json")
        unknown = await phone.get("/arrangor/FINNSEJ")
    assert '<html lang="en"' in report.text
    assert series.json()["survey"] == "dalalab"
    assert "script-src" not in report.headers["content-security-policy"]
    assert unknown.status_code == 404


@pytest.mark.parametrize("file", ["web", "studio_live"])
def test_swedish_and_english_say_the_same_things_with_the_same_blanks(file: str) -> None:
    def blanks(language: str) -> dict[str, set[str]]:
        source = files("bot").joinpath("texts", f"{file}.{language}.ftl").read_text("utf-8")
        found = re.findall(r"^([a-z][\w-]*) = (.*)$", source, re.MULTILINE)
        return {name: set(re.findall(r"\$(\w+)", text)) for name, text in found}

    assert blanks("sv") == blanks("en")
