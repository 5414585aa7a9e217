"""Which address of the library leads where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import BaseRoute, Route

from bot.web.studio.library.shelves import Shelves
from bot.web.studio.library.showing import Showing

if TYPE_CHECKING:
    from bot.web.web import Web

SHELF = "/arrangor/bibliotek"
DRAFT = "/arrangor/utkast/{draft}"


def library_routes(web: Web) -> list[BaseRoute]:
    """The shelf, one questionnaire on it, and drafts."""
    shelves, showing = Shelves(web), Showing(web)
    return [
        Route(SHELF, shelves.shelf),
        Route(f"{SHELF}/ny", shelves.new, methods=["POST"]),
        Route(f"{SHELF}/ladda", shelves.upload, methods=["POST"]),
        Route(f"{SHELF}/{{name}}", showing.preview),
        Route(f"{SHELF}/{{name}}/kopiera", shelves.copy, methods=["POST"]),
        *_looking(f"{SHELF}/{{name}}", showing),
        Route(f"{DRAFT}/visa", showing.preview),
        *_looking(DRAFT, showing),
    ]


def _looking(place: str, showing: Showing) -> list[BaseRoute]:
    return [
        Route(f"{place}/prova", showing.trial, methods=["GET"]),
        Route(f"{place}/prova", showing.answer, methods=["POST"]),
        Route(f"{place}/fil/{{form}}", showing.file),
    ]
