"""What people at the page can do. Every deed is a method of a telephone or a group; anything else is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.botapi.group import Group, Member
from bot.botapi.phone import Phone
from bot.botapi.showing import shown

if TYPE_CHECKING:
    from bot.botapi.world import World

PEOPLE = (1, 2, 3)
GROUP = -1001
LANGUAGES = ("sv", "en", "fi", "ar", "so", "")
LONGEST = 4096
LARGEST_FILE = 20 * 1024 * 1024


class Impossible(Exception):
    """The page asked for something nobody can do."""


class Room:
    """Three people, each with a telephone, and a group that they are all in and the bot is not yet."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.phones = {n: Phone(world, n, started=False) for n in PEOPLE}
        self.group = Group(world, GROUP)
        self.group.chat.members.update(dict.fromkeys(PEOPLE, "member"))
        self.group.chat.blocked, self.group.chat.bot_status = True, "left"
        self._deeds: dict[str, Callable[[Phone, dict[str, Any]], object]] = {
            "start": self._start,
            "say": self._say,
            "press": self._press,
            "location": self._location,
            "block": lambda phone, _: phone.block(),
            "unblock": lambda phone, _: phone.unblock(),
            "language": self._language,
            "add_bot": lambda phone, _: self.group.add_bot(phone),
            "remove_bot": lambda phone, _: self.group.remove_bot(phone),
        }

    @property
    def chats(self) -> tuple[int, ...]:
        """Those that the page shows."""
        return (*PEOPLE, GROUP)

    def do(self, wanted: dict[str, Any]) -> None:
        """One deed. Raises Impossible."""
        deed = self._deeds.get(str(wanted.get("act")))
        if deed is None:
            raise Impossible("act")
        try:
            deed(self._phone(wanted.get("person")), wanted)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise Impossible(str(wanted["act"])) from error

    def send_file(self, person: object, chat: object, body: bytes, name: str, kind: str) -> None:
        """A picture where the file is one, else a document. Raises Impossible."""
        if not body or len(body) > LARGEST_FILE:
            raise Impossible("file")
        sender = self._sender(self._phone(person), chat)
        if kind.startswith("image/"):
            sender.photo(body)
        else:
            sender.document(body, name[:200] or "fil", kind or "application/octet-stream")

    def _phone(self, number: object) -> Phone:
        try:
            return self.phones[int(str(number))]
        except (KeyError, ValueError):
            raise Impossible("person") from None

    def _sender(self, phone: Phone, chat: object) -> Phone | Member:
        return self.group[phone] if str(chat) == str(GROUP) else phone

    def _start(self, phone: Phone, wanted: dict[str, Any]) -> None:
        phone.start(str(wanted.get("code", ""))[:64].strip())

    def _say(self, phone: Phone, wanted: dict[str, Any]) -> None:
        text = str(wanted["text"]).strip()[:LONGEST]
        if not text:
            raise Impossible("say")
        answered = wanted.get("reply")
        reply_to = int(answered) if answered else None
        self._sender(phone, wanted.get("chat")).send(text, reply_to=reply_to)

    def _press(self, phone: Phone, wanted: dict[str, Any]) -> None:
        chat = self.group.chat if str(wanted.get("chat")) == str(GROUP) else phone.chat
        message = chat.messages[int(wanted["message"])]
        button = message.rows[int(wanted["row"])][int(wanted["column"])]
        if button["text"] != wanted["label"]:
            raise ValueError("the buttons have changed")
        phone.pressed(chat, button["callback_data"], shown(self.world, chat, message))

    def _location(self, phone: Phone, wanted: dict[str, Any]) -> None:
        lat, lon = float(wanted["lat"]), float(wanted["lon"])
        if not (abs(lat) <= 90 and abs(lon) <= 180):
            raise ValueError("no place on earth")
        self._sender(phone, wanted.get("chat")).location(lat, lon)

    def _language(self, phone: Phone, wanted: dict[str, Any]) -> None:
        language = str(wanted["language"])
        if language not in LANGUAGES:
            raise ValueError(language)
        phone.chat.language = language or None
        self.world.changed(phone.chat.id)
