"""Opening and closing a store, and what can go wrong with it, said so that the operator can act."""

from __future__ import annotations

import asyncio
import logging
import os
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from surveys.errors import StoreError
from surveys.store.acting import noting, unnoted
from surveys.store.database.engine import (
    in_its_thread,
    normalise,
    read_engine,
    sqlite_file,
    write_engine,
)
from surveys.store.database.holding import Hold
from surveys.store.database.maintenance import checkpoint
from surveys.store.database.migrating import migrate, require_current
from surveys.store.lookups import Lookups
from surveys.store.writer import Apply, Writer, describe

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
    from pathlib import Path

    from sqlalchemy.engine import URL
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Payload = TypeVar("Payload")
Result = TypeVar("Result")
Given = ParamSpec("Given")

WIPE_ATTEMPTS = 20
WIPE_PAUSE = 0.1
"""Seconds between attempts: readers are short."""
_log = logging.getLogger(__name__)

_SENTENCES = {
    "file is not a database": "store-not-ours",
    "unable to open database file": "store-unopened",
    "readonly database": "store-readonly",
    "malformed": "store-damaged",
    "disk": "store-disk",
    "locked": "store-locked",
}
"""Which text tells what a driver complains of."""


class Lifetime:
    """What every verb stands on: one writer, several readers, one hold on the file."""

    def __init__(self, url: URL, reader: AsyncEngine) -> None:
        """Use `Store.open` or `Store.read`."""
        self._url = url
        self._reader = reader
        self._lookups = Lookups(reader)
        self._writer: Writer | None = None
        self._writing: AsyncEngine | None = None
        self._hold: Hold | None = None

    @classmethod
    async def open(cls, url: str, *, lock: bool = True, batch_limit: int | None = None) -> Self:
        """Open for reading and writing; makes and upgrades the database when needed.

        `lock=False` leaves out the lock that keeps other processes from an SQLite file; `batch_limit=1`
        commits turn by turn (for comparison). Raises DatabaseHeld when another process has the file, and
        StoreError with what to do for everything else.
        """
        address = normalise(url)
        path = sqlite_file(address)
        hold = _take_file(path, lock=lock) if path is not None else None
        store = cls(address, read_engine(address))
        store._hold = hold
        try:
            with _told(address):
                await migrate(address)
                await store._start_writing(batch_limit)
        except BaseException:
            await store.close()
            raise
        return store

    @classmethod
    async def read(cls, url: str) -> Self:
        """Open for reading only: takes no lock, makes nothing. Raises StoreError when it cannot serve."""
        address = normalise(url)
        path = sqlite_file(address)
        if path is not None and not path.is_file():
            raise StoreError.of("store-none", path=str(path))
        store = cls(address, read_engine(address))
        try:
            with _told(address):
                async with store._reader.connect() as connection:
                    await require_current(connection)
        except BaseException:
            await store.close()
            raise
        return store

    async def _start_writing(self, batch_limit: int | None) -> None:
        self._writing = write_engine(self._url)
        async with self._writing.connect() as connection:
            await connection.get_raw_connection()  # sets the PRAGMAs and reads them back
        self._writer = Writer(self._writing, batch_limit)
        self._writer.start()

    async def close(self) -> None:
        """Finish what is queued, empty the WAL into the file, let everything go. Twice is harmless."""
        try:
            if self._writer is not None:
                if self._writer.running and sqlite_file(self._url) is not None:
                    await self._writer.do_outside(checkpoint, None)
                await self._writer.close()
        finally:
            await self._let_go()

    async def _let_go(self) -> None:
        await self._lookups.end()
        await self._reader.dispose()
        if self._writing is not None:
            await self._writing.dispose()
        if self._hold is not None:
            self._hold.release()
            self._hold = None

    async def __aenter__(self) -> Self:
        """`async with await Store.open(url) as store`."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close."""
        await self.close()

    async def _write(self, apply: Apply[Payload, Result], payload: Payload) -> Result:
        """Have `payload` applied by the writer; returns after COMMIT."""
        if self._writer is None:
            raise StoreError("the store is open for reading only")
        return await _by_whom(self._writer.do, apply, payload)

    async def _alone(self, apply: Apply[Payload, Result], payload: Payload) -> Result:
        """As `_write`, in a transaction of its own: for what locks a whole survey."""
        if self._writer is None:
            raise StoreError("the store is open for reading only")
        return await _by_whom(self._writer.do_alone, apply, payload)

    async def _outside(self, apply: Apply[Payload, Result], payload: Payload) -> Result:
        """As `_write`, in no transaction."""
        if self._writer is None:
            raise StoreError("the store is open for reading only")
        return await self._writer.do_outside(apply, payload)

    async def _wipe(self) -> None:
        """See to it that what was deleted leaves the WAL as well."""
        for _ in range(WIPE_ATTEMPTS):
            if await self._outside(checkpoint, None):
                return
            await asyncio.sleep(WIPE_PAUSE)
        _log.warning("a long reader keeps deleted rows in the WAL until the next erasure or stop")

    async def _read(
        self,
        query: Callable[Concatenate[AsyncConnection, Given], Coroutine[Any, Any, Result]],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        """What `query` finds, on a connection that cannot write and sees one moment."""
        async with self._reading() as connection:
            return await in_its_thread(
                connection, _found(connection, query(connection, *args, **kwargs))
            )

    async def _find(
        self,
        query: Callable[Concatenate[AsyncConnection, Given], Coroutine[Any, Any, Result]],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        """As `_read`, for what is found by its key while somebody waits: many such share one walk."""
        with _without_values():
            return await self._lookups.find(lambda connection: query(connection, *args, **kwargs))

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection that cannot write and sees one moment."""
        with _without_values():
            async with self._reader.connect() as connection:
                yield connection


@contextmanager
def _without_values() -> Iterator[None]:
    """What a driver complains about while reading, without what it may quote."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:  # a server that is away is an OSError
        raise StoreError(f"the database could not be read: {describe(error)}") from None


async def _by_whom(
    do: Callable[[Apply[Any, Result], Any], Awaitable[Result]],
    apply: Apply[Payload, Result],
    payload: Payload,
) -> Result:
    """Has it done; when somebody is acting, with the note of it in the same transaction."""
    deed = unnoted()
    if deed is None:
        return await do(apply, payload)
    outcome = await do(noting(apply), (deed, payload))
    deed.noted = True
    return outcome


async def _found(connection: AsyncConnection, query: Coroutine[Any, Any, Result]) -> Result:
    """The transaction ends here, and not in another walk to the connection."""
    try:
        return await query
    finally:
        await connection.rollback()


def _take_file(path: Path, *, lock: bool) -> Hold | None:
    """Make the folder and the file, readable for this account alone, and hold it."""
    hold = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        hold = Hold(path) if lock else None
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError:
        if hold is not None:
            hold.release()
        raise StoreError.of("store-no-write", path=str(path)) from None
    return hold


class _told:  # noqa: N801 - reads as a sentence: with _told(address)
    """Turns what the drivers say while opening into a sentence for the operator, without secrets."""

    def __init__(self, url: URL) -> None:
        path = sqlite_file(url)
        self._place = (
            str(path) if path is not None else f"the database {url.database} on {url.host}"
        )

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, SQLAlchemyError):
            raise self._sentence(error) from None
        if isinstance(error, OSError):
            raise StoreError.of("store-unreachable", place=self._place) from None

    def _sentence(self, error: SQLAlchemyError) -> StoreError:
        said = describe(error)
        found = (text for part, text in _SENTENCES.items() if part in said)
        return StoreError.of(next(found, "store-unusable"), place=self._place, said=said)
