"""How drafts come and go: new, from files, published and compared, thrown away."""

from __future__ import annotations

import httpx2
from draft_desk import Desk, nonce
from web_room import NOTICE, Room

from bot.opening import open_survey
from bot.shelf import Shelf
from bot.wishes import Opening
from surveys.questionnaire.loading import library_questionnaire, load_questionnaire
from surveys.questionnaire.xlsform.workbook import workbook


async def test_a_new_draft_can_be_used_at_once(desk: Desk) -> None:
    page = (await desk.phone.get("/arrangor/bibliotek")).text
    made = await desk.phone.post("/arrangor/bibliotek/ny", data={"nonce": nonce(page)})
    desk.address = made.headers["location"]
    for kind in ("single", "scale", "yes_no", "matrix", "number", "note"):
        await desk.send("", await desk.get(), act="add", kind=kind)
    page = await desk.get()
    assert "<h1>Ny enkät</h1>" in page
    assert "Texten saknas på svenska" in page
    for _ in range(6):
        await desk.send("", await desk.get(), act="remove-1")
    assert 'class="phone"' in await desk.get("/visa")


async def upload(desk: Desk, name: str, content: bytes) -> httpx2.Response:
    page = (await desk.phone.get("/arrangor/bibliotek")).text
    files = {"file": (name, content)}
    return await desk.phone.post(
        "/arrangor/bibliotek/ladda", data={"nonce": nonce(page)}, files=files
    )


async def test_files_become_drafts_and_say_what_did_not_come_along(desk: Desk) -> None:
    form = library_questionnaire("homework")
    own = await upload(desk, "homework.xlsx", workbook(form))
    desk.address = own.headers["location"]
    assert load_questionnaire((await desk.draft()).body, "x") == form
    broken = await upload(desk, "min.toml", b"title = [")
    desk.address = broken.headers["location"]
    assert "inte giltig TOML" in await desk.get("/text")
    partly = await upload(
        desk, "form.csv", b"type,name,label\ntext,a,Hur var det?\nbarcode,b,Skanna\n"
    )
    assert partly.status_code == 200
    assert "Lästa rader: 2. Med i utkastet: 1." in partly.text
    assert "survey, 3" in partly.text
    nothing = await upload(desk, "bild.xlsx", b"\x89PNG no spreadsheet")
    assert nothing.status_code == 422
    empty = await upload(desk, "tom.csv", b"")
    assert "Filen är tom" in (await desk.phone.get(empty.headers["location"])).text


async def test_a_file_that_is_far_too_long_is_refused_in_words_and_kept_nowhere(
    desk: Desk, room: Room
) -> None:
    """Each look at the shelf reads every draft: a huge one would stop whoever answers just then."""
    huge = b"x = 1\n" * 60_000
    sent = await upload(desk, "min.toml", huge)
    told = (await desk.phone.get(sent.headers["location"])).text
    assert "Det är för långt för en enkät: högst 300" in told
    assert await room.store.drafts() == []
    await desk.copy()
    before = (await desk.draft()).body
    refused = await desk.send("/text", await desk.get("/text"), body=huge.decode())
    assert refused.status_code == 422
    assert "Det är för långt för en enkät" in refused.text
    assert "x = 1\nx = 1" in refused.text
    assert (await desk.draft()).body == before


async def test_a_kind_that_nobody_knows_is_a_mistake_to_mend_and_no_failure(desk: Desk) -> None:
    sent = await upload(desk, "min.toml", b"id = 'x'\n[[question]]\nid = 'a'\nkind = 'nope'\n")
    desk.address = sent.headers["location"]
    page = await desk.get("/fraga/1")
    assert '<option value="nope" selected>nope</option>' in page
    await desk.save("/fraga/1", kind="text", text__sv="Hur var det?")
    assert 'kind = "text"' in (await desk.draft()).body


async def test_a_published_version_is_frozen_named_and_compared(desk: Desk, room: Room) -> None:
    await desk.copy()
    await desk.save("/om", title__sv="Vår egen utvärdering")
    sent = await desk.send("/publicera", await desk.get("/publicera"))
    own = sent.headers["location"].partition("?")[0]
    assert "Publicerad." in (await desk.phone.get(sent.headers["location"])).text
    shelf = (await desk.phone.get("/arrangor/bibliotek")).text
    assert "Vår egen utvärdering" in shelf
    assert "Utkast</h2>" not in shelf

    entry = await Shelf(room.store).find(own.rpartition("/")[2])
    assert entry is not None
    opening = Opening("Träff 9", entry.source, "own.toml", notice=NOTICE, code="EGENAA")
    survey = await open_survey(room.store, opening, now=room.now)
    assert survey.version == entry.questionnaire.version()

    page = (await desk.phone.get(own)).text
    again = await desk.phone.post(f"{own}/kopiera", data={"nonce": nonce(page)})
    assert again.headers["location"] == desk.address
    await answer(room, "EGENAA")
    await desk.save("/fraga/1", text__sv="Var det bra?", act="done")
    await desk.send("", await desk.get(), act="remove-4")
    told = await desk.get("/publicera")
    assert "har fått en ny lydelse. Serien bryts här." in told
    assert "1 svar går inte längre att jämföra med nya." in told
    assert "Frågan ”Vad ska vi behålla? Skriv gärna varför.” är borta." in told
    await desk.send("/publicera", told)
    assert len(await room.store.publications()) == 2
    assert (await room.store.survey("EGENAA")) == survey


async def answer(room: Room, code: str) -> None:
    """Somebody answers the first question of a survey."""
    from web_room import Visitor

    async with room.phone() as phone:
        visitor = Visitor(phone, code)
        await visitor.begin()
        await visitor.press("next", "high")


async def test_the_name_of_a_questionnaire_that_ships_is_taken(desk: Desk) -> None:
    await desk.copy()
    await desk.save("/om", id="homework")
    page = await desk.get("/publicera")
    assert "används av en enkät som följer med" in page
    sent = await desk.phone.post(
        f"{desk.address}/publicera",
        data={"nonce": nonce(await desk.get()), "revision": (await desk.draft()).revision},
    )
    assert sent.status_code == 422
    assert await desk.room.store.publications() == []


async def test_a_draft_is_thrown_only_when_one_is_sure(desk: Desk) -> None:
    await desk.copy()
    page = await desk.get()
    await desk.phone.post(f"{desk.address}/bort", data={"nonce": nonce(page)})
    assert (await desk.draft()).revision == 1
    await desk.phone.post(f"{desk.address}/bort", data={"nonce": nonce(page), "sure": "1"})
    assert (await desk.phone.get(desk.address)).status_code == 404
