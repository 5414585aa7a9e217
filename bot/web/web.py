"""What every handler is given, and what it asks a request: language, address, form."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from bot.web.studio.errands import Errands
from bot.web.studio.kept import KeptForms
from surveys.questionnaire.languages import best_language

if TYPE_CHECKING:
    from starlette.types import Message

    from bot.config import Settings
    from bot.service import Service
    from bot.web.limiting import Gate
    from bot.web.pages import Pages
    from bot.web.seal import Seal
    from surveys.texts import Texts

FORM_BYTES = 1_000_000
"""A form without a picture: room for far more than anybody may write."""
MOST_FIELDS = 1000
TEXT = ""
"""The detail of a 413 where no file was asked for: what was written is too long."""
AROUND_UPLOAD = 100_000
"""Bytes of a form beside its file."""
DRAINED = 4
"""A body this many times too large is still read to its end, so that the browser shows our answer."""
_URLENCODED = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Web:
    """The parts that handlers share. `https`: cookies are sent over TLS only; `kept`: forms of the studio.

    `errands`: the studio's slow work.
    """

    service: Service
    texts: Texts
    pages: Pages
    seal: Seal
    gate: Gate
    https: bool
    settings: Settings
    kept: KeptForms = field(default_factory=KeptForms)
    errands: Errands = field(default_factory=Errands)


def own_language(request: Request, offered: tuple[str, ...]) -> str:
    """The best of the offered languages for this reader."""
    for tag in (request.query_params.get("lang"), *_accepted(request)):
        best = best_language(tag, ("", *offered))
        if tag and best:
            return best
    return offered[0]


def chosen_language(request: Request, standing: str, offered: tuple[str, ...]) -> str:
    """The one that somebody has who has begun, unless they press another on the page."""
    return own_language(request, offered) if "lang" in request.query_params else standing


def _accepted(request: Request) -> list[str]:
    """The tags of Accept-Language, the most wanted first."""
    wanted: list[tuple[float, str]] = []
    for part in request.headers.get("accept-language", "")[:200].split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            wanted.append((float(quality or 1), tag))
        except ValueError:
            continue
    return [tag for weight, tag in sorted(wanted, key=lambda pair: -pair[0]) if tag and weight > 0]


def network_address(request: Request) -> str:
    """Where the request came from; only for counting, never stored or logged."""
    return request.client.host if request.client is not None else "unknown"


@asynccontextmanager
async def read_form(request: Request, *, upload_mb: int = 0) -> AsyncIterator[FormData]:
    """The posted form; its files are closed afterwards. `upload_mb`: the largest file that is asked for.

    Raises:
        HTTPException: 413, too large (its detail: a file's limit in megabytes, or TEXT); 400, no form at all.
    """
    fields = await read_fields(request)
    if fields is not None:
        yield FormData(list[tuple[str, str | UploadFile]](fields))
        return
    multipart = request.headers.get("content-type", "").startswith("multipart/")
    uploading = multipart and upload_mb > 0
    limit = upload_mb * 1_000_000 + AROUND_UPLOAD if uploading else FORM_BYTES
    too_large = HTTPException(413, str(upload_mb) if uploading else TEXT)
    if _declared(request) > limit:
        await _drain(request, limit * DRAINED)
        raise too_large
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > limit:
            raise too_large
        return message

    counted = Request(request.scope, receive)
    async with counted.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=limit) as form:
        yield form


async def read_fields(request: Request) -> list[tuple[str, str]] | None:
    """The fields of a form without files, in order; None where it is no such form, and has not been read.

    Read at once: what reads files as they come costs ten times as much.

    Raises:
        HTTPException: 413, too large; 400, too many fields.
    """
    if request.headers.get("content-type") != _URLENCODED:
        return None
    if _declared(request) > FORM_BYTES:
        await _drain(request, FORM_BYTES * DRAINED)
        raise HTTPException(413, TEXT)
    body, more = b"", True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > FORM_BYTES:
            raise HTTPException(413, TEXT)
    return _fields(body.decode("latin-1"))


def _fields(text: str) -> list[tuple[str, str]]:
    """As `urllib.parse.parse_qsl` has it, which looks into every field for what most do not hold."""
    parts = text.split("&")
    if len(parts) > MOST_FIELDS:
        raise HTTPException(400, "too many fields")
    pairs = (part.partition("=") for part in parts if part)
    if "%" not in text and "+" not in text:
        return [(name, value) for name, _, value in pairs]
    return [(_plain(name), _plain(value)) for name, _, value in pairs]


def _plain(encoded: str) -> str:
    spaced = encoded.replace("+", " ")
    return unquote(spaced) if "%" in spaced else spaced


def _declared(request: Request) -> int:
    length = request.headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() else 0


async def _drain(request: Request, limit: int) -> None:
    received = 0
    async for chunk in request.stream():
        received += len(chunk)
        if received > limit:
            return
