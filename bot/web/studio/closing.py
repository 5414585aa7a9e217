"""The end of a survey: closing it with how many came, and disposing of it by a decision. Neither can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse, Response

from bot.web.errors import error_page
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from bot.web.studio.opening.lines import people_of
from surveys.store.acting import concerning

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.web.studio.surveys import OrganiserDesk
    from bot.web.web import Web
    from surveys.survey import Survey

LONGEST_REFERENCE = 120


class Endings(StudioRoom):
    """Two pages that ask before they do."""

    def __init__(self, web: Web, desk: OrganiserDesk) -> None:
        super().__init__(web)
        self._desk = desk

    @inside(Role.ORGANISER)
    async def ask_close(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/CODE/stang`: what closing does, and how many came."""
        return await self._close_page(request, visit, {}, {})

    @inside(Role.ORGANISER)
    async def close(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/CODE/stang`: closes it; on a closed one only the number of people who came changes."""
        fields = await self.posted(request, visit)
        if fields is None:
            return self.locked(request, "web-send-again")
        typed = dict(fields)
        code = request.path_params["code"]
        survey = await self._survey(request)
        if survey is None:
            return error_page(self.web, request, 404)
        try:
            attended = await self._attended(request, code, typed.get("attended", "").strip())
        except ValueError as wrong:
            return await self._close_page(request, visit, typed, {"attended": str(wrong)})
        await self._desk.close(code, attended)
        self.web.errands.outdated(survey)
        return RedirectResponse(f"/arrangor/{code}?stangd=1", status_code=303)

    async def _attended(self, request: Request, code: str, written: str) -> int | None:
        """How many came. Raises ValueError saying why so many cannot have: no number, or fewer than have answered, which
        would be a rate above the whole.
        """
        if not written:
            return None
        try:
            attended = people_of(written)
        except ValueError as wrong:
            raise ValueError(self.say(request, str(wrong))) from wrong
        answered = (await self._desk.counts(code)).answered
        if attended < answered:
            raise ValueError(self.say(request, "ending-too-few-came", n=answered))
        return attended

    @inside(Role.ORGANISER)
    async def ask_purge(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/CODE/gallra`: what disposal does; the code must be typed. Of an open survey: close it first."""
        return await self._purge_page(request, visit, {}, {})

    @inside(Role.ORGANISER)
    async def purge(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/CODE/gallra`: removes the answers for good."""
        fields = await self.posted(request, visit)
        if fields is None:
            return self.locked(request, "web-send-again")
        typed, code = dict(fields), request.path_params["code"]
        survey = await self._survey(request)
        if survey is None:
            return error_page(self.web, request, 404)
        if survey.state(self.web.service.clock()) != "closed":
            return await self._purge_page(request, visit, {}, {})
        reference = typed.get("reference", "").strip()[:LONGEST_REFERENCE]
        told = {}
        if not reference:
            told["reference"] = self.say(request, "opening-missing-decision-ref")
        if typed.get("typed_code", "").strip().upper() != code:
            told["typed_code"] = self.say(request, "ending-wrong-code", code=code)
        if told:
            return await self._purge_page(request, visit, typed, told)
        concerning(code, reference=reference)
        await self._desk.purge(code, reference)
        self.web.errands.outdated(survey)
        return RedirectResponse(f"/arrangor/{code}?gallrad=1", status_code=303)

    async def _survey(self, request: Request) -> Survey | None:
        return await self.web.service.store.survey(request.path_params["code"])

    async def _close_page(
        self, request: Request, visit: Visit, typed: dict[str, str], told: dict[str, str]
    ) -> Response:
        survey = await self._survey(request)
        if survey is None:
            return error_page(self.web, request, 404)
        counts = await self._desk.counts(survey.code)
        standing = {"attended": str(survey.attended if survey.attended is not None else "")}
        return self._page(
            request, visit, survey, "studio_close.html", standing | typed, told, counts=counts
        )

    async def _purge_page(
        self, request: Request, visit: Visit, typed: dict[str, str], told: dict[str, str]
    ) -> Response:
        survey = await self._survey(request)
        if survey is None:
            return error_page(self.web, request, 404)
        standing = {"reference": survey.notice.decision_ref}
        early = survey.notice.retain_until >= self.web.service.clock().date()
        return self._page(
            request, visit, survey, "studio_purge.html", standing | typed, told, early=early
        )

    def _page(
        self,
        request: Request,
        visit: Visit,
        survey: Survey,
        template: str,
        typed: dict[str, str],
        told: dict[str, str],
        **values: Any,
    ) -> Response:
        return self.page(
            request,
            visit,
            template,
            status=400 if told else 200,
            shown=survey,
            state=survey.state(self.web.service.clock()),
            typed=typed,
            told=told,
            problem=self.say(request, "opening-problems", n=len(told)) if told else None,
            **values,
        )
