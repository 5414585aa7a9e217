"""Updates in: nothing is acknowledged before it is durable.

Polling: raw updates, their inbox rows committed, and only then the next offset. Webhook: the same row, and only
then the 200. What cannot be understood is named in the log by its number alone, and never stops the rest.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode

from starlette.responses import Response
from telegram.error import Conflict, RetryAfter, TelegramError

from surveys.errors import StoreError
from surveys.store.records import InboxUpdate

if TYPE_CHECKING:
    from starlette.requests import Request

log = logging.getLogger(__name__)

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates the channel asks Telegram for."""
LARGEST_UPDATE = 1024 * 1024
"""Bytes of a webhook's body."""
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
_LARGEST_ID = 2**63 - 1
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header

Pause = Callable[[float], Awaitable[None]]
Receive = Callable[[Sequence[InboxUpdate]], Awaitable[None]]
"""Commits updates to the inbox, and has them handled. Raises StoreError when they are not durable."""


class Fetches(Protocol):
    """The raw request that getUpdates needs."""

    async def post(self, url: str, *, read_timeout: float) -> Any:
        """The `result` of a Bot API call."""
        ...


def row_of(bot_id: int, raw: object) -> InboxUpdate | None:
    """A raw update as an inbox row; None, and a line in the log, when it has no number."""
    number = raw.get("update_id") if isinstance(raw, Mapping) else None
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= _LARGEST_ID:
        log.warning("an update without a number was left out")
        return None
    return InboxUpdate(bot_id, number, json.dumps(raw, separators=(",", ":")).encode())


class Polling:
    """Long polling that goes on whatever happens, until it is cancelled."""

    def __init__(
        self,
        request: Fetches,
        base_url: str,
        bot_id: int,
        receive: Receive,
        *,
        timeout: int,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._request = request
        self._url = f"{base_url}/getUpdates"
        self._bot_id = bot_id
        self._receive = receive
        self._timeout = timeout
        self._pause = pause
        self._offset: int | None = None
        self._wait = FIRST_PAUSE

    async def run(self) -> None:
        """Polls for ever."""
        while True:
            try:
                await self._once()
                self._wait = FIRST_PAUSE
            except RetryAfter as error:
                log.warning("getUpdates: RetryAfter")
                await self._pause(_seconds(error))
            except Conflict:
                log.error("getUpdates: another program polls with the same token; stop one of them")  # noqa: TRY400 - a traceback says nothing more
                await self._back_off()
            except (TelegramError, StoreError) as error:
                log.warning("getUpdates: %s", type(error).__name__)
                await self._back_off()
            except Exception as error:  # noqa: BLE001 - polling must never die silently
                log.error("getUpdates: %s", type(error).__name__)  # noqa: TRY400 - a traceback may quote an update
                await self._back_off()

    async def _once(self) -> None:
        """One getUpdates, the commit, and only then the new offset."""
        updates = await self._request.post(self._address(), read_timeout=self._timeout + 10.0)
        if not isinstance(updates, list):
            raise TelegramError("getUpdates gave no list")
        rows = [row for raw in updates if (row := row_of(self._bot_id, raw)) is not None]
        if rows:
            await self._receive(rows)
            # Of this batch alone: after a quiet week Telegram may begin at a lower number.
            self._offset = max(row.update_id for row in rows) + 1
        elif updates:
            raise TelegramError(
                "no update has a number"
            )  # they come again and again: not at full speed

    def _address(self) -> str:
        fields: dict[str, Any] = {
            "timeout": self._timeout,
            "limit": 100,
            "allowed_updates": json.dumps(KINDS),
        }
        if self._offset is not None:
            fields["offset"] = self._offset
        return f"{self._url}?{urlencode(fields)}"

    async def _back_off(self) -> None:
        await self._pause(self._wait)
        self._wait = min(2 * self._wait, LONGEST_PAUSE)


class Webhook:
    """POST /telegram/webhook inside the web application."""

    def __init__(self, secret: str, bot_id: int, receive: Receive) -> None:
        self._secret = secret.encode()
        self._bot_id = bot_id
        self._receive = receive

    async def receive_webhook(self, request: Request) -> Response:
        """200 once the update is durable; 403, 413, 415 or 400 for what is not Telegram's; 503 to be sent again."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return Response(status_code=403)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
        if kind != "application/json":
            return Response(status_code=415)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            return Response(status_code=400)
        return await self._take(raw)

    async def _take(self, raw: object) -> Response:
        row = row_of(self._bot_id, raw)
        if row is None:
            return Response(status_code=200)
        try:
            await self._receive([row])
        except StoreError as error:
            log.warning("webhook: update %d: %s", row.update_id, type(error).__name__)
            return Response(status_code=503)
        return Response(status_code=200)


async def _body(request: Request) -> bytes | None:
    """The body, None when it is larger than an update may be: counted while reading, whatever the header says."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_UPDATE:
            return None
    return bytes(body)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
