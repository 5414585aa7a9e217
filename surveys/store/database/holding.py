"""One process per SQLite file, kept by an exclusive lock on `<file>.lock` for as long as the store is open."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from surveys.errors import DatabaseHeld, StoreError


class Hold:
    """An exclusive lock that ends with the process, however it ends."""

    def __init__(self, database: Path) -> None:
        """Take it. Raises DatabaseHeld with the other process's number, or StoreError."""
        self._path = database.with_name(f"{database.name}.lock")
        try:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            raise StoreError.of("store-no-lock", path=str(self._path)) from None
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(self._descriptor, 20).decode("ascii", "replace").strip() or "unknown"
            os.close(self._descriptor)
            raise DatabaseHeld.of("store-held", holder=holder, path=str(database)) from None
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, str(os.getpid()).encode(), 0)

    def release(self) -> None:
        """Let others have it. The empty lock file stays: removing it would open a race."""
        os.ftruncate(self._descriptor, 0)
        os.close(self._descriptor)
