"""The practice chat's page: what it shows, what can be done in it, and whom it answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from bot.botapi.server import BotApi
from bot.botapi.world import World
from bot.sandbox.doing import GROUP, Room
from bot.sandbox.page import Sandbox
from surveys.texts import Texts

PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Got:
    status: int
    headers: Mapping[str, str]
    content_type: str
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Browser:
    """A person at the page, and a bot behind it."""

    def __init__(self, room: Room, api: BotApi, session: aiohttp.ClientSession) -> None:
        self.room = room
        self.world = room.world
        self.url = api.url
        self.session = session

    async def do(self, act: str, **more: Any) -> int:
        body = {"act": act, "person": 1, "chat": 1, **more}
        async with self.session.post(f"{self.url}/sandbox/do", json=body) as response:
            return response.status

    async def bot(self, method: str, **fields: Any) -> None:
        address = f"{self.url}/bot{self.world.token}/{method}"
        async with self.session.post(address, json=fields) as response:
            assert response.status == 200, await response.text()

    async def chat(self, number: int = 1) -> dict[str, Any]:
        address = f"{self.url}/sandbox/news?chat={number}&version=-1"
        async with self.session.get(address) as response:
            assert response.status == 200
            return await response.json()

    async def get(self, path: str, **headers: str) -> Got:
        async with self.session.get(f"{self.url}{path}", headers=headers) as response:
            return Got(
                response.status, response.headers, response.content_type, await response.read()
            )


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    room = Room(World(clock=lambda: 1000.0))
    sandbox = Sandbox(room, Texts("bot"), "TRAFF1")
    async with (
        BotApi(room.world, routes=sandbox.routes()) as api,
        aiohttp.ClientSession() as session,
    ):
        yield Browser(room, api, session)


async def test_the_page_says_what_it_is_in_two_languages_and_lets_no_other_page_in(browser) -> None:
    swedish = await browser.get("/", **{"Accept-Language": "sv-SE"})
    assert "Provchatt – ingenting lämnar datorn" in swedish.text
    assert 'value="TRAFF1"' in swedish.text
    english = await browser.get("/?lang=en")
    assert "Practice chat – nothing leaves the computer" in english.text
    policy = swedish.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for name, kind in (
        ("sandbox.css", "text/css"),
        ("sandbox.js", "text/javascript"),
        ("icon.svg", "image/svg+xml"),
    ):
        found = await browser.get(f"/sandbox/static/{name}")
        assert (found.status, found.content_type) == (200, kind)
        assert "://" not in found.text.replace("http://www.w3.org/", "")
    assert (await browser.get("/sandbox/static/page.py")).status == 404


async def test_other_names_and_other_pages_are_refused(browser) -> None:
    assert (await browser.get("/", Host="evil.test")).status == 403
    assert (
        await browser.get("/sandbox/news?chat=1&version=-1", Origin="http://evil.test")
    ).status == 403
    own = browser.url
    assert (await browser.get("/sandbox/news?chat=1&version=-1", Origin=own)).status == 200
    async with browser.session.post(
        f"{own}/sandbox/do", data='{"act": "block", "person": 1}'
    ) as response:
        assert response.status == 415
    assert browser.world.updates == {}


async def test_what_a_person_does_reaches_the_bot_and_what_the_bot_does_is_seen(browser) -> None:
    await browser.do("language", language="ar")
    assert await browser.do("start", code="TRAFF1") == 200
    (update,) = browser.world.updates.values()
    assert update["message"]["text"] == "/start TRAFF1"
    assert update["message"]["from"]["language_code"] == "ar"
    keys = {"inline_keyboard": [[{"text": "Ja", "callback_data": "d", "style": "success"}]]}
    await browser.bot(
        "sendMessage", chat_id=1, text="<b>?</b>", parse_mode="HTML", reply_markup=keys
    )
    await browser.bot(
        "setMessageReaction", chat_id=1, message_id=1, reaction=[{"type": "emoji", "emoji": "👍"}]
    )
    mine, theirs = (await browser.chat())["chat"]["messages"]
    assert (mine["text"], mine["reaction"]) == ("/start TRAFF1", "👍")
    assert theirs["rows"] == [[{"text": "Ja", "url": "", "style": "success"}]]
    assert theirs["entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    press = {"message": theirs["id"], "row": 0, "column": 0}
    assert await browser.do("press", label="Ja", **press) == 200
    query = list(browser.world.presses)[-1]
    await browser.bot("answerCallbackQuery", callback_query_id=query, text="Tack")
    news = await browser.chat()
    assert news["chat"]["toasts"] == ["Tack"]
    assert news["told"] == {"1": theirs["id"], "2": 0, "3": 0, str(GROUP): 0}
    await browser.do("say", text="svar", reply=theirs["id"])
    assert (await browser.chat())["chat"]["messages"][-1]["reply"] == "?"


async def test_pictures_recordings_files_and_places_are_sent_and_seen(browser) -> None:
    form = aiohttp.FormData({"person": "1", "chat": "1"})
    form.add_field("file", PNG, filename="bild.png", content_type="image/png")
    async with browser.session.post(f"{browser.url}/sandbox/file", data=form) as response:
        assert response.status == 200
    form = aiohttp.FormData({"person": "1", "chat": "1"})
    form.add_field("file", b"<script>", filename="x.html", content_type="text/html")
    async with browser.session.post(f"{browser.url}/sandbox/file", data=form) as response:
        assert response.status == 200
    await browser.do("location", lat="60.6", lon="15.6")
    picture, document, place = [m["thing"] for m in (await browser.chat())["chat"]["messages"]]
    shown = await browser.get(f"/sandbox/file/{picture['file']}")
    assert (shown.content_type, shown.body) == ("image/png", PNG)
    saved = await browser.get(f"/sandbox/file/{document['file']}")
    assert saved.content_type == "application/octet-stream"
    assert saved.headers["Content-Disposition"] == "attachment"
    assert (place["latitude"], place["longitude"]) == (60.6, 15.6)
    assert (await browser.get("/sandbox/file/none")).status == 404


async def test_the_group_begins_without_the_bot_and_each_person_speaks_for_themselves(
    browser,
) -> None:
    assert (await browser.chat(GROUP))["chat"]["blocked"] is True
    await browser.do("say", person=2, chat=GROUP, text="hör boten?")
    assert browser.world.updates == {}
    await browser.do("add_bot", person=2, chat=GROUP)
    await browser.do("say", person=3, chat=GROUP, text="/start TRAFF1")
    kinds = [next(k for k in u if k != "update_id") for u in browser.world.updates.values()]
    assert kinds == ["my_chat_member", "message", "message"]
    messages = (await browser.chat(GROUP))["chat"]["messages"]
    assert [m["sender"] for m in messages] == [2, 2, 3]


@pytest.mark.parametrize(
    "wanted",
    [
        {"act": "fly"},
        {"act": "say", "text": "  "},
        {"act": "say"},
        {"act": "say", "text": "a", "person": 9},
        {"act": "press", "message": 1, "row": 0, "column": 0, "label": "Ja"},
        {"act": "location", "lat": "norr", "lon": "0"},
        {"act": "location", "lat": "91", "lon": "0"},
        {"act": "language", "language": "klingon"},
    ],
)
async def test_what_nobody_can_do_is_refused(browser, wanted) -> None:
    assert await browser.do(**wanted) == 400
    assert browser.world.updates == {}


async def test_a_question_for_news_waits_until_there_are_some(browser) -> None:
    import asyncio

    version = (await browser.chat())["version"]
    address = f"{browser.url}/sandbox/news?chat=1&version={version}"

    async def ask() -> dict[str, Any]:
        async with browser.session.get(address) as response:
            return await response.json()

    asking = asyncio.create_task(ask())
    await browser.do("say", text="hej", person=2)
    news = await asking
    assert news["version"] > version
    assert news["chat"]["messages"] == []
    for wrong in ("chat=77&version=1", "chat=one&version=1", "version=1"):
        assert (await browser.get(f"/sandbox/news?{wrong}")).status in {400, 404}
