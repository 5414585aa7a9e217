"""Looking at a questionnaire: every screen in every language, a try-out without traces, and its files."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from bot.shelf import Shelf
from bot.web.errors import error_page
from bot.web.forms import read
from bot.web.reviewing import groups_of
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from bot.web.studio.library.files import MAKERS, made_file
from bot.web.studio.library.picture import Pictures, begun_languages
from bot.web.studio.library.subject import Subject, subject_of
from bot.web.studio.library.trying import Trial, kind_of
from surveys.questionnaire.languages import NAMES, direction

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.web.forms import Sent
    from bot.web.studio.library.trying import Tried


class Showing(StudioRoom):
    """Pages that only look. Nothing here is stored."""

    @inside(Role.READER)
    async def preview(self, request: Request, visit: Visit) -> Response:
        """Every screen as a phone shows it; `?sprak=` names the language."""
        subject = await subject_of(self.web.service.store, request)
        if subject is None:
            return error_page(self.web, request, 404)
        questionnaire = subject.questionnaire
        if questionnaire is None:
            return RedirectResponse(f"{subject.address}#fel", status_code=303)
        reader = self.language(request)
        begun = begun_languages(questionnaire)
        asked = request.query_params.get("sprak", "")
        shown = asked if asked in begun else "sv"
        drawing = Pictures(
            questionnaire, shown, pages=self.web.pages, texts=self.web.texts, reader=reader
        )
        entry = (
            None if subject.draft else await Shelf(self.web.service.store).find(questionnaire.id)
        )
        return self.page(
            request,
            visit,
            "library_preview.html",
            subject=subject,
            entry=entry,
            may_write=visit.role >= Role.ORGANISER,
            questionnaire=questionnaire,
            shown=shown,
            shown_name=NAMES[shown],
            lacking=begun[shown],
            languages_begun=[(tag, NAMES[tag], direction(tag)) for tag in begun],
            just_published="nyss" in request.query_params,
            beginning=drawing.beginning(),
            phones=await asyncio.to_thread(drawing.phones),
        )

    @inside(Role.READER)
    async def trial(self, request: Request, visit: Visit) -> Response:
        """GET: the first screen of a try-out."""
        subject, trial = await self._trial(request)
        if trial is None:
            return self._without(request, subject)
        wanted = request.query_params.get("sprak", "sv")
        return self._tried(request, visit, subject, trial, trial.begin(wanted))

    @inside(Role.READER)
    async def answer(self, request: Request, visit: Visit) -> Response:
        """POST: what one answer leads to. The page carries everything; nothing is kept here."""
        fields = await self.posted(request, visit)
        if fields is None:
            return error_page(self.web, request, 403)
        subject, trial = await self._trial(request)
        if trial is None:
            return self._without(request, subject)
        sent = await read(FormData([*fields]))
        tried = trial.take(sent, dict(fields).get("state", ""))
        return self._tried(request, visit, subject, trial, tried, sent)

    @inside(Role.READER)
    async def file(self, request: Request, _: Visit) -> Response:
        """The questionnaire as a file to keep: TOML, spreadsheet form, paper form or codebook."""
        subject = await subject_of(self.web.service.store, request)
        form = request.path_params["form"]
        if subject is None or form not in MAKERS:
            return error_page(self.web, request, 404)
        if subject.questionnaire is None and form != "toml":
            return RedirectResponse(f"{subject.address}#fel", status_code=303)
        language = request.query_params.get("sprak", "sv")
        return await asyncio.to_thread(made_file, subject, form, language, self.web.texts)

    async def _trial(self, request: Request) -> tuple[Subject | None, Trial | None]:
        subject = await subject_of(self.web.service.store, request)
        questionnaire = subject.questionnaire if subject is not None else None
        if questionnaire is None:
            return subject, None
        web = self.web
        return subject, Trial(
            questionnaire, seal=web.seal, texts=web.texts, now=web.service.clock()
        )

    def _without(self, request: Request, subject: Subject | None) -> Response:
        """There is nothing to try: no such questionnaire, or one with errors."""
        if subject is None:
            return error_page(self.web, request, 404)
        return RedirectResponse(f"{subject.address}#fel", status_code=303)

    def _tried(
        self,
        request: Request,
        visit: Visit,
        subject: Subject | None,
        trial: Trial,
        tried: Tried,
        sent: Sent | None = None,
    ) -> Response:
        assert subject is not None
        reader = self.language(request)
        shown = tried.screen
        page = kind_of(shown)
        values: dict[str, Any] = {
            "reader": reader,
            "reader_direction": direction(reader),
            "back": subject.address,
            "address": f"{subject.address}/prova",
            "survey": None,
            "tried": trial.survey,
            "screen": shown,
            "state": trial.closed(tried.state),
            "nonce": self.web.seal.nonce(visit.token),
            "problem": tried.problem,
            "banner": self.say(request, "library-trial"),
            "leave": self.say(request, "library-trial-leave"),
            "again": self.say(request, "library-trial-again"),
        }
        if page == "question":
            values |= trial.view(tried, sent)
        if page == "end":
            values["groups"] = groups_of(shown, self.web.texts)  # type: ignore[arg-type]
        return self.web.pages.page(
            f"library_trial_{page}.html",
            shown.language,
            status=422 if tried.problem else 200,
            languages=trial.survey.languages,
            **values,
        )
