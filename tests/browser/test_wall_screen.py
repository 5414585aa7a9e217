"""A wall that follows 24 phones, by keyboard, in a real browser."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import httpx2
import pytest
from live_room import LiveRoom
from playwright.sync_api import Browser, Page, expect
from test_axe import check
from web_room import Visitor

pytestmark = pytest.mark.browser

SCREEN = {"width": 1280, "height": 720}
PHONES = 24
SWEDISH = {"accept-language": "sv"}
BAR = ".bar[data-key=high] .n"


@pytest.fixture
def wall(browser: Browser, live: LiveRoom) -> Iterator[Page]:
    """The wall with the organiser's hand on it, without our policy, for axe."""
    context = browser.new_context(
        viewport=SCREEN, locale="sv-SE", base_url=live.base, bypass_csp=True
    )
    page = context.new_page()
    page.goto(live.studio_link())
    with page.expect_navigation():
        page.get_by_role("button", name="Logga in").click()
    page.goto("/arrangor/MOTEET/vagg")
    yield page
    context.close()


def answer(live: LiveRoom, how_many: int) -> None:
    """So many new phones open the page, begin and answer the first question by HTTP."""

    async def one() -> None:
        async with httpx2.AsyncClient(base_url=live.base, headers=SWEDISH) as phone:
            visitor = Visitor(phone, "MOTEET")
            await visitor.begin()
            await visitor.press("next", "high")

    for _ in range(how_many):
        asyncio.run_coroutine_threadsafe(one(), live.loop).result(30)


def test_the_wall_follows_twenty_four_phones(wall: Page, live: LiveRoom) -> None:
    expect(wall.get_by_role("heading")).to_have_text("Var med och svara")
    expect(wall.locator(".invite .code")).to_have_text("MOTEET")
    check(wall)
    wall.keyboard.press("ArrowRight")
    expect(wall.locator(".waiting")).to_contain_text("minst 5")
    answer(live, 4)
    expect(wall.locator(".people b")).to_have_text("4")
    expect(wall.locator(".bars")).to_have_count(0)
    answer(live, 1)
    expect(wall.locator(BAR)).to_have_text("5")
    answer(live, 4)
    expect(wall.locator(".people b")).to_have_text("9")
    expect(wall.locator(BAR)).to_have_text("5")
    answer(live, PHONES - 9)
    expect(wall.locator(".people b")).to_have_text(str(PHONES))
    fewer_than_five_wait = re.compile(r"^2[0-4]$")  # a picture may have moved while they answered
    expect(wall.locator(BAR)).to_have_text(fewer_than_five_wait)
    check(wall)


def test_nothing_lies_over_anything_else_on_a_small_projector(wall: Page, live: LiveRoom) -> None:
    wall.set_viewport_size({"width": 1280, "height": 696})
    answer(live, 5)
    wall.keyboard.press("ArrowRight")
    expect(wall.locator(BAR)).to_have_text("5")
    places = [wall.locator(at).bounding_box() for at in ("h1", ".bars .bar >> nth=0")]
    places += [wall.locator(at).bounding_box() for at in (".bars .track >> nth=-1", ".beside")]
    heading, first, last, beside = (place for place in places if place is not None)
    assert heading["y"] + heading["height"] <= first["y"]
    assert last["y"] + last["height"] <= beside["y"]


def test_on_the_smallest_projector_numbers_stand_at_their_bars_and_all_buttons_in_a_row(
    wall: Page, live: LiveRoom
) -> None:
    wall.set_viewport_size({"width": 1024, "height": 768})
    answer(live, 5)
    wall.keyboard.press("ArrowRight")
    expect(wall.locator(BAR)).to_have_text("5")
    for bar in wall.locator(".bar").all():
        track, number = (bar.locator(at).bounding_box() for at in (".track", ".n"))
        assert track is not None
        assert number is not None
        middle = number["y"] + number["height"] / 2
        assert middle == pytest.approx(track["y"] + track["height"] / 2, abs=3)
    row = wall.locator(".control").bounding_box()
    assert row is not None
    assert row["height"] < 80


def test_a_closed_surveys_wall_says_so_once_in_the_middle(wall: Page, live: LiveRoom) -> None:
    answer(live, 5)
    closing = live.room.store.close_survey("MOTEET", live.room.now)
    asyncio.run_coroutine_threadsafe(closing, live.loop).result(30)
    live.room.service.forget()
    wall.goto("/MOTEET/vagg")
    heading = wall.get_by_role("heading", name="Tack! Frågorna är stängda.")
    expect(heading).to_have_count(1)
    expect(wall.get_by_text("Frågorna är stängda")).to_have_count(1)
    place = heading.bounding_box()
    assert place is not None
    assert SCREEN["height"] / 4 < place["y"] < SCREEN["height"] * 3 / 4


def test_keys_turn_pages_pause_hide_and_can_be_turned_off(wall: Page, live: LiveRoom) -> None:
    answer(live, 5)
    wall.keyboard.press("PageDown")
    expect(wall.locator(BAR)).to_have_text("5")
    wall.keyboard.press("h")
    expect(wall.locator(".veil")).to_be_visible()
    expect(wall.get_by_role("button", name="Dölj")).to_have_attribute("aria-pressed", "true")
    check(wall)
    wall.keyboard.press("h")
    expect(wall.locator(BAR)).to_have_text("5")
    wall.keyboard.press("p")
    expect(wall.locator(".badge")).to_have_text("Paus")
    answer(live, 5)
    expect(wall.locator(".people b")).to_have_text("10")
    expect(wall.locator(BAR)).to_have_text("5")
    wall.get_by_role("button", name="Tangenter").click()
    wall.keyboard.press("p")
    wall.get_by_role("button", name="Tangenter").click()
    expect(wall.locator(".badge")).to_be_visible()
    wall.keyboard.press("p")
    expect(wall.locator(BAR)).to_have_text("10")
    wall.keyboard.press("PageUp")
    expect(wall.get_by_role("heading")).to_have_text("Var med och svara")


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_wall_in_other_languages_and_colours(
    browser: Browser, wall: Page, live: LiveRoom, language: str, scheme: str
) -> None:
    answer(live, 5)
    wall.keyboard.press("PageDown")
    expect(wall.locator(BAR)).to_have_text("5")
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        base_url=live.base,
        bypass_csp=True,
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"/MOTEET/vagg?lang={language}")
    check(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_without_javascript_the_page_reads_itself_anew_and_says_the_same(
    browser: Browser, wall: Page, live: LiveRoom
) -> None:
    answer(live, 5)
    wall.keyboard.press("PageDown")
    expect(wall.locator(BAR)).to_have_text("5")
    context = browser.new_context(base_url=live.base, java_script_enabled=False, locale="sv-SE")
    page = context.new_page()
    page.goto("/MOTEET/vagg")
    said = re.sub(r"\s+", " ", page.locator("main").inner_text())
    assert "I hög grad 5" in said
    assert "5 har svarat" in said
    assert page.content().count('http-equiv="refresh"') == 1
    context.close()


def test_a_lost_stream_is_told(wall: Page) -> None:
    """Rather than figures that may be old."""
    streams = re.compile("/vagg/strom")
    wall.route(streams, lambda route: route.abort())
    wall.reload()
    expect(wall.locator("#lost")).to_be_visible()
    wall.unroute(streams)
    expect(wall.locator("#lost")).to_be_hidden()
