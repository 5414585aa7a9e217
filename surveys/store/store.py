"""The store as everybody else sees it: verbs of the domain, no SQL.

A `Store` belongs to one event loop. Open it with `Store.open` or `Store.read`, and always close it: an
unclosed SQLite connection keeps the process alive. Every verb may raise StoreError.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from uuid import uuid4

from surveys.errors import NotOpen, StoreError, UnknownCode
from surveys.store import (
    closing,
    erasing,
    files,
    joining,
    pacing,
    practising,
    quotes,
    reading,
    since,
    verify,
)
from surveys.store import surveys as surveys_
from surveys.store.acting import actor
from surveys.store.answering import Answering
from surveys.store.database import maintenance
from surveys.store.dialogue.moderation import Dialogue
from surveys.store.drafting import Drafts
from surveys.store.editions import Editions
from surveys.store.hand import Hand
from surveys.store.studio import Studio
from surveys.store.subscribing import Subscribing
from surveys.store.times import day_of, optional_day, to_ms
from surveys.store.turns import apply_turns
from surveys.survey import Fill

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy.engine import URL
    from sqlalchemy.ext.asyncio import AsyncEngine

    from surveys.conversation.state import Key
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import Questionnaire
    from surveys.store.records import (
        Address,
        AnswerRow,
        Committed,
        Loaded,
        QuoteDecision,
        Turn,
        Verification,
    )
    from surveys.survey import Counts, Notice, Survey


def random_uuid() -> str:
    """A random id without time in it."""
    return str(uuid4())


class Store(Studio, Drafts, Editions, Dialogue, Hand, Answering, Subscribing):
    """Everything that is kept. Writing verbs return after their COMMIT."""

    def __init__(self, url: URL, reader: AsyncEngine) -> None:
        """Use `Store.open` or `Store.read`."""
        super().__init__(url, reader)
        self._surveys: dict[str, Survey] = {}
        self._survey_reader = surveys_.SurveyReader()

    # Questionnaires and surveys

    async def publish(self, questionnaire: Questionnaire) -> str:
        """Keep a version for good; its content hash. The same content twice is one version."""
        return await self._write(surveys_.publish, questionnaire)

    async def open_survey(
        self,
        *,
        code: str,
        title: str,
        questionnaire: Questionnaire,
        notice: Notice,
        opened_at: dt.datetime,
        fill: Fill | None = None,
        series: str | None = None,
        channels: Sequence[str] = ("web",),
        languages: Sequence[str] = ("sv",),
        opens: dt.datetime | None = None,
        closes: dt.datetime | None = None,
        invited: int | None = None,
    ) -> Survey:
        """Open a survey; its fill is frozen with it. Raises StoreError when the code is taken."""
        opening = surveys_.Opening(
            code=code,
            title=title,
            questionnaire=questionnaire,
            notice=notice,
            fill=fill or Fill(),
            series=series,
            channels=tuple(channels),
            languages=tuple(languages),
            opens=opens,
            closes=closes,
            invited=invited,
            opened_at=opened_at,
        )
        await self._write(surveys_.open_survey, opening)
        return await self._fresh(code)

    async def survey(self, code: str) -> Survey | None:
        """The survey with this join code; remembered in this process while it writes."""
        if code in self._surveys:
            return self._surveys[code]
        found = await self._read(self._survey_reader.one, code)
        if found is not None and self._writer is not None:
            self._surveys[code] = found
        return found

    async def survey_named(self, code: str) -> Survey:
        """The survey whose code somebody wrote, in any case. Raises UnknownCode."""
        found = await self.survey(code.strip().upper())
        if found is None:
            raise UnknownCode(code[:20])
        return found

    async def surveys(self) -> list[Survey]:
        """Every real survey, in the order they were opened; practice copies are left out everywhere."""
        return await self._read(self._survey_reader.all)

    async def open_practice(self, original: Survey, code: str, at: dt.datetime) -> Survey:
        """Open a practice copy of a survey: same questionnaire and fill, its notice marked as practice, no series.

        It is met on the web only, and is no part of what `surveys` lists. Raises StoreError when the code
        is taken or the survey has a copy already.
        """
        copy = surveys_.Opening(
            code=code,
            title=original.title,
            questionnaire=original.questionnaire,
            notice=original.notice.model_copy(update={"demo": True}),
            fill=original.fill,
            series=None,
            channels=("web",),
            languages=original.languages,
            opens=None,
            closes=None,
            invited=original.invited,
            opened_at=at,
        )
        await self._write(practising.open_practice, practising.Practising(original.id, copy))
        return await self._fresh(code)

    async def practice_of(self, code: str) -> Survey | None:
        """The practice copy of the survey with this join code; None when there is none."""
        return await self._read(self._survey_reader.practised, code)

    async def forgotten_practices(self, before: dt.datetime) -> list[str]:
        """Codes of the practice copies opened before a moment."""
        return await self._read(practising.forgotten_practices, to_ms(before))

    async def remove_practice(self, code: str) -> bool:
        """Remove the practice copy with this code without a trace; False when no copy has it."""
        removed = await self._alone(practising.remove_practice, code)
        self._surveys.pop(code, None)
        await self._wipe()
        return removed

    async def set_attended(self, code: str, attended: int) -> Survey:
        """How many came. Raises StoreError when no survey has the code."""
        await self._alone(surveys_.set_attended, (code, attended))
        return await self._fresh(code)

    async def _fresh(self, code: str) -> Survey:
        """The survey as it is stored now, not as it is remembered."""
        self._surveys.pop(code, None)
        found = await self.survey(code)
        if found is None:
            raise StoreError(f"no survey has the code {code}")
        return found

    # Conversations

    async def load(self, survey_id: int, address: Address) -> Loaded | None:
        """The participation at an address and its state; None when it has not been met."""
        return await self._find(reading.load, survey_id, address)

    async def holder(self, receipt_hash: str) -> tuple[str, Address] | None:
        """The survey's code and the address behind a receipt, until closing."""
        return await self._read(reading.holder, receipt_hash)

    async def latest_survey(self, channel: str, bot_id: int, hmac: str) -> str | None:
        """The join code of the survey this address touched last."""
        return await self._find(reading.latest_survey, channel, bot_id, hmac)

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
        return await self._read(reading.read_file, file_id)

    # Numbers and answers

    async def counts(self, survey: Survey) -> Counts:
        """How many took part; after closing, what was counted then."""
        return await self._read(reading.counts, survey)

    async def typical_seconds(self, survey_id: int) -> int | None:
        """The median time to finish, in half minutes; None where fewer than k have."""
        return await self._read(pacing.typical_seconds, survey_id)

    async def sources(self, survey_id: int) -> Mapping[str, int]:
        """How many of those with at least one answer gave it themselves, and how many on paper."""
        return await self._read(reading.sources, survey_id)

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
