"""The room "Karta": what the report publishes, as a list, and over the organisation's own map server when there is one."""

from __future__ import annotations

import httpx2
import pytest
from web_room import INFLUENCE, Room

from bot.outcomes import Who
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Begin, Pin, Skip

AT = "/arrangor/TORGET/karta"
TILES = "https://karta.example/{z}/{x}/{y}.png"


async def pins(room: Room, *groups: tuple[float, int]) -> None:
    """People who point at a place by its latitude and skip the rest."""
    await room.open("place_dialogue", code="TORGET", influence=INFLUENCE)
    for lat, people in groups:
        for number in range(people):
            who = Who("TORGET", "web", f"{lat} {number}")
            screen = (await room.service.turn(who, Begin())).screen
            while isinstance(screen, QuestionScreen):
                act = Pin(lat, 15.63) if screen.key.question == "place" else Skip()
                screen = (await room.service.turn(who, act)).screen


@pytest.mark.parametrize("tiles", ["", TILES])
async def test_the_map_shows_published_places_as_a_list_and_over_ones_own_tiles(
    room: Room, organiser: httpx2.AsyncClient, tiles: str
) -> None:
    room.settings.web.tiles = tiles
    await pins(room, (60.60, 12), (60.70, 7))
    page = await organiser.get(AT)
    assert "minst 10" in page.text
    assert ("data-cells" in page.text) == bool(tiles)
    assert ("https://karta.example" in page.headers["content-security-policy"]) == bool(tiles)
    assert page.text.count("minst 5<") == 1


async def test_too_few_marks_are_a_sentence(room: Room, organiser: httpx2.AsyncClient) -> None:
    room.settings.web.tiles = TILES
    await pins(room, (60.60, 3))
    page = (await organiser.get(AT)).text
    assert "data-cells" not in page
    assert "60.6" not in page


async def test_a_survey_without_places_has_no_such_room(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await room.open("session_evaluation", code="MOTEET", fill=None)
    page = (await organiser.get("/arrangor/MOTEET/rapporter")).text
    assert "/arrangor/MOTEET/karta" not in page
    assert "/arrangor/MOTEET/bilder" not in page
