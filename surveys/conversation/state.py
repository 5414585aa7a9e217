"""What a conversation remembers, what comes in, and what is told of it; `changes.py` has what a step gives back.

Belonging: `answers`, `facts` and `revision` are the response's; `language`, `begun`, `focus`, `changing`
and `draft` are the participation's. There is no cursor: the place in the questionnaire is computed from
the answers (`path.py`); `focus` is a hint, recomputed when it is off the path.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from surveys.frozen import settled

if TYPE_CHECKING:
    from surveys.conversation.routing import Pool
    from surveys.conversation.values import Value
    from surveys.survey import Survey


class Key(NamedTuple):
    """Which question, in which turn of its loop; turn '' where there is no loop."""

    question: str
    turn: str = ""


ROUNDS = "rounds"
"""The fact that says how many statements somebody is handed, by question."""


@dataclass(frozen=True, slots=True)
class Handed:
    """That a statement lies before somebody. `chance`: the probability with which it was drawn for them.

    `chance` is None where nothing was drawn: their `own`, or one they chose instead of sending a similar one.
    """

    chance: float | None
    own: bool = False


@settled(frozen=True, slots=True)
class State:
    """Everything a conversation remembers between two inputs."""

    language: str = "sv"
    begun: bool = False
    answers: Mapping[Key, Value] = field(default_factory=dict)
    """Also those off the path: they are kept, and never counted or exported."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 0
    """Rises by one with every turn that changes an answer."""
    focus: Key | None = None
    """A question the person went back to; None means the first one without an answer."""
    changing: bool = False
    """True when one answer is being changed from the last screen: afterwards return there."""
    draft: tuple[str, ...] = ()
    """Options ticked so far in a question that has not been sent (chat channels); of a rank in order."""
    seat: int = 0
    """Which of the response's devices this is, from 0, in the order they joined."""
    seats: int = 1
    """How many devices share the response."""
    handed: Mapping[Key, Handed] = field(default_factory=dict)
    """Statements that lie before the person, in the order they came; drawn once and never again."""
    clocks: Mapping[str, dt.datetime] = field(default_factory=dict)
    """When each round of talk that has begun is over, by turn (`rounds.py`); the response's."""


@settled(frozen=True, slots=True)
class Context:
    """Everything from outside. `now` is aware UTC.

    `drawn`: for somebody who begins now, the items chance gave them, by dimension; becomes a fact.
    """

    survey: Survey
    now: dt.datetime
    drawn: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pools: Mapping[str, Pool] = field(default_factory=dict)
    """The statements of each question as they stand; where one is missing, the organiser's without a vote."""
    chance: str = ""
    """Chance of this input, new each time: where it is used it becomes a fact."""


# What a person can do. `key` says which question an act is about; None means the one on the screen.


@dataclass(frozen=True, slots=True)
class Arrive:
    """Opened the link, scanned the code, wrote /start."""

    language: str | None = None


@dataclass(frozen=True, slots=True)
class Begin:
    """Has read the notice, in `language` where the channel knows it, and wants to answer."""

    language: str | None = None


@dataclass(frozen=True, slots=True)
class Choose:
    """Sent a choice: option ids (an outside id too), and what was written on open lines."""

    options: tuple[str, ...]
    key: Key | None = None
    other: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tick:
    """Ticked or unticked one option of a multi question without sending it."""

    option: str
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class SendDraft:
    """Sends what has been ticked."""

    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Write:
    """Wrote something; the question decides what it means."""

    text: str
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """Shared a position, in WGS84 degrees, not yet rounded."""

    lat: float
    lon: float
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """Sent a photo that the store has already taken in, re-encoded."""

    file: str
    width: int
    height: int
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Attach:
    """Sent a document that the store has already taken in."""

    file: str
    name: str
    size: int
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Distribute:
    """Shared out units: what was typed, by option id."""

    amounts: Mapping[str, str]
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class FillIn:
    """Sent a whole table: option or outside ids by turn; rows left out are skipped. `key` is any of its rows."""

    chosen: Mapping[str, str]
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Does not want to answer this one."""

    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """Wants to see the question before `key`."""

    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Wants to change the answer to `key`."""

    key: Key


@dataclass(frozen=True, slots=True)
class Speak:
    """Wants another language."""

    language: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Sent something no question takes: a sticker, a voice message, a contact."""


Act: TypeAlias = (
    Arrive
    | Begin
    | Choose
    | Tick
    | SendDraft
    | Write
    | Pin
    | Show
    | Attach
    | Distribute
    | FillIn
    | Skip
    | Back
    | Change
    | Speak
    | Unreadable
)


@settled(frozen=True, slots=True)
class Input:
    """One thing that happened, and the world it happened in."""

    act: Act
    context: Context


# What a step tells.


@settled(frozen=True, slots=True)
class Accepted:
    """The value now stands at `key`."""

    key: Key
    value: Value


@dataclass(frozen=True, slots=True)
class Rejected:
    """The input was no answer to `key`. `reason` names a text `rejected-<reason>`; `hint` fills it."""

    key: Key | None
    reason: str
    hint: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoLongerApplies:
    """Answers that left the path because of a change; kept, and back when the path returns."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The last question on the path has just been answered."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The survey takes no answers: `closed` or `scheduled`; or `unknown_question` for an old button."""

    reason: str


Event: TypeAlias = Accepted | Rejected | NoLongerApplies | Finished | Refused
