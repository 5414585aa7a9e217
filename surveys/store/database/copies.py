"""Copies of an SQLite file, and a copy put back in its place.

A copy is made with VACUUM INTO, which sees one moment, takes no lock from the server that writes, and leaves no
deleted row behind. It is whole before it has its name.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from surveys.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database file: of no use to another one."""


def copy_to(database: Path, target: Path) -> int:
    """Writes a copy that only this account can read; its bytes. Raises StoreError, and then nothing is written."""
    if target.exists():
        raise StoreError.of("store-copy-exists", path=str(target))
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with closing(_opened(database)) as connection:
            os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            connection.execute("VACUUM INTO ?", (str(fresh),))
        _to_disk(fresh)
        os.link(fresh, target)  # fails where somebody was first
        _to_disk(target.parent)
        return target.stat().st_size
    except (sqlite3.Error, OSError) as error:
        raise StoreError.of("store-copy-unwritten", path=str(target), why=_why(error)) from None
    finally:
        fresh.unlink(missing_ok=True)


def require_copy(copy: Path) -> None:
    """Raises StoreError where there is no file to put back."""
    if not copy.is_file():
        raise StoreError.of("store-copy-none", path=str(copy))


def put_in_place(fresh: Path, database: Path, aside: Path) -> None:
    """The file `fresh` becomes the database, whole or not at all; the old one, if any, is called `aside` from then on.

    The caller holds the database, and all lie in one folder. Raises StoreError.
    """
    with suppress(sqlite3.Error):  # what cannot be read may be why a copy is put back
        _empty_journal(database)
    try:
        if database.exists():
            os.link(database, aside)
        for ending in BESIDE:
            database.with_name(database.name + ending).unlink(missing_ok=True)
        _to_disk(fresh)
        fresh.replace(database)
        _to_disk(database.parent)
    except OSError as error:
        raise StoreError.of("store-copy-misplaced", why=_why(error)) from None


def _empty_journal(database: Path) -> None:
    """Everything that was written is in the file itself."""
    if database.exists():
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _opened(database: Path) -> sqlite3.Connection:
    if not database.is_file():
        raise StoreError.of("store-none", path=str(database))
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _why(error: sqlite3.Error | OSError) -> str:
    return error.strerror or "" if isinstance(error, OSError) else str(error)
