"""The room "Citat": quotes wait here until somebody has read them. Made for two hundred of them in one sitting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from bot.desk import AT_THE_COMMAND_LINE
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.errands import Underway
from bot.web.studio.live_room import LiveRoom
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.web.studio.errands import Errands
    from bot.web.studio.live_room import LiveDesk, QuoteLine
    from bot.web.web import Web
    from surveys.survey import Survey


ON_A_PAGE = 25
STATES = ("waiting", "approved", "hidden")
UNDOS_KEPT = 500
"""Sittings whose last decision can be undone; older ones are forgotten first."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which quotes are looked at; '' is all of them."""

    state: str
    question: str
    theme: str

    def of(self, quotes: Sequence[QuoteLine]) -> list[QuoteLine]:
        """Those to look at closely first, else in their order."""
        found = [
            quote
            for quote in quotes
            if quote.state == self.state
            and self.question in {"", quote.question}
            and self.theme in {"", quote.theme}
        ]
        return sorted(found, key=lambda quote: not quote.warning)

    @property
    def query(self) -> dict[str, str]:
        """As it stands in an address."""
        given = {"lage": self.state, "fraga": self.question, "tema": self.theme}
        return {name: value for name, value in given.items() if value}


class Quotes(LiveRoom):
    """Reading, approving, hiding; and taking back the last save."""

    def __init__(self, web: Web, desk: LiveDesk, errands: Errands) -> None:
        super().__init__(web, desk, errands)
        self._before: dict[tuple[str, str], dict[str, str]] = {}

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """The quotes that the filter leaves, a page of them."""
        return await self._page(request, visit, await self.survey_of(request))

    @inside(Role.ORGANISER)
    async def decide(self, request: Request, visit: Visit) -> Response:
        """Saves what was decided on the page, hides everything on it, or takes back the save before."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._page(request, visit, survey, problem="web-send-again")
        given, kept = dict(fields), (survey.code, visit.token)
        if given.get("action") == "undo":
            await self._decide(survey, self._before.pop(kept, {}))
            return self._back(request, survey, told="angrat")
        decided = decided_in(fields, hide_all=given.get("action") == "hide_all")
        if decided:
            self._remember(kept, {name: given.get(f"was-{name}", "waiting") for name in decided})
            await self._decide(survey, decided)
        return self._back(request, survey, told="klart")

    async def _decide(self, survey: Survey, states: dict[str, str]) -> None:
        chosen = {
            state: [name for name, given in states.items() if given == state] for state in STATES
        }
        await self.desk.decide(survey.code, chosen["approved"], chosen["hidden"], chosen["waiting"])
        self.errands.outdated(survey)

    def _remember(self, kept: tuple[str, str], before: dict[str, str]) -> None:
        self._before.pop(kept, None)
        self._before[kept] = before
        while len(self._before) > UNDOS_KEPT:
            del self._before[next(iter(self._before))]

    def _back(self, request: Request, survey: Survey, told: str) -> Response:
        query = urlencode({**_filter(request).query, told: "1"})
        return RedirectResponse(f"/arrangor/{survey.code}/citat?{query}", status_code=303)

    async def _page(
        self, request: Request, visit: Visit, survey: Survey, problem: str | None = None
    ) -> Response:
        language = self.language(request)
        name = ("quotes", survey.code, language)
        quotes = await self.errands.fetch(name, lambda: self.desk.quotes(survey.code, language))
        if isinstance(quotes, Underway):
            return self.waiting_page(request, visit, survey, quotes)
        wanted = _filter(request)
        left = wanted.of(quotes)
        shown = left[:ON_A_PAGE]
        asked = {q.id: say(q.text, language) for q in survey.questionnaire.question}
        decided = await self.web.service.store.quote_decisions(survey.id)
        return self.survey_page(
            request,
            visit,
            "studio_quotes.html",
            survey,
            status=200 if problem is None else 403,
            quotes=shown,
            left=len(left),
            wanted=wanted,
            asked=asked,
            decided={one.quote: one for one in decided if one.who},
            commanded=AT_THE_COMMAND_LINE,
            undo=(survey.code, visit.token) in self._before,
            told=next((told for told in ("klart", "angrat") if told in request.query_params), None),
            problem=self.say(request, problem) if problem else None,
            **_choices(quotes),
        )


def _choices(quotes: Sequence[QuoteLine]) -> dict[str, Any]:
    """What can be filtered by, and how many there are of each state."""
    return {
        "counts": {state: sum(quote.state == state for quote in quotes) for state in STATES},
        "questions": list(dict.fromkeys(quote.question for quote in quotes)),
        "themes": list(dict.fromkeys(quote.theme for quote in quotes if quote.theme)),
    }


def _filter(request: Request) -> Filter:
    given = request.query_params
    state = given.get("lage", "")
    return Filter(
        state if state in STATES else STATES[0], given.get("fraga", ""), given.get("tema", "")
    )


def decided_in(fields: list[tuple[str, str]], *, hide_all: bool) -> dict[str, str]:
    """Quote or photo -> `approved`, `hidden` or `waiting`, for those whose state changes."""
    states = {"approve": "approved", "hide": "hidden", "wait": "waiting"}
    before = dict(fields)
    decided = {
        name.removeprefix("quote-"): "hidden" if hide_all else states.get(value, "")
        for name, value in fields
        if name.startswith("quote-")
    }
    return {
        name: state
        for name, state in decided.items()
        if state and state != before.get(f"was-{name}", "waiting")
    }
