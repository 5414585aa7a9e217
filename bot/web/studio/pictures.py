"""A logo made safe: whatever came, a new PNG of its pixels is kept, without metadata, scripts or references."""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

from bot.photos import UnreadableFile

LARGEST = 2_000_000
"""Bytes of the file that comes."""
MAX_PIXELS = 40_000_000
BOX = (800, 400)
"""Pixels a kept logo may be wide and high."""
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_SET = '#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("logo.svg", width: 400pt)\n'
_DOTS = 216


def logo(data: bytes) -> bytes:
    """The logo as a PNG of at most 800 by 400 pixels. Raises UnreadableFile."""
    if not data or len(data) > LARGEST:
        raise UnreadableFile("the file is empty or too large")
    return _redrawn(_drawn(data) if _SVG.search(data[:4000]) else data)


def _drawn(data: bytes) -> bytes:
    """An SVG as Typst draws it, in a folder where it can reach nothing."""
    import typst

    if _DECLARES.search(data):
        raise UnreadableFile("the drawing declares entities")
    with tempfile.TemporaryDirectory(prefix="dalalab-logo-") as folder:
        (Path(folder) / "logo.svg").write_bytes(data)
        (Path(folder) / "logo.typ").write_text(_SET, encoding="utf-8")
        try:
            made: bytes = typst.compile(
                str(Path(folder) / "logo.typ"), root=folder, format="png", ppi=_DOTS
            )
        except RuntimeError:
            raise UnreadableFile("the drawing cannot be drawn") from None
    return made


def _redrawn(data: bytes) -> bytes:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise UnreadableFile("the picture has too many pixels")
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise UnreadableFile("the file is no picture") from None
    upright.thumbnail(BOX)
    clean = Image.new("RGBA", upright.size)
    clean.paste(upright)
    out = io.BytesIO()
    clean.save(out, "PNG", optimize=True)
    return out.getvalue()
