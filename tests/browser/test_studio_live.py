"""An organiser in a real browser: rehearses and removes it, keys in a paper form; axe finds nothing in any room."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from live_room import LiveRoom
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_axe import check

from surveys.conversation.dealing import deal, written

pytestmark = pytest.mark.browser

ROOMS = ("lage", "inbjudan", "telefon", "papper", "provkor", "rapporter", "citat")


def enter(context: BrowserContext, live: LiveRoom) -> Page:
    """The studio's start page, signed in by a one-time link."""
    page = context.new_page()
    page.goto(live.studio_link())
    with page.expect_navigation():
        page.get_by_role("button", name="Logga in").click()
    return page


@pytest.fixture
def desk(browser: Browser, live: LiveRoom) -> Iterator[Page]:
    """An organiser at a desk, without JavaScript."""
    context = browser.new_context(
        viewport={"width": 1200, "height": 900},
        locale="sv-SE",
        java_script_enabled=False,
        base_url=live.base,
    )
    yield enter(context, live)
    context.close()


def test_a_rehearsal_from_the_first_click_to_the_last(desk: Page, live: LiveRoom) -> None:
    desk.goto("/arrangor/MOTEET/provkor")
    desk.get_by_role("button", name="Starta provkörningen").click()
    expect(desk.get_by_text("av 18 har svarat")).to_be_visible()
    wall = desk.get_by_role("link", name="Öppna storskärmen").get_attribute("href")
    assert wall is not None
    code = wall.split("/")[2]
    desk.get_by_role("link", name="Öppna rapporten").click()
    expect(desk.get_by_role("heading", name="Rapporten")).to_be_visible(timeout=30_000)
    expect(desk.get_by_text("18 har svarat.")).to_be_visible()
    expect(desk.get_by_text("ÖVNINGSDATA. Svaren här är påhittade.")).to_be_visible()
    with desk.expect_popup() as opened:
        desk.get_by_role("link", name="Läs som webbsida").click()
    assert "ÖVNINGSDATA" in opened.value.locator("main").inner_text()
    for shown in (wall, f"/{code}/vagg", f"/{code}"):
        desk.goto(shown)
        expect(desk.locator("body")).to_contain_text("ÖVNINGSDATA")
    desk.goto("/arrangor/MOTEET/provkor")
    desk.get_by_role("button", name="Ta bort provkörningen").click()
    expect(desk.get_by_text("Inget av den finns kvar")).to_be_visible()
    gone = desk.goto(f"/{code}/vagg")
    assert gone is not None
    assert gone.status == 404


def test_a_paper_form_is_keyed_in_by_keyboard_and_taken_back(desk: Page) -> None:
    desk.goto("/arrangor/MOTEET/papper")
    desk.get_by_role("group", name="I vilken grad har du nytta").get_by_text("I hög grad").click()
    desk.get_by_label("Vad ska vi behålla?").fill("Samtalen")
    desk.get_by_label("Vad ska vi behålla?").press("Tab")
    desk.get_by_role("button", name="Spara och nästa").press("Enter")
    expect(desk.get_by_text("Svaret är sparat. Ta nästa blankett.")).to_be_visible()
    expect(desk.locator(".headcount")).to_contain_text("1 papperssvar inskrivet")
    expect(desk.get_by_text("Ta nästa blankett.")).to_be_in_viewport()
    desk.keyboard.press("Tab")
    expect(desk.locator("form.sheet input:not([type=hidden])").first).to_be_focused()
    desk.get_by_role("button", name="Ångra det senaste").click()
    expect(desk.locator(".headcount")).to_contain_text("0 papperssvar")


def test_numbered_forms_are_keyed_in_one_after_another_by_keyboard(
    desk: Page, live: LiveRoom
) -> None:
    survey = asyncio.run_coroutine_threadsafe(
        live.room.store.survey_named("SLINGA"), live.loop
    ).result(20)
    desk.goto("/arrangor/SLINGA/papper")
    for number in (1, 2):
        named = written(survey, number)
        expect(desk.get_by_label("Blankettens nummer")).to_be_focused()
        desk.keyboard.type(named.lower())
        with desk.expect_navigation():
            desk.keyboard.press("Enter")
        expect(desk.get_by_role("heading", name=f"Blankett {named}")).to_be_focused()
        [proposal] = deal(survey, number).drawn["proposal"]
        label = {"A": "Ny park", "B": "Ny väg"}
        for name, text in label.items():
            expect(desk.get_by_text(text).first).to_be_visible(visible=name == proposal)
        desk.get_by_role("radio").first.press("Space")
        with desk.expect_navigation():
            desk.keyboard.press("Enter")
        expect(desk.get_by_text("Svaret är sparat. Ta nästa blankett.")).to_be_visible()
    expect(desk.locator(".headcount")).to_contain_text("2 papperssvar")


@pytest.mark.parametrize("width", [320, 1200])
def test_no_room_has_a_fault_that_axe_finds(browser: Browser, live: LiveRoom, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        locale="sv-SE",
        bypass_csp=True,
        base_url=live.base,
        color_scheme="dark" if width == 320 else "light",
    )
    page = enter(context, live)
    place = ("ABCDEF/bilder", "ABCDEF/karta", "SLINGA/papper", "SLINGA/papper?nummer=17")
    for room in (*(f"MOTEET/{name}" for name in ROOMS), *place, "serie/dalalab", "egen-fil"):
        page.goto(f"/arrangor/{room}")
        expect(page.locator("[data-again]")).to_have_count(0)  # a bar, for a while
        check(page)
        across = page.evaluate("document.documentElement.scrollWidth")
        assert across <= width, f"{room} scrolls sideways"
    context.close()
