"""MarkdownV2, which asks for a backslash before every mark that is no markup."""

from __future__ import annotations

import re
from typing import Any

from bot.botapi.entities import Parsed, unparsable

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler"}
_CODE = re.compile(r"```(?:(\w*)\n)?(.*?)```|`([^`]*)`", re.DOTALL)
_LINK = re.compile(r"\]\(((?:\\.|[^)\\])*)\)")
_NAMES = {"*": "Bold", "_": "Italic", "__": "Underline", "~": "Strikethrough", "||": "Spoiler"}


def parse_markdown(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The text and its entities. Refuses what Telegram cannot parse."""
    parsed, at = Parsed(), 0
    while at < len(source):
        at = _step(parsed, source, at)
    while parsed.open and parsed.open[-1][0] == ">":
        parsed.close("blockquote")
    if parsed.open:
        name = _NAMES.get(parsed.open[-1][0], "TextUrl")
        raise unparsable(f"Can't find end of {name} entity at byte offset {parsed.open[-1][1]}")
    return parsed.done()


def _step(parsed: Parsed, source: str, at: int) -> int:
    """Reads one mark or one character; where to go on."""
    character = source[at]
    if character == "\\" and at + 1 < len(source) and ord(source[at + 1]) < 127:
        parsed.add(source[at + 1])
        return at + 2
    if character == "`":
        return _code(parsed, source, at)
    if character in "[]":
        return _link(parsed, source, at)
    if character == ">" and (at == 0 or source[at - 1] == "\n"):
        return _quote(parsed, at)
    mark = source[at : at + 2] if source[at : at + 2] in _MARKS else character
    if mark in _MARKS:
        return _toggle(parsed, mark, at)
    if character in _RESERVED:
        raise unparsable(
            f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
        )
    _end_of_quote(parsed, source, at)
    parsed.add(character)
    return at + 1


def _toggle(parsed: Parsed, mark: str, at: int) -> int:
    if parsed.open and parsed.open[-1][0] == mark:
        parsed.close(_MARKS[mark])
    else:
        parsed.open.append((mark, parsed.length, {}))
    return at + len(mark)


def _quote(parsed: Parsed, at: int) -> int:
    """Lines that begin with the mark are one quotation."""
    if not any(mark == ">" for mark, _, _ in parsed.open):
        parsed.open.append((">", parsed.length, {}))
    return at + 1


def _end_of_quote(parsed: Parsed, source: str, at: int) -> None:
    ends = source[at] == "\n" and source[at + 1 : at + 2] != ">"
    if ends and parsed.open and parsed.open[-1][0] == ">":
        parsed.close("blockquote")


def _code(parsed: Parsed, source: str, at: int) -> int:
    found = _CODE.match(source, at)
    if found is None:
        raise unparsable(f"Can't find end of Code entity at byte offset {at}")
    language, block, inline = found.groups()
    parsed.open.append(("`", parsed.length, {"language": language} if language else {}))
    parsed.add(re.sub(r"\\(.)", r"\1", block if inline is None else inline))
    parsed.close("pre" if inline is None else "code")
    return found.end()


def _link(parsed: Parsed, source: str, at: int) -> int:
    """`[text](address)`: the address is known first when the text has ended."""
    if source[at] == "[":
        parsed.open.append(("[", parsed.length, {}))
        return at + 1
    found = _LINK.match(source, at)
    if found is None or not parsed.open or parsed.open[-1][0] != "[":
        raise unparsable("Character ']' is reserved and must be escaped with the preceding '\\'")
    parsed.open[-1][2]["url"] = re.sub(r"\\(.)", r"\1", found[1])
    parsed.close("text_link")
    return found.end()
