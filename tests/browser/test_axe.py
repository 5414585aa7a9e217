"""axe-core finds nothing on any page (WCAG 2.0 to 2.2 AA and best practice), in both directions and colours."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from live_room import LiveRoom
from participant_pages import WALKS, evaluation, every_kind, standing
from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
DIRECTION = {"en": "ltr", "ar": "rtl"}
LOW = """
Array.from(document.querySelectorAll("button, .button, .row, .cell, textarea, select, input[type=text], .text, .links a"))
  .map(element => [element.textContent.trim().slice(0, 20), element.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && box.height < 48)
  .map(([text, box]) => `${text}: ${box.height}`)
"""
"""Whatever is pressed and is lower than 48 px. Links in running text may be."""


def check(page: Page, name: str = "", rules: dict[str, object] = RULES) -> None:
    result = Axe().run(page, options=rules)
    assert result.violations_count == 0, f"{name} {page.url}\n{result.generate_report()}"


def test_every_participant_page_in_swedish_in_every_dress(looking: BrowserContext) -> None:
    """Light and dark, forced colours, 320 and 1280 pixels, text at 200 %: nothing is found and nothing is cut off."""
    page = looking.new_page()
    page.emulate_media(reduced_motion="reduce")
    for walk in WALKS:
        for name in walk(page, "sv"):
            check(page, name)
            measure(page, name)
            dress(page, name)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_participant_page_in_other_languages(looking: BrowserContext, language: str) -> None:
    """The same in a language that is read from right to left, and in English."""
    page = looking.new_page()
    page.emulate_media(reduced_motion="reduce")
    for walk in (standing, evaluation, every_kind):
        for name in walk(page, language):
            assert page.locator("html").get_attribute("lang") == language, name
            assert page.locator("html").get_attribute("dir") == DIRECTION[language], name
            check(page, name)
            dress(page, name)


def dress(page: Page, name: str) -> None:
    """The same page in other colours and sizes."""
    page.emulate_media(color_scheme="dark")
    check(page, f"{name}, dark", COLOURS)
    page.emulate_media(color_scheme="light", forced_colors="active")
    check(page, f"{name}, forced colours", COLOURS)
    page.emulate_media(color_scheme="light", forced_colors="none")
    for size in (SMALL, DESK):
        page.set_viewport_size(size)
        measure(page, name)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for size in (DESK, SMALL):
        page.set_viewport_size(size)
        measure(page, f"{name}, text at 200 %, {size['width']} pixels")
    page.set_viewport_size(PHONE)


def measure(page: Page, name: str) -> None:
    """No sideways scrolling, no text cut off, and whatever is pressed is at least 48 px high."""
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, name
    low = page.evaluate(LOW)
    assert low == [], f"{name}: {low}"


def test_the_organisers_pages(looking: BrowserContext, live: LiveRoom) -> None:
    page = looking.new_page()
    page.goto(live.studio_link())
    check(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Logga in").click()
    check(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Träff 2: Att mötas").first.click()
    check(page)
