"""G10: a participant can finish without JavaScript, with a keyboard, right-to-left, at 320 px."""

from __future__ import annotations

import re

import pytest
from live_room import LiveRoom
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser


def next_question(page: Page) -> None:
    page.get_by_role("button", name="Nästa").click()


def test_the_session_evaluation_from_code_to_receipt(phone: Page) -> None:
    """Join by code, answer, go back, change, skip, finish, and find the same answers at the same link."""
    phone.goto("/")
    phone.get_by_label("Kod").fill("moteet")
    next_question(phone)
    expect(phone.get_by_text("Region Dalarna frågar.")).to_be_visible()
    phone.get_by_role("button", name="Börja").click()
    expect(phone.get_by_text("Fråga 1 av 5")).to_be_visible()
    phone.get_by_label("I hög grad", exact=True).check()
    next_question(phone)
    phone.get_by_label("I viss grad").check()
    next_question(phone)
    phone.get_by_role("button", name="Tillbaka").click()
    expect(phone.get_by_label("I viss grad")).to_be_checked()
    phone.get_by_label("Inte alls").check()
    next_question(phone)
    phone.get_by_label("Samtalen med kollegor").check()
    phone.get_by_label("Övningarna").check()
    next_question(phone)
    phone.get_by_role("textbox").fill("Samtalen. De gav mest.")
    next_question(phone)
    phone.get_by_role("button", name="Hoppa över").click()
    expect(phone.get_by_role("heading", name="Tack!")).to_be_visible()
    receipt = phone.locator(".slip").inner_text()
    assert re.fullmatch(r"[A-Z2-9]{5}-[A-Z2-9]{5}", receipt)
    phone.get_by_role("button", name=re.compile("^Ändra I vilken grad har")).click()
    phone.get_by_label("I mycket hög grad").check()
    next_question(phone)
    phone.goto("/MOTEET")
    phone.get_by_role("button", name="Fortsätt").click()
    for said in ("I mycket hög grad", "Inte alls", "Samtalen. De gav mest.", "Inget svar"):
        expect(phone.get_by_text(said)).to_be_visible()
    assert phone.locator(".slip").inner_text() == receipt


def test_every_kind_of_question_with_the_keyboard_only(phone: Page) -> None:
    """Tab, arrows, space and Enter are enough; Enter in a text line sends the answer."""
    phone.goto("/ABCDEF")
    press_button(phone, "Börja")
    press_button(phone, "Fortsätt")
    tab_to(phone, "input[name=answer]")
    phone.keyboard.press("Space")
    phone.keyboard.press("ArrowDown")
    press_button(phone, "Nästa")
    tab_to(phone, "input[name=answer]")
    phone.keyboard.press("Space")
    press_button(phone, "Nästa")
    tab_to(phone, "input[name=answer]")
    phone.keyboard.press("Space")
    press_button(phone, "Nästa")
    tab_to(phone, "#answer")
    phone.keyboard.type("12")
    tab_to(phone, "#year")
    phone.keyboard.type("2021")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="Vad ska vi behålla?")).to_be_visible()


def test_a_whole_evaluation_with_the_keyboard_only_and_scripts_on(
    browser: Browser, live: LiveRoom
) -> None:
    """From the code on the front page to the thanks; focus can be seen at every step."""
    context = browser.new_context(locale="sv-SE", base_url=live.base)
    page = context.new_page()
    page.goto("/")
    tab_to(page, "#kod")
    page.keyboard.type("moteet")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    press_button(page, "Börja")
    for _ in range(2):
        tab_to(page, "input[name=answer]")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        press_button(page, "Nästa")
    tab_to(page, "#answer-2")
    page.keyboard.press("Space")
    press_button(page, "Nästa")
    tab_to(page, "textarea")
    page.keyboard.type("Samtalen")
    press_button(page, "Nästa")
    press_button(page, "Hoppa över")
    expect(page.get_by_text("Samtalen", exact=True)).to_be_visible()
    expect(page.get_by_text("I liten grad")).to_have_count(2)
    context.close()


def tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"{selector} cannot be reached with Tab")


def press_button(page: Page, name: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.locator("button:focus")
        if focused.count() and focused.inner_text() == name:
            outline = focused.evaluate("element => getComputedStyle(element).outlineStyle")
            assert outline == "solid"
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    pytest.fail(f"{name} cannot be reached with Tab")


def test_the_open_line_shows_when_its_option_is_chosen(phone: Page) -> None:
    """Without a script: the style sheet hides the line until then, and what is written is kept."""
    phone.goto("/ABCDEF")
    phone.get_by_role("button", name="Börja").click()
    phone.get_by_role("button", name="Fortsätt").click()
    phone.get_by_role("button", name="Hoppa över").click()
    line = phone.get_by_label("Skriv vad du menar")
    expect(line).to_be_hidden()
    phone.get_by_label("Något annat").check()
    line.fill("Sommargäst")
    next_question(phone)
    phone.get_by_role("button", name="Tillbaka").click()
    expect(line).to_have_value("Sommargäst")


def test_a_page_asks_nobody_else_for_anything(looking: BrowserContext, live: LiveRoom) -> None:
    """Offline fonts, offline styles: every request goes to the server itself."""
    page = looking.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/ABCDEF")
    assert asked
    assert all(url.startswith(live.base) for url in asked)


def test_a_table_with_the_keyboard_only_and_on_with_the_receipt_code(
    browser: Browser, live: LiveRoom, phone: Page
) -> None:
    """Arrows choose within a row, Tab leads to the next; another phone goes on where this one paused."""
    phone.goto("/SLINGA")
    press_button(phone, "Börja")
    tab_to(phone, "#answer")
    phone.keyboard.type("Grupp 4")
    press_button(phone, "Nästa")
    tab_to(phone, "#answer-1")
    phone.keyboard.press("Space")
    phone.keyboard.press("ArrowDown")
    tab_to(phone, "#cell-2-1")
    phone.keyboard.press("Space")
    row = phone.get_by_role("group", name="Kort sikt")
    expect(row.get_by_role("radio", name="Negativt", exact=True)).to_be_checked()
    press_button(phone, "Nästa")
    heading = phone.get_by_role("heading", level=1).inner_text()
    phone.get_by_role("link", name="Pausa och fortsätt senare").click()
    receipt = phone.locator(".slip").inner_text()
    context = browser.new_context(locale="sv-SE", java_script_enabled=False, base_url=live.base)
    other = context.new_page()
    other.goto("/SLINGA")
    other.get_by_label(re.compile("^Har du börjat")).fill(receipt)
    other.get_by_role("button", name="Fortsätt").click()
    expect(other.get_by_role("heading", level=1)).to_have_text(heading)
    assert receipt not in other.url
    context.close()
