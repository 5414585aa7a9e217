"""A recorded conversation (`dalalab chat --record`) as an HTML page that looks like a terminal."""

from __future__ import annotations

import html
import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

STYLE = """
body { margin: 0; padding: 20px 24px; background: #16202b; color: #e7edf2;
  font: 15px/1.5 'DejaVu Sans Mono', 'Noto Sans Mono', monospace; }
p { margin: 0 0 14px; white-space: pre-wrap; }
.typed { color: #ffd166; }
.command { color: #8fd3ff; }
"""


def terminal_page(scenario: Path, command: str) -> str:
    """The page; `command` is what was written to start the conversation."""
    recorded = tomllib.loads(scenario.read_text(encoding="utf-8"))
    parts = [_line("command", f"$ {command}"), _shown(recorded["shown"])]
    for turn in recorded["turn"]:
        parts += [_line("typed", f"> {turn['typed']}"), _shown(turn["shown"])]
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{''.join(parts)}"


def _shown(lines: list[Any]) -> str:
    return _line("shown", "\n".join(map(str, lines)))


def _line(kind: str, text: str) -> str:
    return f'<p class="{kind}">{html.escape(text)}</p>'
