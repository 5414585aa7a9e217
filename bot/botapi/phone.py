"""A person's telephone: what is pressed and written goes in as updates, what is seen is the chat as it stands now."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from bot.botapi.chats import Chat, Message
from bot.botapi.showing import inaccessible, membership, person, shown
from bot.botapi.sight import NoSuchButton, Sight
from bot.botapi.things import Things

if TYPE_CHECKING:
    from bot.botapi.world import World

__all__ = ["NoSuchButton", "Phone"]


class Phone(Sight, Things):
    """One person in a private chat with the bot. `idle` waits until the bot has nothing left to do."""

    def __init__(
        self,
        world: World,
        number: int,
        *,
        language: str | None = "sv",
        idle: Callable[[], Awaitable[None]] | None = None,
        started: bool = True,
    ) -> None:
        self.world = world
        self.idle = idle
        new = Chat(number, language=language, started=started)
        self.chat = world.chats.setdefault(number, new)
        self.last_update = 0

    @property
    def person(self) -> dict[str, Any]:
        """Who it is, as updates say."""
        return person(self.chat.id, self.chat.language)

    @property
    def toasts(self) -> list[str]:
        """What was shown for a moment after presses, oldest first."""
        return self.chat.toasts

    # What the person does. Each gives the id of the update; 0 when the bot is not told.

    def start(self, code: str = "") -> int:
        """Opens the link t.me/bot?start=CODE, or presses Start."""
        self.chat.blocked = False
        return self.send(f"/start {code}".strip())

    def tap(self, label: str, *, message: Message | None = None) -> int:
        """Presses the newest visible button whose label is, or else holds, `label`."""
        found, data = self.button(label, message)
        return self.press(data, found)

    def double_tap(self, label: str) -> tuple[int, int]:
        """Presses one button twice before anything can have happened: two updates."""
        found, data = self.button(label)
        return self.press(data, found), self.press(data, found)

    def press(self, data: str, message: Message) -> int:
        """Presses a button with this data on this message, also one that is no longer there."""
        return self.pressed(self.chat, data, shown(self.world, self.chat, message))

    def press_inaccessible(self, data: str, number: int) -> int:
        """Presses a button on a message so old that Telegram does not hand it out any more."""
        return self.pressed(self.chat, data, inaccessible(self.chat, number))

    def pressed(self, chat: Chat, data: str, message: dict[str, Any]) -> int:
        """A press in whatever chat: the toast comes to this telephone."""
        query = self.world.press(chat.id, self.chat.id)
        content = {
            "id": query,
            "from": self.person,
            "chat_instance": f"instance{chat.id}",
            "message": message,
            "data": data,
        }
        return self._update("callback_query", content)

    def block(self) -> int:
        """Stops the bot."""
        self.chat.blocked = True
        return self._member("kicked", "member")

    def unblock(self) -> int:
        """Lets the bot in again."""
        self.chat.blocked = False
        return self._member("member", "kicked")

    def leave_telegram(self) -> None:
        """The account is gone; the bot is not told."""
        self.chat.deactivated = True

    async def settled(self) -> None:
        """Waits until the bot has confirmed the last update and has nothing left to do."""
        last = self.last_update
        await self.world.until(
            lambda: last not in self.world.updates, within=60.0, topic=("update", last)
        )
        if self.idle is not None:
            await self.idle()

    def _say(self, message: Message, extra: dict[str, Any], kind: str = "message") -> int:
        """The person's message is in the chat, and the bot is told."""
        message.id = message.id or self.world.next_message_id()
        message.date = message.date or int(self.world.clock())
        self.chat.messages[message.id] = message
        self.chat.started = True
        self.world.changed(self.chat.id)
        content = {**shown(self.world, self.chat, message), "from": self.person}
        return self._update(kind, {**content, **extra})

    def _member(self, new: str, old: str) -> int:
        content = membership(self.world, self.chat, self.person, self.world.me, (old, new))
        return self._update("my_chat_member", content)

    def _update(self, kind: str, content: dict[str, Any]) -> int:
        self.last_update = self.world.inform(kind, content)
        return self.last_update
