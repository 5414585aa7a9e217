"""What people read about the bot before they write to it: names, descriptions, commands, the menu button."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.botapi.markup import units
from bot.botapi.methods.registry import Fields, method, structure
from bot.botapi.refusals import bad

if TYPE_CHECKING:
    from bot.botapi.world import World

LONGEST_NAME = 64
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120
LONGEST_COMMAND_DESCRIPTION = 256
MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")


def _language(fields: Fields) -> str:
    code = str(fields.get("language_code") or "")
    if not _LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


def _scope(fields: Fields) -> tuple[str, ...]:
    """The scope and the language that commands belong to."""
    scope = structure(fields, "scope") or {"type": "default"}
    whom = str(scope.get("chat_id", "")), str(scope.get("user_id", ""))
    return ("commands", str(scope["type"]), *whom, _language(fields))


@method
async def set_my_commands(world: World, fields: Fields) -> Any:
    """The menu for a scope and a language."""
    key = _scope(fields)
    commands = structure(fields, "commands")
    if commands is None:
        raise KeyError("commands")
    if len(commands) > MOST_COMMANDS:
        raise bad("can't set more than 100 commands")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= units(str(command.get("description", ""))) <= LONGEST_COMMAND_DESCRIPTION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile[key] = commands
    if key[1] == "default":
        world.commands[key[-1]] = commands
    return True


@method
async def get_my_commands(world: World, fields: Fields) -> Any:
    """The menu of exactly this scope and language."""
    return world.profile.get(_scope(fields), [])


@method
async def delete_my_commands(world: World, fields: Fields) -> Any:
    """No menu for a scope and a language."""
    key = _scope(fields)
    world.profile.pop(key, None)
    if key[1] == "default":
        world.commands.pop(key[-1], None)
    return True


def _set(world: World, fields: Fields, what: str, longest: int) -> bool:
    text = str(fields.get(what) or "")
    if units(text) > longest:
        raise bad(f"{what.replace('_', ' ')} is too long")
    world.profile[what, _language(fields)] = text
    return True


def _get(world: World, fields: Fields, what: str, default: str = "") -> dict[str, str]:
    """For the language, else as it is for all."""
    own = world.profile.get((what, _language(fields)))
    return {what: own or world.profile.get((what, "")) or default}


@method
async def set_my_name(world: World, fields: Fields) -> Any:
    """What the bot is called."""
    return _set(world, fields, "name", LONGEST_NAME)


@method
async def get_my_name(world: World, fields: Fields) -> Any:
    """What the bot is called."""
    return _get(world, fields, "name", world.me["first_name"])


@method
async def set_my_description(world: World, fields: Fields) -> Any:
    """What stands in the empty chat."""
    return _set(world, fields, "description", LONGEST_DESCRIPTION)


@method
async def get_my_description(world: World, fields: Fields) -> Any:
    """What stands in the empty chat."""
    return _get(world, fields, "description")


@method
async def set_my_short_description(world: World, fields: Fields) -> Any:
    """What stands on the bot's page and where it is shared."""
    return _set(world, fields, "short_description", LONGEST_SHORT_DESCRIPTION)


@method
async def get_my_short_description(world: World, fields: Fields) -> Any:
    """What stands on the bot's page."""
    return _get(world, fields, "short_description")


@method
async def set_chat_menu_button(world: World, fields: Fields) -> Any:
    """What the button beside the text field does."""
    button = structure(fields, "menu_button") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad("MenuButton has invalid type specified")
    world.profile["menu_button", str(fields.get("chat_id", ""))] = button
    return True


@method
async def get_chat_menu_button(world: World, fields: Fields) -> Any:
    """What the button beside the text field does."""
    own = world.profile.get(("menu_button", str(fields.get("chat_id", ""))))
    return own or world.profile.get(("menu_button", "")) or {"type": "default"}
