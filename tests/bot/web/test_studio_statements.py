"""Participants' statements wait until somebody has read them; several may read at once, and nobody undoes another's."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial

import httpx2
import pytest
from studio_forms import SWEDISH
from web_room import DATA, INFLUENCE, Page, Room

from bot.bursts import bursts
from bot.outcomes import Who
from bot.reports import ReportRequest, write_report
from bot.web.studio.door import Role
from bot.web.studio.progress import ballots_of
from bot.web.studio.report_files import offers
from bot.web.studio.report_words import preview_of
from surveys.conversation.state import Begin, Choose, Write
from surveys.questionnaire.loading import load_questionnaire
from surveys.statements import Statement
from surveys.store.store import Store

PLACE = "/arrangor/TORGET/pastaenden"
FOLLOWING = """id = "been"
kind = "yes_no"
text = {sv = "Har du varit på torget?", en = "Have you been to the square?"}

[[question]]
id = "say"
show_if = "been == 'yes'\"
"""


@pytest.fixture
async def room(sqlite_url: str) -> AsyncIterator[Room]:
    store = await Store.open(sqlite_url)
    yield await dialogue(store)
    await store.close()


async def dialogue(store: Store) -> Room:
    room = Room(store)
    await room.open("square_statements", "TORGET", influence=INFLUENCE)
    return room


@pytest.fixture
async def organiser(room: Room) -> AsyncIterator[httpx2.AsyncClient]:
    async with room.phone(**SWEDISH) as phone:
        await room.sign_in(phone, Role.ORGANISER, "Kim")
        yield phone


async def says(room: Room, name: str, *votes: str, own: str | None = None) -> None:
    """Somebody votes on everything there is, and writes a statement of their own."""
    who = Who("TORGET", "web", name)
    await room.service.turn(who, Begin())
    for vote in votes or ("agree",) * 4:
        await room.service.turn(who, Choose((vote,)))
    if own is not None:
        await room.service.turn(who, Write(own))


async def theirs(room: Room) -> Statement:
    return next(one for one in await room.store.statements(1) if one.origin == "participant")


async def send(phone: httpx2.AsyncClient, action: str = "save", **fields: str) -> Page:
    """The page's own form, with these fields of it changed."""
    page = Page((await phone.get(PLACE)).text)
    form = next(one for one in page.forms if one.action.startswith(PLACE))
    given = {**dict(form.fields), **fields, "action": action}
    answer = await phone.post(form.action, data=given, follow_redirects=True)
    return Page(answer.text)


async def test_a_statement_waits_beside_what_it_resembles_and_on_the_start_page(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await says(room, "anna", own="Torget behöver en scen för musik.")
    await says(room, "bo", own="Torget behöver en scen för musiken!")
    await room.service.turn(Who("TORGET", "web", "bo"), Choose(("mine",)))
    start = (await organiser.get("/arrangor")).text
    waiting = len([one for one in await room.store.statements(1) if one.state == "waiting"])
    assert waiting == 2
    assert "2 påståenden väntar på att läsas" in start
    page = (await organiser.get(PLACE)).text
    assert page.count("Det andra (väntar)") == 2
    assert "Torget behöver en scen för musiken!" in page


async def test_whoever_is_slower_changes_nothing_and_is_told(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await says(room, "anna", own="Torget behöver en scen.")
    number = (await theirs(room)).id
    async with room.phone(**SWEDISH) as other:
        await room.sign_in(other, Role.ORGANISER, "Mo")
        seen = Page((await other.get(PLACE)).text)
        page = await send(organiser, **{f"verdict-{number}": "approve"})
        assert "Beslutet är sparat." in page.text
        form = next(one for one in seen.forms if one.action.startswith(PLACE))
        late = {**dict(form.fields), f"verdict-{number}": "hide", f"reason-{number}": "unclear"}
        answer = await other.post(
            form.action, data={**late, "action": "save"}, follow_redirects=True
        )
        assert "Någon annan hann före" in answer.text
    assert (await theirs(room)).state == "shown"


async def test_hiding_takes_a_reason_and_the_log_says_who_and_why_never_what(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await says(room, "anna", own="Torget behöver en scen.")
    number = (await theirs(room)).id
    await send(organiser, **{f"verdict-{number}": "hide", f"reason-{number}": "nonsense"})
    assert (await theirs(room)).state == "waiting"
    await send(organiser, **{f"verdict-{number}": "hide", f"reason-{number}": "off_topic"})
    assert ((await theirs(room)).state, (await theirs(room)).reason) == ("hidden", "off_topic")
    answer = await organiser.get(f"{PLACE}/logg.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    (row,) = csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";")
    assert (row["statement"], row["what"], row["reason"], row["by"]) == (
        number,
        "hide",
        "off_topic",
        "Kim",
    )
    assert "scen" not in answer.text


async def test_words_are_mended_only_before_somebody_else_has_voted(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    await says(room, "anna", own="Torget behövr en scen.")
    number = (await theirs(room)).id
    page = await send(organiser, f"edit:{number}", **{f"text-{number}": "Torget behöver en scen."})
    assert "Orden är ändrade." in page.text
    assert (await theirs(room)).text == {"sv": "Torget behöver en scen."}
    page = await send(organiser, f"edit:{number}", **{f"text-{number}": "x" * 141})
    assert "Skriv mellan 1 och 140 tecken." in page.text
    await send(organiser, **{f"verdict-{number}": "approve"})
    await says(room, "bo", *("agree",) * 5)
    shown = Page((await organiser.get(f"{PLACE}?lage=shown")).text)
    form = next(one for one in shown.forms if one.action.startswith(PLACE))
    given = {**dict(form.fields), f"text-{number}": "Nej.", "action": f"edit:{number}"}
    answer = await organiser.post(form.action, data=given, follow_redirects=True)
    assert "Någon annan har redan svarat" in answer.text
    assert (await theirs(room)).text == {"sv": "Torget behöver en scen."}


async def test_reading_first_is_switched_off_and_on(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    page = await send(organiser, "switch:say")
    assert "Nya påståenden visas genast" in page.text
    await says(room, "anna", own="Torget behöver en scen.")
    assert (await theirs(room)).state == "shown"
    assert "väntar tills någon av er" in (await send(organiser, "switch:say")).text


async def test_moderators_see_how_many_pass_only_by_the_rule_of_the_wall(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    for number in range(4):
        await says(room, f"p{number}", *("pass",) * 4)
    assert "färre än fem har svarat" in (await organiser.get(f"{PLACE}?lage=shown")).text
    await says(room, "p4", *("agree",) * 4)
    told = (await organiser.get(f"{PLACE}?lage=shown")).text
    assert told.count("5 har svarat, 80 % hoppade över") == 4
    assert "Många hoppar över" in told
    await says(room, "p5", *("agree",) * 4)
    assert told.count("80 %") == (await organiser.get(f"{PLACE}?lage=shown")).text.count("80 %")


async def test_the_wall_shows_votes_on_statements_by_fives(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    for number in range(5):
        await says(room, f"p{number}", "agree", "agree", "disagree", "pass")
    page = Page((await organiser.get("/arrangor/TORGET/vagg")).text)
    form = page.forms[0]
    answer = await organiser.post(
        form.action, data={**dict(form.fields), "act": "next"}, follow_redirects=True
    )
    assert "Håller du med?" in answer.text
    for words in ("Torget ska ha fler platser att sitta på.", "Det behövs fler träd här."):
        assert words in answer.text
    assert 'class="rows' in answer.text


def test_answers_that_came_together_and_say_the_same_are_a_burst() -> None:
    start = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
    same = {("say", str(number)): "agree" for number in range(10)}
    mixed = [
        {("say", str(at)): "agree" if (who >> at % 5) & 1 else "disagree" for at in range(10)}
        for who in range(12)
    ]
    crowd = [(start + dt.timedelta(minutes=n), same) for n in range(6)]
    others = [(start + dt.timedelta(minutes=n), votes) for n, votes in enumerate(mixed)]
    (burst,) = bursts([*others, *crowd])
    assert (burst.first, burst.people) == (start, 6)
    assert bursts([*others, *crowd[:4]]) == []
    spread = [(start + dt.timedelta(hours=n), same) for n in range(6)]
    assert bursts(spread) == []


async def test_the_store_knows_when_people_began_until_it_closes(store: Store) -> None:
    room = await dialogue(store)
    for number in range(3):
        await says(room, f"p{number}")
    sittings = await room.store.sittings(1)
    assert [len(votes) for _, votes in sittings] == [4, 4, 4]
    assert {when for when, _ in sittings} == {room.now}
    await room.store.close_survey("TORGET", room.now)
    assert await room.store.sittings(1) == []


async def test_the_reports_page_begins_with_what_people_agree_on(room: Room) -> None:
    for number in range(12):
        await says(room, f"p{number}", *("agree",) * 4)
    await room.store.close_survey("TORGET", room.now)
    made = await write_report(room.store, ReportRequest("sv", "json", code="TORGET"))
    seen = preview_of(json.loads(made), {}, partial(room.texts.say, "sv"))
    assert seen.findings[0][0] == "Samsyn"
    assert seen.findings[0][1].endswith("Håller med: 12 av 12.")
    (groups,) = (sentence for asked, sentence in seen.findings if asked == "Grupper")
    assert groups.startswith("Inga tydliga grupper kan visas. Det behövs minst 50 personer")
    assert groups.endswith("som har svarat på minst 4 påståenden var. Nu är de 12.")


async def test_the_reports_page_offers_what_there_is_and_names_what_is_held_back(
    room: Room,
) -> None:
    say = partial(room.texts.say, "sv")
    bare = {"questions": [], "themes": [], "statements": [], "groups": {}, "base": {}, "notes": []}
    held = [
        {"where": "breakdown:kind", "reason": "cell_below_k"},
        {"where": "map:place", "reason": "cell_below_k"},
        {"where": "response_by_type", "reason": "base_below_k"},
    ]
    seen = preview_of(
        {**bare, "suppressed": held}, {"kind": "Vad vill du?", "place": "Vilken plats?"}, say
    )
    assert [one.what for one in seen.held] == [
        *("Uppdelningen av ”Vad vill du?”", "Kartan till ”Vilken plats?”"),
        "Svarsfrekvensen efter organisationstyp.",
    ]
    assert seen.kept == ()
    names = {offer.name for offer in offers(room.texts, "sv", bare)}
    assert {"html", "pptx", "xlsx"} <= names
    assert not names & {"geojson", "polis"}
    both = {**bare, "places": [{}], "statements": [{}]}
    assert {"geojson", "polis"} <= {offer.name for offer in offers(room.texts, "sv", both)}


async def test_what_stands_as_before_is_not_called_hidden(room: Room) -> None:
    """A wall before closing, and nobody after it: every question is in the report."""
    asked = {"id": "useful", "turn": "", "text": "Var det till nytta?", "sentence": ""}
    since = [{"where": f"question:{name}", "reason": "since_last"} for name in ("useful", "more")]
    report = {"themes": [], "statements": [], "groups": {}, "base": {}, "notes": []}
    seen = preview_of(
        {**report, "questions": [asked], "suppressed": since},
        {"useful": "Var det till nytta?", "more": "Vad mer?"},
        partial(room.texts.say, "sv"),
    )
    assert seen.kept == ("Var det till nytta?",)
    assert [one.what for one in seen.held] == ["”Vad mer?”"]


async def test_the_status_page_counts_votes_together_and_what_waits(
    room: Room, organiser: httpx2.AsyncClient
) -> None:
    """How many, never which way: the same page whatever people think."""
    place = "/arrangor/TORGET/lage"
    before = Page((await organiser.get(place)).text)
    await says(room, "anna", "agree", "agree", "pass", "disagree", own="En scen för musik.")
    await says(room, "bo", "disagree", "disagree", "pass", "pass")
    answer = (await organiser.get(place)).text
    row = answer.split('aria-labelledby="pastaenden"')[1].split("</table>")[0]
    assert re.findall(r"</span> (\d+|–)</td>", row) == ["4", "8", "1"]
    assert 'href="/arrangor/TORGET/pastaenden">Läs dem som väntar' in answer
    assert "Röster hittills" in before.text
    assert "Läs dem som väntar" not in before.text


async def test_votes_on_a_follow_up_are_not_counted_while_one_looks_on(room: Room) -> None:
    """One vote more would tell what that person answered before."""
    survey = await room.store.survey("TORGET")
    assert survey is not None
    statements = await room.store.statements(survey.id)
    assert [one.votes for one in ballots_of(survey, statements, "sv")] == [0]
    text = (DATA / "square_statements.toml").read_text(encoding="utf-8")
    asked = text.replace('id = "say"', FOLLOWING, 1)
    branching = replace(survey, questionnaire=load_questionnaire(asked, "asked.toml"))
    assert [one.votes for one in ballots_of(branching, statements, "sv")] == [None]
