"""What is not an answer to anything: groups, organisers, and who wants no reminders. Looked at before the conversation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.telegram.incoming.attempts import Attempts
from bot.telegram.outreach.following import Following
from bot.telegram.outreach.groups import Groups
from bot.telegram.outreach.organisers import MOST_CODES, WITHIN, Organisers
from bot.telegram.outreach.stopping import Stopping
from bot.telegram.outreach.subscribing import Subscribers

if TYPE_CHECKING:
    from bot.telegram.outgoing.sending import Parts
    from bot.telegram.outreach.posting import Posting
    from bot.telegram.replying import One, Replies

MOST_POSTS = 6
"""Times a minute that a group may ask for posts."""


@dataclass(frozen=True, slots=True)
class Beside:
    """`groups` reads raw updates; the others what somebody did in a private chat."""

    groups: Groups
    organisers: Organisers
    stopping: Stopping
    subscribers: Subscribers

    async def heard(self, one: One) -> bool:
        """Whether it was none of the conversation's business, and is done with."""
        return await self.organisers.heard(one) or await self.stopping.heard(one)


def beside(parts: Parts, replies: Replies, posting: Posting) -> Beside:
    """Everything beside the conversation, wired."""
    following = Following(
        parts.store, parts.renderer, parts.clock, parts.reminders.schedule.zone, posting.username
    )
    codes = Attempts(MOST_CODES, WITHIN, parts.clock)
    subscribers = Subscribers(replies)
    posts = Attempts(MOST_POSTS, dt.timedelta(minutes=1), parts.clock)
    return Beside(
        Groups(
            parts.service,
            parts.store,
            replies.sender,
            parts.renderer,
            posting,
            posts,
            parts.bot_id,
        ),
        Organisers(replies, parts.calls, parts.pace, following, codes),
        Stopping(replies, subscribers),
        subscribers,
    )
