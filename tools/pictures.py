"""Makes the pictures of README and docs from the demo: `make pictures`.

Starts the demo on a free loopback port with a database of its own, drives the system's Chromium, and writes
`docs/pictures/*.png`. Needs Chromium (Debian: `apt install chromium fonts-noto-core`).
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from tools.camera import PICTURES, chromium, save, save_from, side_by_side, window, write
from tools.chart_pictures import at_phone_width, at_slide_size
from tools.running_demo import ROOT, Demo, demo
from tools.sandbox_page import chat, sandbox
from tools.transcript import terminal_page

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1200, "height": 900}
WIDE = {"width": 1280, "height": 800}
PROJECTOR = {"width": 1280, "height": 720}
PAPER = {"width": 840, "height": 1000}
TICKED = "☑ "
ORGANISATION = {
    "Vem ansvarar för uppgifterna?": "Exempelkommunen",
    "Gallringsbeslut": "KS 2026/123",
    "Så många månader sparas svaren": "24",
}
TYPED = ("4", "5", "1 2", "Samtalen i mindre grupper", "Kortare föreläsning, mer tid att prata")


def main() -> None:
    """Every picture, with a line of progress for each."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="dalalab-pictures-") as folder,
        demo(Path(folder)) as running,
        chromium() as browser,
    ):
        take_reports(running, browser, Path(folder))
        take_organiser(running, browser)
        take_phone(running, browser)
        take_terminal(running, browser, Path(folder))
        take_telegram(browser)
        take_charts(browser)


def take_phone(running: Demo, browser: Browser) -> None:
    """Notice, scale, a place in the dark, and the last page; then the four side by side."""
    with window(browser, PHONE) as page:
        page.goto(f"{running.base}/TRAFF4")
        notice = save(page, "phone-notice")
        _press(page, "Börja")
        _choose(page, "I hög grad")
        scale = save(page, "phone-question")
        _press(page, "Nästa")
        for answer in ("I mycket hög grad", "Samtalen med kollegor"):
            _choose(page, answer)
            _press(page, "Nästa")
        for words in TYPED[3:]:
            page.get_by_role("textbox").fill(words)
            _press(page, "Nästa")
        end = save(page, "phone-end")
    with window(browser, PHONE, dark=True) as page:
        page.goto(f"{running.base}/TORGET")
        _press(page, "Börja")
        _choose(page, "Södra sidan")
        page.evaluate("scrollTo(0, 0)")
        dark = save(page, "phone-dark")
    side_by_side("phones", [notice, scale, end, dark])
    with window(browser, PHONE) as page:
        page.goto(f"{running.base}/TORGVAR")
        save(page, "phone-answer")


def take_reports(running: Demo, browser: Browser, folder: Path) -> None:
    """The report of one meeting on a desk and on a phone, and the series of four."""
    one, series, card = folder / "rapport.html", folder / "serie.html", folder / "kort.png"
    running.command("report", "TRAFF1", "-o", str(one))
    running.command("report", "--series", "Dalalab", "-o", str(series))
    running.command("report", "TRAFF1", "--format", "png", "-o", str(card))
    running.command("report", "TORGET", "-o", str(folder / "torget.html"))
    with Image.open(card) as drawn:
        write("report-card", drawn.convert("RGB").resize((1280, 720), Image.Resampling.LANCZOS))
    with window(browser, PAPER) as page:
        page.goto(one.as_uri())
        top = save(page, "report")
        questions = save_from(page, "report-questions", "Fråga för fråga")
        save_from(page, "report-words", "Orden som flera har använt")
        side_by_side("report-pair", [top, questions])
        page.goto(series.as_uri())
        save(page, "series")
        save_from(page, "series-trend", "Träff för träff")
        page.goto((folder / "torget.html").as_uri())
        place = save_from(page, "report-places", "Platserna")
        board = save_from(page, "report-places", "Platsen genom fyra linser")
        side_by_side("report-places", [place, board])
    with window(browser, PHONE) as page:
        page.goto(one.as_uri())
        save(page, "report-phone")


def take_organiser(running: Demo, browser: Browser) -> None:
    """The studio: the way in, the start page, one survey, the form that opens one, the next meeting, the organisation."""
    with window(browser, DESK) as page:
        page.goto(f"{running.base}/arrangor?nyckel={running.key}")
        page.get_by_label("Ditt namn").fill("Kim Berg")
        save(page, "studio-in")
        _press(page, "Logga in")
        save(page, "organiser-list")
        page.goto(f"{running.base}/arrangor/TRAFF4")
        save(page, "organiser-survey")
        take_wall(page, running.base)
        page.goto(f"{running.base}/arrangor/organisation")
        for label, written in ORGANISATION.items():
            page.get_by_label(label).fill(written)
        save(page, "studio-organisation")
        _press(page, "Spara")
        page.goto(f"{running.base}/arrangor/TRAFF4/nasta")
        save(page, "studio-next")
        page.goto(f"{running.base}/arrangor/oppna?questionnaire=session_evaluation")
        page.get_by_label("Rubrik").fill("Träff 1: Målbilden")
        page.get_by_label("Antal inbjudna").fill("24")
        save(page, "studio-open")
        take_rooms(page, running.base)
        take_library(page, running.base)


def take_wall(page: Page, base: str) -> None:
    """How to join, bars, and votes on statements, as the projector shows them; without the organiser's buttons."""
    page.goto(f"{base}/arrangor/TRAFF4/vagg")
    page.set_viewport_size(PROJECTOR)
    page.goto(f"{base}/TRAFF4/vagg")
    save(page, "wall-join")
    page.goto(f"{base}/arrangor/TRAFF4/vagg")
    _press(page, "Nästa")
    page.goto(f"{base}/TRAFF4/vagg")
    save(page, "wall")
    page.goto(f"{base}/arrangor/TYCKTILL/vagg")
    _press(page, "Nästa")
    page.goto(f"{base}/TYCKTILL/vagg")
    save(page, "wall-statements")
    page.set_viewport_size(DESK)


def take_rooms(page: Page, base: str) -> None:
    """The rooms around a survey: rehearsal, phone test, invitation, status, paper, themes, quotes and report."""
    survey = f"{base}/arrangor/TRAFF4"
    page.goto(f"{survey}/provkor")
    _press(page, "Starta provkörningen")
    page.get_by_text(re.compile("^[4-9] av 18 har svarat")).wait_for()
    save(page, "studio-rehearsal")
    _press(page, "Ta bort provkörningen")
    for room, name in (("telefon", "phone-test"), ("inbjudan", "invitation"), ("lage", "status")):
        page.goto(f"{survey}/{room}")
        save(page, f"studio-{name}")
    page.goto(f"{survey}/papper")
    page.get_by_text("I hög grad").first.click()
    save(page, "studio-paper")
    page.goto(f"{base}/arrangor/TRAFF1/teman")
    page.get_by_role("heading", name="Beslut").wait_for()
    save(page, "studio-themes")
    page.goto(f"{survey}/citat")
    page.get_by_role("heading", name="Citat att läsa").wait_for()
    save(page, "studio-quotes")
    page.goto(f"{survey}/rapporter")
    page.get_by_role("heading", name="Rapporten").wait_for()
    save(page, "studio-report")
    page.goto(f"{base}/arrangor/TORGVAR/svar")
    page.get_by_role("heading", name="Svara: du sa").wait_for()
    save(page, "studio-answer")
    page.goto(f"{base}/arrangor/egen-fil")
    save(page, "studio-own-file")


def take_library(page: Page, base: str) -> None:
    """The shelf, a questionnaire in Arabic, and a draft's question with a condition that cannot be read."""
    page.goto(f"{base}/arrangor/bibliotek")
    save(page, "library-shelf")
    page.goto(f"{base}/arrangor/bibliotek/session_evaluation?sprak=ar")
    save(page, "library-preview")
    _press(page, "Anpassa")
    page.get_by_role("link", name="Vad ska vi behålla?").click()
    page.get_by_label("Eget villkor").check()
    page.get_by_label("Villkor, till exempel").fill("usefulness >= 4 and")
    page.locator("button.primary", has_text="Spara").click()
    page.get_by_label("Namn i filer").scroll_into_view_if_needed()
    save(page, "library-question")


def take_terminal(running: Demo, browser: Browser, folder: Path) -> None:
    """A recorded conversation, drawn as a terminal shows it."""
    scenario = folder / "samtal.toml"
    typed = "".join(f"{line}\n" for line in TYPED)
    running.command("chat", "TRAFF4", "--language", "sv", "--record", str(scenario), typed=typed)
    with window(browser, {"width": 820, "height": 600}) as page:
        page.set_content(terminal_page(scenario, "dalalab chat TRAFF4"))
        save(page, "terminal", whole=True)


def take_charts(browser: Browser) -> None:
    """Every kind of chart at the two sizes in which it is seen, in Swedish and Arabic."""
    write("charts-phone", at_phone_width(browser))
    write("charts-slide", at_slide_size())


def take_telegram(browser: Browser) -> None:
    """The same questions in Telegram, as the practice chat shows them; then the practice chat whole."""
    with sandbox(ROOT) as address:
        with chat(browser, address, PHONE, 1) as person:
            person.start(until="Övningskommunen")
            notice = save(person.page, "telegram-notice")
            person.tap("Börja", until="nytta")
            person.tap("I hög grad", until="säga")
            person.tap("I mycket hög grad", until="mest")
            person.tap("Samtalen med kollegor", until=f"{TICKED}Samtalen")
            asked = save(person.page, "telegram-question")
            person.tap("Klar", until="behålla")
            person.send(TYPED[3], until="annorlunda")
            person.send(TYPED[4], until="Tack")
            end = save(person.page, "telegram-end")
        with chat(browser, address, WIDE, 2) as person:
            person.start(until="Övningskommunen")
            person.tap("Börja", until="nytta")
            person.tap("I hög grad", until="säga")
            save(person.page, "telegram-sandbox")
    side_by_side("telegram", [notice, asked, end])


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def _choose(page: Page, label: str) -> None:
    page.get_by_label(label, exact=True).check()


if __name__ == "__main__":
    main()
