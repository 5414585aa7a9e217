"""Sentences that a channel builds from an outcome: the notice as text, refusals, the receipt."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.localtime import LOCAL_ZONE
from bot.notice import influence_sentence, notice_texts
from surveys.conversation.rounds import BEGINS, TALK
from surveys.conversation.screens import ShutScreen
from surveys.conversation.state import (
    Accepted,
    Attach,
    Choose,
    Distribute,
    FillIn,
    Finished,
    NoLongerApplies,
    Pin,
    Refused,
    Rejected,
    SendDraft,
    Show,
    Tick,
    Unreadable,
    Write,
)
from surveys.texts import date_text

if TYPE_CHECKING:
    import datetime as dt

    from surveys.conversation.screens import NoticeScreen, QuestionScreen, Screen
    from surveys.conversation.state import Act, Event
    from surveys.survey import Survey
    from surveys.texts import Texts


ROUND_OVER = "round-over"
_ANSWERING = (Choose, Tick, SendDraft, Write, Pin, Show, Attach, Distribute, FillIn, Unreadable)
_ON = {BEGINS: "round-begin", TALK: "round-done"}


def on_text(screen: QuestionScreen) -> str:
    """What the button under a note says, as a text id."""
    return _ON.get(screen.key.question, "read-on")


def clock_text(screen: QuestionScreen, texts: Texts) -> str | None:
    """How long people still talk, or that it is over; None where no time is kept."""
    clock = screen.clock
    if clock is None:
        return None
    if not clock.seconds:
        return texts.say(screen.language, ROUND_OVER)
    until = clock.ends.astimezone(LOCAL_ZONE).strftime("%H.%M")
    minutes = math.ceil(clock.seconds / 60)
    return texts.say(screen.language, "round-running", time=until, minutes=minutes)


def short_notice(screen: NoticeScreen, texts: Texts) -> str:
    """What is said before the first question, as running text: who, why, voluntary, how long (L3)."""
    said = notice_texts(screen.survey, screen.language, texts)
    influence = said.influence and influence_sentence(said.influence, screen.language, texts)
    sentences = (
        said.demo,
        said.who,
        influence,
        said.voluntary,
        said.minutes,
        said.no_names,
        said.confidential,
        said.public,
        said.retention,
        said.saved,
    )
    return " ".join(sentence for sentence in sentences if sentence)


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


def is_late(act: Act, screen: Screen) -> bool:
    """Whether an answer came after the closing: it is not saved, and whoever sent it is told so."""
    return (
        isinstance(act, _ANSWERING) and isinstance(screen, ShutScreen) and screen.reason == "closed"
    )


def shut_text(screen: ShutScreen, texts: Texts) -> str:
    """Why the survey takes no answers."""
    if screen.reason == "scheduled" and screen.survey.opens is not None:
        opens = local_date(screen.survey.opens)
        return texts.say(screen.language, "scheduled", date=date_text(opens, screen.language))
    return texts.say(screen.language, "closed")


def receipt_text(survey: Survey, receipt: str, language: str, texts: Texts) -> str:
    """The receipt, and until when it works."""
    if survey.closes is None:
        return texts.say(language, "receipt-until-closed", code=receipt)
    until = date_text(local_date(survey.closes), language)
    return texts.say(language, "receipt", code=receipt, date=until)


def local_date(moment: dt.datetime) -> dt.date:
    """The day where people answer."""
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo("Europe/Stockholm")).date()
