"""The rooms around a survey: rehearsal, phone test, invitation, status, paper, reports and quotes."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from web_room import PLACES, Page, Quote, Room

from bot.recordings import BACKGROUND, Recordings
from bot.rehearsing import Rehearsals
from bot.reports import FORMATS
from bot.sms import sms_length
from bot.web.studio.errands import Errands, Underway
from bot.web.studio.report_words import preview_of

EDGES = """
[background]
file = "torget.png"
north = 60.6080
south = 60.6060
west = 15.6290
east = 15.6340
"""
SWEDISH = {"accept-language": "sv"}


@pytest.fixture
async def studio(room: Room) -> AsyncIterator[httpx2.AsyncClient]:
    """A Swedish organiser who is signed in."""
    async with room.phone(**SWEDISH) as phone:
        await room.sign_in(phone)
        yield phone


async def send(
    studio: httpx2.AsyncClient, address: str, fields: dict[str, str], *, form: int = -1
) -> httpx2.Response:
    """Sends one of the page's forms, the last unless said, with these fields more; follows to the page after."""
    page = Page((await studio.get(address, follow_redirects=True)).text)
    nonce = page.forms[form].value("nonce")
    return await studio.post(address, data={"nonce": nonce, **fields}, follow_redirects=True)


# Rehearsal


async def rehearsed(room: Room, studio: httpx2.AsyncClient, code: str) -> str:
    """Starts one and waits for its people; the copy's code."""
    await send(studio, f"/arrangor/{code}/provkor", {"action": "start"})
    await send(studio, f"/arrangor/{code}/provkor", {"action": "hurry"})
    copy = await room.store.practice_of(code)
    assert copy is not None
    return copy.code


async def test_one_click_fills_a_copy_and_one_removes_it(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    survey = await room.open("session_evaluation", code="MOTEET", fill=None, invited=24)
    code = await rehearsed(room, studio, "MOTEET")
    page = await studio.get("/arrangor/MOTEET/provkor")
    assert "18 av 18 har svarat" in page.text
    assert "ÖVNINGSDATA" in page.text
    assert f"/{code}/vagg" in page.text
    assert (await room.store.counts(survey)).begun == 0
    gone = await send(studio, "/arrangor/MOTEET/provkor", {"action": "remove"})
    assert "Inget av den finns kvar" in gone.text
    assert await room.store.survey(code) is None
    assert (await studio.get(f"/{code}")).status_code == 404


async def test_a_rehearsal_is_in_no_list_and_says_what_it_is_on_every_page(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    await room.open("session_evaluation", code="MOTEET", fill=None, series="dalalab")
    code = await rehearsed(room, studio, "MOTEET")
    assert code not in (await studio.get("/arrangor")).text
    led = await studio.get(f"/arrangor/{code}")
    assert led.headers["location"] == "/arrangor/MOTEET/provkor"
    report = await studio.get(f"/arrangor/{code}/rapporter")
    assert "ÖVNINGSDATA" in report.text
    file = await studio.get(f"/arrangor/{code}/rapport/fil?format=json")
    assert "%C3%96VNINGSDATA" in file.headers["content-disposition"]
    assert "ÖVNINGSDATA" in file.json()["notes"][0]
    series = await studio.get("/arrangor/serie/dalalab/fil?format=json")
    assert series.json()["base"]["answered"] == 0


async def test_a_copy_has_the_picture_of_the_place_and_leaves_none_behind(
    room: Room, studio: httpx2.AsyncClient, tmp_path: Path
) -> None:
    room.service.recordings = Recordings(tmp_path)
    await room.open(code="TORGET", fill=PLACES + EDGES)
    room.service.recordings.keep("TORGET", {BACKGROUND: b"a picture"})
    code = await rehearsed(room, studio, "TORGET")
    assert (await studio.get(f"/{code}/bild")).content == b"a picture"
    await send(studio, "/arrangor/TORGET/provkor", {"action": "remove"})
    assert folders_in(tmp_path) == ["TORGET"]


def folders_in(place: Path) -> list[str]:
    return [each.name for each in place.iterdir() if each.is_dir()]


async def test_starting_again_replaces_the_copy(room: Room, studio: httpx2.AsyncClient) -> None:
    first = await rehearsed(room, studio, "ABCDEF")
    second = await rehearsed(room, studio, "ABCDEF")
    assert await room.store.survey(first) is None
    assert (await room.desk.counts(second)).begun == 18


async def test_a_rehearsal_that_the_server_did_not_survive_says_so_and_is_removed_all_the_same(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    room.desk.rehearsals = Rehearsals(room.service, spread=3600)
    await send(studio, "/arrangor/ABCDEF/provkor", {"action": "start"})
    assert "De kommer en i taget" in (await studio.get("/arrangor/ABCDEF/provkor")).text
    await room.desk.rehearsals.stop()
    assert "stannade innan alla" in (await studio.get("/arrangor/ABCDEF/provkor")).text
    await send(studio, "/arrangor/ABCDEF/provkor", {"action": "remove"})
    assert await room.store.practice_of("ABCDEF") is None


async def test_a_copy_that_nobody_removes_goes_after_a_day(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    await rehearsed(room, studio, "ABCDEF")
    await room.desk.rehearsals.forget()
    assert await room.store.practice_of("ABCDEF") is not None
    room.now += dt.timedelta(days=2)
    await room.desk.rehearsals.forget()
    assert await room.store.practice_of("ABCDEF") is None


# Phone test


async def test_a_phone_that_comes_is_told_of_and_nothing_else_is_kept(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    page = await studio.get("/arrangor/ABCDEF/telefon")
    assert "Väntar på en telefon" in page.text
    assert "198.51.100.7" in page.text
    number = re.search(r"/prov/(\w+)", page.text)[1]
    again = f"/arrangor/ABCDEF/telefon?prov={number}"
    await studio.get(f"/prov/{number}")
    assert "i den här webbläsaren" in (await studio.get(again)).text
    async with room.phone(**SWEDISH) as phone:
        assert "Det fungerar!" in (await phone.get(f"/prov/{number}")).text
        assert (await phone.get("/prov/0123456789abcdef")).status_code == 404
    reached = await studio.get(again)
    assert "En telefon har nått adressen" in reached.text
    assert 'http-equiv="refresh"' not in reached.text


# Invitation


@pytest.mark.parametrize(
    ("text", "alphabet", "parts"),
    [
        ("", "GSM-7", 0),
        ("å" * 160, "GSM-7", 1),
        ("å" * 161, "GSM-7", 2),
        ("€" * 80, "GSM-7", 1),
        ("€" * 81, "GSM-7", 2),
        ("س" * 70, "UCS-2", 1),
        ("س" * 71, "UCS-2", 2),
        ("😀" * 35, "UCS-2", 1),
    ],
)
def test_a_text_message_is_counted_as_it_is_charged(text: str, alphabet: str, parts: int) -> None:
    length = sms_length(text)
    assert (length.alphabet, length.parts, length.characters) == (alphabet, parts, len(text))


async def test_an_invitation_says_who_where_how_long_until_when_and_that_it_is_voluntary(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    closes = room.now.replace(day=30)
    await room.open("session_evaluation", code="MOTEET", fill=None, closes=closes)
    page = Page((await studio.get("/arrangor/MOTEET/inbjudan")).text)
    for said in ("Region Dalarna frågar", "https://fraga.example/MOTEET", "en minut", "frivilligt"):
        assert page.written.count(said) >= 3, said
    assert "30 november 2026 klockan 10.00" in page.written
    english = Page((await studio.get("/arrangor/MOTEET/inbjudan?sprak=en")).text)
    assert "Answering is voluntary" in english.written


# Status


async def test_status_tells_how_many_and_where_they_stand_but_no_time_under_five(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    await room.open("session_evaluation", code="MOTEET", fill=None, invited=24)
    empty = (await studio.get("/arrangor/MOTEET/lage")).text
    assert re.search(r"<strong>0</strong> <span>av 24 har svarat", empty)
    assert "<dd>–</dd>" in empty
    code = await rehearsed(room, studio, "MOTEET")
    full = (await studio.get(f"/arrangor/{code}/lage")).text
    assert re.search(r"<strong>18</strong> <span>av 24 har svarat", full)
    assert "under 1 min" in full
    assert 'http-equiv="refresh"' in full
    assert 'http-equiv="refresh"' not in (await studio.get(f"/arrangor/{code}/lage?paus=1")).text


# Paper


async def test_a_paper_form_is_kept_as_paper_once_and_can_be_taken_back(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    survey = await room.open("session_evaluation", code="MOTEET", fill=None)
    page = Page((await studio.get("/arrangor/MOTEET/papper")).text)
    written = [name for name, _ in page.forms[-1].fields if name.endswith("-answer")]
    filled = {
        "nonce": page.forms[-1].value("nonce"),
        "action": "save",
        "q0-answer": "high",
        **dict.fromkeys(written, "Mer tid för samtal"),
    }
    for _ in range(2):  # a double click
        saved = await studio.post("/arrangor/MOTEET/papper", data=filled, follow_redirects=True)
    assert "Svaret är sparat" in saved.text
    assert await room.store.sources(survey.id) == {"paper": 1}
    assert (await room.store.counts(survey)).complete == 1
    empty = {"nonce": Page(saved.text).forms[-1].value("nonce"), "action": "save"}
    assert "Ångra" not in (await studio.post("/arrangor/MOTEET/papper", data=empty)).text
    undone = await send(studio, "/arrangor/MOTEET/papper", {"action": "undo"}, form=0)
    assert "borttaget" in undone.text
    assert (await room.store.counts(survey)).begun == 0


async def test_a_paper_form_with_a_mistake_keeps_what_was_written_and_saves_nothing(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    page = Page((await studio.get("/arrangor/ABCDEF/papper")).text)
    number = next(name for name, _ in page.forms[-1].fields if name.endswith("year"))
    place = number.removesuffix("year")
    wrong = {f"{place}answer": "inget tal", "q1-answer": "high", "action": "save"}
    refused = await send(studio, "/arrangor/ABCDEF/papper", wrong)
    assert refused.status_code == 422
    assert "Inget är sparat ännu" in refused.text
    assert 'value="inget tal"' in refused.text
    assert "high" in Page(refused.text).checked
    survey = await room.store.survey("ABCDEF")
    assert survey is not None
    assert (await room.store.counts(survey)).begun == 0


# Reports and errands


async def test_the_report_page_says_what_is_held_back_and_why(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    await room.open("session_evaluation", code="MOTEET", fill=None)
    page = (await studio.get("/arrangor/MOTEET/rapporter")).text
    assert "Hela rapporten." in page
    assert "Färre än fem har svarat." in page


def test_every_format_has_a_name_on_the_page(room: Room) -> None:
    for name in FORMATS:
        assert room.texts.knows(f"live-format-{name.replace('.', '-')}-about")


async def test_an_errand_is_begun_once_and_fetched_when_it_is_done() -> None:
    now, begun, gate, done = 0.0, 0, asyncio.Event(), asyncio.Event()
    errands = Errands(patience=0, clock=lambda: now)

    async def work() -> str:
        nonlocal begun
        begun += 1
        await gate.wait()
        done.set()
        return "made"

    first = await errands.fetch(("pdf", "ABCDEF"), work)
    now = 4.0
    second = await errands.fetch(("pdf", "ABCDEF"), work)
    assert isinstance(first, Underway)
    assert isinstance(second, Underway)
    assert (first.percent, second.percent) == (0, 50)
    gate.set()
    await done.wait()
    assert await errands.fetch(("pdf", "ABCDEF"), work) == "made"
    assert begun == 1


# Quotes


async def test_quotes_are_decided_those_to_look_at_first_and_the_last_save_is_undone(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    room.desk.lines = [Quote("q1", "Mer tid"), Quote("q3", "Maten")]
    room.desk.lines.append(Quote("q2", "Ring Anna", warning="Ett namn?"))
    page = (await studio.get("/arrangor/ABCDEF/citat")).text
    assert page.index("Ring Anna") < page.index("Mer tid")
    assert "Väntar: 3" in page
    decided = {"quote-q1": "approve", "quote-q2": "hide", "quote-q3": "wait", "action": "save"}
    forged = await studio.post("/arrangor/ABCDEF/citat", data={**decided, "nonce": "x"})
    assert (forged.status_code, room.desk.decisions) == (403, [])
    saved = await send(studio, "/arrangor/ABCDEF/citat", decided)
    assert room.desk.decisions == [("ABCDEF", ["q1"], ["q2"])]
    assert "Besluten är sparade" in saved.text
    await send(studio, "/arrangor/ABCDEF/citat", {"action": "undo"}, form=0)
    assert sorted(room.desk.waiting_again) == ["q1", "q2"]


async def test_two_hundred_quotes_come_a_page_at_a_time_and_are_hidden_a_page_at_a_time(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    room.desk.lines = [
        Quote(f"q{number}", f"Citat {number}", theme="Mat" if number % 2 else "Samtal")
        for number in range(200)
    ]
    page = await studio.get("/arrangor/ABCDEF/citat?tema=Mat")
    assert page.text.count("<q>") == 25
    assert "25 av 100 citat" in page.text
    form = Page(page.text).forms[-1]
    fields = {name: value for name, value in form.fields if name.startswith("was-")}
    shown = {name.replace("was-", "quote-"): "wait" for name in fields}
    await studio.post(
        "/arrangor/ABCDEF/citat?tema=Mat",
        data={"nonce": form.value("nonce"), **fields, **shown, "action": "hide_all"},
    )
    assert len(room.desk.decisions[0][2]) == 25


# A file of one's own

EXPORT = "Nytta;Vad ska vi behålla?;E-post\n" + "".join(
    f"{1 + number % 5};Samtalen i grupp {number} var bra;person{number}@example.se\n"
    for number in range(12)
)


async def bring(studio: httpx2.AsyncClient, content: bytes, name: str) -> httpx2.Response:
    page = Page((await studio.get("/arrangor/egen-fil")).text)
    nonce = page.forms[-1].value("nonce")
    return await studio.post(
        "/arrangor/egen-fil",
        data={"nonce": nonce},
        files={"fil": (name, content)},
        follow_redirects=True,
    )


async def test_a_file_is_read_reported_on_and_forgotten(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    shown = await bring(studio, EXPORT.encode(), "export.csv")
    place = str(shown.url.path)
    assert "12 svar i filen" in shown.text
    assert "kan visa vem som svarar" in shown.text
    assert "example.se" not in shown.text
    report = await studio.get(f"{place}/fil?format=json")
    assert report.json()["base"]["answered"] == 12
    assert "person1@" not in report.text
    async with room.phone(**SWEDISH) as other:
        await room.sign_in(other)
        assert "Filen finns inte kvar" in (await other.get(place)).text
    gone = await send(studio, place, {"action": "forget"}, form=0)
    assert "borttagen ur minnet" in gone.text
    assert "Filen finns inte kvar" in (await studio.get(place)).text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Filen är tom"),
        (b"%PDF-1.7 ...", "ett PDF-dokument"),
        (b"PK\x03\x04 not a workbook", "Filen"),
        (b"Nytta;Kommentar\n", "inga svar"),
        (b"\x00\x01\x02\x03" * 99, "Filen är ingen tabell"),
    ],
)
async def test_a_file_that_is_no_table_is_told_so_with_what_to_do(
    studio: httpx2.AsyncClient, content: bytes, told: str
) -> None:
    refused = await bring(studio, content, "konstig.csv")
    assert refused.status_code == 422
    assert told in Page(refused.text).alert


def test_a_series_page_has_what_the_organiser_wrote_of_each_meeting() -> None:
    themes = [{"sentence": "Det gick att säga som det är (3 av 8 svar; arrangörens mening)"}]
    report = {"base": {}, "questions": [], "statements": [], "groups": {}, "suppressed": [], "notes": [],
              "themes": [], "meetings": [{"survey": "ETT", "title": "Träff 1", "themes": themes}]}  # fmt: skip
    shown = preview_of(report, {}, lambda text_id, **_: text_id).themes
    assert shown == (f"Träff 1: {themes[0]['sentence']}",)
