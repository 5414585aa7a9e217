"""From a screen to what the templates need. Decides nothing about the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from surveys.conversation.values import (
    Agreement,
    Amount,
    Choice,
    Choices,
    Day,
    NamedPlace,
    Outside,
    Picture,
    TimeOfDay,
    Words,
)
from surveys.questionnaire.models import FreeText, Multi, Photo

if TYPE_CHECKING:
    from bot.web.forms import Sent
    from surveys.conversation.screens import QuestionScreen
    from surveys.conversation.values import Value
    from surveys.texts import Texts

PHOTO_MB = 15
"""The largest picture taken in, in megabytes of 1,000,000 bytes."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the fields of a question: the saved answer, or what was just sent and refused."""

    chosen: frozenset[str] = frozenset()
    text: str = ""
    year: str = ""
    other: Mapping[str, str] = field(default_factory=dict)
    kept: bool = False


def filled_from_value(value: Value | None, language: str) -> Filled:
    """The fields as they were when the answer was saved."""
    match value:
        case Choice(option=option, other=other):
            return Filled(frozenset({option}), other={option: other} if other else {})
        case Choices(options=options, other=others):
            return Filled(frozenset(options), other=others)
        case Outside(option=chosen) | NamedPlace(place=chosen):
            return Filled(frozenset({chosen}))
        case Agreement(given=given):
            return Filled(frozenset({"yes" if given else "no"}))
        case Amount(number=number, year=year):
            shown = number.replace(".", ",") if language.startswith("sv") else number
            return Filled(text=shown, year=str(year or ""))
        case Words(text=text) | Day(date=text) | TimeOfDay(time=text):
            return Filled(text=text)
        case Picture():
            return Filled(kept=True)
    return Filled()


def filled_from_form(sent: Sent, screen: QuestionScreen) -> Filled:
    """The fields as the person just filled them in: nothing written is lost by a refusal."""
    known = {button.id for button in (*screen.options, *screen.outside, *screen.places)}
    return Filled(
        chosen=frozenset(sent.answers) & known,
        text="\n".join(answer for answer in sent.answers if answer not in known),
        year=sent.year,
        other=sent.other,
    )


def question_view(
    screen: QuestionScreen,
    filled: Filled,
    texts: Texts,
    *,
    problem: str | None,
    about_year: bool = False,
) -> dict[str, Any]:
    """The template's values for one question page. `about_year`: the problem is the year's, not the number's."""
    helps = _helps(screen, texts)
    described = [f"help-{number}" for number in range(1, len(helps) + 1)]
    if problem:
        described.append("problem")
    return {
        "screen": screen,
        "kind": screen.question.kind,
        "tick": "checkbox" if isinstance(screen.question, Multi) else "radio",
        "filled": filled,
        "helps": helps,
        "described_by": " ".join(described),
        "problem": problem,
        "target": "year" if about_year else "answer-1" if screen.options else "answer",
    }


def _helps(screen: QuestionScreen, texts: Texts) -> tuple[str, ...]:
    helps = [screen.help] if screen.help else []
    if isinstance(screen.question, FreeText):
        helps.append(texts.say(screen.language, "hint-text"))
    if isinstance(screen.question, Photo):
        helps.append(texts.say(screen.language, "web-photo-limit", max=PHOTO_MB))
        if screen.question.needs_consent:
            helps.append(texts.say(screen.language, "web-photo-consent"))
    return tuple(helps)
