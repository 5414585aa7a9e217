"""Making the demo: surveys opened, answered and closed as they would have been, on a clock of their own."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

from bot import editions
from bot.addresses import addresses_of
from bot.answering import publish
from bot.demo.participants import Persona, meeting_personas, place_personas, take_part
from bot.demo.statements import moderate, statement_act, statement_personas
from bot.desk import Desk
from bot.keys import load_keyring
from bot.opening import open_survey
from bot.photos import reencode
from bot.recordings import BACKGROUND, PICTURE_SIDE, Recordings
from bot.reports import quote_lines
from bot.service import Service
from bot.wishes import Opening
from surveys.answer_file import read_answer
from surveys.store.publications import Wall
from surveys.store.store import Store

if TYPE_CHECKING:
    from bot.commands.common import Console
    from bot.config import Settings

Progress: TypeAlias = Callable[[], None]

AT_ONCE = 20
"""Simulated participants answering at the same time, as in a room."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of the seed's demo data (seed §22)."""

    number: int
    day: dt.date
    invited: int
    attended: int
    answered: int
    theme: str

    @property
    def code(self) -> str:
        """Easy to say aloud in the demo; a real code is six random letters."""
        return f"TRAFF{self.number}"


MEETINGS = (
    Meeting(1, dt.date(2024, 9, 19), 24, 24, 18, "Grums och triadsamtal"),
    Meeting(2, dt.date(2024, 11, 7), 24, 20, 16, "SKR och Örebro"),
    Meeting(3, dt.date(2024, 12, 4), 24, 12, 11, "Tierp, Mora och Falun"),
    Meeting(4, dt.date(2025, 2, 5), 24, 17, 15, "Tomelilla och avslutning"),
)
SPRING = "TORGVAR"
SPRING_DAY = dt.date(2026, 4, 20)
SPRING_ANSWERS = 12
SPRING_PROMISE = dt.date(2026, 9, 15)
"""The first round about the square: closed, and answered back in time."""
PLACE_CODE = "TORGET"
PLACE_DAY = dt.date(2026, 10, 12)
PLACE_ANSWERS = 40
VIEWS_CODE = "TYCKTILL"
VIEWS_DAY = dt.date(2026, 10, 26)
VIEWS_ANSWERS = 60
"""People who vote on statements about the square; a moderator looks in after every tenth."""


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        """The time it was set to."""
        return self.now


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on stderr when that is a terminal; `advance` is called once for each participant."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console as RichConsole
    from rich.progress import Progress as Bar

    total = sum(meeting.answered for meeting in MEETINGS) + PLACE_ANSWERS + SPRING_ANSWERS
    total += VIEWS_ANSWERS
    with Bar(console=RichConsole(stderr=True)) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


async def make_demo(settings: Settings, console: Console | None) -> None:
    """Fills the store unless it already holds surveys; nothing is inserted behind the engine's back."""
    store = await Store.open(settings.store.url)
    try:
        if await store.surveys():
            return
        if console is not None:
            console.tell("cli-demo-making")
        await _fill(store, settings)
    finally:
        await store.close()


async def _fill(store: Store, settings: Settings) -> None:
    clock = Clock(dt.datetime.now(dt.UTC))
    turns = itertools.count()  # two demos are equal
    service = Service(
        store, load_keyring(settings), clock=clock, chance=lambda: f"demo {next(turns)}"
    )
    desk = Desk(store, service, addresses=addresses_of(settings), clock=clock)
    with _progress() as advance:
        for meeting in MEETINGS:
            await _hold(meeting, store, service, clock, advance)
            await store.set_attended(meeting.code, meeting.attended)
            if meeting is not MEETINGS[-1]:
                await _approve(store, meeting.code, clock)
                clock.now += dt.timedelta(days=7)
                await desk.close(meeting.code)
        _lay_out_the_square(Recordings(settings.recordings))
        await _answer_back(store, service, desk, clock, advance)
        await _ask_about_the_square(store, service, clock, advance)
        await _vote_on_statements(store, service, clock, advance)


async def _hold(
    meeting: Meeting, store: Store, service: Service, clock: Clock, advance: Progress
) -> None:
    clock.now = dt.datetime.combine(meeting.day, dt.time(15, 40), dt.UTC)
    opening = Opening(
        title=f"Träff {meeting.number}: {meeting.theme}",
        questionnaire=_source("surveys", "library/session_evaluation.toml"),
        questionnaire_file="session_evaluation.toml",
        notice=_source("bot", "demo/notice.toml"),
        invited=meeting.invited,
        series="Dalalab",
        code=meeting.code,
    )
    await open_survey(store, opening, now=clock.now)
    people = meeting_personas(meeting.number, meeting.answered)
    await _answer(service, meeting.code, people, advance)


def _lay_out_the_square(pictures: Recordings) -> None:
    """The drawing to point at, for both dialogues about places."""
    drawn = reencode((files("bot") / "demo/square.png").read_bytes(), PICTURE_SIDE).data
    for code in (SPRING, PLACE_CODE):
        pictures.keep(code, {BACKGROUND: drawn})


async def _answer_back(
    store: Store, service: Service, desk: Desk, clock: Clock, advance: Progress
) -> None:
    """The square in spring: answered, closed, its result opened to everybody, and answered back."""
    clock.now = dt.datetime.combine(SPRING_DAY, dt.time(9), dt.UTC)
    notice = _source("bot", "demo/place_notice.toml")
    opening = Opening(
        title="Stortorget i våras",
        questionnaire=_source("surveys", "library/place_dialogue.toml"),
        questionnaire_file="place_dialogue.toml",
        notice=notice.replace("2027-03-01", SPRING_PROMISE.isoformat()),
        fill=_source("bot", "demo/place_fill.toml"),
        code=SPRING,
    )
    survey = await open_survey(store, opening, now=clock.now)
    await _answer(service, SPRING, place_personas(SPRING_ANSWERS), advance)
    await store.set_wall(survey.id, Wall(opened=True))
    clock.now += dt.timedelta(days=21)
    await desk.close(SPRING)
    clock.now = dt.datetime.combine(SPRING_PROMISE, dt.time(8), dt.UTC)
    answer = read_answer(_source("bot", "demo/square_answer.toml"), "square_answer.toml")
    await publish(store, await desk.survey(SPRING), answer, "Kim", clock.now)


async def _ask_about_the_square(
    store: Store, service: Service, clock: Clock, advance: Progress
) -> None:
    clock.now = dt.datetime.combine(PLACE_DAY, dt.time(9), dt.UTC)
    opening = Opening(
        title="Hur vill du ha Stortorget?",
        questionnaire=_source("surveys", "library/place_dialogue.toml"),
        questionnaire_file="place_dialogue.toml",
        notice=_source("bot", "demo/place_notice.toml"),
        fill=_source("bot", "demo/place_fill.toml"),
        code=PLACE_CODE,
    )
    await open_survey(store, opening, now=clock.now)
    await _answer(service, PLACE_CODE, place_personas(PLACE_ANSWERS), advance)


async def _vote_on_statements(
    store: Store, service: Service, clock: Clock, advance: Progress
) -> None:
    """One after the other: what somebody has written is voted on by those who come later."""
    clock.now = dt.datetime.combine(VIEWS_DAY, dt.time(9), dt.UTC)
    opening = Opening(
        title="Vad tycker vi om Stortorget?",
        questionnaire=_source("surveys", "library/place_statements.toml"),
        questionnaire_file="place_statements.toml",
        notice=_source("bot", "demo/place_notice.toml"),
        fill=_source("bot", "demo/statements_fill.toml"),
        code=VIEWS_CODE,
    )
    survey = await open_survey(store, opening, now=clock.now)
    for persona in statement_personas(VIEWS_ANSWERS):
        await take_part(service, VIEWS_CODE, persona, statement_act)
        if persona.number % 10 == 9:
            await moderate(store, survey, clock.now)
        advance()


async def _answer(service: Service, code: str, people: list[Persona], advance: Progress) -> None:
    room = asyncio.Semaphore(AT_ONCE)

    async def one(persona: Persona) -> None:
        async with room:
            await take_part(service, code, replace(persona, seed=f"{code} {persona.seed}"))
            advance()

    async with asyncio.TaskGroup() as group:
        for persona in people:
            group.create_task(one(persona))


async def _approve(store: Store, code: str, clock: Clock) -> None:
    """What a careful organiser does: approves the quotes that hold nothing to look closely at."""
    survey = await store.survey(code)
    assert survey is not None
    await editions.publish(store, survey, clock.now)
    lines = await quote_lines(store, survey, "sv")
    safe = [line.id for line in lines if not line.warning]
    await store.decide_quotes(survey.id, safe, [], clock.now)


def _source(package: str, path: str) -> str:
    return (files(package) / path).read_text(encoding="utf-8")
