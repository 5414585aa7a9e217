"""Who may enter the studio, and what they did there: for owners."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse, Response

from bot.web.errors import error_page
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from bot.web.studio.entrance import LONGEST_NAME
from surveys.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from bot.web.studio.surveys import OrganiserDesk
    from bot.web.web import Web
    from surveys.store.people import Person

    LetIn = Callable[[int, str, dt.datetime, dt.timedelta], Awaitable[Person]]

LINK_VALID = dt.timedelta(days=7)
"""How long a link that an owner makes is good."""
SPARE_LINK_VALID = dt.timedelta(minutes=15)
"""How long a link for another device of one's own is good."""
DEEDS = 100
"""Lines of the log on one page."""


class People(StudioRoom):
    """People and their links; the log."""

    def __init__(self, web: Web, desk: OrganiserDesk) -> None:
        super().__init__(web)
        self._desk = desk

    @inside(Role.OWNER)
    async def listing(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/personer`: everybody, and a form for somebody new."""
        return await self._listing(request, visit)

    @inside(Role.OWNER)
    async def invite(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/personer`: somebody new; their link is shown once, on this page."""
        fields = await self.posted(request, visit)
        if fields is None:
            return await self._listing(request, visit, problem="web-send-again")
        wanted = dict(fields)
        name = " ".join(wanted.get("name", "").split())[:LONGEST_NAME]
        role = wanted.get("role", "")
        if not name or role not in {each.name.lower() for each in Role}:
            problem = "studio-people-name-missing" if not name else "studio-people-role-missing"
            return await self._listing(request, visit, problem=problem, name=name, role=role)
        secret, hashed = self._new_link()
        store, now = self.web.service.store, self.web.service.clock()
        await store.invite_person(name, Role[role.upper()], hashed, now, LINK_VALID)
        return await self._listing(request, visit, link=secret, link_for=name)

    @inside(Role.OWNER)
    async def renew(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/personer/N/lank`: a new link for somebody, shown once."""
        return await self._linked(request, visit, self.web.service.store.renew_link)

    @inside(Role.OWNER)
    async def readmit(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/personer/N/ater`: takes a removal back, with a new link."""
        return await self._linked(request, visit, self.web.service.store.readmit_person)

    @inside(Role.OWNER)
    async def revoke(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/personer/N/ta-bort`: somebody may not enter any more, from now."""
        person = request.path_params["person"]
        if await self.posted(request, visit) is None:
            return await self._listing(request, visit, problem="web-send-again")
        try:
            await self.web.service.store.revoke_person(person, self.web.service.clock())
        except StoreError:
            return await self._listing(request, visit, problem="studio-people-last-owner")
        self.web.kept.drop(person)
        return RedirectResponse("/arrangor/personer", status_code=303)

    @inside()
    async def account(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/konto`: one's own name, another device, and the way out."""
        return self._account(request, visit)

    @inside()
    async def rename(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/konto`: what one is called in the log from now on."""
        fields = await self.posted(request, visit)
        name = " ".join(dict(fields or ()).get("name", "").split())[:LONGEST_NAME]
        if not name:
            problem = "web-send-again" if fields is None else "studio-people-name-missing"
            return self._account(request, visit, problem=problem)
        await self.web.service.store.rename_person(visit.person, name)
        return RedirectResponse("/arrangor/konto", status_code=303)

    @inside()
    async def spare(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/konto/lank`: a link for another device of one's own, for a quarter of an hour."""
        if await self.posted(request, visit) is None:
            return self._account(request, visit, problem="web-send-again")
        secret, hashed = self._new_link()
        store, now = self.web.service.store, self.web.service.clock()
        await store.renew_link(visit.person, hashed, now, SPARE_LINK_VALID)
        return self._account(request, visit, link=secret)

    @inside(Role.OWNER)
    async def log(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/logg`: who did what and when, the newest first; `?fore=N` the page after."""
        before = request.query_params.get("fore", "")
        after = int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None
        deeds = await self.web.service.store.deeds(after, DEEDS + 1)
        more = deeds[DEEDS - 1][0] if len(deeds) > DEEDS else None
        return self.page(
            request,
            visit,
            "studio_log.html",
            deeds=[deed for _, deed in deeds[:DEEDS]],
            more=more,
            did=self.web.texts.knows,
        )

    async def _linked(self, request: Request, visit: Visit, let_in: LetIn) -> Response:
        """A new link for the person the address names, shown once."""
        if await self.posted(request, visit) is None:
            return await self._listing(request, visit, problem="web-send-again")
        secret, hashed = self._new_link()
        person, now = request.path_params["person"], self.web.service.clock()
        try:
            found = await let_in(person, hashed, now, LINK_VALID)
        except StoreError:
            return error_page(self.web, request, 404)
        return await self._listing(request, visit, link=secret, link_for=found.name)

    def _new_link(self) -> tuple[str, str]:
        keyring = self.web.service.keyring
        secret = keyring.studio_secret()
        return secret, keyring.studio_link_hash(secret)

    async def _listing(
        self, request: Request, visit: Visit, *, problem: str | None = None, **values: Any
    ) -> Response:
        everybody = await self.web.service.store.people()
        standing = {"name": "", "role": "organiser", "link": None, "link_for": ""} | values
        if standing["link"] is not None:
            standing["link"] = self._desk.studio_address(standing["link"])
        return self.page(
            request,
            visit,
            "studio_people.html",
            status=403 if problem == "web-send-again" else 400 if problem else 200,
            problem=self.say(request, problem) if problem else None,
            people=[person for person in everybody if not person.revoked],
            gone=[person for person in everybody if person.revoked],
            roles=[each.name.lower() for each in reversed(Role)],
            role_name=lambda number: Role(number).name.lower(),
            **standing,
        )

    def _account(
        self, request: Request, visit: Visit, *, problem: str | None = None, link: str | None = None
    ) -> Response:
        return self.page(
            request,
            visit,
            "studio_account.html",
            status=403 if problem == "web-send-again" else 400 if problem else 200,
            problem=self.say(request, problem) if problem else None,
            link=self._desk.studio_address(link) if link is not None else None,
        )
