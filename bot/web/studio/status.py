"""The room "Läget nu": how many, how fast and where people stop; a page that reads itself anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.disclosure import Gate
from analysis.live import part_of
from analysis.rates import type_rates
from bot.moderating import is_voted_on
from bot.results import Results
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.live_room import LiveRoom
from bot.web.studio.progress import ballots_of, pace_of, sticking
from surveys.roster import telling

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from analysis.rates import TypeRate
    from bot.web.studio.progress import Ballot
    from surveys.survey import Survey


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
            ballots=await self._ballots(request, survey),
            moderates=visit.role >= Role.ORGANISER,
            sticks=sticking(paces),
            seconds=await store.typical_seconds(survey.id),
            on_paper=(await store.sources(survey.id)).get("paper", 0),
            types=await self._types(survey),
            roster=survey.fill.roster,
            moving=request.url if survey.state(self.web.service.clock()) == "open" else None,
        )

    async def _ballots(self, request: Request, survey: Survey) -> list[Ballot]:
        if not is_voted_on(survey):
            return []
        statements = await self.web.service.store.statements(survey.id)
        return ballots_of(survey, statements, self.language(request))

    async def _types(self, survey: Survey) -> tuple[TypeRate, ...] | None:
        """How many of each type of organisation have answered; None when the answers do not tell.

        Single persons tell their type as an answer: that is counted as the wall counts it, in steps of k people.
        """
        told_by = telling(survey)
        if told_by is None:
            return None
        store = self.web.service.store
        if not told_by.people:
            answered = told_by.count(await store.said(survey.id, told_by.key))
        else:
            part = part_of(told_by.key)
            result = await Results(store, self.web.service).current(survey, {part})
            if part not in result.released:
                return ()
            answered = told_by.by_answer(result.released[part].cells)
        return type_rates(survey.fill.roster, answered, Gate(), people=told_by.people)
