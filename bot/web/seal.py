"""What the server has handed out and recognises again: the participation cookie and each form's nonce.

Both are random text plus a signature. The nonce's signature is salted with the cookie, so a form only works
in the browser it was made for (no forged requests), and its random part makes a form posted twice harmless.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable

from itsdangerous import BadSignature, Signer


class Seal:
    """Signs with a key that lives outside the database; every comparison takes constant time."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def token(self, purpose: str) -> str:
        """A new signed token of 256 random bits, good for one purpose (a survey's cookie, the organiser's)."""
        return self._signer(f"token {purpose}").sign(secrets.token_urlsafe(32)).decode()

    def recognises(self, token: str | None, purpose: str) -> bool:
        """Whether this server handed out `token` for `purpose`."""
        return bool(token) and self._signer(f"token {purpose}").validate(token or "")

    def nonce(self, token: str) -> str:
        """A new nonce for one form in the browser that holds `token`."""
        return self._signer(f"nonce {token}").sign(secrets.token_urlsafe(16)).decode()

    def mark(self, token: str) -> str:
        """What tells the browser's own scripts that a page is the same person's as before; leads nowhere."""
        return self._signer("mark").get_signature(token).decode()[:16]

    def once(self, nonce: str, token: str, content: Iterable[str]) -> str | None:
        """A short text that is the same only for the same form sent with the same content; None if forged.

        An old page that a browser brings back with its old nonce can so still change an answer, while the
        same page sent twice is one turn.
        """
        try:
            fresh = self._signer(f"nonce {token}").unsign(nonce)
        except BadSignature:
            return None
        digest = hashlib.sha256(fresh)
        for part in content:
            encoded = part.encode()
            digest.update(len(encoded).to_bytes(8, "big") + encoded)
        return digest.hexdigest()

    def closed(self, text: str, purpose: str) -> str:
        """`text` so that a browser may hold it and not change it; readable, so never for secrets."""
        return self._signer(f"text {purpose}").sign(text.encode()).decode()

    def opened(self, sealed: str, purpose: str) -> str | None:
        """What `closed` was given for the same purpose; None when it was changed or is not ours."""
        try:
            return self._signer(f"text {purpose}").unsign(sealed.encode()).decode()
        except (BadSignature, UnicodeError):
            return None

    def _signer(self, salt: str) -> Signer:
        return Signer(
            self._key, salt=salt, sep=".", key_derivation="hmac", digest_method=hashlib.sha256
        )
