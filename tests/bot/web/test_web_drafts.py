"""Drafts in the studio: edited in forms and as text, checked beside the field, never lost, published and compared."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from typing import Any

import httpx2
import pytest
from web_room import NOTICE, Room

from bot.opening import Opening, open_survey
from bot.shelf import Shelf
from surveys.questionnaire.loading import library_ids, library_questionnaire, load_questionnaire
from surveys.questionnaire.xlsform.workbook import workbook
from surveys.store.drafting import Draft


class Fields(HTMLParser):
    """Every field of a page with what a browser would send for it; buttons left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self._textarea = self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and "name" in given:
            if given.get("type") not in {"radio", "checkbox"} or "checked" in given:
                self.sent.append((given["name"], given.get("value", "")))
        elif tag == "textarea":
            self._textarea = given.get("name", "")
            self.sent.append((self._textarea, ""))
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and self._select:
            first = self._select not in dict(self.sent)
            if first or "selected" in given:
                self.sent = [each for each in self.sent if each[0] != self._select]
                self.sent.append((self._select, given["value"]))

    def handle_data(self, data: str) -> None:
        if self._textarea:
            name, before = self.sent[-1]
            self.sent[-1] = (name, (before + data).removeprefix("\n"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = ""
        if tag == "select":
            self._select = ""


class Desk:
    """An organiser at one draft."""

    def __init__(self, phone: httpx2.AsyncClient, room: Room, address: str = "") -> None:
        self.phone = phone
        self.room = room
        self.address = address

    async def copy(self, name: str = "session_evaluation") -> str:
        """Presses Anpassa; the draft's address."""
        page = (await self.phone.get(f"/arrangor/bibliotek/{name}")).text
        made = await self.phone.post(
            f"/arrangor/bibliotek/{name}/kopiera", data={"nonce": nonce(page)}
        )
        assert made.status_code == 303, made.text
        self.address = made.headers["location"]
        return self.address

    async def get(self, page: str = "") -> str:
        response = await self.phone.get(self.address + page)
        assert response.status_code == 200
        return response.text

    async def send(self, page: str, html: str, **changed: Any) -> httpx2.Response:
        """Sends the form of a page with some fields changed; None leaves one out."""
        fields: dict[str, Any] = {}
        for name, value in Fields(html).sent:
            repeated = name in fields and name not in {"nonce", "revision"}
            fields[name] = [*fields[name], value] if repeated else [value]
        fields |= {name.replace("__", "."): value for name, value in changed.items()}
        kept = {name: value for name, value in fields.items() if value is not None}
        return await self.phone.post(self.address + page, data=kept)

    async def save(self, page: str, **changed: Any) -> str:
        """Opens a page, changes something and saves it; the page one comes to."""
        sent = await self.send(page, await self.get(page), **{"act": "save", **changed})
        assert sent.status_code == 303, sent.text
        return (await self.phone.get(sent.headers["location"])).text

    async def draft(self) -> Draft:
        found = await self.room.store.draft(self.address.rpartition("/")[2])
        assert found is not None
        return found


def nonce(page: str) -> str:
    found = re.search(r'name="nonce" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def beside(page: str, field: str) -> str:
    """What stands beside a field."""
    found = re.search(
        rf'<ul class="told-here" id="m-{re.escape(field)}">(.*?)</ul>', page, re.DOTALL
    )
    return found[1] if found else ""


@pytest.fixture
async def desk(room: Room) -> AsyncIterator[Desk]:
    async with room.phone(**{"accept-language": "sv"}) as phone:
        await room.sign_in(phone)
        yield Desk(phone, room)


@pytest.mark.parametrize("name", library_ids())
async def test_a_form_that_is_saved_untouched_changes_nothing(desk: Desk, name: str) -> None:
    await desk.copy(name)
    before = load_questionnaire((await desk.draft()).body, "x")
    for number in range(1, len(before.question) + 1):
        await desk.save(f"/fraga/{number}")
    for number in range(1, len(before.dimension) + 1):
        await desk.save(f"/lista/{number}")
    await desk.save("/om")
    draft = await desk.draft()
    assert load_questionnaire(draft.body, "x").body() == before.body()
    original = (await desk.phone.get(f"/arrangor/bibliotek/{name}/fil/toml")).text
    marked = re.search(r"^# draft: .*$", original, re.MULTILINE)
    assert marked is None or marked[0] in draft.body


async def test_texts_options_and_limits_are_changed_in_the_form(desk: Desk) -> None:
    await desk.copy()
    page = await desk.save("/fraga/3", act="add-options", text__sv="Vad var bäst?")
    assert "Texten saknas på svenska" in beside(page, "options.6")
    page = await desk.save("/fraga/3", options__6__sv="Maten", options__6__en="The food")
    assert "Språket ar är skrivet till" in beside(page, "options.6")
    await desk.save("/fraga/3", act="up-options-6", max_choices="3")
    question = load_questionnaire((await desk.draft()).body, "x").question[2]
    assert question.text["sv"] == "Vad var bäst?"
    assert [option.id for option in question.options][-2:] == ["maten", "none"]  # type: ignore[union-attr]
    assert question.max_choices == 3  # type: ignore[union-attr]
    page = await desk.save("/fraga/3", max_choices="många")
    assert "går inte att använda: &#39;många&#39;" in beside(page, "max_choices")


async def test_a_wrong_condition_is_told_beside_its_field_until_it_is_mended(desk: Desk) -> None:
    await desk.copy()
    page = await desk.save("/fraga/3", when="own", show_if="usefulness <= 2 and")
    assert "från tecken 20" in beside(page, "show_if")
    listed = await desk.get()
    assert f'href="{desk.address}/fraga/3#f-show_if">Fråga 3</a>' in listed
    assert f"{desk.address}/publicera" not in listed
    sent = await desk.send("/publicera", await desk.get("/publicera"), nonce=nonce(listed))
    assert sent.status_code == 422
    page = await desk.save(
        "/fraga/3", when="simple", rule_answer="usefulness:small", rule_way="not"
    )
    assert beside(page, "show_if") == ""
    assert "show_if = \"not usefulness in ['small']\"" in (await desk.draft()).body
    assert '<option value="usefulness:small" selected>' in page
    assert '<option value="not" selected>' in page


async def test_how_often_a_question_is_asked_and_what_is_accepted_are_changed_in_the_form(
    desk: Desk,
) -> None:
    await desk.copy("triad_talk")
    await desk.save("/fraga/2", loop="")
    page = await desk.save("/fraga/4", loop="round", valid_if="common = 'x' and")
    assert beside(page, "valid_if") != ""
    await desk.save("/fraga/4", valid_if="common != 'x'", valid_text__sv="Skriv mer än x.")
    _, insight, _, common = load_questionnaire((await desk.draft()).body, "x").question
    assert (insight.loop, common.loop, common.valid_if) == ((), ("round",), "common != 'x'")
    assert common.valid_text == {"sv": "Skriv mer än x."}
    matrix = Desk(desk.phone, desk.room)
    await matrix.copy("consequence_matrix")
    before = (await matrix.draft()).body
    await matrix.save("/fraga/1")
    assert (
        load_questionnaire((await matrix.draft()).body, "x").body()
        == load_questionnaire(before, "x").body()
    )


async def test_questions_move_go_and_come_back(desk: Desk) -> None:
    await desk.copy()

    async def ids() -> list[str]:
        return re.findall(r'\[\[question\]\]\nid = "(\w+)"', (await desk.draft()).body)

    before = await ids()
    for act in ("down-0", "remove-5", "undo", "add"):
        assert (await desk.send("", await desk.get(), act=act, kind="matrix")).status_code == 303
    assert await ids() == [before[1], before[0], *before[2:], "fraga1"]


async def test_a_stale_save_is_refused_and_loses_nothing(desk: Desk) -> None:
    await desk.copy()
    old = await desk.get("/fraga/1")
    await desk.save("/fraga/1", text__sv="Sparat i en flik?")
    stale = await desk.send("/fraga/1", old, text__sv="Skrivet i en annan?", act="save")
    assert stale.status_code == 409
    row = re.search(r"Fråga · Svenska</th>(.*?)</tr>", stale.text, re.DOTALL)
    assert row is not None
    assert re.findall(r">([^<>]+\?)<", row[1]) == ["Sparat i en flik?", "Skrivet i en annan?"]
    assert "Sparat i en flik?" in (await desk.draft()).body
    again = await desk.send("/fraga/1", stale.text, act="save")
    assert again.status_code == 303
    assert "Skrivet i en annan?" in (await desk.draft()).body


async def test_what_a_dialogue_can_influence_is_written_in_the_form(desk: Desk) -> None:
    await desk.copy("place_dialogue")
    await desk.save("/om", level="dialogue", can_affect__sv="Färgen på bänkarna.", date="1 mars")
    page = await desk.get("/om")
    assert 'value="1 mars"' in page  # nothing typed is lost
    await desk.save("/om", date="2027-05-01", where__en="at the library")
    influence = load_questionnaire((await desk.draft()).body, "x").influence
    assert influence is not None
    assert (influence.level, influence.can_affect["sv"]) == ("dialogue", "Färgen på bänkarna.")
    assert influence.feedback.date == "2027-05-01"
    assert influence.feedback.where["en"] == "at the library"
    assert beside(await desk.save("/om", level=""), "influence")


async def test_what_an_option_wants_for_a_place_is_chosen_in_the_form(desk: Desk) -> None:
    await desk.copy("place_dialogue")
    questions = load_questionnaire((await desk.draft()).body, "x").question
    number = next(n for n, each in enumerate(questions, 1) if each.kind == "single")
    await desk.save(f"/fraga/{number}", options__0__wish="keep", options__1__wish="develop")
    asked = load_questionnaire((await desk.draft()).body, "x").question[number - 1]
    assert [each.wish for each in asked.options[:2]] == ["keep", "develop"]


async def test_a_questionnaire_that_says_nothing_of_influence_still_says_nothing(
    desk: Desk,
) -> None:
    await desk.copy("session_evaluation")
    await desk.save("/om", title__sv="Vår egen")
    assert "influence" not in (await desk.draft()).body


@pytest.mark.parametrize("page", ["", "/om", "/text", "/publicera"])
async def test_no_page_of_a_draft_saves_what_is_stale(desk: Desk, page: str) -> None:
    await desk.copy()
    old = await desk.get(page)
    await desk.save("/fraga/1", text__sv="Nyare?")
    body = (await desk.draft()).body
    stale = await desk.send(page, old, act="remove-0", body="x = 1", title__sv="Äldre")
    assert stale.status_code == 409
    assert (await desk.draft()).body == body


async def test_a_question_that_was_removed_meanwhile_gives_back_what_was_typed(desk: Desk) -> None:
    await desk.copy()
    old = await desk.get("/fraga/6")
    await desk.send("", await desk.get(), act="remove-5")
    lost = await desk.send("/fraga/6", old, text__sv="Mödosamt formulerat?", act="save")
    assert lost.status_code == 409
    assert "Mödosamt formulerat?" in lost.text


async def test_the_text_is_the_same_draft_and_is_kept_even_when_it_is_broken(desk: Desk) -> None:
    await desk.copy("homework")
    body = "# min kommentar\n" + (await desk.draft()).body
    await desk.save("/text", body=body.replace("\n", "\r\n"))
    assert (await desk.draft()).body == body
    page = await desk.save("/text", body=body + "\n[[question]\n")
    assert "Rad " in page
    assert "inte giltig TOML" in page
    moved = await desk.phone.get(desk.address)
    assert moved.headers["location"] == f"{desk.address}/text"
    assert (await desk.draft()).body.endswith("[[question]\n")


async def test_a_list_that_questions_use_is_changed_in_a_form(desk: Desk) -> None:
    await desk.copy("governance_check")
    page = await desk.save("/lista/1", act="add-items", items__0__sv="Ledningen leder")
    assert "Texten saknas på svenska" in beside(page, "items.11")
    assert f'href="{desk.address}/lista/1#f-items.11">Lista 1</a>' in await desk.get()
    old = await desk.get("/lista/1")
    await desk.save("/lista/1", items__11__sv="Vi mäter", items__11__en="We measure", optional="1")
    [factor] = load_questionnaire((await desk.draft()).body, "x").dimension
    assert factor.items[0].label["sv"] == "Ledningen leder"
    assert (factor.items[-1].id, factor.optional) == ("vi_mater", True)
    assert (await desk.send("/lista/1", old, act="save")).status_code == 409


async def test_languages_come_and_go(desk: Desk) -> None:
    await desk.copy("homework")
    page = await desk.save("/om", new_language="de", new_title="Hausaufgabe")
    assert "Deutsch" in page
    assert 'name="text.de"' in await desk.get("/fraga/1")
    await desk.save("/om", act="unspeak-en")
    assert re.search(r"\ben\b ?=", (await desk.draft()).body) is None


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


async def test_a_kind_that_nobody_knows_is_a_mistake_to_mend_and_no_failure(desk: Desk) -> None:
    sent = await upload(desk, "min.toml", b"id = 'x'\n[[question]]\nid = 'a'\nkind = 'nope'\n")
    desk.address = sent.headers["location"]
    page = await desk.get("/fraga/1")
    assert '<option value="nope" selected>nope</option>' in page
    await desk.save("/fraga/1", kind="text", text__sv="Hur var det?")
    assert 'kind = "text"' in (await desk.draft()).body


async def test_nought_is_a_limit_and_an_empty_field_is_none(desk: Desk) -> None:
    await desk.copy("goal_card")
    number = next(
        place
        for place, each in enumerate(library_questionnaire("goal_card").question, start=1)
        if each.kind == "number"
    )
    await desk.save(f"/fraga/{number}", min="0", max="12,5", decimals="")
    question = load_questionnaire((await desk.draft()).body, "x").question[number - 1]
    assert (question.min, question.max, question.decimals) == (0, 12.5, 2)  # type: ignore[union-attr]


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
