"""Taking one's answers back: from the browser that gave them, or with the receipt code (L10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.outcomes import Who
from bot.web.cookies import Cookies
from bot.web.limiting import RECEIPT
from bot.web.web import Web, chosen_language, network_address, own_language, read_form

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from surveys.survey import Survey


class Erasing:
    """The handlers of `/{code}/radera` and `/radera`."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._cookies = Cookies(web.seal, https=web.https)

    async def confirm(self, request: Request) -> Response:
        """GET `/{code}/radera`: asks once more. A browser that has begun nothing is sent to the receipt form."""
        code = request.path_params["code"]
        token = self._cookies.token(request, code)
        if token is None:
            return RedirectResponse("/radera", status_code=303)
        who = Who(code=code, channel="web", address=token)
        outcome = await self._web.service.look(who)
        if outcome.receipt is None:
            return RedirectResponse("/radera", status_code=303)
        languages = outcome.survey.languages
        return self._web.pages.page(
            "erase.html",
            chosen_language(request, outcome.state.language, languages),
            survey=outcome.survey,
            begun=True,
            nonce=self._web.seal.nonce(token),
            languages=languages,
        )

    async def erase(self, request: Request) -> Response:
        """POST `/{code}/radera`: erases; without our own form, only asks."""
        code = request.path_params["code"]
        token = self._cookies.token(request, code)
        async with read_form(request) as form:
            nonce = str(form.get("nonce", ""))
        if token is None or self._web.seal.once(nonce, token, ()) is None:
            return RedirectResponse(f"/{code}/radera", status_code=303)
        who = Who(code=code, channel="web", address=token)
        before = await self._web.service.look(who)
        erased = await self._web.service.erase(who)
        response = self._done(before.state.language, erased, before.survey)
        self._cookies.forget(response, code)
        return response

    async def ask_receipt(self, request: Request) -> Response:
        """GET `/radera`: a line to write the receipt code on."""
        return self._receipt_form(request)

    async def erase_by_receipt(self, request: Request) -> Response:
        """POST `/radera`. The receipt code itself is what proves the right, so the form needs no nonce."""
        self._web.gate.count(RECEIPT, network_address(request))
        async with read_form(request) as form:
            receipt = str(form.get("receipt", "")).strip()[:100]
        if not receipt:
            return self._receipt_form(request, problem="web-erase-empty")
        erased = await self._web.service.erase_receipt(receipt)
        if erased == 0:
            return self._receipt_form(request, problem="web-receipt-none", receipt=receipt)
        return self._done(own_language(request, self._web.pages.own_languages), erased)

    def _receipt_form(
        self, request: Request, *, problem: str | None = None, receipt: str = ""
    ) -> Response:
        language = own_language(request, self._web.pages.own_languages)
        return self._web.pages.page(
            "erase.html",
            language,
            status=200 if problem is None else 422,
            problem=self._web.texts.say(language, problem) if problem else None,
            target="kvitto",
            receipt=receipt,
        )

    def _done(self, language: str, erased: int, survey: Survey | None = None) -> Response:
        """What was done. `survey`: the one this browser answered, so that nothing typed is left in it either."""
        text_id = "erase-done" if erased else "erase-none"
        arguments = {"n": erased} if erased else {}
        done = self._web.texts.say(language, text_id, **arguments)
        kept_for = "" if survey is not None else None
        return self._web.pages.page(
            "erased.html", language, done=done, survey=survey, kept_for=kept_for, languages=()
        )
