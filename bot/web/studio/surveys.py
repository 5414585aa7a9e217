"""The organiser's pages: which surveys there are, how many have answered, and the reports. Counts, never who or what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol

import segno
from starlette.responses import Response

from bot.web.errors import error_page
from bot.web.headers import REPORT_POLICY
from bot.web.studio.door import StudioRoom, Visit, inside
from bot.web.studio.live_room import ROOMS, LiveDesk
from bot.web.web import Web
from surveys.errors import ConfigError
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.survey import Counts, Survey

REPORT_LANGUAGES = ("sv", "en")


@dataclass(frozen=True, slots=True)
class ListLine:
    """One survey on the list; `answered` counts people with at least one answer."""

    survey: Survey
    state: str
    answered: int
    address: str


class OrganiserDesk(LiveDesk, Protocol):
    """What these pages ask of the rest of the program, beside what the rooms around a survey do."""

    async def surveys(self) -> list[Survey]:
        """Every survey, oldest first."""

    async def counts(self, code: str) -> Counts:
        """How many took part."""

    def studio_address(self, secret: str) -> str:
        """The one-time way into the studio."""

    async def report(self, code: str, language: str) -> bytes:
        """One survey's report as HTML."""

    async def series_report(self, series: str, language: str) -> bytes:
        """A series' report as HTML."""


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
        """One survey: how to join, how many, and the way to the rooms around it."""
        return await self._survey(request, visit)

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

    async def _survey(self, request: Request, visit: Visit) -> Response:
        code = request.path_params["code"]
        survey = next((s for s in await self._desk.surveys() if s.code == code), None)
        if survey is None:
            return error_page(self.web, request, 404)
        language = self.language(request)
        address = self._desk.join_address(survey)
        return self._page(
            request,
            visit,
            "organiser_survey.html",
            shown=survey,
            state=survey.state(self.web.service.clock()),
            counts=await self._desk.counts(code),
            asked=_asked(survey, language),
            address=address,
            short=_short(address),
            qr=segno.make(address, error="m").svg_data_uri(scale=6, border=2, dark="#17262b"),
            rooms=ROOMS,
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
