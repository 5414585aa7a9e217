"""The server's secret key, and everything derived from it: address hashes, receipt codes, the studio's hashes.

The key lies outside the database, so that a copy of the database alone leads nowhere.
"""

from __future__ import annotations

import os
import secrets
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.keyed import Keyed
from bot.refusing import refused

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config import Settings

_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""No I, L, O, U, 0 or 1: nothing that is misread on paper."""
REMEMBERED = 4096
"""Addresses whose hashes are not worked out anew: whoever answers does so many times in a row."""


class Keyring:
    """What only this server can compute."""

    def __init__(self, key: bytes) -> None:
        self._keyed = Keyed(key)
        self._address_hashes = lru_cache(REMEMBERED)(self._address_hash)

    def address_hash(self, channel: str, bot_id: int, address: str) -> str:
        """The keyed hash of a channel's own address: 64 hexadecimal digits."""
        return self._address_hashes(channel, bot_id, address)

    def _address_hash(self, channel: str, bot_id: int, address: str) -> str:
        return self._digest(f"address|{channel}|{bot_id}|{address}").hex()

    def receipt(self, survey_id: int, address_hash: str) -> str:
        """The participant's receipt code, such as `K7PQ2-M9XWD`; the same at every visit."""
        digest = self._digest(f"receipt|{survey_id}|{address_hash}")
        letters = "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:10])
        return f"{letters[:5]}-{letters[5:]}"

    def receipt_hash(self, receipt: str) -> str:
        """What is stored of a receipt code; spaces, case and the hyphen do not matter."""
        plain = "".join(sign for sign in receipt.upper() if sign.isalnum())
        return self._digest(f"stored receipt|{plain}").hex()

    def organiser_code(self) -> str:
        """A new one-time code such as `org-K7PQ2M9XWDAB`: 12 letters of 30, which is 58 bits."""
        return "org-" + "".join(secrets.choice(_LETTERS) for _ in range(12))

    def organiser_code_hash(self, code: str) -> str:
        """What is stored of a one-time code; case does not matter."""
        return self._digest(f"organiser code|{code.strip().casefold()}").hex()

    def organiser_chat_hash(self, bot_id: int, chat: str) -> str:
        """What is stored of an organiser's chat: another hash than that of the same person as a participant."""
        return self._digest(f"organiser chat|{bot_id}|{chat}").hex()

    def subscription_key(self, survey_id: int, bot_id: int, chat: str) -> str:
        """Where the wish of a chat to hear an outcome lies: leads to nothing else about the same person."""
        return self._digest(f"subscription|{survey_id}|{bot_id}|{chat}").hex()

    def studio_secret(self) -> str:
        """A new secret of 256 bits, for a one-time link or a session of the studio."""
        return secrets.token_urlsafe(32)

    def studio_link_hash(self, secret: str) -> str:
        """What is stored of a one-time link."""
        return self._digest(f"studio link|{secret}").hex()

    def studio_session_hash(self, secret: str) -> str:
        """What is stored of a session."""
        return self._digest(f"studio session|{secret}").hex()

    def studio_form_secret(self, person_id: int) -> str:
        """What the forms of one person are bound to, in each of their sessions."""
        return self._digest(f"studio forms|{person_id}").hex()

    @property
    def form_key(self) -> str:
        """What signs the web forms."""
        return self._digest("forms").hex()

    def _digest(self, message: str) -> bytes:
        return self._keyed.digest(message.encode())


def load_keyring(settings: Settings) -> Keyring:
    """The keyring of this server: from DALALAB_SECRET_KEY, else from a file made at the first start.

    Raises:
        ConfigError: the file cannot be read or made.
    """
    if settings.secret_key is not None:
        return Keyring(settings.secret_key.get_secret_value().encode())
    path = settings.data_directory / "secret.key"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _make_once(path)
        return Keyring(path.read_bytes())
    except OSError:
        raise refused("refused-key", file=path.name, folder=path.parent.name) from None


def _make_once(path: Path) -> None:
    """Two starts at once make one key: the file appears whole, and only if there is none."""
    if path.exists():
        return
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_bytes(secrets.token_hex(32).encode())
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    finally:
        fresh.unlink()
