"""Where people join: the public address, the machine's own on the local network, and Telegram's deep link."""

from __future__ import annotations

import json
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config import Settings
    from surveys.survey import Survey

LOOPBACK = ("127.", "localhost", "[::1]", "::1")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one server. `base` has no slash at the end."""

    base: str
    telegram_name: str | None = None

    def web(self, survey: Survey) -> str | None:
        """The join page, where the survey has one."""
        return f"{self.base}/{survey.code}" if "web" in survey.channels else None

    def telegram(self, survey: Survey) -> str | None:
        """The deep link, where the survey and the server speak Telegram."""
        if self.telegram_name is None or "telegram" not in survey.channels:
            return None
        return f"https://t.me/{self.telegram_name}?start={survey.code}"

    def studio(self, secret: str | None = None) -> str:
        """Where organisers work; with a secret, the one-time way in."""
        return f"{self.base}/arrangor" + (f"?nyckel={secret}" if secret else "")

    @property
    def reachable(self) -> bool:
        """Whether a phone in the room can open it; a QR code of anything else helps nobody."""
        return not any(self.base.split("://", 1)[1].startswith(host) for host in LOOPBACK)


def addresses_of(settings: Settings, port: int | None = None) -> Addresses:
    """The addresses as the settings say, or as the running server beside the data wrote them down."""
    written = read_run_file(settings.instance)
    if settings.web.public_url is not None:
        base = settings.web.public_url
    elif port is None and written is not None:
        base = str(written["base"])
    else:
        base = f"http://{_own_host(settings.web.host)}:{port or settings.web.port}"
    name = written.get("telegram") if written is not None else None
    return Addresses(base, str(name) if name else None)


def _own_host(listening: str) -> str:
    if listening not in {"0.0.0.0", "::", ""}:  # noqa: S104 - compared, not bound
        return f"[{listening}]" if ":" in listening else listening
    return lan_address() or "127.0.0.1"


def lan_address() -> str | None:
    """The address other machines on the local network reach this one by; None without a network.

    Connecting a datagram socket sends nothing; it only asks the system which way it would go.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # TEST-NET-1: never a real host
            found = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if found.startswith("127.") else found


def write_run_file(instance: Path, addresses: Addresses) -> Path:
    """Notes for commands beside the server: where it can be joined. Holds no secret."""
    path = instance.with_suffix(".running.json")
    body = {"base": addresses.base, "telegram": addresses.telegram_name}
    path.write_text(json.dumps(body), encoding="utf-8")
    return path


def read_run_file(instance: Path) -> dict[str, str | None] | None:
    """What the running server wrote down; None when none runs or it left none."""
    try:
        body = json.loads(instance.with_suffix(".running.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return body if isinstance(body, dict) and isinstance(body.get("base"), str) else None
