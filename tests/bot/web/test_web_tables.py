"""Tables, rankings, shares, documents and names as forms; pausing and going on from another device."""

from __future__ import annotations

import re
from pathlib import Path

from web_room import Page, Room, Visitor

from bot.recordings import Recordings
from bot.web.limiting import RECEIPT

SWEDISH = {"accept-language": "sv"}
PDF = b"%PDF-1.7\n%%EOF"
SENT: dict[str, dict[str, str]] = {
    "order": {"rank-trees": "2", "rank-paths": "1"},
    "money": {"amount-trees": "60", "amount-paths": "40"},
}


def question(page: Page) -> str:
    return page.forms[0].value("question") if page.forms else ""


def cells(visitor: Visitor) -> list[str]:
    """The names of a table's groups of radio buttons, in order."""
    return list(dict.fromkeys(re.findall(r'name="(cell-[^"]+)"', visitor.response.text)))


async def at(visitor: Visitor, wanted: str) -> Page:
    """Begun as a group, with everything before the question passed over."""
    await visitor.begin()
    await visitor.press("next", "Grupp 4")
    while question(visitor.page) != wanted:
        await visitor.press("skip")
    return visitor.page


async def answer(visitor: Visitor, option: str) -> Page:
    """One page answered as a person would: every row of a table, else the question's own fields."""
    here = question(visitor.page)
    if rows := cells(visitor):
        return await visitor.press("next", **dict.fromkeys(rows, option))
    if here in SENT:
        return await visitor.press("next", **SENT[here])
    if here == "paper":
        return await visitor.press("next", files={"answer": ("plan.pdf", PDF)})
    return await visitor.press(
        "next", {"weight": "p1", "priority": "p1", "indicator": "waste"}.get(here, "58 (2021)")
    )


def at_the_end(page: Page) -> bool:
    return "Tack!" in page.heading


async def join(visitor: Visitor, receipt: str, code: str) -> Page:
    """Writes a receipt code on the page that asks who begins."""
    page = await visitor.look()
    nonce = page.forms[1].value("nonce")
    sent = await visitor.phone.post(
        f"/{code}/fortsatt", data={"nonce": nonce, "receipt": receipt}, follow_redirects=True
    )
    visitor.response, visitor.page = sent, Page(sent.text)
    return visitor.page


async def receipt_on_pause(visitor: Visitor, code: str) -> str:
    text = (await visitor.phone.get(f"/{code}/paus")).text
    found = re.search(r'class="slip">([^<]+)<', text)
    assert found is not None
    return found[1]


async def test_every_kind_and_loop_is_finished_with_forms_alone(room: Room) -> None:
    await room.open("every_loop", code="SLINGA", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "SLINGA")
        await visitor.begin()
        for _ in range(30):
            if at_the_end(visitor.page):
                break
            await answer(visitor, "negative" if question(visitor.page) == "effect" else "good")
        assert at_the_end(visitor.page)
        for said in ("1. Gångvägar, 2. Träd", "Träd: 60", "plan.pdf", "Bara du ser det här"):
            assert said in visitor.page.text
    assert (await room.desk.counts("SLINGA")).complete == 1


async def test_the_matrix_is_paused_resumed_on_another_device_and_finished(room: Room) -> None:
    await room.open("consequence_matrix", code="MATRIS", fill=None)
    async with room.phone(**SWEDISH) as first, room.phone(**SWEDISH) as second:
        one, two = Visitor(first, "MATRIS"), Visitor(second, "MATRIS")
        await one.begin()
        for _ in range(6):
            await answer(one, "positive")
        paused_at = question(one.page), one.page.forms[0].value("turn")
        page = await join(two, (await receipt_on_pause(one, "MATRIS")).lower(), "MATRIS")
        assert (question(page), page.forms[0].value("turn")) == paused_at
        for _ in range(40):
            if at_the_end(two.page):
                break
            await answer(two, "negative")
        page = await one.resume()
        assert at_the_end(page)
        assert page.text.count("Positivt") >= 12
        assert len(page.forms) > 60
    counts = await room.desk.counts("MATRIS")
    assert (counts.begun, counts.complete) == (1, 1)


async def test_rows_left_out_are_passed_over_and_the_table_comes_back_filled(room: Room) -> None:
    await room.open("every_loop", code="SLINGA", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "SLINGA")
        await at(visitor, "place_quality")
        page = await visitor.press("next", **{"cell-light": "good"})
        assert question(page) == "order"
        page = await visitor.press("back")
        assert page.checked == ["good"]


async def test_skipping_keeps_what_is_filled_in(room: Room) -> None:
    await room.open("every_loop", code="SLINGA", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "SLINGA")
        await at(visitor, "place_quality")
        assert question(await visitor.press("skip", **{"cell-noise": "bad"})) == "order"
        assert (await visitor.press("back")).checked == ["bad"]


async def test_a_refused_table_keeps_everything_filled_and_an_empty_one_is_told(room: Room) -> None:
    await room.open("every_loop", code="SLINGA", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "SLINGA")
        await at(visitor, "place_quality")
        page = await visitor.press("next", **{"cell-light": "good", "cell-noise": "loud"})
        assert visitor.response.status_code == 422
        assert page.checked == ["good"]
        page = await visitor.press("next")
        assert page.alert == "Välj ett av svaren här under."


async def test_other_programs_may_answer_row_by_row_or_with_addressed_answers(room: Room) -> None:
    await room.open("every_loop", code="SLINGA", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "SLINGA")
        page = await at(visitor, "effect")
        turn = page.forms[0].value("turn").partition("/")[0]
        page = await visitor.press("next", "positive", turn=f"{turn}/long")
        assert (question(page), page.checked) == ("effect", ["positive"])
        page = await visitor.press("next", f"{turn}/short:none", f"{turn}/long:negative")
        assert question(page) in {"why", "weight"}
        assert (await visitor.press("back")).checked == ["none", "negative"]


async def test_two_lines_on_one_place_are_told_and_kept(room: Room) -> None:
    await room.open("every_loop", code="SLINGA", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "SLINGA")
        await at(visitor, "order")
        page = await visitor.press("next", **{"rank-trees": "1", "rank-lamps": "1"})
        assert "Två rader har samma plats" in page.alert
        assert visitor.response.text.count("<option selected>1</option>") == 2
        assert question(await visitor.press("next", "lamps", "trees")) == "money"


async def test_shares_that_do_not_add_up_are_told_with_the_sum(room: Room) -> None:
    await room.open("every_loop", code="SLINGA", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "SLINGA")
        await at(visitor, "money")
        page = await visitor.press("next", **{"amount-trees": "60", "amount-paths": "30"})
        assert page.alert == "Det blir 90 tillsammans. Det ska bli 100."
        assert dict(page.forms[0].fields)["amount-trees"] == "60"


async def test_a_document_of_the_wrong_kind_is_told(room: Room) -> None:
    await room.open("every_loop", code="SLINGA", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "SLINGA")
        await at(visitor, "paper")
        page = await visitor.press("next", files={"answer": ("prog.exe", b"MZ")})
        assert "pdf, docx" in page.alert
        page = await visitor.press("next", files={"answer": ("stor.pdf", b"x" * 10_200_000)})
        assert "högst 10 MB" in page.alert


async def test_a_group_says_its_name_before_anything_else(room: Room) -> None:
    await room.open("homework", code="GRUPPEN", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "GRUPPEN")
        page = await visitor.begin()
        assert ("action", "skip") not in page.forms[0].buttons
        assert 'autocomplete="organization"' in visitor.response.text
        assert "Skriv inte namn" not in page.text
        page = await visitor.press("next")
        assert "vem som svarar" in page.alert


async def test_a_wrong_receipt_is_told_and_guessing_is_stopped(room: Room) -> None:
    await room.open("every_loop", code="SLINGA", fill=None)
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "SLINGA")
        page = await join(visitor, "AAAAA-BBBBB", "SLINGA")
        assert "hör inte till några svar" in page.alert
        assert dict(page.forms[1].fields)["receipt"] == "AAAAA-BBBBB"
        for number in range(RECEIPT.most):
            await join(visitor, f"AAAAA-{number}", "SLINGA")
        assert visitor.response.status_code == 429


async def test_who_has_answers_already_cannot_take_over_anothers(room: Room) -> None:
    await room.open("every_loop", code="SLINGA", fill=None)
    async with room.phone(**SWEDISH) as first, room.phone(**SWEDISH) as second:
        one, two = Visitor(first, "SLINGA"), Visitor(second, "SLINGA")
        await at(one, "effect")
        await two.look()
        nonce = two.page.forms[1].value("nonce")
        await two.press("next")
        await two.press("next", "Grupp 5")
        receipt = await receipt_on_pause(one, "SLINGA")
        refused = await second.post("/SLINGA/fortsatt", data={"nonce": nonce, "receipt": receipt})
        assert "redan svarat" in Page(refused.text).alert


async def test_nobody_pauses_before_the_beginning(room: Room) -> None:
    async with room.phone(**SWEDISH) as phone:
        assert (await phone.get("/ABCDEF/paus")).headers["location"] == "/ABCDEF"


async def test_a_question_with_a_recording_has_a_player_and_only_the_surveys_own_files_are_served(
    room: Room, tmp_path: Path
) -> None:
    room.service.recordings = Recordings(tmp_path)
    survey = await room.open("session_evaluation", "LJUDET", 'audio.usefulness = {sv = "ett.ogg"}')
    room.service.recordings.keep(survey.code, {"ett.ogg": b"OggS", "annat.ogg": b"OggS"})
    async with room.phone(**SWEDISH) as phone:
        visitor = Visitor(phone, "LJUDET")
        await visitor.begin()
        assert 'src="/LJUDET/ljud/ett.ogg"' in visitor.response.text
        played = await phone.get("/LJUDET/ljud/ett.ogg")
        assert (played.content, played.headers["content-type"]) == (b"OggS", "audio/ogg")
        for other in ("annat.ogg", "..%2Fett.ogg", "tre.ogg"):
            assert (await phone.get(f"/LJUDET/ljud/{other}")).status_code == 404
