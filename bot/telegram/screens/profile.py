"""What people read about the bot before they write to it: the menu of commands and two descriptions, per language.

Telegram limits how often these may be set, so they are read first and set only where something differs. The bot's
name is the operator's: it is chosen at BotFather, printed on posters, and never changed from here.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScope, BotCommandScopeAllGroupChats
from telegram.error import TelegramError

if TYPE_CHECKING:
    from telegram import Bot

    from surveys.texts import Texts

log = logging.getLogger(__name__)

COMMANDS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "start": "start",
        "fortsatt": "continue",
        "sprak": "language",
        "minadata": "mine",
        "integritet": "privacy",
        "radera": "erase",
        "stopp": "stop",
        "hjalp": "help",
    },
    "en": {
        "start": "start",
        "continue": "continue",
        "language": "language",
        "mydata": "mine",
        "privacy": "privacy",
        "delete": "erase",
        "stop": "stop",
        "help": "help",
    },
}
"""Commands by language, each with the last word of its text's id; the English ones where there are none."""
MENUS = (("sv", None), ("sv", "sv"), ("en", "en"), ("fi", "fi"), ("ar", "ar"), ("so", "so"))
"""Our language, and Telegram's two letters for it: Swedish where no language fits. Lätt svenska has no two letters."""

_IN_GROUPS = BotCommandScopeAllGroupChats()


def commands(texts: Texts, language: str) -> dict[str, str]:
    """Each command that can be written, with what it does."""
    names = COMMANDS.get(language.partition("-")[0], COMMANDS["en"])
    return {name: texts.say(language, f"telegram-command-{text}") for name, text in names.items()}


def group_commands(texts: Texts, language: str) -> dict[str, str]:
    """The one that does something in a group."""
    return {"enkat": texts.say(language, "telegram-command-group")}


async def tell(bot: Bot, texts: Texts) -> None:
    """Sets what differs. Nothing depends on it: what Telegram refuses waits for the next start."""
    for language, code in MENUS:
        try:
            await _tell_commands(bot, commands(texts, language), code)
            await _tell_commands(bot, group_commands(texts, language), code, _IN_GROUPS)
            await _tell_descriptions(bot, texts, language, code)
        except TelegramError as error:
            log.info("the bot's descriptions (%s): %s", code or "all", type(error).__name__)


async def _tell_commands(
    bot: Bot, meant: Mapping[str, str], code: str | None, scope: BotCommandScope | None = None
) -> None:
    wanted = tuple(BotCommand(name, does) for name, does in meant.items())
    if await bot.get_my_commands(scope, language_code=code) != wanted:
        await bot.set_my_commands(wanted, scope, language_code=code)


async def _tell_descriptions(bot: Bot, texts: Texts, language: str, code: str | None) -> None:
    long = texts.say(language, "telegram-description")
    short = texts.say(language, "telegram-short-description")
    if (await bot.get_my_description(language_code=code)).description != long:
        await bot.set_my_description(long, language_code=code)
    if (await bot.get_my_short_description(language_code=code)).short_description != short:
        await bot.set_my_short_description(short, language_code=code)
