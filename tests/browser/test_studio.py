"""The organiser's way in a real browser: from the owner's link to a report, by keyboard, and for everybody."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from live_room import LiveRoom
from playwright.sync_api import Browser, Page, expect
from web_room import Page as Form

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
FEWEST_PEOPLE = 5
MOST_CLICKS = 12
LAW = {
    "Vem ansvarar för uppgifterna?": "Region Dalarna",
    "Gallringsbeslut": "RD 2026/123",
    "Så många månader sparas svaren": "24",
}
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
PAGES = (
    *("/arrangor", "/arrangor/konto", "/arrangor/personer", "/arrangor/logg"),
    *("/arrangor/organisation", "/arrangor/oppna?questionnaire=place_dialogue"),
    *("/arrangor/MOTEET", "/arrangor/MOTEET/nasta", "/arrangor/MOTEET/stang"),
    "/arrangor/MOTEET/gallra",
)


@pytest.fixture
def started(tmp_path: Path) -> Iterator[str]:
    """What `dalalab run` says at its first start, while it runs."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "sv_SE.UTF-8"}
    words = ("run", "--host", "127.0.0.1", "--port", "0", "--database")
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *words, f"sqlite:///{tmp_path}/dalalab.sqlite"],
        cwd=tmp_path,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl+C" in line:
                break
        yield said
        process.send_signal(signal.SIGTERM)
        process.stdout.read()


class Clicks:
    """Presses buttons and links by their names, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def button(self, name: str) -> None:
        self.count += 1
        self.page.get_by_role("button", name=name, exact=True).click()

    def link(self, name: str) -> None:
        self.count += 1
        self.page.get_by_role("link", name=name).first.click()


def answer(address: str) -> None:
    """One participant, as a browser without JavaScript."""
    with httpx2.Client(headers={"accept-language": "sv"}, follow_redirects=True) as phone:
        page = Form(phone.get(address).text)
        fields = dict(page.forms[0].fields)
        asked = phone.post(address, data={**fields, "action": "next"}).text
        chosen = re.search(r'name="answer" value="(\w+)"', asked)
        assert chosen is not None, asked
        fields = dict(Form(asked).forms[0].fields)
        phone.post(address, data={**fields, "answer": chosen[1], "action": "next"})


def open_an_evaluation(page: Page, clicks: Clicks) -> str:
    """From the start page to an open survey; its address."""
    clicks.link("Enkäter")
    clicks.link("Utvärdering av dagens träff")
    page.get_by_label("Rubrik").fill("Träff 1")
    page.get_by_label("Antal inbjudna").fill("24")
    clicks.button("Öppna")
    expect(page.get_by_role("status")).to_contain_text("Enkäten är öppen")
    join = page.locator(".join a").get_attribute("href")
    assert join is not None
    return join


@pytest.mark.slow
def test_an_organiser_comes_from_the_owners_link_to_a_downloaded_report(
    browser: Browser, started: str
) -> None:
    """Without a terminal after the start, without JavaScript, and to an open evaluation in a dozen clicks."""
    found = re.search(r"http://\S+/arrangor\?nyckel=\S+", started)
    assert found is not None
    context = browser.new_context(locale="sv-SE", java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    clicks = Clicks(page)
    page.goto(found[0])
    assert "nyckel" not in page.url
    page.get_by_label("Ditt namn").fill("Kim Berg")
    clicks.button("Logga in")
    clicks.link("Till uppgifterna")
    for label, written in LAW.items():
        page.get_by_label(label).fill(written)
    clicks.button("Spara")
    join = open_an_evaluation(page, clicks)
    poster = page.get_by_role("link", name="Affisch").get_attribute("href")
    clicks.count += 1  # a PDF opens in a reader of its own
    assert page.request.get(f"{page.url.split('/arrangor')[0]}{poster}").body().startswith(b"%PDF")
    assert clicks.count <= MOST_CLICKS, clicks.count
    for _ in range(FEWEST_PEOPLE):
        answer(join)
    page.reload()
    expect(page.get_by_text("5 av 24")).to_be_visible()
    clicks.link("Rapport")
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("[Rr]apport"))
    with page.expect_download() as downloading:
        page.get_by_role("link", name=re.compile("^PowerPoint")).first.click()
    assert downloading.value.path().stat().st_size > 10_000
    page.goto(page.url.split("/arrangor")[0] + "/arrangor/logg")
    expect(page.get_by_text("Öppnade en enkät")).to_be_visible()
    expect(page.get_by_text("Kim Berg").first).to_be_visible()
    context.close()


def tab_to(page: Page, selector: str) -> None:
    """Moves on with Tab until it is there; what has the focus always shows it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            outline = page.locator(f"{selector}:focus").evaluate(
                "element => getComputedStyle(element).outlineStyle"
            )
            assert outline == "solid", selector
            return
    pytest.fail(f"{selector} cannot be reached with Tab")


def test_a_survey_is_opened_with_the_keyboard_alone(browser: Browser, live: LiveRoom) -> None:
    """The link, the button, the form with a mistake in it, and the opened survey."""
    context = browser.new_context(locale="sv-SE", java_script_enabled=False, base_url=live.base)
    page = context.new_page()
    page.goto(live.studio_link())
    tab_to(page, ".gate button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, ".headline a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto("/arrangor/oppna?questionnaire=session_evaluation")
    tab_to(page, "#title")
    page.keyboard.type("Träff 3")
    tab_to(page, "[name=practice]")
    page.keyboard.press("Space")
    tab_to(page, "#invited")
    page.keyboard.type("tjugo")
    page.keyboard.press("Enter")
    expect(page.locator("#invited-problem")).to_contain_text("siffror")
    tab_to(page, ".alert a")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#title")).to_have_value("Träff 3")
    expect(page.locator("[name=practice]")).to_be_checked()
    page.locator("#invited").focus()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Träff 3")
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["sv", "en"])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    browser: Browser, live: LiveRoom, language: str
) -> None:
    """Every page of the studio on a narrow phone and on a desk, in light and dark."""
    context = browser.new_context(locale=language, bypass_csp=True, base_url=live.base)
    page = context.new_page()
    page.goto(live.studio_link())
    check(page)
    press(page, ".gate button")
    for address in PAGES:
        page.goto(address)
        check(page)
    page.goto("/arrangor/oppna?questionnaire=place_dialogue")
    press(page, ".form button.primary")  # nothing is filled in: everything is told
    check(page)
    page.goto("/arrangor/personer")
    page.locator("#name").fill("Robin")
    press(page, ".form button.primary")
    check(page)
    context.clear_cookies()
    page.goto("/arrangor")
    check(page)
    context.close()


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.locator(button).click()


def check(page: Page) -> None:
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        across = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert across <= 0, f"{page.url} scrolls sideways at {width}"
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            result = Axe().run(page, options=RULES)
            assert result.violations_count == 0, f"{page.url}\n{result.generate_report()}"
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(forced_colors="active")
    page.add_style_tag(content="html { font-size: 200% }")
    across = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert across <= 0, f"{page.url} scrolls sideways with large text"
    page.emulate_media(forced_colors="none")
