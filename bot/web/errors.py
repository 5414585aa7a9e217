"""Every page that says no, by one helper: what happened, and what to do next."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import RedirectResponse, Response

from bot.opening import CODE_LENGTH
from bot.web.limiting import NEAR_MISS, NEAR_MISSES, TooMany
from bot.web.nearby import meant
from bot.web.visits import ONWARD
from bot.web.web import TEXT, Web, network_address, own_language
from surveys.errors import NotOpen, StaleTurn, StoreError, UnknownCode

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

log = logging.getLogger(__name__)

STUDIO = "/arrangor"
_HEADINGS = {
    400: "web-forbidden-title",
    403: "web-forbidden-title",
    404: "web-not-found-title",
    405: "web-wrong-method-title",
    413: "web-too-large-title",
    429: "web-too-many-title",
}
_SENTENCES = {
    400: "web-wrong-method",
    403: "web-send-again",
    404: "web-not-found",
    405: "web-wrong-method",
    413: "web-too-large",
    429: "web-too-many",
}


def error_page(
    web: Web,
    request: Request,
    status: int,
    sentence: str | None = None,
    limit: str = "",
    heading: str | None = None,
    near: str | None = None,
) -> Response:
    """The one error page. `sentence` and `heading` are text ids where the status alone does not say enough.

    `limit` is how many megabytes a file could have had, `near` the code that was probably meant.
    """
    language = own_language(request, web.pages.own_languages)
    code = str(request.path_params.get("code", ""))[:40]
    studio = request.url.path.startswith(f"{STUDIO}/")
    too_long = status == 413 and limit == TEXT
    text_id = sentence or ("web-too-long" if too_long else _SENTENCES.get(status, "try-again"))
    arguments = {"max": limit} if text_id == "web-too-large" else {}
    return web.pages.page(
        "error.html",
        language,
        status=status,
        heading=web.texts.say(language, heading or _HEADINGS.get(status, "web-failed-title")),
        problem=web.texts.say(language, text_id, **arguments),
        ask_code=status == 404 and not studio,
        code=code,
        near=near,
        way_back=STUDIO if studio else f"/{code}?{ONWARD}" if code and status != 404 else None,
        way_text="web-organiser-back" if studio else "web-to-questions",
        languages=None if request.method == "GET" and not studio else (),
        headers={"Retry-After": "60"} if status == 429 else None,
    )


async def _near(web: Web, request: Request) -> str | None:
    """The code that was meant, as often as this address and all together may ask."""
    if request.method != "GET" or "code" not in request.path_params:
        return None
    allowed = web.gate.allows(NEAR_MISS, network_address(request))
    if not (allowed and web.gate.allows(NEAR_MISSES, "everybody")):
        return None
    now = web.service.clock()
    codes = (
        survey.code
        for survey in await web.service.store.surveys()
        if len(survey.code) <= CODE_LENGTH
        and "web" in survey.channels
        and survey.state(now) == "open"
    )
    return meant(request.path_params["code"].upper(), codes)


async def _shut(request: Request, _: Exception) -> Response:
    """It closed between the page and the answer; the page it leads to says so."""
    return RedirectResponse(f"/{request.path_params['code']}?{ONWARD}", status_code=303)


async def _hung_up(*_: object) -> Response:
    """A phone lost the network in the middle of sending: it hears nothing, and nothing is wrong here."""
    return Response(status_code=400)


def exception_handlers(
    web: Web,
) -> dict[int | type[Exception], Callable[[Request, Exception], Awaitable[Response]]]:
    """Which page each exception ends in."""

    async def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        limit = error.detail if isinstance(error, HTTPException) else ""
        page = error_page(web, request, status, limit=limit)
        if isinstance(error, HTTPException) and error.headers:
            page.headers.update(error.headers)
        return page

    async def unknown(request: Request, _: Exception) -> Response:
        near, heading = await _near(web, request), "web-wrong-code-title"
        return error_page(web, request, 404, "unknown-code", heading=heading, near=near)

    async def too_many(request: Request, _: Exception) -> Response:
        return error_page(web, request, 429)

    async def store_failed(request: Request, error: Exception) -> Response:
        log.error("the store could not take a turn: %s", type(error).__name__)
        return error_page(web, request, 503)

    async def failed(request: Request, _: Exception) -> Response:
        return error_page(web, request, 500)

    return {
        HTTPException: refused,
        UnknownCode: unknown,
        TooMany: too_many,
        NotOpen: _shut,
        StoreError: store_failed,
        StaleTurn: store_failed,
        ClientDisconnect: _hung_up,
        Exception: failed,
    }
