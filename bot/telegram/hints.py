"""How a question is answered in a chat: what to write, press or send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.documents import MEGABYTE
from bot.telegram.calls import LARGEST_FILE
from bot.telegram.markup import cut
from surveys.conversation.respondent import RESPONDENT
from surveys.questionnaire.models import (
    Allocate,
    Date,
    File,
    FreeText,
    Indicator,
    Location,
    Number,
    Photo,
    Rank,
    Time,
)

if TYPE_CHECKING:
    from surveys.conversation.screens import QuestionScreen
    from surveys.texts import Texts

_LONGEST_NAME = 160


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
        case Location(allow_text=allow_text):
            return say("telegram-place") if allow_text else say("telegram-position-only")
        case File(types=types, max_mb=most):
            most = min(most, LARGEST_FILE // MEGABYTE)
            return say("telegram-file", types=", ".join(types), max=most)
        case _:
            return None


def _written(texts: Texts, screen: QuestionScreen) -> str | None:
    def say(text_id: str, **arguments: Any) -> str:
        return texts.say(screen.language, text_id, **arguments)

    match screen.question:
        case Date():
            return say("hint-date")
        case Time():
            return say("hint-time")
        case FreeText() if screen.key == RESPONDENT:
            return say("telegram-write")
        case FreeText():
            return f"{say('telegram-write')} {say('hint-text')}"
        case Indicator():
            return say("telegram-choose-or-write") if screen.options else say("telegram-write")
        case Number(with_year=with_year):
            told = say("telegram-write")
            if screen.unit:
                told = f"{told.removesuffix('.')} ({screen.unit})."
            return f"{told} {say('telegram-with-year')}" if with_year else told
        case Allocate(total=total):
            return _shares(texts, screen, total)
        case _:
            return None


def _shares(texts: Texts, screen: QuestionScreen, total: int) -> str:
    """How to type the shares, with an example that adds up."""
    count = len(screen.options)
    each, rest = divmod(total, count)
    example = " ".join(str(each + rest if place == 0 else each) for place in range(count))
    unit = f" {screen.unit}" if screen.unit else ""
    whole = f"{total}{unit}"
    return texts.say(screen.language, "telegram-shares", n=count, total=whole, example=example)
