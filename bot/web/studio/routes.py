"""Which address of the studio leads where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import BaseRoute, Route

from bot.web.studio.closing import Endings
from bot.web.studio.entrance import Entrance
from bot.web.studio.library.routes import library_routes
from bot.web.studio.live_routes import live_routes
from bot.web.studio.opening.routes import opening_routes
from bot.web.studio.organisation import Organisation
from bot.web.studio.people import People
from bot.web.studio.posters import Posters
from bot.web.studio.start import Start
from bot.web.studio.surveys import Surveys

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.web.studio.surveys import OrganiserDesk
    from bot.web.web import Web


def studio_routes(web: Web, desk: OrganiserDesk) -> list[BaseRoute]:
    """Words before codes: a join code is always in capitals."""
    surveys = Surveys(web, desk)
    return [
        *_door_routes(web, desk),
        *_organisation_routes(web),
        *opening_routes(web),
        *_ending_routes(web, desk),
        *library_routes(web),
        *live_routes(web, desk),
        Route("/arrangor/{code}", surveys.survey),
        *_poster_routes(Posters(web, desk)),
    ]


def _poster_routes(posters: Posters) -> list[BaseRoute]:
    return [
        Route("/arrangor/{code}/qr.svg", posters.svg),
        Route("/arrangor/{code}/qr.png", posters.png),
        Route("/arrangor/{code}/affisch.pdf", posters.poster),
    ]


def _organisation_routes(web: Web) -> list[BaseRoute]:
    organisation = Organisation(web)
    place = "/arrangor/organisation"
    return [
        Route(place, organisation.show, methods=["GET"]),
        Route(place, organisation.save, methods=["POST"]),
        Route(f"{place}/logga", organisation.logo, methods=["GET"]),
        Route(f"{place}/logga", organisation.keep_logo, methods=["POST"]),
        Route(f"{place}/mall", organisation.keep_template, methods=["POST"]),
    ]


def _ending_routes(web: Web, desk: OrganiserDesk) -> list[BaseRoute]:
    endings = Endings(web, desk)
    return [
        Route("/arrangor/{code}/stang", endings.ask_close, methods=["GET"]),
        Route("/arrangor/{code}/stang", endings.close, methods=["POST"]),
        Route("/arrangor/{code}/gallra", endings.ask_purge, methods=["GET"]),
        Route("/arrangor/{code}/gallra", endings.purge, methods=["POST"]),
    ]


def _door_routes(web: Web, desk: OrganiserDesk) -> list[BaseRoute]:
    entrance, people, first = Entrance(web), People(web, desk), Start(web, desk)

    async def start(request: Request) -> Response:
        """The start page, or a one-time link on its way to its button."""
        secret = request.query_params.get("nyckel")
        return await (entrance.follow(request, secret) if secret else first.show(request))

    return [
        Route("/arrangor", start),
        Route("/arrangor/in", entrance.ask, methods=["GET"]),
        Route("/arrangor/in", entrance.enter, methods=["POST"]),
        Route("/arrangor/ut", entrance.leave, methods=["POST"]),
        Route("/arrangor/kvar", entrance.kept, methods=["GET"]),
        Route("/arrangor/kvar", entrance.throw, methods=["POST"]),
        Route("/arrangor/konto", people.account, methods=["GET"]),
        Route("/arrangor/konto", people.rename, methods=["POST"]),
        Route("/arrangor/konto/lank", people.spare, methods=["POST"]),
        Route("/arrangor/personer", people.listing, methods=["GET"]),
        Route("/arrangor/personer", people.invite, methods=["POST"]),
        Route("/arrangor/personer/{person:int}/lank", people.renew, methods=["POST"]),
        Route("/arrangor/personer/{person:int}/ta-bort", people.revoke, methods=["POST"]),
        Route("/arrangor/personer/{person:int}/ater", people.readmit, methods=["POST"]),
        Route("/arrangor/logg", people.log),
    ]
