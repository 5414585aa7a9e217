"""axe-core finds nothing on any page (WCAG 2.0 to 2.2 AA and best practice), in both directions and colours."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from live_room import LiveRoom
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def check(page: Page) -> None:
    result = Axe().run(page, options=RULES)
    assert result.violations_count == 0, f"{page.url}\n{result.generate_report()}"


def press(page: Page, action: str) -> None:
    with page.expect_navigation():
        page.locator(f"button[value={action}]").click()


@pytest.mark.parametrize(
    "path", ["/", "/ABCDEF", "/ABCDEF/integritet", "/radera", "/tillganglighet", "/X"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_one_reads(browser: Browser, live: LiveRoom, path: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        locale="sv-SE",
        bypass_csp=True,
        base_url=live.base,
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(path)
    check(page)
    context.close()


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_questions_errors_and_thanks(looking: BrowserContext, language: str) -> None:
    page = looking.new_page()
    page.goto(f"/ABCDEF?lang={language}")
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    press(page, "next")
    press(page, "next")
    while page.locator("button[value=skip]").count():
        check(page)
        if page.locator("fieldset .row").count() and not page.locator("#answer").count():
            press(page, "next")  # nothing is chosen: the page comes back with what is wrong
            check(page)
        press(page, "skip")
    check(page)
    page.goto("/ABCDEF/radera")
    check(page)


def test_the_organisers_pages(looking: BrowserContext, live: LiveRoom) -> None:
    page = looking.new_page()
    page.goto(live.studio_link())
    check(page)
    page.get_by_role("button", name="Logga in").click()
    check(page)
    page.get_by_role("link", name="Träff 2: Att mötas").first.click()
    check(page)


def test_tables_rankings_shares_and_names(looking: BrowserContext, live: LiveRoom) -> None:
    """Every page of a questionnaire with loops, on a phone and on a wide screen; also when it is refused."""
    page = looking.new_page()
    page.goto("/SLINGA")
    check(page)
    press(page, "next")
    while page.locator("button[value=skip]").count():
        check(page)
        page.set_viewport_size({"width": 1280, "height": 800})
        check(page)
        page.set_viewport_size({"width": 390, "height": 844})
        if page.locator(".line, .share").count():
            press(page, "next")  # nothing is filled in
            check(page)
        press(page, "skip")
    check(page)
    page.goto("/SLINGA/paus")
    check(page)
