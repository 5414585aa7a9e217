"""The room "Papperssvar": forms keyed in one after another, each a whole page, each undone by one click."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from bot.keying import CHANNEL, keep, tried
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.live_room import LiveDesk, LiveRoom
from bot.web.studio.paper_forms import MOST_AT_ONCE, PaperForm, WrongNumberError, form_for
from bot.web.studio.paper_sheet import Sheet, entries_of, form_of, sent_by_screen, sheet_of
from surveys.conversation.on_paper import fits_on_paper
from surveys.questionnaire.languages import NAMES, direction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.outcomes import Who
    from bot.web.forms import Sent
    from bot.web.studio.errands import Errands
    from bot.web.web import Web
    from surveys.conversation.state import Key, Rejected
    from surveys.survey import Survey

TOLD = ("sparat", "angrat", "borta")
STATUSES = {None: 200, "web-send-again": 403, "live-paper-number-taken": 409}
SITTINGS_KEPT = 100
"""Sittings at the keyboard whose last form can be undone."""


class Paper(LiveRoom):
    """The form, saving it, and taking the last one back."""

    def __init__(self, web: Web, desk: LiveDesk, errands: Errands) -> None:
        super().__init__(web, desk, errands)
        self._last: OrderedDict[tuple[str, str], Who] = OrderedDict()

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """An empty form; where forms differ the question which one it is, and whether it has been here before."""
        survey, asked = await self.survey_of(request), request.query_params.get("nummer", "")
        try:
            form = form_for(survey, asked)
        except WrongNumberError as error:
            return await self._page(request, visit, survey, number_problem=str(error))
        if form is not None and form.numbered and await self._is_kept(form.who(survey, "")):
            return await self._page(request, visit, survey, kept_before=form.name)
        return await self._page(request, visit, survey, form)

    @inside(Role.ORGANISER)
    async def act(self, request: Request, visit: Visit) -> Response:
        """Saves a form, or takes back the one before."""
        survey = await self.survey_of(request)
        fields, nonce = await self.signed(request, visit)
        action = dict(fields).get("action") if nonce is not None else None
        if action == "undo":
            return await self._undo(request, visit, survey)
        try:
            at_hand = form_for(survey, request.query_params.get("nummer", ""))
        except WrongNumberError:
            at_hand = None
        if at_hand is None:
            return await self._page(request, visit, survey)
        if action == "anew" and at_hand.numbered:
            await self.web.service.erase(at_hand.who(survey, ""))
            return self._onward(request, survey, nummer=at_hand.name, borta="1")
        return await self._take(request, visit, survey, at_hand, fields, nonce)

    async def _take(
        self,
        request: Request,
        visit: Visit,
        survey: Survey,
        at_hand: PaperForm,
        fields: list[tuple[str, str]],
        nonce: str | None,
    ) -> Response:
        """Keeps the form when everything on it can be read, and nobody has keyed in its number before."""
        sheet = sheet_of(survey, self._language(request, survey), self.web, at_hand.dealt)
        sent = await sent_by_screen(sheet, fields)
        page = partial(self._page, request, visit, survey, at_hand)
        if nonce is None:
            return await page(sent=sent, problem="web-send-again")
        if not sent:
            return await page(problem="live-paper-empty")
        who = at_hand.who(survey, nonce)
        if at_hand.numbered and await self._is_kept(who):
            return await page(sent=sent, problem="live-paper-number-taken")
        form = form_of(sheet, sent, survey)
        trial = tried(survey, form, self.web.service.clock())
        if trial.refused:
            problems = self._problems(trial.refused, sheet.language)
            return await page(sent=sent, problems=problems, problem="live-paper-wrong")
        await keep(self.web.service, who, form)
        self._remember((survey.code, visit.token), who)
        return self._onward(request, survey, sparat="1", bredvid=str(len(trial.beside) or ""))

    async def _is_kept(self, who: Who) -> bool:
        return (await self.web.service.look(who)).state.begun

    async def _undo(self, request: Request, visit: Visit, survey: Survey) -> Response:
        who = self._last.pop((survey.code, visit.token), None)
        if who is not None:
            await self.web.service.erase(who)
        return self._onward(request, survey, angrat="1")

    def _remember(self, sitting: tuple[str, str], who: Who) -> None:
        self._last[sitting] = who
        self._last.move_to_end(sitting)
        while len(self._last) > SITTINGS_KEPT:
            self._last.popitem(last=False)

    def _problems(self, refused: Mapping[Key, Rejected], language: str) -> dict[Key, str]:
        return {
            key: self.web.texts.say(language, f"rejected-{said.reason}", **said.hint)
            for key, said in refused.items()
        }

    def _onward(self, request: Request, survey: Survey, **told: str) -> Response:
        query = {"sprak": request.query_params.get("sprak", ""), **told}
        given = urlencode({name: value for name, value in query.items() if value})
        return RedirectResponse(f"/arrangor/{survey.code}/papper?{given}", status_code=303)

    def _language(self, request: Request, survey: Survey) -> str:
        asked = request.query_params.get("sprak", "")
        return asked if asked in survey.languages else survey.languages[0]

    def _standing(
        self, request: Request, visit: Visit, survey: Survey, spoken: str
    ) -> dict[str, Any]:
        """What the page shows whatever has been keyed in."""
        asked = request.query_params
        return {
            "spoken": spoken,
            "runs": direction(spoken),
            "tongues": [(tag, NAMES.get(tag, tag)) for tag in survey.languages],
            "undo": (survey.code, visit.token) in self._last,
            "told": next((told for told in TOLD if told in asked), None),
            "dealt": not fits_on_paper(survey),
            "asked": asked.get("nummer", ""),
            "count_problem": "fel" in asked,
            "most": MOST_AT_ONCE,
            "beside": asked.get("bredvid", ""),
        }

    async def _page(
        self,
        request: Request,
        visit: Visit,
        survey: Survey,
        form: PaperForm | None = None,
        *,
        kept_before: str = "",
        number_problem: str | None = None,
        sent: Mapping[int, Sent] | None = None,
        problems: Mapping[Key, str] | None = None,
        problem: str | None = None,
    ) -> Response:
        spoken = self._language(request, survey)
        open_now = survey.state(self.web.service.clock()) == "open"
        takes = open_now and form is not None
        sources = await self.web.service.store.sources(survey.id)
        values = {
            **self._standing(request, visit, survey, spoken),
            "kept": sources.get(CHANNEL, 0),
            "takes": takes,
            "open_now": open_now,
            "form": form,
            "kept_before": kept_before,
            "number_problem": self.say(request, number_problem) if number_problem else None,
        }
        dealt = form.dealt if form is not None else None
        sheet = sheet_of(survey, spoken, self.web, dealt) if takes else Sheet(spoken, (), (), ())
        entries = entries_of(sheet, sent or {}, problems or {}, survey, self.web)
        return self.survey_page(
            request,
            visit,
            "studio_paper.html",
            survey,
            status=STATUSES.get(problem or number_problem, 422),
            entries=entries,
            wrong=[entry for entry in entries if entry.problem],
            problem=self.say(request, problem) if problem else None,
            **values,
        )
