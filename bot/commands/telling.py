"""What a command tells of the answers: published first, by ourselves or by the server that holds the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.common import perform, reading
from bot.editions import Made, PartsOf, due, everything, once_published

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.config import Settings
    from surveys.store.store import Store
    from surveys.survey import Survey


async def told(
    settings: Settings,
    surveys: Callable[[Store], Awaitable[list[Survey]]],
    make: Callable[[Store], Awaitable[Made]],
    parts_of: PartsOf = everything,
) -> Made:
    """What `make` finds in a read-only store, after what it may tell of the surveys has been published."""

    async def publish_what_is_due() -> None:
        async with reading(settings) as store:
            parts = await due(store, await surveys(store), parts_of)
        if parts:
            await perform(settings, "publish", {"parts": parts})

    async def made() -> Made:
        async with reading(settings) as store:
            return await make(store)

    return await once_published(publish_what_is_due, made)
