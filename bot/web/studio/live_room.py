"""What the rooms around one survey share: its menu, its state, and pages that read themselves anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from bot.moderating import is_voted_on
from bot.web.studio.door import Role, StudioRoom, Visit
from bot.web.studio.errands import Errands, Underway
from bot.web.web import read_form
from surveys.conversation.respondent import is_shown_by_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.datastructures import URL
    from starlette.requests import Request
    from starlette.responses import Response

    from analysis.photos import SentPhoto
    from bot.hand import Hand
    from bot.metas import MetaRequest
    from bot.own_files import OwnFileWorker
    from bot.rehearsing import Rehearsals
    from bot.reports import ReportRequest
    from bot.web.web import Web
    from surveys.questionnaire.models import Item
    from surveys.survey import Survey

WAITED = "vantat"
"""In an address: whoever asks has been shown a bar."""
PAUSED = "paus"
EVERY_SECONDS = 3
"""Between two readings by a browser without JavaScript."""
ROOMS = {
    "provkor": Role.ORGANISER,
    "inbjudan": Role.READER,
    "telefon": Role.READER,
    "vagg": Role.ORGANISER,
    "lage": Role.READER,
    "papper": Role.ORGANISER,
    "teman": Role.ORGANISER,
    "tavla": Role.ORGANISER,
    "citat": Role.ORGANISER,
    "bilder": Role.ORGANISER,
    "karta": Role.READER,
    "pastaenden": Role.ORGANISER,
    "rapporter": Role.READER,
    "svar": Role.ORGANISER,
}
"""The last part of each room's address, in the order of a survey's life, and the least role it takes."""


UNTIL_CLOSED = {"inbjudan", "telefon", "papper"}
"""Rooms that bring answers in."""
ONLY_WITH = {"bilder": "photo", "karta": "location"}
"""Rooms that need a question of that kind."""
UNTIL_PURGED = {"vagg", "tavla", "teman", "citat", "bilder", "karta", "pastaenden"}
"""Rooms that show what was answered."""


def rooms_for(visit: Visit, survey: Survey, state: str) -> list[str]:
    """The rooms that this person may enter and where there is something left to do."""
    done = UNTIL_CLOSED if state == "closed" else set()
    kinds = {one.kind for one in survey.questionnaire.question}
    done = done | {name for name, kind in ONLY_WITH.items() if kind not in kinds}
    if survey.purged:
        done = done | UNTIL_PURGED
    if not is_shown_by_name(survey):
        done = done | {"tavla"}
    if not is_voted_on(survey):
        done = done | {"pastaenden"}
    return [name for name, least in ROOMS.items() if visit.role >= least and name not in done]


class QuoteLine(Protocol):
    """One quote on the list. `warning` names what a reader should look at before approving."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def theme(self) -> str | None: ...
    @property
    def state(self) -> str: ...
    @property
    def warning(self) -> str | None: ...
    @property
    def translation(self) -> str: ...


class LiveDesk(Protocol):
    """What these rooms ask of the rest of the program, beside the store."""

    rehearsals: Rehearsals
    own_files: OwnFileWorker
    hand: Hand

    def join_address(self, survey: Survey) -> str:
        """Where people join."""

    def other_addresses(self) -> list[str]:
        """Every address this computer may be reached at, the likeliest first, without a slash at the end."""

    async def report_file(self, request: ReportRequest) -> bytes:
        """One report in one format."""

    async def check_sentences(self, code: str) -> list[Item]:
        """What a survey's report says, as sentences to vote on."""

    async def meta_file(self, request: MetaRequest) -> bytes:
        """One meta-analysis in one format."""

    async def quotes(self, code: str, language: str = "sv") -> Sequence[QuoteLine]:
        """Quotes and what was decided of them: `waiting`, `approved` or `hidden`."""

    async def photos(self, code: str) -> Sequence[SentPhoto]:
        """Photos and what was decided of them."""

    async def photo(self, code: str, name: str) -> bytes | None:
        """One photo as a JPEG without metadata; None when there is none of that id."""

    async def decide(
        self, code: str, approve: list[str], hide: list[str], wait: Sequence[str] = ()
    ) -> None:
        """Approves and hides quotes and photos; those that are to wait are undecided again."""


class LiveRoom(StudioRoom):
    """A room around one survey, or one that does slow work."""

    def __init__(self, web: Web, desk: LiveDesk, errands: Errands) -> None:
        super().__init__(web)
        self.desk = desk
        self.errands = errands

    async def survey_of(self, request: Request) -> Survey:
        """The survey the address names. Raises UnknownCode, which is a page that says so."""
        return await self.web.service.store.survey_named(request.path_params["code"])

    def survey_page(
        self,
        request: Request,
        visit: Visit,
        template: str,
        survey: Survey,
        *,
        moving: URL | None = None,
        **values: Any,
    ) -> Response:
        """A page about one survey, with the way to the other rooms around it.

        `moving`: its address, where what it shows may change while somebody looks. It reads itself anew until it is paused:
        in place where there is JavaScript, else as a whole.
        """
        state = survey.state(self.web.service.clock())
        return self.page(
            request,
            visit,
            template,
            **(_moving(moving) if moving else {"again": None, "still": False}),
            shown=survey,
            state=state,
            rooms=rooms_for(visit, survey, state) if survey.practice_of is None else (),
            room=request.url.path.split("/")[3],
            **values,
        )

    async def signed(
        self, request: Request, visit: Visit
    ) -> tuple[list[tuple[str, str]], str | None]:
        """The fields of a form, and what tells this very form from every other; None when it is not this session's."""
        async with read_form(request) as form:
            fields = [(name, str(value)) for name, value in form.multi_items()]
        return fields, self.web.seal.once(dict(fields).get("nonce", ""), visit.token, ())

    def waiting_page(
        self,
        request: Request,
        visit: Visit,
        survey: Survey | None,
        underway: Underway,
        **values: Any,
    ) -> Response:
        """A bar, on a page that asks again every second."""
        return self.page(
            request,
            visit,
            "studio_waiting.html",
            shown=survey,
            underway=underway,
            again=local(request.url.include_query_params(**{WAITED: "1"})),
            **values,
        )


def local(address: URL) -> str:
    """An address without its server's name."""
    return f"{address.path}?{address.query}" if address.query else address.path


def _moving(address: URL) -> dict[str, Any]:
    """Where the page is read anew, and how it is paused; without an address to read while it is."""
    here = address.remove_query_params(PAUSED)
    still = here != address
    paused = here.include_query_params(**{PAUSED: "1"})
    return {
        "again": None if still else local(here),
        "still": still,
        "go": local(here),
        "pause": local(paused),
        "every": EVERY_SECONDS,
    }
