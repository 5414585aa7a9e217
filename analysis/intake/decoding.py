"""Bytes of a text file as text: which encoding they are in is found out, since exports rarely say."""

from __future__ import annotations

import re
from collections import Counter

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_EIGHT_BIT = ("cp1252", "mac_roman", "cp850")
"""Encodings of older spreadsheet programs: Windows, Mac, and the command line of Windows."""
_LETTER = re.compile(r"(?<=[A-Za-zåäöé])[åäöéü]|(?<![A-Za-zåäöÅÄÖ])[ÅÄÖåäö](?=[a-zåäö]|\b)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
LOOKED_AT = 200_000


def decoded(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; never fails, since any bytes are text in some encoding."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), encoding.removesuffix("-sig")
    wide = _wide(content[:LOOKED_AT])
    if wide:
        return content.decode(wide, errors="replace"), wide
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and len(content) - error.start < 4:
            return content[: error.start].decode("utf-8"), "utf-8"  # cut off in the last letter
    best = max(_EIGHT_BIT, key=lambda encoding: _swedish(content[:LOOKED_AT], encoding))
    return content.decode(best, errors="replace"), best


def _wide(start: bytes) -> str | None:
    """UTF-16 without its mark: every other byte is one of two or three, such as zero in Latin text."""
    first, second = _sameness(start[::2]), _sameness(start[1::2])
    if 0 in start and max(first, second) > 0.9:
        return "utf-16-le" if second > first else "utf-16-be"
    return None


def _sameness(half: bytes) -> float:
    """Share of the three most common bytes; low in text, where many letters are used."""
    common = Counter(half).most_common(3)
    return sum(count for _, count in common) / max(len(half), 40)


def _swedish(start: bytes, encoding: str) -> int:
    """How many å, ä, ö and é stand where they can in a word; the first of equals wins."""
    return len(_LETTER.findall(start.decode(encoding, errors="replace")))


def is_text(text: str) -> bool:
    """Whether what was decoded can have been text: nearly no control characters."""
    start = text[:LOOKED_AT]
    return len(_CONTROL.findall(start)) + start.count("\ufffd") <= 0.05 * len(start)


def clean(cell: str) -> str:
    """A cell without control characters and the space around it; its words stay as they were written."""
    if cell.isascii() and cell.isprintable():  # nearly all cells, and files have millions
        return cell.strip()
    return _CONTROL.sub("", cell.replace("\r\n", "\n").replace("\r", "\n")).strip()
