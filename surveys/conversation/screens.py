"""What a person sees now: a pure function of survey and state, the same for every channel (G4).

A channel renders a screen and decides nothing. Texts of the questionnaire are already in the person's
language and piped; the channel adds its own words (buttons, progress) from `bot/texts/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import datetime as dt

    from surveys.conversation.state import Key
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Button:
    """One option as shown. `open_text`: choosing it opens a line to write on.

    `number` is its place from 0 among all the question's options, those not offered now included.
    """

    id: str
    label: str
    exclusive: bool = False
    open_text: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row of a table, with the option or outside id that stands."""

    key: Key
    label: str
    chosen: str | None = None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class NoticeScreen:
    """Before the first question: who asks, why, voluntary, how long, where the answers go."""

    survey: Survey
    language: str
    title: str
    intro: str


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of a round of talk: when it is over, and whole seconds until then, 0 when it is."""

    ends: dt.datetime
    seconds: int


@dataclass(frozen=True, slots=True)
class QuestionScreen:
    """One question, or one table of it. `index` of `total` counts screens, not notes; both from 1.

    `rows` stands for a table (a matrix, or a compact loop): one answer each, `key` is the first row's. `writing` is the
    option whose open line is being written on (chat channels). `audio` names the recording of the text. `clock`: people
    talk until then.
    """

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
    rows: tuple[GridRow, ...] = ()
    writing: Button | None = None
    audio: str | None = None
    clock: Clock | None = None
    statement: str | None = None
    """The sentence that is voted on; `text` then asks what one thinks of it."""
    source: str | None = None
    """Who said it, where that was another participant."""
    policy: bool = False
    """Whether one writes for others to read: the channel says where the rules stand."""
    can_skip: bool = True
    """Whether passing it over is something else than one of its options."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One question on the last screen; `answer` is None where it was skipped. `private`: only its teller sees it.

    Of a row of a table, `table` is what the table asks and `row` what the row is called.
    """

    key: Key
    text: str
    answer: str | None
    private: bool = False
    table: str | None = None
    row: str | None = None


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
