"""A room with one web server on a real store: what the tests of the pages stand in."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import httpx2
from starlette.applications import Starlette

from analysis.fields import Reading
from analysis.photos import SentPhoto
from bot.addresses import Addresses
from bot.checking import sentences
from bot.config import Settings
from bot.desk import Desk
from bot.editions import publish
from bot.hand import Hand, Made
from bot.keys import Keyring
from bot.metas import MetaRequest, surveys_in, write_meta
from bot.opening import open_survey
from bot.own_files import OwnFileWorker
from bot.rehearsing import Rehearsals
from bot.reports import ReportRequest, published_report, read_words
from bot.sent_photos import photo_lines, redrawn
from bot.service import Service
from bot.web.app import web_app
from bot.web.studio.door import Role
from bot.web.studio.errands import Errands
from bot.wishes import Opening
from surveys.questionnaire.models import Item
from surveys.store.store import Store
from surveys.survey import Counts, Survey
from surveys.texts import Texts

DATA = Path(__file__).parent / "data"
MORNING = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
NOTICE = """
controller = "Region Dalarna"
purpose = {sv = "göra nästa träff bättre", en = "making the next meeting better", ar = "تحسين اللقاء القادم"}
legal_basis = "public_interest"
retain_until = 2027-06-30
decision_ref = "RD 2026/123"
"""
INFLUENCE = """
[influence]
level = "consultation"
can_affect = {sv = "Hur torget ska se ut.", en = "How the square should look.", ar = "شكل الساحة."}
cannot_affect = {sv = "Bussen går kvar.", en = "The bus stays.", ar = "تبقى الحافلة."}
feedback = {date = "2027-03-01", where = {sv = "på webben", en = "on the web", ar = "على الموقع"}}
"""
PLACES = """
[[place]]
id = "square"
sv = "Stora torget"
en = "The main square"
ar = "الساحة الرئيسية"

[[place]]
id = "park"
sv = "Parken"
en = "The park"
ar = "الحديقة"
"""


UNHURRIED = 60.0
"""Seconds a page waits for slow work: however busy the machine is, no test sees a bar that it did not ask for."""


@dataclass(frozen=True)
class Quote:
    """A quote on the organiser's list."""

    id: str
    text: str
    question: str = "comment"
    theme: str | None = "Samtal"
    state: str = "waiting"
    warning: str | None = None
    translation: str = ""


@dataclass
class ReaderHere:
    """Reads in this process."""

    store: Store

    async def read(self, code: str, read: Callable[[Store, Survey], Awaitable[Made]]) -> Made:
        survey = await self.store.survey(code)
        assert survey is not None
        return await read(self.store, survey)


class OwnFilesHere(OwnFileWorker):
    """Reads files in this process."""

    async def _run(self, work: Callable[[], Any]) -> Any:
        return work()


@dataclass
class FakeDesk:
    """The organiser's desk without reports made in other processes."""

    store: Store
    lines: list[Quote] = field(default_factory=list)
    decisions: list[tuple[str, list[str], list[str]]] = field(default_factory=list)
    waiting_again: list[str] = field(default_factory=list)
    rehearsals: Rehearsals = field(init=False)
    hand: Hand = field(init=False)
    own_files: OwnFilesHere = field(default_factory=lambda: OwnFilesHere())
    made: list[ReportRequest] = field(default_factory=list)

    async def surveys(self) -> list[Survey]:
        return await self.store.surveys()

    async def counts(self, code: str) -> Counts:
        survey = await self.store.survey(code)
        assert survey is not None
        return await self.store.counts(survey)

    def join_address(self, survey: Survey) -> str:
        return f"https://fraga.example/{survey.code}"

    def studio_address(self, secret: str) -> str:
        return f"http://test/arrangor?nyckel={secret}"

    async def close(self, code: str, attended: int | None) -> None:
        if attended is not None:
            await self.store.set_attended(code, attended)
        await self.store.close_survey(code, MORNING)

    async def purge(self, code: str, reference: str) -> None:
        await self.store.purge(code, reference, MORNING)

    async def quotes(self, code: str, language: str = "sv") -> list[Quote]:
        return self.lines

    async def words(self, code: str) -> Reading:
        survey = await self.store.survey(code)
        assert survey is not None
        return await read_words(self.store, survey)

    async def decide(
        self, code: str, approve: list[str], hide: list[str], wait: Sequence[str] = ()
    ) -> None:
        self.decisions.append((code, approve, hide))
        self.waiting_again += wait

    async def photos(self, code: str) -> list[SentPhoto]:
        survey = await self.store.survey(code)
        assert survey is not None
        return await photo_lines(self.store, survey, {})

    async def photo(self, code: str, name: str) -> bytes | None:
        found = [one for one in await self.photos(code) if one.id == name]
        content = await self.store.file(found[0].file) if found else None
        return None if content is None else redrawn(name, content)

    def other_addresses(self) -> list[str]:
        return ["http://192.0.2.10:8000", "http://198.51.100.7:8000"]

    async def check_sentences(self, code: str) -> list[Item]:
        survey = await self.store.survey(code)
        assert survey is not None
        return await sentences(self.store, survey)

    async def meta_file(self, request: MetaRequest) -> bytes:
        for survey in await surveys_in(self.store, request):
            await publish(self.store, survey, MORNING)
        return await write_meta(self.store, request)

    async def report_file(self, request: ReportRequest) -> bytes:
        """A report without a worker: made here, from the store."""
        self.made.append(request)
        return await published_report(self.store, request, MORNING)


class Room:
    """The server's parts, and phones to visit it with."""

    def __init__(
        self,
        store: Store,
        public_url: str | None = None,
        chance: Callable[[], str] = secrets.token_hex,
    ) -> None:
        self.now = MORNING
        self.store = store
        self.service = Service(
            store,
            Keyring(b"a key for tests"),
            clock=lambda: self.now,
            shuffled=list,
            chance=chance,
        )
        self.desk = FakeDesk(store)
        self.desk.rehearsals = Rehearsals(self.service, spread=0)
        addresses = Addresses("http://test")
        keeping = Desk(store, self.service, addresses=addresses, clock=lambda: self.now)
        self.desk.hand = Hand(ReaderHere(store), keeping)
        self.settings = Settings()
        self.settings.web.public_url = public_url
        self.texts = Texts("bot")
        self.errands = Errands(patience=UNHURRIED)
        self.app: Starlette = web_app(
            service=self.service,
            settings=self.settings,
            texts=self.texts,
            organiser=self.desk,
            errands=self.errands,
        )

    async def open(
        self,
        questionnaire: str = "every_kind",
        code: str = "ABCDEF",
        fill: str | None = PLACES,
        **wanted: Any,
    ) -> Survey:
        """Opens a survey of the test questionnaire, or of one in the library."""
        own = DATA / f"{questionnaire}.toml"
        file = own if own.exists() else Path("surveys/library") / own.name
        opening = Opening(
            title=wanted.pop("title", "Träff 2: Att mötas"),
            questionnaire=file.read_text(encoding="utf-8"),
            questionnaire_file=file.name,
            notice=NOTICE + wanted.pop("influence", ""),
            fill=fill,
            code=code,
            channels=("web",),
            **wanted,
        )
        return await open_survey(self.store, opening, now=self.now)

    async def link(self, role: Role = Role.OWNER, name: str = "Kim") -> str:
        """The address of a one-time link into the studio for somebody new."""
        secret = self.service.keyring.studio_secret()
        hashed = self.service.keyring.studio_link_hash(secret)
        await self.store.invite_person(name, role, hashed, self.now, dt.timedelta(days=7))
        return f"/arrangor?nyckel={secret}"

    async def sign_in(
        self, phone: httpx2.AsyncClient, role: Role = Role.OWNER, name: str = "Kim"
    ) -> httpx2.Response:
        """Follows a new link, presses the button, and stands on the studio's start page."""
        asked = await phone.get(await self.link(role, name), follow_redirects=True)
        form = Page(asked.text).forms[0]
        return await phone.post(form.action, data=dict(form.fields), follow_redirects=True)

    def phone(self, **headers: str) -> httpx2.AsyncClient:
        """A browser with cookies of its own that follows no redirect by itself."""
        transport = httpx2.ASGITransport(self.app, raise_app_exceptions=False)
        return httpx2.AsyncClient(transport=transport, base_url="http://test", headers=headers)


@dataclass
class Form:
    """One form as a browser reads it."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def value(self, name: str) -> str:
        """The value of a hidden or text field."""
        return dict(self.fields)[name]


class Page(HTMLParser):
    """What a page says and which forms it holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language = self.direction = self.title = self.heading = ""
        self.forms: list[Form] = []
        self.text = ""
        self.checked: list[str] = []
        self.written = ""
        self.alert = ""
        self._within: list[str] = []
        self._alert = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language, self.direction = given["lang"], given["dir"]
        if tag == "form":
            self.forms.append(Form(given["action"], given["method"]))
        if tag in {"input", "textarea"} and self.forms and "name" in given:
            self._field(tag, given)
        if tag == "button" and "name" in given:
            self.forms[-1].buttons.append((given["name"], given["value"]))
        if tag not in {"input", "meta", "link", "progress", "br", "img"}:
            self._within.append(tag)
            self._alert += bool(self._alert) or given.get("role") == "alert"

    def _field(self, tag: str, given: dict[str, str]) -> None:
        if given.get("type") in {"radio", "checkbox"}:
            if "checked" in given:
                self.checked.append(given["value"])
            return
        self.forms[-1].fields.append((given["name"], given.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._within:
            self._within.pop()
            self._alert = max(0, self._alert - 1)

    def handle_data(self, data: str) -> None:
        self.text += data
        if "title" in self._within:
            self.title += data
        if "h1" in self._within:
            self.heading += data.strip()
        if "textarea" in self._within:
            self.written += data
        if self._alert:
            self.alert += data


class Visitor:
    """A person with a phone: reads the page, fills the form, presses a button."""

    def __init__(self, phone: httpx2.AsyncClient, code: str = "ABCDEF") -> None:
        self.phone = phone
        self.code = code
        self.response: httpx2.Response
        self.page: Page

    async def look(self, query: str = "") -> Page:
        """Opens the join address."""
        return await self._read(await self.phone.get(f"/{self.code}{query}", follow_redirects=True))

    async def press(self, action: str, *answers: str, files: Any = None, **fields: str) -> Page:
        """Sends the page's form: the four hidden fields, the answers and the button."""
        form = self.page.forms[0]
        hidden = {name: form.value(name) for name in ("question", "turn", "revision", "nonce")}
        return await self.send({**hidden, "action": action, **fields}, *answers, files=files)

    async def send(self, fields: dict[str, str], *answers: str, files: Any = None) -> Page:
        """Sends exactly these fields, then follows the redirect."""
        data: dict[str, Any] = {**fields, **({"answer": list(answers)} if answers else {})}
        self.sent = await self.phone.post(f"/{self.code}", data=data, files=files)
        if self.sent.status_code == 303:
            return await self._read(await self.phone.get(self.sent.headers["location"]))
        return await self._read(self.sent)

    async def begin(self) -> Page:
        """Opens the address and presses Börja."""
        await self.look()
        return await self.press("next")

    async def resume(self) -> Page:
        """Opens the address again and says that it is the same person."""
        await self.look()
        return await self.press("resume")

    async def _read(self, response: httpx2.Response) -> Page:
        self.response = response
        self.page = Page(response.text)
        return self.page
