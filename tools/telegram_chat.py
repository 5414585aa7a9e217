"""A conversation in Telegram, held with the Bot API stand-in of the tests, and drawn as a chat."""

from __future__ import annotations

import contextlib
import html
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

CHANGE = ["Ändra"]
"""The button that an answered question keeps."""
PATIENCE = 20.0
"""Seconds to wait for the bot to say something."""

STYLE = """
body { margin: 0; padding: 16px; height: 100vh; box-sizing: border-box; overflow: hidden;
  display: flex; flex-direction: column; justify-content: flex-end;
  background: #cfdccb; font: 16px/1.4 'Noto Sans', sans-serif; }
.message { max-width: 84%; margin: 10px 0 0; }
.bot { align-self: flex-start; } .person { align-self: flex-end; }
.text { padding: 9px 12px; border-radius: 14px; background: white; white-space: pre-wrap; }
.person .text { background: #e2f7cb; }
.button { margin-top: 4px; padding: 8px 12px; border-radius: 10px; text-align: center;
  background: #5d7f6bcc; color: white; }
"""


@dataclass(frozen=True)
class StandIn:
    """The running stand-in: its address, and the token that its bot has."""

    url: str
    token: str

    def do(self, act: str, *what: str, until: str) -> None:
        """The person acts, and waits until the newest message holds `until` and the older ones ask nothing."""
        body = json.dumps({"phone": 1, "act": act, "with": what}).encode()
        headers = {"Content-Type": "application/json"}
        order = urllib.request.Request(f"{self.url}/control/do", body, headers)  # noqa: S310 - our own loopback
        urllib.request.urlopen(order, timeout=5).close()  # noqa: S310
        deadline = time.monotonic() + PATIENCE
        while not self._settled(until):
            if time.monotonic() > deadline:
                raise RuntimeError(f"the bot did not say {until!r}")
            time.sleep(0.05)

    def _settled(self, until: str) -> bool:
        *older, newest = self.messages()
        seen = " ".join([newest["text"], *newest["labels"]])
        return until in seen and all(message["labels"] in ([], CHANGE) for message in older)

    def messages(self) -> list[dict[str, Any]]:
        """The chat as it stands now, oldest first."""
        with urllib.request.urlopen(f"{self.url}/control/chat/1", timeout=5) as answer:  # noqa: S310
            messages: list[dict[str, Any]] = json.load(answer)["messages"]
        return messages


@contextlib.contextmanager
def stand_in(root: Path) -> Iterator[StandIn]:
    """The stand-in, from start to stop."""
    line = [sys.executable, "-m", "bot.botapi"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, cwd=root) as process:  # noqa: S603 - our own program
        try:
            assert process.stdout is not None
            url, token = process.stdout.readline().split()
            yield StandIn(url, token)
        finally:
            process.terminate()
            process.wait(timeout=10)


def chat_page(messages: list[dict[str, Any]]) -> str:
    """The chat as a page."""
    bubbles = "".join(_bubble(message) for message in messages)
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{bubbles}"


def _bubble(message: dict[str, Any]) -> str:
    side = "bot" if message["mine"] else "person"
    buttons = "".join(
        f'<div class="button">{html.escape(label)}</div>' for label in message["labels"]
    )
    text = html.escape(message["text"])
    return f'<div class="message {side}"><div class="text">{text}</div>{buttons}</div>'
