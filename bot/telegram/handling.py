"""What one update leads to: a turn of the service, or something the channel answers by itself."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from bot.telegram.commanding import Commands
from bot.telegram.files import Files
from bot.telegram.incoming.reading import (
    Commanded,
    Moved,
    Pinned,
    Pressed,
    Rewrote,
    Sent,
    SentSomething,
    Started,
    Unintelligible,
    Wrote,
    read,
)
from bot.telegram.incoming.repeats import Words, Written, compared, is_newest
from bot.telegram.outgoing.intents import note
from bot.telegram.outreach.subscribing import WISHES
from bot.telegram.own_words import OwnWords
from bot.telegram.presses import Nothing, act_of
from bot.telegram.replying import CHANNEL, One, Replies
from bot.telegram.screens import tables
from bot.telegram.screens.codec import Does, OldButton, Press, decode
from bot.telegram.screens.markup import Rendered, escape
from bot.telegram.screens.spots import slot_of
from surveys.conversation.screens import EndScreen, QuestionScreen, ShutScreen
from surveys.conversation.state import Arrive, Pin, Speak, Write
from surveys.errors import NotOpen, UnknownCode

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from bot.telegram.outgoing.calls import Calls
    from bot.telegram.outreach.beside import Beside
    from surveys.conversation.state import Act
    from surveys.store.records import InboxUpdate

MOST_ANSWERS = 4000
"""Queries being answered at once; more would pile up only while Telegram is away."""
_ERASING = frozenset({Does.ASK_ERASE, Does.ERASE, Does.KEEP})


class Handler:
    """Does one update at a time per chat (the dispatcher sees to that); settles it when it is done."""

    def __init__(self, calls: Calls, replies: Replies, beside: Beside) -> None:
        self._calls = calls
        self._replies = replies
        self._beside = beside
        self._commands = Commands(self._replies)
        self._own = OwnWords(self._replies)
        self._files = Files(self._replies, calls, self._own)
        self._answers: set[asyncio.Task[None]] = set()

    async def handle(self, update: InboxUpdate) -> None:
        """Everything one update leads to. Raises Unintelligible, StaleTurn, StoreError."""
        raw = json.loads(update.payload)
        if await self._beside.groups.heard(update, raw):
            return
        heard = read(raw)
        if heard is None:
            await self._replies.store.settle_update(update.bot_id, update.update_id)
            return
        one = One(heard, update)
        try:
            if not await self._beside.heard(one):
                await self._heard(one)
        except UnknownCode:
            await self._replies.say(one, "unknown-code")
        except NotOpen:
            # It closed between looking and committing: now a look says so.
            await self._replies.show(one, await self._replies.current(one))

    async def apologise(self, update: InboxUpdate) -> None:
        """Tells the person that what they did could not be taken in; nothing when it is unclear who it was."""
        try:
            heard = read(json.loads(update.payload))
        except Unintelligible:
            return
        if heard is not None and not isinstance(heard.deed, Moved):
            replies = self._replies
            text = replies.renderer.texts.say(replies.language(One(heard, update)), "try-again")
            await replies.sender.say(heard.chat, Rendered(escape(text)))

    async def idle(self) -> None:
        """Returns when every query has been answered."""
        await asyncio.gather(*self._answers)

    async def _heard(self, one: One) -> None:
        match one.heard.deed:
            case Started(code=code):
                await self._started(one, code)
            case Commanded() as command:
                await self._commands.commanded(one, command)
            case Wrote(text=text):
                await self._wrote(one, text)
            case Pressed() as pressed:
                await self._pressed(one, pressed)
            case Pinned(lat=lat, lon=lon):
                self._own.took(one, await self._replies.in_current(one, Pin(lat, lon)))
            case Rewrote(text=text):
                await self._own.edited(one, text)
            case Sent() as sent:
                await self._files.took(one, sent)
            case SentSomething(kind=kind):
                await self._files.puzzled(one, kind)
            case Moved(reachable=reachable):
                await self._moved(one, reachable=reachable)

    # The beginning, and words

    async def _started(self, one: One, code: str | None) -> None:
        current = await self._replies.current(one)
        code = code or current
        if code is None:
            await self._replies.say(one, "telegram-welcome")
            return
        language = None if code.upper() == current else one.heard.language
        outcome = await self._replies.look(one, code, language)
        if CHANNEL not in outcome.survey.channels:
            link = self._replies.renderer.link(outcome.survey)
            await self._replies.say(one, "telegram-not-here", link=link)
            return
        await self._replies.turn(one, outcome.survey.code, Arrive(language))

    async def _wrote(self, one: One, text: str) -> None:
        code = await self._replies.current(one)
        if code is not None:
            await self._wrote_in(one, code, text)
        elif len(text.split()) == 1:
            await self._started(one, text.strip())  # the code alone, without /start
        else:
            await self._replies.say(one, "telegram-not-saved")

    async def _wrote_in(self, one: One, code: str, text: str) -> None:
        """The same words may have come twice while the next question was on its way."""
        replies = self._replies
        outcome, address = await replies.look(one, code), replies.address(one)
        if isinstance(outcome.screen, ShutScreen):
            await replies.turn(one, code, Write(text))
            return
        match await compared(replies.store, outcome, address, Written(one.heard, text)):
            case Words.AGAIN:
                await replies.settle(one)
            case Words.UNSEEN:
                await replies.turn(one, code, Arrive())
            case Words.EARLY:
                await replies.turn(one, code, Arrive(), note("telegram-written-early"))
            case Words.NEW:
                self._own.took(one, await replies.turn(one, code, Write(text)))

    # Buttons

    async def _pressed(self, one: One, pressed: Pressed) -> None:
        try:
            press = decode(pressed.data)
            outcome = await self._replies.look(one, press.code)
            if press.does in WISHES:
                self._answer(pressed)
                await self._beside.subscribers.pressed(one, press, outcome, pressed.message)
            elif isinstance(outcome.screen, ShutScreen):
                self._answer(pressed, self._replies.shut(one, outcome.screen, press.does))
                await self._replies.settle(one)
            elif press.does in _ERASING:
                self._answer(pressed)
                await self._erasing(one, press, outcome, pressed.message)
            elif press.does is Does.QUIET:
                await self._quiet(one, pressed, outcome)
            elif press.does is Does.ROW:
                await self._row(one, pressed, press, outcome)
            elif press.does is Does.FILLER:
                self._answer(pressed)
                await self._replies.settle(one)
            elif press.does is Does.MINE:
                self._answer(pressed)
                await self._commands.turned(one, outcome, press.number or 0, pressed.message)
            elif press.does is Does.PAGE:
                await self._page(one, pressed, press, outcome)
            else:
                await self._act(one, pressed, act_of(press, outcome), outcome)
        except (OldButton, UnknownCode):
            await self._old(one, pressed)

    async def _act(self, one: One, pressed: Pressed, act: Act | Nothing, outcome: Outcome) -> None:
        """The query is answered before the turn: it does not wait for the store."""
        if act is Nothing.DONE_ALREADY:
            self._answer(pressed, self._replies.text(outcome, "telegram-saved-already"))
            await self._pressed_again(one, pressed, outcome)
        elif act is Nothing.REDRAW:
            await self._redraw(one, pressed, outcome)
        elif isinstance(act, Nothing):
            answered = act is Nothing.ANSWERED
            why = "telegram-answered-already" if answered else "old-button"
            self._answer(pressed, self._replies.text(outcome, why))
            await self._turn(one, pressed, outcome, Arrive())
        else:
            self._answer(pressed)
            await self._turn(one, pressed, outcome, act)

    async def _quiet(self, one: One, pressed: Pressed, outcome: Outcome) -> None:
        """No more reminders: the question stands without the sentence and the button."""
        await self._beside.stopping.quiet(one)
        told = self._replies.text(outcome, "telegram-reminders-off")
        await self._redraw(one, pressed, outcome, told=told)

    async def _pressed_again(self, one: One, pressed: Pressed, outcome: Outcome) -> None:
        """What it asks for is so already; where the reply has been lost, it comes now, in this message."""
        replies = self._replies
        address = replies.address(one)
        if await is_newest(replies.store, outcome, address, pressed.message):
            await self._turn(one, pressed, outcome, Speak(outcome.state.language))
        else:
            await replies.settle(one)

    async def _redraw(
        self,
        one: One,
        pressed: Pressed,
        outcome: Outcome,
        page: int | None = None,
        told: str | None = None,
    ) -> None:
        """The message is drawn as things are, or another part of it: a turn that changes nothing."""
        self._answer(pressed, told)
        await self._turn(one, pressed, outcome, Speak(outcome.state.language), page)

    async def _row(self, one: One, pressed: Pressed, press: Press, outcome: Outcome) -> None:
        """A row's name may be cut on its button: a press shows it whole, and what stands there."""
        key, screen = slot_of(outcome.survey, press, outcome.state.handed).key, outcome.screen
        shown = tables.row_line(screen, key) if isinstance(screen, QuestionScreen) else None
        if shown is None:
            await self._act(one, pressed, Nothing.OLD, outcome)
        else:
            self._answer(pressed, shown)
            await self._replies.settle(one)

    async def _page(self, one: One, pressed: Pressed, press: Press, outcome: Outcome) -> None:
        """Another part of a table, or of the last screen, while the person is there."""
        screen = outcome.screen
        if press.place is None:
            there = isinstance(screen, EndScreen)
        else:
            key = slot_of(outcome.survey, press, outcome.state.handed).key
            there = isinstance(screen, QuestionScreen) and screen.key == key
        if there:
            await self._redraw(one, pressed, outcome, press.number)
        else:
            await self._act(one, pressed, Nothing.OLD, outcome)

    async def _turn(
        self, one: One, pressed: Pressed, outcome: Outcome, act: Act, page: int | None = None
    ) -> None:
        code = outcome.survey.code
        await self._replies.turn(one, code, act, pressed=pressed.message, page=page)

    async def _old(self, one: One, pressed: Pressed) -> None:
        """A button that says nothing any more: a kind word, and the screen again where there is one."""
        code = await self._replies.current(one)
        texts, language = self._replies.renderer.texts, self._replies.language(one)
        self._answer(pressed, texts.say(language, "telegram-old-version"))
        if code is None:
            await self._replies.settle(one)
        else:
            await self._replies.turn(one, code, Arrive(), pressed=pressed.message)

    async def _erasing(self, one: One, press: Press, outcome: Outcome, message: int) -> None:
        replies = self._replies
        if press.does is Does.ASK_ERASE:
            await replies.reply(one, replies.renderer.confirm_erase(outcome.screen))
            return
        if press.does is Does.KEEP:
            text = replies.text(outcome, "erase-kept")
            await replies.reply(one, Rendered(escape(text)), message)
            return
        withdrawn = await self._beside.subscribers.withdraw(one, outcome)
        if count := await replies.service.erase(replies.who(one, press.code)):
            gone = replies.text(outcome, "erase-done", n=count)
            text = f"{gone}\n\n{replies.text(outcome, 'telegram-erased-chat')}"
        else:
            text = replies.text(outcome, "erase-none")
        if withdrawn:
            text = f"{text}\n\n{replies.text(outcome, 'answer-unfollowed')}"
        await replies.reply(one, Rendered(escape(text)), message)

    def _answer(self, pressed: Pressed, text: str | None = None) -> None:
        """Best effort, beside the turn: a query that is too old is nobody's loss, nor one too many."""
        if len(self._answers) >= MOST_ANSWERS:
            return
        task = asyncio.create_task(self._calls.answer(pressed.query, text), name="telegram toast")
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _moved(self, one: One, *, reachable: bool) -> None:
        replies = self._replies
        code = await replies.current(one)
        survey = await replies.store.survey(code) if code is not None else None
        if survey is not None:
            loaded = await replies.store.load(survey.id, replies.address(one))
            if loaded is not None:
                await replies.store.set_reachable(loaded.participation_id, reachable)
        await replies.settle(one)
