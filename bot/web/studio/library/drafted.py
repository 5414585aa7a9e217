"""A draft's text as plain tables that forms can change, and back to text again."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from surveys.questionnaire.languages import NAMES, is_language
from surveys.questionnaire.toml_tables import tables_of
from surveys.questionnaire.toml_text import toml_text

Raw = dict[str, Any]

TEXTS = ("text", "help", "valid_text", "unit")
LISTS = ("options", "rows", "outside")
LARGEST = 300_000
"""Characters of a draft: twenty times the longest questionnaire that ships. Each page of it reads them all."""
_FIRST = ("id", "kind", "scale", "options_from", "rows_from", "loop", "text", "help")


def read(body: str) -> Raw | None:
    """The draft's tables; None when they have not the shape that forms can show, and only its text can be changed."""
    try:
        raw = tables_of(body)
    except tomllib.TOMLDecodeError:
        return None
    return raw if _is_shaped(raw) else None


def _is_shaped(raw: Raw) -> bool:
    questions, lists = raw.get("question", []), raw.get("dimension", [])
    return (
        _are_tables(questions)
        and all(map(_is_question, questions))
        and _are_tables(lists)
        and all(_are_tables(each.get("items", [])) for each in lists)
        and all(_is_text(raw.get(name, {})) for name in ("title", "intro"))
        and isinstance(raw.get("channels", []), list)
        and _is_influence(raw.get("influence", {}))
    )


def _is_influence(influence: Any) -> bool:
    if not isinstance(influence, dict) or not isinstance(influence.get("feedback", {}), dict):
        return False
    feedback = influence.get("feedback", {})
    said = (
        influence.get("can_affect", {}),
        influence.get("cannot_affect", {}),
        feedback.get("where", {}),
    )
    plain = (influence.get("level", ""), feedback.get("date", ""))
    return all(map(_is_text, said)) and all(isinstance(each, str) for each in plain)


def tidied(text: str) -> str:
    """A text as it is kept: with line ends of one kind, and nothing that no database can hold."""
    return text.replace("\r\n", "\n").replace("\0", "")


def written(raw: Raw, body: str) -> str:
    """The text of the tables, under the comments that stood first in `body`: they name unread translations."""
    comments = []
    for line in body.splitlines():
        if not line.startswith("#"):
            break
        comments.append(line)
    return "\n".join((*comments, toml_text(raw)))


def languages_in(raw: Raw) -> tuple[str, ...]:
    """Every language that something is written in, Swedish first, the others as they are offered."""
    found = set(_tags(raw))
    return ("sv", *(tag for tag in NAMES if tag in found and tag != "sv"))


def without_language(value: Any, language: str) -> Any:
    """The same without anything written in a language."""
    if isinstance(value, Mapping):
        return {
            key: without_language(each, language) for key, each in value.items() if key != language
        }
    if isinstance(value, list):
        return [without_language(each, language) for each in value]
    return value


def ordered(question: Raw) -> Raw:
    """What it is first, then what it says, its limits, and last the lists."""
    first = [key for key in _FIRST if key in question]
    last = [key for key in LISTS if key in question]
    rest = [key for key in question if key not in first and key not in last]
    return {key: question[key] for key in (*first, *rest, *last)}


def label_of(entry: Raw, language: str) -> str:
    """An option's label, as far as there is one."""
    return str(entry.get(language) or entry.get("sv") or "")


def flat(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every single thing a table says, by its place such as `options.2.sv`."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from flat(each, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list) and _are_tables(value):
        for number, each in enumerate(value):
            yield from flat(each, f"{place}.{number}")
    else:
        yield place, ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _tags(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            if is_language(key) and isinstance(each, str):
                yield key
            yield from _tags(each)
    elif isinstance(value, list):
        for each in value:
            yield from _tags(each)


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())


def _is_question(question: Raw) -> bool:
    return (
        isinstance(question.get("id", ""), str)
        and isinstance(question.get("kind", ""), str)
        and isinstance(question.get("show_if", ""), str)
        and all(_is_text(question.get(name, {})) for name in TEXTS)
        and all(_are_tables(question.get(name, [])) for name in LISTS)
    )
