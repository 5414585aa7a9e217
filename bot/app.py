"""Everything that runs together, built in one place; `server.py` runs it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.addresses import addresses_of
from bot.desk import Desk
from bot.entering import Entering
from bot.keys import Keyring, load_keyring
from bot.own_files import OwnFileWorker
from bot.recordings import Recordings
from bot.rehearsing import Rehearsals
from bot.service import Service
from bot.terminal import Terminal
from surveys.store.store import Store
from surveys.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.config import Settings


def utc_now() -> dt.datetime:
    """The clock of a real server."""
    return dt.datetime.now(dt.UTC)


@dataclass
class App:
    """Everything that runs together. Made by `build`, ended by `close`."""

    settings: Settings
    store: Store
    keyring: Keyring
    service: Service
    texts: Texts
    desk: Desk
    terminal: Terminal
    entering: Entering
    rehearsals: Rehearsals
    own_files: OwnFileWorker

    async def close(self) -> None:
        """Writes what is queued and lets go of the database."""
        await self.store.close()


async def build(settings: Settings, *, clock: Callable[[], dt.datetime] = utc_now) -> App:
    """The parts every command needs, on an open store. Raises StoreError, ConfigError."""
    keyring = load_keyring(settings)
    store = await Store.open(settings.store.url)
    service = Service(store, keyring, clock=clock, recordings=Recordings(settings.recordings))
    texts = Texts("bot")
    desk = Desk(store, service, addresses=addresses_of(settings), clock=clock)
    return App(
        settings,
        store,
        keyring,
        service,
        texts,
        desk,
        Terminal(service, texts),
        Entering(service, texts),
        Rehearsals(service),
        OwnFileWorker(),
    )
