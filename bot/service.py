"""One turn, the same for every channel: load, step, one commit, and only then the outcome."""

from __future__ import annotations

import uuid
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from surveys.conversation.path import path, question_of
from surveys.conversation.screens import QuestionScreen, Screen
from surveys.conversation.state import (
    Act,
    Arrive,
    Begin,
    Context,
    Input,
    Refused,
    Show,
    State,
    Step,
    Unreadable,
)
from surveys.conversation.step import step
from surveys.conversation.view import screen
from surveys.errors import NotOpen, StaleTurn, UnknownCode
from surveys.questionnaire.languages import best_language
from surveys.questionnaire.models import Photo
from surveys.store.records import Address, Loaded, Turn

if TYPE_CHECKING:
    import datetime as dt

    from bot.keys import Keyring
    from surveys.conversation.state import Event, Key
    from surveys.store.store import Store
    from surveys.survey import Survey

    Messages: TypeAlias = "Callable[[Outcome], Sequence[Mapping[str, Any]]]"

REMEMBERED = 20_000
"""Participations kept in memory; about 2 kB each."""
RETRIES = 5
"""A turn that lost a race is reloaded and stepped again this many times."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in a channel. `address` is the channel's own: a cookie's token, a chat id as text.

    `plain` is given where messages must be sent to the address (Telegram).
    """

    code: str
    channel: str
    address: str
    bot_id: int = 0
    plain: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn led to, or what is there now. `receipt` is the plain code once begun."""

    survey: Survey
    state: State
    screen: Screen
    events: tuple[Event, ...] = ()
    duplicate: bool = False
    receipt: str | None = None


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
    ) -> None:
        self.store = store
        self.keyring = keyring
        self.clock = clock
        self._new_id = new_id
        self._remembered = remembered
        self._states: OrderedDict[tuple[int, str], Loaded] = OrderedDict()

    async def look(self, who: Who, language: str | None = None) -> Outcome:
        """What `who` sees now. Reads only. Raises UnknownCode."""
        survey = await self._survey(who.code)
        address = self._address(who)
        loaded = await self._load(survey, address)
        state = loaded.state if loaded is not None else _fresh(survey, language)
        if language in survey.languages and not state.begun:
            state = replace(state, language=language or state.language)
        return self._outcome(survey, address, state)

    async def turn(
        self,
        who: Who,
        act: Act,
        *,
        once: str | None = None,
        inbox: tuple[int, int] | None = None,
        messages: Messages | None = None,
    ) -> Outcome:
        """One act of `who`; returns when everything it led to is durable.

        Args:
            who: the person.
            act: what they did.
            once: makes a repeat of this very act harmless.
            inbox: the Telegram update this turn settles.
            messages: what to put in the outbox, from the outcome; push channels only.

        Raises:
            UnknownCode: no survey has the code.
            StaleTurn: the person's other devices won the race every time.
        """
        address = self._address(who)
        for _ in range(RETRIES):
            survey = await self._survey(who.code)
            try:
                return await self._try(survey, address, act, once, inbox, messages)
            except (StaleTurn, NotOpen):  # somebody was faster: another device, or who closed it
                self._states.pop((survey.id, address.hmac), None)
        raise StaleTurn

    async def erase(self, who: Who) -> int:
        """Removes everything `who` answered; the number of answers, 0 the second time."""
        survey = await self._survey(who.code)
        address = self._address(who)
        self._states.pop((survey.id, address.hmac), None)
        return await self.store.erase(survey.id, address)

    async def erase_receipt(self, receipt: str) -> int:
        """Removes everything the holder of a receipt code answered; 0 when nothing is found."""
        self._states.clear()
        return await self.store.erase_receipt(self.keyring.receipt_hash(receipt))

    async def current_survey(self, channel: str, bot_id: int, address: str) -> str | None:
        """The join code of the survey this address touched last in the channel."""
        hashed = self.keyring.address_hash(channel, bot_id, address)
        return await self.store.latest_survey(channel, bot_id, hashed)

    async def take_photo(self, who: Who, data: bytes, key: Key | None = None) -> Show | Unreadable:
        """A photo taken in: re-encoded without its metadata and stored; Unreadable where none is asked for.

        Raises:
            UnreadableFile: it is no picture, or too large.
        """
        from bot.photos import reencoded

        outcome = await self.look(who)
        if not _asks_for_photo(outcome, key):
            return Unreadable()
        picture = await reencoded(data)
        at = self.clock()
        file = await self.store.save_file(outcome.survey.id, picture.data, "image/jpeg", at)
        return Show(file, picture.width, picture.height, key)

    def forget(self) -> None:
        """Drops remembered states: after closing or erasing by somebody else."""
        self._states.clear()

    async def _try(
        self,
        survey: Survey,
        address: Address,
        act: Act,
        once: str | None,
        inbox: tuple[int, int] | None,
        messages: Messages | None,
    ) -> Outcome:
        loaded = await self._load(survey, address)
        state = loaded.state if loaded is not None else _fresh(survey, _language(act))
        now = self.clock()
        made = step(survey.questionnaire, state, Input(act, Context(survey, now)))
        outcome = self._outcome(survey, address, made.state, made.events)
        outbox = tuple(messages(outcome)) if messages is not None else ()
        if _shut(made) or (loaded is None and not made.state.begun and address.plain is None):
            if inbox is not None:
                await self.store.settle_update(*inbox)
            return outcome
        turn = self._turn(survey, address, loaded, made, now)
        turn = replace(turn, once=once, inbox=inbox, outbox=outbox)
        committed = await self.store.submit(turn)
        if committed.duplicate:
            self._states.pop((survey.id, address.hmac), None)
            reloaded = await self._load(survey, address)
            kept = reloaded.state if reloaded is not None else state
            return replace(self._outcome(survey, address, kept), duplicate=True)
        self._remember(
            (survey.id, address.hmac),
            Loaded(committed.participation_id, survey.id, committed.response_id, made.state),
        )
        return outcome

    def _turn(
        self, survey: Survey, address: Address, loaded: Loaded | None, made: Step, now: dt.datetime
    ) -> Turn:
        response = loaded.response_id if loaded is not None else None
        begins = made.state.begun and response is None
        receipt = self.keyring.receipt(survey.id, address.hmac)
        return Turn(
            survey_id=survey.id,
            address=address,
            step=made,
            based_on=loaded.state.revision if loaded is not None else 0,
            at=now,
            participation_id=loaded.participation_id if loaded is not None else None,
            response_id=response,
            new_response_id=self._new_id() if begins else None,
            receipt_hash=self.keyring.receipt_hash(receipt) if begins else None,
        )

    async def _survey(self, code: str) -> Survey:
        survey = await self.store.survey(code.strip().upper())
        if survey is None:
            raise UnknownCode(code[:20])
        return survey

    def _address(self, who: Who) -> Address:
        hashed = self.keyring.address_hash(who.channel, who.bot_id, who.address)
        return Address(who.channel, hashed, who.bot_id, who.plain)

    async def _load(self, survey: Survey, address: Address) -> Loaded | None:
        place = (survey.id, address.hmac)
        known = self._states.get(place)
        if known is not None:
            self._states.move_to_end(place)
            return known
        loaded = await self.store.load(survey.id, address)
        if loaded is not None:
            self._remember(place, loaded)
        return loaded

    def _remember(self, place: tuple[int, str], loaded: Loaded) -> None:
        self._states[place] = loaded
        self._states.move_to_end(place)
        while len(self._states) > self._remembered:
            self._states.popitem(last=False)

    def _outcome(
        self, survey: Survey, address: Address, state: State, events: tuple[Event, ...] = ()
    ) -> Outcome:
        shown = screen(state, Context(survey, self.clock()))
        receipt = self.keyring.receipt(survey.id, address.hmac) if state.begun else None
        return Outcome(survey, state, shown, events, receipt=receipt)


def _fresh(survey: Survey, language: str | None) -> State:
    return State(language=best_language(language, survey.languages))


def _language(act: Act) -> str | None:
    return act.language if isinstance(act, Arrive | Begin) else None


def _shut(made: Step) -> bool:
    return any(isinstance(e, Refused) and e.reason in {"closed", "scheduled"} for e in made.events)


def _asks_for_photo(outcome: Outcome, key: Key | None) -> bool:
    if key is not None and key in path(outcome.survey.questionnaire, outcome.state.answers):
        return isinstance(question_of(outcome.survey.questionnaire, key), Photo)
    return isinstance(outcome.screen, QuestionScreen) and isinstance(outcome.screen.question, Photo)
