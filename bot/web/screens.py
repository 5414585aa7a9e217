"""From what a person should see to the page that shows it: one method for each kind of screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.after_closing import in_words, promise_of, waiting_text
from bot.web.maps import map_view
from bot.web.notice import notice_lines
from bot.web.reviewing import groups_of
from bot.web.views import (
    filled_from_form,
    filled_from_screen,
    is_long,
    question_view,
    stands_on,
)
from bot.web.web import Web, own_language
from bot.wording import shut_text
from surveys.conversation.screens import EndScreen, NoticeScreen, QuestionScreen, ShutScreen
from surveys.survey import K_MIN
from surveys.texts import date_text

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.after_closing import After
    from bot.outcomes import Outcome
    from bot.results import Result
    from bot.web.forms import Sent
    from bot.web.visits import Visit
    from surveys.survey import Survey

IDLE_SECONDS = 120
"""A kiosk that nobody has touched for so long begins anew."""

Note = tuple[str, int]
"""A text id and a number: one sentence about what just happened."""


class Screens:
    """Makes the pages of a participation."""

    def __init__(self, web: Web) -> None:
        self._web = web

    def page(
        self,
        request: Request,
        outcome: Outcome,
        visit: Visit,
        *,
        sent: Sent | None = None,
        problem: str | None = None,
        told: Note | None = None,
        status: int = 200,
        **more: Any,
    ) -> Response:
        """The page of what stands there now. `sent`: keep what was filled in; `more` goes to the template."""
        screen = outcome.screen
        values = {
            **self._standing(outcome, visit),
            "problem": problem,
            "told": self._told(told, screen.language),
            "status": status,
            **more,
        }
        match screen:
            case NoticeScreen():
                return self._notice(screen, values)
            case QuestionScreen():
                return self._question(screen, values, sent)
            case EndScreen():
                return self._end(request, screen, values)
            case ShutScreen():
                return self._shut(request, screen, values)

    def whose(self, request: Request, outcome: Outcome, visit: Visit) -> Response:
        """Somebody has begun on this device and the link is opened anew: is it they? Shows no answer of theirs."""
        screen = outcome.screen
        here: dict[str, Any] = {"key": None, "index": 0, "total": 0}
        if isinstance(screen, QuestionScreen):
            here = {"key": screen.key, "index": screen.index, "total": screen.total}
        asked = "lang" in request.query_params
        language = own_language(request, outcome.survey.languages) if asked else screen.language
        values = {**self._standing(outcome, visit), "begun": False}
        return self._web.pages.page("whose.html", language, **here, **values)

    def _standing(self, outcome: Outcome, visit: Visit) -> dict[str, Any]:
        """What every page of a participation has."""
        begun = outcome.state.begun
        return {
            "survey": outcome.survey,
            "begun": begun and visit.in_form is None,
            "receipt": outcome.receipt,
            "revision": outcome.state.revision,
            "nonce": self._web.seal.nonce(visit.token),
            "token": visit.in_form,
            "kept_for": self._web.seal.mark(visit.token) if begun and not visit.kiosk else "",
            "kiosk": visit.kiosk,
            "idle": IDLE_SECONDS if visit.kiosk and begun else None,
            "onward": visit.address,
            "languages": outcome.survey.languages,
        }

    def _told(self, note: Note | None, language: str) -> str | None:
        if note is None:
            return None
        text_id, number = note
        return self._web.texts.say(language, text_id, **({"n": number} if number else {}))

    def _notice(self, screen: NoticeScreen, values: dict[str, Any]) -> Response:
        lines = notice_lines(screen.survey, screen.language, self._web.texts)
        return self._web.pages.page(
            "notice.html",
            screen.language,
            screen=screen,
            notice=lines,
            may_join=is_long(screen.survey),
            **{"problem_at": None, "typed_receipt": ""} | values,
        )

    def _question(
        self, screen: QuestionScreen, values: dict[str, Any], sent: Sent | None
    ) -> Response:
        filled = (
            filled_from_form(sent, screen)
            if sent is not None and stands_on(screen, sent.key)
            else filled_from_screen(screen)
        )
        problem = values.pop("problem")
        about_year = problem == self._web.texts.say(screen.language, "rejected-year")
        view = question_view(
            screen, filled, self._web.texts, problem=problem, about_year=about_year
        )
        drawn = map_view(screen, filled, self.picture(screen.survey), self._web.settings.web)
        headers = {"Content-Security-Policy": drawn.policy} if drawn and drawn.policy else None
        return self._web.pages.page(
            "question.html", screen.language, map=drawn, headers=headers, **view, **values
        )

    def picture(self, survey: Survey) -> Path | None:
        """The organiser's picture of the place, where there is one."""
        files = self._web.service.recordings
        return files.background(survey) if files is not None else None

    def _end(self, request: Request, screen: EndScreen, values: dict[str, Any]) -> Response:
        groups = groups_of(screen, self._web.texts)
        return self._web.pages.page(
            "end.html",
            screen.language,
            screen=screen,
            groups=groups,
            k=K_MIN,
            promised=self._promised(request, screen),
            **values,
        )

    def _promised(self, request: Request, screen: EndScreen) -> str | None:
        """When and where to come back; there is no address of theirs to write to."""
        promise = promise_of(screen.survey, screen.language, self._web.texts)
        if promise is None:
            return None
        address = f"{request.url.netloc}/{screen.survey.code}"
        return self._web.texts.say(
            screen.language, "answer-keep", date=promise.date, address=address
        )

    def _shut(self, request: Request, screen: ShutScreen, values: dict[str, Any]) -> Response:
        survey = screen.survey
        language = own_language(request, survey.languages)
        said = shut_text(replace(screen, language=language), self._web.texts)
        lines = notice_lines(survey, language, self._web.texts)
        aftermath = self._aftermath(values.pop("after", None), values.pop("result", None), language)
        return self._web.pages.page(
            "shut.html",
            language,
            screen=screen,
            shut=said,
            notice=lines,
            **{"late": False} | values | aftermath,
        )

    def _aftermath(
        self, after: After | None, result: Result | None, language: str
    ) -> dict[str, Any]:
        """What came of a closed survey, in the reader's language."""
        if after is None:
            return {"after": None}
        texts, over = self._web.texts, after.over
        organisation = after.survey.notice.controller
        return {
            "after": after,
            "versions": [in_words(version, language) for version in after.versions],
            "waiting": waiting_text(after, language, texts),
            "over": over
            and texts.say(
                language,
                "answer-over",
                date=date_text(over, language),
                organisation=organisation,
            ),
            "charts": result.charts(language) if result is not None else (),
            "cut": result is not None and bool(result.cut),
            "k": K_MIN,
        }
