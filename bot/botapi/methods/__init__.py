"""The Bot API methods, one function each: fields in, result out. Importing a module puts its methods in the table."""

from bot.botapi.methods import (
    chatting,
    editing,
    media,
    newer,
    polls,
    pressing,
    profile,
    sending,
    updating,
)
from bot.botapi.methods.registry import METHODS, Fields, Method

__all__ = [
    "METHODS",
    "Fields",
    "Method",
    "chatting",
    "editing",
    "media",
    "newer",
    "polls",
    "pressing",
    "profile",
    "sending",
    "updating",
]
