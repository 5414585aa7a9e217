"""The room's screen: everybody sees released frames, only the organiser moves it, and nobody who answers waits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
import pytest
from web_room import Page, Room

from bot.outcomes import Who
from bot.web.studio.door import Role
from surveys.conversation.state import Act, Begin, Choose, Key

LONG = 60
"""Seconds nothing here should ever need."""


class Stream:
    """A reader of the wall's stream, straight on the application: an open response cannot be fetched whole."""

    def __init__(self, room: Room, path: str, query: str = "lang=sv") -> None:
        self._room, self._path, self._query = room, path, query
        self._left = asyncio.Event()
        self._came = asyncio.Condition()
        self.text = ""
        self.status = 0
        self.headers: dict[str, str] = {}
        self.ended = False

    async def run(self) -> None:
        scope = {
            "type": "http",
            "method": "GET",
            "path": self._path,
            "raw_path": self._path.encode(),
            "query_string": self._query.encode(),
            "headers": [],
            "scheme": "http",
            "server": ("test", 80),
            "client": ("127.0.0.1", 1),
            "root_path": "",
        }
        await self._room.app(scope, self._receive, self._send)

    def leave(self) -> None:
        self._left.set()

    async def until(self, said: str) -> str:
        """The last frame, once it says this."""
        async with asyncio.timeout(LONG), self._came:
            await self._came.wait_for(lambda: said in self.frame)
        return self.frame

    async def until_ended(self) -> None:
        async with asyncio.timeout(LONG), self._came:
            await self._came.wait_for(lambda: self.ended)

    @property
    def frame(self) -> str:
        events = [each for each in self.text.split("\n\n") if "data: " in each]
        return events[-1] if events else ""

    async def _receive(self) -> dict[str, object]:
        await self._left.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict[str, object]) -> None:
        async with self._came:
            if message["type"] == "http.response.start":
                self.status = int(str(message["status"]))
                raw: list[tuple[bytes, bytes]] = message["headers"]  # type: ignore[assignment]
                self.headers = {name.decode(): value.decode() for name, value in raw}
            else:
                self.text += bytes(message["body"]).decode()  # type: ignore[arg-type]
                self.ended = not message.get("more_body", False)
            self._came.notify_all()


@asynccontextmanager
async def streaming(room: Room, path: str = "/ABCDEF/vagg/strom") -> AsyncIterator[Stream]:
    stream = Stream(room, path)
    task = asyncio.create_task(stream.run())
    yield stream
    stream.leave()
    async with asyncio.timeout(LONG):
        await task


async def do(room: Room, number: int, *acts: Act) -> None:
    for act in (Begin(), *acts):
        await room.service.turn(Who("ABCDEF", "web", f"phone {number}"), act)


async def answer(room: Room, numbers: range, option: str = "high") -> None:
    for number in numbers:
        await do(room, number, Choose((option,), Key("usefulness")))


class Organiser:
    """Somebody signed in, with the wall open."""

    def __init__(self, browser: httpx2.AsyncClient) -> None:
        self.browser = browser

    async def enter(self, room: Room, role: Role = Role.ORGANISER) -> None:
        await self.browser.get(await room.link(role))
        page = Page((await self.browser.get("/arrangor/in")).text)
        form = next(each for each in page.forms if each.method == "post")
        await self.browser.post(form.action or "/arrangor/in", data=dict(form.fields))

    async def open(self) -> Page:
        self.response = await self.browser.get("/arrangor/ABCDEF/vagg")
        return Page(self.response.text)

    async def press(self, act: str) -> str:
        form = (await self.open()).forms[0]
        sent = {"act": act, "nonce": form.value("nonce")}
        pressed = await self.browser.post(form.action, data=sent, follow_redirects=True)
        return pressed.text


@pytest.fixture
async def organiser(room: Room) -> AsyncIterator[Organiser]:
    async with room.phone(**{"accept-language": "sv"}) as browser:
        signed_in = Organiser(browser)
        await signed_in.enter(room)
        yield signed_in


async def test_anybody_with_the_code_sees_how_to_join_and_how_many(room: Room) -> None:
    await answer(room, range(6))
    async with room.phone(**{"accept-language": "sv"}) as phone:
        response = await phone.get("/ABCDEF/vagg")
    page = Page(response.text)
    assert "Var med och svara" in page.heading
    assert 'alt="QR-kod till fraga.example/ABCDEF"' in response.text
    assert "<b data-pop>6</b> <span>har svarat</span>" in response.text
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in response.text
    assert not page.forms
    assert "script-src 'self'" in response.headers["content-security-policy"]
    assert (await room.store.published(1, "numbers")).number == 0


async def test_the_count_moves_at_once_and_the_bars_by_the_rule(
    room: Room, organiser: Organiser
) -> None:
    await organiser.press("next")
    async with streaming(room) as stream:
        await stream.until("Svaren visas när minst 5 har svarat")
        await answer(room, range(4))
        assert "Svaren visas" in await stream.until("<b data-pop>4</b>")
        await answer(room, range(4, 5))
        assert 'class="n" data-pop>5<' in await stream.until("Svar från 5.")
        await answer(room, range(5, 9), "some")
        assert "Svar från 5." in await stream.until("<b data-pop>9</b>")
        await answer(room, range(9, 10), "some")
        await stream.until("Svar från 10.")


async def test_a_late_viewer_gets_the_present_and_no_frame_is_sent_twice(
    room: Room, organiser: Organiser
) -> None:
    await organiser.press("next")
    await answer(room, range(5))
    async with streaming(room) as first:
        await first.until("Svar från 5.")
        async with streaming(room) as second:
            assert await second.until("Svar från 5.") == first.frame
        room.service.forget()  # everything is looked at anew
        await answer(room, range(5, 6))
        await first.until("<b data-pop>6</b>")
        numbers = [line for line in first.text.splitlines() if line.startswith("id: ")]
        assert numbers == sorted(set(numbers))


async def test_a_stream_says_what_proxies_and_browsers_must_know(room: Room) -> None:
    async with streaming(room) as stream:
        await stream.until("Var med och svara")
        assert stream.headers["content-type"].startswith("text/event-stream")
        assert stream.headers["x-accel-buffering"] == "no"
        assert stream.headers["cache-control"] == "no-store"
        assert stream.text.startswith("retry: ")


async def test_open_streams_do_not_hold_up_a_stop(room: Room) -> None:
    async with streaming(room) as stream:
        await stream.until("Var med och svara")
        room.app.state.before_stop()
        await stream.until_ended()
    late = Stream(room, "/ABCDEF/vagg/strom")
    await late.run()
    assert late.status == 503


async def test_pause_holds_the_bars_and_hiding_keeps_the_result_whole(
    room: Room, organiser: Organiser
) -> None:
    await answer(room, range(5))
    assert "Svar från 5." in await organiser.press("next")
    await organiser.press("pause")
    await answer(room, range(5, 12))
    shown = await organiser.press("nonsense")
    assert "Svar från 5." in shown
    assert "Paus" in shown
    following = await organiser.press("next")
    assert "Svaren visas när pausen är slut." in following, "everybody has answered this one too"
    await organiser.press("back")
    assert "Svar från 12." in await organiser.press("pause")
    hidden = await organiser.press("hide")
    assert "Resultatet är dolt" in hidden
    assert "Svar från" not in hidden
    await answer(room, range(12, 14))
    assert "Svar från 12." in await organiser.press("hide")


async def test_next_and_previous_stay_within_the_slides(room: Room, organiser: Organiser) -> None:
    assert "Var med och svara" in await organiser.press("back")
    for _ in range(20):
        last = await organiser.press("next")
    assert "Var med" not in Page(last).heading
    first = await organiser.press("back")
    assert Page(first).heading != Page(last).heading


async def test_only_the_organiser_moves_the_wall(room: Room, organiser: Organiser) -> None:
    form = (await organiser.open()).forms[0]
    async with room.phone() as stranger:
        refused = await stranger.post(form.action, data={"act": "next", **dict(form.fields)})
        assert refused.status_code == 403
        assert (await stranger.get("/arrangor/ABCDEF/vagg")).status_code == 403
    async with room.phone() as browser:
        reader = Organiser(browser)
        await reader.enter(room, Role.READER)
        await reader.open()
        assert reader.response.status_code == 403
    forged = await organiser.browser.post(form.action, data={"act": "next", "nonce": "x"})
    assert forged.status_code == 403
    survey = await room.store.survey("ABCDEF")
    assert survey is not None
    assert (await room.store.wall(survey.id)).at == ""


async def test_turning_pages_fills_no_log_and_opening_the_result_stands_in_it(
    room: Room, organiser: Organiser
) -> None:
    await organiser.press("next")
    await organiser.press("open")
    done = [deed.what for _, deed in await room.store.deeds(limit=10)]
    assert done.count("wall-steer") == 1


async def test_a_closed_survey_says_what_stays_out(room: Room, organiser: Organiser) -> None:
    await answer(room, range(5))
    await organiser.press("next")
    await answer(room, range(5, 7))
    await room.store.close_survey("ABCDEF", room.now)
    shown = (await organiser.open()).text
    assert "Svar som kom sist visas inte" in shown
    assert "Svar från 5." in shown


async def test_an_unknown_code_has_no_wall(room: Room) -> None:
    async with room.phone() as phone:
        assert (await phone.get("/FINNSEJ/vagg")).status_code == 404
        assert (await phone.get("/FINNSEJ/vagg/strom")).status_code == 404


async def test_the_wall_speaks_the_surveys_languages(room: Room, organiser: Organiser) -> None:
    await answer(room, range(5))
    await organiser.press("next")
    async with room.phone() as phone:
        arabic = await phone.get("/ABCDEF/vagg?lang=ar")
    page = Page(arabic.text)
    assert (page.language, page.direction) == ("ar", "rtl")
    assert "إلى أي مدى" in page.heading
    assert "إلى حد كبير" in page.text
