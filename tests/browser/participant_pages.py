"""Every page a participant can meet, in the order a person could meet them: what axe and the golden transcript walk."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page


def press(page: Page, action: str) -> None:
    """Presses the button with this value and waits for the page it leads to."""
    with page.expect_navigation():
        page.locator(f"button[value={action}]").first.click()


def standing(page: Page, language: str) -> Iterator[str]:
    """The pages that belong to nobody."""
    for name, path in {
        "front page": "/",
        "code with a mistake": "/MOTEEJ",
        "receipt": "/kvitto",
        "erase by receipt": "/radera",
        "accessibility": "/tillganglighet",
        "privacy": "/ABCDEF/integritet",
    }.items():
        page.goto(f"{path}?lang={language}")
        yield name


def evaluation(page: Page, language: str) -> Iterator[str]:
    """The session evaluation from the link to the last page, and what lies around it."""
    page.goto(f"/MOTEET?lang={language}")
    yield "notice"
    press(page, "next")
    yield "first question"
    press(page, "next")
    yield "nothing chosen"
    page.locator(".row input").first.check()
    press(page, "next")
    for _ in range(4):
        press(page, "skip")
    yield "thanks"
    receipt = page.locator(".slip").inner_text()
    page.goto("/MOTEET")
    yield "whose phone"
    page.goto("/MOTEET/radera")
    yield "erase"
    page.goto("/kvitto")
    page.locator("#kvitto").fill(receipt)
    with page.expect_navigation():
        page.locator("button.primary").click()
    yield "what was sent"
    with page.expect_navigation():
        page.locator("button.danger").click()
    yield "erased"


def every_kind(page: Page, language: str) -> Iterator[str]:
    """Each kind of question, one of them with a picture to point at; and what the room has answered."""
    page.goto(f"/PLATSEN?lang={language}")
    yield "notice with a receipt to go on with"
    press(page, "next")
    yield "note"
    press(page, "next")
    while page.locator("button[value=skip]").count():
        yield f"question {page.locator('[name=question]').get_attribute('value')}"
        press(page, "skip")
    yield "thanks with the room's result"


def tables(page: Page, language: str) -> Iterator[str]:
    """Tables, rankings, shares, names and documents."""
    page.goto(f"/SLINGA?lang={language}")
    press(page, "next")
    seen: set[str | None] = set()
    while page.locator("button[value=skip]").count():
        question = page.locator("#svar [name=question]").get_attribute("value")
        if question not in seen:
            yield f"question {question}"
        seen.add(question)
        press(page, "skip")
    page.goto("/SLINGA/paus")
    yield "pause"


def kiosk(page: Page, language: str) -> Iterator[str]:
    """A device that many take turns at."""
    page.goto("/MOTEET?kiosk")
    page.goto(f"/MOTEET?lang={language}")
    yield "notice on a kiosk"
    press(page, "next")
    yield "question on a kiosk"
    for _ in range(5):
        press(page, "skip")
    yield "thanks on a kiosk"
    page.goto("/MOTEET?kiosk=av")


WALKS = (standing, evaluation, every_kind, tables, kiosk)
