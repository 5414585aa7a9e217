"""`/CODE/regler`: what may be said in a statement, who reads it first, and why one can be hidden. Open to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.moderating import is_voted_on
from bot.web.limiting import UNKNOWN_CODE
from bot.web.web import network_address, own_language
from surveys.errors import UnknownCode
from surveys.statements import MAX_STATEMENT_CHARS, REASONS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.web.web import Web


class Rules:
    """The page."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def show(self, request: Request) -> Response:
        """In the survey's languages. Raises UnknownCode, counted, also where there is nothing to vote on."""
        code = str(request.path_params["code"]).upper()
        store = self._web.service.store
        survey = await store.survey(code)
        if survey is None or not is_voted_on(survey):
            self._web.gate.count(UNKNOWN_CODE, network_address(request))
            raise UnknownCode(code[:20])
        moderated = await store.moderated(survey.id)
        return self._web.pages.page(
            "rules.html",
            own_language(request, survey.languages),
            survey=survey,
            languages=survey.languages,
            moderated=any(moderated.values()),
            reasons=REASONS,
            most=MAX_STATEMENT_CHARS,
        )
