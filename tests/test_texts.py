"""What people read: the same texts in every language, all that are used exist, and none promises too much."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import BaseNode, Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor

from surveys.questionnaire.languages import is_language

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {"surveys": "surveys/wording", "bot": "bot/texts", "analysis": "analysis/texts"}
LANGUAGES = ("sv", "en")
SAYING = {"say", "tell", "_say", "_tell"}
TEXT_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Variables(Visitor):
    """The variables that a message uses."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - fluent's name
        self.found.add(node.id.name)


@cache
def messages(package: str, language: str) -> dict[str, frozenset[str]]:
    """Text ids of a package in one language, with their variables."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted((ROOT / FOLDERS[package]).glob("*.ftl")):
        if path.stem.rpartition(".")[2] != language:
            continue
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{entry.id.name} is written twice"
                found[entry.id.name] = _variables(entry)
    return found


def _variables(message: BaseNode) -> frozenset[str]:
    visitor = Variables()
    visitor.visit(message)
    return frozenset(visitor.found)


@pytest.mark.parametrize("package", FOLDERS)
def test_every_language_has_the_same_texts_with_the_same_variables(package: str) -> None:
    swedish, english = (messages(package, language) for language in LANGUAGES)
    assert swedish
    assert sorted(swedish) == sorted(english)
    assert {name: kept for name, kept in swedish.items() if english[name] != kept} == {}


def written_for_people() -> Iterator[Path]:
    for folder in FOLDERS.values():
        yield from (ROOT / folder).glob("*.ftl")
    yield from (ROOT / "surveys" / "library").glob("*.toml")
    yield from (ROOT / "bot" / "demo").glob("*.toml")
    yield from (ROOT / "bot" / "web" / "templates").glob("*.html")
    yield from (ROOT / "analysis" / "report" / "templates").glob("*")


@pytest.mark.parametrize("path", list(written_for_people()), ids=lambda path: path.name)
def test_no_text_promises_more_than_confidentiality(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").casefold().splitlines()
    assert [line for line in lines if "anonym" in line and not line.startswith("anonymity =")] == []


def said_in(path: Path) -> Iterator[ast.expr]:
    """The first two arguments of every call that says something."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else None
            name = node.func.id if isinstance(node.func, ast.Name) else name
            if name in SAYING:
                yield from node.args[:2]


def used_in_code(package: str) -> Iterator[tuple[str, str]]:
    """(where, text id or beginning of one followed by `*`)."""
    for path in sorted((ROOT / package).rglob("*.py")):
        for argument in said_in(path):
            match argument:
                case ast.Constant(value=str(name)) if TEXT_ID.fullmatch(name):
                    if not is_language(name):
                        yield path.name, name
                case ast.JoinedStr(values=[ast.Constant(value=str(beginning)), *_]):
                    yield path.name, f"{beginning}*"


def used_in_templates(package: str) -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / package).rglob("templates/*")):
        for name, more in re.findall(
            r"""\bsay\(\s*["']([a-z0-9-]+)["']\s*(~?)""", path.read_text(encoding="utf-8")
        ):
            yield path.name, f"{name}*" if more else name


def known(name: str, ids: set[str]) -> bool:
    if name.endswith("*"):
        return any(each.startswith(name[:-1]) for each in ids)
    return name in ids


@pytest.mark.parametrize("package", FOLDERS)
def test_every_text_that_is_said_is_written(package: str) -> None:
    ids = set(messages(package, "sv"))
    used = {*used_in_code(package), *used_in_templates(package)}
    assert used
    assert sorted(use for use in used if not known(use[1], ids)) == []
