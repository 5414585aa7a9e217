"""The studio's rooms of themes and translations: plain forms, nothing typed is lost, the log says who."""

from __future__ import annotations

import io

import httpx2
import openpyxl
import pytest
from hand_people import meeting, write
from studio_forms import SWEDISH, Desktop
from web_room import Quote, Room

from bot.hand import theme_bench
from bot.outcomes import Who
from bot.reports import ReportRequest, published_report
from bot.web.studio.door import Role
from surveys.deciding import Move, Rename, Sentence, Split
from surveys.store.acting import Deed, acting

THEMES = "/arrangor/TRAFF1/teman"
QUEUE = "/arrangor/TRAFF1/oversattning"


@pytest.fixture
async def studio(room: Room, organiser: httpx2.AsyncClient) -> httpx2.AsyncClient:
    await meeting(room, "TRAFF1")
    return organiser


async def look(studio: httpx2.AsyncClient, address: str) -> httpx2.Response:
    """A page, when the bar before it has gone."""
    while "Strax klart" in (page := await studio.get(address)).text:
        pass
    return page


async def send(
    studio: httpx2.AsyncClient,
    address: str,
    act: str,
    answers: list[str] | None = None,
    **typed: str,
) -> httpx2.Response:
    """The form on the page that does this, filled in and sent."""
    page = Desktop((await look(studio, address)).text)
    form = next(one for one in page.forms if ("act", act) in one.fields)
    data = {**dict(form.fields), **typed, **({"answer": answers} if answers else {})}
    return await studio.post(form.action, data=data)


async def decisions(room: Room) -> list[object]:
    survey = await room.store.survey("TRAFF1")
    assert survey is not None
    return [one.decision for one in await room.store.theme_decisions(survey.id)]


async def answer_of(room: Room, text: str) -> str:
    bench = await theme_bench(room.store, await room.store.survey_named("TRAFF1"), "sv")
    said = (*bench.other, *(one for theme in bench.themes for one in theme.answers))
    return next(one.id for one in said if one.text == text)


async def test_a_theme_is_renamed_worded_and_both_are_undone(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    done = await send(studio, f"{THEMES}/climate", "rename", text="Att våga tala")
    assert done.headers["location"] == f"{THEMES}/climate?klart=rename"
    await send(studio, f"{THEMES}/climate", "sentence", text="Samtalet var öppet")
    assert await decisions(room) == [
        Rename("climate", "Att våga tala", "sv"),
        Sentence("climate", "Samtalet var öppet", 3, 10),
    ]
    page = (await look(studio, THEMES)).text
    assert "Samtalet var öppet (3 av 10 svar; arrangörens mening)" in page
    assert "Kim bytte namn på Samtalsklimat" in page
    for _ in range(2):
        form = Desktop((await look(studio, THEMES)).text).forms[-1]
        number = dict(form.buttons)["number"]
        await studio.post(form.action, data={**dict(form.fields), "number": number})
    assert await decisions(room) == []
    again = await studio.post(form.action, data={**dict(form.fields), "number": number})
    assert again.status_code == 409
    log = [(each.name, each.what, each.survey) for _, each in await room.store.deeds()]
    assert log.count(("Kim", "themes-act", "TRAFF1")) == 2
    assert log.count(("Kim", "themes-undo", "TRAFF1")) == 2


async def test_answers_are_moved_and_made_a_theme_of_their_own(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    zebra = await answer_of(room, "Zebrorna var randiga")
    await send(studio, f"{THEMES}/other", "move", [zebra], target="climate")
    moved = await send(
        studio, f"{THEMES}/climate", "move", [zebra], target="new", label="Djur", words="giraff*\n"
    )
    assert moved.headers["location"].endswith("?klart=split")
    first, second = await decisions(room)
    assert first == Move("", "climate", (zebra,))
    assert isinstance(second, Split)
    assert (second.label, second.words, second.answers) == ("Djur", ("giraff*",), (zebra,))
    page = (await look(studio, f"{THEMES}/{second.new}")).text
    assert "Zebrorna var randiga" in page
    assert "hör hit för: arrangören" in page


async def test_what_cannot_be_done_is_told_with_what_was_typed(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    quoted = await send(studio, f"{THEMES}/climate", "sentence", text="De sa ”öppet”")
    assert quoted.status_code == 422
    assert "Ta bort citattecknen" in quoted.text
    assert "De sa ”öppet”</textarea>" in quoted.text
    twice = await send(studio, f"{THEMES}/climate", "rename", text=" materialet ")
    assert "Det finns redan ett tema som heter ”materialet”" in twice.text
    unchosen = await send(studio, f"{THEMES}/climate", "merge", target="")
    assert "Välj ett tema i listan." in unchosen.text
    nothing = await send(studio, f"{THEMES}/climate", "move", target="new", label="Nytt")
    assert 'value="Nytt"' in nothing.text
    forged = await studio.post(
        f"{THEMES}/climate", data={"act": "rename", "text": "X", "nonce": "x"}
    )
    assert forged.status_code == 403
    assert await decisions(room) == []
    gone = await look(studio, f"{THEMES}/no_such")
    assert Desktop(gone.text).heading == "Teman"


async def test_translations_are_written_corrected_and_taken_back(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    assert "3 svar på andra språk har ingen läst" in (await look(studio, THEMES)).text
    page = Desktop((await look(studio, QUEUE)).text)
    form = page.forms[-1]
    fields = {name: "" for name, _ in form.fields if name.startswith("text-")}
    first = await answer_id(room, "مناخ حوار مفتوح")
    assert f"text-{first}" in fields
    nonce = {"nonce": form.value("nonce")}
    texts = {**fields, f"text-{first}": "Öppet samtalsklimat här"}
    saved = await studio.post(form.action, data={**nonce, **texts})
    assert saved.headers["location"] == f"{QUEUE}?sparat=1"
    assert "översatt av Kim" in (await look(studio, QUEUE)).text
    theme = (await look(studio, f"{THEMES}/climate")).text
    assert "مناخ حوار مفتوح" in theme
    assert "Översatt av en människa: Öppet samtalsklimat här" in theme
    report = await published_report(
        room.store, ReportRequest("sv", "json", code="TRAFF1"), room.now
    )
    assert "2 svar har ingen läst" in report.decode()
    await studio.post(form.action, data={**nonce, **fields})
    survey = await room.store.survey("TRAFF1")
    assert survey is not None
    assert await room.store.translations(survey.id) == {}


async def test_the_quotes_say_who_decided(room: Room, studio: httpx2.AsyncClient) -> None:
    survey = await room.store.survey("TRAFF1")
    assert survey is not None
    room.desk.lines = [Quote("q1", "Öppet samtalsklimat", state="approved")]
    with acting(Deed("Lo", "organiser", "quotes-decide", room.now, "TRAFF1")):
        await room.store.decide_quotes(survey.id, ["q1"], [], room.now)
    page = (await look(studio, "/arrangor/TRAFF1/citat?lage=approved")).text
    assert "bestämt av Lo, 2026-11-23" in page


async def test_a_sheet_goes_out_and_comes_in_and_a_wrong_one_is_told(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    sheet = await studio.get(f"{QUEUE}/fil")
    assert (
        sheet.headers["content-disposition"] == 'attachment; filename="TRAFF1-att-oversatta.xlsx"'
    )
    book = openpyxl.load_workbook(io.BytesIO(sheet.content))
    for row in book.worksheets[0].iter_rows(min_row=2):
        row[4].value = "Mer tid"
    written = io.BytesIO()
    book.save(written)
    form = next(
        one
        for one in Desktop((await look(studio, QUEUE)).text).forms
        if one.action.endswith("/fil")
    )
    nonce = {"nonce": form.value("nonce")}
    for content, status in ((b"PK\x03\x04", 422), (b"", 422), (b"namn;svar\na;b\n", 422)):
        wrong = await studio.post(form.action, data=nonce, files={"fil": ("f.xlsx", content)})
        assert (wrong.status_code, 'role="alert"' in wrong.text) == (status, True)
    taken = await studio.post(
        form.action, data=nonce, files={"fil": ("f.xlsx", written.getvalue())}
    )
    assert taken.headers["location"] == f"{QUEUE}?sparat=3"
    assert "Alla svar är översatta" in (await look(studio, QUEUE)).text


async def test_a_reader_meets_a_locked_door_and_few_answers_are_shown_to_nobody(room: Room) -> None:
    await room.open("session_evaluation", "TRAFF2", fill=None)
    await write(room, "TRAFF2", "ensam", keep="Hemligheten")
    async with room.phone(**SWEDISH) as phone:
        await room.sign_in(phone, Role.READER, "Lo")
        for address in ("teman", "teman/other", "oversattning", "oversattning/fil"):
            assert (await phone.get(f"/arrangor/TRAFF2/{address}")).status_code == 403
    async with room.phone(**SWEDISH) as phone:
        await room.sign_in(phone, Role.ORGANISER, "Kim")
        page = (await look(phone, "/arrangor/TRAFF2/teman")).text
        assert "Färre än fem har svarat" in page
        assert "Hemligheten" not in page


async def answer_id(room: Room, text: str) -> str:
    queue = await room.desk.hand.translations("TRAFF1")
    return next(one.id for one in queue.answers if one.text == text)


async def test_a_decision_that_takes_its_time_waits_behind_a_bar_and_nothing_typed_is_lost(
    room: Room, studio: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"{THEMES}/climate"
    page = Desktop((await look(studio, address)).text)
    form = next(one for one in page.forms if ("act", "rename") in one.fields)
    monkeypatch.setattr(room.errands, "_patience", 0)
    sent = await studio.post(address, data={**dict(form.fields), "text": "Ring 070-123 45 67"})
    assert sent.status_code == 303
    told = await look(studio, sent.headers["location"])
    assert told.status_code == 422
    assert 'value="Ring 070-123 45 67"' in told.text
    sent = await studio.post(address, data={**dict(form.fields), "text": "Att våga tala"})
    done = await look(studio, sent.headers["location"])
    assert done.headers["location"] == f"{address}?klart=rename"
    assert await decisions(room) == [Rename("climate", "Att våga tala", "sv")]


async def test_the_workbench_is_made_anew_when_an_answer_is_new_or_erased(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    async def people() -> int:
        survey = await room.store.survey_named("TRAFF1")
        theme = (await theme_bench(room.store, survey, "sv")).theme("climate")
        return theme.people if theme is not None else 0

    before = await people()
    await write(room, "TRAFF1", "late", keep="Öppet samtalsklimat")
    assert await people() == before + 1
    await room.service.erase(Who("TRAFF1", "paper", "late"))
    assert await people() == before


async def test_what_is_closed_or_disposed_of_waits_for_nobody(
    room: Room, studio: httpx2.AsyncClient
) -> None:
    await room.open(code="TRAFF2")
    await room.store.close_survey("TRAFF2", room.now)
    page = (await look(studio, "/arrangor/TRAFF2/teman")).text
    assert "Färre än fem har svarat." in page
    assert "till innan" not in page
    await room.store.purge("TRAFF2", "KS 2026/9", room.now)
    page = (await look(studio, "/arrangor/TRAFF2/teman")).text
    assert "Svaren är gallrade enligt beslut." in page
    assert "ett tema" not in page
