"""What a participant is told before the first question, as one message."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.telegram.markup import bold, cut, escape
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import FreeText
from surveys.survey import K_MIN
from surveys.texts import date_text

if TYPE_CHECKING:
    from surveys.conversation.screens import NoticeScreen
    from surveys.survey import Survey
    from surveys.texts import Texts

_LONGEST_PART = 400
"""Units of each text that an organiser writes: together with ours they stay below Telegram's 4096."""
_LONGEST_NAME = 160


def notice(texts: Texts, screen: NoticeScreen, elsewhere: str) -> str:
    """The notice as HTML, within Telegram's limit. `elsewhere`: the third country and the way round it."""
    survey, language = screen.survey, screen.language
    parts = [bold(cut(screen.title, 200))]
    if survey.notice.demo:
        parts.append(escape(texts.say(language, "notice-demo")))
    parts += [escape(cut(screen.intro, _LONGEST_PART))] if screen.intro else []
    paragraphs = (" ".join(filter(None, lines)) for lines in _sentences(texts, survey, screen))
    parts += [escape(paragraph) for paragraph in paragraphs if paragraph]
    parts.append(escape(elsewhere))
    return "\n\n".join(parts)


def _sentences(texts: Texts, survey: Survey, screen: NoticeScreen) -> list[list[str]]:
    """Paragraphs of sentences: who and why, how, what it leads to, what happens with the answers."""
    language, given = screen.language, survey.notice
    until = date_text(given.retain_until, language)
    who = texts.say(
        language,
        "notice-who",
        organisation=cut(given.controller, _LONGEST_NAME),
        purpose=cut(say(given.purpose, language), _LONGEST_PART),
    )
    words = any(isinstance(question, FreeText) for question in survey.questionnaire.question)
    how = ["notice-voluntary", *(["notice-no-names"] if words else [])]
    return [
        [who, texts.say(language, "notice-minutes", minutes=screen.minutes)],
        [texts.say(language, text_id) for text_id in how],
        _influence(texts, survey, language),
        [_confidential(texts, survey, language)],
        [
            *([texts.say(language, "notice-quotes")] if words else []),
            texts.say(language, "notice-public"),
            texts.say(language, "notice-retention", date=until),
        ],
        [texts.say(language, "notice-saved"), _basis(texts, survey, language)],
    ]


def _confidential(texts: Texts, survey: Survey, language: str) -> str:
    if survey.questionnaire.anonymity != "confidential":
        return ""
    return texts.say(language, "notice-confidential", k=K_MIN)


def _basis(texts: Texts, survey: Survey, language: str) -> str:
    given = survey.notice
    known = f"basis-{given.legal_basis}"
    named = texts.knows(known) and known != "basis-other"
    basis = texts.say(language, known) if named else cut(given.legal_basis, _LONGEST_NAME)
    decision = cut(given.decision_ref, _LONGEST_NAME)
    return texts.say(language, "notice-basis", basis=basis, decision=decision)


def _influence(texts: Texts, survey: Survey, language: str) -> list[str]:
    declared = survey.influence
    if declared is None:
        return []
    sentence = texts.say(
        language,
        "influence",
        can=cut(say(declared.can_affect, language), _LONGEST_PART),
        cannot=cut(say(declared.cannot_affect, language), _LONGEST_PART),
        date=_day(declared.feedback.date, language),
        where=cut(say(declared.feedback.where, language), _LONGEST_PART),
    )
    return [sentence]


def _day(iso: str, language: str) -> str:
    try:
        return date_text(dt.date.fromisoformat(iso), language)
    except ValueError:
        return iso
