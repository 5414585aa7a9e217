"""A participant's form comes to its handler without the table of addresses, and to no other address's."""

from __future__ import annotations

from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route

from bot.web.straight import Straight, first_words


async def _elsewhere(scope: Any, receive: Any, send: Any) -> None:
    await PlainTextResponse("elsewhere")(scope, receive, send)


async def _take(request: Any) -> PlainTextResponse:
    if request.path_params["code"] == "WRONG":
        raise HTTPException(404)
    return PlainTextResponse(request.path_params["code"])


async def _told(_: Any, error: Exception) -> PlainTextResponse:
    assert isinstance(error, HTTPException)
    return PlainTextResponse("told", error.status_code)


OURS = first_words([Route("/", _take), Route("/kod", _take), Mount("/static", _elsewhere)])
STRAIGHT = Straight(_elsewhere, OURS, _take, {HTTPException: _told})


async def _said(method: str, path: str, **more: Any) -> str:
    said: list[bytes] = []

    async def send(message: Any) -> None:
        said.append(message.get("body", b""))

    async def receive() -> Any:
        return {"type": "http.request"}

    scope = {"type": "http", "method": method, "path": path, "headers": [], **more}
    await STRAIGHT(scope, receive, send)
    return b"".join(said).decode()


async def test_only_a_form_for_a_code_goes_straight() -> None:
    assert await _said("POST", "/ABCDEF") == "ABCDEF"
    for path in ("/", "/kod", "/static", "/static/x", "/ABCDEF/radera"):
        assert await _said("POST", path) == "elsewhere", path
    assert await _said("GET", "/ABCDEF") == "elsewhere"
    assert await _said("POST", "/ABCDEF", root_path="/under") == "elsewhere"


async def test_what_is_foreseen_ends_in_its_page() -> None:
    assert await _said("POST", "/WRONG") == "told"
