"""The stand-in without a network: calls go straight to it, and what goes wrong on the way is planned by a seed."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import parse_qsl

from telegram.error import TimedOut

from bot.botapi.methods import METHODS
from bot.botapi.refusals import Refused
from bot.botapi.world import World
from bot.telegram.outgoing.request import AiohttpRequest, CutOff, Fields, NotConnected, method_of

Kind = Literal[
    "not_connected",
    "cut_before",
    "late_before",
    "error_500",
    "html_500_before",
    "broken_json_before",
    "flood_chat",
    "flood_all",
    "conflict",
    "cut_after",
    "late_after",
    "html_502_after",
    "broken_json_after",
]
BEFORE: tuple[Kind, ...] = (
    "not_connected",
    "cut_before",
    "late_before",
    "error_500",
    "html_500_before",
    "broken_json_before",
    "flood_chat",
    "flood_all",
    "conflict",
)
AFTER: tuple[Kind, ...] = ("cut_after", "late_after", "html_502_after", "broken_json_after")
AMBIGUOUS = frozenset(
    {"cut_before", "late_before", "html_500_before", "broken_json_before", *AFTER}
)
FLOODED = 4
"""Calls of others that a flood of all refuses as well."""


@dataclass
class Mischief:
    """Which calls fail, by their number, and how. `struck` counts what happened, `doubts` the ambiguous sends."""

    faults: dict[int, Kind] = field(default_factory=dict)
    calls: int = 0
    struck: Counter[str] = field(default_factory=Counter)
    doubts: int = 0
    _flooded: int = 0

    @classmethod
    def planned(cls, chance: random.Random, most: int) -> Mischief:
        """Up to `most` faults among the first calls; the later ones all go well, so that everybody gets to the end."""
        kinds = (*BEFORE, *AFTER, *AFTER)
        numbers = chance.sample(range(4, 90), chance.randint(0, most))
        return cls({number: chance.choice(kinds) for number in sorted(numbers)})

    def strike(self, name: str) -> Kind | None:
        """What happens to this call."""
        if name == "getUpdates" and self.calls % 3:
            return None
        self.calls += 1
        kind = self.faults.get(self.calls)
        if self._flooded > 0 and name != "getUpdates":
            self._flooded -= 1
            kind = "flood_all"
        elif kind == "flood_all":
            self._flooded = FLOODED
        if kind is not None:
            self.struck[kind] += 1
            self.doubts += kind in AMBIGUOUS and name == "sendMessage"
        return kind


class Wire(AiohttpRequest):
    """`do_request` as over HTTP, in memory. `sent` are the new messages that arrived, as (chat, number)."""

    def __init__(self, world: World, mischief: Mischief, sent: list[tuple[int, int]]) -> None:
        super().__init__()
        self._world = world
        self._mischief = mischief
        self.sent = sent
        self.log: list[tuple[str, int | None, float]] = []
        """What was carried out: method, chat, second."""
        self.dead = False
        """The process that calls is no more: nothing it does arrives, and nothing comes back to it."""

    async def do_request(self, url, method, request_data=None, *_: Any, **__: Any):  # type: ignore[no-untyped-def]
        name = method_of(url)
        fields = _fields(url, request_data)
        self._world.record(name, fields)
        await self._way()
        kind = self._mischief.strike(name)
        if kind in BEFORE:
            return _before(kind)
        result = await self._apply(name, fields)
        await self._way()
        return _after(kind) or result

    def _limit(self, name: str, fields: dict[str, Any]) -> None:
        strict, chat = self._world.strict, fields.get("chat_id")
        if strict is None:
            return
        if (wait := strict.strike(name, chat, self._world.clock())) is not None:
            raise Refused(429, f"Too Many Requests: retry after {wait}", retry_after=wait)

    async def _way(self) -> None:
        await asyncio.sleep(0)
        if self.dead:
            await asyncio.Future()

    async def _apply(self, name: str, fields: dict[str, Any]) -> tuple[int, bytes]:
        try:
            self._limit(name, fields)
            result = await METHODS[name.lower()](self._world, fields)
        except Refused as refused:
            return refused.status, json.dumps(refused.body()).encode()
        finally:
            self._world.changed(int(fields["chat_id"]) if "chat_id" in fields else None)
        self.log.append((name, fields.get("chat_id"), self._world.clock()))
        if name == "sendMessage":
            self.sent.append((int(fields["chat_id"]), result["message_id"]))
        return 200, json.dumps({"ok": True, "result": result}).encode()


def _fields(url: str, data: Any) -> dict[str, Any]:
    if isinstance(data, Fields):
        return dict(data.body)
    if data is not None:
        return dict(data.json_parameters)
    return dict(parse_qsl(url.partition("?")[2]))


def _before(kind: Kind | None) -> tuple[int, bytes]:
    """The call is not carried out."""
    match kind:
        case "not_connected":
            raise NotConnected("refused")
        case "cut_before":
            raise CutOff("cut")
        case "late_before":
            raise TimedOut("late")
        case "error_500":
            return _refused(500, "Internal Server Error: restart")
        case "html_500_before":
            return 500, b"<html>oops</html>"
        case "broken_json_before":
            return 200, b'{"ok":tr'
        case "conflict":
            return _refused(409, "Conflict: terminated by other getUpdates request")
        case _:
            return _refused(429, "Too Many Requests: retry after 3", retry_after=3)


def _after(kind: Kind | None) -> tuple[int, bytes] | None:
    """The call has been carried out, and nobody is told."""
    match kind:
        case "cut_after":
            raise CutOff("cut")
        case "late_after":
            raise TimedOut("late")
        case "html_502_after":
            return 502, b"<html>bad gateway</html>"
        case "broken_json_after":
            return 200, b'{"ok":true,"result":'
        case _:
            return None


def _refused(status: int, description: str, **parameters: int) -> tuple[int, bytes]:
    return status, json.dumps(Refused(status, description, **parameters).body()).encode()
