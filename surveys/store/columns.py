"""Column types that mean the same in SQLite's STRICT tables and in PostgreSQL.

STRICT takes only INTEGER, REAL, TEXT and BLOB; a BigInteger primary key would lose its row id there.
Booleans are 0 and 1, times whole milliseconds since 1970 UTC, uuid and JSON are text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BigInteger, Integer, LargeBinary, Text

Int64 = BigInteger().with_variant(Integer(), "sqlite")
Moment = Int64
Count = Integer
Flag = Integer
String = Text
Json = Text
Bytes = LargeBinary

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
"""Made once: `json.dumps` makes one for every text."""


def dump(body: Any) -> str:
    """Canonical JSON: equal bodies give equal text."""
    return _ENCODER.encode(body)


def dump_list(body: Sequence[Any]) -> str:
    """The same for what is nearly always empty."""
    return dump(list(body)) if body else "[]"


def dump_facts(body: Mapping[str, Any]) -> str:
    """The same for what is nearly always empty."""
    return dump(dict(body)) if body else "{}"
