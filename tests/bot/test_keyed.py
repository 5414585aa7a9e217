"""Keyed hashes are those of everybody else."""

from __future__ import annotations

import hmac

import pytest

from bot.keyed import Keyed


@pytest.mark.parametrize("key", [b"", b"k", b"k" * 32, b"k" * 64, b"k" * 65, bytes(range(256))])
def test_a_keyed_hash_is_hmac_sha256(key: bytes) -> None:
    keyed = Keyed(key)
    for message in (b"", "hej å".encode(), b"x" * 1000):
        assert keyed.digest(message) == hmac.digest(key, message, "sha256")
