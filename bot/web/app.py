"""The web channel as one ASGI application: which address leads where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.web.branching import branched
from bot.web.erasing import Erasing
from bot.web.errors import exception_handlers
from bot.web.headers import SafeHeaders
from bot.web.joining import Joining
from bot.web.limiting import Gate
from bot.web.pages import Pages
from bot.web.participation import Participation
from bot.web.receipts import Receipts
from bot.web.seal import Seal
from bot.web.standing import Standing
from bot.web.straight import Straight, first_words
from bot.web.studio.door import WHERE
from bot.web.studio.errands import Errands
from bot.web.studio.routes import studio_routes
from bot.web.wall.page import Wall
from bot.web.web import Web

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from bot.config import Settings
    from bot.service import Service
    from bot.web.studio.surveys import OrganiserDesk
    from surveys.texts import Texts


def web_app(
    *,
    service: Service,
    settings: Settings,
    texts: Texts,
    organiser: OrganiserDesk | None,
    extra_routes: Sequence[BaseRoute] = (),
    errands: Errands | None = None,
) -> Starlette:
    """The pages of one server. `state.before_stop` ends the streams that would hold a stop up.

    Args:
        service: the one way into a conversation; its keyring signs cookies and forms.
        settings: `web.public_url` says whether cookies travel over TLS only.
        texts: everything the pages say themselves.
        organiser: what the organiser's pages ask; None leaves them out.
        extra_routes: tried before the join codes (Telegram's webhook).
        errands: the studio's slow work, with another patience than usual.
    """
    web = _web(service, settings, texts, errands or Errands())
    wall = Wall(web, organiser) if organiser is not None else None
    studio = studio_routes(web, organiser) if organiser is not None else []
    participation = Participation(web)
    ours: list[BaseRoute] = [
        *extra_routes,
        *_standing_routes(web),
        *branched(WHERE, [*(wall.routes() if wall is not None else ()), *studio]),
    ]
    handlers = exception_handlers(web)
    pages = _Pages(
        routes=[*ours, *_participant_routes(web, participation)],
        middleware=[Middleware(SafeHeaders)],
        exception_handlers=handlers,
    )
    pages.straight = lambda app: Straight(app, first_words(ours), participation.take, handlers)
    pages.state.before_stop = wall.broadcaster.close if wall is not None else lambda: None
    return pages


class _Pages(Starlette):
    """Starlette with a shorter way around all its layers for the one form that must be fast."""

    straight: Callable[[ASGIApp], ASGIApp]

    def build_middleware_stack(self) -> ASGIApp:
        """Once, at the first request."""
        return self.straight(super().build_middleware_stack())


def _web(service: Service, settings: Settings, texts: Texts, errands: Errands) -> Web:
    return Web(
        service=service,
        texts=texts,
        pages=Pages(texts),
        seal=Seal(service.keyring.form_key.encode()),
        gate=Gate(),
        https=(settings.web.public_url or "").startswith("https://"),
        settings=settings,
        errands=errands,
    )


def _standing_routes(web: Web) -> list[BaseRoute]:
    standing, erasing, receipts = Standing(web), Erasing(web), Receipts(web)
    return [
        Route("/", standing.front),
        Route("/kod", standing.find),
        Route("/health", standing.health),
        Route("/ready", standing.ready),
        Route("/tillganglighet", standing.accessibility),
        Route("/kvitto", receipts.ask, methods=["GET"]),
        Route("/kvitto", receipts.show, methods=["POST"]),
        Route("/radera", erasing.ask_receipt, methods=["GET"]),
        Route("/radera", erasing.erase_by_receipt, methods=["POST"]),
        Route("/delete", _to_radera),
        Mount("/static", GZipMiddleware(StaticFiles(packages=[("bot.web", "static")]))),
    ]


def _participant_routes(web: Web, participation: Participation) -> list[BaseRoute]:
    """Last, since a join code could be any word. A form that answers comes here by no route (`straight.py`)."""
    erasing, joining = Erasing(web), Joining(web, participation)
    return [
        Route("/{code}", participation.show, methods=["GET"]),
        Route("/{code}", participation.take, methods=["POST"]),
        Route("/{code}/integritet", participation.privacy),
        Route("/{code}/regler", participation.policy),
        Route("/{code}/paus", joining.pause),
        Route("/{code}/ljud/{name}", participation.recording),
        Route("/{code}/bild", participation.picture),
        Route("/{code}/fortsatt", joining.join, methods=["POST"]),
        Route("/{code}/radera", erasing.confirm, methods=["GET"]),
        Route("/{code}/radera", erasing.erase, methods=["POST"]),
    ]


async def _to_radera(request: Request) -> Response:
    return RedirectResponse("/radera", status_code=307)
