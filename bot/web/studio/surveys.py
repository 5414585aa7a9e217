"""The page of one survey: the way in, how many, and the way to everything else. Counts, never who or what."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import segno
from starlette.responses import RedirectResponse, Response

from bot.web.errors import error_page
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from bot.web.studio.live_room import LiveDesk, rooms_for
from bot.web.wall.words import WordDesk
from bot.web.web import Web

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.survey import Counts, Survey

DONE = {"oppnad": "opening-opened", "stangd": "ending-closed", "gallrad": "ending-purged"}
"""What an address says has been done, and the text that tells it."""


class OrganiserDesk(LiveDesk, WordDesk, Protocol):
    """What these pages ask of the rest of the program, beside what the rooms around a survey and the wall do."""

    async def surveys(self) -> list[Survey]:
        """Every survey, oldest first."""

    async def counts(self, code: str) -> Counts:
        """How many took part."""

    def studio_address(self, secret: str) -> str:
        """The one-time way into the studio."""

    async def close(self, code: str, attended: int | None) -> None:
        """Closes a survey for good; how many came, where that is known."""

    async def purge(self, code: str, reference: str) -> None:
        """Disposes of the answers by a decision."""


class Surveys(StudioRoom):
    """One survey."""

    def __init__(self, web: Web, desk: OrganiserDesk) -> None:
        super().__init__(web)
        self._desk = desk

    @inside()
    async def survey(self, request: Request, visit: Visit) -> Response:
        """One survey: how to join, how many, and the way to the rooms around it."""
        return await self._survey(request, visit)

    async def _survey(self, request: Request, visit: Visit) -> Response:
        code = request.path_params["code"]
        survey = await self.web.service.store.survey(code)
        if survey is None:
            return error_page(self.web, request, 404)
        if survey.practice_of is not None:
            return RedirectResponse(f"/arrangor/{survey.practice_of}/provkor")
        address = self._desk.join_address(survey)
        state = survey.state(self.web.service.clock())
        return self._page(
            request,
            visit,
            "organiser_survey.html",
            shown=survey,
            state=state,
            counts=await self._desk.counts(code),
            address=address,
            short=_short(address),
            qr=segno.make(address, error="m").svg_data_uri(scale=6, border=2, dark="#17262b"),
            rooms=rooms_for(visit, survey, state),
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
            answered_of=partial(_answered_of, self.web, self.language(request)),
            **values,
        )


def _answered_of(web: Web, language: str, survey: Survey, answered: int) -> str:
    """`18 av 24`, or `18 har svarat` where nobody counted the invited, or more than those came."""
    if survey.invited is None or survey.invited < answered:
        return web.texts.say(language, "web-organiser-answered", n=answered)
    return web.texts.say(language, "web-organiser-answered-of", n=answered, invited=survey.invited)


def _short(address: str) -> str:
    """An address as people read it aloud: without its scheme."""
    return address.removeprefix("https://").removeprefix("http://")
