"""Which address leads to which room around a survey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import BaseRoute, Route

from bot.web.studio.answers import Answers
from bot.web.studio.errands import Errands
from bot.web.studio.invitations import Invitations
from bot.web.studio.own_file import PLACE, OwnFiles
from bot.web.studio.paper import Paper
from bot.web.studio.phones import Phones
from bot.web.studio.photos import Photos
from bot.web.studio.practice import Practice
from bot.web.studio.quotes import Quotes
from bot.web.studio.reports import Reports
from bot.web.studio.status import Status

if TYPE_CHECKING:
    from bot.web.studio.live_room import LiveDesk
    from bot.web.web import Web


def live_routes(web: Web, desk: LiveDesk) -> list[BaseRoute]:
    """All of them; `/prov/…` is the one that needs no signing in, for a phone must reach it."""
    errands = Errands()
    parts = web, desk, errands
    practice, quotes, paper = Practice(*parts), Quotes(*parts), Paper(*parts)
    reports, phones = Reports(*parts), Phones(*parts)
    own, photos = OwnFiles(*parts), Photos(*parts)
    answers = Answers(*parts)
    return [
        Route("/prov/{number}", phones.reached),
        Route(PLACE, own.ask, methods=["GET"]),
        Route(PLACE, own.take, methods=["POST"]),
        Route(f"{PLACE}/{{number}}", own.show, methods=["GET"]),
        Route(f"{PLACE}/{{number}}", own.act, methods=["POST"]),
        Route(f"{PLACE}/{{number}}/fil", own.file),
        Route("/arrangor/serie/{series}", reports.series),
        Route("/arrangor/serie/{series}/fil", reports.series_file),
        Route("/arrangor/{code}/lage", Status(*parts).show),
        Route("/arrangor/{code}/inbjudan", Invitations(*parts).show),
        Route("/arrangor/{code}/telefon", phones.show),
        Route("/arrangor/{code}/papper", paper.show, methods=["GET"]),
        Route("/arrangor/{code}/papper", paper.act, methods=["POST"]),
        Route("/arrangor/{code}/provkor", practice.show, methods=["GET"]),
        Route("/arrangor/{code}/provkor", practice.act, methods=["POST"]),
        Route("/arrangor/{code}/rapporter", reports.show),
        Route("/arrangor/{code}/rapport", reports.file),
        Route("/arrangor/{code}/rapport/fil", reports.file),
        Route("/arrangor/{code}/bilder", photos.show, methods=["GET"]),
        Route("/arrangor/{code}/bilder", photos.decide, methods=["POST"]),
        Route("/arrangor/{code}/bilder/{photo}", photos.picture),
        Route("/arrangor/{code}/citat", quotes.show, methods=["GET"]),
        Route("/arrangor/{code}/citat", quotes.decide, methods=["POST"]),
        Route("/arrangor/{code}/svar", answers.show, methods=["GET"]),
        Route("/arrangor/{code}/svar", answers.act, methods=["POST"]),
        Route("/arrangor/{code}/svar/visa", answers.preview, methods=["GET"]),
        Route("/arrangor/{code}/svar/visa", answers.publish, methods=["POST"]),
    ]
