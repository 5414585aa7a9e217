"""Photos as they are stored: upright, at most 1600 pixels, JPEG, without any metadata (rule L13)."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Mapping
from dataclasses import dataclass

from surveys.errors import UserError

MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 60_000_000
LONGEST_SIDE = 1600


class UnreadableFile(UserError):
    """What was sent cannot be taken in; `reason` names the text `rejected-<reason>`, `hint` fills it."""

    def __init__(
        self,
        why: str,
        reason: str = "unreadable-photo",
        hint: Mapping[str, str | int] | None = None,
    ) -> None:
        super().__init__(why)
        self.reason = reason
        self.hint = dict(hint or {})


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A re-encoded JPEG and its size in pixels."""

    data: bytes
    width: int
    height: int


async def reencoded(data: bytes, longest: int = LONGEST_SIDE) -> StoredPicture:
    """The picture, re-encoded in a thread. Raises UnreadableFile."""
    return await asyncio.to_thread(reencode, data, longest)


def reencode(data: bytes, longest: int = LONGEST_SIDE) -> StoredPicture:
    """The picture turned upright, at most `longest` pixels, stripped. Raises UnreadableFile."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    if len(data) > MAX_BYTES:
        raise UnreadableFile("the file is too large")
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise UnreadableFile("the picture has too many pixels")
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise UnreadableFile("the file is no picture") from None
    upright.thumbnail((longest, longest))
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=85, optimize=True)
    return StoredPicture(out.getvalue(), clean.width, clean.height)
