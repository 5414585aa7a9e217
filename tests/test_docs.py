"""The documents are true: what the program has is described, and what is described works."""

from __future__ import annotations

import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from pydantic import BaseModel

from analysis.themes.codebook import Codebook
from bot.cli import app
from bot.config import SECRETS, Section, Settings
from surveys.questionnaire.loading import kinds, library_ids, load_model, load_questionnaire, scales
from surveys.questionnaire.models import (
    Dimension,
    Feedback,
    Influence,
    Item,
    Option,
    Questionnaire,
)
from surveys.questionnaire.problems import CATALOGUE
from surveys.survey import Background, Fill, InvitedType, Notice, Place, Statement

ROOT = Path(__file__).resolve().parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FORMAT = (ROOT / "docs" / "questionnaire-format.md").read_text(encoding="utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
LARGEST_PICTURE = 250_000
REGISTRIES = [f"{name}.{domain}" for name, domain in (
    ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("crates", "io"),
)]  # fmt: skip
"""Put together here, so that this file does not hold them either."""


@cache
def everything_written() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in DOCS)


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its full name."""

    def walk(name: str, command: Any) -> Iterator[tuple[str, Any]]:
        if not hasattr(command, "commands"):
            yield name, command
        for part, inner in getattr(command, "commands", {}).items():
            yield from walk(f"{name} {part}", inner)

    yield from walk("dalalab", typer.main.get_command(app))


COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_described(name: str) -> None:
    assert re.search(rf"`?{name.replace('dalalab ', '(dalalab )?')}\b", everything_written())
    options = [option for parameter in COMMANDS[name].params for option in parameter.opts]
    long = [option for option in options if option.startswith("--")]
    missing = [option for option in long if not re.search(rf"{option}\b", everything_written())]
    assert missing == []


def blocks(path: Path, language: str) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def command_lines() -> Iterator[tuple[str, str]]:
    for path in DOCS:
        for block in blocks(path, "sh"):
            for line in block.splitlines():
                if line.startswith("dalalab "):
                    yield path.name, line


@pytest.mark.parametrize(("file", "line"), list(command_lines()))
def test_a_command_in_the_documents_can_be_pasted(file: str, line: str) -> None:
    words = shlex.split(line)
    length = max(n for n in range(len(words) + 1) if " ".join(words[:n]) in COMMANDS)
    command = COMMANDS[" ".join(words[:length])]
    command.make_context(command.name, words[length:]).close()


def test_make_targets_in_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)(?:$|`)", everything_written(), re.MULTILINE))
    assert {"demo", "test", "run", "help"} <= named <= targets


def test_the_two_commands_stand_first_in_the_readmes() -> None:
    for name in ("README.md", "README.sv.md"):
        assert [block.strip() for block in blocks(ROOT / name, "sh")[:2]] == [
            "make demo",
            "make test",
        ]


def settings() -> dict[str, Any]:
    """Every key with its default, as config.toml writes it; no secrets."""
    found = {}
    for section, field in Settings.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, Section):
            for key, value in field.annotation().model_dump().items():
                if key not in SECRETS:
                    found[f"{section}.{key}"] = "" if value is None else value
    return found


def test_config_toml_has_every_key_with_its_default_and_a_comment() -> None:
    source = (ROOT / "config.toml").read_text(encoding="utf-8")
    written = {
        f"{section}.{key}": value
        for section, table in tomllib.loads(source).items()
        for key, value in table.items()
    }
    assert written == settings()
    keys = [line for line in source.splitlines() if re.match(r"\w+ = ", line)]
    assert [line for line in keys if "  # " not in line] == []


@pytest.mark.parametrize("key", settings())
def test_every_setting_is_described(key: str) -> None:
    assert f"`{key}`" in OPERATIONS


@pytest.mark.parametrize("variable", SECRETS.values())
def test_every_secret_is_described(variable: str) -> None:
    assert f"`{variable}`" in OPERATIONS


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_question_is_described_with_its_keys(kind: str) -> None:
    assert f"| `{kind}` |" in FORMAT
    assert [key for key in kinds()[kind].model_fields if f"`{key}`" not in FORMAT] == []


@pytest.mark.parametrize(
    "model",
    [
        Questionnaire,
        Dimension,
        Item,
        Option,
        Influence,
        Feedback,
        Notice,
        Fill,
        Background,
        InvitedType,
        Place,
        Statement,
    ],
)
def test_every_key_is_described(model: type[BaseModel]) -> None:
    keys = [key for key in model.model_fields if key != "label"]  # texts stand beside the id
    named = re.findall(r"`[^`\n]+`", FORMAT)
    missing = [key for key in keys if not any(re.search(rf"\b{key}\b", each) for each in named)]
    assert missing == []


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_problem_is_described(code: str) -> None:
    assert f"| `{code}` |" in FORMAT


def test_every_scale_and_questionnaire_that_ships_is_named() -> None:
    assert [name for name in scales()["scale"] if f"`{name}`" not in FORMAT] == []
    assert [name for name in library_ids() if f"`{name}`" not in everything_written()] == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_toml_in_the_documents_is_accepted(path: Path) -> None:
    for source in blocks(path, "toml"):
        keys = tomllib.loads(source).keys()
        if "question" in keys:
            load_questionnaire(source, path.name)
        elif "controller" in keys:
            load_model(Notice, source, path.name)
        elif "theme" in keys:
            Codebook.model_validate(tomllib.loads(source))
        else:
            load_model(Fill, source, path.name)


def anchors(path: Path) -> set[str]:
    """Headings as a link names them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.casefold()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_and_pictures_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        found = path.parent / name if name else path
        assert found.exists(), target
        assert not anchor or anchor in anchors(found), target


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    assert [each.name for each in pictures if each.stat().st_size > LARGEST_PICTURE] == []


def test_the_tests_and_files_that_the_architecture_names_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests|bot|surveys|analysis)/[\w/.]+\.py)`", text)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert set(re.findall(r"^\| (G\d+) \|", text, re.MULTILINE)) == {f"G{n}" for n in range(1, 13)}


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listing = (folder / "README.md").read_text(encoding="utf-8")
    records = sorted(path.name for path in folder.glob("0*.md"))
    assert records
    assert [name for name in records if f"({name})" not in listing] == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_no_document_promises_more_than_confidentiality(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    prose = re.sub(r"`[^`\n]*`", "", prose)
    assert "anonym" not in prose.casefold()


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert text.rstrip().endswith("require the production of a new EUPL version.")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_no_address(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_no_file_names_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    texts = {path: path.read_bytes() for path in paths if path.is_file()}
    assert [
        (path.name, registry)
        for path, body in texts.items()
        for registry in REGISTRIES
        if registry.encode() in body
    ] == []
