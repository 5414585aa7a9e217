"""Photos and documents: fetched from Telegram only where one is asked for, then taken in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.documents import MEGABYTE
from bot.photos import MAX_BYTES, UnreadableFile
from bot.telegram.calls import LARGEST_FILE
from bot.telegram.intents import note
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import Arrive, Unreadable
from surveys.questionnaire.models import File, Photo

if TYPE_CHECKING:
    from bot.service import Who
    from bot.telegram.calls import Calls
    from bot.telegram.reading import Sent
    from bot.telegram.replying import One, Replies
    from surveys.conversation.state import Act


@dataclass(frozen=True, slots=True)
class Files:
    """What a photo or a document leads to, by the question it is sent to."""

    replies: Replies
    calls: Calls

    async def took(self, one: One, sent: Sent) -> None:
        """Takes it in; says why not where it cannot be."""
        code = await self.replies.current(one)
        if code is None:
            await self.replies.say(one, "telegram-no-survey")
            return
        screen = (await self.replies.look(one, code)).screen
        if not isinstance(screen, QuestionScreen) or not _asked(screen, sent):
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
            await self.replies.turn(one, code, act)

    async def _taken(self, who: Who, screen: QuestionScreen, data: bytes, name: str) -> Act:
        """Raises UnreadableFile."""
        if isinstance(screen.question, Photo):
            return await self.replies.service.take_photo(who, data, screen.key)
        return await self.replies.service.take_document(who, data, name, screen.key)

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
