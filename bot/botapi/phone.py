"""A person's telephone: what is pressed and written goes in as updates, what is seen is the chat as it stands now."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.botapi.methods import shown
from bot.botapi.world import Chat, Message, World


class NoSuchButton(AssertionError):
    """The label is on no visible button."""


class Phone:
    """One person in a private chat with the bot. `idle` waits until the bot has nothing left to do."""

    def __init__(
        self,
        world: World,
        number: int,
        *,
        language: str | None = "sv",
        idle: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.world = world
        self.idle = idle
        self.chat = world.chats.setdefault(number, Chat(number, language=language))
        self.last_update = 0

    @property
    def person(self) -> dict[str, Any]:
        body = {"id": self.chat.id, "is_bot": False, "first_name": "Person"}
        return {**body, "language_code": self.chat.language} if self.chat.language else body

    # What the person does. Each gives the id of the update.

    def start(self, code: str = "") -> int:
        """Opens the link t.me/bot?start=CODE, or presses Start."""
        self.chat.blocked = False
        return self.send(f"/start {code}".strip())

    def send(self, text: str) -> int:
        extra: dict[str, Any] = {"text": text}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            extra["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self._message(text, extra)

    def location(self, lat: float, lon: float) -> int:
        return self._message("(location)", {"location": {"latitude": lat, "longitude": lon}})

    def photo(self, data: bytes) -> int:
        file_id = f"photo{self.world.serial()}"
        self.world.files[file_id] = data
        small = {"file_id": f"{file_id}s", "file_unique_id": "s", "width": 90, "height": 60}
        large = {"file_id": file_id, "file_unique_id": "l", "width": 1280, "height": 853}
        return self._message("(photo)", {"photo": [small, {**large, "file_size": len(data)}]})

    def document(self, data: bytes, name: str, media_type: str = "application/pdf") -> int:
        file_id = f"document{self.world.serial()}"
        self.world.files[file_id] = data
        document = {"file_id": file_id, "file_name": name, "mime_type": media_type}
        return self._message("(document)", {"document": {**document, "file_size": len(data)}})

    def sticker(self) -> int:
        return self._message("(sticker)", {"sticker": {"file_id": "sticker", "emoji": "👍"}})

    def voice(self) -> int:
        return self._message("(voice)", {"voice": {"file_id": "voice", "duration": 3}})

    def tap(self, label: str, *, message: Message | None = None) -> int:
        """Presses the newest visible button whose label is, or else holds, `label`."""
        found, data = self._button(label, message)
        return self.press(data, found)

    def press(self, data: str, message: Message) -> int:
        """Presses a button with this data on this message, also one that is no longer there."""
        query = f"query{self.world.serial()}"
        self.world.presses[query] = (self.chat.id, self.world.clock(), False)
        content = {
            "id": query,
            "from": self.person,
            "chat_instance": f"instance{self.chat.id}",
            "message": shown(self.world, self.chat, message),
            "data": data,
        }
        return self._update("callback_query", content)

    def block(self) -> int:
        self.chat.blocked = True
        return self._member("kicked", "member")

    def unblock(self) -> int:
        self.chat.blocked = False
        return self._member("member", "kicked")

    # What the person sees.

    @property
    def messages(self) -> list[Message]:
        """Everything in the chat now, oldest first."""
        return [self.chat.messages[number] for number in sorted(self.chat.messages)]

    @property
    def replies(self) -> list[Message]:
        return [message for message in self.messages if message.mine]

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        return self.replies[-1]

    @property
    def live(self) -> list[Message]:
        """The bot's messages that have buttons."""
        return [message for message in self.replies if message.rows]

    @property
    def toasts(self) -> list[str]:
        return self.chat.toasts

    def transcript(self) -> list[str]:
        """The chat as text: `< ` the bot, `> ` the person, buttons in brackets."""
        lines = []
        for message in self.messages:
            buttons = "".join(f" [{label}]" for label in message.labels)
            lines.append(f"{'<' if message.mine else '>'} {message.text}{buttons}")
        return lines

    async def settled(self, *, within: float = 10.0) -> None:
        """Waits until the bot has confirmed the last update and has nothing left to do."""
        last = self.last_update
        await self.world.until(lambda: last not in self.world.updates, within=within)
        if self.idle is not None:
            await self.idle()

    async def sees(self, text: str, *, within: float = 10.0) -> Message:
        """Waits until the newest message of the bot holds `text`."""
        await self.world.until(
            lambda: any(text in m.text for m in self.replies[-1:]), within=within
        )
        return self.last

    def _button(self, label: str, only: Message | None) -> tuple[Message, str]:
        messages = [only] if only is not None else self.live[::-1]
        for fits in (label.__eq__, lambda shown_label: label in shown_label):
            for message in messages:
                for row in message.rows:
                    for button in row:
                        if fits(button["text"]):
                            return message, button["callback_data"]
        raise NoSuchButton(f"{label!r} is not among {[m.labels for m in messages]}")

    def _message(self, text: str, extra: dict[str, Any]) -> int:
        message = Message(id=self.world.next_message_id(), mine=False, text=text)
        self.chat.messages[message.id] = message
        content = {**shown(self.world, self.chat, message), "from": self.person}
        del content["text"]
        return self._update("message", {**content, **extra})

    def _member(self, new: str, old: str) -> int:
        content = {
            "chat": {"id": self.chat.id, "type": "private", "first_name": "Person"},
            "from": self.person,
            "date": int(self.world.clock()),
            "old_chat_member": {"user": self.world.me, "status": old},
            "new_chat_member": {"user": self.world.me, "status": new},
        }
        return self._update("my_chat_member", content)

    def _update(self, kind: str, content: dict[str, Any]) -> int:
        self.last_update = self.world.add_update(kind, content)
        return self.last_update
