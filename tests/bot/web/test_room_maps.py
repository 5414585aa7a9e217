"""The room's map on the thanks page: with the result, never without it, and never on the wall."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from studio_forms import SWEDISH
from web_room import INFLUENCE, Room, Visitor

from bot.outcomes import Who
from surveys.conversation.state import Begin, Key, Pin
from surveys.store.publications import Wall
from surveys.store.store import Store

FILL = """
[[place]]
id = "square"
sv = "Stora torget"
lat = 59.1206
lon = 18.0918
"""
HERE = (59.1206, 18.0918)


@pytest.fixture
async def room(sqlite_url: str) -> AsyncIterator[Room]:
    store = await Store.open(sqlite_url)
    made = Room(store)
    await made.open("place_dialogue", "TORGET", influence=INFLUENCE, fill=FILL)
    yield made
    await store.close()


async def points(room: Room, numbers: range) -> None:
    for number in numbers:
        who = Who("TORGET", "web", f"phone {number}")
        await room.service.turn(who, Begin())
        await room.service.turn(who, Pin(*HERE, Key("place")))


async def thanks(room: Room, number: int = 0) -> str:
    """The page of somebody who has gone through it all."""
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "TORGET")
        page = await visitor.begin()
        while page.forms and page.forms[0].value("question"):
            page = await visitor.press("skip")
            if "Tack" in page.text:
                break
        return visitor.response.text


async def opened(room: Room, wall: Wall) -> None:
    survey = await room.store.survey("TORGET")
    assert survey is not None
    await room.store.set_wall(survey.id, wall)


async def test_the_map_stands_beside_the_result_that_the_organiser_has_opened(room: Room) -> None:
    await points(room, range(7))
    assert '<svg class="spots"' not in await thanks(room)
    await opened(room, Wall(opened=True))
    page = await thanks(room)
    assert page.count("<polygon") == 1
    assert 'minst 5 personer – <span dir="auto">Stora torget</span>' in page
    assert "minst 5 personer har satt sitt märke" in page
    assert "7 personer" not in page


async def test_four_marks_are_no_map(room: Room) -> None:
    await points(room, range(4))
    await opened(room, Wall(opened=True))
    assert '<svg class="spots"' not in await thanks(room)


async def test_a_hidden_question_has_no_map_either(room: Room) -> None:
    await points(room, range(7))
    await opened(room, Wall(opened=True, hidden=frozenset({"place"})))
    assert '<svg class="spots"' not in await thanks(room)


async def test_a_closed_survey_shows_the_marks_that_were_told(room: Room) -> None:
    await points(room, range(12))
    await opened(room, Wall(opened=True))
    assert "minst 10 personer" in await thanks(room)
    await room.store.close_survey("TORGET", room.now)
    room.service.forget()
    async with room.phone(**SWEDISH) as phone:
        page = (await phone.get("/TORGET")).text
    assert page.count("<polygon") == 1
    assert "<li>12 personer" in page


async def test_the_wall_has_no_map(room: Room) -> None:
    await points(room, range(7))
    await opened(room, Wall(opened=True, at="place"))
    async with room.phone(**SWEDISH) as phone:
        wall = (await phone.get("/TORGET/vagg")).text
    assert "Vilken plats vill du prata om?" in wall
    assert "spots" not in wall
