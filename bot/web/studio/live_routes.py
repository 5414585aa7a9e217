"""Which address leads to which room around a survey."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

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
from bot.web.studio.paper_forms import PaperForms
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
    from bot.web.studio.errands import Errands
    from bot.web.studio.live_room import LiveDesk
    from bot.web.web import Web

    _Parts: TypeAlias = tuple[Web, LiveDesk, Errands]


def live_routes(web: Web, desk: LiveDesk) -> list[BaseRoute]:
    """All of them; what has a name of its own comes before what has a survey's code in its place."""
    parts = web, desk, web.errands
    return [*_of_many(parts), *_outcome(parts), *_going_out(parts), *_coming_in(parts)]


def _of_many(parts: _Parts) -> list[BaseRoute]:
    """Own files, and several surveys together."""
    own, metas = OwnFiles(*parts), Metas(*parts)
    return [
        Route(PLACE, own.ask, methods=["GET"]),
        Route(PLACE, own.take, methods=["POST"]),
        Route(f"{PLACE}/{{number}}", own.show, methods=["GET"]),
        Route(f"{PLACE}/{{number}}", own.act, methods=["POST"]),
        Route(f"{PLACE}/{{number}}/fil", own.file),
        Route(META, metas.show),
        Route(f"{META}/fil", metas.file),
    ]


def _outcome(parts: _Parts) -> list[BaseRoute]:
    """What it came to: reports, themes, translations, and the answer back."""
    reports, population = Reports(*parts), Population(*parts)
    themes, translations = Themes(*parts), Translations(*parts)
    answers, checks = Answers(*parts), Checks(*parts)
    return [
        Route("/arrangor/serie/{series}", reports.series),
        Route("/arrangor/serie/{series}/fil", reports.series_file),
        Route("/arrangor/{code}/stammer", checks.show, methods=["GET"]),
        Route("/arrangor/{code}/stammer", checks.open, methods=["POST"]),
        Route("/arrangor/{code}/rapporter", reports.show),
        Route("/arrangor/{code}/rapport", reports.file),
        Route("/arrangor/{code}/rapport/fil", reports.file),
        Route("/arrangor/{code}/karta", Places(*parts).show),
        Route("/arrangor/{code}/befolkning", population.show, methods=["GET"]),
        Route("/arrangor/{code}/befolkning", population.act, methods=["POST"]),
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


def _going_out(parts: _Parts) -> list[BaseRoute]:
    """How people are asked; `/prov/…` is the one that needs no signing in, for a phone must reach it."""
    phones, paper, practice = Phones(*parts), Paper(*parts), Practice(*parts)
    return [
        Route("/prov/{number}", phones.reached),
        Route("/arrangor/{code}/inbjudan", Invitations(*parts).show),
        Route("/arrangor/{code}/telefon", phones.show),
        Route("/arrangor/{code}/papper", paper.show, methods=["GET"]),
        Route("/arrangor/{code}/papper", paper.act, methods=["POST"]),
        Route("/arrangor/{code}/blanketter.pdf", PaperForms(*parts).file),
        Route("/arrangor/{code}/provkor", practice.show, methods=["GET"]),
        Route("/arrangor/{code}/provkor", practice.act, methods=["POST"]),
    ]


def _coming_in(parts: _Parts) -> list[BaseRoute]:
    """What comes in, and what others may see of it."""
    photos, boarding = Photos(*parts), Boarding(*parts)
    quotes, moderation = Quotes(*parts), Moderation(*parts)
    return [
        Route("/arrangor/{code}/lage", Status(*parts).show),
        Route("/arrangor/{code}/bilder", photos.show, methods=["GET"]),
        Route("/arrangor/{code}/bilder", photos.decide, methods=["POST"]),
        Route("/arrangor/{code}/bilder/{photo}", photos.picture),
        Route("/arrangor/{code}/tavla", boarding.show, methods=["GET"]),
        Route("/arrangor/{code}/tavla", boarding.decide, methods=["POST"]),
        Route("/arrangor/{code}/citat", quotes.show, methods=["GET"]),
        Route("/arrangor/{code}/citat", quotes.decide, methods=["POST"]),
        Route("/arrangor/{code}/pastaenden", moderation.show, methods=["GET"]),
        Route("/arrangor/{code}/pastaenden", moderation.act, methods=["POST"]),
        Route("/arrangor/{code}/pastaenden/logg.csv", moderation.log),
    ]
