"""The whole participation at one address: notice, questions, thanks. POST, commit, redirect, GET."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse

from bot.photos import UnreadableFile
from bot.service import Who
from bot.web.cookies import Cookies
from bot.web.forms import Sent, act_of, find_question, read
from bot.web.limiting import ADDRESS, BROWSER, UNKNOWN_CODE
from bot.web.notice import notice_lines
from bot.web.reviewing import groups_of
from bot.web.views import (
    filled_from_form,
    filled_from_screen,
    is_long,
    question_view,
    refusal,
    stands_on,
    upload_mb,
)
from bot.web.web import Web, network_address, own_language, read_form
from bot.wording import shut_text
from surveys.conversation.screens import EndScreen, NoticeScreen, QuestionScreen, ShutScreen
from surveys.conversation.state import (
    Act,
    Begin,
    Change,
    NoLongerApplies,
    Refused,
    Rejected,
    Speak,
)
from surveys.conversation.values import is_answer
from surveys.errors import UnknownCode
from surveys.questionnaire.models import File, Photo

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.service import Outcome


class Participation:
    """The handlers of `/{code}`."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._cookies = Cookies(web.seal, https=web.https)

    async def show(self, request: Request) -> Response:
        """GET: what this browser's person sees now. Stores nothing."""
        code, token, new = await self.enter(request)
        outcome = await self.look(request, code, token)
        if outcome.survey.code != code:
            return _to_canonical(request, outcome.survey.code)
        note = self._cookies.note(request, code)
        response = self.render(request, outcome, token, told=note)
        if new:
            self._cookies.set_token(response, code, token)
        if note is not None:
            self._cookies.drop_note(response, code)
        return response

    async def take(self, request: Request) -> Response:
        """POST: one act, then a redirect; or the same page again with what is wrong with it."""
        code, token, new = await self.enter(request)
        outcome = await self.look(request, code, token)
        if outcome.survey.code != code:
            return _to_canonical(request, outcome.survey.code)
        async with read_form(request, upload_mb=upload_mb(outcome.survey)) as form:
            sent = await read(form)
        once = None if new else self._web.seal.once(sent.nonce, token, sent.content())
        if once is None:
            return self._send_again(request, outcome, token, sent, new=new)
        return await self._turn(request, outcome, token, sent, once)

    async def recording(self, request: Request) -> Response:
        """A question read aloud: the organiser's file, in part where the player asks for a part."""
        survey = await self._web.service.store.survey(request.path_params["code"].upper())
        recordings = self._web.service.recordings
        name = request.path_params["name"]
        found = recordings.find(survey, name) if survey is not None and recordings else None
        if found is None:
            raise HTTPException(404)
        place, media_type = found
        return FileResponse(place, media_type=media_type)

    async def privacy(self, request: Request) -> Response:
        """The whole notice."""
        code, token, _ = await self.enter(request)
        outcome = await self.look(request, code, token)
        language = self._reading_language(request, outcome)
        return self._web.pages.page(
            "privacy.html",
            language,
            survey=outcome.survey,
            begun=outcome.state.begun,
            notice=notice_lines(outcome.survey, language, self._web.texts),
            languages=outcome.survey.languages,
        )

    async def enter(self, request: Request) -> tuple[str, str, bool]:
        """The code as it was written, the browser's token, and whether the token is new.

        Raises:
            TooMany: this browser or its network address asks too often.
        """
        code = request.path_params["code"]
        address = network_address(request)
        await self._web.gate.count(ADDRESS, address)
        token = self._cookies.token(request, code)
        if token is not None:
            await self._web.gate.count(BROWSER, token)
            return code, token, False
        await self._web.gate.refuse_when_full(UNKNOWN_CODE, address)
        return code, self._cookies.new_token(code), True

    async def look(self, request: Request, code: str, token: str) -> Outcome:
        """What stands there now; before the beginning, in the language the reader asks for."""
        who = who_is(code, token)
        try:
            outcome = await self._web.service.look(who)
        except UnknownCode:
            await self._web.gate.count(UNKNOWN_CODE, network_address(request))
            raise
        wanted = own_language(request, outcome.survey.languages)
        if outcome.state.begun or wanted == outcome.state.language:
            return outcome
        return await self._web.service.look(who, wanted)

    async def _turn(
        self, request: Request, before: Outcome, token: str, sent: Sent, once: str
    ) -> Response:
        survey = before.survey
        who = who_is(survey.code, token)
        try:
            act = await self._act(who, before, sent)
        except UnreadableFile as unreadable:
            rejected = Rejected(sent.key, unreadable.reason, unreadable.hint)
            return await self._refused(request, who, sent, rejected, before)
        outcome = await self._web.service.turn(who, act, once=once)
        refusal = next((event for event in outcome.events if isinstance(event, Rejected)), None)
        if refusal is not None:
            return await self._refused(request, who, sent, refusal, outcome)
        if isinstance(act, Speak) and sent.holds_something:
            # What was written is not saved yet: show it again, in the other language.
            return self.render(request, outcome, token, sent=sent)
        return self._onward(outcome)

    async def _act(self, who: Who, before: Outcome, sent: Sent) -> Act:
        """The act of a form; a picture or a document is taken in first. Raises UnreadableFile."""
        act = act_of(sent, before.survey)
        if isinstance(act, Begin):
            return Begin(sent.language or before.state.language)
        if sent.file is None or sent.action != "next" or sent.key is None:
            return act
        question = find_question(before.survey, sent.key)
        if isinstance(question, Photo):
            return await self._web.service.take_photo(who, sent.file, sent.key)
        if isinstance(question, File):
            service = self._web.service
            return await service.take_document(who, sent.file, sent.file_name, sent.key)
        return act

    async def _refused(
        self, request: Request, who: Who, sent: Sent, rejected: Rejected, outcome: Outcome
    ) -> Response:
        """The question again, with what is wrong and everything that was filled in."""
        if sent.key is not None and not stands_on(outcome.screen, sent.key):
            outcome = await self._web.service.turn(who, Change(sent.key))
        problem = refusal(rejected, outcome.state.language, self._web.texts)
        return self.render(request, outcome, who.address, sent=sent, problem=problem, status=422)

    def _send_again(
        self, request: Request, outcome: Outcome, token: str, sent: Sent, *, new: bool
    ) -> Response:
        """A form this browser was not given: nothing is stored, nothing written is lost."""
        problem = self._web.texts.say(outcome.state.language, "web-send-again")
        response = self.render(request, outcome, token, sent=sent, problem=problem, status=403)
        if new:
            self._cookies.set_token(response, outcome.survey.code, token)
        return response

    def _onward(self, outcome: Outcome) -> Response:
        code = outcome.survey.code
        response = RedirectResponse(f"/{code}", status_code=303)
        for event in outcome.events:
            if isinstance(event, NoLongerApplies):
                answered = [key for key in event.keys if is_answer(outcome.state.answers[key])]
                self._cookies.leave_note(response, code, "no-longer-applies", len(answered))
            elif isinstance(event, Refused) and event.reason == "unknown_question":
                self._cookies.leave_note(response, code, "old-button", 0)
        return response

    def _reading_language(self, request: Request, outcome: Outcome) -> str:
        """A person who has begun has a language; others read in the one they ask for."""
        if outcome.state.begun and "lang" not in request.query_params:
            return outcome.state.language
        return own_language(request, outcome.survey.languages)

    def render(
        self,
        request: Request,
        outcome: Outcome,
        token: str,
        *,
        sent: Sent | None = None,
        problem: str | None = None,
        told: tuple[str, int] | None = None,
        status: int = 200,
        **more: Any,
    ) -> Response:
        """The page of what stands there now. `sent`: keep what was filled in; `more` goes to the template."""
        screen = outcome.screen
        language = screen.language
        values: dict[str, Any] = {
            "survey": outcome.survey,
            "begun": outcome.state.begun,
            "nonce": self._web.seal.nonce(token),
            "problem": problem,
            "told": self._told(told, language),
            "languages": outcome.survey.languages,
            "status": status,
            **more,
        }
        match screen:
            case NoticeScreen():
                return self._notice(screen, values)
            case QuestionScreen():
                return self._question(screen, values, sent)
            case EndScreen():
                return self._web.pages.page(
                    "end.html",
                    language,
                    screen=screen,
                    groups=groups_of(screen, self._web.texts),
                    receipt=outcome.receipt,
                    **values,
                )
            case ShutScreen():
                return self._shut(request, screen, values)

    def _told(self, note: tuple[str, int] | None, language: str) -> str | None:
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
        return self._web.pages.page("question.html", screen.language, **view, **values)

    def _shut(self, request: Request, screen: ShutScreen, values: dict[str, Any]) -> Response:
        survey = screen.survey
        language = own_language(request, survey.languages)
        said = shut_text(replace(screen, language=language), self._web.texts)
        lines = notice_lines(survey, language, self._web.texts)
        return self._web.pages.page(
            "shut.html", language, screen=screen, shut=said, notice=lines, **values
        )


def who_is(code: str, token: str) -> Who:
    """The person behind a browser's token."""
    return Who(code=code, channel="web", address=token)


def _to_canonical(request: Request, code: str) -> Response:
    """The address as it is printed: a cookie belongs to one spelling of a path."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{code}{query}", status_code=307)
