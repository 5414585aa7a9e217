"""The practice chat in a real browser: a questionnaire is answered by clicking, and nothing in it hinders anybody."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROOT = Path(__file__).parents[2]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
SMALL = {"width": 320, "height": 640}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    line = [sys.executable, "-m", "bot", "telegram-sandbox", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "sv_SE.UTF-8"}
    with subprocess.Popen(line, stdout=subprocess.PIPE, cwd=tmp_path, env=environment) as process:
        assert process.stdout is not None
        yield process.stdout.readline().decode().split()[-1]
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0


@pytest.fixture
def size() -> dict[str, int]:
    return PHONE


@pytest.fixture
def page(browser: Browser, address: str, size: dict[str, int]) -> Iterator[Page]:
    context = browser.new_context(viewport=size, locale="sv-SE", base_url=address)
    yield from watched(context.new_page())
    context.close()


def watched(page: Page) -> Iterator[Page]:
    """A page on which nothing may go wrong: no error in a script, nothing that our policy stops."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto("/")
    yield page
    assert wrong == []


def person(page: Page, number: int) -> None:
    page.get_by_role("navigation").get_by_role("button", name=f"Person {number}").click()


def key(page: Page, label: str) -> Locator:
    """The newest visible key under a message."""
    return page.locator("#messages .key").get_by_text(label, exact=True).last


def newest(page: Page, words: str) -> None:
    expect(page.locator("#messages .bot").last).to_contain_text(words)


def phone_is_open(page: Page) -> None:
    page.evaluate("document.getElementById('phone').open = true")


def check(page: Page) -> None:
    page.locator("#toast").evaluate("node => node.textContent = ''")
    result = Axe().run(page, options=RULES)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_questionnaire_is_answered_by_clicking_and_writing(page: Page) -> None:
    page.locator("#begin").click()
    newest(page, "Övning")
    key(page, "Börja").click()
    newest(page, "Fråga 1 av 5")
    key(page, "I hög grad").click()
    newest(page, "Fråga 2 av 5")
    expect(page.locator("#messages")).to_contain_text("✓ I hög grad")
    key(page, "I mycket hög grad").click()
    newest(page, "Fråga 3 av 5")
    key(page, "☐ Samtalen med kollegor").click()
    expect(page.locator("#messages .key").filter(has_text="☑ Samtalen")).to_be_visible()
    key(page, "Klar").click()
    newest(page, "Fråga 4 av 5")
    page.locator("#text").fill("Samtalen i små grupper")
    page.keyboard.press("Enter")
    newest(page, "Fråga 5 av 5")
    page.locator("#text").fill("Mer tid")
    page.get_by_role("button", name="Skicka", exact=True).click()
    newest(page, "Tack")
    first = page.locator("#messages .bot").filter(has_text="I vilken grad har du nytta").first
    expect(first.locator(".key").filter(has_text="I liten grad")).to_have_count(0)


@pytest.mark.parametrize("size", [DESK], ids=["desk"])
def test_the_keyboard_is_enough_and_focus_is_not_lost_when_a_message_changes(page: Page) -> None:
    person(page, 3)
    page.locator("#begin").focus()
    page.keyboard.press("Enter")
    newest(page, "Övning")
    key(page, "Börja").press("Enter")
    newest(page, "Fråga 1 av 5")
    key(page, "I viss grad").press("Space")
    newest(page, "Fråga 2 av 5")
    key(page, "I viss grad").press("Enter")
    newest(page, "Fråga 3 av 5")
    key(page, "☐ Samtalen med kollegor").press("Enter")
    ticked = page.locator("#messages .key").filter(has_text="☑ Samtalen")
    expect(ticked).to_be_focused()


def test_pictures_places_answers_and_blocking(page: Page) -> None:
    person(page, 2)
    phone_is_open(page)
    page.locator("#file").set_input_files(
        {"name": "bild.png", "mimeType": "image/png", "buffer": PNG}
    )
    picture = page.locator("#messages .person img").last
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    expect(picture).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Skicka plats").click()
    expect(page.locator("#messages .person").last).to_contain_text("Plats: 60.6065, 15.6355")
    answered = page.locator("#messages .bot").last
    answered.locator(".reply").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#replying")).to_be_visible()
    page.locator("#text").fill("ett svar")
    page.keyboard.press("Enter")
    expect(page.locator("#messages .quoted").last).to_be_visible()
    page.get_by_role("button", name="Blockera boten").click()
    expect(page.locator("#note")).to_contain_text("Boten är blockerad")
    page.get_by_role("button", name="Släpp in boten igen").click()
    expect(page.locator("#note")).to_be_hidden()


def test_another_chat_tells_that_it_has_news(page: Page) -> None:
    other = page.context.new_page()
    other.goto("/")
    person(page, 1)
    person(other, 3)
    other.locator("#text").fill("/start")
    other.keyboard.press("Enter")
    expect(other.locator("#messages .bot").last).to_be_visible()
    tab = page.get_by_role("navigation").get_by_role("button", name="Person 3")
    expect(tab.locator(".news")).to_be_visible()
    tab.click()
    expect(tab.locator(".news")).to_be_hidden()


def test_axe_finds_nothing_in_either_direction_or_colour(browser: Browser, address: str) -> None:
    for viewport in (PHONE, DESK, SMALL):
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport=viewport,
                color_scheme=scheme,
                locale="sv-SE",
                bypass_csp=True,
                base_url=address,
            )  # type: ignore[arg-type]
            page = context.new_page()
            page.goto("/")
            phone_is_open(page)
            expect(page.locator("#menu")).to_be_visible()
            check(page)
            page.locator("#language").select_option("ar")
            page.get_by_role("button", name="Starta").last.click()
            expect(page.locator("#messages .bot").last).to_be_visible()
            check(page)
            page.get_by_role("navigation").get_by_role("button", name="Gruppchatt").click()
            expect(page.locator("#as")).to_be_visible()
            check(page)
            wide = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert wide <= 0
            context.close()


def test_arabic_stands_from_the_right(page: Page) -> None:
    person(page, 1)
    phone_is_open(page)
    page.locator("#language").select_option("ar")
    page.locator("#text").fill(f"/start {page.locator('#code').input_value()}")
    page.keyboard.press("Enter")
    key(page, "ابدأ").click()
    newest(page, "السؤال")
    said = page.locator("#messages .bot .said").last
    assert said.evaluate("node => getComputedStyle(node).direction") == "rtl"
