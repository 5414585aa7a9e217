"""How many of each type of organisation have answered: in the studio while a survey is open, and never by name."""

from __future__ import annotations

import re
from pathlib import Path

import httpx2
import pytest
from studio_forms import FILLED, form_at, send
from web_room import NOTICE, Room, Visitor

from bot.opening import open_survey
from bot.web.studio.opening.lines import roster_lines, roster_of
from bot.wishes import Opening
from surveys.roster import by_number
from surveys.survey import InvitedType

NAMES = [f"Kommun {number}" for number in range(1, 9)]
LISTED = "\n".join([*(f"{name}; kommun" for name in NAMES), "Region Dalarna; region"])
EVALUATION = Path("surveys/library/session_evaluation.toml").read_text(encoding="utf-8")
BACKGROUND = """
[[question]]
id = "from"
kind = "single"
background = true
reason = "To see which organisations are missing."
text = {sv = "Var arbetar du?", en = "Where do you work?"}
options = [{id = "local", sv = "Kommun", en = "Municipality"}, {id = "region", sv = "Region", en = "Region"}]
"""


@pytest.fixture
async def organiser(room: Room) -> httpx2.AsyncClient:
    phone = room.phone(**{"accept-language": "sv"})
    await room.sign_in(phone)
    await room.store.save_profile(FILLED)
    return phone


async def answers(room: Room, code: str, *said: str) -> None:
    async with room.phone(**{"accept-language": "sv"}) as phone:
        person = Visitor(phone, code)
        await person.begin()
        for each in said:
            await person.press("next", each)


async def rows(organiser: httpx2.AsyncClient, code: str) -> list[tuple[str, str]]:
    page = (await organiser.get(f"/arrangor/{code}/lage")).text
    table = re.search(r'<table class="types".*?</table>', page, re.DOTALL)
    found = re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td>', table[0] if table else "")
    return [(label, told) for label, told in found]


async def test_named_organisations_are_counted_by_type_at_once_and_the_next_meeting_keeps_the_list(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=agenda_status")
    wrong = await send(organiser, form, title="Läget", roster="Kommun 1; kommun\nregion 2")
    assert (wrong.status_code, "Region" in wrong.text) == (400, True)
    few = await send(organiser, form, title="Läget", roster=LISTED, invited="4")
    assert "Ändra antalet" in few.text
    extra = "\n".join(f"Region {number}; region" for number in range(1, 5))
    await send(organiser, form, title="Läget 1", roster=f"{LISTED}\n{extra}", series="lagen")
    survey = (await room.store.surveys())[-1]
    assert survey.invited == 13
    await answers(room, survey.code, "kommun  3", "parts")
    await answers(room, survey.code, "Ett företag", "parts")
    assert await rows(organiser, survey.code) == [("kommun", "1 av 8"), ("region", "0 av 5")]
    page = (await organiser.get(f"/arrangor/{survey.code}/lage")).text
    assert "ommun  3" not in page
    following = await form_at(organiser, f"/arrangor/{survey.code}/nasta")
    await send(organiser, following, title="Läget 2")
    assert (await room.store.surveys())[-1].fill.roster == survey.fill.roster


async def test_single_persons_are_counted_in_steps_of_five(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    survey = await opened_with(room, EVALUATION + BACKGROUND)
    for _ in range(4):
        await answers(room, survey, "high", "high", "talks", "a", "b", "local")
    assert await rows(organiser, survey) == []
    assert "stora nog" in (await organiser.get(f"/arrangor/{survey}/lage")).text
    await answers(room, survey, "high", "high", "talks", "a", "b", "region")
    five = [("Kommun", "4 av 10"), ("Region", "1 av 6")]
    assert await rows(organiser, survey) == five
    await answers(room, survey, "high", "high", "talks", "a", "b", "region")
    assert await rows(organiser, survey) == five


async def opened_with(room: Room, source: str) -> str:
    opening = Opening(
        title="Träff",
        questionnaire=source,
        notice=NOTICE,
        code="TYPERN",
        channels=("web",),
        roster=by_number([("Kommun", 10), ("Region", 6)]),
    )
    return (await open_survey(room.store, opening, now=room.now)).code


async def test_a_form_that_does_not_tell_the_type_says_so(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
    await send(organiser, form, title="Träff 1", purpose="att lära", roster="kommun 10\nregion: 6")
    survey = (await room.store.surveys())[-1]
    assert (survey.invited, roster_lines(survey.fill.roster)) == (16, "kommun: 10\nregion: 6")
    page = (await organiser.get(f"/arrangor/{survey.code}/lage")).text
    assert "säger inte vilken typ" in page


def test_a_list_of_invited_is_written_as_it_comes() -> None:
    assert roster_of("kommun: 15\n\nregion 2") == by_number([("kommun", 15), ("region", 2)])
    assert roster_of("Falun\tkommun\n") == (
        InvitedType(type="kommun", invited=1, organisations=("Falun",)),
    )
