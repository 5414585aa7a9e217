"""The page "Stämmer sammanfattningen?": the report's themes, chosen and reworded, put to participants as statements."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.checking import open_check
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.errands import Underway
from bot.web.studio.live_room import LiveRoom
from surveys.errors import ConfigError, ContentError
from surveys.questionnaire.languages import say
from surveys.questionnaire.loading import library_questionnaire
from surveys.store.acting import concerning

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from surveys.questionnaire.models import Item
    from surveys.survey import Survey

LONGEST = 300
"""Characters of a sentence to vote on."""


class Checks(LiveRoom):
    """Choosing sentences, and opening the check."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/CODE/stammer`: every theme of the report, chosen, in every language it is written in."""
        return await self._page(request, visit, await self.survey_of(request))

    @inside(Role.ORGANISER)
    async def open(self, request: Request, visit: Visit) -> Response:
        """POST: opens the check with what was chosen, as it was worded."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return self.locked(request, "web-send-again")
        items = await self._items(survey)
        if isinstance(items, Underway):
            return self.waiting_page(request, visit, survey, items)
        typed = dict(fields)
        chosen = [_worded(item, typed) for item in items if f"take-{item.id}" in typed]
        title = f"{_title(survey)} {survey.title}"
        try:
            now = self.web.service.clock()
            opened = await open_check(self.web.service.store, survey, chosen, title, now)
        except ContentError as error:
            language = self.language(request)
            told = " ".join(found.line_in(language) for found in error.problems)
            return await self._page(request, visit, survey, problem=told)
        except ConfigError:
            return await self._page(request, visit, survey, problem=self.say(request, "check-none"))
        concerning(opened.code)
        return RedirectResponse(f"/arrangor/{opened.code}?oppnad=1", status_code=303)

    async def _items(self, survey: Survey) -> list[Item] | Underway:
        name = ("check", survey.code)
        return await self.errands.fetch(name, partial(self.desk.check_sentences, survey.code))

    async def _page(
        self, request: Request, visit: Visit, survey: Survey, problem: str | None = None
    ) -> Response:
        closed = survey.state(self.web.service.clock()) == "closed" and not survey.purged
        items = await self._items(survey) if closed else []
        if isinstance(items, Underway):
            return self.waiting_page(request, visit, survey, items)
        return self.survey_page(
            request,
            visit,
            "studio_check.html",
            survey,
            status=400 if problem else 200,
            problem=problem,
            items=items,
            closed=closed,
            longest=LONGEST,
        )


def _title(survey: Survey) -> str:
    return say(library_questionnaire("themes_vote").title, survey.languages[0])


def _worded(item: Item, typed: dict[str, str]) -> Item:
    """The sentence as the organiser has left it; an emptied one as it was."""
    label = {
        tag: " ".join(typed.get(f"{item.id}.{tag}", "").split())[:LONGEST] or words
        for tag, words in item.label.items()
    }
    return item.model_copy(update={"label": label})
