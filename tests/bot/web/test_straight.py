"""A participant's form comes to its handler without the table of addresses, and to no other address's."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route

from bot.web.headers import PAGE_POLICY
from bot.web.straight import Straight, first_words


async def _elsewhere(scope: Any, receive: Any, send: Any) -> None:
    await PlainTextResponse("elsewhere")(scope, receive, send)


async def _take(request: Any) -> PlainTextResponse:
    if request.path_params["code"] == "WRONG":
        raise HTTPException(404)
    if request.path_params["code"] == "BROKEN":
        raise RuntimeError("nobody foresaw it")
    return PlainTextResponse(request.path_params["code"])


async def _failed(_: Any, error: Exception) -> PlainTextResponse:
    return PlainTextResponse(f"failed: {type(error).__name__}", 500)


async def _told(_: Any, error: Exception) -> PlainTextResponse:
    assert isinstance(error, HTTPException)
    return PlainTextResponse("told", error.status_code)


OURS = first_words([Route("/", _take), Route("/kod", _take), Mount("/static", _elsewhere)])
STRAIGHT = Straight(_elsewhere, OURS, _take, {HTTPException: _told, Exception: _failed})


async def _messages(said: list[Any], method: str, path: str, **more: Any) -> None:
    async def send(message: Any) -> None:
        said.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    place = {"type": "http", "method": method, "path": path, "scheme": "http", "headers": []}
    await STRAIGHT({**place, **more}, receive, send)


async def _said(method: str, path: str, **more: Any) -> str:
    said: list[Any] = []
    await _messages(said, method, path, **more)
    return b"".join(message.get("body", b"") for message in said).decode()


async def test_only_a_form_for_a_code_goes_straight() -> None:
    assert await _said("POST", "/ABCDEF") == "ABCDEF"
    for path in ("/", "/kod", "/static", "/static/x", "/ABCDEF/radera"):
        assert await _said("POST", path) == "elsewhere", path
    assert await _said("GET", "/ABCDEF") == "elsewhere"
    assert await _said("POST", "/ABCDEF", root_path="/under") == "elsewhere"


async def test_what_is_foreseen_ends_in_its_page() -> None:
    assert await _said("POST", "/WRONG") == "told"


async def test_what_nobody_foresaw_ends_in_a_page_and_in_the_servers_log() -> None:
    said: list[Any] = []
    with pytest.raises(RuntimeError):
        await _messages(said, "POST", "/BROKEN")
    assert said[0]["status"] == 500
    assert said[1]["body"] == b"failed: RuntimeError"


async def test_it_carries_the_headers_of_every_page() -> None:
    for code, scheme in (("ABCDEF", "http"), ("WRONG", "https")):
        said: list[Any] = []
        await _messages(said, "POST", f"/{code}", scheme=scheme)
        headers = dict(said[0]["headers"])
        assert headers[b"content-security-policy"] == PAGE_POLICY.encode()
        assert headers[b"cache-control"] == b"no-store"
