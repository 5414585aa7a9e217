"""Posts in groups: the join button and how many have answered, kept up to date in one message until the survey closes.

A round looks at every post: what is wanted is sent, a count that has changed is edited, a closed survey is told so for the
last time. A group that may not be written to yet waits for the next round, where one edit does for all that came in between.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from telegram.error import ChatMigrated, TelegramError

from bot.telegram.outgoing.calls import Calls, Fate, fate_of, seconds_of
from bot.telegram.screens.markup import Label, Rendered, bold, cut, escape
from surveys.errors import StoreError
from surveys.store.chats.groups import NO_MESSAGE, GroupPost

if TYPE_CHECKING:
    import datetime as dt

    from bot.telegram.outgoing.pacing import Pace
    from bot.telegram.screens.rendering import Renderer
    from surveys.store.store import Store
    from surveys.survey import Survey

log = logging.getLogger(__name__)

_LONGEST_TITLE = 200
_OVER = frozenset({Fate.GONE, Fate.UNREACHABLE, Fate.REFUSED, Fate.OUR_WORDS})
"""Somebody has removed the message, or the bot may not write there: nobody asked for another one."""


@dataclass(slots=True)
class Posting:
    """`username` is the bot's, None until Telegram has told it."""

    store: Store
    calls: Calls
    pace: Pace
    renderer: Renderer
    clock: Callable[[], dt.datetime]
    bot_id: int
    username: Callable[[], str | None]
    _round: asyncio.Lock = field(default_factory=asyncio.Lock)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def wake(self) -> None:
        """A round begins now, or when the one that is under way has ended."""
        task = asyncio.create_task(self._wake(), name="telegram posts")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def idle(self) -> None:
        """Returns when the rounds that were asked for have ended."""
        while running := [task for task in self._tasks if not task.done()]:
            await asyncio.wait(running)

    async def stop(self) -> None:
        """What is wanted stays wanted, in the store."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def round(self) -> None:
        """Brings every post up to date that may be written to now. Raises StoreError when there is no looking."""
        async with self._round:
            answered: dict[int, int] = {}
            due = []
            for code, post in await self.store.group_posts(self.bot_id):
                survey = await self.store.survey(code)
                if survey is None or self.pace.wait(post.chat_id) > 0:
                    continue
                if survey.id not in answered:
                    answered[survey.id] = await self._answered(survey)
                due.append(self._one(survey, post, answered[survey.id]))
            await asyncio.gather(*due)  # a group that Telegram is slow with delays no other

    async def _wake(self) -> None:
        try:
            await self.round()
        except StoreError as error:
            log.warning("posts: %s", type(error).__name__)

    async def _answered(self, survey: Survey) -> int:
        if survey.closed_at is not None:
            return (await self.store.counts(survey)).answered
        return await self.store.count_answered(survey.id)

    async def _one(self, survey: Survey, post: GroupPost, answered: int) -> None:
        """One post, to whatever end it comes; what cannot be written down is done again in the next round."""
        try:
            await self._bring_up_to_date(survey, post, answered)
        except StoreError as error:
            log.warning("a post: %s", type(error).__name__)

    async def _bring_up_to_date(self, survey: Survey, post: GroupPost, answered: int) -> None:
        shown = replace(post, shown=answered)
        try:
            if survey.state(self.clock()) == "closed":
                await self._close(survey, shown)
            elif post.wanted:
                await self._post(survey, shown)
            elif post.shown != answered:
                await self._put(shown, self.rendered(survey, shown))
                await self.store.set_shown(shown)
        except ChatMigrated as error:
            await self.store.move_group(self.bot_id, post.chat_id, error.new_chat_id)
        except TelegramError as error:
            await self._failed(post, error)

    async def _post(self, survey: Survey, post: GroupPost) -> None:
        """Below everything that has been said; the post before loses its button."""
        await self.pace.turn(post.chat_id)
        number = await self.calls.send(post.chat_id, self.rendered(survey, post))
        await self.store.group_posted(replace(post, message_id=number))
        if post.message_id != NO_MESSAGE:
            await self._disarm(post)

    async def _disarm(self, post: GroupPost) -> None:
        await self.pace.turn(post.chat_id)
        try:
            await self.calls.disarm(post.chat_id, post.message_id)
        except TelegramError as error:
            # The new post is out; the old button leads to the same place.
            log.debug("an old post: %s", type(error).__name__)
            if fate_of(error) is Fate.WAIT:
                self.pace.refused(post.chat_id, seconds_of(error))

    async def _close(self, survey: Survey, post: GroupPost) -> None:
        """The last edit, and then nothing is known of the group."""
        if post.message_id != NO_MESSAGE:
            await self._put(post, self.closed(survey, post))
        await self.store.forget_group_post(post)

    async def _put(self, post: GroupPost, rendered: Rendered) -> None:
        await self.pace.turn(post.chat_id)
        try:
            await self.calls.edit(post.chat_id, post.message_id, rendered)
        except TelegramError as error:
            if fate_of(error) is not Fate.SAME:
                raise

    async def _failed(self, post: GroupPost, error: TelegramError) -> None:
        fate = fate_of(error)
        log.warning("a post: %s", type(error).__name__)
        if fate is Fate.WAIT:
            self.pace.refused(post.chat_id, seconds_of(error))
        elif fate is Fate.UNREACHABLE:
            await self.store.forget_group(self.bot_id, post.chat_id)
        elif fate in _OVER or (fate is Fate.UNKNOWN and post.wanted):
            # A post that may be out already is not sent again unasked.
            await self.store.forget_group_post(post)

    def rendered(self, survey: Survey, post: GroupPost) -> Rendered:
        """The post while the survey is open."""
        parts = [*self._heading(survey, post), escape(self._say(post, "telegram-group-post"))]
        if "web" in survey.channels and self.renderer.public_url is not None:
            link = self.renderer.link(survey)
            parts.append(escape(self._say(post, "telegram-group-web", link=link)))
        count = {"n": post.shown}
        if survey.invited is None:
            parts.append(bold(self._say(post, "telegram-group-count", **count)))
        else:
            of = {**count, "invited": survey.invited}
            parts.append(bold(self._say(post, "telegram-group-count-of", **of)))
        join = f"https://t.me/{self.username()}?start={survey.code}"
        button = Label(self._say(post, "telegram-group-button"), "", url=join)
        return Rendered("\n\n".join(parts), ((button,),))

    def closed(self, survey: Survey, post: GroupPost) -> Rendered:
        """The post when the survey is closed: without a button."""
        told = escape(self._say(post, "telegram-group-closed", n=post.shown))
        return Rendered("\n\n".join((*self._heading(survey, post), told)))

    def _heading(self, survey: Survey, post: GroupPost) -> list[str]:
        practice = [escape(self._say(post, "notice-demo"))] if survey.notice.demo else []
        return [*practice, bold(cut(survey.title, _LONGEST_TITLE))]

    def _say(self, post: GroupPost, text_id: str, **arguments: int | str) -> str:
        return self.renderer.texts.say(post.language, text_id, **arguments)
