"""What happens in a group: somebody asks for a survey's post, the bot is put out, the group gets another number.

Everything else that is said or pressed there is none of the bot's business: it is settled in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.outcomes import Who
from bot.telegram.incoming.reading import GONE, Unintelligible
from bot.telegram.screens.markup import Rendered, escape
from surveys.conversation.screens import ShutScreen
from surveys.errors import UnknownCode
from surveys.questionnaire.languages import best_language
from surveys.store.chats.groups import GroupPost

if TYPE_CHECKING:
    from bot.service import Service
    from bot.telegram.incoming.attempts import Attempts
    from bot.telegram.outgoing.sending import Sender
    from bot.telegram.outreach.posting import Posting
    from bot.telegram.screens.rendering import Renderer
    from surveys.store.records import InboxUpdate
    from surveys.store.store import Store

CHANNEL = "telegram"
COMMANDS = frozenset({"start", "enkat", "enkät"})
KINDS = frozenset({"group", "supergroup"})


@dataclass(frozen=True, slots=True)
class Asked:
    """`/start CODE`, in a group. `language` is that of whoever wrote it."""

    chat: int
    code: str
    language: str | None


@dataclass(frozen=True, slots=True)
class PutOut:
    """The bot is in the group no more."""

    chat: int


@dataclass(frozen=True, slots=True)
class Renumbered:
    """The group has become a supergroup."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Chatter:
    """Whatever else happens in a group."""


Happening: TypeAlias = Asked | PutOut | Renumbered | Chatter


def read_group(update: Mapping[str, Any], username: str | None) -> Happening | None:
    """What happened in a group; None when it did not happen in one.

    Raises Unintelligible when a kind we know does not have the form it should have.
    """
    try:
        return _read(update, username)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise Unintelligible from None


def _read(update: Mapping[str, Any], username: str | None) -> Happening | None:
    content = update.get("message") or update.get("my_chat_member")
    if content is None:
        query = update.get("callback_query") or {}
        content = query.get("message") or {"chat": {}}
    chat = content["chat"]
    if chat.get("type") not in KINDS:
        return None
    number = int(chat["id"])
    if "my_chat_member" in update:
        return PutOut(number) if content["new_chat_member"]["status"] in GONE else Chatter()
    if "message" not in update:
        return Chatter()
    if "migrate_to_chat_id" in content:
        return Renumbered(number, int(content["migrate_to_chat_id"]))
    if "migrate_from_chat_id" in content:
        return Renumbered(int(content["migrate_from_chat_id"]), number)
    code = _code(content.get("text"), username)
    person = content.get("from") or {}
    return Chatter() if code is None else Asked(number, code, person.get("language_code"))


def _code(text: object, username: str | None) -> str | None:
    """The code after a command that is meant for us."""
    words = text.split() if isinstance(text, str) and text.startswith("/") else []
    if len(words) != 2:
        return None
    name, _, whom = words[0][1:].casefold().partition("@")
    is_ours = not whom or (username is not None and whom == username.casefold())
    return words[1].upper() if is_ours and name in COMMANDS else None


@dataclass(frozen=True, slots=True)
class Groups:
    """Does what is asked for in groups, and nothing unasked."""

    service: Service
    store: Store
    sender: Sender
    renderer: Renderer
    posting: Posting
    attempts: Attempts
    bot_id: int

    async def heard(self, update: InboxUpdate, raw: Mapping[str, Any]) -> bool:
        """Whether it happened in a group, and is settled. Raises Unintelligible, StoreError."""
        happening = read_group(raw, self.posting.username())
        if happening is None:
            return False
        match happening:
            case Asked() as asked if self.attempts.allow(asked.chat):
                await self._asked(asked)
            case PutOut(chat=chat):
                await self.store.forget_group(self.bot_id, chat)
            case Renumbered(before=before, after=after):
                await self.store.move_group(self.bot_id, before, after)
                self.posting.wake()
        await self.store.settle_update(update.bot_id, update.update_id)
        return True

    async def _asked(self, asked: Asked) -> None:
        texts = self.renderer.texts
        who = Who(asked.code, CHANNEL, str(asked.chat), bot_id=self.bot_id)
        try:
            outcome = await self.service.look(who)
        except UnknownCode:
            language = best_language(asked.language, texts.languages)
            await self._say(asked, texts.say(language, "unknown-code"))
            return
        survey = outcome.survey
        language = best_language(asked.language, survey.languages)
        if CHANNEL not in survey.channels:
            link = self.renderer.link(survey)
            await self._say(asked, texts.say(language, "telegram-not-here", link=link))
        elif isinstance(outcome.screen, ShutScreen):
            await self._say(asked, self.renderer.shut(outcome.screen))
        else:
            await self.store.want_group_post(
                GroupPost(self.bot_id, asked.chat, survey.id, language)
            )
            self.posting.wake()

    async def _say(self, asked: Asked, text: str) -> None:
        await self.sender.say(asked.chat, Rendered(escape(text)))
