"""The coats a Report comes in: each is named, says what kind of file it is, and is loaded when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.report.model import Report


@dataclass(frozen=True, slots=True)
class Coat:
    """One format: the end of its file name, its media type, and what writes it."""

    suffix: str
    media: str
    write: Callable[[Report], bytes]


def _html(report: Report) -> bytes:
    from analysis.report.html import to_html

    return to_html(report).encode()


def _json(report: Report) -> bytes:
    from analysis.report.as_json import to_json

    return json.dumps(to_json(report), ensure_ascii=False, indent=1).encode() + b"\n"


def _pptx(report: Report) -> bytes:
    from analysis.report.pptx import to_pptx

    return to_pptx(report)


_OFFICE = "application/vnd.openxmlformats-officedocument"
COATS: Mapping[str, Coat] = {
    "html": Coat("html", "text/html; charset=utf-8", _html),
    "json": Coat("json", "application/json", _json),
    "pptx": Coat("pptx", f"{_OFFICE}.presentationml.presentation", _pptx),
}
