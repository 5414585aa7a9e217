"""Which address of the studio leads where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import BaseRoute, Route

from bot.web.studio.surveys import Surveys

if TYPE_CHECKING:
    from bot.web.studio.surveys import OrganiserDesk
    from bot.web.web import Web


def studio_routes(web: Web, desk: OrganiserDesk) -> list[BaseRoute]:
    """Words before codes: a join code is always in capitals."""
    surveys = Surveys(web, desk)
    return [
        Route("/arrangor", surveys.enter),
        Route("/arrangor/serie/{series}", surveys.series_report),
        Route("/arrangor/{code}", surveys.survey),
        Route("/arrangor/{code}/rapport", surveys.report),
        Route("/arrangor/{code}/citat", surveys.decide, methods=["POST"]),
    ]
