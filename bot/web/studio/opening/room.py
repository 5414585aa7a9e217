"""The pages that open a survey: the whole form, and the short one for the next meeting of a series."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse, Response

from bot.opening import CODE_LENGTH, Ready, code_for, free_code, open_ready
from bot.recordings import BACKGROUND
from bot.web.errors import error_page
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from bot.web.studio.opening.asked import LIST
from bot.web.studio.opening.form import LEVELS, OpeningForm
from bot.web.studio.opening.lines import roster_lines
from bot.web.studio.opening.offered import (
    known_series,
    later,
    offered,
    purposes,
    questionnaire_named,
)
from bot.web.studio.opening.once import Once
from bot.web.studio.opening.picture import PICTURE_MB, place_of, uploaded
from bot.web.web import read_form
from surveys.errors import ContentError
from surveys.questionnaire.languages import NAMES
from surveys.questionnaire.problems import problem
from surveys.store.acting import Deed, acting, concerning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from bot.web.web import Web
    from bot.wishes import Opening
    from surveys.questionnaire.models import Questionnaire
    from surveys.questionnaire.problems import Problem
    from surveys.store.profile import Profile
    from surveys.survey import Notice, Survey

LEGAL_BASES = ("public_interest", "official_authority", "legal_obligation", "consent")
DAYS_A_MONTH = 30.44


class Openings(StudioRoom):
    """The form, and what comes of it."""

    def __init__(self, web: Web) -> None:
        super().__init__(web)
        self._once: Once[Survey] = Once()

    @inside(Role.ORGANISER)
    async def ask(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/oppna?questionnaire=ID`: the form, with what the organisation has filled in once."""
        name = request.query_params.get("questionnaire", "")
        questionnaire = await questionnaire_named(self.web.service.store, name)
        if questionnaire is None:
            return error_page(self.web, request, 404, "studio-no-questionnaire")
        suggested = purposes(self.web.texts, questionnaire)
        profile = await self.web.service.store.profile()
        typed = offered(questionnaire, profile, suggested, self.web.service.clock().date())
        return await self._form(request, visit, OpeningForm(questionnaire, typed, suggested))

    @inside(Role.ORGANISER)
    async def open(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/oppna`: opens it, or shows everything that was typed with what is wrong beside it."""
        async with read_form(request, upload_mb=PICTURE_MB) as sent:
            fields = [(key, each) for key, each in sent.multi_items() if isinstance(each, str)]
            data = await uploaded(sent)
        if not self.is_ours(fields, visit):
            return self.locked(request, "web-send-again")
        typed = dict(fields)
        name = typed.get("questionnaire", "")
        questionnaire = await questionnaire_named(self.web.service.store, name)
        if questionnaire is None:
            return error_page(self.web, request, 404, "studio-no-questionnaire")
        form = OpeningForm(questionnaire, typed, purposes(self.web.texts, questionnaire))
        place = await place_of(data, typed)
        form.errors.update(place.errors)
        form.background = place.background
        wanted = form.read(self.web.service.clock())
        if wanted is None:
            return await self._form(request, visit, form)
        try:
            survey = await self._open(visit, fields, *wanted)
            self._keep(survey, {BACKGROUND: place.picture} if place.picture else {})
        except ContentError as error:
            return await self._form(request, visit, form, error.problems)
        if typed.get("remember") and not form.practice:
            await self._remember(visit, typed, survey)
        return RedirectResponse(f"/arrangor/{survey.code}?oppnad=1", status_code=303)

    @inside(Role.ORGANISER)
    async def ask_next(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/CODE/nasta`: the next meeting of its series, by title and number of people."""
        survey = await self.web.service.store.survey(request.path_params["code"])
        if survey is None or survey.series is None:
            return error_page(self.web, request, 404)
        typed = {
            "title": next_title(survey.title),
            "invited": str(survey.invited or ""),
            "roster": roster_lines(survey.fill.roster),
        }
        return await self._next(
            request, visit, survey, OpeningForm(survey.questionnaire, typed, {})
        )

    @inside(Role.ORGANISER)
    async def open_next(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/CODE/nasta`: the same questions, fill and notice, kept as long as last time."""
        fields = await self.posted(request, visit)
        survey = await self.web.service.store.survey(request.path_params["code"])
        if fields is None or survey is None or survey.series is None:
            return self.locked(request, "web-send-again")
        form = OpeningForm(survey.questionnaire, dict(fields), {})
        opening = form.opening(self.web.service.clock())
        if form.errors:
            return await self._next(request, visit, survey, form)
        opening = replace(
            opening,
            series=survey.series,
            long_code=len(survey.code) > CODE_LENGTH,
            channels=survey.channels,
            language=survey.languages[0],
        )
        fill = survey.fill.model_copy(update={"roster": opening.roster})
        ready = Ready(survey.questionnaire, await self._next_notice(survey), fill)
        opened = await self._open(visit, fields, opening, ready)
        if self.web.service.recordings is not None:
            self.web.service.recordings.inherit(opened.code, survey)
        return RedirectResponse(f"/arrangor/{opened.code}?oppnad=1", status_code=303)

    async def _open(
        self, visit: Visit, fields: list[tuple[str, str]], opening: Opening, ready: Ready
    ) -> Survey:
        """The survey; the one there is when the form has come before.

        Raises ContentError with what the law or the questionnaire lacks.
        """
        store, now = self.web.service.store, self.web.service.clock()

        async def open_it() -> Survey:
            code = await free_code(store, code_for(opening))
            concerning(code)
            series = known_series(opening.series, await store.surveys())
            named = replace(opening, code=code, series=series)
            return await open_ready(store, named, ready, now=now)

        content = (part for field in fields for part in field)
        form = self.web.seal.once(dict(fields).get("nonce", ""), visit.token, content)
        return await self._once.do(form or "", open_it)

    def _keep(self, survey: Survey, files: Mapping[str, bytes]) -> None:
        """The organiser's own files of a survey that has just been opened."""
        if self.web.service.recordings is not None:
            self.web.service.recordings.keep(survey.code, files)

    async def _remember(self, visit: Visit, typed: dict[str, str], survey: Survey) -> None:
        """What the organisation need not write again."""
        store, now = self.web.service.store, self.web.service.clock()
        kept = survey.notice.retain_until - now.date()
        changed = replace(
            await store.profile(),
            controller=survey.notice.controller,
            legal_basis=survey.notice.legal_basis,
            decision_ref=survey.notice.decision_ref,
            months=max(1, round(kept.days / DAYS_A_MONTH)),
            processor_agreement=survey.notice.processor_agreement or "",
        )
        with acting(Deed(visit.name, visit.role.name.lower(), "organisation-save", now)):
            await store.save_profile(changed)

    async def _form(
        self, request: Request, visit: Visit, form: OpeningForm, found: tuple[Problem, ...] = ()
    ) -> Response:
        language = self.language(request)
        told = {name: self.say(request, text) for name, text in form.errors.items()}
        for each in found:
            sentence = f"{each.text[language]} {each.remedy[language]}"
            told[field_of(each, form.questionnaire)] = sentence
        surveys = await self.web.service.store.surveys()
        profile = await self.web.service.store.profile()
        return self.page(
            request,
            visit,
            "studio_open.html",
            status=400 if told else 200,
            problem=self.say(request, "opening-problems", n=len(told)) if told else None,
            told=told,
            form=form,
            typed=form.typed,
            asked=form.asked,
            profile=profile,
            **self._choices(request, form),
            all_series=sorted({each.series for each in surveys if each.series}),
        )

    def _choices(self, request: Request, form: OpeningForm) -> dict[str, Any]:
        """What can be chosen in the form, with words."""
        languages = form.asked.languages
        names = {tag: NAMES.get(tag, tag) for tag in languages}
        first = ("", self.say(request, "opening-choose-one"))
        return {
            "bases": [(each, self.say(request, f"basis-{each}")) for each in LEGAL_BASES],
            "levels": [
                (each, self.say(request, f"opening-level-{each.replace('_', '-')}"))
                for each in LEVELS
            ],
            "waves": [first, *((wave, self._wave(request, wave)) for wave in form.asked.waves)],
            "spoken_languages": list(names.items()),
            "language_names": names,
            "order": " | ".join(names.values()),
        }

    def _wave(self, request: Request, wave: str) -> str:
        named = f"opening-wave-{wave}"
        return self.say(request, named) if self.web.texts.knows(named) else wave

    async def _next(
        self, request: Request, visit: Visit, survey: Survey, form: OpeningForm
    ) -> Response:
        told = {name: self.say(request, text) for name, text in form.errors.items()}
        return self.page(
            request,
            visit,
            "studio_next.html",
            status=400 if told else 200,
            problem=self.say(request, "opening-problems", n=len(told)) if told else None,
            told=told,
            typed=form.typed,
            shown=survey,
            notice=await self._next_notice(survey),
        )

    async def _next_notice(self, survey: Survey) -> Notice:
        profile = await self.web.service.store.profile()
        return next_notice(survey, profile, self.web.service.clock().date())


def field_of(found: Problem, questionnaire: Questionnaire) -> str:
    """The field a problem of the opening is about; the form as a whole is the title."""
    if found.code == "notice_retention_past":
        return "retain_until"
    if found.code == "closes_after_retention":
        return "closes"
    if found.code == "fewer_invited":
        return "invited"
    if found.code == "language_not_written":
        return "language"
    for question in questionnaire.question:
        name = getattr(question, "options_from", None)
        if name is not None and found == problem("no_options", found.file, question=question.id):
            return f"{LIST}{name}"
    return "title"


def next_title(title: str) -> str:
    """The title with its first number raised by one: `Träff 4: Avslutning` leads to `Träff 5`."""
    found = re.search(r"\d+", title)
    if found is None:
        return title
    return f"{title[: found.start()]}{int(found[0]) + 1}"


def next_notice(survey: Survey, profile: Profile, today: dt.date) -> Notice:
    """The survey's notice as it holds for a new one: what the organisation says now, else as it was.

    Answers are kept as long as the profile says, else for as many days as they were last time.
    """
    notice = survey.notice
    if profile.filled and profile.months and not notice.demo:
        now = {
            "controller": profile.controller,
            "legal_basis": profile.legal_basis,
            "decision_ref": profile.decision_ref,
            "retain_until": later(today, profile.months),
        }
        return notice.model_copy(update=now)
    opened = survey.opened_at.date() if survey.opened_at is not None else today
    days = max(1, (notice.retain_until - opened).days)
    return notice.model_copy(update={"retain_until": today + dt.timedelta(days=days)})
