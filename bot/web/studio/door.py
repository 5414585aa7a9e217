"""The one door of the studio: who comes in, with which role, and which forms are really theirs.

A handler says the least role it takes: `@inside(Role.ORGANISER)`. It is then called with the visit, and what it
changes is noted in the log under the visitor's name, as `<room>-<handler>`, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from bot.localtime import local_text
from bot.web.limiting import ADDRESS
from bot.web.studio.kept import KeptForm
from bot.web.web import Web, network_address, own_language, read_form
from surveys.store.acting import Deed, acting

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from surveys.store.people import Standing

COOKIE = "dalalab_arrangor"
LANGUAGE_COOKIE = "dalalab_sprak"
LANGUAGES = ("sv", "en")
"""What the studio speaks."""
LARGEST_UPLOAD_MB = 20
"""The largest file that any form of the studio asks for."""
WHERE = "/arrangor"
"""The studio's cookies are sent there and nowhere else."""
WAYS = (
    ("/arrangor", "studio-way-surveys", 1),
    ("/arrangor/bibliotek", "library-title", 1),
    ("/arrangor/egen-fil", "live-own-title", 2),
    ("/arrangor/organisation", "studio-way-profile", 2),
    ("/arrangor/personer", "studio-way-people", 3),
    ("/arrangor/logg", "studio-way-log", 3),
)
"""The navigation: an address, what it is called, and the least role that sees it."""
READING = frozenset({"GET", "HEAD"})


class Role(IntEnum):
    """What a person may do; each role may do what the ones before it may."""

    READER = 1
    ORGANISER = 2
    OWNER = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """One signed-in person. `token` is the secret that their forms are bound to; never log it."""

    name: str
    role: Role
    token: str
    person: int = 0


class StudioRoom:
    """What the pages of the studio share: each room of it derives from this."""

    def __init__(self, web: Web) -> None:
        self.web = web

    def locked(self, request: Request, sentence: str = "studio-locked") -> Response:
        """Says how one comes in."""
        return self.shown(request, "studio_locked.html", status=403, sentence=sentence)

    def language(self, request: Request) -> str:
        """The studio's language that suits the reader best; a choice is remembered."""
        chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
        return chosen if chosen in LANGUAGES else own_language(request, LANGUAGES)

    def say(self, request: Request, text_id: str, /, **arguments: Any) -> str:
        """A sentence of the product's in the reader's language."""
        return self.web.texts.say(self.language(request), text_id, **arguments)

    def page(self, request: Request, visit: Visit, template: str, **values: Any) -> Response:
        """A page of the studio, with a nonce for its forms."""
        standing: dict[str, Any] = {"visit": visit, "nonce": self.web.seal.nonce(visit.token)}
        return self.shown(request, template, **(standing | values))

    def shown(self, request: Request, template: str, **values: Any) -> Response:
        """A page for whoever looks, signed in or not."""
        standing = {
            "visit": None,
            "here": request.url.path,
            "languages": LANGUAGES,
            "studio_ways": WAYS,
            "local": local_text,
        }
        response = self.web.pages.page(template, self.language(request), **(standing | values))
        if request.query_params.get("lang") in LANGUAGES:
            set_cookie(
                self.web, response, LANGUAGE_COOKIE, request.query_params["lang"], 365 * 86400
            )
        return response

    async def posted(
        self, request: Request, visit: Visit, *, upload_mb: int = 0
    ) -> list[tuple[str, str]] | None:
        """The fields of a form that this person was given, in order; None when it is not theirs.

        `upload_mb`: how large a file may have come along, which is left out.
        """
        async with read_form(request, upload_mb=upload_mb) as form:
            fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        return fields if self.is_ours(fields, visit) else None

    def is_ours(self, fields: list[tuple[str, str]], visit: Visit) -> bool:
        """Whether the form was made for this person."""
        return self.web.seal.once(dict(fields).get("nonce", ""), visit.token, ()) is not None

    async def put_aside(self, request: Request, visit: Visit) -> Response:
        """A form whose sender's session has ended: kept for them until they are in again."""
        fields = await self.posted(request, visit, upload_mb=LARGEST_UPLOAD_MB)
        if fields is None:
            return self.locked(request, "studio-ended")
        typed = tuple((name, value) for name, value in fields if name != "nonce")
        form = KeptForm(request.url.path, typed, self.web.service.clock())
        kept = self.web.kept.keep(visit.person, form)
        return self.locked(request, "studio-ended-kept" if kept else "studio-ended")


R = TypeVar("R", bound=StudioRoom)
Handler = Callable[[R, "Request", Visit], Awaitable["Response"]]


def inside(
    least: Role = Role.READER,
) -> Callable[[Handler[R]], Callable[[R, Request], Awaitable[Response]]]:
    """Lets in only who is signed in with at least this role."""

    def guard(handler: Handler[R]) -> Callable[[R, Request], Awaitable[Response]]:
        what = handler.__qualname__.replace(".", "-").replace("_", "-").lower()

        @wraps(handler)
        async def entered(self: R, request: Request) -> Response:
            self.web.gate.count(ADDRESS, network_address(request))
            standing = await standing_of(self.web, request)
            if standing is None:
                return self.locked(request)
            visit = _visit(self.web, standing)
            if not standing.holds:
                reading = request.method in READING
                return self.locked(request) if reading else await self.put_aside(request, visit)
            if visit.role < least:
                return self.locked(request, "studio-not-your-role")
            if request.method in READING:
                return await handler(self, request, visit)
            self.web.kept.sent(visit.person, request.url.path)
            with acting(_deed(self.web, request, visit, what)):
                return await handler(self, request, visit)

        entered.least = least  # type: ignore[attr-defined] # read by the test of every address
        return entered

    return guard


def _deed(web: Web, request: Request, visit: Visit, what: str) -> Deed:
    code = request.path_params.get("code")
    return Deed(visit.name, visit.role.name.lower(), what, web.service.clock(), code)


def _visit(web: Web, standing: Standing) -> Visit:
    person = standing.person
    secret = web.service.keyring.studio_form_secret(person.id)
    return Visit(person.name, Role(person.role), secret, person.id)


async def standing_of(web: Web, request: Request) -> Standing | None:
    """The session this browser holds, also one that has just ended; None without any."""
    secret = request.cookies.get(COOKIE)
    if not secret:
        return None
    hashed = web.service.keyring.studio_session_hash(secret)
    return await web.service.store.standing(hashed, web.service.clock())


def set_cookie(web: Web, response: Response, name: str, value: str, seconds: int) -> None:
    """A cookie of the studio's: sent to its own addresses only, and read by no script."""
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path=WHERE,
        secure=web.https,
        httponly=True,
        samesite="lax",
    )
