"""The room "Teman": the report's themes with their answers, and the organiser's hand on them.

Plain forms, one for each thing that can be done. Whoever may come in reads answers word for word here: this is inside.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import quote

from starlette.responses import RedirectResponse

from analysis.themes.deciding import Act, Refusal, Wish
from bot.desk import COMMAND_LINE
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.errands import Name, Underway
from bot.web.studio.hand_room import HandRoom
from surveys.deciding import kind_of
from surveys.errors import StoreError
from surveys.questionnaire.languages import direction, say

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from analysis.themes.leafing import Leaf
    from analysis.themes.workbench import Bench, BenchDecision, BenchTheme
    from surveys.survey import Survey

DECIDING = "beslut"
"""In an address: which decision is waited for."""
NEW = "new"
"""What is chosen to make a theme of answers."""
SIDES = ("keep", "change")


@dataclass(frozen=True, slots=True)
class _Made:
    """What became of a wish: refused, or done; and what was typed."""

    wish: Wish
    refused: Refusal | None
    typed: dict[str, str]


class Themes(HandRoom):
    """Looking at themes, changing one, and taking any decision back."""

    kind = "themes"

    @inside(Role.ORGANISER)
    async def undo(self, request: Request, visit: Visit) -> Response:
        """Takes a decision back."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._not_ours(request, visit, survey)
        number = dict(fields).get("number", "")
        try:
            await self.desk.hand.undo(survey.code, int(number) if number.isdecimal() else 0)
        except StoreError:  # somebody else took it back before
            before = self.say(request, "hand-undone-before")
            return await self._page(request, visit, survey, before, 409)
        return self._to(request, survey, told="undo")

    @inside(Role.ORGANISER)
    async def one(self, request: Request, visit: Visit) -> Response:
        """One theme, or what has none, with its answers; or what became of a decision that took its time."""
        survey, which = await self.survey_of(request), request.query_params.get(DECIDING, "")
        made = await self.errands.look(_deciding(survey, which)) if which else None
        if made is None:
            return await self._page(request, visit, survey)
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, survey, made)
        return await self._decided(request, visit, survey, made)

    @inside(Role.ORGANISER)
    async def act(self, request: Request, visit: Visit) -> Response:
        """Does one thing to the theme; what was typed is kept when it cannot be done."""
        survey, name = await self.survey_of(request), request.path_params["theme"]
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._not_ours(request, visit, survey)
        wish = _wish(name, fields, self.language(request))
        if wish is None:
            return self._to(request, survey, name)
        which = secrets.token_hex(8)

        async def decide() -> _Made:
            made = await self.desk.hand.decide(survey.code, wish, visit.name)
            return _Made(wish, made if isinstance(made, Refusal) else None, dict(fields))

        made = await self.errands.fetch(_deciding(survey, which), decide)
        if isinstance(made, Underway):
            return RedirectResponse(f"{request.url.path}?{DECIDING}={which}", status_code=303)
        return await self._decided(request, visit, survey, made)

    async def _decided(
        self, request: Request, visit: Visit, survey: Survey, made: _Made
    ) -> Response:
        if made.refused is None:
            return self._to(request, survey, request.path_params["theme"], told=made.wish.act)
        about = made.refused.about
        problem = self.say(request, f"hand-refused-{made.refused.reason}", about=about)
        return await self._page(request, visit, survey, problem, 422, made.typed)

    def _to(
        self, request: Request, survey: Survey, theme: str = "", told: str | None = None
    ) -> Response:
        """To a theme's page; all of them stand there where it is no more."""
        self._changed(survey)
        where = f"/arrangor/{survey.code}/teman" + (f"/{quote(theme)}" if theme else "")
        return RedirectResponse(where + (f"?klart={told}" if told else ""), status_code=303)

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
        language, asked = self.language(request), request.query_params.get("sida", "")
        name = request.path_params.get("theme", "")
        page = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
        read = partial(self.desk.hand.themes, survey.code, language, name, page)
        leaf = await self._read(survey, read, language, name, asked, typed=problem is not None)
        if isinstance(leaf, Underway):
            return self.waiting_page(request, visit, survey, leaf)
        template = "studio_theme.html" if leaf.lone else "studio_themes.html"
        values = self._one(request, survey, leaf) if leaf.lone else self._all(request, leaf)
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

    def _all(self, request: Request, leaf: Leaf) -> dict[str, Any]:
        bench = leaf.bench
        return {
            "bench": bench,
            "unthemed": leaf.others,
            "sides": [(side, [one for one in bench.themes if one.side == side]) for side in SIDES],
            "kind": lambda one: kind_of(one.decision),
            "who": lambda one: self._who(request, one),
        }

    def _one(self, request: Request, survey: Survey, leaf: Leaf) -> dict[str, Any]:
        language = self.language(request)
        return {
            "leaf": leaf,
            "theme": leaf.theme,
            "name": request.path_params["theme"],
            "targets": _targets(leaf.bench, leaf.theme),
            "asked": {one.id: say(one.text, language) for one in survey.questionnaire.question},
            "written": direction,
        }

    def _who(self, request: Request, one: BenchDecision) -> str:
        return self.say(request, "hand-by-command") if one.who == COMMAND_LINE else one.who


def _deciding(survey: Survey, which: str) -> Name:
    return "decision", f"decision {survey.code}", which


def _told(request: Request) -> str | None:
    told = request.query_params.get("klart")
    return told if told in (*get_args(Act), "undo") else None


def _targets(bench: Bench, theme: BenchTheme | None) -> list[tuple[str, str]]:
    own = theme.theme if theme is not None else ""
    return [(name, label) for name, label in bench.choices if name != own]


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
