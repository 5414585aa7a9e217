"""Which addresses this computer has: when a phone does not reach the likeliest one, another may do."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from bot.addresses import LOOPBACK, lan_address


def own_addresses(base: str) -> list[str]:
    """Addresses of the pages, the likeliest first: `base`, then those of this computer's other networks.

    A name (a public address) or an address for this computer alone stands by itself: nothing else listens there.
    """
    parts = urlsplit(base)
    host = parts.hostname or ""
    if any(host.startswith(known) for known in LOOPBACK) or not _is_number(host):
        return [base]
    port = f":{parts.port}" if parts.port is not None else ""
    others = [f"{parts.scheme}://{found}{port}" for found in _own_numbers() if found != host]
    return [base, *others]


def _own_numbers() -> list[str]:
    """IPv4 addresses of this computer that others may reach; asks the system and sends nothing."""
    try:
        named = [
            str(entry[4][0])
            for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        ]
    except OSError:
        named = []
    found = dict.fromkeys(filter(None, [lan_address(), *named]))
    return [number for number in found if not number.startswith("127.")]


def _is_number(host: str) -> bool:
    try:
        socket.inet_aton(host)
    except OSError:
        return False
    return True
