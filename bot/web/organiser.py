"""The organiser's pages: which surveys there are, how many have answered, the reports, and quotes to decide on.

They show counts, never who and never what; words are seen only as quotes waiting for a decision.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol

import segno
from starlette.responses import RedirectResponse, Response

from bot.web.errors import error_page
from bot.web.headers import REPORT_POLICY
from bot.web.limiting import ADDRESS, ORGANISER_KEY
from bot.web.web import Web, network_address, own_language, read_form
from surveys.errors import ConfigError
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.survey import Counts, Survey

COOKIE = "dalalab_arrangor"
PURPOSE = "organiser"
SESSION_SECONDS = 12 * 3600
REPORT_LANGUAGES = ("sv", "en")
DECISIONS = ("approve", "hide")


class QuoteLine(Protocol):
    """One quote on the list. `warning` names what a reader should look at before approving."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def theme(self) -> str | None: ...
    @property
    def state(self) -> str: ...
    @property
    def warning(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class ListLine:
    """One survey on the list; `answered` counts people with at least one answer."""

    survey: Survey
    state: str
    answered: int
    address: str


class OrganiserDesk(Protocol):
    """What these pages ask of the rest of the program."""

    key: str

    async def surveys(self) -> list[Survey]:
        """Every survey, oldest first."""

    async def counts(self, code: str) -> Counts:
        """How many took part."""

    def join_address(self, survey: Survey) -> str:
        """Where people join."""

    async def report(self, code: str, language: str) -> bytes:
        """One survey's report as HTML."""

    async def series_report(self, series: str, language: str) -> bytes:
        """A series' report as HTML."""

    async def quotes(self, code: str, language: str = "sv") -> Sequence[QuoteLine]:
        """Quotes and what was decided of them: `waiting`, `approved` or `hidden`."""

    async def decide(self, code: str, approve: list[str], hide: list[str]) -> None:
        """Approves and hides quotes."""


Handler = Callable[["Organiser", "Request", str], Awaitable[Response]]


def _inside(handler: Handler) -> Callable[[Organiser, Request], Awaitable[Response]]:
    """The one door: only a browser that has shown the key comes in."""

    async def entered(self: Organiser, request: Request) -> Response:
        token = request.cookies.get(COOKIE)
        if token is None or not self.web.seal.recognises(token, PURPOSE):
            return self.locked(request)
        await self.web.gate.count(ADDRESS, network_address(request))
        return await handler(self, request, token)

    return entered


class Organiser:
    """The handlers of `/arrangor`."""

    def __init__(self, web: Web, desk: OrganiserDesk) -> None:
        self.web = web
        self._desk = desk

    async def enter(self, request: Request) -> Response:
        """GET `/arrangor`: the list; with `?nyckel=KEY` a session first, so that the key leaves the address."""
        key = request.query_params.get("nyckel")
        if key is None:
            return await self.listing(request)
        await self.web.gate.refuse_when_full(ORGANISER_KEY, network_address(request))
        if not hmac.compare_digest(key.encode(), self._desk.key.encode()):
            await self.web.gate.count(ORGANISER_KEY, network_address(request))
            return self.locked(request)
        response = RedirectResponse("/arrangor", status_code=303)
        response.set_cookie(
            COOKIE,
            self.web.seal.token(PURPOSE),
            max_age=SESSION_SECONDS,
            path="/arrangor",
            secure=self.web.https,
            httponly=True,
            samesite="lax",
        )
        return response

    def locked(self, request: Request) -> Response:
        """Says where the key is."""
        return error_page(self.web, request, 403, "web-organiser-key")

    @_inside
    async def listing(self, request: Request, _: str) -> Response:
        """Every survey, grouped by series, the newest series last."""
        now = self.web.service.clock()
        lines = [
            ListLine(
                survey,
                survey.state(now),
                (await self._desk.counts(survey.code)).answered,
                _short(self._desk.join_address(survey)),
            )
            for survey in await self._desk.surveys()
        ]
        lines.sort(key=lambda line: line.survey.series or "\uffff")
        groups = [
            (series, list(members))
            for series, members in groupby(lines, key=lambda line: line.survey.series)
        ]
        return self._page(request, "organiser_list.html", groups=groups)

    @_inside
    async def survey(self, request: Request, token: str) -> Response:
        """One survey: how to join, how many, reports, quotes."""
        return await self._survey(request, token)

    @_inside
    async def decide(self, request: Request, token: str) -> Response:
        """Saves what was decided of the quotes on the list; those left alone go on waiting."""
        code = request.path_params["code"]
        async with read_form(request) as form:
            fields = [(name, str(value)) for name, value in form.multi_items()]
        nonce = dict(fields).get("nonce", "")
        if self.web.seal.once(nonce, token, ()) is None:
            return await self._survey(request, token, problem="web-send-again")
        decided = {
            decision: [
                name.removeprefix("quote-")
                for name, value in fields
                if name.startswith("quote-") and value == decision
            ]
            for decision in DECISIONS
        }
        await self._desk.decide(code, **decided)
        return RedirectResponse(f"/arrangor/{code}?klart=1#citat", status_code=303)

    @_inside
    async def report(self, request: Request, _: str) -> Response:
        """A survey's report, as its own page."""
        code = request.path_params["code"]
        return _report(await self._desk.report(code, _report_language(request)))

    @_inside
    async def series_report(self, request: Request, _: str) -> Response:
        """The report of a whole series."""
        series = request.path_params["series"]
        try:
            made = await self._desk.series_report(series, _report_language(request))
        except ConfigError:
            return error_page(self.web, request, 404)
        return _report(made)

    async def _survey(self, request: Request, token: str, problem: str | None = None) -> Response:
        code = request.path_params["code"]
        survey = next((s for s in await self._desk.surveys() if s.code == code), None)
        if survey is None:
            return error_page(self.web, request, 404)
        language = self._language(request)
        quotes = await self._desk.quotes(code, language)
        address = self._desk.join_address(survey)
        return self._page(
            request,
            "organiser_survey.html",
            status=200 if problem is None else 403,
            shown=survey,
            state=survey.state(self.web.service.clock()),
            counts=await self._desk.counts(code),
            asked=_asked(survey, language),
            address=address,
            short=_short(address),
            qr=segno.make(address, error="m").svg_data_uri(scale=6, border=2, dark="#17262b"),
            waiting=[quote for quote in quotes if quote.state == "waiting"],
            decided=[quote for quote in quotes if quote.state != "waiting"],
            nonce=self.web.seal.nonce(token),
            saved="klart" in request.query_params,
            problem=self.web.texts.say(language, problem) if problem else None,
        )

    def _language(self, request: Request) -> str:
        return own_language(request, self.web.pages.own_languages)

    def _page(self, request: Request, template: str, **values: Any) -> Response:
        language = self._language(request)
        return self.web.pages.page(
            template,
            language,
            report_languages=REPORT_LANGUAGES,
            answered_of=partial(_answered_of, self.web, language),
            **values,
        )


def _answered_of(web: Web, language: str, survey: Survey, answered: int) -> str:
    """`18 av 24`, or `18 har svarat` where nobody counted the invited."""
    if survey.invited is None:
        return web.texts.say(language, "web-organiser-answered", n=answered)
    return web.texts.say(language, "web-organiser-answered-of", n=answered, invited=survey.invited)


def _asked(survey: Survey, language: str) -> dict[str, str]:
    """The text of each question that can be answered, by id."""
    return {
        question.id: say(question.text, language)
        for question in survey.questionnaire.question
        if question.kind != "note"
    }


def _short(address: str) -> str:
    """An address as people read it aloud: without its scheme."""
    return address.removeprefix("https://").removeprefix("http://")


def _report_language(request: Request) -> str:
    wanted = request.query_params.get("lang", "")
    return wanted if wanted in REPORT_LANGUAGES else REPORT_LANGUAGES[0]


def _report(made: bytes) -> Response:
    return Response(
        made,
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": REPORT_POLICY},
    )
