"""aiosqlite with one walk to its thread per transaction.

A connection of aiosqlite lives in a thread of its own, and every call crosses over to it. SQLAlchemy's adapter makes a
cursor, executes, fetches and closes: four crossings, each dearer than a statement that finds a row by its key. Here a
statement brings its rows along, and a coroutine that awaits nothing but its connection is driven in the thread from
its beginning to its end.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from typing import TYPE_CHECKING, Any, TypeVar

import aiosqlite
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection

Result = TypeVar("Result")

_CHUNK = 64
"""Rows that aiosqlite itself would fetch at a time; nobody iterates here."""


class Connection(aiosqlite.Connection):
    """What `create_async_engine` is given as `async_creator_fn`; the arguments are those of `sqlite3.connect`."""

    def __init__(self, database: str, **options: Any) -> None:
        super().__init__(lambda: sqlite3.connect(database, **options), _CHUNK)
        self._thread.daemon = True  # as SQLAlchemy has it: a crash must not wait for the thread

    def cursor(self) -> Cursor:  # type: ignore[override]
        """Nothing to wait for yet."""
        return Cursor(self)

    async def drive(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Runs `work` in the thread. It may await this connection and nothing else.

        A caller who is cancelled leaves when the work is done: nobody else touches the connection meanwhile.
        """
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._tx.put_nowait((done, lambda: _driven(work)))
        try:
            return await asyncio.shield(done)
        except asyncio.CancelledError:
            await asyncio.wait({done})
            raise

    async def _execute(self, fn: Callable[..., Result], *args: Any, **kwargs: Any) -> Result:
        """In the thread, which may be where we are."""
        if threading.get_ident() == self._thread.ident:
            return fn(*args, **kwargs)
        given: Result = await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        return given

    def run(self, sql: str, parameters: Sequence[Any]) -> Whole:
        """A statement, in the thread already. Raises DBAPIError as SQLAlchemy would."""
        assert threading.get_ident() == self._thread.ident
        try:
            return _run(self._conn, "execute", sql, parameters)
        except sqlite3.Error as error:
            raise DBAPIError.instance(
                sql, None, error, sqlite3.Error, hide_parameters=True
            ) from None

    async def whole(self, method: str, sql: str, parameters: object) -> Whole:
        """A statement, run and read to its end in the thread."""
        return await self._execute(_run, self._conn, method, sql, parameters)


class Whole:
    """All of what a statement gave."""

    __slots__ = ("description", "lastrowid", "rowcount", "rows")

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self.rows: list[Any] = cursor.fetchall() if cursor.description else []
        self.rowcount = cursor.rowcount
        self.lastrowid = cursor.lastrowid
        cursor.close()


class Cursor:
    """As much of a cursor as SQLAlchemy's adapter uses."""

    __slots__ = ("_connection", "_whole", "arraysize")

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._whole: Whole | None = None
        self.arraysize = 1

    @property
    def description(self) -> Any:
        """The columns, None when the statement gives no rows."""
        return self._whole.description if self._whole is not None else None

    @property
    def rowcount(self) -> int:
        """How many rows were changed; -1 when that is not known."""
        return self._whole.rowcount if self._whole is not None else -1

    @property
    def lastrowid(self) -> int | None:
        """The number of the row that was inserted."""
        return self._whole.lastrowid if self._whole is not None else None

    async def __aenter__(self) -> Cursor:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Cursor:
        """One statement."""
        self._whole = await self._connection.whole("execute", sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Cursor:
        """The same statement again and again."""
        self._whole = await self._connection.whole("executemany", sql, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        """Every row."""
        return self._whole.rows if self._whole is not None else []

    async def close(self) -> None:
        """The real cursor has been closed in its thread already."""


def sqlite_of(connection: AsyncConnection) -> Connection | None:
    """The driver beneath, whose thread this must be; None when it is another database's."""
    made = connection.sync_connection
    assert made is not None
    driver = made.connection.driver_connection
    return driver if isinstance(driver, Connection) else None


def _run(connection: sqlite3.Connection, method: str, sql: str, parameters: object) -> Whole:
    cursor: sqlite3.Cursor = getattr(connection, method)(sql, parameters)
    return Whole(cursor)


def _driven(work: Coroutine[Any, Any, Result]) -> Result:
    """What the coroutine returns. Raises RuntimeError when it waits for something that is not here."""
    try:
        work.send(None)
    except StopIteration as end:
        result: Result = end.value
        return result
    work.close()
    raise RuntimeError("a transaction may wait for its own connection only")
