"""Moderation and votes on the wall in a real browser, by keyboard; axe finds nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from live_room import LiveRoom
from playwright.sync_api import Browser, Page, expect
from test_axe import check
from test_studio_live import enter
from web_room import INFLUENCE

from bot.outcomes import Who
from surveys.conversation.state import Begin, Choose, Write

pytestmark = pytest.mark.browser
PLACE = "/arrangor/TORGET/pastaenden"
VOTES = ("agree", "disagree", "agree", "pass")


def dialogue(live: LiveRoom, people: int = 7) -> None:
    """TORGET: votes on four statements, and two that wait and say much the same."""

    async def filled() -> None:
        room = live.room
        await room.open("square_statements", "TORGET", influence=INFLUENCE, title="Torget")
        for number in range(people):
            who = Who("TORGET", "web", f"voter {number}")
            await room.service.turn(who, Begin("sv"))
            for vote in VOTES[number % 2 :] + VOTES[: number % 2]:
                await room.service.turn(who, Choose((vote,)))
            if number < 2:
                mark = "!" * number
                await room.service.turn(who, Write(f"Torget behöver en scen för musik{mark}."))
                await room.service.turn(who, Choose(("mine",)))

    asyncio.run_coroutine_threadsafe(filled(), live.loop).result(60)


@pytest.fixture
def desk(browser: Browser, live: LiveRoom) -> Iterator[Page]:
    """An organiser at a desk, with JavaScript and without our policy, for axe."""
    dialogue(live)
    context = browser.new_context(
        viewport={"width": 1200, "height": 900}, locale="sv-SE", bypass_csp=True, base_url=live.base
    )
    yield enter(context, live)
    context.close()


def test_a_duplicate_is_hidden_by_keyboard_and_the_other_shown(desk: Page) -> None:
    expect(desk.get_by_text("2 påståenden väntar på att läsas")).to_be_visible()
    with desk.expect_navigation():
        desk.get_by_role("link", name="2 påståenden väntar på att läsas").press("Enter")
    check(desk)
    first, second = desk.locator("fieldset").all()
    first.get_by_role("radio", name="Visa").press("Space")
    second.get_by_role("radio", name="Dölj").press("Space")
    expect(second.get_by_role("combobox")).to_have_value("duplicate")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Spara", exact=True).press("Enter")
    expect(desk.get_by_text("2 beslut är sparade.")).to_be_visible()
    for state in ("waiting", "shown", "hidden"):
        desk.goto(f"{PLACE}?lage={state}")
        check(desk)


def test_votes_on_the_wall_are_read_from_afar_and_aloud(desk: Page) -> None:
    desk.goto("/arrangor/TORGET/vagg")
    desk.get_by_role("button", name="Nästa").click()
    expect(desk.get_by_role("heading", name="Håller du med?")).to_be_visible()
    expect(desk.get_by_text("Det behövs fler träd här.")).to_be_visible()
    check(desk)
