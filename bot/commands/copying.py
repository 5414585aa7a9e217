"""`db backup` and `db restore`: a copy beside the running server, and a copy back in the database's place."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.commands.common import CONTENT, Console, print_json
from bot.refusing import PACKAGE
from surveys.errors import Integrity, StoreError

if TYPE_CHECKING:
    from bot.config import Settings
    from surveys.store.records import Verification
    from surveys.store.repeating import Gone
    from surveys.store.since import Present


async def backup(
    settings: Settings, console: Console, target: Path | None, *, as_json: bool
) -> None:
    """Writes a copy, also while a server writes, and verifies it; exit code 1 when it does not agree with itself."""
    from surveys.store.database.copies import copy_to
    from surveys.store.store import Store

    database = _database(settings, console)
    target = target or Path(f"{database.stem}-{dt.datetime.now(dt.UTC).date().isoformat()}.sqlite")
    size = await asyncio.to_thread(copy_to, database, target)
    async with await Store.read(f"sqlite:///{target}") as store:
        found = await store.verify()
    if as_json:
        body = {"format": "dalalab.backup/1", "path": str(target), "bytes": size}
        print_json({**body, "checked": dict(found.checked), "differences": _differences(found)})
    for each in found.differences:
        typer.echo(f"{each.where}: {each.text}", err=True)
    if found.differences:
        raise typer.Exit(CONTENT)
    if not as_json:
        console.say("cli-backed-up", path=str(target), size=size)


async def restore(settings: Settings, console: Console, copy: Path, *, as_json: bool) -> None:
    """Puts a copy in the database's place, once it agrees with itself and what has gone since has gone from it again."""
    from surveys.store.database.copies import copy_to, put_in_place, require_copy
    from surveys.store.database.holding import Hold

    database = _database(settings, console)
    require_copy(copy)
    database.parent.mkdir(parents=True, exist_ok=True)
    aside, fresh = _names(database)
    hold = Hold(database)
    try:
        now = await _present(database)
        await asyncio.to_thread(copy_to, copy, fresh)
        checked, gone = await _made_ready(fresh, now)
        replaced = database.exists()
        await asyncio.to_thread(put_in_place, fresh, database, aside)
    finally:
        for left in (fresh, fresh.with_name(f"{fresh.name}.lock")):
            left.unlink(missing_ok=True)
        hold.release()
    kept = str(aside) if replaced else None
    if as_json:
        again = None if gone is None else asdict(gone)
        body = {"format": "dalalab.restore/1", "database": str(database), "replaced": kept}
        print_json({**body, "checked": dict(checked.checked), "again": again})
    _tell(console, database, kept, gone, as_json=as_json)


def _database(settings: Settings, console: Console) -> Path:
    if settings.sqlite_file is None:
        raise console.refused("cli-backup-postgresql")
    return settings.sqlite_file


def _names(database: Path) -> tuple[Path, Path]:
    """What the replaced database is called, and the one that is to take its place."""
    moment = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
    names = f"{database.name}.replaced-{moment}", f"{database.name}.restoring-{os.getpid()}"
    return database.with_name(names[0]), database.with_name(names[1])


async def _present(database: Path) -> Present | None:
    """What has gone from the database as it is; None where it cannot be read."""
    from surveys.store.store import Store

    try:
        async with await Store.read(f"sqlite:///{database}") as store:
            return await store.present()
    except StoreError:
        return None


async def _made_ready(fresh: Path, now: Present | None) -> tuple[Verification, Gone | None]:
    """The copy, upgraded, verified before and after what has gone is taken from it. Raises Integrity, StoreError."""
    from surveys.store.repeating import repeat
    from surveys.store.store import Store

    async with await Store.open(f"sqlite:///{fresh}") as store:
        _require_agreement(await store.verify())
        gone = None
        if now is not None:
            gone = await repeat(store, now, dt.datetime.now(dt.UTC))
        found = await store.verify()
        _require_agreement(found)
    return found, gone


def _require_agreement(found: Verification) -> None:
    if found.differences:
        listing = "; ".join(f"{each.where}: {each.text}" for each in found.differences)
        raise Integrity.of("refused-copy-differs", package=PACKAGE, listing=listing)


def _differences(found: Verification) -> list[dict[str, str]]:
    return [{"where": each.where, "text": each.text} for each in found.differences]


def _tell(
    console: Console, database: Path, kept: str | None, gone: Gone | None, *, as_json: bool
) -> None:
    say = console.tell if as_json else console.say
    say("cli-restored", path=str(database))
    if gone is None:
        console.tell("cli-restored-unknown")
    else:
        numbers = {"erased": gone.erased, "closed": gone.closed, "disposed": gone.disposed}
        say("cli-restored-again", **numbers)
        if gone.unrepeated:
            console.tell("cli-restored-unrepeated", n=gone.unrepeated)
    if kept is not None:
        console.tell("cli-restored-kept", path=kept)
