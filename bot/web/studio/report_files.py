"""A report as something a browser keeps: which formats are offered, how the file is called, and that it is marked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.responses import Response

from analysis.report.writers import COATS
from bot.reports import FORMATS
from bot.web.headers import REPORT_POLICY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from surveys.texts import Texts

LANGUAGES = ("sv", "en")
"""What reports speak."""
COMMON = (
    "html",
    "pptx",
    "pdf",
    "letter",
    "xlsx",
    "png",
    "png.zip",
    "csv",
    "csv.zip",
    "geojson",
    "sav",
    "polis",
)
"""What most people come for, first."""
NEEDS = {"geojson": "places", "polis": "statements"}
"""Formats that hold one part of a report only."""
MARK = "ÖVNINGSDATA"


@dataclass(frozen=True, slots=True)
class Offer:
    """One format on the page: its name in addresses, and what it is called and good for."""

    name: str
    title: str
    about: str


def offers(texts: Texts, language: str, report: Mapping[str, Any]) -> list[Offer]:
    """Every format that a report, as `--format json`, has something for; the most wanted first.

    One that nobody has described goes by its name.
    """
    common = {name: place for place, name in enumerate(COMMON)}
    return [
        _offer(name, texts, language)
        for name in sorted(FORMATS, key=lambda name: common.get(name, len(common)))
        if name not in NEEDS or report.get(NEEDS[name])
    ]


def _offer(name: str, texts: Texts, language: str) -> Offer:
    text = f"live-format-{name.replace('.', '-')}"
    if not texts.knows(f"{text}-about"):
        return Offer(name, name, "")
    return Offer(name, texts.say(language, text), texts.say(language, f"{text}-about"))


def file_response(made: bytes, form: str, title: str, *, demo: bool) -> Response:
    """The report as a page of its own, or as a file to keep; a practice copy's name says what it is."""
    coat, headers = COATS[form], {}
    if form == "html":
        headers["Content-Security-Policy"] = REPORT_POLICY
    else:
        name = f"{MARK} {title}" if demo else title
        headers["Content-Disposition"] = _attached(name, coat.suffix)
    return Response(made, media_type=coat.media, headers=headers)


def _attached(title: str, suffix: str) -> str:
    """The header, with a plain name for old browsers; no title can break out of it."""
    clean = re.sub(r"\W+", "-", title).strip("-") + f".{suffix}"
    plain = unicodedata.normalize("NFKD", clean).encode("ascii", "ignore").decode()
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(clean)}"


def report_language(request: Request, page: str = LANGUAGES[0]) -> str:
    """The language asked for by `sprak`, or by `lang` in older addresses; else that of the `page` it is shown on."""
    wanted = request.query_params.get("sprak") or request.query_params.get("lang", "")
    return wanted if wanted in LANGUAGES else page


def report_format(request: Request) -> str:
    """The format asked for; a page unless it is one there is."""
    wanted = request.query_params.get("format", "")
    return wanted if wanted in COATS else FORMATS[0]
