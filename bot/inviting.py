"""Invitations and reminders, ready to copy: we send none ourselves, for we keep nobody's address.

Each says who asks, how long it takes, that it is voluntary, when it closes and where to go.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from bot.localtime import LOCAL_ZONE
from bot.notice import minutes
from bot.sms import SmsLength, sms_length
from surveys.questionnaire.languages import say
from surveys.texts import date_text

if TYPE_CHECKING:
    from surveys.survey import Survey
    from surveys.texts import Texts

Occasion = Literal["invite", "remind"]
OCCASIONS: tuple[Occasion, ...] = ("invite", "remind")
_ISOLATES = dict.fromkeys((0x2068, 0x2069))
"""Fluent's marks around what is put in: in a message that is copied they would stick to the link."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """One message in one language, as mail and as a text message."""

    occasion: Occasion
    language: str
    subject: str
    mail: str
    sms: str

    @property
    def length(self) -> SmsLength:
        """How long the text message is."""
        return sms_length(self.sms)


def invitation(
    survey: Survey, occasion: Occasion, language: str, address: str, texts: Texts
) -> Invitation:
    """The message for a survey that is answered at `address`."""
    tell = partial(texts.say, language)
    notice = survey.notice
    about = {"title": survey.title.rstrip("."), "organisation": notice.controller}
    purpose = say(notice.purpose, language).strip().removesuffix(".")
    facts = [
        tell("notice-who", organisation=notice.controller, purpose=purpose),
        tell("notice-minutes", minutes=minutes(survey.questionnaire)),
        tell("notice-voluntary"),
        _until(survey, language, texts, "invite-until"),
    ]
    mail = "\n\n".join(
        (
            tell("invite-hello"),
            tell(f"invite-{occasion}", **about),
            f"{tell('invite-here')}\n{address}",
            " ".join(fact for fact in facts if fact),
            tell("invite-regards", **about),
        )
    )
    short = (
        tell(f"invite-sms-{occasion}", **about),
        address,
        facts[1],
        facts[2],
        _until(survey, language, texts, "invite-sms-until"),
    )
    return Invitation(
        occasion,
        language,
        _plain(tell(f"invite-subject-{occasion}", **about)),
        _plain(mail),
        _plain(" ".join(part for part in short if part)),
    )


def _until(survey: Survey, language: str, texts: Texts, text_id: str) -> str:
    """Until when one can answer; nothing where nobody has said."""
    if survey.closes is None:
        return ""
    closes = survey.closes.astimezone(LOCAL_ZONE)
    day = date_text(closes.date(), language)
    return texts.say(language, text_id, date=day, time=closes.strftime("%H.%M"))


def _plain(text: str) -> str:
    return text.translate(_ISOLATES)
