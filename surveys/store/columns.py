"""Column types that mean the same in SQLite's STRICT tables and in PostgreSQL.

STRICT takes only INTEGER, REAL, TEXT and BLOB; a BigInteger primary key would lose its row id there.
Booleans are 0 and 1, times whole milliseconds since 1970 UTC, uuid and JSON are text.
"""

from __future__ import annotations

import json
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

_EMPTY: dict[type, str] = {dict: "{}", list: "[]"}


def dump(body: Any) -> str:
    """Canonical JSON: equal bodies give equal text. Drafts and facts are nearly always empty, and are not walked then."""
    return _EMPTY[type(body)] if not body and type(body) in _EMPTY else _ENCODER.encode(body)
