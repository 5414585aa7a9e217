"""How long an organiser waits for each page of the studio when very many have answered.

    .venv/bin/python bench/studio.py [--people 10000] [--keep FOLDER]

Invented people answer a short evaluation through the real engine and store; then every page around it is asked for as a
browser does, in the server that `dalalab run` starts, with its worker. A page that shows a bar is asked again until it
is there; both are told: until something is seen, and until all of it is. Last, an organiser decides on themes, three times.

- until something is seen, a bar or the page: <= 1 s;
- from a decision on a theme to the page that shows it, after the first: <= 1.5 s.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from html import unescape
from importlib.resources import files
from pathlib import Path
from random import Random

import httpx2

sys.path[0] = str(Path(__file__).parents[1])  # this script's own name is no package

from bot.app import App, build  # noqa: E402
from bot.config import Settings  # noqa: E402
from bot.demo.participants import Persona, filler, take_part  # noqa: E402
from bot.demo.rehearsal import rehearse  # noqa: E402
from bot.opening import open_survey  # noqa: E402
from bot.server import Server, bind  # noqa: E402
from bot.wishes import Opening  # noqa: E402

CODE = "MATARE"
AT_ONCE = 64
SEEN_BAR, DECIDED_BAR = 1.0, 1.5
ROOMS = (
    "", "/provkor", "/inbjudan", "/telefon", "/lage", "/papper", "/rapporter", "/svar", "/citat", "/oversattning",
    "/befolkning", "/stammer", "/stang", "/teman", "/teman/other", "/teman/climate",
)  # fmt: skip
BAR = re.compile(r'class="progress" data-again="([^"]+)"')
"""Where a page that shows a bar asks again."""
LOOK_AGAIN = 0.05
"""Seconds; a browser takes one."""
LABELS = ("Samtal och klimat", "Samtalen", "Klimatet i rummet")


@dataclass(frozen=True)
class Waited:
    """Seconds until something was seen, and until the whole page was."""

    page: str
    seen: float
    whole: float


def people(count: int) -> list[Persona]:
    """Invented people, each with three sentences to both questions; a few are silent."""
    draw = Random(count)
    praise = [text for asked, text in filler() if asked != "change"]
    wishes = [text for asked, text in filler() if asked == "change"]

    def said(texts: list[str]) -> str:
        return "" if draw.random() < 0.1 else ". ".join(draw.sample(texts, 3))

    return [
        Persona(f"studio {n}", {"keep": said(praise), "change": said(wishes)}, "sv", n)
        for n in range(count)
    ]


async def filled(app: App, count: int) -> None:
    """An open evaluation that so many have answered."""
    source = (files("surveys") / "library" / "session_evaluation.toml").read_text("utf-8")
    opening = Opening(
        title="Mätning",
        questionnaire=source,
        questionnaire_file="session_evaluation.toml",
        demo_notice=True,
        code=CODE,
        channels=("web", "paper"),
    )
    await open_survey(app.store, opening, now=app.service.clock())
    waiting = iter(people(count))

    async def phone() -> None:
        for persona in waiting:
            await take_part(app.service, CODE, persona, rehearse)

    await asyncio.gather(*(phone() for _ in range(AT_ONCE)))


class Organiser:
    """Somebody at the studio's pages."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self._client = client

    async def enter(self, link: str) -> None:
        """By the owner's one-time link."""
        page = (await self._client.get(link)).text
        fields = {"nonce": _nonce(page), "name": "Mätare"}
        (await self._client.post("/arrangor/in", data=fields)).raise_for_status()

    async def look(self, path: str) -> Waited:
        """A page, with its bar."""
        address = f"/arrangor/{CODE}{path}"
        return await self._waited(path or "/", lambda: self._client.get(address))

    async def rename(self, label: str) -> Waited:
        """Renames a theme, and waits until its page shows it."""
        address = f"/arrangor/{CODE}/teman/climate"
        page = await self._there(await self._client.get(address))
        fields = {"nonce": _nonce(page.text), "act": "rename", "text": label}
        told = await self._waited("a decision", lambda: self._client.post(address, data=fields))
        assert label in (await self._there(await self._client.get(address))).text
        return told

    async def _waited(self, name: str, ask: Callable[[], Awaitable[httpx2.Response]]) -> Waited:
        begun = time.perf_counter()
        page = await ask()
        seen = time.perf_counter() - begun
        await self._there(page)
        return Waited(name, seen, time.perf_counter() - begun)

    async def _there(self, page: httpx2.Response) -> httpx2.Response:
        """The page behind a bar."""
        while (bar := BAR.search(page.text)) is not None:
            await asyncio.sleep(LOOK_AGAIN)
            page = await self._client.get(unescape(bar[1]))
        page.raise_for_status()
        return page


def _nonce(page: str) -> str:
    found = re.search(r'name="nonce" value="([^"]+)"', page)
    assert found is not None, "a page without a form"
    return unescape(found[1])


async def measure(folder: Path, count: int) -> list[Waited]:
    """Every page, then three decisions."""
    settings = Settings()
    settings.store.url = f"sqlite:///{folder}/studio.sqlite"
    app = await build(settings)
    if not await app.store.surveys():
        await filled(app, count)
    listening = bind("127.0.0.1", 0)
    server = Server(app, listening)
    await server.start()
    link = (await app.desk.owner_link())["link"]
    transport = httpx2.ASGITransport(server.web())
    try:
        async with httpx2.AsyncClient(
            transport=transport, base_url=server.addresses.base, follow_redirects=True, timeout=120
        ) as client:
            organiser = Organiser(client)
            await organiser.enter(link)
            pages = [await organiser.look(room) for room in ROOMS]
            return pages + [await organiser.rename(label) for label in LABELS]
    finally:
        await server.stop()
        await app.close()
        listening.close()


def main() -> int:
    """Measures, prints, and says with the exit code whether every bar was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="a folder whose database is filled once")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dalalab-bench-") as name:
        pages = asyncio.run(measure(wanted.keep or Path(name), wanted.people))
    for page in pages:
        print(f"{page.page:14} seen {page.seen:6.2f} s, whole {page.whole:6.2f} s")
    slow = [page.page for page in pages if page.seen > SEEN_BAR]
    decided = max(page.whole for page in pages[-len(LABELS) + 1 :])
    print(f"seen within {SEEN_BAR:g} s: {'MISSED by ' + ', '.join(slow) if slow else 'every page'}")
    print(f"a decision after the first: {decided:.2f} s; bar {DECIDED_BAR:g} s")
    return 0 if not slow and decided <= DECIDED_BAR else 1


if __name__ == "__main__":
    raise SystemExit(main())
