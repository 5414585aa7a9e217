"""What the holder of a receipt code has sent, on any device, until closing (G12). The code stands in no address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sent import sent_lines
from bot.web.limiting import ADDRESS, RECEIPT
from bot.web.reviewing import groups_of
from bot.web.web import Web, network_address, own_language, read_form
from surveys.conversation.screens import EndScreen

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.outcomes import Outcome

LONGEST_RECEIPT = 100


class Receipts:
    """The handlers of `/kvitto`."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def ask(self, request: Request) -> Response:
        """GET: a line to write the receipt code on."""
        return self._form(request)

    async def show(self, request: Request) -> Response:
        """POST: everything behind the code, and a way to erase it; the code itself is what proves the right."""
        address = network_address(request)
        self._web.gate.count(ADDRESS, address)
        self._web.gate.refuse_when_full(RECEIPT, address)
        async with read_form(request) as form:
            receipt = str(form.get("receipt", "")).strip()[:LONGEST_RECEIPT]
        if not receipt:
            return self._form(request, problem="web-erase-empty")
        outcome = await self._web.service.behind(receipt)
        if outcome is None:
            self._web.gate.count(RECEIPT, address)
            return self._form(request, problem="web-receipt-none", receipt=receipt)
        return self._answers(outcome, receipt)

    def _answers(self, outcome: Outcome, receipt: str) -> Response:
        survey, language = outcome.survey, outcome.state.language
        counted, kept = sent_lines(outcome)
        shown = EndScreen(survey, language, tuple(counted))
        beside = EndScreen(survey, language, tuple(kept))
        return self._web.pages.page(
            "sent.html",
            language,
            survey=survey,
            groups=groups_of(shown, self._web.texts),
            kept=groups_of(beside, self._web.texts),
            receipt=receipt,
            languages=(),
        )

    def _form(self, request: Request, *, problem: str | None = None, receipt: str = "") -> Response:
        language = own_language(request, self._web.pages.own_languages)
        return self._web.pages.page(
            "receipt.html",
            language,
            status=200 if problem is None else 422,
            problem=self._web.texts.say(language, problem) if problem else None,
            typed_receipt=receipt,
        )
