"""Pages that belong to no survey: the front page, the accessibility statement, and whether we are ready."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import PlainTextResponse, RedirectResponse

from bot.web.access import statement
from bot.web.web import Web, own_language

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


class Standing:
    """Their handlers."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def front(self, request: Request) -> Response:
        """GET `/`: a line to write the join code on."""
        return self._front(request)

    async def find(self, request: Request) -> Response:
        """GET `/kod?kod=…`: on to the survey. Spaces and hyphens are how people read a code aloud, and
        some paste the whole address.
        """
        written = request.query_params.get("kod", "")
        written = written.partition("?")[0].strip().rstrip("/").rpartition("/")[2]
        code = "".join(sign for sign in written if sign.isalnum()).upper()[:40]
        if not code:
            return self._front(request, problem="web-code-empty")
        return RedirectResponse(f"/{quote(code)}", status_code=303)

    async def accessibility(self, request: Request) -> Response:
        """GET `/tillganglighet`: the statement that DOS-lagen asks for, with Digg's eleven points (L18)."""
        web, language = self._web, own_language(request, self._web.pages.own_languages)
        settings = web.settings.accessibility
        organisation = settings.organisation or await self._organisation(language)
        points = statement(settings, organisation, request.url.netloc, language, web.texts)
        return web.pages.page("accessibility.html", language, points=points)

    async def health(self, request: Request) -> Response:
        """GET `/health`: 200 while the process answers at all, whatever the database does."""
        return PlainTextResponse("ok")

    async def ready(self, request: Request) -> Response:
        """GET `/ready`: 200 once the database answers."""
        await self._web.service.store.surveys()
        return PlainTextResponse("ok")

    def _front(self, request: Request, problem: str | None = None) -> Response:
        language = own_language(request, self._web.pages.own_languages)
        return self._web.pages.page(
            "front.html",
            language,
            status=200 if problem is None else 422,
            code="",
            problem=self._web.texts.say(language, problem) if problem else None,
        )

    async def _organisation(self, language: str) -> str:
        """Who is behind the pages: the controller, when every survey has the same one."""
        surveys = await self._web.service.store.surveys()
        names = {survey.notice.controller for survey in surveys}
        if len(names) == 1:
            return names.pop()
        return self._web.texts.say(language, "web-accessibility-nobody")
