"""The organiser's room for the answer back: a draft that loses nothing, a preview, and versions that never change."""

from __future__ import annotations

import datetime as dt

import httpx2
from studio_forms import form_at, send
from web_room import INFLUENCE, Page, Room

from bot.outcomes import Who
from surveys.conversation.state import Begin, Change, Key, Write

PLACE = "/arrangor/TORGET/svar"
POINT = {
    "p0-said": "Fler bänkar (9 av 18 svar)",
    "p0-said.en": "More benches",
    "p0-status": "done",
    "p0-did": "Sex bänkar står på plats.",
    "p0-date": "2027-02-12",
    "contact": "torget@example.se",
}


async def dialogue(room: Room, *, closed: bool = True) -> None:
    survey = await room.open("session_evaluation", "TORGET", fill=None, influence=INFLUENCE)
    if closed:
        await room.store.close_survey(survey.code, room.now)
        room.service.forget()


async def written(organiser: httpx2.AsyncClient, action: str, **typed: str) -> httpx2.Response:
    """The form as it stands, with something typed, and a button pressed."""
    form = await form_at(organiser, PLACE)
    return await send(organiser, form, action=action, **typed)


async def test_an_answer_is_written_looked_at_and_published_with_who_and_when(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await dialogue(room)
    looked = await written(organiser, "preview", **POINT)
    preview = await organiser.get(looked.headers["location"])
    assert "Sex bänkar står på plats." in preview.text
    assert "Klart, 12 februari 2027" in preview.text
    assert "Allt är inte skrivet på English" in preview.text
    published = await send(organiser, Page(preview.text).forms[0])
    assert "publicerat" in published.headers["location"]
    survey = await room.store.survey("TORGET")
    assert survey is not None
    (version,) = await room.store.answers_back(survey.id)
    assert (version.by, version.at) == ("Kim", room.now)
    assert version.answer.point[0].said["en"] == "More benches"
    async with room.phone() as phone:
        assert "Fler bänkar (9 av 18 svar)" in (await phone.get("/TORGET")).text
    deeds = [deed.what for _, deed in await room.store.deeds()]
    assert deeds[0] == "answers-publish"


async def test_points_are_added_and_taken_away_and_nothing_typed_is_lost(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await dialogue(room)
    await written(organiser, "add", **POINT)
    await written(organiser, "add", **{"p1-said": "Ta bort bussen"})
    form = await form_at(organiser, PLACE)
    assert form.value("p0-did") == "Sex bänkar står på plats."
    assert form.value("p1-said") == "Ta bort bussen"
    await written(organiser, "remove-0")
    form = await form_at(organiser, PLACE)
    assert (form.value("points"), form.value("p0-said")) == ("2", "Ta bort bussen")


async def test_half_an_answer_is_kept_and_told_what_it_lacks(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await dialogue(room)
    looked = await written(organiser, "preview", **{**POINT, "p0-did": "", "p0-date": "i maj"})
    page = await organiser.get(looked.headers["location"])
    assert page.status_code == 400
    assert Page(page.text).alert.strip().endswith("Skriv dagen så här: 2027-05-01.")
    assert "Skriv vad ni gjorde, eller varför inte." in page.text
    assert (await form_at(organiser, PLACE)).value("p0-said") == POINT["p0-said"]


async def test_the_reports_sentences_are_offered_and_only_they(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    survey = await room.open("session_evaluation", "TORGET", fill=None, influence=INFLUENCE)
    for number in range(6):
        who = Who("TORGET", "web", f"person {number}")
        await room.service.turn(who, Begin("sv"))
        await room.service.turn(who, Change(Key("change")))
        await room.service.turn(who, Write("Mer tid för diskussion, det var för kort om tid."))
    await room.store.close_survey(survey.code, room.now)
    page = await organiser.get(PLACE)
    while "Rapporten läses just nu" in page.text:  # each time it is waited for a little
        page = await organiser.get(PLACE)
    assert page.text.count('name="theme"') == 1
    assert "6 av 6" in page.text
    await written(organiser, "themes", theme="Fler bänkar (9 av 18 svar)")
    assert (await form_at(organiser, PLACE)).value("p0-said") == "Fler bänkar (9 av 18 svar)"


async def test_a_save_from_an_older_tab_shows_both_and_overwrites_nothing(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await dialogue(room)
    older = await form_at(organiser, PLACE)
    await written(organiser, "save", **POINT)
    late = await send(organiser, older, action="save", contact="Kontaktcenter")
    assert late.status_code == 400
    assert "Någon annan har sparat" in late.text
    assert "Kontaktcenter" in late.text
    assert (await form_at(organiser, PLACE)).value("contact") == "torget@example.se"


async def test_an_open_survey_is_not_answered_and_the_draft_waits(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await dialogue(room, closed=False)
    looked = await written(organiser, "preview", **POINT)
    preview = await organiser.get(looked.headers["location"])
    assert "Stäng den innan du publicerar." in preview.text
    assert Page(preview.text).forms == []


async def test_late_answers_stand_first_on_the_start_page_until_they_are_given(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await dialogue(room)
    assert "Försenade svar" not in (await organiser.get("/arrangor")).text
    room.now = dt.datetime(2027, 3, 2, 9, tzinfo=dt.UTC)
    await room.sign_in(organiser)
    page = await organiser.get("/arrangor")
    assert "Försenade svar" in page.text
    assert 'href="/arrangor/TORGET/svar"' in page.text
    looked = await written(organiser, "preview", **POINT)
    await send(organiser, Page((await organiser.get(looked.headers["location"])).text).forms[0])
    assert "Försenade svar" not in (await organiser.get("/arrangor")).text
