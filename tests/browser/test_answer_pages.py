"""The answer back, as a browser sees it: axe finds nothing for participants or organisers, in any dress."""

from __future__ import annotations

import asyncio
import datetime as dt

import pytest
from live_room import LiveRoom
from playwright.sync_api import BrowserContext
from test_axe import DESK, check, measure
from web_room import INFLUENCE

from bot.web.studio.door import Role
from surveys.answer_back import AnswerBack, Point

pytestmark = pytest.mark.browser

ANSWER = AnswerBack(
    intro={"sv": "Tack för alla svar."},
    point=(
        Point(
            said={"sv": "Fler bänkar", "ar": "مزيد من المقاعد"},
            status="done",
            did={"sv": "Sex bänkar står på plats.", "ar": "وضعنا ستة مقاعد."},
            date=dt.date(2027, 2, 12),
        ),
        Point(said={"sv": "Ta bort bussen"}, status="declined", did={"sv": "linjen behövs."}),
    ),
    contact={"sv": "torget@example.se"},
)


def closed(live: LiveRoom) -> None:
    """A dialogue that has closed and been answered twice."""

    async def made() -> None:
        room = live.room
        survey = await room.open("session_evaluation", "TORGET", fill=None, influence=INFLUENCE)
        await room.store.close_survey(survey.code, room.now)
        for _ in range(2):
            await room.store.publish_answer(survey.id, ANSWER, "Kim", room.now)

    asyncio.run_coroutine_threadsafe(made(), live.loop).result(20)


def test_what_came_of_it_is_read_by_anybody(looking: BrowserContext, live: LiveRoom) -> None:
    closed(live)
    page = looking.new_page()
    for language in ("sv", "en", "ar"):
        page.goto(f"/TORGET?lang={language}")
        page.locator("summary").click()
        check(page, language)
        measure(page, language)
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.emulate_media(color_scheme="dark")
    check(page, "dark")


def test_the_organisers_rooms_for_what_comes_after(looking: BrowserContext, live: LiveRoom) -> None:
    closed(live)
    page = looking.new_page()
    page.set_viewport_size(DESK)
    page.goto(live.studio_link(Role.ORGANISER))
    with page.expect_navigation():
        page.get_by_role("button", name="Logga in").click()
    for place in ("TORGET/svar", "TORGET/stammer", "meta"):
        page.goto(f"/arrangor/{place}")
        check(page, place)
    page.goto("/arrangor/TORGET/svar")
    with page.expect_navigation():
        page.get_by_role("button", name="Spara och förhandsgranska").click()
    check(page, "preview")
    page.goto("/arrangor/TORGET/svar")
    page.locator("#contact").fill("")
    with page.expect_navigation():
        page.get_by_role("button", name="Spara och förhandsgranska").click()
    page.get_by_role("alert").wait_for()
    check(page, "what is missing")
