"""Who the bot is, and the two ways in: getUpdates and the webhook."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.botapi.methods.registry import Fields, flag, method, number, structure
from bot.botapi.refusals import Refused, bad

if TYPE_CHECKING:
    from bot.botapi.world import World

LONGEST_POLL = 50.0
"""Seconds."""


@method
async def get_me(world: World, fields: Fields) -> Any:
    """Who the bot is."""
    return world.me


@method
async def log_out(world: World, fields: Fields) -> Any:
    """From the cloud server, before one of one's own is used."""
    return True


@method
async def close(world: World, fields: Fields) -> Any:
    """From a server of one's own, before the bot is moved."""
    return True


@method
async def get_updates(world: World, fields: Fields) -> Any:
    """Long polling: waits for an update; a second poller ends the first with 409."""
    if world.webhook["url"]:
        raise Refused(
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
    _allow(world, fields)
    _confirm(world, number(fields, "offset", 0))
    mine = _take_over(world)
    wait = min(float(fields.get("timeout") or 0), LONGEST_POLL)
    try:
        await world.until(
            lambda: bool(world.updates) or mine.done(), within=wait or 0.001, topic="updates"
        )
    except TimeoutError:
        return []
    finally:
        if world.poller is mine:
            world.poller = None
    if mine.done():
        raise Refused(
            409,
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running",
        )
    limit = max(1, min(number(fields, "limit", 100), 100))
    return [
        world.updates[update_id] for update_id in list(world.order(list(world.updates)))[:limit]
    ]


def _allow(world: World, fields: Fields) -> None:
    """Which kinds are wanted; an empty list means the usual ones, a missing one those of last time."""
    wanted = structure(fields, "allowed_updates")
    if wanted is not None:
        world.allowed = frozenset(wanted) or None


def _confirm(world: World, offset: int) -> None:
    """Below 0 it counts from the end of the queue, and forgets what is before."""
    if offset < 0:
        world.settle(sorted(world.updates)[:offset])
    elif offset:
        world.confirm(offset)


def _take_over(world: World) -> asyncio.Future[None]:
    mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    previous, world.poller = world.poller, mine
    if previous is not None and not previous.done():
        previous.set_result(None)
    world.changed("updates")
    return mine


@method
async def set_webhook(world: World, fields: Fields) -> Any:
    """From now on updates are posted. Without an address it is as deleteWebhook."""
    secret = str(fields.get("secret_token", ""))
    if len(secret) > 256 or not all(c.isascii() and (c.isalnum() or c in "_-") for c in secret):
        raise bad("secret token contains unallowed characters")
    if not 1 <= number(fields, "max_connections", 40) <= 100:
        raise bad("max_connections must be between 1 and 100")
    url = str(fields.get("url", ""))
    if not url:
        return await delete_webhook(world, fields)
    if not url.startswith(("https://", "http://127.0.0.1", "http://localhost", "http://[::1]")):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    _allow(world, fields)
    _drop(world, fields)
    world.webhook = dict(fields)
    world.changed("updates")
    return True


@method
async def delete_webhook(world: World, fields: Fields) -> Any:
    """Back to getUpdates."""
    world.webhook = {"url": ""}
    _drop(world, fields)
    world.changed("updates")
    return True


def _drop(world: World, fields: Fields) -> None:
    if flag(fields, "drop_pending_updates"):
        world.settle(list(world.updates))


@method
async def get_webhook_info(world: World, fields: Fields) -> Any:
    """Where updates are posted, and how many wait."""
    told: dict[str, Any] = {
        "url": world.webhook["url"],
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
        "max_connections": number(world.webhook, "max_connections", 40),
    }
    if world.allowed is not None:
        told["allowed_updates"] = sorted(world.allowed)
    return told
