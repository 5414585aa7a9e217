"""The organiser's hand in a real browser: by keyboard and without JavaScript; axe finds nothing on its pages."""

from __future__ import annotations

import asyncio

import pytest
from hand_people import meeting
from live_room import LiveRoom
from playwright.sync_api import Browser, Page, expect
from test_axe import check
from test_studio_live import enter

pytestmark = pytest.mark.browser

PAGES = ("teman", "teman/climate", "teman/other", "oversattning")


@pytest.fixture
def met(live: LiveRoom) -> LiveRoom:
    """The room, with a meeting that ten people have answered."""
    asyncio.run_coroutine_threadsafe(meeting(live.room, "TRAFF1"), live.loop).result(60)
    return live


def test_a_theme_is_renamed_and_an_answer_moved_by_keyboard(
    browser: Browser, met: LiveRoom
) -> None:
    context = browser.new_context(
        locale="sv-SE",
        java_script_enabled=False,
        base_url=met.base,
        viewport={"width": 360, "height": 800},
    )
    page = enter(context, met)
    page.goto("/arrangor/TRAFF1/teman/other")
    page.get_by_label("Zebrorna var randiga").press("Space")
    page.get_by_label("Till temat").select_option(label="Praktiska exempel")
    pressed(page, "Flytta")
    expect(page.get_by_role("status")).to_have_text("Svaren är flyttade.")
    page.goto("/arrangor/TRAFF1/teman/examples")
    expect(page.get_by_text("hör hit för: arrangören")).to_be_visible()
    page.get_by_label("Nytt namn").fill("Det vi lärde")
    with page.expect_navigation():
        page.get_by_label("Nytt namn").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Det vi lärde")
    page.get_by_role("link", name="Alla teman").press("Enter")
    for left in (1, 0):
        pressed(page, "Ångra")
        expect(page.get_by_role("button", name="Ångra")).to_have_count(left)
    context.close()


def pressed(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.press("Enter")


@pytest.mark.parametrize("width", [320, 1200])
def test_axe_finds_nothing_on_themes_and_translations(
    browser: Browser, met: LiveRoom, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        locale="sv-SE",
        bypass_csp=True,
        base_url=met.base,
        color_scheme="dark" if width == 320 else "light",
    )
    page = enter(context, met)
    for name in PAGES:
        page.goto(f"/arrangor/TRAFF1/{name}")
        expect(page.locator("[data-again]")).to_have_count(0)  # a bar, for a while
        check(page, name)
        across = page.evaluate("document.documentElement.scrollWidth")
        assert across <= width, f"{name} scrolls sideways"
    context.close()
