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


async def test_the_last_answer_of_an_organisation_is_on_the_homework_board_also_after_closing(
    room: Room,
) -> None:
    await room.open("homework", code="HEMMAA", fill=None)
    for name, *said in (
        ("Falu kommun", "not", "Hur mäter ni?"),
        ("Region Dalarna", "done", "Vi har mätt svinnet.", "", "Vem äger uppgifterna?"),
        ("falu  kommun", "partly", "Halva är klar.", "", "Hur mäter ni servering?"),
    ):
        async with room.phone(**{"accept-language": "sv"}) as phone:
            person = Visitor(phone, "HEMMAA")
            await person.begin()
            for each in (name, *said):
                await person.press("next" if each else "skip", each)
    await room.store.close_survey("HEMMAA", room.now)
    async with room.phone(**{"accept-language": "sv"}) as organiser:
        await room.sign_in(organiser)
        page = (await organiser.get("/arrangor/HEMMAA/tavla")).text
        assert re.findall(r'<th scope="col">([^<]+)</th>', page)[1:] == [
            "falu kommun",
            "Region Dalarna",
        ]
        assert "Delvis klar" in page
        assert "Inte gjord" not in page
        assert "Hur mäter ni servering?" in page
        report = await organiser.get("/arrangor/HEMMAA/rapport/fil?format=json")
        assert {"name": "falu kommun", "text": "Delvis klar", "state": "shown"} in [
            cell for row in report.json()["named"] for cell in row["cells"]
        ]
        assert "Halva är klar." not in report.text
