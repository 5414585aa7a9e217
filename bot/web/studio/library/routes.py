"""Which address of the library leads where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import BaseRoute, Route

from bot.web.studio.library.lists import Lists
from bot.web.studio.library.overview import Overview
from bot.web.studio.library.publishing import Publishing
from bot.web.studio.library.questions import Questions
from bot.web.studio.library.shelves import Shelves
from bot.web.studio.library.showing import Showing
from bot.web.studio.library.whole import Whole

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
        *_writing(web),
    ]


def _looking(place: str, showing: Showing) -> list[BaseRoute]:
    return [
        Route(f"{place}/prova", showing.trial, methods=["GET"]),
        Route(f"{place}/prova", showing.answer, methods=["POST"]),
        Route(f"{place}/fil/{{form}}", showing.file),
    ]


def _writing(web: Web) -> list[BaseRoute]:
    overview, questions, whole = Overview(web), Questions(web), Whole(web)
    publishing, lists = Publishing(web), Lists(web)
    return [
        Route(DRAFT, overview.show, methods=["GET"]),
        Route(DRAFT, overview.act, methods=["POST"]),
        Route(f"{DRAFT}/text", overview.text, methods=["GET"]),
        Route(f"{DRAFT}/text", overview.write, methods=["POST"]),
        Route(f"{DRAFT}/bort", overview.remove, methods=["POST"]),
        Route(f"{DRAFT}/om", whole.show, methods=["GET"]),
        Route(f"{DRAFT}/om", whole.save_whole, methods=["POST"]),
        Route(f"{DRAFT}/fraga/{{number:int}}", questions.show, methods=["GET"]),
        Route(f"{DRAFT}/fraga/{{number:int}}", questions.save_question, methods=["POST"]),
        Route(f"{DRAFT}/lista/{{number:int}}", lists.show, methods=["GET"]),
        Route(f"{DRAFT}/lista/{{number:int}}", lists.save_list, methods=["POST"]),
        Route(f"{DRAFT}/publicera", publishing.show, methods=["GET"]),
        Route(f"{DRAFT}/publicera", publishing.publish, methods=["POST"]),
    ]
