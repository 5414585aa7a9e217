"""The organiser's pages: which surveys there are, how many have answered, the reports, and quotes to decide on.

They show counts, never who and never what; words are seen only as quotes waiting for a decision.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol

import segno
from starlette.responses import RedirectResponse, Response

from bot.web.errors import error_page
from bot.web.headers import REPORT_POLICY
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from bot.web.web import Web
from surveys.errors import ConfigError
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.survey import Counts, Survey

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

    async def surveys(self) -> list[Survey]:
        """Every survey, oldest first."""

    async def counts(self, code: str) -> Counts:
        """How many took part."""

    def join_address(self, survey: Survey) -> str:
        """Where people join."""

    def studio_address(self, secret: str) -> str:
        """The one-time way into the studio."""

    async def report(self, code: str, language: str) -> bytes:
        """One survey's report as HTML."""

    async def series_report(self, series: str, language: str) -> bytes:
        """A series' report as HTML."""

    async def quotes(self, code: str, language: str = "sv") -> Sequence[QuoteLine]:
        """Quotes and what was decided of them: `waiting`, `approved` or `hidden`."""

    async def decide(self, code: str, approve: list[str], hide: list[str]) -> None:
        """Approves and hides quotes."""


class Surveys(StudioRoom):
    """The list, one survey, its reports and its quotes."""

    def __init__(self, web: Web, desk: OrganiserDesk) -> None:
        super().__init__(web)
        self._desk = desk

    @inside()
    async def listing(self, request: Request, visit: Visit) -> Response:
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
        return self._page(request, visit, "organiser_list.html", groups=groups)

    @inside()
    async def survey(self, request: Request, visit: Visit) -> Response:
        """One survey: how to join, how many, reports, quotes."""
        return await self._survey(request, visit)

    @inside(Role.ORGANISER)
    async def decide(self, request: Request, visit: Visit) -> Response:
        """Saves what was decided of the quotes on the list; those left alone go on waiting."""
        code = request.path_params["code"]
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._survey(request, visit, problem="web-send-again")
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

    @inside()
    async def report(self, request: Request, _: Visit) -> Response:
        """A survey's report, as its own page."""
        code = request.path_params["code"]
        return _report(await self._desk.report(code, _report_language(request)))

    @inside()
    async def series_report(self, request: Request, _: Visit) -> Response:
        """The report of a whole series."""
        series = request.path_params["series"]
        try:
            made = await self._desk.series_report(series, _report_language(request))
        except ConfigError:
            return error_page(self.web, request, 404)
        return _report(made)

    async def _survey(self, request: Request, visit: Visit, problem: str | None = None) -> Response:
        code = request.path_params["code"]
        survey = next((s for s in await self._desk.surveys() if s.code == code), None)
        if survey is None:
            return error_page(self.web, request, 404)
        language = self.language(request)
        quotes = await self._desk.quotes(code, language)
        address = self._desk.join_address(survey)
        return self._page(
            request,
            visit,
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
            saved="klart" in request.query_params,
            problem=self.web.texts.say(language, problem) if problem else None,
        )

    def _page(self, request: Request, visit: Visit, template: str, **values: Any) -> Response:
        return self.page(
            request,
            visit,
            template,
            report_languages=REPORT_LANGUAGES,
            answered_of=partial(_answered_of, self.web, self.language(request)),
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
