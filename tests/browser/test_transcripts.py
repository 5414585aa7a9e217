"""Each page as a screen reader reads it, in reading order, against a transcript written down.

`--update-golden` writes what is read now: read the difference before committing it.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest
from live_room import LiveRoom
from participant_pages import WALKS
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parent / "golden"
CHANGING = {
    r"[A-Z2-9]{5}-[A-Z2-9]{5}": "KVITT-OKODE",
    r"127\.0\.0\.1:\d+": "fraga.example",
}
"""What is new in each run, and what stands for it."""


def test_every_participant_page_is_read_in_the_order_it_is_written_down(
    browser: Browser, live: LiveRoom, request: pytest.FixtureRequest
) -> None:
    context = browser.new_context(locale="sv-SE", base_url=live.base, java_script_enabled=False)
    page = context.new_page()
    read = ""
    for walk in WALKS:
        for name in walk(page, "sv"):
            read += f"# {name}: {page.title()}\n{page.locator('body').aria_snapshot()}\n\n"
    context.close()
    compare(read, "participant.sv.yaml", request)


STUDIO = (
    *("/arrangor/konto", "/arrangor/personer", "/arrangor/logg", "/arrangor/organisation"),
    "/arrangor/oppna?questionnaire=session_evaluation",
    *("/arrangor/MOTEET/nasta", "/arrangor/MOTEET/stang", "/arrangor/MOTEET/gallra"),
)


def test_the_studio_is_read_in_the_order_it_is_written_down(
    browser: Browser, live: LiveRoom, request: pytest.FixtureRequest
) -> None:
    """What stands in the main part of the door's, the opening's and the endings' pages."""
    context = browser.new_context(locale="sv-SE", base_url=live.base, java_script_enabled=False)
    page = context.new_page()
    read = ""
    for address in ("/arrangor", live.studio_link()):
        page.goto(address)
        read += f"# {page.title()}\n{page.locator('main').aria_snapshot()}\n\n"
    with page.expect_navigation():
        page.get_by_role("button", name="Logga in").click()
    for address in STUDIO:
        page.goto(address)
        read += f"# {page.title()}\n{page.locator('main').aria_snapshot()}\n\n"
    context.close()
    compare(read, "studio.sv.yaml", request)


def compare(read: str, name: str, request: pytest.FixtureRequest) -> None:
    """What was read is what is written down, but for what is new in each run."""
    golden = GOLDEN / name
    for pattern, instead in CHANGING.items():
        read = re.sub(pattern, instead, read)
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(read, encoding="utf-8")
    written = golden.read_text(encoding="utf-8")
    difference = difflib.unified_diff(written.splitlines(), read.splitlines(), lineterm="", n=2)
    assert read == written, "\n".join(difference)
