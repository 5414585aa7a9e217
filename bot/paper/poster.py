"""The poster: an A4 that leads a room to its questions, in every language of the survey."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from bot.notice import minutes
from bot.qr import qr_svg
from surveys.questionnaire.languages import NAMES, direction, say

if TYPE_CHECKING:
    from surveys.survey import Survey
    from surveys.texts import Texts

PLAINER = {"sv-x-latt": "sv"}
"""Said in nearly the same words; the poster has room for one of them."""


def poster(survey: Survey, address: str, texts: Texts, logo: bytes | None = None) -> dict[str, Any]:
    """The whole poster as JSON-ready data. `address` leads to the survey; a QR code of it is put in.

    `logo` is a PNG of the organisation's.
    """
    front = address.removesuffix(f"/{survey.code}").partition("://")[2]
    languages = [tag for tag in survey.languages if PLAINER.get(tag) not in survey.languages]
    return {
        "language": languages[0].split("-", maxsplit=1)[0],
        "title": survey.title,
        "controller": survey.notice.controller,
        "logo": list(logo or b""),
        "demo": texts.say(languages[0], "notice-demo") if survey.notice.demo else "",
        "qr": qr_svg(address).decode(),
        "code": survey.code,
        "address": front,
        "said": [_said(survey, language, front, texts) for language in languages],
    }


def _said(survey: Survey, language: str, front: str, texts: Texts) -> dict[str, str]:
    tell = partial(texts.say, language)
    return {
        "language": language,
        "name": NAMES.get(language, language),
        "dir": direction(language),
        "title": say(survey.questionnaire.title, language),
        "scan": tell("phone-poster-scan"),
        "write": tell("phone-poster-write", address=front),
        "minutes": tell("notice-minutes", minutes=minutes(survey.questionnaire)),
        "voluntary": tell("notice-voluntary"),
    }
