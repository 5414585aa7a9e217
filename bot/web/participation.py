"""The whole participation at one address: notice, questions, thanks. POST, commit, redirect, GET."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse, Response

from bot.after_closing import after_closing
from bot.photos import UnreadableFile
from bot.results import Results
from bot.room_maps import RoomMaps
from bot.taking import take_document, take_photo
from bot.web.cookies import TOO_LATE, Cookies
from bot.web.forms import Sent, act_of, find_question, read, sent_of
from bot.web.limiting import UNKNOWN_CODE
from bot.web.maps import tapped
from bot.web.notice import notice_lines
from bot.web.screens import Note, Screens
from bot.web.views import refusal, stands_on, upload_mb
from bot.web.visits import ONWARD, Visit, Visits
from bot.web.web import Web, network_address, own_language, read_fields, read_form
from surveys.conversation.screens import EndScreen, ShutScreen
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
from surveys.statements import MAX_STATEMENT_CHARS, REASONS

if TYPE_CHECKING:
    from starlette.requests import Request

    from analysis.live import Chart
    from analysis.places.on_page import PageMap
    from bot.outcomes import Outcome
    from surveys.survey import Survey


class Onward(Response):
    """A redirect to one of our own pages, with no more headers than that."""

    def __init__(self, address: str) -> None:
        self.status_code, self.body, self.background = 303, b"", None
        self.raw_headers = [(b"location", address.encode("latin-1")), (b"content-length", b"0")]


class Participation:
    """The handlers of `/{code}`."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._cookies = Cookies(web.seal, https=web.https)
        self.visits = Visits(web, self._cookies)
        self.screens = Screens(web)
        self._results = Results(web.service.store, web.service)
        self._maps = RoomMaps(web.service.store, web.service)

    async def show(self, request: Request) -> Response:
        """GET: what this browser's person sees now. Stores nothing."""
        visit = await self.visits.enter(request)
        outcome = await self.look(request, visit)
        if outcome.survey.code != visit.code:
            return _to_canonical(request, outcome.survey.code)
        if (wanted := request.query_params.get("kiosk")) is not None:
            return self._kiosk(visit, on=wanted != "av")
        if _arrives(request, outcome):
            if visit.kiosk:
                return self._another(visit)
            return self.screens.whose(request, outcome, visit)
        note = self._cookies.note(request, visit.code)
        response = await self._page(request, outcome, visit, note)
        if visit.carried == "new":
            self._cookies.set_token(response, visit.code, visit.token)
        if note is not None:
            self._cookies.drop_note(response, visit.code)
        return response

    async def take(self, request: Request) -> Response:
        """POST: one act, then a redirect; or the same page again with what is wrong with it."""
        visit = await self.visits.enter(request)
        survey = await self._survey(request, visit)
        if survey.code != visit.code:
            return _to_canonical(request, survey.code)
        sent = await self._sent(request, survey)
        visit = await self.visits.carried(request, visit, sent.token)
        once = self._web.seal.once(sent.nonce, visit.token, sent.content())
        if once is None or visit.carried == "new":
            return self._send_again(request, await self.look(request, visit), visit, sent)
        match sent.action:
            case "other":
                return await self._next_person(request, visit)
            case "resume":
                return await self._onward(request, await self.look(request, visit), visit)
            case "tap":
                outcome = await self.look(request, visit)
                return self.screens.page(request, outcome, visit, sent=self._pointed(sent, outcome))
        return await self._turn(request, survey, visit, sent, once)

    async def _sent(self, request: Request, survey: Survey) -> Sent:
        """The form: almost always without a file."""
        fields = await read_fields(request)
        if fields is not None:
            return sent_of(fields)
        async with read_form(request, upload_mb=upload_mb(survey)) as form:
            return await read(form)

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

    async def picture(self, request: Request) -> Response:
        """The organiser's picture of the place."""
        survey = await self._web.service.store.survey(request.path_params["code"].upper())
        place = self.screens.picture(survey) if survey is not None else None
        if place is None:
            raise HTTPException(404)
        headers = {"Cache-Control": "private, max-age=3600"}
        return FileResponse(place, media_type="image/jpeg", headers=headers)

    def _pointed(self, sent: Sent, outcome: Outcome) -> Sent:
        """The form with the tap as its point: nothing is stored until the person says that it is right."""
        background = outcome.survey.fill.background
        picture = self.screens.picture(outcome.survey)
        if sent.tap is None or background is None or picture is None:
            return sent
        written = tuple(answer for answer in sent.answers if answer not in _place_ids(outcome))
        return replace(sent, point=tapped(background, picture, *sent.tap), answers=written)

    async def privacy(self, request: Request) -> Response:
        """The whole notice."""
        visit = await self.visits.enter(request)
        outcome = await self.look(request, visit)
        language = self._reading_language(request, outcome)
        contact = (await self._web.service.store.profile()).contact
        return self._web.pages.page(
            "privacy.html",
            language,
            survey=outcome.survey,
            begun=outcome.state.begun,
            notice=notice_lines(outcome.survey, language, self._web.texts, contact),
            languages=outcome.survey.languages,
        )

    async def policy(self, request: Request) -> Response:
        """The rules for statements: what may be hidden, and why."""
        visit = await self.visits.enter(request)
        outcome = await self.look(request, visit)
        language = self._reading_language(request, outcome)
        moderated = await self._web.service.store.moderated(outcome.survey.id)
        return self._web.pages.page(
            "policy.html",
            language,
            survey=outcome.survey,
            begun=outcome.state.begun,
            reasons=[f"statements-reason-{reason}" for reason in REASONS],
            moderated=any(moderated.values()),
            most=MAX_STATEMENT_CHARS,
            languages=outcome.survey.languages,
        )

    async def look(self, request: Request, visit: Visit) -> Outcome:
        """What stands there now; before the beginning, in the language the reader asks for."""
        await self._survey(request, visit)
        outcome = await self._web.service.look(visit.who)
        if outcome.state.begun:
            return outcome
        wanted = own_language(request, outcome.survey.languages)
        if wanted == outcome.state.language:
            return outcome
        return await self._web.service.look(visit.who, wanted)

    async def _survey(self, request: Request, visit: Visit) -> Survey:
        """The survey behind the code. Raises UnknownCode; who guesses is counted."""
        try:
            return await self._web.service.store.survey_named(visit.code)
        except UnknownCode:
            self._web.gate.count(UNKNOWN_CODE, network_address(request))
            raise

    def _kiosk(self, visit: Visit, *, on: bool) -> Response:
        """The organiser's link: from now on many take turns at this device, or no longer."""
        response = self._another(visit)
        self._cookies.set_kiosk(response, visit.code, on=on)
        return response

    def _another(self, visit: Visit) -> Response:
        """To the beginning, as somebody else."""
        another = self.visits.another(visit)
        response = RedirectResponse(f"/{visit.code}", status_code=303)
        self._cookies.set_token(response, visit.code, another.token)
        return response

    async def _next_person(self, request: Request, visit: Visit) -> Response:
        if visit.carried == "cookie":
            return self._another(visit)
        another = self.visits.another(visit)
        return self.screens.page(request, await self.look(request, another), another)

    async def _turn(
        self, request: Request, survey: Survey, visit: Visit, sent: Sent, once: str
    ) -> Response:
        try:
            act = await self._act(request, visit, survey, sent)
        except UnreadableFile as unreadable:
            rejected = Rejected(sent.key, unreadable.reason, unreadable.hint)
            before = await self.look(request, visit)
            return await self._refused(request, visit, sent, rejected, before)
        outcome = await self._web.service.turn(visit.who, act, once=once)
        refusal = next((event for event in outcome.events if isinstance(event, Rejected)), None)
        if refusal is not None:
            return await self._refused(request, visit, sent, refusal, outcome)
        if isinstance(act, Speak) and sent.holds_something:
            # What was written is not saved yet: show it again, in the other language.
            return self.screens.page(request, outcome, visit, sent=sent)
        shut = outcome.survey.state(outcome.at) != "open"  # no screen is made for a redirect
        late = shut and (sent.holds_something or sent.file)
        return await self._onward(request, outcome, visit, (TOO_LATE, 0) if late else None)

    async def _act(self, request: Request, visit: Visit, survey: Survey, sent: Sent) -> Act:
        """The act of a form; a picture or a document is taken in first. Raises UnreadableFile."""
        act = act_of(sent, survey)
        if isinstance(act, Begin):
            return Begin(sent.language or (await self.look(request, visit)).state.language)
        if sent.file is None or sent.action != "next" or sent.key is None:
            return act
        service, question = self._web.service, find_question(survey, sent.key)
        if isinstance(question, Photo):
            return await take_photo(service, visit.who, sent.file, sent.key)
        if isinstance(question, File):
            return await take_document(service, visit.who, sent.file, sent.file_name, sent.key)
        return act

    async def _refused(
        self, request: Request, visit: Visit, sent: Sent, rejected: Rejected, outcome: Outcome
    ) -> Response:
        """The question again, with what is wrong and everything that was filled in."""
        if sent.key is not None and not stands_on(outcome.screen, sent.key):
            outcome = await self._web.service.turn(visit.who, Change(sent.key))
        problem = refusal(rejected, outcome.state.language, self._web.texts)
        return self.screens.page(request, outcome, visit, sent=sent, problem=problem, status=422)

    def _send_again(self, request: Request, outcome: Outcome, visit: Visit, sent: Sent) -> Response:
        """A form this browser was not given: nothing is stored.

        Where the form itself says whose it is, what was filled in stays. Where a cookie does, the form was made for somebody
        before: what they wrote is not shown to whoever answers now.
        """
        problem = self._web.texts.say(outcome.state.language, "web-send-again")
        theirs = sent if visit.carried == "form" else None
        response = self.screens.page(
            request, outcome, visit, sent=theirs, problem=problem, status=403
        )
        if visit.carried == "new":
            self._cookies.set_token(response, outcome.survey.code, visit.token)
        return response

    async def _onward(
        self, request: Request, outcome: Outcome, visit: Visit, note: Note | None = None
    ) -> Response:
        """On to what comes next: by a redirect, or at once where no cookie would come along."""
        note = note or _note(outcome)
        if visit.carried == "form":
            return await self._page(request, outcome, visit, note)
        response = Onward(visit.address)
        if note is not None:
            self._cookies.leave_note(response, visit.code, *note)
        return response

    async def _page(
        self, request: Request, outcome: Outcome, visit: Visit, note: Note | None
    ) -> Response:
        """The page of what stands there now; beside the thanks the room's result, once the organiser has opened it."""
        charts: tuple[Chart, ...] = ()
        maps: tuple[PageMap, ...] = ()
        if isinstance(outcome.screen, ShutScreen) and outcome.screen.reason == "closed":
            return await self._closed(request, outcome, visit, late=note == (TOO_LATE, 0))
        if isinstance(outcome.screen, EndScreen):
            language = outcome.screen.language
            result = await self._results.for_participants(outcome.survey)
            if result is not None:
                charts, maps = result.charts(language), await self._maps.of(result, language)
        return self.screens.page(request, outcome, visit, told=note, charts=charts, maps=maps)

    async def _closed(
        self, request: Request, outcome: Outcome, visit: Visit, *, late: bool
    ) -> Response:
        """What came of it: how many, the result where it has been opened, and the answer back.

        `late`: first that what was just sent came after the closing.
        """
        survey, service = outcome.survey, self._web.service
        after = await after_closing(service.store, survey, service.clock())
        result = None if survey.purged else await self._results.for_participants(survey)
        language = own_language(request, survey.languages)
        maps = () if result is None else await self._maps.of(result, language)
        shown: dict[str, Any] = {"result": result, "maps": maps}
        return self.screens.page(request, outcome, visit, after=after, late=late, **shown)

    def _reading_language(self, request: Request, outcome: Outcome) -> str:
        """A person who has begun has a language; others read in the one they ask for."""
        if outcome.state.begun and "lang" not in request.query_params:
            return outcome.state.language
        return own_language(request, outcome.survey.languages)


def _arrives(request: Request, outcome: Outcome) -> bool:
    """Whether the link was opened anew where somebody has begun."""
    shut = isinstance(outcome.screen, ShutScreen)
    return outcome.state.begun and not shut and ONWARD not in request.query_params


def _place_ids(outcome: Outcome) -> set[str]:
    return {place.id for place in outcome.survey.fill.place}


def _note(outcome: Outcome) -> Note | None:
    """What the next page tells about the turn."""
    note = None
    for event in outcome.events:
        if isinstance(event, NoLongerApplies):
            answered = [key for key in event.keys if is_answer(outcome.state.answers[key])]
            note = ("no-longer-applies", len(answered))
        elif isinstance(event, Refused) and event.reason == "unknown_question":
            note = ("old-button", 0)
    return note


def _to_canonical(request: Request, code: str) -> Response:
    """The address as it is printed: a cookie belongs to one spelling of a path."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{code}{query}", status_code=307)
