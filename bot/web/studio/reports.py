"""The room "Rapport": what the report says and holds back, and the file in every format.

Reports are made in the worker. Here an errand looks in on it, so that no page waits for more than a moment and none
keeps the loop from those who answer.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse

from bot.reports import ReportRequest
from bot.web.errors import error_page
from bot.web.studio.door import Visit, inside
from bot.web.studio.errands import Underway
from bot.web.studio.live_room import WAITED, LiveRoom, local
from bot.web.studio.report_files import (
    LANGUAGES,
    file_response,
    offers,
    report_format,
    report_language,
)
from bot.web.studio.report_words import preview_of
from surveys.errors import ConfigError
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from surveys.survey import Survey


class Reports(LiveRoom):
    """The report of one survey, or of a series."""

    @inside()
    async def show(self, request: Request, visit: Visit) -> Response:
        """One survey's page; a bar for as long as its report is being made."""
        survey = await self.survey_of(request)
        wanted = ReportRequest(self._language(request), "json", code=survey.code)
        made = await self._made(wanted, survey)
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, survey, made)
        asked = {q.id: say(q.text, wanted.language) for q in survey.questionnaire.question}
        files = f"/arrangor/{survey.code}/rapport/fil"
        values = self._values(request, made, asked, files)
        return self.survey_page(request, visit, "studio_reports.html", survey, **values)

    @inside()
    async def file(self, request: Request, visit: Visit) -> Response:
        """The file of one survey's report."""
        survey = await self.survey_of(request)
        wanted = ReportRequest(report_language(request), report_format(request), code=survey.code)
        title, back = f"{survey.title} {survey.code}", f"/arrangor/{survey.code}/rapporter"
        return await self._file(request, visit, survey, wanted, title, back)

    @inside()
    async def series(self, request: Request, visit: Visit) -> Response:
        """The page of a series."""
        series = request.path_params["series"]
        wanted = ReportRequest(self._language(request), "json", series=series)
        try:
            made = await self._made(wanted, None)
        except ConfigError:
            return error_page(self.web, request, 404)
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, None, made)
        surveys = await self.web.service.store.surveys()
        asked = {
            question.id: say(question.text, wanted.language)
            for survey in surveys
            if survey.series == series
            for question in survey.questionnaire.question
        }
        values = self._values(request, made, asked, f"{request.url.path}/fil")
        return self.page(request, visit, "studio_series.html", series=series, **values)

    @inside()
    async def series_file(self, request: Request, visit: Visit) -> Response:
        """The file of a series' report."""
        series = request.path_params["series"]
        wanted = ReportRequest(report_language(request), report_format(request), series=series)
        back = request.url.path.removesuffix("/fil")
        try:
            return await self._file(request, visit, None, wanted, series, back)
        except ConfigError:
            return error_page(self.web, request, 404)

    def _language(self, request: Request) -> str:
        """On the page: what was asked for, else the reader's own."""
        return report_language(request, self.language(request))

    def _values(
        self, request: Request, made: bytes, asked: dict[str, str], files: str
    ) -> dict[str, Any]:
        report = json.loads(made)
        return {
            "preview": preview_of(report, asked, partial(self.say, request)),
            "offers": offers(self.web.texts, self.language(request), report),
            "files": files,
            "report_language": self._language(request),
            "languages_of": LANGUAGES,
        }

    async def _made(self, wanted: ReportRequest, survey: Survey | None) -> bytes | Underway:
        """The report; slides in the organisation's own template. Raises ConfigError."""

        async def work() -> bytes:
            if survey is not None and survey.practice_of is not None:
                await self.desk.rehearsals.hurry(
                    survey
                )  # whoever is still on the way answers first
            if wanted.format == "pptx":
                template = (await self.web.service.store.profile()).template
                return await self.desk.report_file(replace(wanted, template=template))
            return await self.desk.report_file(wanted)

        return await self.errands.fetch(_name(wanted), work)

    async def _file(
        self,
        request: Request,
        visit: Visit,
        survey: Survey | None,
        wanted: ReportRequest,
        title: str,
        back: str,
    ) -> Response:
        """At once, or behind a bar; then a page that says it is done and lets the browser fetch it."""
        if WAITED in request.query_params and self.errands.ready(_name(wanted)):
            file = local(request.url.remove_query_params(WAITED))
            if wanted.format == "html":
                return RedirectResponse(file)
            values = {"shown": survey, "underway": None, "file": file, "back": back}
            return self.page(request, visit, "studio_waiting.html", **values)
        made = await self._made(wanted, survey)
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, survey, made, back=back)
        demo = survey is not None and survey.notice.demo
        return file_response(made, wanted.format, title, demo=demo)


def _name(wanted: ReportRequest) -> tuple[str, ...]:
    return wanted.format, wanted.code or "", wanted.series or "", wanted.language
