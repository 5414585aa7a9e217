"""The board in the studio: groups answer by name, the organiser reads and lets their words out."""

from __future__ import annotations

import re

import httpx2
from web_room import Page, Room, Visitor


async def group(room: Room, name: str, gap: str) -> None:
    async with room.phone(**{"accept-language": "sv"}) as phone:
        person = Visitor(phone, "GRUPPA")
        notice = await person.look()
        assert "Svaren visas tillsammans med gruppens namn för alla som är med." in notice.text
        await person.press("next")
        for said in (name, "grums", "no", "Målkorten.", gap):
            await person.press("next", said)


async def test_what_groups_wrote_is_in_the_report_when_it_has_been_read_and_never_a_persons_name(
    room: Room,
) -> None:
    await room.open("group_discussion", code="GRUPPA", fill=None)
    await group(room, "Björkarna", "Barnens röst.")
    async with room.phone(**{"accept-language": "sv"}) as organiser:
        await room.sign_in(organiser)
        assert "minst två grupper" in (await organiser.get("/arrangor/GRUPPA/tavla")).text
        await group(room, "Alarna", "Ring Anna Berg på 070-123 45 67.")
        page = await organiser.get("/arrangor/GRUPPA/tavla")
        assert "ser ut att nämna en person" in page.text
        boxes = re.findall(r'name="shown" value="(\w+)"> Barnens röst\.', page.text)
        fields = Page(page.text).forms[-1].fields
        sent = await post(organiser, fields, boxes)
        assert "Sparat." in sent.text
        assert room.desk.decisions == [("GRUPPA", boxes, [])]
        survey = await room.store.survey("GRUPPA")
        assert survey is not None
        await room.store.decide_quotes(survey.id, boxes, [], room.now)
        again = await organiser.get("/arrangor/GRUPPA/tavla")
        assert f'value="{boxes[0]}" checked' in again.text
        await post(organiser, Page(again.text).forms[-1].fields, [])
        assert room.desk.decisions[-1] == ("GRUPPA", [], boxes)
        assert "tavla" not in (await organiser.get("/arrangor/ABCDEF")).text


async def post(
    organiser: httpx2.AsyncClient, fields: list[tuple[str, str]], shown: list[str]
) -> httpx2.Response:
    sent = {"nonce": dict(fields)["nonce"], "action": "save", "shown": shown}
    seen = [value for name, value in fields if name == "seen"]
    return await organiser.post(
        "/arrangor/GRUPPA/tavla", data={**sent, "seen": seen}, follow_redirects=True
    )
