"""A real browser against a real server. Without Chromium the tests are skipped, but never under CI."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from live_room import LiveRoom
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tools.camera import NoChromium, chromium

PATIENCE = 60_000
"""Milliseconds to wait for what must come: a busy machine takes longer, and no test is about how long."""
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; Playwright's own is never downloaded."""
    expect.set_options(timeout=PATIENCE)
    try:
        with chromium() as launched:
            yield launched
    except NoChromium as error:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(error))


@pytest.fixture
def live(browser: Browser, sqlite_url: str) -> Iterator[LiveRoom]:
    """A served room with the session evaluation (MOTEET), every kind of question (ABCDEF) and every loop (SLINGA)."""
    with LiveRoom(sqlite_url) as served:
        yield served


@pytest.fixture
def phone(browser: Browser, live: LiveRoom) -> Iterator[Page]:
    """A Swedish phone without JavaScript."""
    context = browser.new_context(
        viewport=PHONE, locale="sv-SE", java_script_enabled=False, base_url=live.base
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def looking(browser: Browser, live: LiveRoom) -> Iterator[BrowserContext]:
    """A phone with JavaScript and without our policy, for axe and measurements only."""
    context = browser.new_context(
        viewport=PHONE, locale="sv-SE", bypass_csp=True, base_url=live.base
    )
    yield context
    context.close()
