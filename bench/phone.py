"""From the QR code to the first question on a slow phone, beside the emptiest page the server has.

    .venv/bin/python bench/phone.py [--runs 5]

A browser of its own for each run: 400 kbit/s, 100 ms each way, a processor four times slower, nothing cached. Seconds
are the network's and the phone's; nobody's reading is in them. Bars: <= 2 taps and <= 3 s to the first question,
<= 9 taps, <= 60 kB for a whole evaluation without typing.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tools.camera import chromium
from tools.pictures import PHONE
from tools.running_demo import demo

SLOW = {
    "offline": False,
    "latency": 100,
    "downloadThroughput": 50_000,
    "uploadThroughput": 50_000,
}
"""Milliseconds; bytes a second."""
SLOWER = 4
SECONDS, TAPS, ALL_TAPS, BYTES = 3.0, 2, 9, 60_000


@dataclass
class Slow:
    """A slow phone that counts."""

    page: Page
    taps: int = 0
    bytes: int = 0
    began: float = 0.0

    def open(self, address: str) -> None:
        """Scans a code: one tap on what the camera shows."""
        self.taps, self.bytes, self.began = 1, 0, time.perf_counter()
        self.page.goto(address)

    def press(self, name: str) -> None:
        """Taps a button, and waits for the page it leads to."""
        self.taps += 1
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()

    def choose(self, answer: str) -> None:
        """Taps an option."""
        self.taps += 1
        self.page.get_by_text(answer, exact=True).click()

    @property
    def seconds(self) -> float:
        """Since the code was scanned."""
        return time.perf_counter() - self.began

    def finished(self, event: dict[str, Any]) -> None:
        """Told by the browser when something has come, its head included."""
        self.bytes += int(event["encodedDataLength"])

    def asked(self, event: dict[str, Any]) -> None:
        """A redirect is an answer too."""
        self.bytes += int(event.get("redirectResponse", {}).get("encodedDataLength", 0))


@contextlib.contextmanager
def slow(browser: Browser) -> Iterator[Slow]:
    """A phone that has never been here."""
    context = browser.new_context(viewport=PHONE, locale="sv-SE")  # type: ignore[arg-type]
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    phone = Slow(page)
    session.on("Network.loadingFinished", phone.finished)
    session.on("Network.requestWillBeSent", phone.asked)
    yield phone
    context.close()


def once(browser: Browser, base: str) -> dict[str, float]:
    """Both sides, once."""
    with slow(browser) as phone:
        phone.open(f"{base}/ready")
        bare = phone.seconds
    with slow(browser) as phone:
        phone.open(f"{base}/TRAFF4")
        phone.press("Börja")
        phone.page.get_by_text("Fråga 1 av 5").wait_for()
        first = {"seconds": phone.seconds, "taps": phone.taps, "first": phone.bytes}
        phone.taps = 0
        for answer in ("I hög grad", "I mycket hög grad", "Samtalen med kollegor"):
            phone.choose(answer)
            phone.press("Nästa")
        phone.press("Hoppa över")
        phone.press("Hoppa över")
        phone.page.get_by_role("heading", name="Tack!").wait_for()
        return {"bare": bare, **first, "all taps": phone.taps, "bytes": phone.bytes}


def main() -> int:
    """Measures, prints, and says with the exit code whether the bars were reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with (
        tempfile.TemporaryDirectory() as folder,
        demo(Path(folder)) as running,
        chromium() as browser,
    ):
        measured = [once(browser, running.base) for _ in range(runs)]
    middle = {name: statistics.median(each[name] for each in measured) for name in measured[0]}
    lines = (
        ("an empty page, s", middle["bare"], None),
        ("QR to first question, s", middle["seconds"], SECONDS),
        ("QR to first question, taps", middle["taps"], TAPS),
        ("QR to first question, bytes", middle["first"], None),
        ("a whole evaluation, taps", middle["all taps"], ALL_TAPS),
        ("a whole evaluation, bytes", middle["bytes"], BYTES),
    )
    for name, value, bar in lines:
        sys.stdout.write(f"{name:32} {value:10.5g}{f'   bar <= {bar:g}' if bar else ''}\n")
    return int(any(bar is not None and value > bar for _, value, bar in lines))


if __name__ == "__main__":
    sys.exit(main())
