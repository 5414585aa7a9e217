"""A questionnaire as a person would have written it in TOML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Raw = dict[str, Any]

_LISTED = frozenset({"options", "outside", "rows", "items"})


def toml_text(raw: Mapping[str, Any]) -> str:
    """The file: plain keys first, then dimensions and questions in their order."""
    tables = ("influence", "dimension", "question")
    parts = ["\n".join(_line(key, value) for key, value in raw.items() if key not in tables)]
    if "influence" in raw:
        parts.append("\n".join(("[influence]", *_lines(raw["influence"]))))
    for table in tables[1:]:
        parts += ["\n".join((f"[[{table}]]", *_lines(each))) for each in raw.get(table, ())]
    return "\n\n".join(parts) + "\n"


def _lines(table: Mapping[str, Any]) -> list[str]:
    return [_line(key, value) for key, value in table.items()]


def _line(key: str, value: Any) -> str:
    if key in _LISTED and value:
        return "\n".join((f"{key} = [", *(f"  {_value(each)}," for each in value), "]"))
    return f"{key} = {_value(value)}"


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case int() | float():
            return str(value)
        case Mapping():
            return "{" + ", ".join(f"{key} = {_value(each)}" for key, each in value.items()) + "}"
        case _:
            return "[" + ", ".join(map(_value, value)) + "]"
