"""What everything a person does ends in: a turn whose reply goes through the outbox, or a word said at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.after_closing import after_closing
from bot.outcomes import Who
from bot.telegram.outgoing.intents import intents
from bot.telegram.screens.answer import closed
from bot.telegram.screens.codec import ANSWERING
from bot.telegram.screens.limits import fitted
from bot.telegram.screens.markup import Rendered, escape
from bot.wording import is_late
from surveys.conversation.screens import ShutScreen
from surveys.questionnaire.languages import best_language
from surveys.store.records import Address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.outcomes import Outcome
    from bot.service import Messages, Service
    from bot.telegram.incoming.reading import Heard
    from bot.telegram.outgoing.sending import Sender
    from bot.telegram.screens.codec import Does
    from bot.telegram.screens.rendering import Renderer
    from surveys.conversation.state import Act
    from surveys.store.records import InboxUpdate
    from surveys.store.store import Store

CHANNEL = "telegram"


@dataclass(frozen=True, slots=True)
class One:
    """One update being handled."""

    heard: Heard
    update: InboxUpdate


@dataclass(frozen=True, slots=True)
class Replies:
    """Settles an update once it is done with it; at worst something is said twice."""

    service: Service
    store: Store
    sender: Sender
    renderer: Renderer
    bot_id: int

    async def turn(
        self,
        one: One,
        code: str,
        act: Act,
        *notes: Mapping[str, Any],
        pressed: int | None = None,
        page: int | None = None,
    ) -> Outcome:
        """One transaction: the answer, the settled update and the reply to send."""
        messages = intents(code, act, pressed, *notes, page=page)
        return await self.turn_with(one, code, act, messages)

    async def turn_with(self, one: One, code: str, act: Act, messages: Messages) -> Outcome:
        """The same with replies of one's own."""
        outcome = await self.service.turn(
            self.who(one, code),
            act,
            once=f"{self.bot_id}:{one.update.update_id}",
            inbox=(self.bot_id, one.update.update_id),
            messages=messages,
            lease_until=self.sender.lease(one.heard.chat),
        )
        if isinstance(outcome.screen, ShutScreen):
            late = is_late(act, outcome.screen)
            await self.sender.say(one.heard.chat, await self.seen(one, outcome, late=late))
        if outcome.reply is not None:
            self.sender.send(outcome.reply)
        else:
            self.sender.wake()
        return outcome

    async def in_current(self, one: One, act: Act, *notes: Mapping[str, Any]) -> Outcome | None:
        """A turn in the survey the person is at; a word where there is none."""
        code = await self.current(one)
        if code is None:
            await self.say(one, "telegram-not-saved")
            return None
        return await self.turn(one, code, act, *notes)

    async def show(self, one: One, code: str | None) -> None:
        """The screen as it is now, past the outbox: the survey takes nothing more."""
        if code is not None:
            outcome = await self.look(one, code)
            await self.sender.say(one.heard.chat, await self.seen(one, outcome))
        await self.settle(one)

    async def seen(self, one: One, outcome: Outcome, *, late: bool = False) -> Rendered:
        """The screen as a message; of a closed survey, what came of it. `late`: first that an answer came too late."""
        screen = outcome.screen
        if not isinstance(screen, ShutScreen) or screen.reason != "closed":
            return self.renderer.render(screen)
        survey = outcome.survey
        screen = replace(screen, language=best_language(one.heard.language, survey.languages))
        after = await after_closing(self.store, survey, self.service.clock())
        shown = closed(self.renderer.texts, screen, after, self.renderer.link(survey))
        if not late:
            return shown
        told = escape(self.renderer.texts.say(screen.language, "too-late"))
        return fitted(replace(shown, text=f"{told}\n\n{shown.text}"))

    def shut(self, one: One, screen: ShutScreen, does: Does) -> str:
        """Why a press does nothing more; of one that answers, that it is not saved."""
        language = best_language(one.heard.language, screen.survey.languages)
        if screen.reason == "closed" and does in ANSWERING:
            return self.renderer.texts.say(language, "too-late")
        return self.renderer.shut(replace(screen, language=language))

    async def reply(self, one: One, rendered: Rendered, message: int | None = None) -> None:
        """Said at once, in `message` where given, and settled afterwards."""
        await self.sender.say(one.heard.chat, rendered, message)
        await self.settle(one)

    async def say(self, one: One, text_id: str, **arguments: Any) -> None:
        """A sentence in the language of the person's telephone."""
        text = self.renderer.texts.say(self.language(one), text_id, **arguments)
        await self.reply(one, Rendered(escape(text)))

    async def tell(self, one: One, outcome: Outcome, text_id: str, **arguments: Any) -> None:
        """A sentence in the language of the conversation."""
        await self.reply(one, Rendered(escape(self.text(outcome, text_id, **arguments))))

    async def settle(self, one: One) -> None:
        """The update is done with."""
        await self.store.settle_update(one.update.bot_id, one.update.update_id)

    async def current(self, one: One) -> str | None:
        """The code of the survey the person is at."""
        return await self.service.current_survey(CHANNEL, self.bot_id, str(one.heard.chat))

    async def look(self, one: One, code: str, language: str | None = None) -> Outcome:
        """What the person sees now. Raises UnknownCode."""
        return await self.service.look(self.who(one, code), language)

    def who(self, one: One, code: str) -> Who:
        """The person in a survey."""
        chat = str(one.heard.chat)
        return Who(code, CHANNEL, chat, bot_id=self.bot_id, plain=chat)

    def address(self, one: One) -> Address:
        """The person's address as the store knows it."""
        chat = str(one.heard.chat)
        hashed = self.service.keyring.address_hash(CHANNEL, self.bot_id, chat)
        return Address(CHANNEL, hashed, self.bot_id, chat)

    def language(self, one: One) -> str:
        """The one of ours that the person's telephone speaks."""
        return best_language(one.heard.language, self.renderer.texts.languages)

    def text(self, outcome: Outcome, text_id: str, **arguments: Any) -> str:
        """A text in the language of the conversation."""
        return self.renderer.texts.say(outcome.screen.language, text_id, **arguments)
