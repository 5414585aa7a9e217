"""An organiser adapts an evaluation in a real browser, from the shelf to a published version; axe looks at each page."""

from __future__ import annotations

import pytest
from live_room import LiveRoom
from playwright.sync_api import BrowserContext, Page, expect
from test_axe import check

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 900}
SMALL = {"width": 320, "height": 640}


def checked(page: Page) -> None:
    """axe finds nothing, and nothing is wider than the smallest phone."""
    page.set_viewport_size(WIDE)
    check(page)
    page.set_viewport_size(SMALL)
    check(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= SMALL["width"], f"{page.url} is {wide} px wide"
    page.set_viewport_size(WIDE)


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("button.primary", has_text="Spara").click()


def adapt(page: Page) -> str:
    """Finds the evaluation by a word of its purpose and makes a draft of it; the draft's address."""
    page.goto("/arrangor/bibliotek")
    checked(page)
    page.get_by_label("Sök på vad du vill göra").fill("utvärdera träff")
    page.get_by_role("button", name="Sök").click()
    with page.expect_navigation():
        page.get_by_role("link", name="Utvärdering av dagens träff").click()
    checked(page)
    page.get_by_role("button", name="Anpassa").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Utvärdering av dagens träff")
    checked(page)
    return page.url


def change_a_question(page: Page) -> None:
    """A new wording and one option more; a condition that is wrong is told where it is wrong."""
    page.get_by_role("link", name="Vad gav dig mest? Välj högst två.").click()
    page.get_by_label("Svenska").first.fill("Vad gav dig mest i dag?")
    with page.expect_navigation():
        page.get_by_role("button", name="Lägg till alternativ").click()
    page.get_by_label("Alternativ 7, Svenska").fill("Maten")
    page.get_by_label("Alternativ 7, العربية").fill("الطعام")
    page.get_by_label("Eget villkor").check()
    page.get_by_label("Villkor, till exempel").fill("usefulness <= 2 and")
    save(page)
    field = page.get_by_label("Villkor, till exempel")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert (
        "från tecken 20" in page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text()
    )
    checked(page)


def ask_only_those_who(page: Page, draft: str) -> None:
    """A condition without writing one."""
    page.goto(draft)
    checked(page)
    page.get_by_role("link", name="Fråga 3", exact=True).click()
    page.get_by_label("Beroende på ett svar").check()
    page.get_by_label("Svaret", exact=True).select_option(label="1. I viss grad")
    save(page)
    expect(page.get_by_role("status")).to_have_text("Sparat.")


def see_it_in_arabic(page: Page, draft: str) -> None:
    """Every question on a phone, and the whole of it tried."""
    page.goto(f"{draft}/visa?sprak=ar")
    expect(page.locator(".phone[dir=rtl]")).to_have_count(7)
    expect(page.get_by_text("الطعام")).to_be_visible()
    checked(page)
    page.get_by_role("link", name="Prova själv").click()
    with page.expect_navigation():
        page.get_by_role("button", name="ابدأ").click()
    checked(page)
    for form in ("/om", "/text", "/lista/1"):
        page.goto(draft + form)
        checked(page)


@pytest.mark.slow
def test_an_evaluation_is_adapted_seen_in_arabic_published_and_compared(
    looking: BrowserContext, live: LiveRoom
) -> None:
    page = looking.new_page()
    page.goto(live.studio_link())
    page.locator("main button").first.click()
    draft = adapt(page)
    change_a_question(page)
    ask_only_those_who(page, draft)
    see_it_in_arabic(page, draft)

    page.goto(f"{draft}/publicera")
    expect(page.get_by_text("har fått en ny lydelse. Serien bryts här.")).to_be_visible()
    checked(page)
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_role("status")).to_contain_text("Publicerad.")
    checked(page)
    page.get_by_role("link", name="Öppna en enkät med den").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "session_evaluation_egen" in page.url
