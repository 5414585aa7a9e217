"""Coming in by a one-time link, going out, and getting back a form that came too late.

The link's address is left at once: its secret moves into a cookie for ten minutes. Nothing is used up until a
button is pressed, so that a mail program which fetches links to preview them burns none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from bot.web.limiting import ORGANISER_KEY
from bot.web.studio.door import COOKIE, Role, StudioRoom, Visit, inside, set_cookie
from bot.web.web import network_address, read_form
from surveys.store.acting import Deed, acting
from surveys.store.studio import LONGEST_SESSION

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.store.people import Person

LINK_COOKIE = "dalalab_in"
LINK_SECONDS = 600
LONGEST_NAME = 60
ROLES = {role.value: role.name.lower() for role in Role}


class Entrance(StudioRoom):
    """The way in and the way out."""

    async def follow(self, request: Request, secret: str) -> Response:
        """GET `/arrangor?nyckel=SECRET`: an address without the secret, where the button is."""
        if await self._invited(request, secret) is None:
            return self.locked(request, "studio-link-spent")
        response = RedirectResponse("/arrangor/in", status_code=303)
        set_cookie(self.web, response, LINK_COOKIE, secret, LINK_SECONDS)
        return response

    async def ask(self, request: Request) -> Response:
        """GET `/arrangor/in`: who comes in, and the button that uses the link up."""
        secret = request.cookies.get(LINK_COOKIE)
        if not secret:
            return self.locked(request, "studio-no-cookie")
        person = await self._invited(request, secret)
        if person is None:
            return self.locked(request, "studio-link-spent")
        return self._asking(request, secret, person)

    async def enter(self, request: Request) -> Response:
        """POST `/arrangor/in`: a session for whoever holds the link, once."""
        secret = request.cookies.get(LINK_COOKIE) or ""
        person = await self._invited(request, secret)
        if person is None:
            return self.locked(request, "studio-link-spent")
        async with read_form(request) as form:
            fields = {name: str(value) for name, value in form.items()}
        if self.web.seal.once(fields.get("nonce", ""), secret, ()) is None:
            return self._asking(request, secret, person, status=403)
        name = " ".join(fields.get("name", "").split())[:LONGEST_NAME]
        return await self._let_in(request, secret, name or person.name, person)

    @inside()
    async def leave(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/ut`: ends this browser's session."""
        if await self.posted(request, visit) is None:
            return self.locked(request, "web-send-again")
        hashed = self.web.service.keyring.studio_session_hash(request.cookies[COOKIE])
        await self.web.service.store.leave(hashed)
        response = self.shown(request, "studio_left.html")
        set_cookie(self.web, response, COOKIE, "", 0)
        return response

    @inside()
    async def kept(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/kvar`: the form that came too late, to be sent or thrown away."""
        form = self.web.kept.of(visit.person, self.web.service.clock())
        if form is None:
            return RedirectResponse("/arrangor", status_code=303)
        return self.page(request, visit, "studio_kept.html", form=form)

    @inside()
    async def throw(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/kvar`: it is not wanted any more."""
        if await self.posted(request, visit) is None:
            return self.locked(request, "web-send-again")
        self.web.kept.drop(visit.person)
        return RedirectResponse("/arrangor", status_code=303)

    async def _invited(self, request: Request, secret: str) -> Person | None:
        """Whom the link lets in. Wrong ones are counted, so that guessing ends. Raises TooMany."""
        where = network_address(request)
        self.web.gate.refuse_when_full(ORGANISER_KEY, where)
        hashed = self.web.service.keyring.studio_link_hash(secret)
        found = await self.web.service.store.link_of(hashed, self.web.service.clock())
        if found is None:
            self.web.gate.count(ORGANISER_KEY, where)
        return found

    def _asking(
        self, request: Request, secret: str, person: Person, *, status: int = 200
    ) -> Response:
        return self.shown(
            request,
            "studio_in.html",
            status=status,
            person=person,
            role=ROLES[person.role],
            nonce=self.web.seal.nonce(secret),
            problem=self.say(request, "web-send-again") if status != 200 else None,
        )

    async def _let_in(self, request: Request, secret: str, name: str, person: Person) -> Response:
        service = self.web.service
        session, now = service.keyring.studio_secret(), service.clock()
        with acting(Deed(name, ROLES[person.role], "signed-in", now)):
            entered = await service.store.enter(
                service.keyring.studio_link_hash(secret),
                service.keyring.studio_session_hash(session),
                now,
                name=name,
            )
        if entered is None:
            return self.locked(request, "studio-link-spent")
        waiting = self.web.kept.of(entered.id, now) is not None
        response = RedirectResponse("/arrangor/kvar" if waiting else "/arrangor", status_code=303)
        seconds = int(LONGEST_SESSION.total_seconds())
        set_cookie(self.web, response, COOKIE, session, seconds)
        set_cookie(self.web, response, LINK_COOKIE, "", 0)
        return response
