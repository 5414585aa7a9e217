"""Sentences that several channels build from a screen: the notice, refusals, the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conversation.state import Accepted, Finished, NoLongerApplies, Refused, Rejected
from surveys.questionnaire.languages import say
from surveys.survey import K_MIN
from surveys.texts import date_text

if TYPE_CHECKING:
    import datetime as dt

    from surveys.conversation.screens import NoticeScreen, ShutScreen
    from surveys.conversation.state import Event
    from surveys.survey import Survey
    from surveys.texts import Texts


def short_notice(screen: NoticeScreen, texts: Texts) -> list[str]:
    """What is said before the first question, one sentence group a line: who, why, voluntary, how long (L3)."""
    survey, language = screen.survey, screen.language
    until = date_text(survey.notice.retain_until, language)
    lines = [
        texts.say(
            language,
            "notice-who",
            organisation=survey.notice.controller,
            purpose=say(survey.notice.purpose, language),
        ),
        texts.say(language, "notice-voluntary"),
        texts.say(language, "notice-minutes", minutes=screen.minutes),
        texts.say(language, "notice-no-names"),
        texts.say(language, "notice-public"),
        texts.say(language, "notice-retention", date=until),
    ]
    if survey.questionnaire.anonymity == "confidential":
        lines.append(texts.say(language, "notice-confidential", k=K_MIN))
    if (influence := influence_text(survey, language, texts)) is not None:
        lines.insert(1, influence)
    if survey.notice.demo:
        lines.insert(0, texts.say(language, "notice-demo"))
    return lines


def full_notice(survey: Survey, language: str, texts: Texts) -> list[str]:
    """What /integritet shows beside the short notice: saving, quotes, legal basis, decision."""
    basis = survey.notice.legal_basis
    known = f"basis-{basis}"
    named = texts.say(language, known) if texts.knows(known) else basis
    return [
        texts.say(language, "notice-saved"),
        texts.say(language, "notice-quotes"),
        texts.say(language, "notice-basis", basis=named, decision=survey.notice.decision_ref),
    ]


def influence_text(survey: Survey, language: str, texts: Texts) -> str | None:
    """What can and cannot be influenced, and where the answer back is given (L22)."""
    influence = survey.influence
    if influence is None or survey.questionnaire.purpose != "dialogue":
        return None
    return texts.say(
        language,
        "influence",
        can=say(influence.can_affect, language),
        cannot=say(influence.cannot_affect, language),
        date=_iso_date_text(influence.feedback.date, language),
        where=say(influence.feedback.where, language),
    )


def _iso_date_text(written: str, language: str) -> str:
    import datetime as dt

    try:
        return date_text(dt.date.fromisoformat(written), language)
    except ValueError:
        return written


def told(events: tuple[Event, ...], language: str, texts: Texts) -> list[str]:
    """What events say to the person; an accepted answer needs no words."""
    lines = []
    for event in events:
        match event:
            case Rejected(reason=reason, hint=hint):
                lines.append(texts.say(language, f"rejected-{reason}", **hint))
            case NoLongerApplies(keys=keys):
                lines.append(texts.say(language, "no-longer-applies", n=len(keys)))
            case Refused(reason="unknown_question"):
                lines.append(texts.say(language, "old-button"))
            case Accepted() | Finished() | Refused():
                pass
    return lines


def shut_text(screen: ShutScreen, texts: Texts) -> str:
    """Why the survey takes no answers."""
    if screen.reason == "scheduled" and screen.survey.opens is not None:
        opens = _local_date(screen.survey.opens)
        return texts.say(screen.language, "scheduled", date=date_text(opens, screen.language))
    return texts.say(screen.language, "closed")


def receipt_text(survey: Survey, receipt: str, language: str, texts: Texts) -> str:
    """The receipt, and until when it works."""
    if survey.closes is None:
        return texts.say(language, "receipt-until-closed", code=receipt)
    until = date_text(_local_date(survey.closes), language)
    return texts.say(language, "receipt", code=receipt, date=until)


def _local_date(moment: dt.datetime) -> dt.date:
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo("Europe/Stockholm")).date()
