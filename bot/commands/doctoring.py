"""`doctor`: is everything in place that a server stands on? It looks, and changes nothing."""

from __future__ import annotations

import shutil
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

import typer

from bot.commands.common import CONTENT, Console, print_json, reading
from surveys.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config import Settings

OTHERS = 0o077
"""Rights of other accounts on a file."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `text` says what to do where it is not `ok`."""

    name: str
    state: Literal["ok", "warning", "error"]
    text: str


async def doctor(settings: Settings, console: Console, *, as_json: bool) -> None:
    """Tells how the key, the database and the disk are; exit code 1 when something is wrong."""
    checks = [_key(settings, console)]
    file = settings.sqlite_file
    if file is not None and not file.is_file():
        checks.append(_found(console, "database", "warning", "missing"))
    else:
        checks.append(await _database(settings, console))
    if file is not None and file.is_file():
        checks += [_rights(console, "database_rights", file), _disk(console, file)]
    if as_json:
        print_json({"format": "dalalab.doctor/1", "checks": [asdict(each) for each in checks]})
    for each in checks:
        typer.echo(f"{_named(console, each)}: {each.text}", err=as_json or each.state != "ok")
    if any(each.state == "error" for each in checks):
        raise typer.Exit(CONTENT)


def _named(console: Console, check: Check) -> str:
    return console.words(f"doctor-name-{check.name}")


def _found(
    console: Console, name: str, state: Literal["ok", "warning", "error"], text: str
) -> Check:
    return Check(name, state, console.words(f"doctor-{text}"))


def _key(settings: Settings, console: Console) -> Check:
    path = settings.data_directory / "secret.key"
    if settings.secret_key is not None:
        return _found(console, "key", "ok", "key-environment")
    if not path.is_file():
        return _found(console, "key", "warning", "key-missing")
    return _rights(console, "key", path)


def _rights(console: Console, name: str, path: Path) -> Check:
    if path.stat().st_mode & OTHERS:
        return Check(name, "error", console.words("doctor-rights", path=str(path)))
    return _found(console, name, "ok", "rights-ok")


async def _database(settings: Settings, console: Console) -> Check:
    """What `db verify` finds, in one line."""
    try:
        async with reading(settings) as store:
            differences = (await store.verify()).differences
    except StoreError as error:
        return Check("database", "error", error.in_words(console.language))
    if differences:
        return Check("database", "error", console.words("doctor-differs", n=len(differences)))
    return _found(console, "database", "ok", "database-ok")


def _disk(console: Console, file: Path) -> Check:
    """Closing a survey writes the whole file anew, and a backup takes as much."""
    free, size = shutil.disk_usage(file.parent).free, file.stat().st_size
    if free < 2 * size:
        return _found(console, "disk", "error", "disk-full")
    return _found(console, "disk", "ok", "disk-ok")
