"""`dalalab telegram-sandbox`: one address, the whole bot behind it, and an end as soon as it is asked for."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

pytestmark = pytest.mark.slow
PATIENCE = 60.0


async def start(*words: str, folder: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env={"PATH": "", "LANG": "sv_SE.UTF-8", "PYTHONPATH": str(Path(__file__).parents[3])}, cwd=folder,
    )  # fmt: skip


@asynccontextmanager
async def sandbox(
    folder: Path, *words: str
) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    process = await start("telegram-sandbox", "--port", "0", *words, folder=folder)
    assert process.stdout is not None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
        assert line.startswith("Provchatten: http://127.0.0.1:"), (
            await process.stderr.read()
        ).decode()  # type: ignore[union-attr]
        yield line.split()[1], process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def chat(session: aiohttp.ClientSession, address: str, until: str) -> list[dict[str, Any]]:
    """The chat of person 1 once its newest message holds some words."""
    version = -1
    async with asyncio.timeout(PATIENCE):
        while True:
            asked = f"{address}sandbox/news?chat=1&version={version}"
            async with session.get(asked) as response:
                news = await response.json()
            messages = news["chat"]["messages"]
            if messages and until in messages[-1]["text"]:
                return messages
            version = news["version"]


async def do(session: aiohttp.ClientSession, address: str, act: str, **more: Any) -> None:
    body = {"act": act, "person": 1, "chat": 1, **more}
    async with session.post(f"{address}sandbox/do", json=body) as response:
        assert response.status == 200


async def test_a_survey_for_practice_is_answered_and_forgotten(tmp_path) -> None:
    async with sandbox(tmp_path) as (address, process), aiohttp.ClientSession() as session:
        async with session.get(address) as response:
            code = (await response.text()).partition('id="code" value="')[2].partition('"')[0]
        await do(session, address, "start", code=code)
        *_, notice = await chat(session, address, "Övning")
        assert notice["rows"][0][0]["text"] == "Börja"
        await do(session, address, "press", message=notice["id"], row=0, column=0, label="Börja")
        await chat(session, address, "Fråga 1 av 5")
        process.send_signal(signal.SIGINT)
        _, told = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert process.returncode == 0, told.decode()
        assert "Ingenting lämnar datorn" in told.decode()
        assert "Traceback" not in told.decode()
    assert list(tmp_path.iterdir()) == []


async def test_a_named_database_lasts_and_its_survey_goes_on_in_the_next_sandbox(tmp_path) -> None:
    words = ("--database", f"sqlite:///{tmp_path / 'kvar.sqlite'}")
    codes = set()
    for expected in ("Övning", "Fråga 1 av 5"):
        async with (
            sandbox(tmp_path, *words) as (address, process),
            aiohttp.ClientSession() as session,
        ):
            async with session.get(address) as response:
                codes.add(
                    (await response.text()).partition('id="code" value="')[2].partition('"')[0]
                )
            await do(session, address, "start", code=next(iter(codes)))
            newest = (await chat(session, address, expected))[-1]
            if expected == "Övning":
                await do(
                    session, address, "press", message=newest["id"], row=0, column=0, label="Börja"
                )
                await chat(session, address, "Fråga 1 av 5")
            process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(process.communicate(), PATIENCE)
            assert process.returncode == 0
    assert len(codes) == 1


async def test_what_cannot_be_started_says_why(tmp_path) -> None:
    unknown = await start("telegram-sandbox", "--port", "0", "FINNSEJ", folder=tmp_path)
    _, told = await unknown.communicate()
    assert (unknown.returncode, "FINNSEJ" in told.decode()) == (2, True)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        second = await start("telegram-sandbox", "--port", port, folder=tmp_path)
        _, told = await second.communicate()
    assert second.returncode == 2
    assert f"Port {port} på 127.0.0.1 går inte att använda" in told.decode()
