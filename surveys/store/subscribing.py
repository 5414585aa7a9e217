"""Subscriptions: who wants to hear the outcome. Sent to once, then forgotten.

A subscription is written in a transaction of its own, so that none of a turn's rows is committed with it; its key is a
hash that nothing else has. Closing, erasing and disposal do not know of it: it goes when the answer has been sent, when
it is withdrawn, or on its own day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, exists, func, or_, select, update

from surveys.store.lifetime import Lifetime
from surveys.store.schema import survey
from surveys.store.statements import insert_new
from surveys.store.tables.answers import answer_back, subscription
from surveys.store.times import DAY_MS, to_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Select
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
    skip: frozenset[str]


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

    async def claim_subscription(
        self,
        bot_id: int,
        now: dt.datetime,
        lease_seconds: float,
        skip: frozenset[str] = frozenset(),
    ) -> Subscription | None:
        """Take one that can be answered now, under a lease: whoever dies holding it leaves one in doubt, not many.

        In no order but that of the keys, and none of those to `skip`. One whose sending has been in doubt twice is
        forgotten: it may have come, and shall not come a third time.
        """
        claim = _Claim(bot_id, to_ms(now), round(lease_seconds * 1000), skip)
        while await self._read(_is_due, claim):
            found = await self._alone(_claim, claim)
            if found is not None:
                return found
        return None

    async def subscription_answered(self, key: str) -> None:
        """It has been sent to, or cannot be reached: forgotten."""
        await self._alone(_forget, (key,))

    async def subscription_waits(self, key: str, *, doubts: int = 0) -> None:
        """It was not sent, or nobody knows whether it was: it may be claimed anew."""
        await self._write(_wait, (key, doubts))

    async def release_subscriptions(self, bot_id: int) -> None:
        """Take back the leases of a sender that died; for a bot's only sender, when it starts."""
        await self._write(_release, bot_id)

    async def forget_subscriptions(self, today: dt.date) -> int:
        """Forget those whose day has passed; how many."""
        if not await self._read(_has_expired, _start_of(today)):
            return 0
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


def _due(claim: _Claim) -> Select[Any]:
    """The first of them that nobody holds, where there is an answer to tell."""
    free = or_(subscription.c.lease_ms.is_(None), subscription.c.lease_ms <= claim.now_ms)
    answered = exists().where(answer_back.c.survey_id == subscription.c.survey_id)
    return (
        select(subscription)
        .where(subscription.c.bot_id == claim.bot_id, free, answered)
        .where(subscription.c.key.not_in(claim.skip))
        .order_by(subscription.c.key)
        .limit(1)
    )


async def _is_due(connection: AsyncConnection, claim: _Claim) -> bool:
    return (await connection.execute(_due(claim))).first() is not None


@each
async def _claim(connection: AsyncConnection, claim: _Claim) -> Subscription | None:
    """None where there is none, or where it was one too doubtful, which is gone then."""
    query = _due(claim).with_for_update(skip_locked=True)
    row = (await connection.execute(query)).mappings().first()
    if row is None:
        return None
    mine = subscription.c.key == row["key"]
    # A lease that ran out: whoever held it may have sent the message.
    doubts = row["unknown"] + (row["lease_ms"] is not None)
    if doubts > MOST_DOUBTS:
        await connection.execute(delete(subscription).where(mine))
        return None
    values = {"lease_ms": claim.now_ms + claim.lease_ms, "unknown": doubts}
    await connection.execute(update(subscription).where(mine).values(values))
    return Subscription(
        row["key"], row["survey_id"], row["bot_id"], row["address"], row["language"]
    )


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


async def _has_expired(connection: AsyncConnection, today_ms: int) -> bool:
    query = select(subscription.c.survey_id).where(subscription.c.until_ms < today_ms).limit(1)
    return (await connection.execute(query)).first() is not None


@each
async def _expire(connection: AsyncConnection, today_ms: int) -> int:
    gone = await connection.execute(delete(subscription).where(subscription.c.until_ms < today_ms))
    return gone.rowcount
