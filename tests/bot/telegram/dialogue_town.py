"""300 people in three camps, the channels they come by, and everything around their dialogue."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import httpx2

from analysis.live import slides
from analysis.releasing import Frame
from bot.config import Settings
from bot.keying import Form, keep
from bot.moderating import Decision, decide
from bot.outcomes import Who
from bot.reports import ReportRequest, published_report
from bot.results import Results
from bot.service import Service
from bot.terminal import Terminal
from bot.web.app import web_app
from surveys.conversation.parts import GO_ON, MORE, OWN
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Act, Begin, Choose, Key, Skip, Write
from surveys.statements import AGREE, DISAGREE, PASS
from surveys.survey import Survey
from surveys.texts import Texts
from tests.bot.telegram.conftest import House
from tests.bot.telegram.telegram_people import begin, do
from tests.web_room import FakeDesk, Visitor

PEOPLE, CAMPS = 300, 3
BY_WEB, BY_TELEGRAM, BY_TERMINAL, BY_PAPER = 24, 9, 9, 6
OTHERS = ("web", "paper")
"""Channels where this test gives people an address itself."""
FIRST_CHAT = 771_204_000_000
"""Telegram's numbers of people begin here: long enough to stand nowhere by chance."""
REJECTED = "Graffiti är välkommet"
LONGEST = 60
"""Turns that no conversation here needs."""
UNITES = 3
"""What every fourth sentence does; the others set one camp against the other two."""
SEEDS = [
    "Mer träd och skugga vid vattnet", "Bilfri gata hela sommaren", "Billigare parkering för boende",
    "Rena toaletter i parken", "En scen för lokala band", "Längre öppettider på caféet",
    "Snabbare bussar till sjukhuset", "Fler soptunnor längs ån", "Konst på fasaderna",
    "Tyst efter klockan tio", "Cykelbanor på båda sidor", "Bättre belysning under bron",
    "Marknad varje lördag", "Utegym för äldre", "Låna verktyg på biblioteket",
    "Trygg väg till skolan", "Hundrastgård bakom kyrkan", "Badplats med brygga",
    "Ny skatepark i hamnen", "Ramper vid alla entréer", "Gratis wifi överallt",
    "Odlingslådor på taken", "Laddstolpar för elbilar", "Sopa gångbanor från snö",
]  # fmt: skip
NEW = [
    "Loppis i källaren", "Fotboll under strålkastare", "Pendelbåt över sjön", "Dricksvatten i fontänen",
    "Vindskydd med eldstad", "Dans utomhus på torsdagar", "Spårvagn mot centrum", "Fler bänkar med ryggstöd",
    REJECTED, "Förbjud fyrverkerier helt", "Hyr ut elsparkcyklar", "Säkra övergångar för barn",
]  # fmt: skip
ALL = [*SEEDS, *NEW]


def leaning(camp: int, text: str) -> str:
    """What somebody of a camp thinks of a sentence."""
    kind = ALL.index(text) % 4
    return AGREE if kind in (UNITES, camp) else DISAGREE


@dataclass
class Person:
    """One participant: a camp, and chance of their own."""

    number: int
    random: Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = Random(f"dialogue {self.number}")

    @property
    def camp(self) -> int:
        return self.number % CAMPS

    @property
    def age(self) -> str:
        """Where the camp is written down, so that the test can look it up afterwards."""
        return ("a13", "a20", "a40")[self.camp]

    def vote(self, text: str) -> str:
        chance = self.random.random()
        if chance < 0.06:
            return PASS
        thought = leaning(self.camp, text)
        return {AGREE: DISAGREE, DISAGREE: AGREE}[thought] if chance < 0.12 else thought

    def act(self, shown: QuestionScreen, own: str | None) -> Act:
        if shown.statement is not None and shown.key.turn != OWN:
            return Choose((self.vote(shown.statement),), shown.key)
        if shown.key.turn == OWN:
            return Write(own, shown.key) if own is not None else Skip(shown.key)
        if shown.key.turn == MORE:
            return Choose((GO_ON if self.random.random() < 0.1 else "enough",), shown.key)
        if shown.key.question == "age_group":
            return Choose((self.age,), shown.key)
        return Skip(shown.key)


class Town:
    """Everything around one dialogue: the channels, the moderators, and whoever looks at the wall."""

    def __init__(self, house: House, survey: Survey) -> None:
        self.house, self.survey, self.store = house, survey, house.store
        self.service: Service = house.service
        self.results = Results(self.store, self.service)
        self.app = web_app(
            service=self.service,
            settings=Settings(),
            texts=Texts("bot"),
            organiser=FakeDesk(self.store),
        )
        self.shown: list[Mapping[str, Frame]] = []
        """Everything that was ever to be seen of the votes: on the wall, and in reports."""
        self.told: dict[str, bytes] = {}
        """Every file that was made of the answers before the end."""
        self.to_write = list(NEW)

    async def turns(self, person: Person, channel: str = "web") -> None:
        """One conversation, as the service has it."""
        who = Who(self.survey.code, channel, f"person {person.number}")
        outcome = await self.service.turn(who, Begin("sv"))
        while isinstance(shown := outcome.screen, QuestionScreen):
            own = self._next_own() if shown.policy else None
            outcome = await self.service.turn(who, person.act(shown, own))

    def _next_own(self) -> str | None:
        return self.to_write.pop() if self.to_write else None

    async def pages(self, person: Person) -> None:
        """One conversation by the forms of pages."""
        transport = httpx2.ASGITransport(self.app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://test") as phone:
            visitor = Visitor(phone, self.survey.code)
            await visitor.begin()
            for _ in range(LONGEST):
                form = visitor.page.forms[0]
                if ("action", "next") not in form.buttons:
                    break
                turn = form.value("turn")
                said = next((text for text in ALL if text in visitor.page.text), None)
                if turn and not turn.startswith("=") and said is not None:
                    await visitor.press("next", person.vote(said))
                elif form.value("question") == "age_group":
                    await visitor.press("next", person.age)
                else:
                    await visitor.press("skip")

    async def chat(self, person: Person) -> None:
        """One conversation in Telegram, button by button."""
        labels = {AGREE: "Håller med", DISAGREE: "Håller inte med", PASS: "Hoppa över"}
        phone = await begin(self.house, FIRST_CHAT + person.number, self.survey.code)
        for _ in range(LONGEST):
            if "Hur gammal är du?" in phone.last.text:
                break
            said = next((text for text in ALL if text in phone.last.text), None)
            if "Håller med" in phone.last.labels and said is not None:
                await do(phone, labels[person.vote(said)])
            else:
                await do(
                    phone,
                    "Nej, det räcker" if "Nej, det räcker" in phone.last.labels else "Hoppa över",
                )
        await do(phone, {"a13": "13–19 år", "a20": "20–39 år", "a40": "40–64 år"}[person.age])

    async def typed(self, person: Person) -> None:
        """One conversation in a terminal."""
        heard: list[str] = [""]

        async def say(text: str) -> None:
            heard.append(text)

        async def read() -> str | None:
            told = heard[-1]
            if "Tack!" in told:
                return None
            said = next((text for text in ALL if f"» {text}" in told), None)
            if said is not None and "Håller du med?" in told:
                return {AGREE: "1", DISAGREE: "2", PASS: "3"}[person.vote(said)]
            if "Hur gammal är du?" in told:
                return {"a13": "2", "a20": "3", "a40": "4"}[person.age]
            return "2" if "Nej, det räcker" in told else ""

        await Terminal(self.service, Texts("bot")).converse(self.survey.code, "sv", read, say)

    async def paper(self, person: Person) -> None:
        """A form that somebody keys in: what was handed out otherwise is passed."""
        keys = {number: Key("views", f"s{number}") for number in range(len(SEEDS))}
        acts: dict[Key, Act] = {
            key: Choose((person.vote(SEEDS[number]),), key) for number, key in keys.items()
        }
        acts[Key("age_group")] = Choose((person.age,), Key("age_group"))
        who = Who(self.survey.code, "paper", f"person {person.number}")
        await keep(self.service, who, Form("sv", acts))

    async def moderate(self) -> None:
        """Two moderators look at the same list; one decision is made of each."""
        waiting = [
            one for one in await self.store.statements(self.survey.id) if one.state == "waiting"
        ]
        wanted = [
            Decision(one.id, "hide", "waiting", "hateful")
            if one.text["sv"] == REJECTED
            else Decision(one.id, "approve", "waiting")
            for one in waiting
        ]
        first = await decide(self.store, self.survey, wanted, "Kim", self.house.now)
        second = await decide(self.store, self.survey, wanted, "Mo", self.house.now)
        assert len(first.approved) + len(first.hidden) == len(waiting) == len(second.late)

    async def look_at_the_wall(self) -> None:
        shown = await self.results.current(self.survey, {one.id for one in slides(self.survey)})
        self.shown.append({part: one for part, one in shown.released.items() if "/" in part})

    @property
    def file(self) -> Path:
        """Where the database lies."""
        return Path(self.house.store_url.removeprefix("sqlite:///"))

    def addresses(self) -> set[bytes]:
        """What is kept of everybody's address while a survey is open."""
        hashed = self.service.keyring.address_hash
        bot = self.house.world.bot_id
        chats = {hashed("telegram", bot, str(FIRST_CHAT + each)) for each in range(PEOPLE)}
        others = {hashed(way, 0, f"person {each}") for each in range(PEOPLE) for way in OTHERS}
        return {each.encode() for each in chats | others}

    async def report(self, coat: str) -> bytes:
        return await published_report(
            self.store, ReportRequest("sv", coat, self.survey.code), self.house.now
        )

    async def read_a_report(self) -> bytes:
        """A report, whose votes are remembered."""
        made = await self.report("json")
        self.told[f"report {len(self.told)}.json"] = made
        told = {
            f"views/{one['id']}": Frame(
                one["seen"], {DISAGREE: one["disagree"], PASS: one["pass"], AGREE: one["agree"]}
            )
            for one in json.loads(made)["statements"]
            if one["seen"] is not None
        }
        self.shown.append(told)
        return made


def planned(town: Town) -> Iterator[list[Any]]:
    """Who comes when: by batches, each channel from the beginning to the end."""
    people = [Person(number) for number in range(PEOPLE)]
    by = [town.pages] * BY_WEB + [town.chat] * BY_TELEGRAM + [town.typed] * BY_TERMINAL
    by += [town.paper] * BY_PAPER
    by += [town.turns] * (PEOPLE - len(by))
    Random("channels").shuffle(by)
    for start in range(0, PEOPLE, 12):
        yield [
            how(person)
            for how, person in zip(by[start : start + 12], people[start : start + 12], strict=True)
        ]
