"""A conversation in Telegram, held in the practice chat (`dalalab telegram-sandbox`)."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, Page, expect

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 20_000
"""Milliseconds to wait for the bot to say something."""


@dataclass(frozen=True)
class Chat:
    """The open chat of one person."""

    page: Page

    def start(self, *, until: str) -> None:
        """The person opens the link."""
        self.page.locator("#begin").click()
        self.sees(until)

    def tap(self, label: str, *, until: str) -> None:
        """The person presses the newest button with this label."""
        self.page.locator("#messages .key").filter(has_text=label).last.click()
        self.sees(until)

    def send(self, text: str, *, until: str) -> None:
        """The person writes."""
        self.page.locator("#text").fill(text)
        self.page.keyboard.press("Enter")
        self.sees(until)

    def sees(self, words: str) -> None:
        """Waits until the newest message holds some words and no older one has the keys that it had."""
        newest = self.page.locator("#messages .bot").last
        expect(newest).to_contain_text(words, timeout=PATIENCE)
        armed = self.page.locator("#messages .bot:not(:last-child) .keys:nth-of-type(n + 3)")
        expect(armed).to_have_count(0, timeout=PATIENCE)
        self.page.mouse.move(0, 0)


@contextlib.contextmanager
def sandbox(root: Path) -> Iterator[str]:
    """The practice chat, from start to stop; its address."""
    line = [sys.executable, "-m", "bot", "telegram-sandbox", "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(  # noqa: S603 - our own program
        line, stdout=subprocess.PIPE, text=True, cwd=root, env=environment
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split()[-1]
        finally:
            process.terminate()
            process.wait(timeout=10)


@contextlib.contextmanager
def chat(
    browser: Browser,
    address: str,
    size: dict[str, int],
    person: int,
    *,
    dark: bool = False,
    sharp: int = 2,
) -> Iterator[Chat]:
    """A window with the chat of one person open."""
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        device_scale_factor=sharp,
        locale="sv-SE",
        color_scheme="dark" if dark else "light",
    )
    page = context.new_page()
    page.goto(address)
    page.get_by_role("navigation").get_by_role("button", name=f"Person {person}").click()
    yield Chat(page)
    context.close()
