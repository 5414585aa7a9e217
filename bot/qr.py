"""A survey's join address as a QR code, to show, print or paste."""

from __future__ import annotations

import io

import segno

INK = "#17262b"
PIXELS = 10
"""Pixels of one square of the PNG: sharp on a slide."""
QUIET = 4
"""Squares of white around it; the standard wants four, so that any background will do."""


def _code(address: str) -> segno.QRCode:
    """Level M: a thumb's width of it may be dirty."""
    return segno.make(address, error="m")


def qr_svg(address: str) -> bytes:
    """One SVG file without a size of its own."""
    written = io.BytesIO()
    _code(address).save(
        written, kind="svg", border=QUIET, dark=INK, light="#fff", omitsize=True, xmldecl=False
    )
    return written.getvalue()


def qr_png(address: str) -> bytes:
    """One PNG file."""
    written = io.BytesIO()
    _code(address).save(written, kind="png", scale=PIXELS, border=QUIET, dark=INK, light="#fff")
    return written.getvalue()
