"""The room "Provkör": one click fills a practice copy of a survey, one click removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.demo.rehearsal import CAST
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.live_room import LiveRoom

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from surveys.survey import Survey


class Practice(LiveRoom):
    """Starting, watching and removing a rehearsal."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """How the rehearsal stands; the page of a practice copy is its survey's."""
        survey = await self.survey_of(request)
        if survey.practice_of is not None:
            return RedirectResponse(f"/arrangor/{survey.practice_of}/provkor")
        return await self._page(request, visit, survey)

    @inside(Role.ORGANISER)
    async def act(self, request: Request, visit: Visit) -> Response:
        """Starts, hurries or removes, by the button that was pressed; each is harmless a second time."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._page(request, visit, survey, problem="web-send-again")
        rehearsals, removed = self.desk.rehearsals, False
        copy = await rehearsals.of(survey)
        match dict(fields).get("action"):
            case "start":
                await rehearsals.start(survey)
            case "hurry" if copy is not None:
                await rehearsals.hurry(copy)
            case "remove":
                removed = await rehearsals.remove(survey)
        told = "?borta=1" if removed else ""
        return RedirectResponse(f"/arrangor/{survey.code}/provkor{told}", status_code=303)

    async def _page(
        self, request: Request, visit: Visit, survey: Survey, problem: str | None = None
    ) -> Response:
        copy = await self.desk.rehearsals.of(survey)
        arriving = copy is not None and self.desk.rehearsals.arriving(copy)
        counts = await self.web.service.store.counts(copy) if copy is not None else None
        return self.survey_page(
            request,
            visit,
            "studio_practice.html",
            survey,
            moving=request.url if arriving else None,
            status=200 if problem is None else 403,
            copy=copy,
            address=self.desk.join_address(copy) if copy is not None else None,
            answered=counts.answered if counts is not None else 0,
            cast=CAST,
            arriving=arriving,
            removed="borta" in request.query_params,
            problem=self.say(request, problem) if problem else None,
        )
