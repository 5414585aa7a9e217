"""Which address leads to which room around a survey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import BaseRoute, Route

from bot.web.studio.answers import Answers
from bot.web.studio.boarding import Boarding
from bot.web.studio.checks import Checks
from bot.web.studio.errands import Errands
from bot.web.studio.invitations import Invitations
from bot.web.studio.metas import PLACE as META
from bot.web.studio.metas import Metas
from bot.web.studio.own_file import PLACE, OwnFiles
from bot.web.studio.paper import Paper
from bot.web.studio.phones import Phones
from bot.web.studio.photos import Photos
from bot.web.studio.places import Places
from bot.web.studio.population import Population
from bot.web.studio.practice import Practice
from bot.web.studio.quotes import Quotes
from bot.web.studio.reports import Reports
from bot.web.studio.statements import Moderation
from bot.web.studio.status import Status
from bot.web.studio.themes import Themes
from bot.web.studio.translations import Translations

if TYPE_CHECKING:
    from bot.web.studio.live_room import LiveDesk
    from bot.web.web import Web


def live_routes(web: Web, desk: LiveDesk) -> list[BaseRoute]:
    """All of them; `/prov/…` is the one that needs no signing in, for a phone must reach it."""
    errands = Errands()
    parts = web, desk, errands
    population = Population(*parts)
    practice, quotes, paper = Practice(*parts), Quotes(*parts), Paper(*parts)
    reports, phones = Reports(*parts), Phones(*parts)
    own, photos, moderation = OwnFiles(*parts), Photos(*parts), Moderation(*parts)
    themes, translations = Themes(*parts), Translations(*parts)
    answers, metas, checks = Answers(*parts), Metas(*parts), Checks(*parts)
    boarding = Boarding(*parts)
    return [
        Route("/prov/{number}", phones.reached),
        Route(PLACE, own.ask, methods=["GET"]),
        Route(PLACE, own.take, methods=["POST"]),
        Route(f"{PLACE}/{{number}}", own.show, methods=["GET"]),
        Route(f"{PLACE}/{{number}}", own.act, methods=["POST"]),
        Route(f"{PLACE}/{{number}}/fil", own.file),
        Route("/arrangor/{code}/stammer", checks.show, methods=["GET"]),
        Route("/arrangor/{code}/stammer", checks.open, methods=["POST"]),
        Route(META, metas.show),
        Route(f"{META}/fil", metas.file),
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
        Route("/arrangor/{code}/karta", Places(*parts).show),
        Route("/arrangor/{code}/bilder", photos.show, methods=["GET"]),
        Route("/arrangor/{code}/bilder", photos.decide, methods=["POST"]),
        Route("/arrangor/{code}/bilder/{photo}", photos.picture),
        Route("/arrangor/{code}/tavla", boarding.show, methods=["GET"]),
        Route("/arrangor/{code}/tavla", boarding.decide, methods=["POST"]),
        Route("/arrangor/{code}/citat", quotes.show, methods=["GET"]),
        Route("/arrangor/{code}/citat", quotes.decide, methods=["POST"]),
        Route("/arrangor/{code}/befolkning", population.show, methods=["GET"]),
        Route("/arrangor/{code}/befolkning", population.act, methods=["POST"]),
        Route("/arrangor/{code}/pastaenden", moderation.show, methods=["GET"]),
        Route("/arrangor/{code}/pastaenden", moderation.act, methods=["POST"]),
        Route("/arrangor/{code}/pastaenden/logg.csv", moderation.log),
        Route("/arrangor/{code}/teman", themes.show, methods=["GET"]),
        Route("/arrangor/{code}/teman", themes.undo, methods=["POST"]),
        Route("/arrangor/{code}/teman/{theme}", themes.one, methods=["GET"]),
        Route("/arrangor/{code}/teman/{theme}", themes.act, methods=["POST"]),
        Route("/arrangor/{code}/oversattning", translations.show, methods=["GET"]),
        Route("/arrangor/{code}/oversattning", translations.save, methods=["POST"]),
        Route("/arrangor/{code}/oversattning/fil", translations.file, methods=["GET"]),
        Route("/arrangor/{code}/oversattning/fil", translations.take, methods=["POST"]),
        Route("/arrangor/{code}/svar", answers.show, methods=["GET"]),
        Route("/arrangor/{code}/svar", answers.act, methods=["POST"]),
        Route("/arrangor/{code}/svar/visa", answers.preview, methods=["GET"]),
        Route("/arrangor/{code}/svar/visa", answers.publish, methods=["POST"]),
    ]
