"""Which address of the opening leads where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import BaseRoute, Route

from bot.web.studio.opening.room import Openings

if TYPE_CHECKING:
    from bot.web.web import Web


def opening_routes(web: Web) -> list[BaseRoute]:
    """The whole form, and the short one."""
    openings = Openings(web)
    return [
        Route("/arrangor/oppna", openings.ask, methods=["GET"]),
        Route("/arrangor/oppna", openings.open, methods=["POST"]),
        Route("/arrangor/{code}/nasta", openings.ask_next, methods=["GET"]),
        Route("/arrangor/{code}/nasta", openings.open_next, methods=["POST"]),
    ]
