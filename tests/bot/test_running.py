"""The server as a process: commands work beside it, it tells what is in its way, and it always ends."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]


class Running:
    """`dalalab run` on a free port of this machine, and commands beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "sv_SE.UTF-8"}
        self.database = ("--database", f"sqlite:///{folder}/dalalab.sqlite")
        self.process: subprocess.Popen[str] | None = None
        self.said = ""

    def command(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """A command of the organiser's, as a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "bot", *words, *self.database],
            **self._around(),
            input=typed,
            capture_output=True,
            check=False,
        )

    def start(self) -> None:
        """Returns when the server has said everything it says at the start."""
        words = ("run", "--host", "127.0.0.1", "--port", "0", *self.database)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", *words], **self._around(), stdout=subprocess.PIPE
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if "Ctrl+C" in line:
                return
        raise AssertionError("the server ended")

    def stop(self) -> int:
        """Asks it to end; its exit code."""
        assert self.process is not None
        assert self.process.stdout is not None
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=60)
        self.process.stdout.close()
        return code

    def _around(self) -> dict[str, object]:
        return {"cwd": self.folder, "env": self.environment, "text": True}


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    server = Running(tmp_path)
    yield server
    if server.process is not None and server.process.poll() is None:
        server.stop()


def test_commands_change_and_answer_surveys_while_the_server_runs(running: Running) -> None:
    running.start()
    opened = running.command(
        "survey", "open", "session_evaluation", "--title", "Träff", "--demo-notice", "--json"
    )
    survey = json.loads(opened.stdout)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[A-Z]{6}", survey["join"]["web"])
    code = survey["code"]
    talked = running.command("chat", code, "--record", "talk.toml", typed="4\n5\n1\nbra\nkortare\n")
    assert "Tack!" in talked.stdout
    recorded = (running.folder / "talk.toml").read_text(encoding="utf-8")
    assert recorded.index('typed = "kortare"') < recorded.index("Tack!")
    closed = json.loads(running.command("survey", "close", code, "--json").stdout)
    assert (closed["state"], closed["complete"]) == ("closed", 1)
    unknown = running.command("survey", "close", "NOPE")
    assert (unknown.returncode, "NOPE" in unknown.stderr) == (2, True)
    broken = running.command("survey", "open", "session_evaluation", "--title", "T")
    assert (broken.returncode, len(broken.stderr.splitlines())) == (1, 5)
    assert running.stop() == 0
    left = {path.name for path in running.folder.iterdir()}
    assert left == {"dalalab.sqlite", "dalalab.sqlite.lock", "secret.key", "talk.toml"}
    assert running.command("db", "verify").returncode == 0


def test_a_second_server_is_told_who_holds_the_database_or_the_port(running: Running) -> None:
    running.start()
    assert running.process is not None
    second = running.command("run", "--host", "127.0.0.1", "--port", "0")
    assert second.returncode == 2
    assert str(running.process.pid) in second.stderr
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        third = running.command("run", "--host", "127.0.0.1", "--port", port)
    assert third.returncode == 2
    assert "--port" in third.stderr
    assert "Traceback" not in second.stderr + third.stderr


def test_the_owner_gets_a_link_at_the_start_and_another_when_it_is_lost(running: Running) -> None:
    """The one before leads nowhere; once an owner is inside, a start prints no secret."""
    running.start()
    first = re.search(r"http://\S+/arrangor\?nyckel=\S+", running.said)
    assert first is not None
    again = json.loads(running.command("owner-link", "--json").stdout)
    assert again["format"] == "dalalab.owner-link/1"
    with httpx2.Client(follow_redirects=True) as browser:
        assert browser.get(first[0]).status_code == 403
        asked = browser.get(again["link"])
        nonce = re.search(r'name="nonce" value="([^"]+)"', asked.text)
        assert nonce is not None
        inside = browser.post(str(asked.url), data={"nonce": nonce[1]})
    assert (inside.status_code, inside.url.path) == (200, "/arrangor")
    assert running.stop() == 0
    running.said = ""
    running.start()
    assert "/arrangor" in running.said
    assert "nyckel" not in running.said
    assert re.search(r"nyckel=\S+", running.command("owner-link").stdout)


def test_loopback_gets_no_qr_code_and_an_empty_server_says_how_to_begin(running: Running) -> None:
    running.start()
    assert "dalalab survey open" in running.said
    assert "█" not in running.said


def test_it_ends_although_somebody_looks_at_the_wall(running: Running) -> None:
    opened = running.command(
        "survey", "open", "session_evaluation", "--title", "Träff", "--demo-notice", "--json"
    )
    code = json.loads(opened.stdout)["code"]
    running.start()
    address = re.search(r"http://127\.0\.0\.1:(\d+)/arrangor", running.said)
    assert address is not None
    with socket.create_connection(("127.0.0.1", int(address[1]))) as screen:
        screen.sendall(f"GET /{code}/vagg/strom HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        came = b""
        while b"id: 1\n" not in came:
            came += screen.recv(4096)
        assert running.stop() == 0


def test_it_ends_although_somebody_keeps_a_connection_open(running: Running) -> None:
    running.start()
    address = re.search(r"http://127\.0\.0\.1:(\d+)/arrangor", running.said)
    assert address is not None
    with socket.create_connection(("127.0.0.1", int(address[1]))) as idle:
        idle.sendall(b"GET /ready HTTP/1.1\r\nHost: x\r\n")
        ended = threading.Event()
        watcher = threading.Thread(target=lambda: (running.stop(), ended.set()))
        watcher.start()
        assert ended.wait(timeout=60)
        watcher.join()
