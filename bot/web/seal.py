"""What the server has handed out and recognises again: the participation cookie and each form's nonce.

Both are random text plus a signature. The nonce's signature is salted with the cookie, so a form only works
in the browser it was made for (no forged requests), and its random part makes a form posted twice harmless.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from functools import lru_cache

from bot.keyed import Keyed

REMEMBERED = 4096
"""Browsers that are recognised without a calculation: a room sends many forms from each."""
LONGEST = 200
"""Characters of what may be a token of ours; what is longer fills no memory."""


class Seal:
    """Signs with a key that lives outside the database; every comparison takes constant time."""

    def __init__(self, key: bytes) -> None:
        keyed = Keyed(key)

        def salted(salt: str) -> Keyed:
            return Keyed(keyed.digest(salt.encode(errors="replace")))

        self._salted = lru_cache(REMEMBERED)(salted)
        self._remembers = lru_cache(REMEMBERED)(self._recognises)

    def token(self, purpose: str) -> str:
        """A new signed token of 256 random bits, good for one purpose (a survey's cookie, the organiser's)."""
        return self._signed(f"token {purpose}", secrets.token_urlsafe(32))

    def recognises(self, token: str | None, purpose: str) -> bool:
        """Whether this server handed out `token` for `purpose`."""
        known = self._remembers if len(token or "") <= LONGEST else self._recognises
        return bool(token) and known(token or "", purpose)

    def _recognises(self, token: str, purpose: str) -> bool:
        return self._unsigned(f"token {purpose}", token) is not None

    def nonce(self, token: str) -> str:
        """A new nonce for one form in the browser that holds `token`."""
        return self._signed(f"nonce {token}", secrets.token_urlsafe(16))

    def mark(self, token: str) -> str:
        """What tells the browser's own scripts that a page is the same person's as before; leads nowhere."""
        return self._signature("mark", token)[:16]

    def once(self, nonce: str, token: str, content: Iterable[str]) -> str | None:
        """A short text that is the same only for the same form sent with the same content; None if forged.

        An old page that a browser brings back with its old nonce can so still change an answer, while the
        same page sent twice is one turn.
        """
        fresh = self._unsigned(f"nonce {token}", nonce)
        if fresh is None:
            return None
        parts = [fresh.encode()]
        for encoded in map(str.encode, content):
            parts += len(encoded).to_bytes(8, "big"), encoded
        return hashlib.sha256(b"".join(parts)).hexdigest()

    def closed(self, text: str, purpose: str) -> str:
        """`text` so that a browser may hold it and not change it; readable, so never for secrets."""
        return self._signed(f"text {purpose}", text)

    def opened(self, sealed: str, purpose: str) -> str | None:
        """What `closed` was given for the same purpose; None when it was changed or is not ours."""
        return self._unsigned(f"text {purpose}", sealed)

    def _signed(self, salt: str, text: str) -> str:
        return f"{text}.{self._signature(salt, text)}"

    def _unsigned(self, salt: str, sealed: str) -> str | None:
        """The text before the last full stop, if what stands behind it is its signature."""
        text, _, signature = sealed.rpartition(".")
        mine = self._signature(salt, text).encode()
        return text if hmac.compare_digest(mine, signature.encode(errors="replace")) else None

    def _signature(self, salt: str, text: str) -> str:
        """HMAC-SHA256 under a key of its own for each salt, in 43 signs of URLs' base64."""
        digest = self._salted(salt).digest(text.encode(errors="replace"))
        return urlsafe_b64encode(digest).rstrip(b"=").decode()
