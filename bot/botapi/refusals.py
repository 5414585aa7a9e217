"""How the server says no."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """An HTTP status, a description, and parameters where the API has them."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        return {**body, "parameters": self.parameters} if self.parameters else body


def bad(what: str) -> Refused:
    """400: what was asked for cannot be done, now or later."""
    return Refused(400, f"Bad Request: {what}")


def forbidden(what: str) -> Refused:
    """403: the chat does not want this bot."""
    return Refused(403, f"Forbidden: {what}")


def flooded(seconds: int) -> Refused:
    """429: not before `seconds` have passed."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
