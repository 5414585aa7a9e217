"""`python -m bot.botapi --port P`: the stand-in as a process of its own. Writes its address and its token."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

from bot.botapi.delivery import TELEGRAMS_DELAY
from bot.botapi.server import BotApi
from bot.botapi.world import World

REMEMBERED = 10_000
"""Calls that are kept: it may run for long."""


async def _serve(port: int) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    world = World(keep=REMEMBERED)
    async with BotApi(world, port=port) as api:
        api.delivery.first_delay = TELEGRAMS_DELAY
        sys.stdout.write(f"{api.url} {world.token}\n")
        sys.stdout.flush()
        await stopped.wait()


def _runner() -> asyncio.Runner:
    """The quicker loop where there is one: the stand-in is also the server of measurements."""
    try:
        import uvloop
    except ImportError:
        return asyncio.Runner()
    return asyncio.Runner(loop_factory=uvloop.new_event_loop)


def main() -> None:
    """Serves until a signal comes."""
    parser = argparse.ArgumentParser(prog="python -m bot.botapi")
    parser.add_argument("--port", type=int, default=0)
    with _runner() as runner:
        runner.run(_serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
