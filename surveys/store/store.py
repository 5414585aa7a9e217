"""The store as everybody else sees it: verbs of the domain, no SQL.

A `Store` belongs to one event loop. Open it with `Store.open` or `Store.read`, and always close it: an
unclosed SQLite connection keeps the process alive. Every verb may raise StoreError.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from uuid import uuid4

from surveys.errors import NotOpen
from surveys.store import (
    closing,
    counting,
    erasing,
    files,
    joining,
    loading,
    pacing,
    quotes,
    reading,
    since,
    verify,
)
from surveys.store.acting import actor
from surveys.store.answering import Answering
from surveys.store.database import maintenance
from surveys.store.dialogue.moderation import Dialogue
from surveys.store.drafting import Drafts
from surveys.store.editions import Editions
from surveys.store.hand import Hand
from surveys.store.opened import Opened
from surveys.store.studio import Studio
from surveys.store.subscribing import Subscribing
from surveys.store.times import day_of, optional_day, to_ms
from surveys.store.turns import apply_turns

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from surveys.conversation.state import Key
    from surveys.conversation.values import Value
    from surveys.store.records import (
        Address,
        AnswerRow,
        Committed,
        Loaded,
        QuoteDecision,
        Turn,
        Verification,
    )
    from surveys.survey import Counts, Survey


def random_uuid() -> str:
    """A random id without time in it."""
    return str(uuid4())


class Store(Opened, Studio, Drafts, Editions, Dialogue, Hand, Answering, Subscribing):
    """Everything that is kept. Writing verbs return after their COMMIT."""

    # Conversations

    async def load(self, survey_id: int, address: Address) -> Loaded | None:
        """The participation at an address and its state; None when it has not been met."""
        return await self._find(loading.load, survey_id, address)

    async def holder(self, receipt_hash: str) -> tuple[str, Address] | None:
        """The survey's code and the address behind a receipt, until closing."""
        return await self._read(loading.holder, receipt_hash)

    async def latest_survey(self, channel: str, bot_id: int, hmac: str) -> str | None:
        """The join code of the survey this address touched last."""
        return await self._find(loading.latest_survey, channel, bot_id, hmac)

    async def submit(self, turn: Turn) -> Committed:
        """Store one turn; returns when it is durable.

        Raises StaleTurn when it was computed from what is no longer so (load and step again), and NotOpen
        when the survey has closed in between; then nothing of it is stored, not even its inbox row.
        """
        try:
            return await self._write(apply_turns, turn)
        except NotOpen:
            self._surveys.clear()  # another process closed it
            raise

    async def join(
        self,
        survey_id: int,
        address: Address,
        receipt_hash: str,
        own_receipt_hash: str,
        at: dt.datetime,
        *,
        language: str | None = None,
    ) -> Loaded | None:
        """Let an address share the response of the holder of a receipt; None when there is no such receipt.

        The devices that shared it before get StaleTurn for what they computed without this one. Joining
        twice changes nothing. Raises AlreadyAnswered when the address has answers of its own, and
        NotOpen when the survey takes no answers.
        """
        return await self._alone(
            joining.join,
            joining.Joining(
                survey_id, address, receipt_hash, own_receipt_hash, to_ms(at), language
            ),
        )

    async def erase(self, survey_id: int, address: Address, at: dt.datetime | None = None) -> int:
        """Erase what was sent from an address, or from another device that shares it; how many answers went.

        0 the second time. Devices that shared it stand at the beginning.
        Only counts are noted, and the day of `at` when it is given.
        """
        wish = erasing.AtAddress(survey_id, address, optional_day(at))
        return await self._erase(wish)

    async def erase_receipt(self, receipt_hash: str, at: dt.datetime | None = None) -> int:
        """As `erase`, for whoever holds the receipt; possible until closing."""
        wish = erasing.WithReceipt(receipt_hash, optional_day(at))
        return await self._erase(wish)

    async def _erase(self, wish: erasing.AtAddress | erasing.WithReceipt) -> int:
        erased = await self._alone(erasing.erase, wish)
        await self._wipe()
        return erased

    # Photos and documents

    async def save_file(
        self,
        survey_id: int,
        data: bytes,
        media_type: str,
        at: dt.datetime,
        *,
        new_id: Callable[[], str] = secrets.token_hex,
    ) -> str:
        """Keep a photo or document; its random id. Raises NotOpen when the survey takes no answers."""
        new = files.NewFile(new_id(), survey_id, media_type, data, day_of(at))
        await self._write(files.save_file, new)
        return new.id

    async def file(self, file_id: str) -> bytes | None:
        """The photo or document; None when it is gone."""
        return await self._read(files.read_file, file_id)

    # Numbers and answers

    async def counts(self, survey: Survey) -> Counts:
        """How many took part; after closing, what was counted then."""
        return await self._read(counting.counts, survey)

    async def typical_seconds(self, survey_id: int) -> int | None:
        """The median time to finish, in half minutes; None where fewer than k have."""
        return await self._read(pacing.typical_seconds, survey_id)

    async def sources(self, survey_id: int) -> Mapping[str, int]:
        """How many of those with at least one answer gave it themselves, and how many on paper."""
        return await self._read(counting.sources, survey_id)

    async def drawn(self, survey_id: int) -> Mapping[str, Mapping[str, int]]:
        """For each sampled dimension, how many have drawn each item; items nobody drew are left out."""
        return await self._read(reading.drawn_items, survey_id)

    async def said(self, survey_id: int, key: Key) -> list[Value]:
        """Every active answer to one question, sorted, of the responses that count."""
        return await self._read(reading.said, (survey_id, key))

    async def tallies(self, survey_id: int) -> reading.Tallies:
        """(question, turn, cell) -> how many active answers count in it."""
        return await self._read(reading.tallies, survey_id)

    async def answers(self, survey_id: int) -> list[AnswerRow]:
        """Active answers, sorted by content; respondents are numbers from 1 within this reading."""
        return await self._read(reading.answers, survey_id)

    async def decide_quotes(
        self,
        survey_id: int,
        approve: Sequence[str],
        hide: Sequence[str],
        at: dt.datetime,
        *,
        wait: Sequence[str] = (),
    ) -> None:
        """Approve and hide quotes by their public ids; the last word counts, and hiding is stronger.

        Those that are to `wait` are undecided again. Whoever is acting is kept with each decision.
        """
        approved: dict[str, bool | None] = dict.fromkeys(wait)
        approved |= {**dict.fromkeys(approve, True), **dict.fromkeys(hide, False)}
        wish = quotes.Decisions(survey_id, approved, to_ms(at), actor())
        await self._write(quotes.decide_quotes, wish)

    async def quote_decisions(self, survey_id: int) -> list[QuoteDecision]:
        """Every decision of a survey, by quote id."""
        return await self._read(quotes.quote_decisions, survey_id)

    # The end of a survey

    async def close_survey(
        self, code: str, at: dt.datetime, *, new_id: Callable[[], str] = random_uuid
    ) -> Survey:
        """Count, cut every link to a person, coarsen times, shuffle. Closing twice is closing once."""
        wish = closing.Closing(await self._fresh(code), at, new_id)
        if wish.survey.closed_at is None:
            await self._alone(closing.close, wish)
            await self._rewrite()
        return await self._fresh(code)

    async def due_closings(self, now: dt.datetime) -> list[str]:
        """Codes of surveys that should be closed by now and are not."""
        return await self._read(closing.due_closings, to_ms(now))

    async def purge(
        self,
        code: str,
        decision_ref: str,
        at: dt.datetime,
        *,
        new_id: Callable[[], str] = random_uuid,
    ) -> dict[str, int]:
        """Dispose of the answers by a decision; what went, by table. The counts stay.

        Raises StoreError without the reference of the decision. An open survey is closed first.
        """
        survey = await self._fresh(code)
        wish = closing.Purging(closing.Closing(survey, at, new_id), decision_ref)
        gone = await self._alone(closing.purge, wish)
        await self._rewrite()
        await self._fresh(code)
        return gone

    async def _rewrite(self) -> None:
        """Leave no deleted row on disk."""
        await self._outside(maintenance.compact, None)
        await self._wipe()

    async def present(self) -> since.Present:
        """What tells, beside a copy made before, what has gone since."""
        return await self._read(since.present)

    async def verify(self) -> Verification:
        """What does not agree with itself: log, projection, tallies, PRAGMAs, pages, closed surveys."""
        pragmas: dict[str, object] = {}
        if self._writer is not None:
            pragmas = await self._outside(verify.read_pragmas, None)
        async with self._reading() as connection:
            verifier = verify.Verifier(connection)
            verifier.pragmas(pragmas)
            return await verifier.run()
