"""Participants' forms, handed straight to their handler.

Between the server and a page's handler stand Starlette's layers and the table of addresses. Pages can afford them; a
room that answers at once could not (`docs/decisions/0028`). Whatever is no such form goes on as ever; a form's page has
the same headers, and an exception ends in the same page.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from starlette.requests import Request

from bot.web.headers import safe

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp, Receive, Scope, Send

    Take: TypeAlias = Callable[[Request], Awaitable[Response]]
    Handlers: TypeAlias = Mapping[
        int | type[Exception], Callable[[Request, Exception], Awaitable[Response]]
    ]


def first_words(routes: Iterable[BaseRoute]) -> frozenset[str]:
    """The words that addresses of our own begin with: none of them is a join code."""
    firsts = (getattr(route, "path", "").lstrip("/").partition("/")[0] for route in routes)
    return frozenset(word for word in firsts if "{" not in word)


class Straight:
    """POST `/{code}` goes to `take`, everything else to `app`. `ours`: words that are no codes."""

    def __init__(self, app: ASGIApp, ours: frozenset[str], take: Take, handlers: Handlers) -> None:
        self._app = app
        self._ours = ours
        self._take = take
        self._handlers = handlers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http" or scope["method"] != "POST" or scope.get("root_path"):
            await self._app(scope, receive, send)
            return
        code = scope["path"][1:]
        if "/" in code or code in self._ours:
            await self._app(scope, receive, send)
            return
        scope["path_params"] = {"code": code}
        request = Request(scope, receive, send)
        try:
            response = await self._take(request)
        except Exception as error:
            kind = next(each for each in type(error).__mro__ if each in self._handlers)
            await _send(await self._handlers[kind](request, error), scope, receive, send)
            if kind is Exception:
                raise  # the page has been told; that nobody foresaw it, the server's log has to be
        else:
            await _send(response, scope, receive, send)


async def _send(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    response.raw_headers = safe(scope, response.status_code, response.raw_headers)
    await response(scope, receive, send)
