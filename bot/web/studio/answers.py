"""The room "Svar": du sa – vi gjorde, written in peace, looked at as participants see it, and published as a version."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from bot.after_closing import in_words
from bot.answering import publish
from bot.reports import ReportRequest
from bot.web.studio.answer_form import (
    Typed,
    blank,
    check,
    kept,
    size,
    typed_of,
    with_points,
    without_point,
)
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.errands import Underway
from bot.web.studio.live_room import LiveRoom
from surveys.answer_back import STATUSES, Version, promised_day
from surveys.errors import ConfigError, StaleDraft
from surveys.questionnaire.languages import NAMES, best_language
from surveys.store.answering import AnswerDraft
from surveys.survey import K_MIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.web.studio.errands import Errands
    from bot.web.studio.live_room import LiveDesk
    from bot.web.web import Web
    from surveys.survey import Survey

REMEMBERED = dt.timedelta(minutes=2)
TOLD = {"sparat": "answer-told-saved", "publicerat": "answer-told-published"}
"""What an address says has been done, and the text that tells it."""


class Answers(LiveRoom):
    """Writing, looking, publishing. A draft is kept with every button; no version is ever changed."""

    def __init__(self, web: Web, desk: LiveDesk, errands: Errands) -> None:
        super().__init__(web, desk, errands)
        self._sentences: dict[str, tuple[dt.datetime, list[str]]] = {}
        """The sentences of the survey written on last, and until when they are not asked for anew."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/CODE/svar`: the draft, else the newest version to change, else a blank one."""
        survey = await self.survey_of(request)
        draft = await self.web.service.store.answer_draft(survey.id)
        typed = dict(draft.content) if draft is not None else await self._start(survey)
        revision = draft.revision if draft is not None else 0
        return await self._page(request, visit, survey, typed, revision)

    @inside(Role.ORGANISER)
    async def act(self, request: Request, visit: Visit) -> Response:
        """POST: keeps what is typed, and does what the button says."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return self.locked(request, "web-send-again")
        action = dict(fields).get("action", "save")
        themes = [value for name, value in fields if name == "theme"]
        typed = _changed(kept(fields), action, themes)
        written = dict(fields).get("revision", "")
        revision = int(written) if written.isdecimal() else 0
        try:
            await self.web.service.store.save_answer_draft(AnswerDraft(survey.id, typed, revision))
        except StaleDraft:
            newest = await self.web.service.store.answer_draft(survey.id)
            revision = newest.revision if newest is not None else 0
            stale = self.say(request, "answer-stale")
            return await self._page(request, visit, survey, typed, revision, problem=stale)
        if action == "preview":
            return RedirectResponse(f"/arrangor/{survey.code}/svar/visa", status_code=303)
        place = f"#p{size(typed) - 1}-said" if action in {"add", "themes"} else ""
        return RedirectResponse(f"/arrangor/{survey.code}/svar?sparat=1{place}", status_code=303)

    @inside(Role.ORGANISER)
    async def preview(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/CODE/svar/visa`: as participants will see it; or what is missing."""
        survey = await self.survey_of(request)
        draft = await self.web.service.store.answer_draft(survey.id)
        if draft is None:
            return RedirectResponse(f"/arrangor/{survey.code}/svar")
        return await self._preview(request, visit, survey, draft)

    @inside(Role.ORGANISER)
    async def publish(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/CODE/svar/visa`: publishes the very draft that was looked at."""
        survey = await self.survey_of(request)
        fields = await self.posted(request, visit)
        if fields is None:
            return self.locked(request, "web-send-again")
        store, now = self.web.service.store, self.web.service.clock()
        draft = await store.answer_draft(survey.id)
        if draft is None or str(draft.revision) != dict(fields).get("revision"):
            return RedirectResponse(f"/arrangor/{survey.code}/svar", status_code=303)
        answer = check(draft.content, survey.languages).answer
        if answer is None:
            return await self._preview(request, visit, survey, draft)
        try:
            await publish(store, survey, answer, visit.name, now)
        except ConfigError:
            return await self._preview(request, visit, survey, draft)
        return RedirectResponse(f"/arrangor/{survey.code}/svar?publicerat=1", status_code=303)

    async def _start(self, survey: Survey) -> Typed:
        store = self.web.service.store
        versions = await store.answers_back(survey.id)
        if versions:
            return typed_of(versions[0].answer, survey.languages)
        return blank((await store.profile()).contact)

    async def _preview(
        self, request: Request, visit: Visit, survey: Survey, draft: AnswerDraft
    ) -> Response:
        checked, now = check(draft.content, survey.languages), self.web.service.clock()
        if checked.answer is None:
            told = {name: self.say(request, said) for name, said in checked.wrong.items()}
            return await self._page(
                request, visit, survey, dict(draft.content), draft.revision, told=told
            )
        versions = await self.web.service.store.answers_back(survey.id)
        number = versions[0].number + 1 if versions else 1
        shown = (Version(number, checked.answer, now, visit.name), *versions)
        language = best_language(request.query_params.get("lang"), survey.languages)
        return self.web.pages.page(
            "studio_answer_preview.html",
            language,
            survey=survey,
            languages=survey.languages,
            versions=[in_words(version, language) for version in shown],
            lacks=[NAMES.get(tag, tag) for tag in checked.answer.lacks(survey.languages)],
            is_open=survey.state(now) != "closed",
            waiting=await self.web.service.store.count_subscriptions(survey.id),
            revision=draft.revision,
            nonce=self.web.seal.nonce(visit.token),
            studio_language=self.language(request),
            aside=lambda text_id, **given: self.say(request, text_id, **given),
        )

    async def _page(
        self,
        request: Request,
        visit: Visit,
        survey: Survey,
        typed: Typed,
        revision: int,
        *,
        told: Mapping[str, str] | None = None,
        problem: str | None = None,
    ) -> Response:
        store = self.web.service.store
        said = next((text for name, text in TOLD.items() if name in request.query_params), None)
        if told:
            problem = self.say(request, "opening-problems", n=len(told))
        return self.survey_page(
            request,
            visit,
            "studio_answer.html",
            survey,
            status=400 if problem else 200,
            typed=typed,
            told=told or {},
            said=said,
            problem=None,
            wrong=problem,
            revision=revision,
            points=range(size(typed)),
            statuses=[(name, self.say(request, f"answer-status-{name}")) for name in STATUSES],
            asked=survey,
            language_names=NAMES,
            promised=promised_day(survey),
            versions=await store.answers_back(survey.id),
            waiting=await store.count_subscriptions(survey.id),
            themes=await self._themes(survey, typed),
        )

    async def _themes(self, survey: Survey, typed: Typed) -> list[str] | None:
        """The report's own sentences, which have passed the gate, but for those that are in the form.

        None while the report is being made: the page does not wait for it.
        """
        now = self.web.service.clock()
        answered = (await self.web.service.store.counts(survey)).answered
        if survey.state(now) != "closed" or survey.purged or answered < K_MIN:
            return []
        until, sentences = self._sentences.get(survey.code, (now, []))
        if until <= now:
            wanted = ReportRequest(survey.languages[0], "json", code=survey.code)
            name = ("answer themes", survey.code)
            made = await self.errands.fetch(name, lambda: self.desk.report_file(wanted))
            if isinstance(made, Underway):
                return None
            sentences = [theme["sentence"] for theme in json.loads(made)["themes"]]
            self._sentences = {survey.code: (now + REMEMBERED, sentences)}
        return [sentence for sentence in sentences if sentence not in typed.values()]


def _changed(typed: Typed, action: str, themes: list[str]) -> Typed:
    """What a button makes of the form."""
    if action == "add":
        return with_points(typed, [""])
    if action == "themes":
        return with_points(typed, themes)
    if action.startswith("remove-") and action.removeprefix("remove-").isdecimal():
        return without_point(typed, int(action.removeprefix("remove-")))
    return typed
