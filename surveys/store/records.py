"""What goes into the store and what comes out of it: plain frozen records, no SQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from surveys.frozen import settled

if TYPE_CHECKING:
    from surveys.conversation.changes import Step
    from surveys.conversation.state import Key, State
    from surveys.conversation.values import Value


@settled(frozen=True, slots=True)
class Address:
    """Where a participation is reached.

    `hmac` is the keyed hash of the channel's own address (64 hexadecimal digits; the key lives outside the
    database). `plain` is kept only while messages may have to be sent: Telegram's chat id, else None.
    """

    channel: str
    hmac: str
    bot_id: int = 0
    plain: str | None = None


@settled(frozen=True, slots=True)
class Loaded:
    """A participation with its response and state. `response_id` None: has not begun."""

    participation_id: int
    survey_id: int
    response_id: str | None
    state: State
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody in a push channel has been shown, and what is on its way to them, at one moment."""

    participation_id: int
    last_message: int | None = None
    asked: str | None = None
    """The question that was last shown, in the words of whoever showed it; None when nobody has."""
    asked_message: int | None = None
    """The message in which it was first shown."""
    edited_s: int | None = None
    """Seconds of the channel's clock at which that message became this question, where it was another before."""
    waiting: tuple[Mapping[str, Any], ...] = ()
    """Intents that have not been sent, oldest first."""


@settled(frozen=True, slots=True)
class Turn:
    """One turn: the unit of the group commit. All of it is stored, or none.

    `based_on` is the response revision the step was computed from; when the stored one differs the store
    raises StaleTurn for this turn alone. `once` makes a repeated turn harmless: a second turn with the
    same text for the same participation changes nothing and comes back as a duplicate. `inbox` is the
    (bot_id, update_id) row that this turn settles. `outbox` are intents for push channels, opaque JSON;
    the only one for its person is leased until `lease_until`, where somebody will send it at once.
    """

    survey_id: int
    address: Address
    step: Step
    based_on: int
    at: dt.datetime
    participation_id: int | None = None
    response_id: str | None = None
    new_response_id: str | None = None
    """Given when this turn begins a response: a random uuid4 made outside the store."""
    receipt_hash: str | None = None
    """Given with `new_response_id`."""
    once: str | None = None
    inbox: tuple[int, int] | None = None
    outbox: tuple[Mapping[str, Any], ...] = ()
    lease_until: dt.datetime | None = None
    source: str = "self"


@settled(frozen=True, slots=True)
class Committed:
    """What a durable turn left behind. `duplicate`: it was already there, nothing changed.

    `reply`: what the turn says, leased to whoever wanted it; None when it waits in the outbox.
    """

    participation_id: int
    response_id: str | None
    duplicate: bool = False
    reply: OutboxMessage | None = None


@dataclass(frozen=True, slots=True)
class InboxUpdate:
    """One raw update, as Telegram sent it."""

    bot_id: int
    update_id: int
    payload: bytes


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reply that waits behind a claimed one of the same participation."""

    id: int
    intent: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A claimed reply: rendered when sent, under a lease that ends at `lease_until`.

    `unknown`: how many times it may have been sent without anybody knowing. `last_message`: the newest message
    known to be in the chat; `asked`: the question it was last asked, as `sent` was told. `behind`: what waits for the same participation, oldest first.
    """

    id: int
    participation_id: int
    survey_id: int
    bot_id: int
    address: str
    intent: Mapping[str, Any]
    attempts: int
    lease_until: dt.datetime
    unknown: int = 0
    last_message: int | None = None
    asked: str | None = None
    behind: tuple[Waiting, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One active answer, as analysis reads it. `respondent` is a number from 1 within this reading."""

    respondent: int
    key: Key
    value: Value
    language: str
    complete: bool
    came: int = 0
    """The publication with which the answer first counted; 0 where none has been made."""
    current: bool = True
    """Whether the person still says it."""


@dataclass(frozen=True, slots=True)
class QuoteDecision:
    """The organiser's word on one quote; `quote` is the quote's public id, `who` whoever said it, where it is known."""

    quote: str
    approved: bool
    at: dt.datetime
    who: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing `db verify` found; `where` names a table or promise, never content."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What `db verify` looked at and found."""

    checked: Mapping[str, int] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
