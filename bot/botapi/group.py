"""A group chat: several people, the bot among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.botapi.chats import Chat, ChatType, Message
from bot.botapi.showing import membership, shown
from bot.botapi.sight import Sight
from bot.botapi.things import Things

if TYPE_CHECKING:
    from bot.botapi.phone import Phone
    from bot.botapi.world import World


class Member(Things):
    """A person in a group: sends there what can be sent in private."""

    def __init__(self, group: Group, phone: Phone) -> None:
        self.group = group
        self.world, self.chat = group.world, group.chat
        self.phone = phone

    @property
    def person(self) -> dict[str, Any]:
        """Who it is, as updates say."""
        return self.phone.person

    def _say(self, message: Message, extra: dict[str, Any], kind: str = "message") -> int:
        message.sender = self.phone.chat.id
        content = self.group.put(message, self.person)
        return self._update(kind, {**content, **extra}) if self.group.told(message) else 0

    def _update(self, kind: str, content: dict[str, Any]) -> int:
        self.phone.last_update = self.world.inform(kind, content)
        return self.phone.last_update


class Group(Sight):
    """A supergroup, whose number is below 0. The bot is in it from the start, and is told of everything.

    With `privacy` it is told only what a bot without rights is: commands, answers to it, and what happens to members.
    """

    def __init__(
        self,
        world: World,
        chat_id: int = -1001,
        *,
        title: str = "Grupp",
        kind: ChatType = "supergroup",
    ) -> None:
        assert chat_id < 0
        self.world = world
        self.chat = world.chats.setdefault(chat_id, Chat(chat_id, title=title, type=kind))
        self.privacy = False

    def __getitem__(self, phone: Phone) -> Member:
        """`group[phone].photo(…)`: a member who sends something."""
        self.chat.members.setdefault(phone.chat.id, "member")
        return Member(self, phone)

    def say(self, phone: Phone, text: str, *, reply_to: int | None = None) -> int:
        """A member writes."""
        return self[phone].send(text, reply_to=reply_to)

    def press(self, phone: Phone, label: str, *, message: Message | None = None) -> int:
        """A member presses the newest visible button with this label; the toast comes to their telephone."""
        found, data = self.button(label, message)
        return phone.pressed(self.chat, data, shown(self.world, self.chat, found))

    def add_bot(self, by: Phone) -> int:
        """The bot is put into the group: it is told so, and so is everybody."""
        update = self._bot_is(by, "member")
        self._service(by, {"new_chat_members": [self.world.me]})
        return update

    def remove_bot(self, by: Phone) -> int:
        """The bot is put out."""
        return self._bot_is(by, "kicked")

    def promote_bot(self, by: Phone) -> int:
        """The bot becomes an administrator."""
        return self._bot_is(by, "administrator")

    def join(self, phone: Phone) -> int:
        """A person comes: the bot reads it in the chat, and as a `chat_member` if it asks for those."""
        self.chat.members[phone.chat.id] = "member"
        self._changed_member(phone, "left", "member")
        return self._service(phone, {"new_chat_members": [phone.person]})

    def leave(self, phone: Phone) -> int:
        """A person goes."""
        self.chat.members[phone.chat.id] = "left"
        self._changed_member(phone, "member", "left")
        return self._service(phone, {"left_chat_member": phone.person})

    def migrate(self, by: Phone, to: int) -> Group:
        """A small group becomes a supergroup with another number; both chats say so. Gives the new one."""
        new = Group(self.world, to, title=self.chat.title)
        new.chat.members.update(self.chat.members)
        self._service(by, {"migrate_to_chat_id": to})
        new._service(by, {"migrate_from_chat_id": self.chat.id})
        self.chat.migrated_to = to
        return new

    def seen_by(self, phone: Phone) -> list[Message]:
        """What one member sees: everything but what was meant for another alone."""
        return [m for m in self.messages if m.only_for in {None, phone.chat.id}]

    def put(self, message: Message, sender: dict[str, Any]) -> dict[str, Any]:
        """A member's message is in the chat; it, as the Bot API writes it."""
        message.id = message.id or self.world.next_message_id()
        message.date = message.date or int(self.world.clock())
        self.chat.messages[message.id] = message
        self.world.changed(self.chat.id)
        return {**shown(self.world, self.chat, message), "from": sender}

    def told(self, message: Message) -> bool:
        """Whether the bot is told of a message."""
        if self.chat.blocked:
            return False
        if not self.privacy or self.chat.bot_status == "administrator":
            return True
        answered = self.chat.messages.get(message.reply_to or 0)
        return message.text.startswith("/") or (answered is not None and answered.mine)

    def _bot_is(self, by: Phone, status: str) -> int:
        old, self.chat.bot_status = self.chat.bot_status, status
        self.chat.blocked = status in {"kicked", "left"}
        content = membership(self.world, self.chat, by.person, self.world.me, (old, status))
        return self._remember(by, self.world.inform("my_chat_member", content))

    def _changed_member(self, phone: Phone, old: str, new: str) -> None:
        content = membership(self.world, self.chat, phone.person, phone.person, (old, new))
        self.world.inform("chat_member", content)

    def _service(self, by: Phone, content: dict[str, Any]) -> int:
        message = Message(0, False, f"({next(iter(content))})", content=content, sender=by.chat.id)
        body = self.put(message, by.person)
        return 0 if self.chat.blocked else self._remember(by, self.world.inform("message", body))

    def _remember(self, phone: Phone, update: int) -> int:
        phone.last_update = update
        return update


def in_group(phone: Phone, chat_id: int) -> Group:
    """The group, with this person as a member."""
    group = Group(phone.world, chat_id)
    group.chat.members.setdefault(phone.chat.id, "member")
    return group
