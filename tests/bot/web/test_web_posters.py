"""What leads a room to its questions: QR codes, the poster, and the accessibility statement behind every page."""

from __future__ import annotations

import io

import httpx2
import pytest
from PIL import Image
from web_room import Room

from bot.paper.poster import poster
from bot.paper.printing import pdf
from bot.web.access import REPORT_TO_DIGG, statement

SWEDISH = {"accept-language": "sv"}
ELEVEN = (
    "provider",
    "status",
    "lacking",
    "burden",
    "exempt",
    "alternative",
    "feedback",
    "supervision",
    "tested",
    "assessed",
    "published",
)


@pytest.mark.parametrize("name", ["qr.svg", "qr.png", "affisch.pdf"])
async def test_only_organisers_fetch_what_is_printed(room: Room, name: str) -> None:
    async with room.phone(**SWEDISH) as phone:
        assert (await phone.get(f"/arrangor/ABCDEF/{name}")).status_code in {303, 403}
        await room.sign_in(phone)
        assert (await phone.get(f"/arrangor/FINNSEJ/{name}")).status_code == 404
        assert (await phone.get(f"/arrangor/ABCDEF/{name}")).status_code == 200


async def fetch(room: Room, name: str) -> httpx2.Response:
    async with room.phone(**SWEDISH) as phone:
        await room.sign_in(phone)
        return await phone.get(f"/arrangor/ABCDEF/{name}")


async def test_the_qr_code_is_a_sharp_picture_and_a_drawing(room: Room) -> None:
    png, svg = await fetch(room, "qr.png"), await fetch(room, "qr.svg")
    with Image.open(io.BytesIO(png.content)) as picture:
        assert picture.width == picture.height >= 300
    assert svg.text.startswith("<svg")
    assert "sandbox" in svg.headers["content-security-policy"]


async def test_the_poster_is_a_pdf_of_one_page(room: Room) -> None:
    made = (await fetch(room, "affisch.pdf")).content
    assert made.startswith(b"%PDF")
    assert b"/Type/Pages/Count 1/" in made


async def test_the_poster_speaks_every_language_of_the_survey_and_arabic_from_the_right(
    room: Room,
) -> None:
    survey = await room.open("place_dialogue", code="TORGET", fill=None, influence=INFLUENCE)
    made = poster(survey, "https://fraga.example/TORGET", room.texts)
    said = {each["language"]: each for each in made["said"]}
    assert [*said] == [tag for tag in survey.languages if tag != "sv-x-latt"]
    assert said["ar"]["dir"] == "rtl"
    assert "fraga.example" in said["sv"]["write"]
    assert b"/Type/Pages/Count 1/" in pdf(made, "poster")


INFLUENCE = """
[influence]
level = "consultation"
can_affect = {sv = "Torget.", en = "The square.", ar = "الساحة."}
cannot_affect = {sv = "Bussen.", en = "The bus.", ar = "الحافلة."}
feedback = {date = "2027-03-01", where = {sv = "webben", en = "the web", ar = "الموقع"}}
"""


@pytest.mark.parametrize("language", ["sv", "sv-x-latt", "en", "fi", "ar", "so"])
def test_the_statement_has_the_eleven_points_in_every_language(room: Room, language: str) -> None:
    settings = room.settings.accessibility
    points = statement(settings, "Region Dalarna", "fraga.example", language, room.texts)
    assert tuple(point.id for point in points) == ELEVEN
    assert all(line.strip() for point in points for line in point.lines)
    assert all(point.heading for point in points[1:])


async def test_the_statement_is_filled_in_from_the_settings(room: Room) -> None:
    told = room.settings.accessibility
    told.email, told.phone, told.reply_days = "tillganglig@dalarna.example", "023-77 70 00", 2
    told.faults, told.assessed_by = ["Kartan går inte att förstora."], "Granskarna AB"
    async with room.phone(**SWEDISH) as phone:
        text = (await phone.get("/tillganglighet")).text
    for said in (
        'href="mailto:tillganglig@dalarna.example"',
        'href="tel:023777000"',
        "inom 2 dagar",
        "Kartan går inte att förstora.",
        "Granskarna AB",
        REPORT_TO_DIGG,
    ):
        assert said in text


@pytest.mark.parametrize(
    "path", ["/", "/kvitto", "/radera", "/ABCDEF", "/ABCDEF/integritet", "/FINNSEJ"]
)
async def test_the_statement_is_linked_from_every_page(room: Room, path: str) -> None:
    async with room.phone(**SWEDISH) as phone:
        assert 'href="/tillganglighet"' in (await phone.get(path)).text
