"""The store's verbs for channels that are pushed to: updates in, replies out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.store.chats import messages, outbox
from surveys.store.lifetime import Lifetime
from surveys.store.times import to_ms

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from surveys.store.records import Address, InboxUpdate, OutboxMessage, Shown


class Post(Lifetime):
    """The inbox and the outbox. Writing verbs return after their COMMIT."""

    async def receive(self, updates: Sequence[InboxUpdate], at: dt.datetime) -> int:
        """Keep raw updates; how many had not been seen before. Durable when it returns."""
        return await self._write(messages.receive, messages.Arrival(tuple(updates), to_ms(at)))

    async def pending_updates(self, bot_id: int, after: int, limit: int) -> list[InboxUpdate]:
        """Updates nobody has settled, with numbers above `after`, oldest first."""
        return await self._read(messages.pending_updates, bot_id, after, limit)

    async def settle_update(self, bot_id: int, update_id: int) -> None:
        """The update needs nothing more; its payload goes."""
        await self._write(messages.settle_updates, (bot_id, update_id))

    async def set_aside_update(self, bot_id: int, update_id: int) -> None:
        """The update cannot be read: it blocks nobody, and its payload goes."""
        await self._write(messages.set_aside_updates, (bot_id, update_id))

    async def highest_update(self, bot_id: int) -> int | None:
        """The highest number ever received for the bot; None before the first."""
        return await self._read(messages.highest_update, bot_id)

    async def shown(self, survey_id: int, address: Address) -> Shown | None:
        """What somebody has been shown and what is on its way to them; None before they have been met."""
        return await self._find(outbox.shown, survey_id, address)

    async def claim_messages(
        self, bot_id: int, now: dt.datetime, lease_seconds: float, limit: int
    ) -> list[OutboxMessage]:
        """Take what is due under a lease: what was due first, and one at a time for each participation."""
        wish = outbox.Claim(bot_id, to_ms(now), round(lease_seconds * 1000), limit)
        return await self._write(outbox.claim, wish)

    async def release_messages(self, bot_id: int) -> None:
        """Take back the leases of a sender that died; for a bot's only sender, when it starts."""
        await self._write(outbox.release, bot_id)

    async def sent(
        self,
        number: int,
        message_id: int | None = None,
        *,
        others: Sequence[int] = (),
        asks: str | None = None,
        edited_s: int | None = None,
        is_new: bool = True,
    ) -> None:
        """The message is out, and with it the `others` of its participation; their payloads go.

        `message_id` becomes the last message. `asks`: the question that it is the first to show; `edited_s`
        is given when it showed another before; `is_new` False when it was there and has been changed.
        """
        receipt = outbox.Sent((number, *others), message_id, asks, edited_s, is_new)
        await self._write(outbox.sent, receipt)

    async def retry_message(self, number: int, due: dt.datetime) -> None:
        """It was surely not sent: give the lease back; not before `due`."""
        await self._write(outbox.put_off, outbox.Later(number, to_ms(due)))

    async def defer_message(self, number: int, due: dt.datetime) -> None:
        """It was not tried: give the lease back, and the attempt; not before `due`."""
        await self._write(outbox.put_off, outbox.Later(number, to_ms(due), tried=-1))

    async def doubt_message(self, number: int, due: dt.datetime) -> None:
        """It may have been sent: that is remembered; not before `due`."""
        await self._write(outbox.put_off, outbox.Later(number, to_ms(due), doubts=1))

    async def drop_message(self, number: int, *, others: Sequence[int] = ()) -> None:
        """Give messages up; their payloads go."""
        await self._write(outbox.drop, (number, *others))

    async def forget_messages(self, bot_id: int, before: dt.datetime) -> None:
        """Forget updates and replies that were done with before a moment."""
        await self._write(messages.forget_updates, (bot_id, to_ms(before)))
        await self._write(outbox.forget_ended, (bot_id, to_ms(before)))

    async def set_reachable(self, participation_id: int, reachable: bool) -> None:
        """Whether messages reach the participation (a person may have blocked the bot); if not, none waits."""
        await self._write(outbox.set_reachable, (participation_id, reachable))
