"""One turn, the same for every channel: load, step, one commit, and only then the outcome."""

from __future__ import annotations

import random
import secrets
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.boards import Boards
from bot.outcomes import Outcome, Who
from bot.remembering import Latest, Place, Remembered
from surveys.conversation.changes import Step
from surveys.conversation.drawing import draw, sampled
from surveys.conversation.state import Act, Arrive, Begin, Context, Input, Refused, State
from surveys.conversation.step import step
from surveys.errors import NotOpen, StaleTurn, UnknownReceipt
from surveys.frozen import settled
from surveys.questionnaire.languages import best_language
from surveys.store.records import Address, Loaded, Turn

if TYPE_CHECKING:
    import datetime as dt

    from bot.keys import Keyring
    from bot.recordings import Recordings
    from surveys.conversation.dealing import Deal
    from surveys.conversation.path import Path
    from surveys.conversation.routing import Pool
    from surveys.conversation.state import Event
    from surveys.store.store import Store
    from surveys.survey import Survey

    Messages: TypeAlias = "Callable[[Outcome], Sequence[Mapping[str, Any]]]"

REMEMBERED = 20_000
"""Participations kept in memory; about 2 kB each."""
_NO_POOLS: Mapping[str, Pool] = {}
RETRIES = 5
"""A turn that lost a race is reloaded and stepped again this many times."""


@settled(frozen=True, slots=True)
class _Made:
    """A step, what it stands on, and when it was made."""

    loaded: Loaded | None
    step: Step
    at: dt.datetime
    pools: Mapping[str, Pool]


@settled(frozen=True, slots=True)
class _Beside:
    """What is committed beside a step: see `Service.turn`."""

    once: str | None
    inbox: tuple[int, int] | None
    messages: Messages | None
    lease_until: dt.datetime | None
    source: str
    dealt: Deal | None


class Service:
    """The one way into a conversation."""

    def __init__(
        self,
        store: Store,
        keyring: Keyring,
        *,
        clock: Callable[[], dt.datetime],
        new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
        remembered: int = REMEMBERED,
        shuffled: Callable[[Sequence[str]], Sequence[str]] | None = None,
        recordings: Recordings | None = None,
        chance: Callable[[], str] = secrets.token_hex,
    ) -> None:
        self.store = store
        self.keyring = keyring
        self.clock = clock
        self.recordings = recordings
        self.on_commit: Callable[[str | None], None] = lambda _: None
        """Told the code of each survey in which something has been committed; None: in any of them."""
        self.on_erase: Callable[[], None] = lambda: None
        """Told when words of somebody's are gone from the store: whoever remembers any forgets them."""
        self._new_id = new_id
        self._shuffled = shuffled or _shuffled
        self._states = Remembered(remembered)
        self._latest = Latest(remembered)
        self._boards = Boards(store)
        self._chance = chance
        self._erasures = 0
        """Times that something was to be forgotten: what was read or stored meanwhile is not remembered."""

    async def look(self, who: Who, language: str | None = None) -> Outcome:
        """What `who` sees now. Reads only. Raises UnknownCode."""
        survey = await self.store.survey_named(who.code)
        address = self._address(who)
        loaded = await self._load(survey, address)
        state = loaded.state if loaded is not None else _fresh(survey, language)
        if language in survey.languages and not state.begun:
            state = replace(state, language=language or state.language)
        return await self._shown(survey, address, state)

    async def turn(
        self,
        who: Who,
        act: Act,
        *,
        once: str | None = None,
        inbox: tuple[int, int] | None = None,
        messages: Messages | None = None,
        lease_until: dt.datetime | None = None,
        source: str = "self",
        dealt: Deal | None = None,
    ) -> Outcome:
        """One act of `who`; returns when everything it led to is durable.

        Args:
            who: the person.
            act: what they did.
            once: makes a repeat of this very act harmless.
            inbox: the Telegram update this turn settles.
            messages: what to put in the outbox, from the outcome; push channels only.
            lease_until: given by whoever sends it at once, where nothing else waits for the person.
            source: who keyed it in: `self`, or `paper` for a form somebody filled in by hand.
            dealt: what stands on that form, where chance would deal it out.

        Raises:
            UnknownCode: no survey has the code.
            StaleTurn: the person's other devices won the race every time.
        """
        address = self._address(who)
        beside = _Beside(once, inbox, messages, lease_until, source, dealt)
        for _ in range(RETRIES):
            survey = await self.store.survey_named(who.code)
            try:
                made = await self._step(survey, address, act, beside.dealt)
                return await self._commit(survey, address, made, beside)
            except (StaleTurn, NotOpen):  # somebody was faster: another device, or who closed it
                self._latest.clear()
        raise StaleTurn

    async def join(self, who: Who, receipt: str) -> Outcome:
        """Lets `who` go on with the response of the holder of a receipt code, from another device.

        Raises:
            UnknownCode: no survey has the code.
            UnknownReceipt: nobody in the survey has the receipt.
            AlreadyAnswered: this device has answers of its own.
            NotOpen: the survey takes no answers.
        """
        survey, address = await self.store.survey_named(who.code), self._address(who)
        now = self.clock()
        if survey.state(now) != "open":
            raise NotOpen("the survey takes no answers")
        own = self.keyring.receipt_hash(self.keyring.receipt(survey.id, address.hmac))
        theirs = self.keyring.receipt_hash(receipt)
        self._states.forget((survey.id, address.hmac))
        erasures = self._erasures
        loaded = await self.store.join(survey.id, address, theirs, own, now)
        if loaded is None:
            raise UnknownReceipt("nobody in the survey has the receipt")
        self._remember((survey.id, address.hmac), loaded, erasures)
        self._latest.keep(address.hmac, survey.code)
        return await self._shown(survey, address, loaded.state)

    async def erase(self, who: Who) -> int:
        """Removes everything `who` answered; the number of answers, 0 the second time."""
        survey = await self.store.survey_named(who.code)
        address = self._address(who)
        try:
            return await self.store.erase(survey.id, address)
        finally:  # afterwards, so that nobody remembers what was looked at meanwhile
            self._erasures += 1
            self._states.forget((survey.id, address.hmac))
            self._latest.clear()
            self.on_erase()
            self.on_commit(survey.code)

    async def behind(self, receipt: str) -> Outcome | None:
        """What the holder of a receipt code has sent; None when the code leads nowhere. Reads only."""
        found = await self.store.holder(self.keyring.receipt_hash(receipt))
        if found is None:
            return None
        code, address = found
        survey = await self.store.survey_named(code)
        loaded = await self._load(survey, address)
        return await self._shown(survey, address, loaded.state) if loaded is not None else None

    async def erase_receipt(self, receipt: str) -> int:
        """Removes everything the holder of a receipt code answered; 0 when nothing is found."""
        try:
            return await self.store.erase_receipt(self.keyring.receipt_hash(receipt))
        finally:
            self.forget()

    async def current_survey(self, channel: str, bot_id: int, address: str) -> str | None:
        """The join code of the survey this address touched last in the channel."""
        hashed = self.keyring.address_hash(channel, bot_id, address)
        latest = self._latest.get(hashed)
        if latest is not None:
            return latest
        return await self.store.latest_survey(channel, bot_id, hashed)

    def forget(self) -> None:
        """Drops remembered states: after closing or erasing by somebody else."""
        self._erasures += 1
        self._states.clear()
        self._latest.clear()
        self.on_erase()
        self.on_commit(None)

    async def _step(self, survey: Survey, address: Address, act: Act, dealt: Deal | None) -> _Made:
        """What the act leads to, from what is stored."""
        loaded = await self._load(survey, address)
        state = loaded.state if loaded is not None else _fresh(survey, _language(act))
        drawn: Mapping[str, tuple[str, ...]] = {}
        if isinstance(act, Begin) and not state.begun and sampled(survey):
            given = await self.store.drawn(survey.id)
            drawn = dealt.drawn if dealt else draw(survey, given, self._shuffled)
        now = self.clock()
        pools = await self._boards.of(survey, now)
        if dealt is not None:
            pools = dealt.pools(pools)
        context = Context(survey, now, drawn, pools, self._chance() if pools else "")
        made = step(survey.questionnaire, state, Input(act, context))
        self._boards.take(survey, address.hmac, made, now)
        return _Made(loaded, made, now, pools)

    async def _commit(
        self, survey: Survey, address: Address, made: _Made, beside: _Beside
    ) -> Outcome:
        """Everything the step led to, in one transaction."""
        loaded, stepped = made.loaded, made.step
        outcome = self._outcome(
            survey, address, stepped.state, stepped.events, stepped.along, made.pools
        )
        outbox = tuple(beside.messages(outcome)) if beside.messages is not None else ()
        if _shut(stepped) or (loaded is None and not stepped.state.begun and address.plain is None):
            if beside.inbox is not None:
                await self.store.settle_update(*beside.inbox)
            return outcome
        turn, erasures = self._turn(survey, address, made, beside, outbox), self._erasures
        try:
            committed = await self.store.submit(turn)
        except BaseException:  # whether it was stored need not be known
            self._states.forget((survey.id, address.hmac))
            self._boards.give_back(survey, address.hmac, stepped)
            raise
        self.on_commit(survey.code)
        self._latest.keep(address.hmac, survey.code)
        if committed.duplicate:
            return await self._again(survey, address, stepped)
        self._boards.count(survey, address.hmac, stepped)
        if stepped.proposed:
            pools = await self._boards.of(survey, self.clock())
            outcome = replace(outcome, pools=pools)
        stored = Loaded(committed.participation_id, survey.id, committed.response_id, stepped.state)
        self._remember((survey.id, address.hmac), stored, erasures)
        return outcome if committed.reply is None else replace(outcome, reply=committed.reply)

    async def _again(self, survey: Survey, address: Address, stepped: Step) -> Outcome:
        """What is stored already, shown as it stands there."""
        self._states.forget((survey.id, address.hmac))
        reloaded = await self._load(survey, address)
        kept = reloaded.state if reloaded is not None else stepped.state
        self._boards.give_back(survey, address.hmac, stepped)
        return replace(await self._shown(survey, address, kept), duplicate=True)

    def _turn(
        self,
        survey: Survey,
        address: Address,
        made: _Made,
        beside: _Beside,
        outbox: tuple[Mapping[str, Any], ...],
    ) -> Turn:
        loaded = made.loaded
        response = loaded.response_id if loaded is not None else None
        begins = made.step.state.begun and response is None
        receipt = self.keyring.receipt(survey.id, address.hmac) if begins else None
        return Turn(
            survey_id=survey.id,
            address=address,
            step=made.step,
            based_on=loaded.state.revision if loaded is not None else 0,
            at=made.at,
            participation_id=loaded.participation_id if loaded is not None else None,
            response_id=response,
            new_response_id=self._new_id() if begins else None,
            receipt_hash=self.keyring.receipt_hash(receipt) if receipt is not None else None,
            once=beside.once,
            inbox=beside.inbox,
            outbox=outbox,
            lease_until=beside.lease_until,
            source=beside.source,
        )

    def _address(self, who: Who) -> Address:
        hashed = self.keyring.address_hash(who.channel, who.bot_id, who.address)
        return Address(who.channel, hashed, who.bot_id, who.plain)

    async def _load(self, survey: Survey, address: Address) -> Loaded | None:
        place = (survey.id, address.hmac)
        known = self._states.get(place)
        if known is not None:
            return known
        erasures = self._erasures
        loaded = await self.store.load(survey.id, address)
        if loaded is not None:
            self._remember(place, loaded, erasures)
        return loaded

    def _remember(self, place: Place, loaded: Loaded, erasures: int) -> None:
        """`erasures`: as many as there were before it was read or stored."""
        if erasures == self._erasures:
            self._states.keep(place, loaded)
        else:
            self._states.forget(place)

    async def _shown(self, survey: Survey, address: Address, state: State) -> Outcome:
        """What somebody sees, beside the statements as they stand."""
        pools = await self._boards.of(survey, self.clock())
        return self._outcome(survey, address, state, pools=pools)

    def _outcome(
        self,
        survey: Survey,
        address: Address,
        state: State,
        events: tuple[Event, ...] = (),
        along: Path | None = None,
        pools: Mapping[str, Pool] = _NO_POOLS,
    ) -> Outcome:
        receipts, now = partial(self.keyring.receipt, survey.id, address.hmac), self.clock()
        return Outcome(survey, state, now, events, receipts=receipts, along=along, pools=pools)


def _fresh(survey: Survey, language: str | None) -> State:
    return State(language=best_language(language, survey.languages))


def _language(act: Act) -> str | None:
    return act.language if isinstance(act, Arrive | Begin) else None


def _shut(made: Step) -> bool:
    return any(isinstance(e, Refused) and e.reason in {"closed", "scheduled"} for e in made.events)


def _shuffled(ids: Sequence[str]) -> Sequence[str]:
    return random.sample(ids, len(ids))
