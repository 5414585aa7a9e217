"""`python -m bot.botapi --port P`: the stand-in as a process of its own. Prints its address and its token."""

from __future__ import annotations

import argparse
import asyncio
import signal

from bot.botapi.server import BotApi
from bot.botapi.world import World


async def _serve(port: int) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    world = World()
    async with BotApi(world, port=port) as api:
        print(api.url, world.token, flush=True)
        await stopped.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.botapi")
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(_serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
