"""What somebody sees: the chat as it stands now, and waiting until it shows something."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.botapi.chats import Chat, Message

if TYPE_CHECKING:
    from bot.botapi.world import World


class NoSuchButton(AssertionError):
    """The label is on no visible button."""


class Sight:
    """A chat with eyes on it. `Phone` and `Group` do things in it as well."""

    world: World
    chat: Chat

    @property
    def messages(self) -> list[Message]:
        """Everything in the chat now, oldest first."""
        return self.chat.newest()

    @property
    def replies(self) -> list[Message]:
        """What the bot has written, oldest first."""
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
    def reactions(self) -> dict[int, str]:
        """The bot's reactions, by message."""
        return {
            m: emoji for (chat, m), emoji in self.world.reactions.items() if chat == self.chat.id
        }

    def transcript(self) -> list[str]:
        """The chat as text: `< ` the bot, `> ` the person, buttons in brackets."""
        lines = []
        for message in self.messages:
            buttons = "".join(f" [{label}]" for label in message.labels)
            lines.append(f"{'<' if message.mine else '>'} {message.text}{buttons}")
        return lines

    async def sees(self, text: str) -> Message:
        """Waits until the newest message of the bot holds `text`."""
        await self.until(lambda: any(text in m.text for m in self.replies[-1:]))
        return self.last

    async def until(self, true: Callable[[], bool], *, within: float = 60.0) -> None:
        """Waits until something is so in this chat; it is looked at again when the chat changes."""
        await self.world.until(true, within=within, topic=self.chat.id)

    def button(self, label: str, only: Message | None = None) -> tuple[Message, str]:
        """The newest visible button whose label is, or else holds, `label`: its message and its data."""
        messages = [only] if only is not None else self.live[::-1]
        for fits in (label.__eq__, lambda shown_label: label in shown_label):
            for message in messages:
                for row in message.rows:
                    for button in row:
                        if fits(button["text"]) and "callback_data" in button:
                            return message, button["callback_data"]
        raise NoSuchButton(f"{label!r} is not among {[m.labels for m in messages]}")
