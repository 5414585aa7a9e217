"""The headers every page carries, as one small ASGI middleware. A page may set its own; that one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

Header: TypeAlias = tuple[bytes, bytes]

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Scripts of our own only, which make some pages better and talk to nobody but us."""
REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
)
"""For the report: one file with its styles inside, no scripts, and nothing fetched from anywhere."""

_ALWAYS = [
    (name.lower().encode(), value.encode())
    for name, value in {
        "Content-Security-Policy": PAGE_POLICY,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    }.items()
]


class SafeHeaders:
    """Adds the headers above, forbids storing any page but the style sheets, and keeps cookies that came over TLS to it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; only the start of a response is touched."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = safe(scope, message["status"], message["headers"])
            await send(message)

        await self.app(scope, receive, send_with_headers)


def safe(scope: Scope, status: int, headers: Iterable[Header]) -> list[Header]:
    """The headers of a response, with those above that it does not have."""
    static = scope["path"].startswith("/static/")
    storing = b"public, max-age=31536000, immutable" if static else b"no-store"
    ours = [*_ALWAYS, (b"cache-control", storing if status in {200, 304} else b"no-store")]
    theirs = list(headers)
    own = {name.lower() for name, _ in theirs}
    theirs += [header for header in ours if header[0] not in own]
    return [_secured(*each) for each in theirs] if scope["scheme"] == "https" else theirs


def _secured(name: bytes, value: bytes) -> Header:
    """A header as it is, but a cookie with `Secure`: a proxy in front may speak TLS without our settings saying so."""
    if name.lower() != b"set-cookie" or b"; secure" in value.lower():
        return name, value
    return name, value + b"; Secure"
