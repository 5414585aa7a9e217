"""Telegram's rules for texts and buttons, as its server checks them."""

from __future__ import annotations

import html
import json
import re
from typing import Any

LONGEST_TEXT = 4096
_TAG = re.compile(
    r"<(/?)([A-Za-z-]+)(?:\s+[^<>]*)?>|<|&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);)"
)
_KNOWN = {
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ins",
    "s",
    "del",
    "a",
    "code",
    "pre",
    "tg-spoiler",
    "blockquote",
}


class Refused(Exception):
    """The server says no: an HTTP status, a description, and parameters where the API has them."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        return {**body, "parameters": self.parameters} if self.parameters else body


def bad(what: str) -> Refused:
    return Refused(400, f"Bad Request: {what}")


def units(text: str) -> int:
    """The length in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def plain(text: str, parse_mode: str | None) -> str:
    """What a person reads: entities parsed away. Refuses broken HTML."""
    if parse_mode is None:
        return text
    if parse_mode.upper() != "HTML":
        raise bad(f"unsupported parse_mode {parse_mode}")
    open_tags: list[str] = []
    for found in _TAG.finditer(text):
        closing, tag = found.group(1), (found.group(2) or "").lower()
        if found.group(0).startswith("&"):
            continue
        if tag not in _KNOWN:
            raise bad("can't parse entities: unsupported start tag")
        if not closing:
            open_tags.append(tag)
        elif not open_tags or open_tags.pop() != tag:
            raise bad("can't parse entities: unexpected end tag")
    if open_tags:
        raise bad("can't parse entities: can't find end tag")
    return html.unescape(_TAG.sub(lambda found: "" if found.group(2) else found.group(0), text))


def checked_text(fields: dict[str, Any]) -> str:
    """The text to show, with Telegram's checks."""
    text = plain(str(fields.get("text", "")), fields.get("parse_mode"))
    if not text.strip():
        raise bad("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad("message is too long")
    return text


def checked_markup(given: Any) -> dict[str, Any] | None:
    """The reply markup, with Telegram's checks of buttons."""
    if given is None or given == "":
        return None
    markup: dict[str, Any] = json.loads(given) if isinstance(given, str) else given
    rows = markup.get("inline_keyboard", [])
    if sum(len(row) for row in rows) > 100 or any(len(row) > 8 for row in rows):
        raise bad("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)
    return markup


def _check_button(button: dict[str, Any]) -> None:
    if not button.get("text"):
        raise bad("text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    if "callback_data" not in button and "url" not in button:
        raise bad("text buttons are unallowed in the inline keyboard")
