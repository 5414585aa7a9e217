"""The room "Tavla": what groups or organisations have answered by name, and which of their words everybody may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from analysis.named import Board, board_of
from bot.editions import answers_of
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.live_room import LiveRoom

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from surveys.survey import Survey


class Boarding(LiveRoom):
    """Names across, questions down; a box at everything that somebody wrote."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """The board as it is now."""
        return await self._page(request, visit, await self.survey_of(request))

    @inside(Role.ORGANISER)
    async def decide(self, request: Request, visit: Visit) -> Response:
        """What is ticked is shown; what was shown and is ticked no more is hidden. With `all` everything is ticked."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._page(request, visit, survey, problem="web-send-again")
        board = await self._board(request, survey)
        offered = {} if board is None else _offered(board)
        ticked = {value for name, value in fields if name == "shown"}
        if ("action", "all") in fields:
            ticked = set(offered)
        # Only what stood on the page that was sent: an answer that has come since is nobody's decision.
        seen = {value for name, value in fields if name == "seen"} & offered.keys()
        approve = sorted(seen & ticked)
        hide = sorted(each for each in seen - ticked if offered[each] == "shown")
        await self.desk.decide(survey.code, approve, hide)
        return RedirectResponse(f"/arrangor/{survey.code}/tavla?sparat=1", status_code=303)

    async def _board(self, request: Request, survey: Survey) -> Board | None:
        data = await answers_of(self.web.service.store, survey)
        return board_of(data, self.language(request))

    async def _page(
        self, request: Request, visit: Visit, survey: Survey, problem: str | None = None
    ) -> Response:
        return self.survey_page(
            request,
            visit,
            "studio_board.html",
            survey,
            board=await self._board(request, survey),
            unit=survey.questionnaire.unit,
            status=403 if problem else 200,
            saved="sparat" in request.query_params,
            problem=self.say(request, problem) if problem else None,
        )


def _offered(board: Board) -> dict[str, str]:
    """What can be decided on, and how it stands."""
    return {
        said.id: said.state
        for row in board.rows
        for said in row.said
        if said.id and not said.personal
    }
