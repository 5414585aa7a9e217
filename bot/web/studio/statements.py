"""The room "Påståenden": what participants have said waits here until somebody has read it.

Several people may read at once: a decision says what its maker saw, and whoever was slower changes nothing and is
told so. How people vote is seen here as on the wall, through the releasing rule and no other way.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from analysis.live_votes import part_of_statement
from analysis.themes.personal import is_personal
from bot.bursts import Burst, bursts
from bot.localtime import local_text
from bot.moderating import LOG_COLUMNS, Decision, Done, decide, listed, log_rows, reason_of
from bot.results import Results
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.live_room import LiveRoom
from surveys.errors import StatementVoted
from surveys.questionnaire.languages import say
from surveys.statements import (
    MAX_STATEMENT_CHARS,
    REASONS,
    Statement,
    statement_questions,
)

if TYPE_CHECKING:
    from starlette.requests import Request

    from analysis.releasing import Frame
    from bot.moderating import Listed
    from bot.web.studio.errands import Errands
    from bot.web.studio.live_room import LiveDesk
    from bot.web.web import Web
    from surveys.survey import Survey

ON_A_PAGE = 25
STATES = ("waiting", "shown", "hidden")
MUCH_PASSED = 20
"""Percent who pass a statement from which its words should be looked at."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement on the page. `answered` and `passed` (percent) as released last; None before k have answered."""

    listed: Listed
    twin: Listed | None
    answered: int | None
    passed: int | None
    personal: bool

    @property
    def hesitant(self) -> bool:
        """Whether many pass it."""
        return self.passed is not None and self.passed >= MUCH_PASSED


class Moderation(LiveRoom):
    """Reading, showing, hiding, changing words; and the log of it."""

    def __init__(self, web: Web, desk: LiveDesk, errands: Errands) -> None:
        super().__init__(web, desk, errands)
        self._results = Results(web.service.store, web.service)

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """The statements in one state, those that waited longest first."""
        return await self._page(request, visit, await self.survey_of(request))

    @inside(Role.ORGANISER)
    async def log(self, request: Request, visit: Visit) -> Response:
        """What moderators did, as a file."""
        survey = await self.survey_of(request)
        target = io.StringIO()
        writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
        writer.writerow(LOG_COLUMNS)
        writer.writerows(log_rows(await self.web.service.store.moderation_log(survey.id)))
        name = f"moderering-{survey.code}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(
            target.getvalue().encode("utf-8-sig"), media_type="text/csv", headers=headers
        )

    @inside(Role.ORGANISER)
    async def act(self, request: Request, visit: Visit) -> Response:
        """Saves decisions, changes words, or switches whether new statements wait."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._page(request, visit, survey, problem="web-send-again")
        given = dict(fields)
        what, _, about = given.get("action", "").partition(":")
        if what == "edit":
            told = await self._edit(survey, visit, about, given)
        elif what == "switch":
            told = await self._switch(survey, visit, about)
        else:
            told = _told(await self._decide(survey, visit, given))
        self.web.service.forget()
        query = urlencode({"lage": _state(request), **told})
        return RedirectResponse(f"/arrangor/{survey.code}/pastaenden?{query}", status_code=303)

    async def _decide(self, survey: Survey, visit: Visit, given: dict[str, str]) -> Done:
        now = self.web.service.clock()
        return await decide(self.web.service.store, survey, _decisions(given), visit.name, now)

    async def _edit(
        self, survey: Survey, visit: Visit, name: str, given: dict[str, str]
    ) -> dict[str, str]:
        """What to tell: the new words are kept, or why not."""
        store = self.web.service.store
        lines = {line.name: line for line in listed(await store.statements(survey.id), "sv")}
        text = " ".join(given.get(f"text-{name}", "").split())
        if name not in lines or not text or len(text) > MAX_STATEMENT_CHARS:
            return {"fel": "text"}
        one = lines[name].statement
        edition = given.get(f"edition-{name}", "")
        try:
            kept = await store.edit_statement(
                survey.id,
                one.question,
                one.id,
                {**one.text, _language_of(one): text},
                edition=int(edition) if edition.isdecimal() else -1,
                by=visit.name,
                at=self.web.service.clock(),
            )
        except StatementVoted:
            return {"fel": "rostat"}
        return {"andrat": "1"} if kept else {"sena": name}

    async def _switch(self, survey: Survey, visit: Visit, question: str) -> dict[str, str]:
        store, now = self.web.service.store, self.web.service.clock()
        moderated = await store.moderated(survey.id)
        if question in moderated:
            wanted = not moderated[question]
            await store.set_moderated(survey.id, question, wanted, by=visit.name, at=now)
        return {"bytt": "1"}

    async def _page(
        self, request: Request, visit: Visit, survey: Survey, problem: str | None = None
    ) -> Response:
        language, wanted = self.language(request), _state(request)
        questions = statement_questions(survey.questionnaire)
        result = await self._results.current(survey, {question.id for question in questions})
        every = listed(result.statements, language)
        of_state = [line for line in every if line.statement.state == wanted]
        of_state.sort(key=lambda line: line.statement.said_on)
        store = self.web.service.store
        open_ = survey.state(self.web.service.clock()) == "open"
        return self.survey_page(
            request,
            visit,
            "studio_statements.html",
            survey,
            status=200 if problem is None else 403,
            lines=_lines(of_state[:ON_A_PAGE], every, result.released),
            left=len(of_state),
            wanted=wanted,
            counts={state: sum(one.statement.state == state for one in every) for state in STATES},
            asked={question.id: say(question.text, language) for question in questions},
            moderated=await store.moderated(survey.id),
            reasons=REASONS,
            most=MAX_STATEMENT_CHARS,
            bursts=await self._bursts(survey) if open_ else [],
            told=_messages(request),
            problem=self.say(request, problem) if problem else None,
        )

    async def _bursts(self, survey: Survey) -> list[tuple[str, Burst]]:
        found = bursts(await self.web.service.store.sittings(survey.id))
        return [(local_text(burst.first), burst) for burst in found]


def _lines(
    shown: Sequence[Listed], every: Sequence[Listed], released: Mapping[str, Frame]
) -> list[Line]:
    by_name = {line.name: line for line in every}
    return [_line(line, by_name.get(line.similar or ""), released) for line in shown]


def _line(line: Listed, twin: Listed | None, released: Mapping[str, Frame]) -> Line:
    frame = released.get(part_of_statement(line.statement.question, line.statement.id))
    answered = passed = None
    if frame is not None and frame.base:
        answered, passed = frame.base, round(100 * frame.cells.get("pass", 0) / frame.base)
    return Line(line, twin, answered, passed, is_personal(line.text))


def _decisions(given: dict[str, str]) -> list[Decision]:
    """What was chosen for each statement on the page; hiding without a reason is no decision."""
    chosen = {
        name.removeprefix("verdict-"): value
        for name, value in given.items()
        if name.startswith("verdict-")
    }
    found = []
    for name, value in chosen.items():
        seen, reason = given.get(f"seen-{name}", ""), reason_of(given.get(f"reason-{name}"))
        if value == "approve":
            found.append(Decision(name, "approve", seen))
        elif value == "hide" and reason is not None:
            found.append(Decision(name, "hide", seen, reason))
    return found


def _told(done: Done) -> dict[str, str]:
    told = {"klart": str(len(done.approved) + len(done.hidden))}
    return {**told, "sena": ",".join(done.late)} if done.late else told


def _messages(request: Request) -> dict[str, str]:
    """What the last press led to, as the address says it."""
    names = ("klart", "sena", "fel", "andrat", "bytt")
    return {
        name: request.query_params[name][:200] for name in names if name in request.query_params
    }


def _state(request: Request) -> str:
    state = request.query_params.get("lage", "")
    return state if state in STATES else STATES[0]


def _language_of(one: Statement) -> str:
    return next(iter(one.text), "sv")
