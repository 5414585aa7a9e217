"""The way in by code: as people write it, with one mistake, and without helping those who guess."""

from __future__ import annotations

from pathlib import Path

import pytest
from web_room import Page, Room

from bot.opening import CODE_LENGTH, CODE_LETTERS, LONG_CODE_LENGTH, new_code, open_survey
from bot.web.limiting import NEAR_MISS
from bot.web.nearby import meant
from bot.wishes import Opening

CODES = ("MOTEET", "SLINGA", "KRETSA")


@pytest.mark.parametrize("written", ["MOTEEJ", "OMTEET", "MOTEE", "MOTTEET", "0OTEET"])
def test_one_mistake_leads_to_what_was_meant(written: str) -> None:
    """A wrong letter, two swapped, one missing, one too many, a digit."""
    assert meant(written, CODES) == "MOTEET"


@pytest.mark.parametrize("written", ["MOTEET", "MOTAAT", "TEEMOT", "MO", ""])
def test_the_code_itself_two_mistakes_and_a_mere_beginning_suggest_nothing(written: str) -> None:
    assert meant(written, CODES) is None


def test_two_that_could_have_been_meant_suggest_nothing() -> None:
    assert meant("KRETSX", (*CODES, "KRETSB")) is None


async def near(room: Room, code: str) -> str | None:
    async with room.phone(**{"accept-language": "sv"}) as phone:
        page = await phone.get(f"/{code}")
    assert page.status_code == 404
    return "Menade du ABCDEF?" if "Menade du ABCDEF?" in Page(page.text).text else None


async def test_the_page_that_says_no_suggests_the_room_that_was_meant(room: Room) -> None:
    assert await near(room, "abcdfe") == "Menade du ABCDEF?"
    assert await near(room, "XYZXYZ") is None


async def test_who_guesses_is_not_helped(room: Room) -> None:
    """Ten suggestions a minute from one address; then a wrong code is only wrong."""
    told = [await near(room, f"ABCDE{letter}") for letter in "GHJKMNPQRSTV"]
    assert told == ["Menade du ABCDEF?"] * NEAR_MISS.most + [None, None]


async def test_a_closed_survey_and_a_closed_roster_are_never_suggested(room: Room) -> None:
    roster = await open_survey(room.store, wanted(long_code=True), now=room.now)
    assert await near(room, roster.code[:-1]) is None
    await room.store.close_survey("ABCDEF", room.now)
    assert await near(room, "ABCDEG") is None


async def test_the_code_of_a_closed_roster_is_long_and_that_of_a_room_short(room: Room) -> None:
    roster = await open_survey(room.store, wanted(long_code=True), now=room.now)
    open_room = await open_survey(room.store, wanted(long_code=False), now=room.now)
    assert (len(roster.code), len(open_room.code)) == (LONG_CODE_LENGTH, CODE_LENGTH)


def wanted(*, long_code: bool) -> Opening:
    source = Path("surveys/library/session_evaluation.toml").read_text(encoding="utf-8")
    return Opening("Träff 3", source, "evaluation.toml", demo_notice=True, long_code=long_code)


def test_codes_have_no_signs_that_are_misread() -> None:
    assert not set("01OIL") & set(CODE_LETTERS)
    assert set("".join(new_code() for _ in range(200))) <= set(CODE_LETTERS)
