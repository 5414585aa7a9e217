"""Telegram's rules for texts and buttons, as its server checks them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.botapi.entities import inside, parse_html, units
from bot.botapi.markdown import parse_markdown
from bot.botapi.refusals import Refused, bad

if TYPE_CHECKING:
    from bot.botapi.chats import Chat

__all__ = ["Refused", "bad", "checked_caption", "checked_markup", "checked_text", "plain", "units"]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_ENTITIES = 100
"""Further ones are ignored, as Telegram does."""
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
LONGEST_DATA = 64
"""Bytes."""
LONGEST_PLACEHOLDER = 64
_DOES = (
    "callback_data", "url", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
"""What a button under a message may do: exactly one of these."""

Told = tuple[str, list[dict[str, Any]]]
"""A text and its entities."""


def plain(text: str, parse_mode: str | None) -> str:
    """What a person reads: entities parsed away. Refuses broken HTML."""
    return parsed(text, parse_mode)[0]


def parsed(text: str, parse_mode: str | None) -> Told:
    """The text without its markup, and the entities."""
    match (parse_mode or "").casefold():
        case "":
            return text, []
        case "html":
            return parse_html(text)
        case "markdownv2":
            return parse_markdown(text)
    raise bad("unsupported parse_mode")


def checked_text(fields: dict[str, Any]) -> Told:
    """The text to show, with Telegram's checks."""
    text, entities = _told(fields, "text", "entities")
    if not text.strip():
        raise bad("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad("message is too long")
    return text, entities


def checked_caption(fields: dict[str, Any]) -> tuple[str | None, list[dict[str, Any]]]:
    """The caption, None where there is none."""
    text, entities = _told(fields, "caption", "caption_entities")
    if units(text) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    return text or None, entities


def _told(fields: dict[str, Any], name: str, beside: str) -> Told:
    """A field's text; entities that are given beside it count where no parse mode does."""
    text, entities = parsed(str(fields.get(name) or ""), fields.get("parse_mode"))
    given = _loaded(fields.get(beside), beside) or []
    if given and not fields.get("parse_mode"):
        entities = inside(given, units(text))
    return text, entities[:MOST_ENTITIES]


def _loaded(given: Any, name: str) -> Any:
    if not isinstance(given, str):
        return given
    try:
        return json.loads(given) if given else None
    except ValueError:
        raise bad(f"can't parse {name} JSON object") from None


def checked_markup(given: Any, chat: Chat | None = None) -> dict[str, Any] | None:
    """The reply markup, with Telegram's checks of buttons."""
    loaded = _loaded(given, "reply keyboard markup")
    if not loaded:
        return None
    if not isinstance(loaded, dict):
        raise bad("object expected as reply markup")
    markup: dict[str, Any] = loaded
    rows: list[list[Any]] = markup.get("inline_keyboard") or markup.get("keyboard") or []
    if sum(len(row) for row in rows) > MOST_BUTTONS or any(
        len(row) > MOST_IN_A_ROW for row in rows
    ):
        raise bad("reply markup is too long")
    if units(str(markup.get("input_field_placeholder", ""))) > LONGEST_PLACEHOLDER:
        raise bad("input field placeholder is too long")
    for row in markup.get("inline_keyboard", []):
        for button in row:
            _check_button(button)
    _check_asking(markup, chat)
    return markup if any(rows) or not markup.keys() <= {"inline_keyboard"} else None


def _check_asking(markup: dict[str, Any], chat: Chat | None) -> None:
    """Buttons that ask for a place or a telephone number exist in private chats only."""
    if chat is None or chat.is_private:
        return
    for row in markup.get("keyboard", []):
        for button in row:
            if isinstance(button, dict) and (
                button.get("request_location") or button.get("request_contact")
            ):
                raise bad("can't request location or contact in a group chat")


def _check_button(button: dict[str, Any]) -> None:
    if not button.get("text"):
        raise bad("text buttons are unallowed in the inline keyboard")
    does = [name for name in _DOES if name in button]
    if len(does) != 1:
        raise bad("text buttons are unallowed in the inline keyboard")
    if does == ["callback_data"] and not 1 <= len(button["callback_data"].encode()) <= LONGEST_DATA:
        raise bad("BUTTON_DATA_INVALID")
    if does == ["url"] and "." not in button["url"] and "localhost" not in button["url"]:
        raise bad("inline keyboard button URL is invalid: Wrong HTTP URL")
    if button.get("style") not in {None, "danger", "success", "primary"}:
        raise bad("wrong button style")
