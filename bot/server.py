"""The running whole: started in order, stopped in the opposite order in under three seconds."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import socket
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.addresses import addresses_of, write_run_file
from bot.app import build
from bot.control import ControlServer
from bot.refusing import refused
from bot.reports import ReportWorker
from bot.wording import local_date

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.applications import Starlette

    from bot.app import App
    from bot.config import Settings
    from bot.telegram.channel import TelegramChannel

logger = logging.getLogger(__name__)


class Server:
    """Web pages, Telegram, the clock and the control socket, on one event loop."""

    def __init__(self, app: App, listening: socket.socket) -> None:
        self.app = app
        self.port: int = listening.getsockname()[1]
        self._listening = listening
        self._reports = ReportWorker(app.settings.store.url, app.settings.opinion.least_voters)
        self.telegram: TelegramChannel | None = None
        self.addresses = addresses_of(app.settings, self.port)
        self._ending = contextlib.AsyncExitStack()
        """How everything that has been started ends: the last one first, whatever becomes of the others."""

    async def start(self) -> None:
        """Everything but the pages, which `serve` serves."""
        app, ending = self.app, self._ending
        ending.callback(self._reports.stop)
        ending.callback(app.own_files.stop)
        ending.push_async_callback(app.rehearsals.stop)
        await self._close_what_is_due()
        if app.settings.telegram.token is not None:
            from bot.telegram.channel import TelegramChannel

            self.telegram = TelegramChannel(
                app.service,
                app.store,
                app.settings.telegram,
                public_url=app.settings.web.public_url or self.addresses.base,
                clock=app.service.clock,
            )
            ending.push_async_callback(self.telegram.stop)
            await self.telegram.start()
            self.addresses = replace(self.addresses, telegram_name=self.telegram.username)
        app.desk.addresses = self.addresses
        run_file = write_run_file(app.settings.instance, self.addresses)
        ending.callback(run_file.unlink, missing_ok=True)
        control = ControlServer(app.settings.instance, app.desk, app.terminal, app.entering)
        ending.push_async_callback(control.stop)
        await control.start()
        clock = asyncio.create_task(self._watch_the_clock(), name="clock")
        ending.push_async_callback(_end, clock)

    def web(self) -> Starlette:
        """The pages."""
        from bot.organising import Organising
        from bot.web.app import web_app

        organising = Organising(self.app, self._reports, self.addresses)
        self.app.service.on_erase = self._reports.forget
        return web_app(
            service=self.app.service,
            settings=self.app.settings,
            texts=self.app.texts,
            organiser=organising,
            extra_routes=self.telegram.routes() if self.telegram is not None else (),
        )

    async def serve(self, ready: Callable[[Server], Awaitable[None]]) -> None:
        """Serves until a signal comes; calls `ready` once pages answer."""
        from bot.serving import PageServer

        pages = self.web()
        server = PageServer(pages, lambda: ready(self), pages.state.before_stop)
        await server.serve(sockets=[self._listening])

    async def stop(self) -> None:
        """The opposite order of `start`; the store is closed by its owner."""
        await self._ending.aclose()

    async def _watch_the_clock(self) -> None:
        """Closes surveys when their time is out."""
        while True:
            await asyncio.sleep(self.app.settings.survey.clock_seconds)
            try:
                await self._close_what_is_due()
            except Exception as error:  # noqa: BLE001 - the clock must never stop silently
                logger.error("closing by the clock failed: %s", type(error).__name__)  # noqa: TRY400

    async def _close_what_is_due(self) -> None:
        """Also makes up for the time the server was down; practice copies left behind go too, and wishes whose day has passed."""
        app = self.app
        await app.rehearsals.forget()
        await app.store.forget_subscriptions(local_date(app.service.clock()))
        for code in await app.store.due_closings(app.service.clock()):
            try:
                await app.desk.close(code)
            except Exception as error:  # noqa: BLE001 - one survey must never keep the others open
                logger.error("survey %s not closed: %s", code, type(error).__name__)  # noqa: TRY400
            else:
                logger.info("survey %s closed by the clock", code)


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def bind(host: str, port: int) -> socket.socket:
    """A listening socket. Raises ConfigError when the port is taken or not allowed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Inherited by every connection: else a page's body may wait 40 ms for its head to be acknowledged.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        why = {errno.EADDRINUSE: "taken", errno.EACCES: "rights"}.get(error.errno or 0, "other")
        raise refused("refused-port", port=str(port), host=host, why=why) from None
    return listening


async def run(settings: Settings, ready: Callable[[Server], Awaitable[None]]) -> None:
    """Runs the product until a signal comes.

    Raises:
        ConfigError, StoreError: it could not start; nothing is left behind.
    """
    listening = bind(settings.web.host, settings.web.port)
    with contextlib.closing(listening):
        app = await build(settings)
        try:
            server = Server(app, listening)
            try:
                await server.start()
                await server.serve(ready)
            finally:
                await server.stop()
        finally:
            await app.close()
