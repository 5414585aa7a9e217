"""Who takes part, and what an act of theirs led to: what every channel gives and gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from surveys.conversation.state import Context, State
from surveys.conversation.view import screen
from surveys.frozen import settled

if TYPE_CHECKING:
    import datetime as dt

    from surveys.conversation.path import Path
    from surveys.conversation.routing import Pool
    from surveys.conversation.screens import Screen
    from surveys.conversation.state import Event
    from surveys.store.records import OutboxMessage
    from surveys.survey import Survey


@settled(frozen=True, slots=True)
class Who:
    """Somebody in a channel. `address` is the channel's own: a cookie's token, a chat id as text.

    `plain` is given where messages must be sent to the address (Telegram).
    """

    code: str
    channel: str
    address: str
    bot_id: int = 0
    plain: str | None = None


@settled(frozen=True)
class Outcome:
    """What a turn led to, or what is there now, `at` a moment.

    `reply`: what is to be sent, when it is leased to who wanted it. `along`: the path of `state`, where it is known.
    """

    survey: Survey
    state: State
    at: dt.datetime
    events: tuple[Event, ...] = ()
    duplicate: bool = False
    reply: OutboxMessage | None = None
    receipts: Callable[[], str] | None = field(default=None, compare=False, repr=False)
    along: Path | None = field(default=None, compare=False, repr=False)
    pools: Mapping[str, Pool] = field(default_factory=dict, compare=False, repr=False)
    """Statements as they stand, by question."""

    @cached_property
    def screen(self) -> Screen:
        """What the person sees; made when somebody shows it, and a redirect shows nothing."""
        return screen(self.state, Context(self.survey, self.at, pools=self.pools), self.along)

    @cached_property
    def receipt(self) -> str | None:
        """The plain code, once begun; worked out when somebody shows it."""
        return self.receipts() if self.receipts is not None and self.state.begun else None
