"""The room "Teman": the report's themes with their answers, and the organiser's hand on them.

Plain forms, one for each thing that can be done. Whoever may come in reads answers word for word here: this is inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import quote

from starlette.responses import RedirectResponse

from analysis.themes.deciding import OTHERS, Act, Refusal, Wish
from bot.desk import COMMAND_LINE
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.errands import Underway
from bot.web.studio.live_room import LiveRoom
from surveys.deciding import kind_of
from surveys.errors import StoreError
from surveys.questionnaire.languages import direction, say

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from analysis.themes.workbench import Bench, BenchAnswer, BenchDecision, BenchTheme
    from surveys.survey import Survey

ON_A_PAGE = 50
NEW = "new"
"""What is chosen to make a theme of answers."""
SIDES = ("keep", "change")


class Themes(LiveRoom):
    """Looking at themes, changing one, and taking any decision back."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """Every theme, and every decision."""
        return await self._page(request, visit, await self.survey_of(request))

    @inside(Role.ORGANISER)
    async def undo(self, request: Request, visit: Visit) -> Response:
        """Takes a decision back."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            again = self.say(request, "web-send-again")
            return await self._page(request, visit, survey, again, 403)
        number = dict(fields).get("number", "")
        try:
            await self.desk.hand.undo(survey.code, int(number) if number.isdecimal() else 0)
        except StoreError:  # somebody else took it back before
            before = self.say(request, "hand-undone-before")
            return await self._page(request, visit, survey, before, 409)
        return self._to(request, survey, told="undo")

    @inside(Role.ORGANISER)
    async def one(self, request: Request, visit: Visit) -> Response:
        """One theme, or what has none, with its answers."""
        return await self._page(request, visit, await self.survey_of(request))

    @inside(Role.ORGANISER)
    async def act(self, request: Request, visit: Visit) -> Response:
        """Does one thing to the theme; what was typed is kept when it cannot be done."""
        survey, name = await self.survey_of(request), request.path_params["theme"]
        fields = await self.posted(request, visit)
        if fields is None:
            again = self.say(request, "web-send-again")
            return await self._page(request, visit, survey, again, 403)
        wish = _wish(name, fields, self.language(request))
        if wish is None:
            return self._to(request, survey, name)
        made = await self.desk.hand.decide(survey.code, wish, visit.name)
        if isinstance(made, Refusal):
            problem = self.say(request, f"hand-refused-{made.reason}", about=made.about)
            return await self._page(request, visit, survey, problem, 422, dict(fields))
        return self._to(request, survey, name, told=wish.act)

    def _to(
        self, request: Request, survey: Survey, theme: str = "", told: str | None = None
    ) -> Response:
        """To a theme's page; all of them stand there where it is no more."""
        self.errands.drop(_errand(survey))
        where = f"/arrangor/{survey.code}/teman" + (f"/{quote(theme)}" if theme else "")
        return RedirectResponse(where + (f"?klart={told}" if told else ""), status_code=303)

    async def _bench(self, request: Request, survey: Survey) -> Bench | Underway:
        language = self.language(request)
        return await self.errands.fetch(
            ("themes", _errand(survey), language),
            lambda: self.desk.hand.themes(survey.code, language),
        )

    async def _page(
        self,
        request: Request,
        visit: Visit,
        survey: Survey,
        problem: str | None = None,
        status: int = 200,
        typed: dict[str, str] | None = None,
    ) -> Response:
        """The theme of the address; all of them where it names none, or one that is no more."""
        if problem is None:
            bench = await self._bench(request, survey)
        else:  # no bar: what was typed would be lost behind it
            bench = await self.desk.hand.themes(survey.code, self.language(request))
        if isinstance(bench, Underway):
            return self.waiting_page(request, visit, survey, bench)
        name = request.path_params.get("theme", "")
        theme = bench.theme(name)
        lone = theme is not None or (name == OTHERS and not bench.waits)
        template = "studio_theme.html" if lone else "studio_themes.html"
        values = self._one(request, survey, bench, theme) if lone else self._all(request, bench)
        return self.survey_page(
            request,
            visit,
            template,
            survey,
            status=status,
            problem=problem,
            told=_told(request),
            typed=typed or {},
            **values,
        )

    def _all(self, request: Request, bench: Bench) -> dict[str, Any]:
        return {
            "bench": bench,
            "sides": [(side, [one for one in bench.themes if one.side == side]) for side in SIDES],
            "kind": lambda one: kind_of(one.decision),
            "who": lambda one: self._who(request, one),
        }

    def _one(
        self, request: Request, survey: Survey, bench: Bench, theme: BenchTheme | None
    ) -> dict[str, Any]:
        language = self.language(request)
        answers = theme.answers if theme is not None else bench.other
        return {
            "theme": theme,
            "name": request.path_params["theme"],
            "targets": _targets(bench, theme),
            "asked": {one.id: say(one.text, language) for one in survey.questionnaire.question},
            "written": direction,
            **_page_of(answers, request.query_params.get("sida", "")),
        }

    def _who(self, request: Request, one: BenchDecision) -> str:
        return self.say(request, "hand-by-command") if one.who == COMMAND_LINE else one.who


def _errand(survey: Survey) -> str:
    return f"themes {survey.code}"


def _told(request: Request) -> str | None:
    told = request.query_params.get("klart")
    return told if told in (*get_args(Act), "undo") else None


def _targets(bench: Bench, theme: BenchTheme | None) -> list[tuple[str, str]]:
    own = theme.theme if theme is not None else ""
    return [(name, label) for name, label in bench.choices if name != own]


def _page_of(answers: tuple[BenchAnswer, ...], asked: str) -> dict[str, Any]:
    """A page of the answers, with what leads to the pages beside it."""
    last = max(1, -(-len(answers) // ON_A_PAGE))
    number = min(max(1, int(asked) if asked.isdecimal() else 1), last)
    shown = answers[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    return {"answers": shown, "total": len(answers), "number": number, "last": last}


def _wish(theme: str, fields: list[tuple[str, str]], language: str) -> Wish | None:
    """What a form asks for; None for no form of ours."""
    given = dict(fields)
    answers = tuple(value for name, value in fields if name == "answer")
    match given.get("act"):
        case "move" if given.get("target") == NEW:
            words = tuple(given.get("words", "").splitlines())
            return Wish("split", theme, "", given.get("label", ""), language, words, answers)
        case "move":
            return Wish("move", theme, given.get("target", ""), "", language, (), answers)
        case "rename" | "merge" | "seed" | "sentence" as act:
            return Wish(act, theme, given.get("target", ""), given.get("text", ""), language)
    return None
