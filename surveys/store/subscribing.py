"""Subscriptions: who wants to hear the outcome. Sent to once, then forgotten.

A subscription is written in a transaction of its own, so that none of a turn's rows is committed with it; its key is a
hash that nothing else has. Closing, erasing and disposal do not know of it: it goes when the answer has been sent, when
it is withdrawn, or on its own day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, delete, exists, func, or_, select, update

from surveys.store.answer_tables import answer_back, subscription
from surveys.store.lifetime import Lifetime
from surveys.store.schema import survey
from surveys.store.statements import insert_new
from surveys.store.times import DAY_MS, to_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection

MOST_DOUBTS = 1
"""One copy too many may come out of a doubt, never two (decision 0014)."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A wish to hear the outcome of a survey, at a chat of a bot, in a language."""

    key: str
    survey_id: int
    bot_id: int
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class _Claim:
    bot_id: int
    now_ms: int
    lease_ms: int
    limit: int


class Subscribing(Lifetime):
    """The verbs. Writing ones return after their COMMIT."""

    async def subscribe(self, wish: Subscription, until: dt.date) -> bool:
        """Keep the wish until a day; False when it was there already."""
        return await self._alone(_subscribe, (wish, _start_of(until)))

    async def unsubscribe(self, key: str) -> bool:
        """Forget one wish; False when there was none."""
        gone = await self._alone(_forget, (key,))
        if gone:
            await self._wipe()
        return bool(gone)

    async def unsubscribe_all(self, bot_id: int, address: str) -> int:
        """Forget every wish of a chat; how many there were."""
        gone = await self._alone(_forget_at, (bot_id, address))
        if gone:
            await self._wipe()
        return gone

    async def subscriptions_at(self, bot_id: int, address: str) -> list[str]:
        """The join codes of the surveys whose outcome a chat waits for."""
        return await self._read(_codes_at, bot_id, address)

    async def count_subscriptions(self, survey_id: int) -> int:
        """How many wait to hear the outcome of a survey."""
        return await self._read(_count, survey_id)

    async def claim_subscriptions(
        self, bot_id: int, now: dt.datetime, lease_seconds: float, limit: int
    ) -> list[Subscription]:
        """Take some of those that can be answered now, under a lease, in no order.

        One whose sending has been in doubt twice is forgotten: it may have come, and shall not come a third time.
        """
        claim = _Claim(bot_id, to_ms(now), round(lease_seconds * 1000), limit)
        return await self._alone(_claim, claim)

    async def subscriptions_answered(self, keys: tuple[str, ...]) -> None:
        """They have been sent to, or cannot be reached: forgotten."""
        await self._alone(_forget, keys)

    async def subscription_waits(self, key: str, *, doubts: int = 0) -> None:
        """It was not sent, or nobody knows whether it was: it may be claimed anew."""
        await self._write(_wait, (key, doubts))

    async def release_subscriptions(self, bot_id: int) -> None:
        """Take back the leases of a sender that died; for a bot's only sender, when it starts."""
        await self._write(_release, bot_id)

    async def forget_subscriptions(self, today: dt.date) -> int:
        """Forget those whose day has passed; how many."""
        gone = await self._alone(_expire, _start_of(today))
        if gone:
            await self._wipe()
        return gone

    async def wipe_subscriptions(self) -> None:
        """After many have been answered: see to it that they leave the journal, too."""
        await self._wipe()


def _start_of(day: dt.date) -> int:
    return (day.toordinal() - 719_163) * DAY_MS  # 1970-01-01 is day 719163 of Python's calendar


@each
async def _subscribe(connection: AsyncConnection, wish: tuple[Subscription, int]) -> bool:
    asked, until_ms = wish
    row = {
        "key": asked.key,
        "survey_id": asked.survey_id,
        "bot_id": asked.bot_id,
        "address": asked.address,
        "language": asked.language,
        "until_ms": until_ms,
    }
    made = await connection.execute(insert_new(connection.dialect.name, subscription, "key"), [row])
    return made.scalar() is not None


@each
async def _forget(connection: AsyncConnection, keys: tuple[str, ...]) -> int:
    gone = await connection.execute(delete(subscription).where(subscription.c.key.in_(keys)))
    return gone.rowcount


@each
async def _forget_at(connection: AsyncConnection, place: tuple[int, str]) -> int:
    bot_id, address = place
    there = and_(subscription.c.bot_id == bot_id, subscription.c.address == address)
    return (await connection.execute(delete(subscription).where(there))).rowcount


async def _codes_at(connection: AsyncConnection, bot_id: int, address: str) -> list[str]:
    query = (
        select(survey.c.code)
        .join(subscription, subscription.c.survey_id == survey.c.id)
        .where(subscription.c.bot_id == bot_id, subscription.c.address == address)
        .order_by(survey.c.code)
    )
    return list((await connection.execute(query)).scalars())


async def _count(connection: AsyncConnection, survey_id: int) -> int:
    query = (
        select(func.count()).select_from(subscription).where(subscription.c.survey_id == survey_id)
    )
    number: int = (await connection.execute(query)).scalar_one()
    return number


@each
async def _claim(connection: AsyncConnection, claim: _Claim) -> list[Subscription]:
    free = or_(subscription.c.lease_ms.is_(None), subscription.c.lease_ms <= claim.now_ms)
    answered = exists().where(answer_back.c.survey_id == subscription.c.survey_id)
    query = (
        select(subscription)
        .where(subscription.c.bot_id == claim.bot_id, free, answered)
        .order_by(subscription.c.key)
        .limit(claim.limit)
        .with_for_update(skip_locked=True)
    )
    rows = (await connection.execute(query)).mappings().all()
    doubtful = {
        row["key"] for row in rows if row["unknown"] + (row["lease_ms"] is not None) > MOST_DOUBTS
    }
    mine = subscription.c.key.in_([row["key"] for row in rows])
    # A lease that ran out: whoever held it may have sent the message.
    doubts = case(
        (subscription.c.lease_ms.is_(None), subscription.c.unknown),
        else_=subscription.c.unknown + 1,
    )
    until = claim.now_ms + claim.lease_ms
    await connection.execute(
        update(subscription).where(mine).values(lease_ms=until, unknown=doubts)
    )
    await connection.execute(delete(subscription).where(subscription.c.key.in_(doubtful)))
    return [
        Subscription(row["key"], row["survey_id"], row["bot_id"], row["address"], row["language"])
        for row in rows
        if row["key"] not in doubtful
    ]


@each
async def _wait(connection: AsyncConnection, wish: tuple[str, int]) -> None:
    key, doubts = wish
    values = {"lease_ms": None, "unknown": subscription.c.unknown + doubts}
    await connection.execute(update(subscription).where(subscription.c.key == key).values(values))


@each
async def _release(connection: AsyncConnection, bot_id: int) -> None:
    await connection.execute(
        update(subscription)
        .where(subscription.c.bot_id == bot_id, subscription.c.lease_ms.is_not(None))
        .values(lease_ms=None, unknown=subscription.c.unknown + 1)
    )


@each
async def _expire(connection: AsyncConnection, today_ms: int) -> int:
    gone = await connection.execute(delete(subscription).where(subscription.c.until_ms < today_ms))
    return gone.rowcount
