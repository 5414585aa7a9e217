"""The room "Översättning": answers in languages without a codebook, read by whoever knows the language."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.errands import Underway
from bot.web.studio.hand_room import HandRoom
from bot.web.web import read_form
from surveys.errors import ContentError
from surveys.questionnaire.languages import NAMES, direction, say

if TYPE_CHECKING:
    from starlette.requests import Request

    from analysis.themes.translating import Queue
    from surveys.survey import Survey

LARGEST_MB = 5
ON_A_PAGE = 25
LONGEST_NAME = 80
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Translations(HandRoom):
    """Writing translations beside the originals, or sending them out and in as a workbook."""

    kind = "translations"

    @inside(Role.ORGANISER)
    async def save(self, request: Request, visit: Visit) -> Response:
        """Keeps what was typed; an emptied field takes its translation back."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._not_ours(request, visit, survey)
        texts = [
            (name.removeprefix("text-"), value)
            for name, value in fields
            if name.startswith("text-")
        ]
        try:
            changed = await self.desk.hand.take_typed(
                survey.code, texts, self.language(request), visit.name
            )
        except ContentError as error:
            problem = _first(error, self.language(request))
            return await self._page(request, visit, survey, problem, 422, typed=dict(texts))
        return self._back(survey, f"sparat={changed}")

    @inside(Role.ORGANISER)
    async def file(self, request: Request, visit: Visit) -> Response:
        """The queue as a workbook."""
        survey = await self.survey_of(request)
        content = await self.desk.hand.sheet(survey.code, self.language(request))
        name = f"{survey.code}-{self.say(request, 'hand-translate-file')}.xlsx"
        headers = {
            "content-disposition": f'attachment; filename="{name}"',
            "cache-control": "no-store",
        }
        return Response(content, media_type=XLSX, headers=headers)

    @inside(Role.ORGANISER)
    async def take(self, request: Request, visit: Visit) -> Response:
        """A filled-in workbook comes in."""
        survey = await self.survey_of(request)
        async with read_form(request, upload_mb=LARGEST_MB) as form:
            nonce, sent = str(form.get("nonce", "")), form.get("fil")
            content = await sent.read() if isinstance(sent, UploadFile) else b""
            name = (sent.filename or "") if isinstance(sent, UploadFile) else ""
        if not self.is_ours([("nonce", nonce)], visit):
            return await self._not_ours(request, visit, survey)
        if not content:
            nothing = self.say(request, "live-own-none")
            return await self._page(request, visit, survey, nothing, 422)
        language = self.language(request)
        try:
            came = await self.desk.hand.take_sheet(
                survey.code, content, name[-LONGEST_NAME:] or "fil", language, visit.name
            )
        except ContentError as error:
            return await self._page(request, visit, survey, _first(error, language), 422)
        left = f"&utan={len(came.left_out)}" if came.left_out else ""
        return self._back(survey, f"sparat={len(came.texts)}{left}")

    def _back(self, survey: Survey, query: str) -> Response:
        self._changed(survey)
        return RedirectResponse(f"/arrangor/{survey.code}/oversattning?{query}", status_code=303)

    async def _page(
        self,
        request: Request,
        visit: Visit,
        survey: Survey,
        problem: str | None = None,
        status: int = 200,
        typed: dict[str, str] | None = None,
    ) -> Response:
        find = partial(self.desk.hand.translations, survey.code)
        queue = await self._read(survey, find, typed=problem is not None)
        if isinstance(queue, Underway):
            return self.waiting_page(request, visit, survey, queue)
        return self.survey_page(
            request,
            visit,
            "studio_translations.html",
            survey,
            status=status,
            problem=problem,
            queue=queue,
            answers=queue.answers[:ON_A_PAGE],
            waiting=_waiting(queue),
            names=NAMES,
            written=direction,
            asked=lambda text: say(text, self.language(request)),
            typed=typed or {},
            saved=_number(request, "sparat"),
            left=_number(request, "utan"),
        )


def _waiting(queue: Queue) -> list[tuple[str, int]]:
    """Language and how many answers in it nobody has read."""
    counted: Counter[str] = Counter()
    for one in queue.waiting:
        counted[one.language] += one.people
    return sorted(counted.items())


def _first(error: ContentError, language: str) -> str:
    """The one thing that is wrong with a file, and what to do."""
    found = error.problems[0]
    return f"{found.text[language]} {found.remedy[language]}"


def _number(request: Request, name: str) -> int | None:
    given = request.query_params.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 7 else None
