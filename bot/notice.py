"""What the law wants said, in the reader's language (L1, L3, L22): one place for the words, each channel lays them out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from surveys.conversation.respondent import is_shown_by_name
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import FreeText
from surveys.survey import K_MIN
from surveys.texts import date_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from surveys.questionnaire.models import Questionnaire
    from surveys.survey import Survey
    from surveys.texts import Texts


@dataclass(frozen=True, slots=True)
class Influence:
    """What can be changed, what cannot, and when and where the answer back comes."""

    can: str
    cannot: str
    date: str
    where: str


@dataclass(frozen=True, slots=True)
class NoticeTexts:
    """Each sentence of the notice; None where the survey has no use for it."""

    who: str
    minutes: str
    voluntary: str
    saved: str
    public: str
    retention: str
    basis: str
    no_names: str | None
    quotes: str | None
    confidential: str | None
    demo: str | None
    influence: Influence | None


def notice_texts(
    survey: Survey, language: str, texts: Texts, cut: Callable[[str], str] = str
) -> NoticeTexts:
    """The survey's notice in one language; `cut` shortens what the organiser wrote, where a channel must."""
    tell, notice = partial(texts.say, language), survey.notice
    words = any(isinstance(question, FreeText) for question in survey.questionnaire.question)
    purpose = cut(_inline(say(notice.purpose, language)))
    basis, decision = cut(_basis(survey, texts, language)), cut(notice.decision_ref)
    return NoticeTexts(
        who=tell("notice-who", organisation=cut(notice.controller), purpose=purpose),
        minutes=tell("notice-minutes", minutes=minutes(survey.questionnaire)),
        voluntary=tell("notice-voluntary"),
        saved=tell("notice-saved"),
        public=tell("notice-public"),
        retention=tell("notice-retention", date=date_text(notice.retain_until, language)),
        basis=tell("notice-basis", basis=basis, decision=decision),
        no_names=tell("notice-no-names") if words else None,
        quotes=tell("notice-quotes") if words else None,
        confidential=_confidential(survey, tell),
        demo=tell("notice-demo") if notice.demo else None,
        influence=_influence(survey, language, cut),
    )


def _confidential(survey: Survey, tell: Callable[..., str]) -> str | None:
    """Who can see who has said what."""
    questionnaire = survey.questionnaire
    if questionnaire.anonymity == "confidential":
        return tell("notice-confidential", k=K_MIN)
    if is_shown_by_name(survey):
        return tell("notice-by-name", unit=questionnaire.unit)
    return None


def influence_sentence(influence: Influence, language: str, texts: Texts) -> str:
    """The declaration as running text."""
    return texts.say(
        language,
        "influence",
        can=influence.can,
        cannot=influence.cannot,
        date=influence.date,
        where=influence.where,
    )


def minutes(questionnaire: Questionnaire) -> int:
    """About how long answering takes; at least one minute."""
    return max(1, questionnaire.max_seconds // 60)


def _inline(written: str) -> str:
    """The end of a sentence: the sentence brings its own full stop."""
    return written.strip().removesuffix(".")


def _basis(survey: Survey, texts: Texts, language: str) -> str:
    given = survey.notice.legal_basis
    named = f"basis-{given}"
    return texts.say(language, named) if texts.knows(named) else given


def _influence(survey: Survey, language: str, cut: Callable[[str], str]) -> Influence | None:
    declared = survey.influence
    if declared is None:
        return None
    return Influence(
        can=cut(say(declared.can_affect, language)),
        cannot=cut(say(declared.cannot_affect, language)),
        date=_day(declared.feedback.date, language),
        where=cut(_inline(say(declared.feedback.where, language))),
    )


def _day(written: str, language: str) -> str:
    """An ISO date as people write it; anything else as the organiser wrote it."""
    try:
        return date_text(dt.date.fromisoformat(written), language)
    except ValueError:
        return written
