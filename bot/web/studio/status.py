"""The room "Läget nu": how many, how fast and where people stop; a page that reads itself anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.web.studio.door import Visit, inside
from bot.web.studio.live_room import LiveRoom
from bot.web.studio.progress import pace_of, sticking

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


class Status(LiveRoom):
    """Counts, never who and never what."""

    @inside()
    async def show(self, request: Request, visit: Visit) -> Response:
        """The numbers now."""
        survey = await self.survey_of(request)
        store = self.web.service.store
        counts = await store.counts(survey)
        paces = pace_of(survey, counts, self.language(request))
        return self.survey_page(
            request,
            visit,
            "studio_status.html",
            survey,
            counts=counts,
            paces=paces,
            sticks=sticking(paces),
            seconds=await store.typical_seconds(survey.id),
            on_paper=(await store.sources(survey.id)).get("paper", 0),
            moving=request.url if survey.state(self.web.service.clock()) == "open" else None,
        )
