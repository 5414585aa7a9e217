"""The room "Rapport": what the report says and holds back, and the file in every format.

Reports are made in the worker. Here an errand looks in on it, so that no page waits for more than a moment and none
keeps the loop from those who answer.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from analysis.report.writers import COATS
from bot.reports import FORMATS, ReportRequest
from bot.web.errors import error_page
from bot.web.headers import REPORT_POLICY
from bot.web.studio.door import Visit, inside
from bot.web.studio.errands import Underway
from bot.web.studio.live_room import LiveRoom
from bot.web.studio.report_words import preview_of
from surveys.errors import ConfigError
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.survey import Survey

LANGUAGES = ("sv", "en")
COMMON = ("html", "pptx", "pdf", "xlsx", "png", "png.zip", "csv", "csv.zip", "sav")
"""What most people come for, first."""
MARK = "ÖVNINGSDATA"


class Reports(LiveRoom):
    """The report of one survey, or of a series."""

    @inside()
    async def show(self, request: Request, visit: Visit) -> Response:
        """The page; a bar for as long as the report is being made."""
        survey, language = await self.survey_of(request), report_language(request)
        wanted = ReportRequest(language, "json", code=survey.code)
        name = ("json", survey.code, language)
        made = await self.errands.fetch(name, self._work(wanted, survey))
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, survey, made)
        tell = partial(self.say, request)
        return self.survey_page(
            request,
            visit,
            "studio_reports.html",
            survey,
            preview=preview_of(json.loads(made), _asked(survey, language), tell),
            formats=sorted(FORMATS, key=_common_first),
            report_language=language,
            languages_of=LANGUAGES,
        )

    @inside()
    async def file(self, request: Request, visit: Visit) -> Response:
        """The file of one survey's report."""
        survey = await self.survey_of(request)
        wanted = ReportRequest(report_language(request), report_format(request), code=survey.code)
        title = f"{survey.title} {survey.code}"
        work = self._work(wanted, survey)
        return await self._file(request, visit, survey, wanted, work, title)

    @inside()
    async def series_file(self, request: Request, visit: Visit) -> Response:
        """The file of a series' report."""
        series = request.path_params["series"]
        wanted = ReportRequest(report_language(request), report_format(request), series=series)
        try:
            return await self._file(
                request, visit, None, wanted, partial(self.desk.report_file, wanted), series
            )
        except ConfigError:
            return error_page(self.web, request, 404)

    def _work(self, wanted: ReportRequest, survey: Survey) -> Callable[[], Awaitable[bytes]]:
        """Making it; in a rehearsal, those who are still on their way answer first."""

        async def work() -> bytes:
            if survey.practice_of is not None:
                await self.desk.rehearsals.hurry(survey)
            return await self.desk.report_file(wanted)

        return work

    async def _file(
        self,
        request: Request,
        visit: Visit,
        survey: Survey | None,
        wanted: ReportRequest,
        work: Callable[[], Awaitable[bytes]],
        title: str,
    ) -> Response:
        """At once, or behind a bar; then a page that says it is done and lets the browser fetch it."""
        name = (wanted.format, wanted.code or "", wanted.series or "", wanted.language)
        direct = request.url.remove_query_params("vantat")
        file, back = f"{direct.path}?{direct.query}", request.url.path.rpartition("/")[0]
        back = f"{back}er" if survey is not None else "/arrangor"
        if "vantat" in request.query_params and self.errands.ready(name):
            if wanted.format == "html":
                return RedirectResponse(file)
            return self.page(
                request,
                visit,
                "studio_waiting.html",
                shown=survey,
                underway=None,
                file=file,
                back=back,
            )
        made = await self.errands.fetch(name, work)
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, survey, made, back=back)
        demo = survey is not None and survey.notice.demo
        return file_response(made, wanted.format, f"{MARK} {title}" if demo else title)


def file_response(made: bytes, format_: str, title: str) -> Response:
    """The report as a page of its own, or as a file to keep."""
    coat, headers = COATS[format_], {}
    if format_ == "html":
        headers["Content-Security-Policy"] = REPORT_POLICY
    else:
        headers["Content-Disposition"] = _attached(title, coat.suffix)
    return Response(made, media_type=coat.media, headers=headers)


def _attached(title: str, suffix: str) -> str:
    """The header, with a plain name for old browsers; no title can break out of it."""
    clean = re.sub(r"\W+", "-", title).strip("-") + f".{suffix}"
    plain = unicodedata.normalize("NFKD", clean).encode("ascii", "ignore").decode()
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(clean)}"


def report_language(request: Request) -> str:
    """The language asked for; Swedish unless it is one the reports speak."""
    wanted = request.query_params.get("sprak", "")
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def report_format(request: Request) -> str:
    """The format asked for; a page unless it is one there is."""
    wanted = request.query_params.get("format", "")
    return next((known for known in FORMATS if known == wanted), FORMATS[0])


def _common_first(name: str) -> int:
    return COMMON.index(name) if name in COMMON else len(COMMON)


def _asked(survey: Survey, language: str) -> dict[str, str]:
    return {question.id: say(question.text, language) for question in survey.questionnaire.question}
