"""What a person sees now: a pure function of survey and state, the same for every channel (G4).

A channel renders a screen and decides nothing. Texts of the questionnaire are already in the person's
language and piped; the channel adds its own words (buttons, progress) from `bot/texts/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from surveys.conversation.state import Key
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Button:
    """One option as shown. `open_text`: choosing it opens a line to write on."""

    id: str
    label: str
    exclusive: bool = False
    open_text: bool = False


@dataclass(frozen=True, slots=True)
class NoticeScreen:
    """Before the first question: who asks, why, voluntary, how long, where the answers go."""

    survey: Survey
    language: str
    title: str
    intro: str


@dataclass(frozen=True, slots=True)
class QuestionScreen:
    """One question. `index` of `total` counts questions, not notes; both from 1."""

    survey: Survey
    language: str
    key: Key
    question: AnyQuestion
    text: str
    help: str | None
    index: int
    total: int
    options: tuple[Button, ...] = ()
    outside: tuple[Button, ...] = ()
    places: tuple[Button, ...] = ()
    value: Value | None = None
    draft: tuple[str, ...] = ()
    unit: str | None = None
    can_go_back: bool = False
    changing: bool = False
    revision: int = 0


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One question on the last screen; `answer` is None where it was skipped."""

    key: Key
    text: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class EndScreen:
    """Everything on the path is answered or skipped: thanks, and each answer with a way to change it."""

    survey: Survey
    language: str
    lines: tuple[ReviewLine, ...]
    revision: int = 0


@dataclass(frozen=True, slots=True)
class ShutScreen:
    """The survey takes no answers now. `reason` is `closed` or `scheduled`."""

    survey: Survey
    language: str
    reason: str


Screen: TypeAlias = NoticeScreen | QuestionScreen | EndScreen | ShutScreen
