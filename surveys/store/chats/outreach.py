"""The verbs beside the conversation: reminders, posts in groups, organisers in chat."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from surveys.store.chats import groups, organisers, reminders
from surveys.store.chats.post import Post
from surveys.store.dialogue import rounds
from surveys.store.times import to_ms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from surveys.store.chats.groups import GroupPost
    from surveys.store.records import Address

FORGOTTEN_AFTER = dt.timedelta(days=7)
"""A reminder that could not go within this time of being due does not come at all: it would only surprise."""
LAST_HOUR = dt.timedelta(hours=1)
"""Nobody is reminded of a survey that closes within it."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Who is to be reminded: participants of a bot who have been silent for so long at a moment."""

    bot_id: int
    now: dt.datetime
    silent_for: dt.timedelta

    def idle(self) -> reminders.Idle:
        """As the database knows it."""
        silent = self.now - self.silent_for
        return reminders.Idle(
            self.bot_id,
            to_ms(self.now),
            to_ms(silent),
            to_ms(silent - FORGOTTEN_AFTER),
            to_ms(self.now + LAST_HOUR),
        )


class Outreach(Post):
    """What the store keeps for channels that push. Writing verbs return after their COMMIT."""

    # Reminders

    async def due_reminders(self, silence: Silence, limit: int) -> list[tuple[int, str]]:
        """(participation, join code) of those who began, have not finished and are silent, longest first."""
        return await self._read(reminders.due_reminders, silence.idle(), limit)

    async def queue_reminders(
        self, silence: Silence, intents: Mapping[int, Mapping[str, Any]]
    ) -> int:
        """Put the one reminder of each participation into the outbox; how many were still due."""
        return await self._write(
            reminders.queue_reminders, reminders.Queueing(silence.idle(), intents)
        )

    async def reminder_goes(self, participation_id: int, now: dt.datetime) -> bool:
        """Whether the queued reminder may be sent now: it still fits, and nobody has said stop."""
        going = reminders.Going(participation_id, to_ms(now), to_ms(now + LAST_HOUR))
        return await self._write(reminders.reminder_goes, going)

    async def take_back_reminder(self, participation_id: int) -> None:
        """It was not sent and will not be; it may become due anew."""
        await self._write(reminders.take_back_reminder, participation_id)

    async def stop_reminders(self, address: Address) -> None:
        """No reminder any more to this address, in any survey it takes part in."""
        await self._write(reminders.stop_reminders, address)

    async def allow_reminders(self, address: Address) -> None:
        """Takes `stop_reminders` back; nobody gets a second reminder by that."""
        await self._write(reminders.allow_reminders, address)

    async def wants_no_reminders(self, address: Address) -> bool:
        """Whether this address has said stop."""
        return await self._find(reminders.wants_no_reminders, address)

    async def was_reminded_last(self, participation_id: int) -> bool:
        """Whether a reminder is the newest thing that happened to a participation."""
        return await self._find(reminders.was_reminded_last, participation_id)

    # Rounds of talk

    async def rounds_over(self, bot_id: int, now: dt.datetime) -> list[tuple[int, str]] | None:
        """(participation, join code) of whoever is to be told that their round is over; None: no round is."""
        return await self._read(rounds.rounds_over, bot_id, to_ms(now))

    async def tell_rounds(
        self, bot_id: int, now: dt.datetime, intents: Mapping[int, Mapping[str, Any]]
    ) -> int:
        """Put that into the outbox, and let the clocks rest; how many people it still concerned."""
        return await self._write(rounds.tell_rounds, rounds.TimesUp(bot_id, to_ms(now), intents))

    # Posts in groups

    async def group_posts(self, bot_id: int) -> list[tuple[str, GroupPost]]:
        """(join code, post) for every post of a bot."""
        return await self._read(groups.group_posts, bot_id)

    async def count_answered(self, survey_id: int) -> int:
        """How many have answered something: from what is kept with each write, not from the answers."""
        return await self._read(groups.count_answered, survey_id)

    async def want_group_post(self, post: GroupPost) -> None:
        """Somebody in the group has asked for the survey's post."""
        await self._write(groups.want_group_post, post)

    async def group_posted(self, post: GroupPost) -> None:
        """The post is out: its message and the count it shows."""
        await self._write(groups.group_posted, post)

    async def set_shown(self, post: GroupPost) -> None:
        """The post shows another count."""
        await self._write(groups.set_shown, post)

    async def forget_group_post(self, post: GroupPost) -> None:
        """The post needs no more edits; nothing when it has been replaced."""
        await self._write(groups.forget_group_post, post)

    async def forget_group(self, bot_id: int, chat_id: int) -> None:
        """The bot is not in the group any more."""
        await self._write(groups.forget_group, (bot_id, chat_id))

    async def move_group(self, bot_id: int, before: int, after: int) -> None:
        """A group has become a supergroup: its posts are to be made anew there."""
        await self._write(groups.move_group, (bot_id, before, after))

    # Organisers in chat

    async def invite_organiser(
        self, survey_id: int, code_hash: str, now: dt.datetime, valid_for: dt.timedelta
    ) -> None:
        """Keep a one-time code, by its hash."""
        invitation = organisers.Invitation(survey_id, code_hash, to_ms(now), to_ms(now + valid_for))
        await self._write(organisers.invite, invitation)

    async def redeem_organiser(
        self, code_hash: str, bot_id: int, hmac: str, now: dt.datetime
    ) -> str | None:
        """Link a chat by its hash; the join code. None when the code is wrong, used by another chat or too old."""
        given = organisers.Redemption(code_hash, bot_id, hmac, to_ms(now))
        return await self._write(organisers.redeem, given)

    async def revoke_organisers(self, survey_id: int, now: dt.datetime) -> int:
        """No chat follows the survey or its series any more; how many did."""
        return await self._write(organisers.revoke, (survey_id, to_ms(now)))

    async def unlink_organiser(self, bot_id: int, hmac: str) -> int:
        """The chat follows nothing any more; how many surveys it was linked to."""
        return await self._write(organisers.unlink, (bot_id, hmac))

    async def followed(self, bot_id: int, hmac: str) -> list[str]:
        """Join codes of the surveys a chat follows, newest first."""
        return await self._read(organisers.followed, bot_id, hmac)
