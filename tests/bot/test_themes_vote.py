"""Stämmer sammanfattningen? The report's themes are voted on, and the next report says what participants think."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.checking import open_check, sentences
from bot.outcomes import Who
from bot.reports import ReportRequest, write_report
from surveys.conversation.state import Begin, Change, Choose, Key, Write
from surveys.errors import ConfigError
from surveys.store.store import Store
from surveys.survey import Survey
from tests.bot.office import Office
from tests.web_room import Page, Room

WISH = "Mer tid för diskussion, det var för kort om tid."


@pytest.fixture
async def room(sqlite_url: str):
    store = await Store.open(sqlite_url)
    made = Room(store)
    survey = await made.open("session_evaluation", "TRAFF", fill=None, title="Träff", series="lab")
    for number in range(8):
        who = Who("TRAFF", "web", f"person {number}")
        await made.service.turn(who, Begin("sv"))
        await made.service.turn(who, Change(Key("change")))
        await made.service.turn(who, Write(WISH))
    await store.close_survey(survey.code, made.now)
    yield made
    await store.close()


async def checked(room: Room) -> Survey:
    survey = await room.store.survey("TRAFF")
    assert survey is not None
    items = await sentences(room.store, survey)
    return await open_check(room.store, survey, items, "Stämmer det?", room.now)


async def vote(room: Room, check: Survey, votes: list[str]) -> None:
    """Each person votes on the first sentence."""
    for number, option in enumerate(votes):
        who = Who(check.code, "web", f"voter {number}")
        outcome = await room.service.turn(who, Begin("sv"))
        await room.service.turn(who, Choose((option,), outcome.screen.key))


async def themes(room: Room, **wanted: str) -> list[dict]:
    made = await write_report(room.store, ReportRequest("sv", "json", **wanted))
    return json.loads(made)["themes"]


async def test_the_themes_are_statements_without_numbers_in_every_language_reports_speak(
    room: Room,
) -> None:
    check = await checked(room)
    (item,) = check.items("themes")
    assert item.label["sv"].startswith("Önskemål: ")
    assert item.label["en"] == "A wish: The time"  # their own words are Swedish
    assert not any(sign.isdigit() for text in item.label.values() for sign in text)
    assert (item.source, check.series, check.questionnaire.id) == ("TRAFF", None, "themes_vote")
    statements = await room.store.statements(check.id)
    assert [one.text["sv"] for one in statements] == [item.label["sv"]]


async def test_what_they_say_stands_beside_the_theme_once_the_check_has_closed(room: Room) -> None:
    check = await checked(room)
    await vote(room, check, ["agree"] * 6 + ["disagree"])
    assert all("confirmed" not in theme for theme in await themes(room, code="TRAFF"))
    await room.store.close_survey(check.code, room.now)
    for wanted in ({"code": "TRAFF"}, {"series": "lab"}):
        (theme,) = await themes(room, **wanted)
        assert theme["confirmed"] == "6 av 7 tycker att det stämmer."
    page = await write_report(room.store, ReportRequest("sv", "html", code="TRAFF"))
    assert "6 av 7 tycker att det stämmer." in page.decode()


async def test_fewer_than_five_confirm_nothing(room: Room) -> None:
    check = await checked(room)
    await vote(room, check, ["agree"] * 4)
    await room.store.close_survey(check.code, room.now)
    assert all("confirmed" not in theme for theme in await themes(room, code="TRAFF"))


async def test_an_open_survey_and_one_without_themes_are_not_asked_about(room: Room) -> None:
    other = await room.open("session_evaluation", "OPPEN", fill=None)
    with pytest.raises(ConfigError, match="still open"):
        await open_check(room.store, other, [], "Stämmer det?", room.now)
    closed = await room.store.close_survey("OPPEN", room.now)
    with pytest.raises(ConfigError, match="no theme"):
        await open_check(room.store, closed, [], "Stämmer det?", room.now)


async def test_the_studio_words_the_sentences_and_opens_it(room: Room) -> None:
    async with room.phone(**{"accept-language": "sv"}) as phone:
        await room.sign_in(phone)
        page = await phone.get("/arrangor/TRAFF/stammer")
        while "Öppna enkäten" not in page.text:
            page = await phone.get("/arrangor/TRAFF/stammer")
        form = Page(page.text).forms[0]
        (name,) = [field for field, _ in form.fields if field.endswith(".sv")]
        typed = dict(form.fields) | {name: "Ni vill ha mer tid.", f"take-{name[:-3]}": "1"}
        opened = await phone.post(form.action, data=typed, follow_redirects=True)
        while "Enkäten är öppnad" not in opened.text and opened.status_code != 200:
            opened = await phone.post(form.action, data=typed, follow_redirects=True)
        code = opened.url.path.rpartition("/")[2]
    check = await room.store.survey(code)
    assert check is not None
    assert check.items("themes")[0].label["sv"] == "Ni vill ha mer tid."


@pytest.fixture
async def office(room: Room, tmp_path: Path, sqlite_url: str) -> Office:
    await room.store.close()
    return Office(tmp_path, sqlite_url)


def test_the_command_opens_it(office: Office) -> None:
    body = office.json("themes-vote", "TRAFF")
    assert body["questionnaire"]["id"] == "themes_vote"
    assert body["title"] == "Stämmer sammanfattningen? Träff"
    assert body["state"] == "open"
