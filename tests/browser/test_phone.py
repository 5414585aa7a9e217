"""A participant's phone in a real browser: what it costs, and what happens when things go wrong around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from live_room import LiveRoom
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
WORDS = "Samtalen i små grupper"
FIRST_PAGE = 20_000
WHOLE = 60_000
"""Bytes over the network, heads included."""


@pytest.fixture
def swedish(browser: Browser, live: LiveRoom) -> Iterator[BrowserContext]:
    """A Swedish phone with JavaScript and under our own policy; its console may say nothing."""
    context = browser.new_context(viewport=PHONE, locale="sv-SE", base_url=live.base)
    yield context
    context.close()


def press(page: Page, name: str) -> None:
    """Presses a button and waits for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def begin(page: Page, skipped: int = 0) -> None:
    """From the link to a question of the session evaluation."""
    page.goto("/MOTEET")
    press(page, "Börja")
    for _ in range(skipped):
        press(page, "Hoppa över")


def kept(page: Page) -> list[str]:
    """The names in the browser's own storage."""
    names: list[str] = page.evaluate("Object.keys(localStorage)")
    return names


@dataclass
class Meter:
    """Counts taps, and what came over the network and from whom."""

    page: Page
    taps: int = 0
    bytes: int = 0
    addresses: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.requestWillBeSent", self._asked)

    def _finished(self, event: dict[str, float]) -> None:
        self.bytes += int(event["encodedDataLength"])

    def _asked(self, event: dict[str, dict[str, str]]) -> None:
        self.addresses.append(event["request"]["url"])
        if "redirectResponse" in event:
            self.bytes += int(event["redirectResponse"]["encodedDataLength"])  # type: ignore[call-overload]

    def tap(self, text: str) -> None:
        self.taps += 1
        self.page.get_by_text(text, exact=True).first.click()

    def tap_on(self, name: str) -> None:
        self.taps += 1
        press(self.page, name)


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_the_evaluation_takes_nine_taps_and_sixty_kilobytes(
    browser: Browser, live: LiveRoom, scripts: bool
) -> None:
    """From the QR code: two taps to the first question, and nobody else is asked for anything."""
    context = browser.new_context(
        viewport=PHONE, locale="sv-SE", base_url=live.base, java_script_enabled=scripts
    )
    page = context.new_page()
    meter = Meter(page)
    meter.taps += 1  # the camera's own "open"
    page.goto("/MOTEET")
    page.wait_for_load_state("networkidle")
    first = meter.bytes
    meter.tap_on("Börja")
    expect(page.get_by_text("Fråga 1 av 5")).to_be_visible()
    assert meter.taps <= 2
    meter.taps = 0
    for answer in ("I hög grad", "I mycket hög grad"):
        meter.tap(answer)
        meter.tap_on("Nästa")
    meter.tap("Samtalen med kollegor")
    meter.tap_on("Nästa")
    meter.tap_on("Hoppa över")
    meter.tap_on("Hoppa över")
    expect(page.get_by_role("heading", name="Tack!")).to_be_visible()
    assert meter.taps <= 9
    assert 0 < first <= FIRST_PAGE
    assert first < meter.bytes <= WHOLE
    assert all(url.startswith(live.base) for url in meter.addresses)
    print(f"first page {first} bytes, whole evaluation {meter.bytes} bytes, {meter.taps} taps")
    context.close()


def test_what_was_typed_is_kept_when_the_network_goes_and_sent_when_it_is_back(
    swedish: BrowserContext,
) -> None:
    page = swedish.new_page()
    begin(page, 3)
    page.get_by_role("textbox").fill(WORDS)
    swedish.set_offline(True)
    page.get_by_role("button", name="Nästa").click()
    expect(page.locator("#keep")).to_contain_text("Vi skickar det när kontakten är tillbaka")
    assert page.get_by_role("textbox").input_value() == WORDS
    swedish.set_offline(False)
    expect(page.get_by_text("Fråga 5 av 5")).to_be_visible()
    assert kept(page) == []
    press(page, "Tillbaka")
    expect(page.get_by_role("textbox")).to_have_value(WORDS)
    expect(page.locator("#keep")).to_be_empty()


def test_what_was_typed_waits_while_the_server_behind_a_proxy_starts_anew(
    swedish: BrowserContext,
) -> None:
    page = swedish.new_page()
    begin(page, 3)
    page.get_by_role("textbox").fill(WORDS)
    swedish.route("**/MOTEET", lambda route: route.fulfill(status=502, body="Bad gateway"))
    page.get_by_role("button", name="Nästa").click()
    expect(page.locator("#keep")).to_contain_text("Vi skickar det när kontakten är tillbaka")
    swedish.unroute("**/MOTEET")
    expect(page.get_by_text("Fråga 5 av 5")).to_be_visible()
    press(page, "Tillbaka")
    expect(page.get_by_role("textbox")).to_have_value(WORDS)


def test_what_was_typed_in_a_tab_that_was_closed_comes_back_and_says_that_it_is_not_sent(
    swedish: BrowserContext,
) -> None:
    page = swedish.new_page()
    begin(page, 3)
    page.get_by_role("textbox").press_sequentially(WORDS)
    swedish.set_offline(True)
    page.close()
    swedish.set_offline(False)
    page = swedish.new_page()
    page.goto("/MOTEET")
    expect(page.get_by_text(WORDS)).to_have_count(0)
    press(page, "Fortsätt")
    expect(page.get_by_role("textbox")).to_have_value(WORDS)
    expect(page.locator("#keep")).to_contain_text("inte skickat")


def test_erasing_leaves_nothing_typed_in_the_browser_either(swedish: BrowserContext) -> None:
    page = swedish.new_page()
    begin(page, 3)
    page.get_by_role("textbox").press_sequentially(WORDS)
    assert len(kept(page)) == 1
    page.goto("/MOTEET/radera")
    press(page, "Ta bort svaren")
    assert kept(page) == []


def test_two_people_on_one_phone_never_see_each_others_words(swedish: BrowserContext) -> None:
    page = swedish.new_page()
    begin(page, 3)
    page.get_by_role("textbox").press_sequentially(WORDS)
    assert len(kept(page)) == 1
    page.goto("/MOTEET")
    press(page, "Jag är en annan person")
    assert kept(page) == []
    press(page, "Börja")
    for _ in range(3):
        press(page, "Hoppa över")
    expect(page.get_by_role("textbox")).to_have_value("")
    page.get_by_role("textbox").fill("Den andras ord")
    press(page, "Nästa")
    press(page, "Hoppa över")
    press(page, "Nästa person")
    expect(page.get_by_role("button", name="Börja")).to_be_visible()
    expect(page.get_by_text("Den andras ord")).to_have_count(0)
    page.go_back()
    expect(page.get_by_text("Den andras ord")).to_have_count(0)


@pytest.mark.parametrize("skipped", [0, 3], ids=["elsewhere", "at the same question"])
def test_what_one_person_sends_from_an_older_tab_never_becomes_the_next_persons(
    swedish: BrowserContext, skipped: int
) -> None:
    page, older = swedish.new_page(), swedish.new_page()
    begin(page, 3)
    older.goto("/MOTEET?vidare")
    older.get_by_role("textbox").fill("Den förstas ord")
    page.goto("/MOTEET")
    press(page, "Jag är en annan person")
    press(page, "Börja")
    for _ in range(skipped):
        press(page, "Hoppa över")
    press(older, "Nästa")
    expect(older.get_by_role("alert")).to_contain_text("Vi kunde inte ta emot sidan")
    expect(older.get_by_text("Den förstas ord")).to_have_count(0)
    page.goto("/MOTEET?vidare")
    for _ in range(5 - skipped):
        press(page, "Hoppa över")
    expect(page.get_by_role("heading", name="Tack!")).to_be_visible()
    expect(page.get_by_text("Den förstas ord")).to_have_count(0)


def test_two_tabs_of_one_person_end_in_one_set_of_answers(
    swedish: BrowserContext, live: LiveRoom
) -> None:
    one, two = swedish.new_page(), swedish.new_page()
    begin(one)
    two.goto("/MOTEET?vidare")
    one.get_by_label("I hög grad", exact=True).check()
    press(one, "Nästa")
    two.get_by_label("Inte alls").check()
    press(two, "Nästa")
    expect(two.get_by_text("Fråga 2 av 5")).to_be_visible()
    one.get_by_label("I viss grad").check()
    press(one, "Nästa")
    expect(one.get_by_text("Fråga 3 av 5")).to_be_visible()
    press(one, "Tillbaka")
    press(one, "Tillbaka")
    expect(one.get_by_label("Inte alls")).to_be_checked()


def test_back_after_sending_shows_how_it_stands_and_never_an_error(
    swedish: BrowserContext,
) -> None:
    page = swedish.new_page()
    begin(page)
    page.get_by_label("I hög grad", exact=True).check()
    press(page, "Nästa")
    page.go_back()
    if page.get_by_role("button", name="Fortsätt").count():
        press(page, "Fortsätt")
    expect(page.get_by_text("Fråga 2 av 5")).to_be_visible()
    press(page, "Tillbaka")
    expect(page.get_by_label("I hög grad", exact=True)).to_be_checked()


def test_a_refused_answer_says_what_is_wrong_and_keeps_it_with_scripts_too(
    swedish: BrowserContext,
) -> None:
    page = swedish.new_page()
    begin(page)
    press(page, "Nästa")
    expect(page.get_by_role("alert")).to_contain_text("Välj ett av svaren")
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("I liten grad", exact=True)).to_be_checked()


def test_a_map_to_move_about_in_speaks_the_pages_language_and_takes_a_point(
    swedish: BrowserContext,
) -> None:
    page = swedish.new_page()
    page.goto("/PLATSEN?lang=ar")
    with page.expect_navigation():
        page.locator("button[value=next]").click()
    with page.expect_navigation():
        page.locator("button[value=next]").click()
    while not page.locator("#map").count():
        with page.expect_navigation():
            page.locator("button[value=skip]").click()
    place = page.locator("#map")
    expect(place).to_have_attribute("aria-label", "خريطة المكان")
    titles = [each.get_attribute("title") for each in page.locator(".leaflet-bar a").all()]
    assert titles == ["تكبير الخريطة", "تصغير الخريطة"]
    box = place.bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(1000 / 640, rel=0.02)
    place.click(position={"x": box["width"] / 4, "y": box["height"] / 2})
    expect(page.locator("#map-about")).to_have_attribute("role", "status")
    with page.expect_navigation():
        page.locator("button[value=next]").click()
    with page.expect_navigation():
        page.locator("button[value=back]").click()
    expect(page.locator(".leaflet-interactive")).to_have_count(1)
    west, east = 15.6290, 15.6340
    where = float(page.locator("[name=lon]").input_value())
    assert where == pytest.approx(west + (east - west) / 4, abs=0.0008)


def test_a_kiosk_begins_anew_when_nobody_has_touched_it_for_two_minutes(
    swedish: BrowserContext,
) -> None:
    page = swedish.new_page()
    page.clock.install()
    page.goto("/MOTEET?kiosk")
    press(page, "Börja")
    for _ in range(3):
        press(page, "Hoppa över")
    page.get_by_role("textbox").fill(WORDS)
    assert kept(page) == []
    page.clock.run_for(101_000)
    expect(page.locator("#keep")).to_contain_text("Är du kvar?")
    with page.expect_navigation():
        page.clock.run_for(20_000)
    expect(page.get_by_role("button", name="Börja")).to_be_visible()
    page.go_back()
    expect(page.get_by_text(WORDS)).to_have_count(0)


def test_the_page_works_with_neither_style_sheets_scripts_nor_cookies(
    browser: Browser, live: LiveRoom
) -> None:
    context = browser.new_context(
        viewport=PHONE, locale="sv-SE", base_url=live.base, java_script_enabled=False
    )
    context.route("**/*.css*", lambda route: route.abort())
    page = context.new_page()
    page.goto("/MOTEET")
    press_without_cookies(page, "Börja")
    page.get_by_label("I hög grad", exact=True).check()
    press_without_cookies(page, "Nästa")
    page.get_by_label("I viss grad").check()
    press_without_cookies(page, "Nästa")
    press_without_cookies(page, "Hoppa över")
    page.get_by_role("textbox").fill(WORDS)
    press_without_cookies(page, "Nästa")
    press_without_cookies(page, "Hoppa över")
    expect(page.get_by_role("heading", name="Tack!")).to_be_visible()
    expect(page.get_by_text(WORDS)).to_be_visible()
    assert re.fullmatch(r"[A-Z2-9]{5}-[A-Z2-9]{5}", page.locator(".slip").inner_text())
    context.close()


def press_without_cookies(page: Page, name: str) -> None:
    page.context.clear_cookies()
    press(page, name)


def test_an_arabic_participant_reads_from_the_right_to_the_end(
    browser: Browser, live: LiveRoom
) -> None:
    context = browser.new_context(
        viewport=PHONE, locale="ar", base_url=live.base, java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/MOTEET")
    while page.locator("button[value=next]").count():
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        first = page.locator(".row input").first
        if first.count():
            first.check()
        with page.expect_navigation():
            page.locator("button[value=next]").click()
        if page.get_by_role("alert").count():
            with page.expect_navigation():
                page.locator("button[value=skip]").click()
    expect(page.locator(".slip")).to_be_visible()
    context.close()
