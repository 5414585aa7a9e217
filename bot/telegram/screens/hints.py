"""How a question is answered in a chat: what to write, press or send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.documents import MEGABYTE
from bot.telegram.outgoing.calls import LARGEST_FILE
from bot.telegram.screens.markup import cut
from bot.telegram.screens.picking import is_tapped
from surveys.conversation.respondent import RESPONDENT
from surveys.questionnaire.models import (
    Allocate,
    Date,
    File,
    FreeText,
    Indicator,
    Location,
    Multi,
    Number,
    Photo,
    Rank,
    Time,
)

if TYPE_CHECKING:
    from surveys.conversation.screens import QuestionScreen
    from surveys.texts import Texts

_LONGEST_NAME = 160
_LONGEST_UNIT = 60
_LONGEST_EXAMPLE = 120


def hints(texts: Texts, screen: QuestionScreen) -> list[str]:
    """The sentences under a question; none where the buttons say it all."""
    if screen.writing is not None:
        name = cut(screen.writing.label, _LONGEST_NAME)
        return [texts.say(screen.language, "telegram-write-beside", label=name)]
    hint = _pressed_or_sent(texts, screen) or _written(texts, screen)
    return [hint] if hint is not None else []


def _pressed_or_sent(texts: Texts, screen: QuestionScreen) -> str | None:
    def say(text_id: str, **arguments: Any) -> str:
        return texts.say(screen.language, text_id, **arguments)

    match screen.question:
        case Photo():
            return say("hint-photo")
        case Rank():
            return say("telegram-order")
        case Multi():
            return say("telegram-several")
        case Location(allow_text=True) if screen.places:
            return say("telegram-place-listed")
        case Location(allow_text=allow_text):
            return say("telegram-place") if allow_text else say("telegram-position-only")
        case File(types=types, max_mb=most):
            most = min(most, LARGEST_FILE // MEGABYTE)
            return say("telegram-file", types=", ".join(types), max=most)
        case _:
            return None


def _written(texts: Texts, screen: QuestionScreen) -> str | None:
    def say(text_id: str) -> str:
        return texts.say(screen.language, text_id)

    match screen.question:
        case Date():
            return say("telegram-tap-day")
        case Time():
            return say("telegram-tap-time")
        case FreeText() if screen.key == RESPONDENT:
            return say("telegram-write")
        case FreeText():
            return f"{say('telegram-write')} {say('hint-text')}"
        case Indicator():
            return say("telegram-choose-or-write") if screen.options else say("telegram-write")
        case Number() as question:
            return _number(texts, screen, question)
        case Allocate(total=total):
            return _shares(texts, screen, total)
        case _:
            return None


def _number(texts: Texts, screen: QuestionScreen, question: Number) -> str:
    """To tap or to write; with its unit, and a year where one belongs to it."""
    told = texts.say(
        screen.language, "telegram-tap-or-write" if is_tapped(question) else "telegram-write"
    )
    if screen.unit:
        told = f"{told.removesuffix('.')} ({cut(screen.unit, _LONGEST_UNIT)})."
    return (
        f"{told} {texts.say(screen.language, 'telegram-with-year')}" if question.with_year else told
    )


def _shares(texts: Texts, screen: QuestionScreen, total: int) -> str:
    """How to type the shares, with an example that adds up."""
    count = len(screen.options)
    each, rest = divmod(total, count)
    example = " ".join(str(each + rest if place == 0 else each) for place in range(count))
    unit = f" {cut(screen.unit, _LONGEST_UNIT)}" if screen.unit else ""
    return texts.say(
        screen.language,
        "telegram-shares",
        n=count,
        total=f"{total}{unit}",
        example=cut(example, _LONGEST_EXAMPLE),
    )
