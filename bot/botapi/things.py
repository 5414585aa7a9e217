"""What a person can send: words, places, pictures, files, and what no question asks for."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from bot.botapi.chats import Chat, Message
from bot.botapi.methods.media import described, photo_sizes

if TYPE_CHECKING:
    from bot.botapi.world import World


def command_entities(text: str) -> list[dict[str, Any]]:
    """Of a text that begins with a command."""
    if not text.startswith("/"):
        return []
    return [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]


class Things:
    """One person in one chat. Each deed gives the id of the update."""

    world: World
    chat: Chat

    @abstractmethod
    def _say(self, message: Message, extra: dict[str, Any], kind: str = "message") -> int: ...

    @abstractmethod
    def _update(self, kind: str, content: dict[str, Any]) -> int: ...

    @property
    @abstractmethod
    def person(self) -> dict[str, Any]:
        """Who it is, as updates say."""

    def send(self, text: str, *, reply_to: int | None = None, thread: int | None = None) -> int:
        """Writes, perhaps as an answer to a message or in a forum's thread."""
        message = Message(0, False, text, entities=command_entities(text))
        message.reply_to, message.thread = reply_to, thread
        return self._say(message, {})

    def edit(self, number: int, text: str) -> int:
        """Changes a message that was sent before."""
        message = self.chat.messages[number]
        message.text, message.entities = text, command_entities(text)
        message.edited = int(self.world.clock())
        return self._say(message, {}, "edited_message")

    def location(self, lat: float, lon: float) -> int:
        """Drops a pin; WGS84 degrees."""
        return self._thing("(location)", {"location": {"latitude": lat, "longitude": lon}})

    def venue(self, lat: float, lon: float, title: str) -> int:
        """Sends a place that has a name."""
        location = {"latitude": lat, "longitude": lon}
        venue = {"location": location, "title": title, "address": "Storgatan 1"}
        return self._thing(f"({title})", {"location": location, "venue": venue})

    def contact(self) -> int:
        """Shares a telephone number."""
        contact = {"phone_number": "+46700000000", "first_name": "Person"}
        return self._thing("(contact)", {"contact": contact})

    def photo(self, data: bytes, *, caption: str | None = None, group: str | None = None) -> int:
        """Sends a picture; those with the same `group` belong together."""
        file_id = self._store("photo", data)
        content: dict[str, Any] = {"photo": photo_sizes(file_id, data)}
        if group is not None:
            content["media_group_id"] = group
        return self._thing(caption or "(photo)", content, photo=data, caption=caption)

    def media_group(self, *pictures: bytes) -> list[int]:
        """Sends several pictures at once: a message and an update for each."""
        group = f"group{self.world.serial()}"
        return [self.photo(data, group=group) for data in pictures]

    def document(self, data: bytes, name: str, media_type: str = "application/pdf") -> int:
        """Sends a file."""
        file_id = self._store("document", data)
        document = described(file_id, data, file_name=name, mime_type=media_type)
        return self._thing("(document)", {"document": document})

    def sticker(self) -> int:
        """Sends a sticker."""
        sticker = {"file_id": "sticker", "file_unique_id": "usticker", "type": "regular"}
        size = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._thing("(sticker)", {"sticker": {**sticker, **size, "emoji": "👍"}})

    def voice(self, data: bytes = b"OggS") -> int:
        """Sends a recording."""
        file_id = self._store("voice", data)
        return self._thing("(voice)", {"voice": described(file_id, data, duration=3)})

    def dice(self) -> int:
        """Sends a die."""
        return self._thing("🎲", {"dice": {"emoji": "🎲", "value": 4}})

    def react(self, number: int, *emoji: str) -> int:
        """Reacts to a message; without an emoji the reaction is taken back."""
        reactions = [{"type": "emoji", "emoji": each} for each in emoji]
        content = {
            "chat": self.chat.head(),
            "message_id": number,
            "user": self.person,
            "date": int(self.world.clock()),
            "old_reaction": [],
            "new_reaction": reactions,
        }
        return self._update("message_reaction", content)

    def web_app_data(self, data: str) -> int:
        """Sends what was filled in in a web app."""
        return self._thing("(web app)", {"web_app_data": {"data": data, "button_text": "Form"}})

    def _store(self, kind: str, data: bytes) -> str:
        file_id = f"{kind}{self.world.serial()}"
        self.world.files[file_id] = data
        return file_id

    def _thing(
        self,
        word: str,
        content: dict[str, Any],
        *,
        photo: bytes | None = None,
        caption: str | None = None,
    ) -> int:
        message = Message(0, False, word, photo=photo, caption=caption, content=content)
        return self._say(message, {})
