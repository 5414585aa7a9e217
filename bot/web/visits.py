"""Who is at the other end of a request: the browser's token, how it came here, and whether many share the device."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from bot.outcomes import Who
from bot.web.limiting import ADDRESS, BROWSER, UNKNOWN_CODE
from bot.web.web import Web, network_address
from surveys.frozen import settled

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.web.cookies import Cookies

ONWARD = "vidare"
"""Stands in the address of every page that follows on one of ours. Whoever opens the join link anew comes without it,
and may be somebody else: such a person is asked first."""


@settled(frozen=True, slots=True)
class Visit:
    """One request. `code` is as it was written; `kiosk`: the device stands in a room and many take turns at it."""

    code: str
    token: str
    carried: Literal["cookie", "form", "new"]
    kiosk: bool = False

    @property
    def who(self) -> Who:
        """The person behind the token."""
        return Who(code=self.code, channel="web", address=self.token)

    @property
    def in_form(self) -> str | None:
        """The token to write into the page's forms, as long as no cookie is known to come back."""
        return None if self.carried == "cookie" else self.token

    @property
    def address(self) -> str:
        """Where the person goes on."""
        return f"/{self.code}?{ONWARD}"


class Visits:
    """Recognises browsers, and asks those that come too often to wait."""

    def __init__(self, web: Web, cookies: Cookies) -> None:
        self._web = web
        self._cookies = cookies

    async def enter(self, request: Request) -> Visit:
        """The visit as far as the address and the cookies tell.

        Raises:
            TooMany: this browser or its network address asks too often.
        """
        code = request.path_params["code"]
        address = network_address(request)
        self._web.gate.count(ADDRESS, address)
        kiosk = self._cookies.kiosk(request)
        token = self._cookies.token(request, code)
        if token is not None:
            self._web.gate.count(BROWSER, token)
            return Visit(code, token, "cookie", kiosk)
        self._web.gate.refuse_when_full(UNKNOWN_CODE, address)
        return Visit(code, self._cookies.new_token(code), "new", kiosk)

    async def carried(self, request: Request, visit: Visit, token: str) -> Visit:
        """The same visit once its form is read: a browser without cookies carries its token there.

        A page of another site could send a form of its own with a token of its own. Browsers that tell where a form
        came from are believed; and a token from a form never becomes a cookie.
        """
        foreign = request.headers.get("sec-fetch-site", "same-origin") != "same-origin"
        if visit.carried != "new" or foreign or not self._web.seal.recognises(token, visit.code):
            return visit
        self._web.gate.count(BROWSER, token)
        return replace(visit, token=token, carried="form")

    def another(self, visit: Visit) -> Visit:
        """The next person on the same device: nothing leads from them to the one before."""
        return replace(visit, token=self._cookies.new_token(visit.code))
