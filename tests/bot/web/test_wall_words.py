"""Words on the wall: read and approved first, counted by people, and moved by the same rule."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import httpx2
import pytest
from test_wall import Organiser, do
from web_room import MORNING, Page, Room

from analysis.report.build import build_report
from bot.editions import told_data
from bot.reports import ReportRequest, published_report
from surveys.conversation.state import Key, Skip, Write

WORDS = "/arrangor/ABCDEF/vagg/ord"
SAID = ("Samtalen i grupper", "Bra samtal och god lunch", "Lunchen", "Samtalen", "God lunch")
KEYS = ("usefulness", "role", "best", "people")


@pytest.fixture
async def organiser(room: Room) -> AsyncIterator[Organiser]:
    async with room.phone(**{"accept-language": "sv"}) as browser:
        signed_in = Organiser(browser)
        await signed_in.enter(room)
        for _ in range(6):
            await signed_in.press("next")
        yield signed_in


async def write(room: Room, first: int, *texts: str) -> None:
    for number, text in enumerate(texts, first):
        await do(room, number, *(Skip(Key(key)) for key in KEYS), Write(text, Key("comment")))


async def decide(browser: httpx2.AsyncClient, *pairs: tuple[str, str]) -> str:
    """Sends the page's form with these choices."""
    form = Page((await browser.get(WORDS)).text).forms[0]
    data = {"nonce": form.value("nonce"), **dict(pairs)}
    answer = await browser.post(WORDS, data=data, follow_redirects=True)
    return answer.text


def shown(html: str) -> dict[str, int]:
    """The words on the wall and how many said them."""
    found = re.findall(r'<span dir="auto">([^<]+)</span><span class="sr"> (\d+)<', html)
    return {word: int(n) for word, n in found}


async def test_nothing_is_shown_that_nobody_has_read(room: Room, organiser: Organiser) -> None:
    await write(room, 0, *SAID)
    wall = await organiser.open()
    assert "Orden visas när minst 5 svar är godkända" in wall.text
    queue = (await organiser.browser.get(WORDS)).text
    assert all(text in queue for text in SAID)
    saved = await decide(organiser.browser, ("action", "all"))
    assert "Sparat" in saved
    words = shown((await organiser.browser.get("/arrangor/ABCDEF/vagg")).text)
    assert words == {"lunch": 3, "samtalen": 3, "god": 2}
    async with room.phone() as phone:
        assert "Samtalen i grupper" not in (await phone.get("/ABCDEF/vagg")).text


async def test_words_move_when_k_more_answers_are_approved(
    room: Room, organiser: Organiser
) -> None:
    await write(room, 0, *SAID)
    await decide(organiser.browser, ("action", "all"))
    before = shown(organiser_page := (await organiser.browser.get("/ABCDEF/vagg")).text)
    assert "från 5" in organiser_page
    await write(room, 5, *SAID[:4])
    await decide(organiser.browser, ("action", "all"))
    assert shown((await organiser.browser.get("/ABCDEF/vagg")).text) == before
    await write(room, 9, "Samtalen blev bra")
    await decide(organiser.browser, ("action", "all"))
    after = shown((await organiser.browser.get("/ABCDEF/vagg")).text)
    assert list(after)[: len(before)] == list(before)
    assert all(after[word] > before[word] for word in before)


async def test_words_and_the_cloud_of_a_report_differ_by_nobody(
    room: Room, organiser: Organiser
) -> None:
    """The eleventh is in no report: her words on the wall, minus the cloud, would be hers alone."""
    await write(room, 0, *SAID, *SAID)
    await published_report(room.store, ReportRequest("sv", "json", code="ABCDEF"), MORNING)
    await write(room, 10, "Kaffet, trädgården och samtalen")
    await decide(organiser.browser, ("action", "all"))
    words = shown((await organiser.browser.get("/ABCDEF/vagg")).text)
    survey = await room.store.survey("ABCDEF")
    assert survey is not None
    report = build_report(await told_data(room.store, survey), language="sv")
    cloud = {row.word: row.people for row in report.words}
    assert words == cloud != {}


async def test_words_wait_while_one_answer_of_a_report_is_not_approved(
    room: Room, organiser: Organiser
) -> None:
    """The cloud minus the wall would be the words of the one whose answer was hidden."""
    await write(room, 0, *SAID, *SAID[:4], "Tack till Anna Svensson, 070-123 45 67")
    await decide(organiser.browser, ("action", "all"))
    assert shown((await organiser.browser.get("/ABCDEF/vagg")).text) == {}


async def test_what_may_name_somebody_is_not_approved_with_the_rest(
    room: Room, organiser: Organiser
) -> None:
    await write(room, 0, *SAID, "Tack till Anna Svensson, 070-123 45 67")
    await decide(organiser.browser, ("action", "all"))
    queue = (await organiser.browser.get(WORDS)).text
    waiting = queue.partition("Godkända")[0]
    assert "Anna Svensson" in waiting
    assert "Kan innehålla namn" in waiting
    assert await room.store.quote_decisions(1) != []


async def test_a_word_can_be_taken_off_the_wall_at_once(room: Room, organiser: Organiser) -> None:
    await write(room, 0, *SAID)
    await decide(organiser.browser, ("action", "all"))
    html = (await organiser.browser.get(WORDS)).text
    name = re.findall(r'name="removed" value="([^"]+)"', html)[0]
    await decide(organiser.browser, ("removed", name))
    left = shown((await organiser.browser.get("/ABCDEF/vagg")).text)
    assert name.rpartition(":")[2] not in left
    assert len(left) == 2


async def test_an_approval_for_words_allows_no_quote(room: Room, organiser: Organiser) -> None:
    await write(room, 0, *SAID)
    await decide(organiser.browser, ("action", "all"))
    decided = await room.store.quote_decisions(1)
    assert decided
    assert all(each.quote.startswith("words-") for each in decided)
