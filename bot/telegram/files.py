"""Photos and documents: fetched from Telegram only where one is asked for, then taken in."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.documents import MEGABYTE
from bot.photos import MAX_BYTES, UnreadableFile
from bot.taking import take_document, take_photo
from bot.telegram.outgoing.calls import LARGEST_FILE
from bot.telegram.outgoing.intents import note
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Arrive, Unreadable
from surveys.questionnaire.models import File, Photo

if TYPE_CHECKING:
    from bot.outcomes import Who
    from bot.telegram.incoming.reading import Sent
    from bot.telegram.outgoing.calls import Calls
    from bot.telegram.own_words import OwnWords
    from bot.telegram.replying import One, Replies
    from surveys.conversation.state import Act

_SAID_OF = {
    "voice": "telegram-no-voice",
    "video": "telegram-no-video",
    "contact": "telegram-no-contact",
}
_MOST_MET = 2000


@dataclass(frozen=True, slots=True)
class Files:
    """What a photo or a document leads to, by the question it is sent to.

    Of an album the first that can be taken is; what else is in it is told about once, and so is a thing that no
    question takes.
    """

    replies: Replies
    calls: Calls
    own: OwnWords
    _met: OrderedDict[tuple[int, str], bool] = field(default_factory=OrderedDict)
    """Albums of which something was taken, and things that were refused: whether it has been told."""

    async def took(self, one: One, sent: Sent) -> None:
        """Takes it in; says why not where it cannot be."""
        code = await self.replies.current(one)
        place = one.heard.chat, sent.album
        if code is None:
            await self.replies.say(one, "telegram-not-saved")
        elif not sent.album or place not in self._met:
            await self._one(one, code, sent)
        elif self._met[place]:
            await self.replies.settle(one)
        else:
            self._met[place] = True
            await self.replies.turn(one, code, Arrive(), note("telegram-first-kept"))

    async def puzzled(self, one: One, kind: str) -> None:
        """A thing that no question takes: a word about it, once for each question."""
        code = await self.replies.current(one)
        if code is None:
            await self.replies.say(one, "telegram-no-survey")
            return
        outcome = await self.replies.look(one, code)
        key = outcome.screen.key if isinstance(outcome.screen, QuestionScreen) else ""
        place = one.heard.chat, f"{kind} {code} {key}"
        if place in self._met:
            await self.replies.settle(one)
            return
        self._meet(place, told=True)
        if kind in _SAID_OF:
            await self.replies.turn(one, code, Arrive(), note(_SAID_OF[kind]))
        else:
            await self.replies.turn(one, code, Unreadable())

    def _meet(self, place: tuple[int, str], *, told: bool) -> None:
        self._met[place] = told
        while len(self._met) > _MOST_MET:
            self._met.popitem(last=False)

    async def _one(self, one: One, code: str, sent: Sent) -> None:
        screen = (await self.replies.look(one, code)).screen
        if not isinstance(screen, QuestionScreen) or not _asked(screen, sent):
            if sent.album:
                self._meet((one.heard.chat, sent.album), told=True)
            await self.replies.turn(one, code, Unreadable())
        elif (largest := _largest(screen)) < sent.size:
            await self._refused(one, code, _too_big(screen, largest))
        else:
            await self._fetched(one, screen, sent)

    async def _fetched(self, one: One, screen: QuestionScreen, sent: Sent) -> None:
        code = screen.survey.code
        data = await self.calls.download(sent.file, _largest(screen))
        if data is None:
            await self._refused(one, code, note("try-again"))
            return
        try:
            act = await self._taken(self.replies.who(one, code), screen, data, sent.name)
        except UnreadableFile as error:
            await self._refused(one, code, note(f"rejected-{error.reason}", **error.hint))
        else:
            if sent.album:
                self._meet((one.heard.chat, sent.album), told=False)
            self.own.took(one, await self.replies.turn(one, code, act))

    async def _taken(self, who: Who, screen: QuestionScreen, data: bytes, name: str) -> Act:
        """Raises UnreadableFile."""
        if isinstance(screen.question, Photo):
            return await take_photo(self.replies.service, who, data, screen.key)
        return await take_document(self.replies.service, who, data, name, screen.key)

    async def _refused(self, one: One, code: str, why: dict[str, Any]) -> None:
        """The same question again, with the reason above it."""
        await self.replies.turn(one, code, Arrive(), why)


def _asked(screen: QuestionScreen, sent: Sent) -> bool:
    """Whether the question takes it: a picture for a photo, also sent as a document; anything for a document."""
    if isinstance(screen.question, Photo):
        return sent.is_picture
    return isinstance(screen.question, File)


def _largest(screen: QuestionScreen) -> int:
    """Bytes: what the question allows, as far as Telegram hands it out."""
    if not isinstance(screen.question, File):
        return min(MAX_BYTES, LARGEST_FILE)
    return min(screen.question.max_mb * MEGABYTE, LARGEST_FILE)


def _too_big(screen: QuestionScreen, largest: int) -> dict[str, Any]:
    what = "photo" if isinstance(screen.question, Photo) else "file"
    return note(f"rejected-{what}-too-big", max=largest // MEGABYTE)
