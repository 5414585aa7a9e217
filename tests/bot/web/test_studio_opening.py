"""Opening in a form, the next meeting, and the organisation's profile."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import re
from pathlib import Path

import httpx2
import pytest
from PIL import Image
from studio_forms import FILLED, form_at, send
from web_room import Room

from bot.opening import LONG_CODE_LENGTH
from bot.recordings import Recordings
from bot.web.studio.opening.lines import items_of, lines_of, places_of
from bot.web.studio.opening.offered import later
from bot.web.studio.opening.room import next_title
from surveys.questionnaire.loading import library_ids, library_questionnaire
from surveys.store.profile import Profile
from surveys.survey import Survey


async def newest(room: Room) -> Survey:
    return (await room.store.surveys())[-1]


async def test_with_a_filled_profile_title_and_number_open_an_evaluation(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await room.store.save_profile(FILLED)
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
    sent = await send(organiser, form, title="Träff 1", invited="24", purpose="att bli bättre")
    survey = await newest(room)
    assert sent.headers["location"] == f"/arrangor/{survey.code}?oppnad=1"
    assert (survey.title, survey.invited, survey.series) == ("Träff 1", 24, "dalalab")
    assert survey.notice.controller == "Region Dalarna"
    assert survey.notice.retain_until == dt.date(2028, 11, 23)
    assert survey.languages == ("sv",)
    [(_, opened), *_] = await room.store.deeds()
    assert (opened.name, opened.what, opened.survey) == ("Kim", "openings-open", survey.code)


async def test_a_button_pressed_twice_opens_one_survey(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await room.store.save_profile(FILLED)
    before = len(await room.store.surveys())
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
    both = await asyncio.gather(*(send(organiser, form, title="Träff 1") for _ in range(2)))
    later_on = await send(organiser, form, title="Träff 1")
    assert len({each.headers["location"] for each in (*both, later_on)}) == 1
    another = await send(organiser, form, title="Träff 2")
    assert another.headers["location"] != later_on.headers["location"]
    assert len(await room.store.surveys()) == before + 2


async def test_a_closed_roster_gets_a_code_that_nobody_guesses(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await room.store.save_profile(FILLED)
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
    await send(organiser, form, title="Träff 1", purpose="att lära", long_code="on")
    assert len((await newest(room)).code) == LONG_CODE_LENGTH


async def test_a_picture_of_the_place_is_given_with_two_corners(
    room: Room, organiser: httpx2.AsyncClient, tmp_path: Path
) -> None:
    room.service.recordings = Recordings(tmp_path)
    await room.store.save_profile(FILLED)
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=place_dialogue")
    typed = {**dict(form.fields), "title": "Torget", "practice": "on"}
    corners = {"corner_nw": "60.6080, 15.6290", "corner_se": "60.6060, 15.6340"}
    turned = {"corner_nw": corners["corner_se"], "corner_se": corners["corner_nw"]}
    file = {"picture": ("torget.png", a_picture(), "image/png")}
    for wrong, files in (
        ({**corners, "corner_se": "där borta"}, file),
        (turned, file),
        (corners, {"picture": ("torget.png", b"ingen bild", "image/png")}),
        (corners, {"picture": ("", b"", "application/octet-stream")}),
    ):
        refused = await organiser.post(form.action, data=typed | wrong, files=files)
        assert (refused.status_code, "wrong" in refused.text) == (400, True)
    sent = await organiser.post(form.action, data=typed | corners, files=file)
    survey = await newest(room)
    assert sent.headers["location"] == f"/arrangor/{survey.code}?oppnad=1"
    assert survey.fill.background is not None
    assert survey.fill.background.west == 15.629
    async with room.phone() as phone:
        assert (await phone.get(f"/{survey.code}/bild")).headers["content-type"] == "image/jpeg"


def a_picture() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (60, 40), "#446644").save(written, "PNG")
    return written.getvalue()


async def test_the_purpose_that_is_proposed_holds_in_every_language_and_ones_own_where_it_is_written(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await room.store.save_profile(FILLED)
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
    proposed = "att göra nästa träff bättre"
    await send(organiser, form, title="Träff 1", purpose=proposed)
    assert {"sv", "en", "ar"} <= set((await newest(room)).languages)
    own = {"purpose": "att lära", "purpose.en": "learning"}
    await send(organiser, form, title="Träff 2", language="en", **own)
    assert (await newest(room)).languages == ("en", "sv")


async def test_everything_that_is_wrong_is_told_beside_its_field_and_nothing_is_lost(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=place_dialogue")
    typed = {
        "title": "",
        "invited": "många",
        "can_affect": "Torgets <bänkar>",
        "places": "Torget (95.0, 15.0)",
        "closes": "2020-01-01T10:00",
        "retain_until": "2020-01-01",
    }
    refused = await send(organiser, form, **typed)
    assert refused.status_code == 400
    wrong = set(re.findall(r'class="wrong" id="([\w.-]+)-problem"', refused.text))
    assert wrong == {
        *("title", "invited", "places", "closes", "purpose", "controller", "decision_ref"),
        *("cannot_affect", "feedback_date", "feedback_where"),
    }
    for written in ("många", "Torgets &lt;bänkar&gt;", "Torget (95.0, 15.0)", "2020-01-01T10:00"):
        assert written in refused.text
    assert len(await room.store.surveys()) == 1


async def test_what_only_the_opening_itself_finds_stands_beside_its_field(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await room.store.save_profile(FILLED)
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
    late = await send(
        organiser,
        form,
        title="T",
        purpose="x",
        retain_until="2020-01-01",
        **{"list-examples": "Ett"},
    )
    assert late.status_code == 400
    assert re.search(r'id="retain_until-problem">Svaren ska enligt .*? Ange ett datum', late.text)
    assert re.search(r'id="list-examples-problem">Frågan ', late.text)


async def test_a_survey_does_not_outlive_the_day_its_answers_are_disposed_of(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await room.store.save_profile(FILLED)
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
    said = {"title": "T", "purpose": "x", "retain_until": "2090-01-01"}
    late = await send(organiser, form, **said, closes="2090-01-02T12:00")
    assert late.status_code == 400
    assert re.search(r'id="closes-problem">Enkäten stänger 2090-01-02, men', late.text)


async def test_what_is_filled_in_reaches_the_survey(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await room.store.save_profile(FILLED)
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=place_dialogue")
    await send(
        organiser,
        form,
        title="Torget",
        purpose="att planera",
        places="Stora torget (60.485, 15.437) | The square\r\nParken",
        can_affect="Bänkarna",
        cannot_affect="Bussen",
        feedback_date="2027-03-01",
        feedback_where="på webben",
        level="dialogue",
    )
    survey = await newest(room)
    assert [(p.label["sv"], p.lat) for p in survey.fill.place] == [
        ("Stora torget", 60.485),
        ("Parken", None),
    ]
    assert survey.fill.place[0].label["en"] == "The square"
    assert survey.influence is not None
    assert survey.influence.cannot_affect == {"sv": "Bussen"}
    assert survey.channels == ("web",)


@pytest.mark.parametrize("name", library_ids())
async def test_every_questionnaire_that_ships_opens_from_its_form_as_practice(
    room: Room, organiser: httpx2.AsyncClient, name: str
) -> None:
    form = await form_at(organiser, f"/arrangor/oppna?questionnaire={name}")
    typed = {"title": "Övning", "practice": "on", "wave": "start"}
    typed |= {field: "Ett svar" for field, _ in form.fields if field.startswith("answer-")}
    typed |= {
        field: "Ett\nTvå"
        for field, written in form.fields
        if field.startswith("list-") and not written.strip()
    }
    sent = await send(organiser, form, **typed)
    assert sent.status_code == 303, sent.text
    survey = await newest(room)
    assert survey.notice.demo
    assert survey.questionnaire == library_questionnaire(name)


async def test_an_exercise_says_what_was_typed_and_invents_the_rest(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=place_dialogue")
    typed = {"can_affect": "Bänkarna", "feedback_where": "I parken", "feedback_date": "2027-03-01"}
    await send(organiser, form, title="Torget", practice="on", purpose="att rita om", **typed)
    survey = await newest(room)
    assert survey.influence is not None
    assert survey.notice.demo
    assert survey.notice.purpose == {"sv": "att rita om"}
    assert survey.influence.can_affect == {"sv": "Bänkarna"}
    assert "Bussen" in survey.influence.cannot_affect["sv"]
    assert survey.influence.feedback.where == {"sv": "I parken"}
    assert str(survey.influence.feedback.date) == "2027-03-01"


async def test_what_was_filled_in_the_first_time_is_remembered_when_asked(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
    law = {"controller": "Borlänge", "decision_ref": "KS 1", "retain_until": "2028-11-23"}
    await send(organiser, form, title="A", purpose="x", legal_basis="public_interest", **law)
    assert await room.store.profile() == Profile()
    await send(
        organiser, form, title="B", purpose="x", legal_basis="public_interest", remember="on", **law
    )
    kept = await room.store.profile()
    assert (kept.controller, kept.decision_ref, kept.months) == ("Borlänge", "KS 1", 24)
    assert "organisation-save" in [deed.what for _, deed in await room.store.deeds()]


async def test_the_next_meeting_needs_a_title_and_a_number(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    before = await room.open(code="FYRANX", series="lär", title="Träff 4: Slut", invited=24)
    form = await form_at(organiser, "/arrangor/FYRANX/nasta")
    assert (form.value("title"), form.value("invited")) == ("Träff 5", "24")
    refused = await send(organiser, form, title=" ", invited="x")
    assert refused.status_code == 400
    await send(organiser, form, invited="18")
    survey = await newest(room)
    assert (survey.title, survey.invited, survey.series) == ("Träff 5", 18, "lär")
    assert (survey.version, survey.fill) == (before.version, before.fill)
    assert survey.notice == before.notice
    await room.store.save_profile(FILLED)
    await send(organiser, form, title="Träff 6")
    assert (await newest(room)).notice.decision_ref == "RD 2026/123"
    assert (await organiser.get("/arrangor/ABCDEF/nasta")).status_code == 404


async def test_a_series_written_in_other_capitals_is_the_same_series(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await room.store.save_profile(FILLED)
    for series in ("SKR Lärprojektet", "skr  lärprojektet ", "SKR Lär"):
        form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
        await send(organiser, form, title="Träff 1", series=series)
    opened = [each.series for each in (await room.store.surveys())[-3:]]
    assert opened == ["SKR Lärprojektet", "SKR Lärprojektet", "SKR Lär"]
    assert ">SKR Lärprojektet</h2>" in (await organiser.get("/arrangor")).text


@pytest.mark.parametrize("written", ["0", "-3", "99999999", "24 st", "1 0000"])
async def test_a_number_of_people_that_cannot_be_is_told(
    room: Room, organiser: httpx2.AsyncClient, written: str
) -> None:
    await room.store.save_profile(FILLED)
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
    refused = await send(organiser, form, title="Träff 1", invited=written)
    said = "högst 1 000 000" if written in {"0", "99999999"} else "med siffror"
    assert (refused.status_code, said in refused.text) == (400, True)


@pytest.mark.parametrize("written", ["1200", "1 200", "1\N{NO-BREAK SPACE}200", "1.200"])
async def test_a_number_may_be_grouped_as_in_a_spreadsheet(
    room: Room, organiser: httpx2.AsyncClient, written: str
) -> None:
    await room.store.save_profile(FILLED)
    form = await form_at(organiser, "/arrangor/oppna?questionnaire=session_evaluation")
    await send(organiser, form, title="Träff 1", invited=written)
    assert (await newest(room)).invited == 1200


def test_lists_are_written_one_entry_on_a_line_and_known_ones_stay_what_they_are() -> None:
    [known] = [each for each in library_questionnaire("goal_card").dimension if each.items]
    written = f"{lines_of(known.items)}\n\n  Matsvinn | Food waste \n2 | Two\n2"
    items = items_of(written, ("sv", "en"), known.items)
    assert items[: len(known.items)] == known.items
    assert [(each.id, each.label) for each in items[len(known.items) :]] == [
        ("matsvinn", {"sv": "Matsvinn", "en": "Food waste"}),
        ("n_2", {"sv": "2", "en": "Two"}),
        ("n_2_2", {"sv": "2"}),
    ]


def test_a_line_that_is_written_twice_is_one_answer() -> None:
    items = items_of("Grums\ngrums \n\n  Falun", ("sv",))
    assert [item.label["sv"] for item in items] == ["Grums", "Falun"]


def test_a_place_without_a_name_keeps_what_was_written() -> None:
    [place] = places_of("(60.1, 15.2)", ("sv",))
    assert place.label["sv"]


@pytest.mark.parametrize(
    ("title", "after"),
    [("Träff 4: Slut", "Träff 5"), ("Möte 9", "Möte 10"), ("Avslutning", "Avslutning")],
)
def test_the_next_title_counts_on(title: str, after: str) -> None:
    assert next_title(title) == after


def test_months_end_on_a_day_that_there_is() -> None:
    assert later(dt.date(2026, 11, 30), 3) == dt.date(2027, 2, 28)
    assert later(dt.date(2026, 12, 31), 12) == dt.date(2027, 12, 31)
