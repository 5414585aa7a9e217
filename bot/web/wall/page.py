"""The wall's addresses: the page, its stream, and the organiser's hand on both.

Whoever has the code sees what stands on the wall: how to join, how many, and released frames of the slide the
organiser has put there. Only a person signed in to the studio moves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from analysis import live
from bot.results import Results
from bot.web.limiting import UNKNOWN_CODE
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from bot.web.wall.broadcaster import Broadcaster, Channel
from bot.web.wall.stage import Joining, Stage
from bot.web.wall.stream import Stream
from bot.web.wall.words import WordDesk, Words
from bot.web.web import Web, network_address, own_language
from surveys.errors import UnknownCode
from surveys.questionnaire.languages import NAMES
from surveys.store.acting import leave_no_note

if TYPE_CHECKING:
    from markupsafe import Markup
    from starlette.requests import Request

    from bot.results import Result
    from surveys.store.publications import Wall as Shown
    from surveys.survey import Survey


class WallDesk(WordDesk, Protocol):
    """What the wall asks of the rest of the program."""

    def join_address(self, survey: Survey) -> str:
        """Where people join."""


TURNS = {"next": 1, "back": -1}


class Wall(StudioRoom):
    """The handlers, and the broadcaster they share."""

    def __init__(self, web: Web, desk: WallDesk) -> None:
        super().__init__(web)
        self._desk = desk
        self._results = Results(web.service.store, web.service)
        self.broadcaster = Broadcaster(self._draw)
        self._words = Words(web, desk, self._results, self.broadcaster.mark)
        web.service.on_commit = self.broadcaster.mark

    def routes(self) -> list[BaseRoute]:
        """Before the participants' addresses."""
        return [
            Route("/arrangor/{code}/vagg", self.control, methods=["GET"]),
            Route("/arrangor/{code}/vagg", self.steer, methods=["POST"]),
            Route("/arrangor/{code}/vagg/ord", self._words.show, methods=["GET"]),
            Route("/arrangor/{code}/vagg/ord", self._words.decide, methods=["POST"]),
            Route("/{code}/vagg", self.look),
            Route("/{code}/vagg/strom", self.stream),
        ]

    async def look(self, request: Request) -> Response:
        """The wall for whoever has the code."""
        survey = await self._survey(request)
        return await self._page(request, survey, await self._present(survey))

    async def stream(self, request: Request) -> Response:
        """What follows, as server-sent events; 503 when there are too many: the page still reads itself anew."""
        survey = await self._survey(request)
        if self.broadcaster.full:
            return Response(status_code=503, headers={"Retry-After": "5"})
        channel = Channel(survey.code, own_language(request, survey.languages))
        listener = await self.broadcaster.join(channel)
        return Stream(listener, lambda: self.broadcaster.leave(channel, listener))

    @inside(Role.ORGANISER)
    async def control(self, request: Request, visit: Visit) -> Response:
        """The wall with the organiser's hand on it."""
        return await self._controlled(request, await self._survey(request), visit)

    @inside(Role.ORGANISER)
    async def steer(self, request: Request, visit: Visit) -> Response:
        """One press: another slide, pause, hide or reveal, and whether participants may see the result."""
        survey = await self._survey(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return self.locked(request, "studio-ended")
        act = dict(fields).get("act", "")
        if act in TURNS:
            leave_no_note()  # turning pages changes nothing about the survey
        store = self.web.service.store
        before = await store.wall(survey.id)
        await store.set_wall(survey.id, steered(survey, before, act))
        self.broadcaster.mark(survey.code)
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/arrangor/{survey.code}/vagg{query}", status_code=303)

    async def _controlled(self, request: Request, survey: Survey, visit: Visit) -> Response:
        result = await self._present(survey)
        language = own_language(request, survey.languages)
        bar = self.web.pages.part(
            "wall_control.html",
            self.language(request),
            survey=survey,
            wall=result.wall,
            hidden=result.wall.at in result.wall.hidden,
            nonce=self.web.seal.nonce(visit.token),
            wall_language=language,
            tongues=[(tag, NAMES.get(tag, tag)) for tag in survey.languages if tag != language],
        )
        return await self._page(request, survey, result, bar)

    async def _page(
        self, request: Request, survey: Survey, result: Result, control: Markup | None = None
    ) -> Response:
        language = own_language(request, survey.languages)
        stage = Stage.of(result, self._joining(survey)).draw(self.web.pages, language)
        return self.web.pages.page(
            "wall.html",
            language,
            survey=survey,
            stage=stage,
            control=control,
            languages=survey.languages,
        )

    async def _survey(self, request: Request) -> Survey:
        """The survey of the address. Raises UnknownCode, counted, since guessing must not pay."""
        code = str(request.path_params["code"]).upper()
        found = await self.web.service.store.survey(code)
        if found is None:
            self.web.gate.count(UNKNOWN_CODE, network_address(request))
            raise UnknownCode(code[:20])
        return found

    async def _present(self, survey: Survey) -> Result:
        """What may be shown now; only the slide on the wall lets more out."""
        at = (await self.web.service.store.wall(survey.id)).at
        return await self._results.current(survey, {at} if at else ())

    async def _draw(self, code: str, languages: Iterable[str]) -> Mapping[str, str]:
        """For the broadcaster: the present, read once and drawn in each language."""
        survey = await self.web.service.store.survey_named(code)
        stage = Stage.of(await self._present(survey), self._joining(survey))
        return {each: str(stage.draw(self.web.pages, each)) for each in languages}

    def _joining(self, survey: Survey) -> Joining:
        return Joining.of(self._desk.join_address(survey))


def steered(survey: Survey, shown: Shown, act: str) -> Shown:
    """What stands on the wall after a press; an unknown one changes nothing."""
    changes: dict[str, Any] = {}
    if act in TURNS:
        at = ["", *(slide.id for slide in live.slides(survey))]
        place = at.index(shown.at) if shown.at in at else 0
        changes["at"] = at[min(max(place + TURNS[act], 0), len(at) - 1)]
    elif act == "pause":
        changes["paused"] = not shown.paused
    elif act == "open":
        changes["opened"] = not shown.opened
    elif act == "hide" and shown.at:
        changes["hidden"] = shown.hidden ^ {shown.at}
    return replace(shown, **changes)
