"""A questionnaire as a person would have written it in TOML: one line for each language of a text."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from surveys.questionnaire.languages import is_language

Raw = dict[str, Any]

_LISTED = frozenset({"options", "outside", "rows", "items"})
_TABLES = ("dimension", "question")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_text(raw: Mapping[str, Any]) -> str:
    """The file: plain keys first, then the influence, dimensions and questions in their order."""
    apart = {name for name in _TABLES if _is_tables(raw.get(name))}
    influence = raw.get("influence")
    if isinstance(influence, Mapping):
        apart.add("influence")
    parts = [_block((key, value) for key, value in raw.items() if key not in apart)]
    if isinstance(influence, Mapping):
        parts.append("\n".join(("[influence]", _block(influence.items()))))
    for name in _TABLES:
        if name in apart:
            parts += ["\n".join((f"[[{name}]]", _block(each.items()))) for each in raw[name]]
    return "\n\n".join(part for part in parts if part) + "\n"


def _is_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(each, Mapping) for each in value)


def _block(entries: Iterable[tuple[str, Any]]) -> str:
    return "\n".join(line for key, value in entries for line in _lines(key, value))


def _lines(key: str, value: Any) -> Iterator[str]:
    name = _key(key)
    if isinstance(value, Mapping) and value and all(map(is_language, value)):
        yield from (f"{name}.{tag} = {_value(said)}" for tag, said in value.items())
    elif key in _LISTED and isinstance(value, list | tuple) and value:
        yield "\n".join((f"{name} = [", *(f"  {_value(each)}," for each in value), "]"))
    else:
        yield f"{name} = {_value(value)}"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case int() | float():
            return str(value)
        case dt.date() | dt.time():
            return value.isoformat()
        case Mapping():
            pairs = (f"{_key(key)} = {_value(each)}" for key, each in value.items())
            return "{" + ", ".join(pairs) + "}"
        case _:
            return "[" + ", ".join(map(_value, value)) + "]"
