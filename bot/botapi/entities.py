"""From HTML to the text a person reads and its entities, with offsets in UTF-16 units as Telegram counts."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from bot.botapi.refusals import Refused, bad

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)?([^<>]*)(>?)")
_ATTRIBUTE = re.compile(r"""([A-Za-z-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "a": "text_link",
    "code": "code", "pre": "pre", "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip


def units(text: str) -> int:
    """The length in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def unparsable(what: str) -> Refused:
    """400: the markup of a text is wrong."""
    return bad(f"can't parse entities: {what}")


@dataclass(slots=True)
class Parsed:
    """A text as it grows, with the tags that are open."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    open: list[tuple[str, int, dict[str, Any]]] = field(default_factory=list)
    """Name, offset where it began, what else the entity says."""
    entities: list[dict[str, Any]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """More text."""
        self.parts.append(text)
        self.length += units(text)

    def close(self, kind: str) -> None:
        """The entity that was opened last ends here; an empty one never was."""
        _, offset, more = self.open.pop()
        if self.length > offset:
            length = self.length - offset
            self.entities.append({"type": kind, "offset": offset, "length": length, **more})

    def done(self) -> tuple[str, list[dict[str, Any]]]:
        """The text without white space around it, and its entities in the order they begin."""
        text = "".join(self.parts)
        shift = units(text) - units(text.lstrip())
        text = text.strip()
        return text, inside(self.entities, units(text), shift)


def inside(entities: list[dict[str, Any]], length: int, shift: int = 0) -> list[dict[str, Any]]:
    """The entities of a text of this length, moved `shift` units to the left and cut where it ends."""
    found = []
    for entity in entities:
        begin = max(0, int(entity["offset"]) - shift)
        end = min(length, int(entity["offset"]) - shift + int(entity["length"]))
        if end > begin:
            found.append({**entity, "offset": begin, "length": end - begin})
    return sorted(found, key=lambda each: (each["offset"], -each["length"]))


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The text and its entities. Refuses what Telegram cannot parse."""
    parsed, at = Parsed(), 0
    for found in _TAG.finditer(source):
        parsed.add(_unescaped(source[at : found.start()]))
        at = found.end()
        offset = len(source[: found.start()].encode())
        if found[1]:
            _end_tag(parsed, found, offset)
        else:
            _start_tag(parsed, found, offset)
    parsed.add(_unescaped(source[at:]))
    if parsed.open:
        raise unparsable(f'Can\'t find end tag corresponding to start tag "{parsed.open[-1][0]}"')
    return parsed.done()


def _unescaped(text: str) -> str:
    """The four named entities and the numbered ones; any other stays as it is written."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def _start_tag(parsed: Parsed, found: re.Match[str], offset: int) -> None:
    tag = (found[2] or "").lower()
    if not found[4]:
        raise unparsable(f"Unclosed start tag at byte offset {offset}")
    attributes = {
        name.lower(): html.unescape(value.strip("\"'"))
        for name, value in _ATTRIBUTE.findall(found[3])
    }
    if tag not in _KINDS or (tag == "span" and attributes.get("class") != "tg-spoiler"):
        raise unparsable(f'Unsupported start tag "{tag}" at byte offset {offset}')
    parsed.open.append((tag, parsed.length, _more(tag, attributes)))


def _more(tag: str, attributes: dict[str, str]) -> dict[str, Any]:
    """What an entity says besides where it is."""
    if tag == "a":
        return {"url": attributes.get("href", "")}
    if tag == "tg-emoji":
        return {"custom_emoji_id": attributes.get("emoji-id", "")}
    if tag == "tg-time":
        return {"unix_time": int(attributes.get("unix", "0"))}
    return {}


def _end_tag(parsed: Parsed, found: re.Match[str], offset: int) -> None:
    tag = (found[2] or "").lower()
    if not parsed.open:
        raise unparsable(f"Unexpected end tag at byte offset {offset}")
    expected = parsed.open[-1][0]
    if tag not in {expected, ""} or not found[4]:
        raise unparsable(
            f'Unmatched end tag at byte offset {offset}, expected "</{expected}>", found "</{tag}>"'
        )
    parsed.close(_KINDS[expected])
