"""Talk in rounds on a phone page: begun by a button, told without JavaScript, and over when its time is up."""

from __future__ import annotations

import datetime as dt

from web_room import Room, Visitor


async def test_the_page_reads_itself_anew_when_the_time_is_up_and_then_says_so(room: Room) -> None:
    await room.open("triad_talk", code="TRIADS", fill=None)
    async with room.phone(**{"accept-language": "sv"}) as phone:
        person = Visitor(phone, "TRIADS")
        page = await person.begin()
        assert "Person 1 berättar. Person 2 frågar. Person 3 lyssnar." in page.text
        assert "Starta tiden" in page.text
        page = await person.press("next")
        assert "Tiden är ute klockan 10.12, om ungefär 12 min." in page.text
        refresh = (
            '<noscript><meta http-equiv="refresh" content="721;url=/TRIADS?vidare"></noscript>'
        )
        assert refresh in person.response.text
        room.now += dt.timedelta(minutes=12)
        page = await person.look("?vidare")
        assert "Tiden är ute. Det är dags att byta." in page.text
        assert "refresh" not in person.response.text
        page = await person.press("next")
        assert "Vilken utmaning pratade ni om?" in page.text


async def test_without_cookies_the_time_is_told_and_nothing_reloads(room: Room) -> None:
    await room.open("triad_talk", code="TRIADS", fill=None)
    async with room.phone(**{"accept-language": "sv"}) as phone:
        person = Visitor(phone, "TRIADS")
        token = dict((await person.look()).forms[0].fields)["token"]
        phone.cookies.clear()
        await person.press("next", token=token)
        phone.cookies.clear()
        page = await person.press("next", token=token)
        assert "Tiden är ute klockan 10.12" in page.text
        assert "refresh" not in person.response.text
