"""Phones that speak just enough HTTP: a connection kept open, a cookie, a form.

Each has a loopback address of its own, as a room full of people on mobile networks has, so that the server's limits
per address stay as they are.
"""

from __future__ import annotations

import asyncio
import re
from urllib.parse import urlencode

_NONCE = re.compile(rb'name="nonce" value="([^"]+)"')
_COOKIE = re.compile(rb"set-cookie: ([^;]+);", re.IGNORECASE)
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


class Phone:
    """One browser. `number` says which."""

    def __init__(self, port: int, number: int) -> None:
        self.port, self.number = port, number
        self.address = f"127.1.{number // 250}.{number % 250 + 1}"
        self.cookie = self.nonce = ""
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter | None = None

    async def get(self, path: str) -> bytes:
        """A page; its cookie and nonce are kept."""
        page = await self._send(f"GET {path} HTTP/1.1\r\n{self._head()}\r\n".encode())
        if found := _COOKIE.search(page):
            self.cookie = found[1].decode()
        if found := _NONCE.search(page):
            self.nonce = found[1].decode()
        return page

    async def post(self, path: str, fields: dict[str, str]) -> None:
        """A form. Raises AssertionError unless the answer leads on."""
        body = urlencode(fields).encode()
        head = (
            f"POST {path} HTTP/1.1\r\n{self._head()}"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        answer = await self._send(head.encode() + body)
        assert b" 303 " in answer[:20], answer[:300]

    async def answer(self, code: str, question: str, answer: str, revision: int) -> None:
        """One question of ours answered; '' for `question` is the beginning, whose page holds its language."""
        fields = {"question": question, "turn": "", "revision": str(revision), "nonce": self.nonce}
        said = {"answer": answer} if question else {"language": "sv"}
        action = {"action": "skip" if question and not answer else "next"}
        await self.post(f"/{code}", fields | said | action)

    def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _head(self) -> str:
        cookie = f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        return f"Host: 127.0.0.1:{self.port}\r\nAccept-Language: sv\r\n{cookie}"

    async def _send(self, request: bytes) -> bytes:
        """The answer; a connection that the server has closed meanwhile is opened anew, as browsers do."""
        try:
            return await self._exchange(request)
        except (asyncio.IncompleteReadError, ConnectionError):
            self.close()
            return await self._exchange(request)

    async def _exchange(self, request: bytes) -> bytes:
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(
                "127.0.0.1", self.port, local_addr=(self.address, 0)
            )
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        return head + await self._reader.readexactly(int(length[1]) if length else 0)
