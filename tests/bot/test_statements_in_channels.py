"""Statements on the web and in the terminal: one store, and what one writes the other votes on."""

from __future__ import annotations

import re

import pytest
from web_room import INFLUENCE, Room, Visitor

from bot.outcomes import Who
from bot.terminal import Terminal
from surveys.conversation.state import Begin, Choose, Skip, Write
from surveys.store.store import Store


@pytest.fixture
async def room(store: Store) -> Room:
    room = Room(store)
    await room.open("square_statements", "TORGET", influence=INFLUENCE)
    return room


async def vote(visitor: Visitor, *votes: str) -> None:
    for each in votes:
        await visitor.press("next", each)


async def test_a_vote_needs_no_script_and_is_changed_by_going_back(room: Room) -> None:
    async with room.phone() as phone:
        anna = Visitor(phone, "TORGET")
        page = await anna.begin()
        assert page.heading == "Håller du med?"
        assert "Alla får samma påståenden" in page.text
        assert ("action", "skip") in page.forms[0].buttons  # which passes
        first = page.forms[0].value("turn")
        await vote(anna, "agree")
        page = await anna.press("back")
        assert (page.forms[0].value("turn"), page.checked) == (first, ["agree"])
        await vote(anna, "disagree", "pass", "pass")
        await anna.press("skip")
        assert "Skriv ett eget påstående" in anna.page.heading
    votes = {row.statement: row.vote for row in await room.store.votes(1)}
    assert votes[first] == "disagree"
    assert sorted(votes.values()) == ["disagree", "pass", "pass", "pass"]


async def test_a_passed_statement_says_so_when_one_comes_back_and_in_the_end(room: Room) -> None:
    async with room.phone() as phone:
        anna = Visitor(phone, "TORGET")
        await anna.begin()
        await anna.press("skip")
        page = await anna.press("back")
        assert "Du hoppade över" in page.text
        await vote(anna, "agree")
        page = await anna.press("back")
        assert "Du hoppade över" not in page.text
        await vote(anna, "pass", "agree", "agree", "agree")
        await anna.press("skip")
        page = await anna.press("skip")
        assert page.text.count("Du hoppade över") == 1


async def test_what_one_writes_others_vote_on_once_it_is_shown(room: Room) -> None:
    async with room.phone() as phone:
        anna = Visitor(phone, "TORGET")
        await anna.begin()
        await vote(anna, "agree", "agree", "agree", "agree")
        page = await anna.press("next", "Ring 070-123 45 67 om torget")
        assert "telefonnummer" in page.alert
        page = await anna.press("next", "Det behövs fler träd här")
        assert "Menar du det här?" in page.heading
        page = await anna.press("next", "mine")
        assert "när arrangören har läst det" in page.heading
        page = await anna.press("skip")
        assert page.heading == "Något mer?"
        rules = await phone.get("/TORGET/regler")
        assert "Det pekar ut en person." in rules.text

    (waiting,) = [each for each in await room.store.statements(1) if each.state == "waiting"]
    bo = Who("TORGET", "web", "bo")
    await room.service.turn(bo, Begin())
    for _ in range(4):
        await room.service.turn(bo, Choose(("pass",)))
    await room.service.turn(bo, Skip())
    assert await room.store.judge_statement(
        1, "say", waiting.id, "approve", seen="waiting", by="Mo", at=room.now
    )
    cia = Who("TORGET", "terminal", "cia")
    await room.service.turn(cia, Begin())
    said = []
    for _ in range(5):
        outcome = await room.service.look(cia)
        said.append(outcome.screen.statement)
        await room.service.turn(cia, Choose(("disagree",)))
    assert "Det behövs fler träd här" in said
    hers = next(each for each in await room.store.statements(1) if each.id == waiting.id)
    assert (hers.votes.agree, hers.votes.disagree) == (1, 1)
    assert (await room.store.verify()).differences == ()


async def test_the_terminal_shows_a_statement_and_takes_a_number(room: Room) -> None:
    typed = iter(
        [
            "",
            "1",
            "2",
            "3",
            "/back",
            "1",
            "1",
            "Torget behöver en scen",
            "",
            "",
            "/change 1",
            "2",
            None,
        ]
    )
    heard: list[str] = []

    async def read() -> str | None:
        return next(typed)

    async def say(text: str) -> None:
        heard.append(text)

    await Terminal(room.service, room.texts).converse("TORGET", "sv", read, say)
    told = "\n".join(heard)
    assert re.search(r"Håller du med\?\n  » \S", told)
    assert "  1. Håller med\n  2. Håller inte med\n  3. Hoppa över" in told
    assert "Tack, ditt påstående är skickat." in told
    assert "Ett påstående skickat" in told
    counts = [each.votes for each in await room.store.statements(1)]
    assert sum(votes.agree for votes in counts) == 3
    assert sum(votes.disagree for votes in counts) == 2


async def test_a_person_sees_and_erases_their_statement(room: Room) -> None:
    anna = Who("TORGET", "web", "anna")
    await room.service.turn(anna, Begin())
    for _ in range(4):
        await room.service.turn(anna, Choose(("agree",)))
    await room.service.turn(anna, Write("Torget behöver en scen"))
    assert await room.service.erase(anna) == 5
    states = [(each.state, each.votes.seen) for each in await room.store.statements(1)]
    assert sorted(states) == [("erased", 0), *[("shown", 0)] * 4]
    assert (await room.store.verify()).differences == ()


async def test_the_studio_shows_a_dialogue_under_way(room: Room) -> None:
    anna = Who("TORGET", "web", "anna")
    await room.service.turn(anna, Begin())
    await room.service.turn(anna, Choose(("agree",)))
    async with room.phone() as organiser:
        await room.sign_in(organiser)
        for page in ("", "/lage", "/papper", "/pastaenden", "/telefon"):
            assert (await organiser.get(f"/arrangor/TORGET{page}")).status_code == 200, page


@pytest.mark.parametrize("number", [1, 2000])
async def test_one_statement_and_two_thousand(store: Store, number: int) -> None:
    items = "".join(f'{{id = "s{n}", sv = "Sak {n}", en = "Thing {n}"}},' for n in range(number))
    room = Room(store)
    fill = f"[dimension.ideas]\nitems = [{items}]"
    await room.open("square_statements", "MANGA", fill=fill, influence=INFLUENCE)
    anna = Who("MANGA", "web", "anna")
    outcome = await room.service.turn(anna, Begin())
    handed = 0
    while outcome.screen.statement is not None:
        handed += 1
        outcome = await room.service.turn(anna, Choose(("agree",)))
    assert handed == min(number, 15)
    assert outcome.screen.policy
    outcome = await room.service.turn(anna, Skip())
    asks_for_more = "985 påståenden till" in outcome.screen.text
    assert asks_for_more == (number == 2000)
    shown = [each.votes.seen for each in await store.statements(1)]
    assert (sum(shown), max(shown)) == (handed, 1)
