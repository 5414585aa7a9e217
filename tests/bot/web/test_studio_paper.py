"""Paper forms that chance deals out: printed with numbers, keyed in by number, each number once, and mended."""

from __future__ import annotations

import re

import httpx2
import pytest
from studio_forms import Desktop
from web_room import Room

from surveys.conversation.dealing import deal, written
from surveys.survey import Survey

PAPER = "/arrangor/SLINGA/papper"


@pytest.fixture
async def survey(room: Room) -> Survey:
    return await room.open("every_loop", "SLINGA", fill=None)


async def sheet(organiser: httpx2.AsyncClient, number: str) -> tuple[str, str, dict[str, str]]:
    """The form of a number: its page, where it is sent, and a tick in the first row of its first table."""
    page = (await organiser.get(f"{PAPER}?nummer={number}")).text
    form = next(one for one in Desktop(page).forms if ("action", "save") in one.buttons)
    row = re.findall(r'name="(q\d+-cell-[^"]+)"', page)[0]
    return page, form.action, {"nonce": form.value("nonce"), row: "positive", "action": "save"}


async def proposals_of(room: Room, survey: Survey) -> list[str]:
    rows = await room.store.answers(survey.id)
    return sorted({row.key.turn.partition("/")[0] for row in rows if row.key.question == "effect"})


async def test_a_numbered_form_shows_what_stands_on_it_and_is_kept_once(
    room: Room, organiser: httpx2.AsyncClient, survey: Survey
) -> None:
    asked = (await organiser.get(PAPER)).text
    assert "Vilken blankett har du framför dig?" in asked
    number = written(survey, 2)
    [proposal] = deal(survey, 2).drawn["proposal"]
    page, address, ticked = await sheet(organiser, number)
    assert f"Blankett {number}" in page
    kept = await organiser.post(address, data=ticked, follow_redirects=True)
    assert "Svaret är sparat. Ta nästa blankett." in kept.text
    assert "Vilken blankett har du framför dig?" in kept.text
    assert await proposals_of(room, survey) == [proposal, "nothing"]
    again = await organiser.post(address, data=ticked)
    assert again.status_code == 409
    assert "Någon annan har just skrivit in den här blanketten" in again.text
    before = (await organiser.get(f"{PAPER}?nummer={number}")).text
    assert f"Blankett {number} är redan inskriven" in before
    assert (await room.desk.counts("SLINGA")).begun == 1


async def test_a_form_that_was_keyed_in_wrongly_is_taken_away_and_keyed_in_anew(
    room: Room, organiser: httpx2.AsyncClient, survey: Survey
) -> None:
    number = written(survey, 1)
    _, address, ticked = await sheet(organiser, number)
    await organiser.post(address, data=ticked)
    before = Desktop((await organiser.get(f"{PAPER}?nummer={number}")).text)
    anew = next(one for one in before.forms if ("action", "anew") in one.buttons)
    fields = {**dict(anew.fields), "action": "anew"}
    page = await organiser.post(anew.action, data=fields, follow_redirects=True)
    assert "Det som var inskrivet är borttaget" in page.text
    assert (await room.desk.counts("SLINGA")).begun == 0
    _, address, ticked = await sheet(organiser, number)
    assert (await organiser.post(address, data=ticked)).status_code == 303
    assert (await room.desk.counts("SLINGA")).begun == 1


async def test_a_misread_number_is_told_beside_its_field(
    organiser: httpx2.AsyncClient, survey: Survey
) -> None:
    right = written(survey, 17)
    wrong = f"17-{'B' if right.endswith('A') else 'A'}"
    for typed, told in ((wrong, "hör inte ihop"), ("17", "både siffran och bokstaven")):
        page = await organiser.get(f"{PAPER}?nummer={typed}")
        assert page.status_code == 422
        assert told in page.text
        assert f'value="{typed}" aria-describedby="nummer-help nummer-problem"' in page.text


async def test_a_form_without_a_number_holds_everything(
    room: Room, organiser: httpx2.AsyncClient, survey: Survey
) -> None:
    page, address, ticked = await sheet(organiser, "utan")
    assert "Blankett utan nummer" in page
    for _ in range(2):
        assert (await organiser.post(address, data=ticked)).status_code == 303
        _, address, ticked = await sheet(organiser, "utan")
    assert (await room.desk.counts("SLINGA")).begun == 2


async def test_forms_are_printed_from_the_page(
    organiser: httpx2.AsyncClient, survey: Survey
) -> None:
    printed = await organiser.get("/arrangor/SLINGA/blanketter.pdf?fran=1&antal=2")
    assert printed.content.startswith(b"%PDF")
    refused = await organiser.get(
        "/arrangor/SLINGA/blanketter.pdf?fran=1&antal=1000", follow_redirects=True
    )
    assert "Skriv ett antal från 1 till 100" in refused.text
    one = await organiser.get("/arrangor/ABCDEF/blanketter.pdf")
    assert one.content.startswith(b"%PDF")
