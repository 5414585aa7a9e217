"""The system's Chromium, its windows, and the pictures that are taken in them."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import typer
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHARP = 2
"""Device pixels for each CSS pixel."""
PATIENCE_MS = 240_000
"""A machine that does much else at the same time is waited for."""
LARGEST = 250_000
"""Bytes a picture may take."""


class NoChromium(RuntimeError):
    """The system has no browser."""


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """The system's browser; Playwright's own is never downloaded. Raises NoChromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        raise NoChromium("Chromium is missing; on Debian: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@contextlib.contextmanager
def window(browser: Browser, size: dict[str, int], *, dark: bool = False) -> Iterator[Page]:
    """A fresh window, Swedish, without JavaScript: the product needs none."""
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        device_scale_factor=SHARP,
        locale="sv-SE",
        color_scheme="dark" if dark else "light",
        java_script_enabled=False,
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


def save(page: Page, name: str, *, whole: bool = False) -> Image.Image:
    """Takes a picture and writes it. Returns it as it was taken."""
    taken = Image.open(io.BytesIO(page.screenshot(full_page=whole))).convert("RGB")
    write(name, taken)
    return taken


def save_from(page: Page, name: str, heading: str) -> Image.Image:
    """One window's height of a long page, beginning at a heading."""
    place = page.get_by_role("heading", name=heading).first.bounding_box()
    size = page.viewport_size
    if place is None or size is None:
        raise RuntimeError(f"the page shows no heading {heading!r}")
    whole = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    height = size["height"] * SHARP
    top = max(0, min(int(place["y"] - 24) * SHARP, whole.height - height))
    part = whole.crop((0, top, whole.width, top + height))
    write(name, part)
    return part


def side_by_side(name: str, pictures: list[Image.Image], gap: int = 32) -> None:
    """Pictures of one size in a row, at half their size."""
    width = sum(picture.width for picture in pictures) + gap * (len(pictures) + 1)
    row = Image.new("RGB", (width, pictures[0].height + 2 * gap), "#d9dde1")
    left = gap
    for picture in pictures:
        row.paste(picture, (left, gap))
        left += picture.width + gap
    write(name, row.resize((row.width // 2, row.height // 2), Image.Resampling.LANCZOS))


def write(name: str, picture: Image.Image) -> None:
    """Writes a PNG of few colours, at full size or, when that is too large, smaller."""
    while True:
        few = picture.quantize(128, dither=Image.Dither.NONE)
        body = io.BytesIO()
        few.save(body, "PNG", optimize=True)
        if body.tell() <= LARGEST:
            break
        smaller = (picture.width * 4 // 5, picture.height * 4 // 5)
        picture = picture.resize(smaller, Image.Resampling.LANCZOS)
    path = PICTURES / f"{name}.png"
    path.write_bytes(body.getvalue())
    size = f"{picture.width} x {picture.height}"
    typer.echo(f"{path.relative_to(ROOT)}  {size}  {body.tell() // 1000} kB", err=True)
