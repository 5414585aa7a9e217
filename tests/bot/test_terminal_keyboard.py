"""`chat` where somebody sits at a keyboard: Ctrl+C ends it at once, and the answers wait."""

from __future__ import annotations

import fcntl
import os
import re
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from office import Office

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
WIDE = 80
CTRL_C = b"\x03"
RECEIPT = re.compile(r"/fortsatt ([A-Z2-9]{5}-[A-Z2-9]{5})")


class Keyboard:
    """A process that believes that it talks to a terminal."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.hands, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, WIDE, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", *words],
            cwd=folder,
            env={**_without_a_size(), "PYTHONPATH": str(ROOT), "LANG": "sv_SE.UTF-8"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_own_terminal,
        )
        os.close(theirs)
        self.longest = threading.Timer(90, self.process.kill)
        self.longest.start()
        self.seen = ""

    def until(self, words: str) -> None:
        """Reads on until the words have come."""
        before = len(self.seen)
        while words not in self.seen[before:]:
            self.seen += os.read(self.hands, 65536).decode()

    def press(self, keys: bytes) -> None:
        """Types."""
        os.write(self.hands, keys)

    def end(self) -> int:
        """Waits for the end; the exit code."""
        try:
            while more := os.read(self.hands, 65536):
                self.seen += more.decode(errors="replace")
        except OSError:  # Linux tells the end of a terminal this way
            pass
        return self.process.wait(timeout=60)


def _without_a_size() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


def _own_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def keyboard(office: Office) -> Iterator[Keyboard]:
    talk = Keyboard(office.folder, "chat", office.open(), "--database", office.database)
    yield talk
    talk.longest.cancel()
    talk.process.kill()
    talk.process.wait()
    os.close(talk.hands)


def test_ctrl_c_ends_the_conversation_at_once_and_says_how_to_go_on(
    keyboard: Keyboard, office: Office
) -> None:
    keyboard.until("\n> ")
    keyboard.press(b"4\n")
    keyboard.until("\n> ")
    keyboard.press(CTRL_C)
    assert keyboard.end() == 0
    assert "Traceback" not in keyboard.seen
    assert max(map(len, keyboard.seen.splitlines())) <= WIDE, "words are cut by the window's edge"
    found = RECEIPT.search(keyboard.seen)
    assert found is not None
    code = office.json("survey", "list")["surveys"][0]["code"]
    went_on = office.chat(code, f"/fortsatt {found[1]}\n").stdout
    assert "Fråga 2 av 5" in went_on
