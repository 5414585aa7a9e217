"""The population that a report compares its background questions with: a file of the organiser's, kept beside the survey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from analysis.report.population import background_questions, checked, read_population
from analysis.wording import Wording
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.live_room import LiveRoom
from bot.web.web import read_form
from surveys.errors import ConfigError
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from surveys.survey import Survey

LARGEST_MB = 1


class Population(LiveRoom):
    """GET and POST `/arrangor/CODE/befolkning`."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """Whether there is a file, what one looks like, and where to send one."""
        return self._page(request, visit, await self.survey_of(request))

    @inside(Role.ORGANISER)
    async def act(self, request: Request, visit: Visit) -> Response:
        """Keeps a file that fits the survey, or keeps none any more. A file that does not fit changes nothing."""
        survey = await self.survey_of(request)
        async with read_form(request, upload_mb=LARGEST_MB) as form:
            fields = [(key, each) for key, each in form.multi_items() if isinstance(each, str)]
            upload = form.get("file")
            content = await upload.read() if isinstance(upload, UploadFile) else b""
        if not self.is_ours(fields, visit):
            problem = self.say(request, "web-send-again")
            return self._page(request, visit, survey, problem, status=403)
        files = self.web.service.recordings
        if files is None:
            raise ConfigError(self.say(request, "population-no-folder"))
        if dict(fields).get("action") == "remove":
            files.forget_population(survey)
        else:
            try:
                wording = Wording(self.language(request), survey.questionnaire.unit)
                checked(survey, read_population(content, wording), wording)
            except ConfigError as wrong:
                return self._page(request, visit, survey, str(wrong), status=422)
            files.keep_population(survey, content)
        await self.web.service.store.note_deed()
        self.errands.outdated(survey)
        where = f"/arrangor/{survey.code}/befolkning?sparat=1"
        return RedirectResponse(where, status_code=303)

    def _page(
        self,
        request: Request,
        visit: Visit,
        survey: Survey,
        problem: str | None = None,
        *,
        status: int = 200,
    ) -> Response:
        language, files = self.language(request), self.web.service.recordings
        asked = background_questions(survey, Wording(language, survey.questionnaire.unit))
        return self.survey_page(
            request,
            visit,
            "studio_population.html",
            survey,
            status=status,
            problem=problem,
            saved="sparat" in request.query_params,
            there=files is not None and files.population(survey) is not None,
            asked=[(say(question.text, language), options) for question, options in asked],
        )
