"""What the law wants said, in the reader's language: the short notice and the whole one (L1, L3, L22)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from surveys.questionnaire.languages import say
from surveys.survey import K_MIN
from surveys.texts import date_text

if TYPE_CHECKING:
    from surveys.survey import Survey
    from surveys.texts import Texts


@dataclass(frozen=True, slots=True)
class InfluenceLines:
    """What can be changed, what cannot, and when and where the answer back comes."""

    can: str
    cannot: str
    date: str
    where: str


@dataclass(frozen=True, slots=True)
class NoticeLines:
    """The notice ready to print. `chapters` are headings with their paragraphs, for the whole notice."""

    who: str
    influence: InfluenceLines | None
    facts: tuple[str, ...]
    chapters: tuple[tuple[str, tuple[str, ...]], ...]


def notice_lines(survey: Survey, language: str, texts: Texts) -> NoticeLines:
    """The survey's notice in one language."""
    tell = partial(texts.say, language)
    notice = survey.notice
    who = tell(
        "notice-who",
        organisation=notice.controller,
        purpose=_inline(say(notice.purpose, language)),
    )
    until = tell("notice-retention", date=date_text(notice.retain_until, language))
    confidential = survey.questionnaire.anonymity == "confidential"
    promise = (tell("notice-confidential", k=K_MIN),) if confidential else ()
    reader = (*promise, tell("notice-quotes"), tell("notice-public"))
    minutes = max(1, survey.questionnaire.max_seconds // 60)
    free = (tell("notice-voluntary"), tell("notice-saved"))
    return NoticeLines(
        who=who,
        influence=_influence(survey, language),
        facts=(
            tell("notice-minutes", minutes=minutes),
            *free,
            tell("notice-no-names"),
            *reader,
            until,
        ),
        chapters=(
            (tell("web-privacy-answer-title"), _basis(survey, texts, language)),
            (tell("web-privacy-voluntary-title"), (*free, tell("notice-no-names"))),
            (tell("web-privacy-reader-title"), reader),
            (
                tell("web-privacy-kept-title"),
                (
                    until,
                    tell("web-privacy-until-closed"),
                    tell("web-privacy-log"),
                    tell("web-privacy-cookie"),
                ),
            ),
            (
                tell("web-privacy-rights-title"),
                (
                    tell("web-privacy-rights", organisation=notice.controller),
                    tell("web-privacy-complain"),
                ),
            ),
        ),
    )


def _inline(purpose: str) -> str:
    """A purpose as the end of a sentence: the sentence brings its own full stop."""
    return purpose.strip().removesuffix(".")


def _influence(survey: Survey, language: str) -> InfluenceLines | None:
    influence = survey.influence
    if influence is None:
        return None
    return InfluenceLines(
        can=say(influence.can_affect, language),
        cannot=say(influence.cannot_affect, language),
        date=_day(influence.feedback.date, language),
        where=_inline(say(influence.feedback.where, language)),
    )


def _day(written: str, language: str) -> str:
    """An ISO date as people write it; anything else as the organiser wrote it."""
    try:
        return date_text(dt.date.fromisoformat(written), language)
    except ValueError:
        return written


def _basis(survey: Survey, texts: Texts, language: str) -> tuple[str, ...]:
    notice = survey.notice
    named = f"basis-{notice.legal_basis}"
    basis = (
        texts.say(language, named)
        if texts.knows(named) and notice.legal_basis != "other"
        else notice.legal_basis
    )
    lines = [
        texts.say(language, "web-privacy-controller", organisation=notice.controller),
        texts.say(language, "notice-basis", basis=basis, decision=notice.decision_ref),
    ]
    if notice.dpia_ref:
        lines.append(texts.say(language, "web-privacy-dpia", reference=notice.dpia_ref))
    if notice.processor_agreement:
        lines.append(
            texts.say(language, "web-privacy-processor", reference=notice.processor_agreement)
        )
    return tuple(lines)
