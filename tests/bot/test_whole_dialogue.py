"""A whole dialogue: 300 people in three groups, statements that come in meanwhile, moderation, closing and the report.

What was planted is found again, what unites is said to unite, and nobody can be worked out of any picture or file.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import AsyncIterator
from itertools import combinations
from pathlib import Path

import pytest
from web_room import INFLUENCE, Room

from bot.moderating import Decision, decide
from bot.reports import ReportRequest, published_report
from bot.results import Results
from bot.service import Who
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Begin, Choose, Skip, Write
from surveys.store.store import Store

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

PEOPLE, GROUPS, SEEDS = 300, 3, 12
OWN = 12
"""People who write a statement of their own, one in twenty-five."""
SPLIT = "Påstående {n} om grupp {group}."
UNITES = ("Alla vill ha belysning på torget.", "Alla vill ha en toalett vid torget.")


class Crowd:
    """People who each agree with their own group's statements and, nearly all, with those that unite."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.draw = random.Random(7)
        self.results = Results(room.store, room.service)
        self.walls: list[dict[str, tuple[int, dict[str, int]]]] = []

    def vote(self, group: int, statement: str) -> str:
        if self.draw.random() < 0.05:
            return "pass"
        own = statement in UNITES or statement.endswith(f"grupp {group}.")
        return "agree" if self.draw.random() < (0.92 if own else 0.1) else "disagree"

    async def person(self, number: int, vote: bool = True) -> None:
        group = number % GROUPS
        channel = ("web", "telegram", "terminal")[number // GROUPS % 3]
        who = Who("TORGET", "web" if channel == "telegram" else channel, f"person {number}")
        outcome = await self.room.service.turn(who, Begin())
        wrote = number % (PEOPLE // OWN) != 0
        for _ in range(60):
            screen = outcome.screen
            if not isinstance(screen, QuestionScreen) or screen.key.question != "say":
                return
            if screen.statement is None and not wrote:
                wrote = True
                said = f"Eget påstående {number} i skuggan om grupp {group}."
                outcome = await self.room.service.turn(who, Write(said))
            elif screen.statement is None or (screen.source is not None and screen.draft):
                outcome = await self.room.service.turn(who, Skip())
            elif any(option.id == "mine" for option in screen.options):
                outcome = await self.room.service.turn(who, Choose(("mine",)))
            elif any(option.id == "agree" for option in screen.options):
                vote_ = self.vote(group, screen.statement)
                outcome = await self.room.service.turn(who, Choose((vote_,)))
            else:
                outcome = await self.room.service.turn(who, Skip())

    async def moderated(self) -> None:
        """Everything that waits is shown."""
        survey = await self.room.store.survey("TORGET")
        assert survey is not None
        waiting = [
            one for one in await self.room.store.statements(survey.id) if one.state == "waiting"
        ]
        decisions = [Decision(one.id, "approve", "waiting") for one in waiting]
        await decide(self.room.store, survey, decisions, "Mo", self.room.now)
        self.room.service.forget()

    async def look(self) -> None:
        """Somebody keeps the wall's picture."""
        survey = await self.room.store.survey("TORGET")
        assert survey is not None
        result = await self.results.current(survey, {"say"})
        self.walls.append(
            {part: (frame.base, dict(frame.cells)) for part, frame in result.released.items()}
        )


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    store = await Store.open(f"sqlite:///{tmp_path}/dalalab.sqlite")
    made = Room(store)
    texts = [SPLIT.format(n=n, group=n % GROUPS) for n in range(SEEDS)] + list(UNITES)
    items = "".join(
        f'[[dimension.ideas.items]]\nid = "s{at}"\nsv = "{text}"\n' for at, text in enumerate(texts)
    )
    await made.open("square_statements", "TORGET", fill=items, influence=INFLUENCE)
    yield made
    await store.close()


async def test_planted_groups_come_back_and_nobody_can_be_worked_out(room: Room) -> None:
    crowd = Crowd(room)
    for number in range(PEOPLE):
        await crowd.person(number)
        if number % 10 == 9:
            await crowd.moderated()
        if number % 12 == 0:
            await crowd.look()
    await room.store.close_survey("TORGET", room.now)
    room.service.forget()
    assert (await room.store.verify()).differences == ()
    wanted = ReportRequest("sv", "json", code="TORGET")
    body = json.loads(await published_report(room.store, wanted, room.now))

    groups = body["groups"]
    assert groups["shown"]
    assert groups["members"] == {}
    assert len(groups["sizes"]) == GROUPS
    assert all(80 <= size <= 120 for size in groups["sizes"].values())
    texts = {one["id"]: one["text"] for one in body["statements"]}
    assert {texts[id_] for id_ in groups["bridges"]} == set(UNITES)
    assert any(one["origin"] == "participant" for one in body["statements"])
    for typical in groups["typical"].values():
        ends = Counter(texts[one["statement"]][-2] for one in typical if one["for_it"])
        assert len(ends) == 1, "a group stands out on its own statements"

    for one in body["statements"]:
        rest = Counter({vote: one[vote] for vote in ("agree", "disagree", "pass") if one[vote]})
        for tally in one["groups"].values():
            assert tally["seen"] >= 5
            rest.subtract({vote: tally[vote] for vote in ("agree", "disagree", "pass")})
        assert not one["groups"] or sum(rest.values()) == 0 or sum(rest.values()) >= 5
    for part in crowd.walls[-1]:
        frames = [wall[part] for wall in crowd.walls if part in wall]
        shown = [frame for at, frame in enumerate(frames) if at == 0 or frame != frames[at - 1]]
        for (first, _), (second, _) in combinations(shown, 2):
            assert second - first >= 5
