"""A whole dialogue through the channels: 300 people in three camps, statements that arrive meanwhile, and what comes of it.

Web pages without a script, Telegram, the terminal, paper, and the rest turn by turn as the web would send them. In the
end the camps are found again, what unites them is told, and nothing that was ever shown tells of fewer than five.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import json
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import httpx2
import numpy as np
import pytest

from analysis.live import slides
from analysis.opinion.exporting import votes_in_polis
from analysis.opinion.groups import Plan, find_groups, likeness
from analysis.releasing import Frame
from analysis.report.fixed import zip_of
from analysis.report.writers import COATS
from analysis.voting import counted, ids_of, matrix_of
from bot.addresses import addresses_of
from bot.answering import publish
from bot.botapi import showing
from bot.config import Settings
from bot.editions import answers_of
from bot.keying import Form, keep
from bot.metas import FORMATS as META_FORMATS
from bot.metas import MetaRequest, write_meta
from bot.moderating import Decision, decide
from bot.reports import FORMATS, ReportRequest, published_report, report_of
from bot.results import Results
from bot.service import Service, Who
from bot.shapes import survey_body
from bot.terminal import Terminal
from bot.web.app import web_app
from surveys.answer_file import read_answer
from surveys.conversation.parts import GO_ON, MORE, OWN
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Act, Begin, Choose, Key, Skip, Write
from surveys.statements import AGREE, DISAGREE, PASS
from surveys.store.store import Store
from surveys.survey import Fill, Survey
from surveys.texts import Texts
from tests.bot.telegram.conftest import House
from tests.bot.telegram.nobody_in import Marks, traces, traces_kept
from tests.bot.telegram.telegram_people import begin, do
from tests.web_room import FakeDesk, Visitor

ROOT = Path(__file__).parents[3]
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


KNOWN_BY: Marks = {
    "the number of a chat": str(FIRST_CHAT)[:9],
    "a name in Telegram": "Namnet Namnsson",
    "an address": r"person \d",
}
"""What leads to somebody: it may stand nowhere once the survey is closed."""


def named(number: int, language: str | None = None) -> dict[str, Any]:
    """Somebody as Telegram's updates name them, with a name of their own."""
    return {**UNNAMED(number, language), "first_name": "Namnet Namnsson", "username": f"n{number}"}


UNNAMED = showing.person


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.botapi.phone.person", named)


@pytest.fixture
async def town(names: None, house: House) -> Town:
    items = [
        {"id": f"s{number}", "label": {"sv": text, "en": text}} for number, text in enumerate(SEEDS)
    ]
    fill = Fill.model_validate({"dimension": {"statements": {"items": items}}})
    survey = await house.open("place_statements", "TORGET", fill=fill, title="Torget")
    return Town(house, survey)


def together(frames: list[Mapping[str, Frame]]) -> None:
    """Whoever kept any two of what was shown learns nothing of fewer than five by subtracting."""
    for one, other in itertools.combinations(frames, 2):
        for part in one.keys() | other.keys():
            before, after = one.get(part, Frame()), other.get(part, Frame())
            differ = abs(after.base - before.base)
            assert differ >= 5 or before == after, part


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_three_camps_talk_and_are_found_and_nobody_is(town: Town) -> None:
    for number, batch in enumerate(planned(town)):
        await asyncio.gather(*batch)
        await town.moderate()
        await town.look_at_the_wall()
        if number % 8 == 4:
            await town.read_a_report()
    statements = await town.store.statements(town.survey.id)
    assert {one.state for one in statements if one.origin == "participant"} == {"shown", "hidden"}
    assert (await town.store.verify()).differences == ()

    by_id = {one.id: one.votes.seen for one in counted(statements)}
    assert min(by_id.values()) >= 40

    assert ("table participation", "the number of a chat") in traces_kept(KNOWN_BY, town.file)
    assert len(town.addresses() & hashes_in(town.file)) >= PEOPLE - BY_WEB - BY_TERMINAL
    await town.store.close_survey("TORGET", town.house.now)
    closed = await town.store.survey("TORGET")
    assert closed is not None
    await town.look_at_the_wall()
    made = await town.read_a_report()
    together(town.shown)
    assert (await town.store.verify()).differences == ()

    await the_camps_are_found(town.store, closed)
    the_report_tells_what_unites(json.loads(made), statements)
    await nobody_is_in(town, closed)
    await the_answer_back_stands_at_the_same_address(town, closed)


async def the_camps_are_found(store: Store, survey: Survey) -> None:
    data = await answers_of(store, survey)
    ages = {row.respondent: row.value for row in data.rows if row.key.question == "age_group"}
    found = find_groups(matrix_of(counted(data.statements), data.votes), Plan(permutations=39))
    assert found.shown
    assert found.members is not None
    names, camps = (
        sorted(set(found.members.values())),
        sorted({str(each) for each in ages.values()}),
    )
    told = np.array(
        [names.index(found.members[str(who)]) for who in ages if str(who) in found.members]
    )
    planted = np.array(
        [camps.index(str(age)) for who, age in ages.items() if str(who) in found.members]
    )
    assert len(told) > 0.9 * PEOPLE
    assert likeness(told, planted) >= 0.8


def the_report_tells_what_unites(report: dict[str, Any], statements: list[Any]) -> None:
    assert report["groups"]["shown"]
    assert report["groups"]["k"] == CAMPS
    assert report["groups"]["members"] == {}
    texts = dict(
        zip(ids_of(statements), (one.text.get("sv", "") for one in statements), strict=True)
    )
    unites = {name for name, text in texts.items() if text in ALL and ALL.index(text) % 4 == UNITES}
    bridges = report["groups"]["bridges"]
    assert bridges
    assert set(bridges) <= unites
    told = {one["id"]: one for one in report["statements"]}
    consensus = {name for name in told if told[name]["class"] == "consensus"}
    assert unites & told.keys() <= consensus
    assert "Graffiti" not in json.dumps(report, ensure_ascii=False)
    for one in report["statements"]:
        no_few_are_left(one)


def no_few_are_left(statement: dict[str, Any]) -> None:
    """Whoever subtracts the groups from all is left with nobody or with five."""
    groups = statement["groups"].values()
    assert all(tally["seen"] >= 5 for tally in groups)
    rest = (statement["seen"] or 0) - sum(tally["seen"] for tally in groups)
    assert not groups or rest == 0 or rest >= 5


async def nobody_is_in(town: Town, survey: Survey) -> None:
    """No way back to a person: in any file that is ever made of the answers, or in what is kept of them."""
    shown = {**KNOWN_BY, "a statement that was turned down": REJECTED}
    made = [*town.told.items(), *[each async for each in everything_made(town, survey)]]
    assert [found for name, content in made for found in traces(shown, name, content)] == []
    told = {"a statement that everybody may read": SEEDS[3]}
    searched = {name for name, content in made if traces(told, name, content)}
    assert searched >= {"html", "json", "xlsx", "csv.zip", "polis", "export-votes"}
    page = next(content for name, content in made if name == "html").decode()
    assert "En person kan ha svarat flera gånger" in page

    assert traces_kept(KNOWN_BY, town.file) == []
    assert town.addresses() & hashes_in(town.file) == set()


async def everything_made(town: Town, survey: Survey) -> AsyncIterator[tuple[str, bytes]]:
    """Each way out of the house, with its name: reports, the wall, the votes handed out, the counts, and over surveys."""
    report = await report_of(town.store, ReportRequest("sv", code=survey.code))
    for coat in FORMATS:
        yield coat, COATS[coat].write(report)
    yield "wall", repr(town.shown).encode()
    data = await answers_of(town.store, survey)
    yield "export-votes", zip_of(votes_in_polis(data, Plan(permutations=39)))
    counts = await town.store.counts(survey)
    body = survey_body(survey, counts, addresses_of(Settings()), town.house.now)
    yield "survey show", json.dumps(body, ensure_ascii=False).encode()
    for form in META_FORMATS:
        request = MetaRequest("sv", form, codes=("TORGET", "TRAFF1"))
        yield f"meta {form}", await write_meta(town.store, request)


def hashes_in(file: Path) -> set[bytes]:
    """Whatever could be a keyed hash in the bytes of a database; one may begin right after another."""
    content = b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
    return set(re.findall(rb"(?=([0-9a-f]{64}))", content))


async def the_answer_back_stands_at_the_same_address(town: Town, survey: Survey) -> None:
    source = (ROOT / "bot/demo/square_answer.toml").read_text(encoding="utf-8")
    answer = read_answer(source, "square_answer.toml")
    await publish(town.store, survey, answer, "Kim", town.house.now + dt.timedelta(days=1))
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(town.app), base_url="http://test"
    ) as phone:
        told = (await phone.get("/TORGET", follow_redirects=True)).text
    assert "Det är mörkt vid busshållplatsen på kvällen." in told
