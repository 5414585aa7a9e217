"""Who wants to be told when the answer back comes: one press on the thanks screen, one press or `/stopp` to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.after_closing import after_closing
from bot.telegram.screens.answer import following, letter
from bot.telegram.screens.codec import Does
from bot.telegram.screens.markup import Rendered, escape
from surveys.answer_back import waits_until
from surveys.questionnaire.languages import best_language
from surveys.store.subscribing import Subscription

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from bot.telegram.replying import One, Replies
    from bot.telegram.screens.codec import Press

WISHES = frozenset({Does.FOLLOW, Does.UNFOLLOW})


@dataclass(frozen=True, slots=True)
class Subscribers:
    """Takes in wishes. Each is committed by itself, before anything is said, and after the turn it follows."""

    replies: Replies

    async def pressed(self, one: One, press: Press, outcome: Outcome, message: int) -> None:
        """Either button; a second press changes nothing."""
        if press.does is Does.FOLLOW:
            await self._follow(one, outcome)
        else:
            await self._unfollow(one, outcome, message)

    async def withdraw_all(self, one: One) -> int:
        """Takes back every wish of a chat; how many there were."""
        replies = self.replies
        return await replies.store.unsubscribe_all(replies.bot_id, str(one.heard.chat))

    async def withdraw(self, one: One, outcome: Outcome) -> bool:
        """Takes back the wish to hear of one survey; False when there was none."""
        return await self.replies.store.unsubscribe(self._key(one, outcome))

    async def _follow(self, one: One, outcome: Outcome) -> None:
        """Keeps the wish; where the answer is there already it is told at once, and nothing is kept."""
        replies, survey = self.replies, outcome.survey
        texts, language = replies.renderer.texts, self._language(one, outcome)
        after = await after_closing(replies.store, survey, replies.service.clock())
        if after.versions:
            link = replies.renderer.link(survey)
            await replies.reply(one, letter(texts, survey, after.versions[0], language, link))
            return
        wish = Subscription(
            self._key(one, outcome), survey.id, replies.bot_id, str(one.heard.chat), language
        )
        await replies.store.subscribe(wish, waits_until(survey))
        await replies.reply(one, following(texts, survey, language))

    async def _unfollow(self, one: One, outcome: Outcome, message: int) -> None:
        replies = self.replies
        await self.withdraw(one, outcome)
        language = self._language(one, outcome)
        said = replies.renderer.texts.say(language, "answer-unfollowed")
        await replies.reply(one, Rendered(escape(said)), message)

    def _key(self, one: One, outcome: Outcome) -> str:
        replies = self.replies
        return replies.service.keyring.subscription_key(
            outcome.survey.id, replies.bot_id, str(one.heard.chat)
        )

    def _language(self, one: One, outcome: Outcome) -> str:
        """That of the conversation while there is one, else that of the telephone."""
        if outcome.state.begun:
            return outcome.state.language
        return best_language(one.heard.language, outcome.survey.languages)
