"""What every command needs: settings, where words go, and the desk, here or in the running server."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from bot.config import Settings, load_settings
from bot.localtime import read_local
from bot.refusing import refused
from surveys.errors import ConfigError, ContentError, DalalabError, DatabaseHeld, UnknownCode
from surveys.files import unreadable, unwritable
from surveys.texts import Texts

if TYPE_CHECKING:
    from surveys.store.store import Store

REPORT_LANGUAGES = ("sv", "en")
CONTENT, ENVIRONMENT = 1, 2
"""Exit codes: the content has problems; usage, configuration or environment."""


@dataclass(frozen=True, slots=True)
class Console:
    """Where a command speaks: results on stdout, everything else on stderr."""

    texts: Texts
    language: str

    def say(self, text_id: str, **arguments: Any) -> None:
        """A line of the result, for a person."""
        typer.echo(self.words(text_id, **arguments))

    def tell(self, text_id: str, **arguments: Any) -> None:
        """A line beside the result."""
        typer.echo(self.words(text_id, **arguments), err=True)

    def words(self, text_id: str, **arguments: Any) -> str:
        """A text in the language of the terminal."""
        return self.texts.say(self.language, text_id, **arguments)

    def refused(self, text_id: str, **arguments: Any) -> ConfigError:
        """What is raised when options make no sense: a sentence that says what to do."""
        return ConfigError(self.words(text_id, **arguments))


def console() -> Console:
    """Swedish, or English where the terminal speaks English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return Console(Texts("bot"), "en" if spoken.startswith("en") else "sv")


def settings_for(config: Path | None, database: str | None, **overrides: Any) -> Settings:
    """The settings of this command. Raises ConfigError."""
    return load_settings(config, store__url=database, **overrides)


def print_json(body: dict[str, Any]) -> None:
    """Exactly one UTF-8 object on stdout."""
    sys.stdout.buffer.write(json.dumps(body, ensure_ascii=False, indent=1).encode() + b"\n")
    sys.stdout.buffer.flush()


def fail(error: DalalabError, *, as_json: bool = False) -> NoReturn:
    """Tells what went wrong and what to do, and ends the command."""
    speaking = console()
    match error:
        case ContentError(problems=problems):
            if as_json:
                from bot.shapes import problems_shape

                print_json(problems_shape(problems, "problems"))
            for found in problems:
                typer.echo(found.line_in(speaking.language), err=True)
            raise typer.Exit(CONTENT)
        case UnknownCode(code=code):
            speaking.tell("cli-unknown-code", code=code)
        case _:
            typer.echo(error.in_words(speaking.language), err=True)
    raise typer.Exit(ENVIRONMENT)


@asynccontextmanager
async def reading(settings: Settings) -> AsyncIterator[Store]:
    """A read-only store; works beside a running server."""
    from surveys.store.store import Store

    store = await Store.read(settings.store.url)
    try:
        yield store
    finally:
        await store.close()


async def perform(settings: Settings, verb: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """One verb of the desk: by ourselves, or by the server that holds the database.

    Raises:
        DatabaseHeld: another process holds the file and answers no commands.
    """
    from bot.app import build
    from bot.control import Connection

    try:
        app = await build(settings)
    except DatabaseHeld:
        connection = await Connection.to(settings.instance)
        if connection is None:
            raise
        try:
            await connection.send({"verb": verb, "arguments": arguments})
            answer: dict[str, Any] = (await connection.receive())["ok"]
            return answer
        finally:
            await connection.close()
    try:
        return await app.desk.perform(verb, arguments)
    finally:
        await app.close()


def require_report_language(console: Console, language: str) -> None:
    """What is written for organisers exists in two languages. Raises ConfigError for any other."""
    if language not in REPORT_LANGUAGES:
        raise console.refused("cli-report-language", wanted=language[:20])


def read_bytes(path: Path) -> bytes:
    """A file that was named to a command. Raises ConfigError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from None


def write_file(path: Path, content: bytes) -> None:
    """Writes a result. Raises ConfigError where that is not allowed."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise unwritable(path, error) from None


def questionnaire_source(named: str) -> tuple[str, str]:
    """The text and the file name of a questionnaire that ships, or of a file. Raises ConfigError."""
    from importlib.resources import files

    from surveys.questionnaire.loading import library_ids, read_source

    if named in library_ids():
        name = f"{named}.toml"
        return (files("surveys") / "library" / name).read_text(encoding="utf-8"), name
    path = Path(named)
    if path.suffix == ".toml" or path.exists():
        return read_source(path), path.name
    known = ", ".join(library_ids())
    raise console().refused("cli-no-questionnaire", named=named[:60], known=known)


def moment(written: str | None, option: str) -> str | None:
    """An ISO time as UTC; without a zone it is Swedish time. Raises ConfigError."""
    if written is None:
        return None
    try:
        return read_local(written).isoformat()
    except ValueError:
        raise refused("refused-no-time", option=option, written=written[:40]) from None
