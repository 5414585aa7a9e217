"""The room "Testa telefonen": has another device reached the address, and what to do if none has.

What is known is one bit for each test, in memory: no address, no name of a device, nothing about a person.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import segno

from bot.addresses import Addresses
from bot.web.errors import error_page
from bot.web.limiting import ADDRESS, UNKNOWN_CODE
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.live_room import LiveDesk, LiveRoom
from bot.web.web import network_address

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.web.studio.errands import Errands
    from bot.web.web import Web

COOKIE = "dalalab_prov"
"""The number of the test, in the organiser's own browser: so that it is told from a phone."""
TESTS_KEPT = 200
"""Tests remembered at a time; the oldest goes first."""


@dataclass(slots=True)
class PhoneCall:
    """One test of one survey's address."""

    survey: str
    reached: bool = False
    """Whether another device has been there."""
    by_itself: bool = False
    """Whether the organiser's own browser has."""


class Phones(LiveRoom):
    """A page that waits for a phone, and the page that the phone sees."""

    def __init__(self, web: Web, desk: LiveDesk, errands: Errands) -> None:
        super().__init__(web, desk, errands)
        self._tests: OrderedDict[str, PhoneCall] = OrderedDict()

    @inside(Role.READER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """The QR code to point a phone at, and whether one has come."""
        survey = await self.survey_of(request)
        number = request.query_params.get("prov", "")
        test = self._tests.get(number)
        if test is None or test.survey != survey.code:
            number, test = self._new(survey.code)
        addresses = self.desk.other_addresses()
        place = _place(request.query_params.get("adress", ""), addresses)
        base = addresses[place - 1]
        alone = not Addresses(base).reachable
        address = f"{base}/prov/{number}"
        response = self.survey_page(
            request,
            visit,
            "studio_phone.html",
            survey,
            test=test,
            number=number,
            address=address,
            base=base,
            addresses=addresses,
            alone=alone,
            moving=None if test.reached or alone else request.url.include_query_params(prov=number),
            qr=segno.make(address, error="m").svg_data_uri(scale=6, border=2, dark="#17262b"),
        )
        response.set_cookie(
            COOKIE, number, path="/prov", httponly=True, samesite="lax", secure=self.web.https
        )
        return response

    async def reached(self, request: Request) -> Response:
        """What the phone sees. Notes that it came, and nothing about it."""
        self.web.gate.count(ADDRESS, network_address(request))
        self.web.gate.refuse_when_full(UNKNOWN_CODE, network_address(request))
        test = self._tests.get(request.path_params["number"])
        if test is None:
            self.web.gate.count(UNKNOWN_CODE, network_address(request))
            return error_page(self.web, request, 404)
        itself = request.cookies.get(COOKIE) == request.path_params["number"]
        test.by_itself = test.by_itself or itself
        test.reached = test.reached or not itself
        return self.web.pages.page(
            "studio_phone_here.html", self.language(request), code=test.survey, itself=itself
        )

    def _new(self, survey: str) -> tuple[str, PhoneCall]:
        number, test = secrets.token_hex(8), PhoneCall(survey)
        self._tests[number] = test
        while len(self._tests) > TESTS_KEPT:
            self._tests.popitem(last=False)
        return number, test


def _place(wanted: str, addresses: list[str]) -> int:
    """Which address, by its number from 1; the likeliest unless another is asked for."""
    place = int(wanted) if wanted.isascii() and wanted.isdigit() else 1
    return place if 1 <= place <= len(addresses) else 1
