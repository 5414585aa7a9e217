"""The Bot API methods, one function each: fields in, result out."""

from bot.botapi.methods import editing, media, pressing, profile, sending, updating
from bot.botapi.methods.registry import METHODS, Fields, Method

__all__ = [
    "METHODS",
    "Fields",
    "Method",
    "editing",
    "media",
    "pressing",
    "profile",
    "sending",
    "updating",
]
