"""Several people on one phone, a kiosk, a browser without cookies, and the receipt that shows what was sent."""

from __future__ import annotations

import re

import httpx2
import pytest
from web_room import Page, Room, Visitor

from surveys.store.publications import Wall

SWEDISH = {"accept-language": "sv"}
SAID = "Bara jag vet det här"


async def answered(visitor: Visitor) -> None:
    """The session evaluation's first three questions passed over, its fourth answered with words."""
    await visitor.begin()
    for _ in range(3):
        await visitor.press("skip")
    await visitor.press("next", SAID)


@pytest.fixture
async def meeting(room: Room, visitor: Visitor) -> Visitor:
    """Somebody who has answered in the session evaluation, and not finished."""
    await room.open("session_evaluation", code="MOTEET", fill=None)
    visitor.code = "MOTEET"
    await answered(visitor)
    return visitor


async def test_the_same_link_asks_who_it_is_and_shows_nothing_that_was_answered(
    meeting: Visitor,
) -> None:
    page = await meeting.look()
    assert "Är det du?" in page.text
    assert [value for _, value in page.forms[0].buttons] == ["resume", "other"]
    assert SAID not in meeting.response.text
    page = await meeting.press("resume")
    assert page.forms[0].value("question") == "change"


async def test_somebody_else_begins_from_the_beginning_and_cannot_come_back_to_the_first(
    room: Room, meeting: Visitor
) -> None:
    await meeting.look()
    page = await meeting.press("other")
    assert "Region Dalarna frågar." in page.text
    await meeting.press("next")
    assert SAID not in meeting.response.text
    await meeting.press("next", "high")
    assert (await room.desk.counts("MOTEET")).begun == 2


async def test_whose_phone_it_is_cannot_be_decided_by_another_site(meeting: Visitor) -> None:
    await meeting.look()
    forged = {"action": "other", "question": "", "turn": "", "revision": "0", "nonce": "x.y"}
    await meeting.send(forged)
    assert meeting.response.status_code == 403
    assert (await meeting.resume()).forms[0].value("question") == "change"


async def test_thanks_hands_the_phone_to_the_next_person(room: Room, meeting: Visitor) -> None:
    page = await meeting.press("skip")
    assert "Tack!" in page.heading
    assert SAID in meeting.response.text
    page = await meeting.press("other")
    assert "Region Dalarna frågar." in page.text
    assert SAID not in meeting.response.text
    await answered(meeting)
    assert (await room.desk.counts("MOTEET")).begun == 2


async def test_a_kiosk_begins_anew_for_everybody_and_after_two_idle_minutes(
    room: Room, meeting: Visitor
) -> None:
    await meeting.look("?kiosk")
    assert "Region Dalarna frågar." in meeting.page.text
    assert "http-equiv" not in meeting.response.text
    await answered(meeting)
    refresh = '<noscript><meta http-equiv="refresh" content="120;url=/MOTEET"></noscript>'
    assert refresh in meeting.response.text
    assert 'data-person=""' in meeting.response.text
    page = await meeting.press("skip")
    assert "Tack!" in page.heading
    assert SAID not in meeting.response.text
    page = await meeting.look()
    assert "Region Dalarna frågar." in page.text
    await meeting.look("?kiosk=av")
    await answered(meeting)
    assert "http-equiv" not in meeting.response.text
    assert (await room.desk.counts("MOTEET")).begun == 3


async def test_a_kiosk_gives_more_time_without_losing_what_is_written(meeting: Visitor) -> None:
    await meeting.look("?kiosk")
    await answered(meeting)
    fields = dict(meeting.page.forms[0].fields)
    page = await meeting.send({**fields, "language": "sv", "answer": "Halvfärdigt"})
    assert "Halvfärdigt" in page.written
    assert page.forms[0].value("question") == "change"


class Forgetful(Visitor):
    """A browser that keeps no cookies: everything it knows stands in the form."""

    async def press(self, action: str, *answers: str, files: object = None, **fields: str) -> Page:
        self.phone.cookies.clear()
        form = dict(self.page.forms[0].fields)
        return await super().press(action, *answers, token=form.get("token", ""), **fields)


async def test_a_browser_without_cookies_gets_to_the_end(room: Room) -> None:
    await room.open("session_evaluation", code="MOTEET", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Forgetful(phone, "MOTEET")
        await visitor.look()
        page = await visitor.press("next")
        assert "Webbläsaren sparar inga kakor" in page.text
        for answers in (["high"], ["some"], ["talks"]):
            page = await visitor.press("next", *answers)
        page = await visitor.press("back")
        assert page.checked == ["talks"]
        await visitor.press("next", "talks")
        await visitor.press("skip")
        page = await visitor.press("skip")
        assert "Tack!" in page.heading
        assert visitor.response.url.path == "/MOTEET"
        assert "token" not in str(visitor.response.url)
        assert "set-cookie" not in visitor.response.headers
    counts = await room.desk.counts("MOTEET")
    assert (counts.begun, counts.complete) == (1, 1)


async def test_a_form_from_another_site_does_not_make_its_token_mine(room: Room) -> None:
    """Somebody else's page could send its own token, so that I answer as them without knowing."""
    async with room.phone(**SWEDISH) as theirs, room.phone(**SWEDISH) as mine:
        trap = Visitor(theirs)
        await trap.look()
        fields = {**dict(trap.page.forms[0].fields), "action": "next"}
        mine.headers["sec-fetch-site"] = "cross-site"
        response = await mine.post("/ABCDEF", data=fields)
    assert response.status_code == 403
    assert fields["token"] not in response.text


async def receipt_of(visitor: Visitor) -> str:
    found = re.search(r'class="slip">([^<]+)<', (await visitor.phone.get("/MOTEET/paus")).text)
    assert found is not None
    return found[1]


async def show(phone: httpx2.AsyncClient, receipt: str) -> httpx2.Response:
    return await phone.post("/kvitto", data={"receipt": receipt})


async def test_the_receipt_shows_ones_answers_on_any_device_and_erases_them(
    room: Room, meeting: Visitor
) -> None:
    receipt = await receipt_of(meeting)
    async with room.phone(**SWEDISH) as another:
        shown = await show(another, f" {receipt.lower()} ")
        assert SAID in shown.text
        assert receipt not in str(shown.url)
        form = Page(shown.text).forms[0]
        await another.post(form.action, data=dict(form.fields))
        gone = await show(another, receipt)
    assert gone.status_code == 422
    assert SAID not in gone.text
    assert (await room.desk.counts("MOTEET")).begun == 0


async def test_the_receipt_shows_nothing_after_closing(room: Room, meeting: Visitor) -> None:
    receipt = await receipt_of(meeting)
    await room.store.close_survey("MOTEET", room.now)
    async with room.phone(**SWEDISH) as another:
        assert SAID not in (await show(another, receipt)).text


async def test_guessing_receipts_to_read_is_stopped(room: Room) -> None:
    async with room.phone(**SWEDISH) as phone:
        statuses = [(await show(phone, f"AAAAA-{number}")).status_code for number in range(21)]
        empty = await phone.post("/kvitto", data={"receipt": " "})
    assert (statuses[0], statuses[-1], empty.status_code) == (422, 429, 429)


async def test_thanks_shows_the_rooms_result_when_k_allows_and_the_organiser_has_opened_it(
    room: Room, meeting: Visitor
) -> None:
    """Four have answered the same, then five; and nothing before the organiser says so."""
    survey = await room.store.survey("MOTEET")
    assert survey is not None

    async def one_more() -> None:
        async with room.phone(**SWEDISH) as phone:
            another = Visitor(phone, "MOTEET")
            await another.begin()
            await another.press("next", "high")

    for _ in range(4):
        await one_more()
    page = await meeting.press("skip")
    assert "Så har gruppen svarat" not in page.text
    await room.store.set_wall(survey.id, Wall(opened=True))
    assert "Så har gruppen svarat" not in (await meeting.resume()).text
    await one_more()
    page = await meeting.resume()
    assert "Så har gruppen svarat" in page.text
    assert "Antal svar: 5" in page.text
    assert page.text.count("Antal svar") == 1


async def test_a_receipt_that_is_mistyped_is_told_as_that_first(room: Room) -> None:
    async with room.phone(**SWEDISH) as phone:
        for address in ("/kvitto", "/radera"):
            wrong = await phone.post(address, data={"receipt": "PAHN9-H9S6"})
            assert wrong.status_code == 422
            alert = Page(wrong.text).alert
            assert alert is not None
            assert alert.startswith("Vi hittar inga svar med den koden. Kontrollera stavningen")
