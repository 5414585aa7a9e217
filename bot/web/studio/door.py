"""The one door of the studio: who comes in, with which role, and which forms are really theirs.

A handler says the least role it takes: `@inside(Role.ORGANISER)`. It is then called with the visit.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, TypeVar

from starlette.responses import RedirectResponse, Response

from bot.web.errors import error_page
from bot.web.limiting import ADDRESS, ORGANISER_KEY
from bot.web.web import Web, network_address, own_language, read_form

if TYPE_CHECKING:
    from starlette.requests import Request

COOKIE = "dalalab_arrangor"
PURPOSE = "organiser"
SESSION_SECONDS = 12 * 3600


class Role(IntEnum):
    """What a person may do; each role may do what the ones before it may."""

    READER = 1
    ORGANISER = 2
    OWNER = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """One signed-in person. `token` is the session's secret that forms are bound to; never log it."""

    name: str
    role: Role
    token: str


class StudioRoom:
    """What the pages of the studio share: each room of it derives from this."""

    def __init__(self, web: Web) -> None:
        self.web = web

    def locked(self, request: Request) -> Response:
        """Says where the way in is."""
        return error_page(self.web, request, 403, "web-organiser-key")

    def language(self, request: Request) -> str:
        """The product's own language that suits the reader best."""
        return own_language(request, self.web.pages.own_languages)

    def say(self, request: Request, text: str, **arguments: Any) -> str:
        """A sentence of the product's in the reader's language."""
        return self.web.texts.say(self.language(request), text, **arguments)

    def page(self, request: Request, visit: Visit, template: str, **values: Any) -> Response:
        """A page of the studio, with a nonce for its forms."""
        standing: dict[str, Any] = {"visit": visit, "nonce": self.web.seal.nonce(visit.token)}
        return self.web.pages.page(template, self.language(request), **(standing | values))

    async def posted(self, request: Request, visit: Visit) -> list[tuple[str, str]] | None:
        """The fields of a form that this session was given, in order; None when it is not theirs."""
        async with read_form(request) as form:
            fields = [(name, str(value)) for name, value in form.multi_items()]
        ours = self.web.seal.once(dict(fields).get("nonce", ""), visit.token, ()) is not None
        return fields if ours else None


R = TypeVar("R", bound=StudioRoom)
Handler = Callable[[R, "Request", Visit], Awaitable[Response]]


def inside(
    least: Role = Role.READER,
) -> Callable[[Handler[R]], Callable[[R, Request], Awaitable[Response]]]:
    """Lets in only who is signed in with at least this role."""

    def guard(handler: Handler[R]) -> Callable[[R, Request], Awaitable[Response]]:
        async def entered(self: R, request: Request) -> Response:
            visit = visit_of(self.web, request)
            if visit is None or visit.role < least:
                return self.locked(request)
            await self.web.gate.count(ADDRESS, network_address(request))
            return await handler(self, request, visit)

        return entered

    return guard


def visit_of(web: Web, request: Request) -> Visit | None:
    """Who is signed in with this browser; None when nobody is."""
    token = request.cookies.get(COOKIE)
    if token is None or not web.seal.recognises(token, PURPOSE):
        return None
    return Visit(name="", role=Role.OWNER, token=token)


async def let_in(room: StudioRoom, request: Request, *, given: str, key: str) -> Response:
    """A session for whoever shows the key, and an address without it."""
    await room.web.gate.refuse_when_full(ORGANISER_KEY, network_address(request))
    if not hmac.compare_digest(given.encode(), key.encode()):
        await room.web.gate.count(ORGANISER_KEY, network_address(request))
        return room.locked(request)
    response = RedirectResponse("/arrangor", status_code=303)
    response.set_cookie(
        COOKIE,
        room.web.seal.token(PURPOSE),
        max_age=SESSION_SECONDS,
        path="/",
        secure=room.web.https,
        httponly=True,
        samesite="lax",
    )
    return response
