"""Three cookies per survey, and only at its own address: who the browser is, one note after a redirect, a kiosk's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.web.seal import Seal

TOKEN_SECONDS = 180 * 24 * 3600
NOTE_SECONDS = 60
TOO_LATE = "too-late"
"""The note that what was sent came after the survey closed."""
_NOTES = frozenset({"no-longer-applies", "old-button", TOO_LATE})


class Cookies:
    """HttpOnly, SameSite=Lax, Secure behind TLS, and sent to this survey's address alone."""

    def __init__(self, seal: Seal, *, https: bool) -> None:
        self._seal = seal
        self._https = https

    def token(self, request: Request, code: str) -> str | None:
        """The browser's token for this survey; None when it has none that this server gave it."""
        token = request.cookies.get(f"dalalab_{code}")
        return token if self._seal.recognises(token, code) else None

    def new_token(self, code: str) -> str:
        """A token for a browser that has none."""
        return self._seal.token(code)

    def set_token(self, response: Response, code: str, token: str) -> None:
        """Gives the browser its token."""
        self._set(response, f"dalalab_{code}", token, code, TOKEN_SECONDS)

    def forget(self, response: Response, code: str) -> None:
        """Takes the token back: after an erasure nothing is left in the browser."""
        self._set(response, f"dalalab_{code}", "", code, 0)

    def leave_note(self, response: Response, code: str, text_id: str, number: int) -> None:
        """One sentence for the page after the redirect, by its text id."""
        self._set(response, "dalalab_note", f"{text_id}.{number}", code, NOTE_SECONDS)

    def note(self, request: Request, code: str) -> tuple[str, int] | None:
        """The note that was left: text id and number. A cookie can be anything; only ours is read."""
        text_id, _, number = request.cookies.get("dalalab_note", "").partition(".")
        if text_id not in _NOTES or not number.isdecimal() or len(number) > 4:
            return None
        return text_id, int(number)

    def drop_note(self, response: Response, code: str) -> None:
        """A note is told once."""
        self._set(response, "dalalab_note", "", code, 0)

    def kiosk(self, request: Request) -> bool:
        """Whether the organiser set this device up for people who take turns."""
        return "dalalab_kiosk" in request.cookies

    def set_kiosk(self, response: Response, code: str, *, on: bool) -> None:
        """Makes the device a kiosk of this survey, or an ordinary one again."""
        self._set(response, "dalalab_kiosk", "1" if on else "", code, TOKEN_SECONDS if on else 0)

    def _set(self, response: Response, name: str, value: str, code: str, seconds: int) -> None:
        response.set_cookie(
            name,
            value,
            max_age=seconds,
            path=f"/{code}",
            secure=self._https,
            httponly=True,
            samesite="lax",
        )
