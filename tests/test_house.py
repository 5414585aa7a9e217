"""The house's sizes: a file is read in one sitting, a function fits in the eye."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("analysis", "bench", "bot", "surveys", "tests", "tools")
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MIGRATIONS = ROOT / "surveys" / "store" / "migrations" / "versions"
"""Each is the list of a schema's changes, written once and never changed: long where the list is long."""


def sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Names with their lines, decorators apart."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - node.lineno + 1


def test_no_file_is_longer_than_can_be_read_at_once() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert len(lengths) > 500
    long = [f"{path.relative_to(ROOT)}: {n}" for path, n in lengths.items() if n > LONGEST_FILE]
    assert long == []


def test_no_function_is_longer_than_the_eye_can_hold() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {name} has {lines} lines"
        for path in sources()
        if path.parent != MIGRATIONS
        for name, lines in functions(path)
        if lines > LONGEST_FUNCTION
    ]
    assert long == []
