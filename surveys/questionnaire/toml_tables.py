"""A TOML text as tables, also one that somebody has made to hurt: what nests without end is no questionnaire."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_PART = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+"""
_DEEP = re.compile(rf"(?:^[ \t]*+\[*+|[{{,])[ \t]*+(?:{_PART}\.[ \t]*+){{40}}", re.MULTILINE)
"""A key of forty parts where a key can stand; the standard reader takes a minute for one of thousands."""


def tables_of(source: str) -> dict[str, Any]:
    """Raises TOMLDecodeError for what cannot be read."""
    if _DEEP.search(source):
        raise tomllib.TOMLDecodeError("too deeply nested")
    try:
        return tomllib.loads(source)
    except RecursionError:
        raise tomllib.TOMLDecodeError("too deeply nested") from None
