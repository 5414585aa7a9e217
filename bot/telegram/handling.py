"""What one update leads to: a turn of the service, or something the channel answers by itself."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any

from bot.service import Outcome, Who
from bot.telegram.codec import Does, OldButton, Press, decode
from bot.telegram.intents import intents, note
from bot.telegram.markup import Rendered, escape
from bot.telegram.presses import Nothing, act_of
from bot.telegram.reading import (
    Commanded,
    Heard,
    Moved,
    Photographed,
    Pinned,
    Pressed,
    SentSomething,
    Started,
    Unintelligible,
    Wrote,
    read,
)
from bot.telegram.repeats import on_its_way, says_the_same, written_before
from surveys.conversation.screens import NoticeScreen, QuestionScreen, ShutScreen
from surveys.conversation.state import Arrive, Pin, Speak, Unreadable, Write
from surveys.errors import NotOpen, UnknownCode
from surveys.questionnaire.languages import best_language
from surveys.questionnaire.models import Photo
from surveys.store.records import Address, InboxUpdate

if TYPE_CHECKING:
    from bot.service import Service
    from bot.telegram.calls import Calls
    from bot.telegram.rendering import Renderer
    from bot.telegram.sending import Sender
    from surveys.conversation.state import Act
    from surveys.store.store import Store

log = logging.getLogger(__name__)

CHANNEL = "telegram"
MOST_ANSWERS = 1000
"""Queries being answered at once; more would pile up only while Telegram is away."""
ERASE = frozenset({"radera", "delete"})
PRIVACY = frozenset({"integritet", "privacy"})
LANGUAGE = frozenset({"sprak", "språk", "language"})


class Handler:
    """Does one update at a time per chat (the dispatcher sees to that); settles it when it is done."""

    def __init__(
        self,
        service: Service,
        store: Store,
        calls: Calls,
        sender: Sender,
        renderer: Renderer,
        bot_id: int,
    ) -> None:
        self._service = service
        self._store = store
        self._calls = calls
        self._sender = sender
        self._renderer = renderer
        self._bot_id = bot_id
        self._answers: set[asyncio.Task[None]] = set()

    async def handle(self, update: InboxUpdate) -> None:
        """Everything one update leads to. Raises Unintelligible, StaleTurn, StoreError."""
        heard = read(json.loads(update.payload))
        if heard is None:
            await self._settle(update)
            return
        one = _One(heard, update)
        try:
            await self._heard(one)
        except UnknownCode:
            await self._say(one, "unknown-code")
        except NotOpen:
            # It closed between looking and committing: now a look says so.
            await self._show(one, await self._current(one))

    async def apologise(self, update: InboxUpdate) -> None:
        """Tells the person that what they did could not be taken in; nothing when it is unclear who it was."""
        try:
            heard = read(json.loads(update.payload))
        except Unintelligible:
            return
        if heard is not None and not isinstance(heard.deed, Moved):
            text = self._renderer.texts.say(self._language(_One(heard, update)), "try-again")
            await self._sender.say(heard.chat, Rendered(escape(text)))

    async def _heard(self, one: _One) -> None:
        match one.heard.deed:
            case Started(code=code):
                await self._started(one, code)
            case Commanded(name=name):
                await self._commanded(one, name)
            case Wrote(text=text):
                await self._wrote(one, text)
            case Pressed() as pressed:
                await self._pressed(one, pressed)
            case Pinned(lat=lat, lon=lon):
                await self._in_current(one, Pin(lat, lon))
            case Photographed(file=file):
                await self._photographed(one, file)
            case SentSomething():
                await self._in_current(one, Unreadable())
            case Moved(reachable=reachable):
                await self._moved(one, reachable=reachable)

    # The beginning

    async def _started(self, one: _One, code: str | None) -> None:
        current = await self._current(one)
        code = code or current
        if code is None:
            await self._say(one, "telegram-welcome")
            return
        language = None if code.upper() == current else one.heard.language
        outcome = await self._service.look(self._who(one, code), language)
        if CHANNEL not in outcome.survey.channels:
            link = self._renderer.link(outcome.survey)
            await self._say(one, "telegram-not-here", link=link)
            return
        await self._turn(one, outcome.survey.code, Arrive(language))

    async def _commanded(self, one: _One, name: str) -> None:
        code = await self._current(one)
        if code is None:
            await self._say(one, "telegram-no-survey")
            return
        outcome = await self._service.look(self._who(one, code))
        screen = outcome.screen
        if name in ERASE:
            await self._reply(one, self._renderer.confirm_erase(screen))
        elif name in PRIVACY:
            await self._reply(one, self._privacy(outcome))
        elif name in LANGUAGE:
            await self._reply(one, self._renderer.languages(screen))
        else:
            await self._turn(one, code, Unreadable())

    def _privacy(self, outcome: Outcome) -> Rendered:
        """The whole notice, without the way in."""
        screen = NoticeScreen(
            survey=outcome.survey,
            language=outcome.screen.language,
            title=outcome.survey.title,
            intro="",
        )
        return Rendered(self._renderer.notice(screen).text)

    # Answers

    async def _wrote(self, one: _One, text: str) -> None:
        code = await self._current(one)
        if code is not None and await self._sent_again(one, code, text):
            await self._settle(one.update)
        elif code is not None:
            await self._turn(one, code, Write(text))
        elif len(text.split()) == 1:
            await self._started(one, text.strip())  # the code alone, without /start
        else:
            await self._say(one, "telegram-no-survey")

    async def _sent_again(self, one: _One, code: str, text: str) -> bool:
        """Whether the same words came twice while the next question was on its way."""
        outcome = await self._service.look(self._who(one, code))
        survey, address = outcome.survey.id, self._address(one)
        loaded = await self._store.load(survey, address)
        if loaded is None or not says_the_same(outcome, text):
            return False
        if on_its_way(await self._store.pending_intents(loaded.participation_id)):
            return True
        # Only now: what waited before may have been sent between two looks, and is then the last message.
        loaded = await self._store.load(survey, address)
        return loaded is not None and written_before(one.heard.message, loaded.last_message)

    async def _in_current(self, one: _One, act: Act, *more: dict[str, Any]) -> None:
        code = await self._current(one)
        if code is None:
            await self._say(one, "telegram-no-survey")
        else:
            await self._turn(one, code, act, None, *more)

    async def _photographed(self, one: _One, file: str) -> None:
        from bot.photos import UnreadableFile

        code = await self._current(one)
        if code is None:
            await self._say(one, "telegram-no-survey")
            return
        who = self._who(one, code)
        screen = (await self._service.look(who)).screen
        if not (isinstance(screen, QuestionScreen) and isinstance(screen.question, Photo)):
            await self._turn(one, code, Unreadable())
            return
        data = await self._calls.download(file)
        if data is None:
            await self._in_current(one, Arrive(), note("try-again"))
            return
        try:
            act = await self._service.take_photo(who, data, screen.key)
        except UnreadableFile:
            await self._in_current(one, Arrive(), note("rejected-unreadable-photo"))
        else:
            await self._turn(one, code, act)

    # Buttons

    async def _pressed(self, one: _One, pressed: Pressed) -> None:
        try:
            press = decode(pressed.data)
            outcome = await self._service.look(self._who(one, press.code))
            if isinstance(outcome.screen, ShutScreen):
                self._answer(pressed, self._renderer.shut(outcome.screen))
                await self._settle(one.update)
            elif press.does in {Does.ASK_ERASE, Does.ERASE, Does.KEEP}:
                self._answer(pressed)
                await self._erasing(one, press, outcome, pressed.message)
            else:
                await self._act(one, pressed, act_of(press, outcome), outcome)
        except (OldButton, UnknownCode):
            await self._old(one, pressed)

    async def _act(self, one: _One, pressed: Pressed, act: Act | Nothing, outcome: Outcome) -> None:
        """The query is answered before the turn: it does not wait for the store."""
        code = outcome.survey.code
        if act is Nothing.DONE_ALREADY and outcome.state.draft:
            # A copy of the message that shows other ticks: it is drawn again as things are.
            self._answer(pressed)
            await self._turn(one, code, Speak(outcome.state.language), pressed.message)
        elif act is Nothing.DONE_ALREADY:
            self._answer(pressed, self._text(outcome, "telegram-saved-already"))
            await self._settle(one.update)
        elif isinstance(act, Nothing):
            self._answer(pressed, self._text(outcome, "old-button"))
            await self._turn(one, code, Arrive(), pressed.message)
        else:
            self._answer(pressed)
            await self._turn(one, code, act, pressed.message)

    async def _old(self, one: _One, pressed: Pressed) -> None:
        """A button that says nothing any more: a kind word, and the screen again where there is one."""
        code = await self._current(one)
        language = self._language(one)
        self._answer(pressed, self._renderer.texts.say(language, "telegram-old-version"))
        if code is None:
            await self._settle(one.update)
        else:
            await self._turn(one, code, Arrive(), pressed.message)

    async def _erasing(self, one: _One, press: Press, outcome: Outcome, message: int) -> None:
        if press.does is Does.ASK_ERASE:
            await self._reply(one, self._renderer.confirm_erase(outcome.screen))
        elif press.does is Does.KEEP:
            await self._reply(one, Rendered(escape(self._text(outcome, "erase-kept"))), message)
        else:
            count = await self._service.erase(self._who(one, press.code))
            told = "erase-done" if count else "erase-none"
            text = self._text(outcome, told, **({"n": count} if count else {}))
            await self._reply(one, Rendered(escape(text)), message)

    # What all of them end in

    async def _turn(
        self,
        one: _One,
        code: str,
        act: Act,
        pressed: int | None = None,
        *more: dict[str, Any],
    ) -> None:
        """One transaction: the answer, the settled update and the reply to send."""
        outcome = await self._service.turn(
            self._who(one, code),
            act,
            once=f"{self._bot_id}:{one.update.update_id}",
            inbox=(self._bot_id, one.update.update_id),
            messages=intents(code, act, pressed, *more),
        )
        if isinstance(outcome.screen, ShutScreen):
            await self._sender.say(one.heard.chat, self._renderer.render(outcome.screen))
        self._sender.wake()

    async def _show(self, one: _One, code: str | None) -> None:
        """The screen as it is now, past the outbox: the survey takes nothing more."""
        if code is not None:
            outcome = await self._service.look(self._who(one, code))
            await self._sender.say(one.heard.chat, self._renderer.render(outcome.screen))
        await self._settle(one.update)

    async def _reply(self, one: _One, rendered: Rendered, message: int | None = None) -> None:
        """Said at once, and settled afterwards: at worst it is said twice."""
        await self._sender.say(one.heard.chat, rendered, message)
        await self._settle(one.update)

    async def _say(self, one: _One, text_id: str, **arguments: Any) -> None:
        text = self._renderer.texts.say(self._language(one), text_id, **arguments)
        await self._reply(one, Rendered(escape(text)))

    async def _moved(self, one: _One, *, reachable: bool) -> None:
        code = await self._current(one)
        survey = await self._store.survey(code) if code is not None else None
        if survey is not None:
            address = self._address(one)
            loaded = await self._store.load(survey.id, address)
            if loaded is not None:
                await self._store.set_reachable(loaded.participation_id, reachable)
        await self._settle(one.update)

    async def _settle(self, update: InboxUpdate) -> None:
        await self._store.settle_update(update.bot_id, update.update_id)

    async def _current(self, one: _One) -> str | None:
        return await self._service.current_survey(CHANNEL, self._bot_id, str(one.heard.chat))

    def _answer(self, pressed: Pressed, text: str | None = None) -> None:
        """Best effort, beside the turn: a query that is too old is nobody's loss, nor one too many."""
        if len(self._answers) >= MOST_ANSWERS:
            return
        task = asyncio.create_task(self._calls.answer(pressed.query, text), name="telegram toast")
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def idle(self) -> None:
        """Returns when every query has been answered."""
        await asyncio.gather(*self._answers)

    def _who(self, one: _One, code: str) -> Who:
        chat = str(one.heard.chat)
        return Who(code, CHANNEL, chat, bot_id=self._bot_id, plain=chat)

    def _address(self, one: _One) -> Address:
        chat = str(one.heard.chat)
        hashed = self._service.keyring.address_hash(CHANNEL, self._bot_id, chat)
        return Address(CHANNEL, hashed, self._bot_id, chat)

    def _language(self, one: _One) -> str:
        return best_language(one.heard.language, self._renderer.texts.languages)

    def _text(self, outcome: Outcome, text_id: str, **arguments: Any) -> str:
        return self._renderer.texts.say(outcome.screen.language, text_id, **arguments)


class _One:
    """One update being handled."""

    __slots__ = ("heard", "update")

    def __init__(self, heard: Heard, update: InboxUpdate) -> None:
        self.heard = heard
        self.update = update
