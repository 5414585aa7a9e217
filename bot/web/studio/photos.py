"""The room "Bilder": photos wait here until somebody has looked at each one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.live_room import LiveRoom
from bot.web.studio.quotes import STATES, decided_in
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.survey import Survey

ON_A_PAGE = 12
PICTURE_POLICY = "default-src 'none'; sandbox"
"""A picture is a picture: nothing in it can run or fetch, also when it is opened by itself."""


class Photos(LiveRoom):
    """Looking, approving, hiding: one by one."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """The photos in one state, a page of them."""
        return await self._page(request, visit, await self.survey_of(request))

    @inside(Role.ORGANISER)
    async def decide(self, request: Request, visit: Visit) -> Response:
        """Saves what was decided on the page. A photo whose sender has not agreed is never approved."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._page(request, visit, survey, problem="web-send-again")
        agreed = {one.id for one in await self.desk.photos(survey.code) if one.agreed}
        states = decided_in(fields, hide_all=False)
        chosen = {
            state: [
                name
                for name, given in states.items()
                if given == state and (state != "approved" or name in agreed)
            ]
            for state in STATES
        }
        await self.desk.decide(survey.code, chosen["approved"], chosen["hidden"], chosen["waiting"])
        self.errands.outdated(survey)
        address = f"/arrangor/{survey.code}/bilder?lage={_state(request)}&klart=1"
        return RedirectResponse(address, status_code=303)

    @inside(Role.ORGANISER)
    async def picture(self, request: Request, visit: Visit) -> Response:
        """One photo, drawn anew from what is stored."""
        survey = await self.survey_of(request)
        found = await self.desk.photo(survey.code, request.path_params["photo"])
        if found is None:
            return Response(status_code=404)
        headers = {"Content-Security-Policy": PICTURE_POLICY}
        return Response(found, media_type="image/jpeg", headers=headers)

    async def _page(
        self, request: Request, visit: Visit, survey: Survey, problem: str | None = None
    ) -> Response:
        sent, state = await self.desk.photos(survey.code), _state(request)
        wanted = [one for one in sent if one.state == state]
        language = self.language(request)
        return self.survey_page(
            request,
            visit,
            "studio_photos.html",
            survey,
            status=200 if problem is None else 403,
            photos=wanted[:ON_A_PAGE],
            left=len(wanted),
            state_shown=state,
            counts={one: sum(photo.state == one for photo in sent) for one in STATES},
            asked={q.id: say(q.text, language) for q in survey.questionnaire.question},
            told="klart" in request.query_params,
            problem=self.say(request, problem) if problem else None,
        )


def _state(request: Request) -> str:
    state = request.query_params.get("lage", "")
    return state if state in STATES else STATES[0]
