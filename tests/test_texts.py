"""What people read: the same texts in every language, all that are used exist, and none promises too much."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import (
    BaseNode,
    Identifier,
    Junk,
    Message,
    SelectExpression,
    TextElement,
    VariableReference,
)
from fluent.syntax.visitor import Visitor

from surveys.questionnaire.languages import is_language
from surveys.questionnaire.linting_words import promises_anonymity, sentences

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {"surveys": "surveys/wording", "bot": "bot/texts", "analysis": "analysis/texts"}
LANGUAGES = ("sv", "sv-x-latt", "en", "fi", "ar", "so")
FOR_OPERATORS = ("sv", "en")
"""The languages of the command line, of the record, of the sandbox's page and of reports."""
OPERATOR_ROOMS = (
    *(
        "cli",
        "cli_answer",
        "hand",
        "publications",
        "disclose",
        "refused",
        "operator",
        "moderate",
        "record",
        "sandbox",
        "intake",
        "opinion",
    ),
    *(
        "studio",
        "studio_influence",
        "studio_library",
        "studio_answer",
        "studio_board",
        "studio_live",
        "studio_opening",
        "studio_places",
        "studio_statements",
        "studio_wall",
    ),
)
DRAFT = "# draft: machine translation, to be read by a human translator"
DRAFTS = ("fi", "ar", "so")
PLURALS = {"ar": {"zero", "one", "two", "few", "many", "other"}}
EASY_SENTENCE = 12
"""Words in a sentence of lätt svenska, at most."""
SAYING = {"say", "tell", "_say", "_tell", "refused", "_refused", "of"}
TEXT_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Variables(Visitor):
    """The variables that a message uses, its plurals, and its words."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.plurals: list[set[str]] = []
        self.words = ""

    def visit_TextElement(self, node: TextElement) -> None:  # noqa: N802 - fluent's name
        self.words += node.value

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802 - fluent's name
        names = {each.key.name for each in node.variants if isinstance(each.key, Identifier)}
        if "one" in names:
            self.plurals.append(names)
        self.generic_visit(node)

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - fluent's name
        self.found.add(node.id.name)


def fluent_files(package: str, language: str) -> list[Path]:
    paths = sorted((ROOT / FOLDERS[package]).glob("*.ftl"))
    return [path for path in paths if path.stem.rpartition(".")[2] == language]


def room(path: Path) -> str:
    """`telegram` of telegram.sv.ftl; nothing of sv.ftl."""
    return path.stem.rpartition(".")[0]


@cache
def read_messages(path: Path) -> dict[str, Variables]:
    """What a file says, by text id."""
    found: dict[str, Variables] = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, Junk), f"{path.name}: {entry.content}"
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{entry.id.name} is written twice"
            found[entry.id.name] = _read(entry)
    return found


def _read(message: BaseNode) -> Variables:
    visitor = Variables()
    visitor.visit(message)
    return visitor


@cache
def messages(package: str, language: str) -> dict[str, frozenset[str]]:
    """Text ids of a package in one language, with their variables."""
    found: dict[str, frozenset[str]] = {}
    for path in fluent_files(package, language):
        for name, read in read_messages(path).items():
            assert name not in found, f"{name} is written twice"
            found[name] = frozenset(read.found)
    return found


def for_operators(path: Path) -> bool:
    return room(path) in OPERATOR_ROOMS or path.parent == ROOT / FOLDERS["analysis"]


def wanting(swedish: Path, language: str) -> list[str]:
    """What a translator has left to do in one file, a line for each text."""
    path = swedish.with_name(swedish.name.replace("sv.ftl", f"{language}.ftl"))
    if not path.exists():
        return [f"{path.name}: the file is missing"]
    ours, theirs = read_messages(swedish), read_messages(path)
    return [
        *(f"{path.name}: {name} is missing" for name in ours if name not in theirs),
        *(f"{path.name}: {name} is not in {swedish.name}" for name in theirs if name not in ours),
        *(
            f"{path.name}: {name} has { {*read.found} }, in Swedish { {*ours[name].found} }"
            for name, read in theirs.items()
            if name in ours and read.found != ours[name].found
        ),
    ]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_has_the_same_texts_with_the_same_variables(language: str) -> None:
    """The message is the translator's list of what is left."""
    left = "\n".join(everything_wanting(language))
    assert not left, f"\n{left}"


def everything_wanting(language: str) -> Iterator[str]:
    for package in FOLDERS:
        swedish = fluent_files(package, "sv")
        assert swedish
        for path in swedish:
            if language in FOR_OPERATORS or not for_operators(path):
                yield from wanting(path, language)


def test_there_are_no_files_in_other_languages_or_rooms() -> None:
    """Else a language would look spoken that is not."""
    for folder in FOLDERS.values():
        for path in (ROOT / folder).glob("*.ftl"):
            assert path.stem.rpartition(".")[2] in (
                FOR_OPERATORS if for_operators(path) else LANGUAGES
            )
            assert path.with_name(f"{room(path)}.sv.ftl".removeprefix(".")).exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_the_forms_of_the_language(language: str) -> None:
    expected = PLURALS.get(language, {"one", "other"})
    for package in FOLDERS:
        for path in fluent_files(package, language):
            for name, read in read_messages(path).items():
                assert all(found == expected for found in read.plurals), f"{path.name}: {name}"


def test_texts_that_no_translator_has_read_say_so() -> None:
    for package in FOLDERS:
        for language in LANGUAGES:
            for path in fluent_files(package, language):
                marked = path.read_text(encoding="utf-8").startswith(DRAFT + "\n")
                assert marked == (language in DRAFTS), path.name
    translated = [*(ROOT / "surveys" / "library").glob("*.toml"), *(ROOT / "bot").rglob("*.toml")]
    translated += (ROOT / "tests" / "data" / "drafts").glob("*.toml")
    for path in translated:
        source = path.read_text(encoding="utf-8")
        written = [tag for tag in DRAFTS if re.search(rf"\b{tag} = ", source)]
        drafts = re.search(r"^# draft: (.+)$", source, re.MULTILINE)
        assert written == (drafts[1].split(", ") if drafts else []), path.name


def easy_texts() -> Iterator[tuple[str, str]]:
    """Every text in lätt svenska, with where it stands."""
    for package in FOLDERS:
        for path in fluent_files(package, "sv-x-latt"):
            for name, read in read_messages(path).items():
                yield f"{path.name}: {name}", read.words
    for path in (*(ROOT / "surveys" / "library").glob("*.toml"), *(ROOT / "bot").rglob("*.toml")):
        for text in re.findall(r'sv-x-latt = "(.*?)"', path.read_text(encoding="utf-8")):
            yield path.name, text


def test_latt_svenska_has_short_sentences() -> None:
    long = [
        f"{where}: {' '.join(words)}"
        for where, text in easy_texts()
        for words in sentences(text)
        if len(words) > EASY_SENTENCE
    ]
    assert long == []


def written_for_people() -> Iterator[Path]:
    for folder in FOLDERS.values():
        yield from (ROOT / folder).glob("*.ftl")
    yield from (ROOT / "surveys" / "library").glob("*.toml")
    yield from (ROOT / "bot" / "demo").glob("*.toml")
    yield from (ROOT / "bot" / "web" / "templates").glob("*.html")
    yield from (ROOT / "bot" / "sandbox" / "templates").glob("*.html")
    yield from (ROOT / "analysis" / "report" / "templates").glob("*")


@pytest.mark.parametrize("path", list(written_for_people()), ids=lambda path: path.name)
def test_no_text_promises_more_than_confidentiality(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    promising = [line for line in lines if promises_anonymity(line)]
    assert [line for line in promising if not line.startswith("anonymity =")] == []


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
