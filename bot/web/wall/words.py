"""Reading free text before its words stand on the wall: nothing anybody wrote is shown unread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from starlette.responses import RedirectResponse

from analysis import live
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from analysis.fields import Reading, TextToRead
    from bot.results import Results
    from bot.web.web import Web
    from surveys.survey import Survey

STATES = ("waiting", "approved", "hidden")


class WordDesk(Protocol):
    """What this page asks of the rest of the program."""

    async def words(self, code: str) -> Reading:
        """Free-text answers to read, and the fields they make."""


class Words(StudioRoom):
    """The queue, and the words that stand on the wall."""

    def __init__(
        self, web: Web, desk: WordDesk, results: Results, changed: Callable[[str | None], None]
    ) -> None:
        super().__init__(web)
        self._desk = desk
        self._results = results
        self._changed = changed

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """What waits, what was approved and hidden, and the words that are shown."""
        return await self._page(request, visit, await self._survey(request))

    @inside(Role.ORGANISER)
    async def decide(self, request: Request, visit: Visit) -> Response:
        """Saves what was decided, then lets out the words that may be shown."""
        survey = await self._survey(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._page(request, visit, survey, problem="web-send-again")
        store, now = self.web.service.store, self.web.service.clock()
        chosen = {name: value for name, value in fields if value in {"approve", "hide"}}
        if ("action", "all") in fields:
            texts = (await self._desk.words(survey.code)).texts
            chosen = {each.id: "approve" for each in texts if _plain(each)}
        approve = [name for name, value in chosen.items() if value == "approve"]
        hide = [name for name, value in chosen.items() if value == "hide"]
        await store.decide_quotes(survey.id, approve, hide, now)
        wall = await store.wall(survey.id)
        removed = frozenset(value for name, value in fields if name == "removed")
        slides = frozenset(each for each in wall.hidden if "#" not in each)
        await store.set_wall(survey.id, replace(wall, hidden=slides | removed))
        await self._results.publish_texts(survey)
        await self._results.publish_words(survey, (await self._desk.words(survey.code)).fields)
        self._changed(survey.code)
        return RedirectResponse(f"/arrangor/{survey.code}/vagg/ord?klart=1", status_code=303)

    async def _survey(self, request: Request) -> Survey:
        return await self.web.service.store.survey_named(request.path_params["code"])

    async def _page(
        self, request: Request, visit: Visit, survey: Survey, problem: str | None = None
    ) -> Response:
        texts = (await self._desk.words(survey.code)).texts
        result = await self._results.current(survey, ())
        language = self.language(request)
        charts = {
            slide.parts[0]: live.chart(survey, slide, result.released, language)
            for slide in live.slides(survey)
            if slide.shape == "words"
        }
        return self.page(
            request,
            visit,
            "wall_words.html",
            status=200 if problem is None else 403,
            shown=survey,
            asked={part: chart.text for part, chart in charts.items()},
            texts={state: _in_state(texts, state) for state in STATES},
            words=[
                (live.hidden_word(part, bar.id), bar)
                for part, chart in charts.items()
                for bar in chart.rows[0].bars
            ],
            removed=result.wall.hidden,
            saved="klart" in request.query_params,
            k=K_MIN,
            problem=self.say(request, problem) if problem else None,
        )


def _plain(text: TextToRead) -> bool:
    """What may be approved together with others: not what may say who somebody is."""
    return text.state == "waiting" and not text.doubtful


def _in_state(texts: Sequence[TextToRead], state: str) -> list[TextToRead]:
    """Those to look at closely first."""
    return sorted((each for each in texts if each.state == state), key=lambda one: not one.doubtful)
