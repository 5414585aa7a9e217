"""Scenario files: a conversation a non-programmer can read, recorded from a terminal.

`[[turn]]` by `[[turn]]`: what was typed, and what was shown. Receipt codes are replaced, for they are secret.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_RECEIPT = re.compile(r"\b[A-Z2-9]{5}-[A-Z2-9]{5}\b")


@dataclass
class Recorder:
    """Listens to one conversation and writes it down."""

    questionnaire: str
    language: str
    fill: str | None = None
    """The name of the file with what the organiser filled in, beside the scenarios in `fills/`."""
    opening: list[str] = field(default_factory=list)
    turns: list[tuple[str, list[str]]] = field(default_factory=list)

    def typed(
        self, read: Callable[[], Awaitable[str | None]]
    ) -> Callable[[], Awaitable[str | None]]:
        """`read`, overheard."""

        async def overheard() -> str | None:
            line = await read()
            if line is not None:
                self.turns.append((line.rstrip("\n"), []))
            return line

        return overheard

    def say(self, write: Callable[[str], Awaitable[None]]) -> Callable[[str], Awaitable[None]]:
        """`write`, overheard."""

        async def overheard(text: str) -> None:
            shown = self.turns[-1][1] if self.turns else self.opening
            shown += _RECEIPT.sub("XXXXX-XXXXX", text).split("\n")
            await write(text)

        return overheard

    def save(self, path: Path) -> None:
        """The scenario as TOML."""
        parts = [
            "format = 1",
            f"questionnaire = {_quoted(self.questionnaire)}",
            f"language = {_quoted(self.language)}",
            *([f"fill = {_quoted(self.fill)}"] if self.fill is not None else []),
            f"shown = {_listed(self.opening)}",
        ]
        for typed, shown in self.turns:
            parts.append(f"\n[[turn]]\ntyped = {_quoted(typed)}\nshown = {_listed(shown)}")
        path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _listed(lines: list[str]) -> str:
    if not lines:
        return "[]"
    return "[\n" + "".join(f"  {_quoted(line)},\n" for line in lines) + "]"


def _quoted(text: str) -> str:
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    )
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in escaped) + '"'
