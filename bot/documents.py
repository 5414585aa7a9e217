"""Documents as they are stored: of a kind that was asked for, not too large, pictures without their metadata."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bot.photos import UnreadableFile, reencode
from surveys.conversation.refusing import clean

if TYPE_CHECKING:
    from surveys.questionnaire.models import File

__all__ = ["StoredDocument", "UnreadableFile", "taken_in"]

MEGABYTE = 1_000_000
_PICTURES = frozenset({"png", "jpg", "jpeg"})
_ZIPPED = b"PK\x03\x04"
_BEGINNINGS = {"pdf": b"%PDF-"} | dict.fromkeys(
    ("docx", "xlsx", "pptx", "odt", "ods", "odp"), _ZIPPED
)
_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """The bytes, the name to show, and the media type to serve them under (always as a download)."""

    data: bytes
    name: str
    media_type: str


async def taken_in(question: File, data: bytes, name: str) -> StoredDocument:
    """The document, checked in a thread. Raises UnreadableFile with its reason."""
    return await asyncio.to_thread(check, question, data, name)


def check(question: File, data: bytes, name: str) -> StoredDocument:
    """The document when it is what its name says and what was asked for. Raises UnreadableFile."""
    if len(data) > question.max_mb * MEGABYTE:
        raise UnreadableFile("too large", "file-too-big", {"max": question.max_mb})
    shown = PurePosixPath(clean(name).replace("\\", "/")).name
    ending = shown.rpartition(".")[2].casefold()
    wrong = UnreadableFile(
        "not of a kind asked for", "unreadable-file", {"types": ", ".join(question.types)}
    )
    if not data or ending not in question.types:
        raise wrong
    if ending in _PICTURES:
        return _picture(data, shown, wrong)
    if not data.startswith(_BEGINNINGS.get(ending, b"")) or (
        ending in {"txt", "csv"} and b"\0" in data
    ):
        raise wrong
    return StoredDocument(data, shown, _MEDIA_TYPES.get(ending, "application/octet-stream"))


def _picture(data: bytes, name: str, wrong: UnreadableFile) -> StoredDocument:
    """A picture says where and when it was taken: it is encoded anew."""
    try:
        stored = reencode(data)
    except UnreadableFile:
        raise wrong from None
    return StoredDocument(stored.data, f"{name.rpartition('.')[0]}.jpg", "image/jpeg")
