"""Chats and messages as people see them now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

ChatType = Literal["private", "group", "supergroup"]


@dataclass(slots=True)
class Message:
    """One message as a person sees it now."""

    id: int
    mine: bool
    """From the bot."""
    text: str
    """What is read: entities parsed away; of a picture its caption, else a word for what it is."""
    source: str = ""
    """The text as the bot wrote it."""
    markup: dict[str, Any] | None = None
    photo: bytes | None = None
    caption: str | None = None
    content: dict[str, Any] = field(default_factory=dict)
    """What the Bot API writes beside or instead of the text: photo, voice, location, poll, contact."""
    entities: list[dict[str, Any]] = field(default_factory=list)
    sender: int = 0
    """The person's number; 0 for the bot."""
    date: int = 0
    edited: int | None = None
    reply_to: int | None = None
    thread: int | None = None
    only_for: int | None = None
    """Of an ephemeral message in a group: the only person who sees it."""

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons, in order."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        """The inline keyboard, row by row."""
        rows: list[list[dict[str, Any]]] = (self.markup or {}).get("inline_keyboard", [])
        return rows


@dataclass(slots=True)
class Chat:
    """A private chat with one person, or a group with several."""

    id: int
    language: str | None = "sv"
    blocked: bool = False
    """The bot may not write: blocked by the person, or put out of the group."""
    messages: dict[int, Message] = field(default_factory=dict)
    toasts: list[str] = field(default_factory=list)
    type: ChatType = "private"
    title: str = "Person"
    started: bool = True
    """Whether the person has ever written to the bot."""
    deactivated: bool = False
    migrated_to: int | None = None
    members: dict[int, str] = field(default_factory=dict)
    """Of a group: person -> status."""
    bot_status: str = "member"
    pinned: list[int] = field(default_factory=list)
    next_thread: int = 1

    @property
    def is_private(self) -> bool:
        """Whether it is a chat with one person."""
        return self.type == "private"

    def head(self) -> dict[str, Any]:
        """The chat as the Bot API names it."""
        name = "first_name" if self.is_private else "title"
        return {"id": self.id, "type": self.type, name: self.title}

    def newest(self) -> list[Message]:
        """Every message now, oldest first."""
        return [self.messages[number] for number in sorted(self.messages)]
