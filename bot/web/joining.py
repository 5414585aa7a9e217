"""Pausing, and going on from another device: the receipt code is what leads back to the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.web.cookies import Cookies
from bot.web.limiting import RECEIPT
from bot.web.participation import Participation
from bot.web.visits import ONWARD, Visit
from bot.web.web import Web, chosen_language, network_address, read_form
from surveys.errors import AlreadyAnswered, UnknownReceipt

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

LONGEST_RECEIPT = 100


class Joining:
    """The handlers of `/{code}/paus` and `/{code}/fortsatt`. The receipt code stands in no address."""

    def __init__(self, web: Web, participation: Participation) -> None:
        self._web = web
        self._participation = participation
        self._cookies = Cookies(web.seal, https=web.https)

    async def pause(self, request: Request) -> Response:
        """GET `/{code}/paus`: the receipt code, and how to go on here or elsewhere."""
        visit = await self._participation.visits.enter(request)
        outcome = await self._participation.look(request, visit)
        if outcome.receipt is None:
            return RedirectResponse(f"/{outcome.survey.code}", status_code=303)
        languages = outcome.survey.languages
        return self._web.pages.page(
            "pause.html",
            chosen_language(request, outcome.state.language, languages),
            survey=outcome.survey,
            begun=True,
            receipt=outcome.receipt,
            address=f"{request.url.netloc}/{outcome.survey.code}",
            languages=languages,
        )

    async def join(self, request: Request) -> Response:
        """POST `/{code}/fortsatt`: on with the answers the receipt code leads to, or what is wrong with it."""
        visit = await self._participation.visits.enter(request)
        address = network_address(request)
        self._web.gate.refuse_when_full(RECEIPT, address)
        async with read_form(request) as form:
            nonce, carried = str(form.get("nonce", "")), str(form.get("token", ""))
            receipt = str(form.get("receipt", "")).strip()[:LONGEST_RECEIPT]
        visit = await self._participation.visits.carried(request, visit, carried)
        if visit.carried == "new" or self._web.seal.once(nonce, visit.token, ()) is None:
            return await self._again(request, visit, "web-send-again", receipt, status=403)
        if not receipt:
            return await self._again(request, visit, "web-erase-empty", receipt)
        try:
            outcome = await self._web.service.join(visit.who, receipt)
        except UnknownReceipt:
            self._web.gate.count(RECEIPT, address)
            return await self._again(request, visit, "web-join-unknown", receipt)
        except AlreadyAnswered:
            return await self._again(request, visit, "web-join-answered", receipt)
        if visit.carried == "form":
            return self._participation.screens.page(request, outcome, visit)
        return RedirectResponse(f"/{outcome.survey.code}?{ONWARD}", status_code=303)

    async def _again(
        self,
        request: Request,
        visit: Visit,
        problem: str,
        receipt: str,
        *,
        status: int = 422,
    ) -> Response:
        """The page the person stood on, with what is wrong and the code as it was written."""
        outcome = await self._participation.look(request, visit)
        told = self._web.texts.say(outcome.screen.language, problem)
        page = self._participation.screens.page(
            request,
            outcome,
            visit,
            problem=told,
            status=status,
            problem_at="kvitto",
            typed_receipt=receipt,
        )
        if visit.carried == "new":
            self._cookies.set_token(page, outcome.survey.code, visit.token)
        return page
