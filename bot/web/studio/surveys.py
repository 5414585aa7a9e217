"""The page of one survey, and the reports as pages. Counts, never who or what."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import segno
from starlette.responses import Response

from bot.web.errors import error_page
from bot.web.headers import REPORT_POLICY
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from bot.web.studio.live_room import ROOMS, LiveDesk
from bot.web.web import Web
from surveys.errors import ConfigError
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.survey import Counts, Survey

REPORT_LANGUAGES = ("sv", "en")
DONE = {"oppnad": "opening-opened", "stangd": "ending-closed", "gallrad": "ending-purged"}
"""What an address says has been done, and the text that tells it."""


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

    async def close(self, code: str, attended: int | None) -> None:
        """Closes a survey for good; how many came, where that is known."""

    async def purge(self, code: str, reference: str) -> None:
        """Disposes of the answers by a decision."""


class Surveys(StudioRoom):
    """One survey and its reports."""

    def __init__(self, web: Web, desk: OrganiserDesk) -> None:
        super().__init__(web)
        self._desk = desk

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
            changing=visit.role >= Role.ORGANISER,
            told=self._told(request),
        )

    def _told(self, request: Request) -> str | None:
        """What has just been done, on the page one comes to afterwards."""
        said = next((text for name, text in DONE.items() if name in request.query_params), None)
        return None if said is None else self.say(request, said)

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
