"""What Telegram takes in one message, checked before anything is sent: nothing here is ever sent and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.telegram.markup import MOST_BUTTONS

if TYPE_CHECKING:
    from bot.telegram.markup import Rendered


class TooMuch(Exception):
    """The message breaks a limit; says which one, and none of its words."""


def check(rendered: Rendered) -> None:
    """Raises TooMuch when Telegram would refuse the message."""
    if sum(map(len, rendered.rows)) > MOST_BUTTONS:
        raise TooMuch("buttons")
    pressed = [label for row in rendered.rows for label in row if label.url is None]
    if any(not 1 <= len(label.data.encode()) <= 64 for label in pressed):
        raise TooMuch("callback data")
