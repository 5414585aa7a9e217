"""What a report says of free text as such: how themes came about, what nobody has read, what people changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.themes.answers import text_questions
from surveys.questionnaire.languages import NAMES

if TYPE_CHECKING:
    from analysis.frames import SurveyData
    from analysis.themes.codebook import Codebook
    from analysis.themes.finding import Themes
    from analysis.wording import Wording


def text_lines(datas: Sequence[SurveyData], book: Codebook, wording: Wording) -> list[str]:
    """How themes and quotes came about; nothing where nobody was asked for words."""
    if not any(text_questions(data) for data in datas):
        return []
    found = wording.say("method-suggested")
    if book.theme:
        found = wording.say("method-themes", codebook=book.id, version=book.version()[:8])
    return [found, wording.say("method-quotes")]


def unread_lines(themes: Themes | None, wording: Wording) -> list[str]:
    """How many answers nobody has read, since they are in languages without a codebook and not translated."""
    if themes is None or not themes.not_themed:
        return []
    names = wording.listed([NAMES.get(tag, tag) for tag in sorted(themes.not_themed)])
    return [wording.say("unread", n=sum(themes.not_themed.values()), names=names)]


def hand_lines(themes: Themes | None, wording: Wording) -> list[str]:
    """That people have changed what the program found, or translated what it could not read, and how often."""
    if themes is None:
        return []
    translated = sum(answer.translation is not None for answer in themes.answers)
    counted = {"method-hand": themes.assigned.applied, "translated": translated}
    return [wording.say(text_id, n=n) for text_id, n in counted.items() if n]
