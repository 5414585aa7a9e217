"""A demo that runs beside a tool, on a free loopback port with a database of its own."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PUBLIC_URL = "http://fraga.exempel.se"
"""What the pictures show as the join address; the pages themselves are fetched from loopback."""


@dataclass(frozen=True)
class Demo:
    """A running demo: where it answers, the secret of the owner's one-time link, and its database."""

    base: str
    key: str
    database: str

    def command(self, *arguments: str, typed: str = "") -> None:
        """A `dalalab` command beside it. Raises CalledProcessError when it fails."""
        line = [sys.executable, "-m", "bot", *arguments, "--database", self.database]
        subprocess.run(line, input=typed, text=True, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 - our own program


@contextlib.contextmanager
def demo(folder: Path) -> Iterator[Demo]:
    """The demo, from start to stop."""
    database = f"sqlite:///{folder / 'demo.sqlite'}"
    port = _free_port()
    line = [sys.executable, "-m", "bot", "run", "--demo", "--host", "127.0.0.1"]
    settings = {
        "DALALAB_WEB__PUBLIC_URL": PUBLIC_URL,
        "DALALAB_SECRET_KEY": "the same receipt codes in every picture",
    }
    environment = {**os.environ, **settings, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(  # noqa: S603 - our own program
        [*line, "--port", str(port), "--database", database],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    ) as process:
        try:
            key = _owner_secret(process)
            yield Demo(f"http://127.0.0.1:{port}", key, database)
        finally:
            process.terminate()
            process.wait(timeout=10)


def _owner_secret(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"nyckel=([\w-]+)", line):
            return found[1]
    raise RuntimeError("the demo did not start; run `make demo` and see why")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port
