"""The end of a survey in the studio: closing it with how many came, and disposing of its answers."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace

import httpx2
from studio_forms import form_at, send
from web_room import Page, Room, Visitor

from surveys.survey import K_MIN


async def test_a_report_that_nobody_waited_for_is_made_anew_when_the_survey_has_closed(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    async def as_it_was() -> bytes:
        return b"from before the end"

    name = ("csv", "ABCDEF", "", "sv")
    left = asyncio.ensure_future(room.errands.fetch(name, as_it_was))
    await asyncio.sleep(0)
    left.cancel()
    form = await form_at(organiser, "/arrangor/ABCDEF/stang")
    assert (await send(organiser, form)).status_code == 303
    file = await organiser.get("/arrangor/ABCDEF/rapport/fil?format=csv&sprak=sv")
    assert (file.status_code, b"from before" in file.content) == (200, False)


async def test_closing_asks_first_and_keeps_how_many_came(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    page = await organiser.get("/arrangor/ABCDEF/stang")
    assert "Det går inte att öppna enkäten igen" in page.text
    form = Page(page.text).forms[0]
    assert (await send(organiser, form, attended="tjugo")).status_code == 400
    async with room.phone() as phone:
        person = Visitor(phone)
        await person.begin()
        await person.press("next")
        await person.press("next", "high")
    fewer = await send(organiser, form, attended="0")
    assert (fewer.status_code, "Skriv minst 1" in fewer.text) == (400, True)
    assert (await send(organiser, form, attended="20")).status_code == 303
    survey = await room.store.survey("ABCDEF")
    assert survey is not None
    assert (survey.state(room.now), survey.attended) == ("closed", 20)
    closed = (await organiser.get("/arrangor/ABCDEF")).text
    assert ("affisch.pdf" in closed, "/inbjudan" in closed, "/rapporter" in closed) == (
        False,
        False,
        True,
    )
    [(_, deed), *_] = await room.store.deeds()
    assert (deed.what, deed.survey) == ("endings-close", "ABCDEF")


async def test_disposal_wants_a_closed_survey_its_code_and_a_decision_and_the_log_names_it(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    page = await organiser.get("/arrangor/ABCDEF/gallra")
    assert "/arrangor/ABCDEF/stang" in page.text
    closing = await form_at(organiser, "/arrangor/ABCDEF/stang")
    forced = replace(closing, action="/arrangor/ABCDEF/gallra")
    await send(organiser, forced, typed_code="ABCDEF", reference="KS 2026/9")
    open_still = await room.store.survey("ABCDEF")
    assert open_still is not None
    assert (open_still.state(room.now), open_still.purged) == ("open", False)
    await send(organiser, closing)
    form = await form_at(organiser, "/arrangor/ABCDEF/gallra")
    wrong = await send(organiser, form, typed_code="ABCDEG", reference="")
    assert wrong.status_code == 400
    assert set(re.findall(r'class="wrong" id="(\w+)-problem"', wrong.text)) == {
        "typed_code",
        "reference",
    }
    survey = await room.store.survey("ABCDEF")
    assert survey is not None
    assert not survey.purged
    await send(organiser, form, typed_code="abcdef", reference="KS 2026/9")
    [(_, deed), *_] = await room.store.deeds()
    assert (deed.what, deed.survey, deed.reference) == ("endings-purge", "ABCDEF", "KS 2026/9")
    home, report = [(await organiser.get(f"/arrangor/ABCDEF{at}")).text for at in ("", "/lage")]
    assert ("Svaren är gallrade" in home, "Svaren sparas till" in home) == (True, False)
    assert ">Gallrad</span>" in report
    assert "inget att bjuda in till" in (await organiser.get("/arrangor/ABCDEF/inbjudan")).text


async def test_a_series_page_names_what_is_hidden_by_the_questions_own_words(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await room.open("session_evaluation", code="MOTEET", fill=None, series="larande")
    for _ in range(K_MIN):
        async with room.phone() as phone:
            person = Visitor(phone, "MOTEET")
            await person.begin()
            await person.press("next", "high")
    page = (await organiser.get("/arrangor/serie/larande")).text
    assert "”I vilken grad kunde du säga det du ville säga?”" in page
    assert "could_speak" not in page
