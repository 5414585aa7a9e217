"""Many rows in one statement, straight to SQLite's driver.

Python's driver of SQLite gives the interpreter's lock away at every row it writes or reads, and must get it back beside an
event loop that is busy. So rows are written many to a statement, and a query's rows come back as one text; and
SQLAlchemy, whose way to the driver is longer than the statement takes, writes a text once and is not asked again.
PostgreSQL's driver sends a statement's rows in one go by itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import bindparam, func, select, update

from surveys.store.columns import dump
from surveys.store.database.sqlite import sqlite_of

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Insert, Select, Table, Update
    from sqlalchemy.engine import Dialect
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.database import sqlite

Row: TypeAlias = Mapping[str, Any]
Take: TypeAlias = Callable[[Row], tuple[Any, ...]]

SIZES = (64, 16, 4, 1)
"""Rows to a statement: few enough texts that SQLite remembers how each is done, and no text for every number."""

_OF_ID = "of_id"
"""SQLAlchemy keeps a column's own name for the value it is given."""


async def insert_rows(connection: AsyncConnection, statement: Insert, rows: Sequence[Row]) -> None:
    """Every row inserted as the statement says; all name the same values, none of which needs conversion."""
    if sqlite_of(connection) is not None:
        await made_rows(connection, statement, rows)
    elif rows:
        await _one_by_one(connection, statement, rows)


async def made_rows(
    connection: AsyncConnection, statement: Insert, rows: Sequence[Row]
) -> list[Any]:
    """The same; what the statement returns of them."""
    if not rows:
        return []
    driver = sqlite_of(connection)
    if driver is None:
        return [*await connection.execute(statement, rows)]
    names = tuple(rows[0])
    made: list[Any] = []
    for some in _portions(rows):
        sql, values = _many_inserted(connection.dialect, statement, names, len(some))
        made += driver.run(sql, _flat(some, values)).rows
    return made


async def update_rows(connection: AsyncConnection, table: Table, rows: Sequence[Row]) -> None:
    """The row of each `id` gets the other values; all name the same ones, none of which needs conversion."""
    if not rows:
        return
    names = tuple(rows[0])
    driver = sqlite_of(connection)
    if driver is None:
        await _one_by_one(connection, _update(table, names), rows)
        return
    for some in _portions(rows):
        driver.run(_many_updated(table, names, len(some)), _flat(some, itemgetter(*names)))


async def rows_of(
    connection: AsyncConnection, query: Select[Any], key: ColumnElement[Any], wanted: Iterable[Any]
) -> list[Any]:
    """What the query finds where `key` is one of the wanted: its rows, of whole numbers and texts.

    Locked in the order of the keys, where the query locks.
    """
    keys = sorted(wanted)
    if not keys:
        return []
    driver = sqlite_of(connection)
    if driver is not None:
        return _read(driver, _one_text(connection.dialect, query, key), dump(keys))
    found = await connection.execute(_among(query, key), {"keys": keys})
    return [tuple(row) for row in found]


async def rows_given(
    connection: AsyncConnection, query: Select[Any], name: str, given: str
) -> list[Any]:
    """What a query finds whose only value is a text: its rows, of whole numbers and texts."""
    driver = sqlite_of(connection)
    if driver is not None:
        return _read(driver, _as_one_text(connection.dialect, query), given)
    return [tuple(row) for row in await connection.execute(query, {name: given})]


async def rows_named(
    connection: AsyncConnection, query: Select[Any], given: Mapping[str, Any]
) -> list[Row]:
    """What a query finds, by the names of its columns: whole numbers and texts."""
    driver = sqlite_of(connection)
    if driver is None:
        return [*(await connection.execute(query, given)).mappings()]
    sql, values, names = _asked(connection.dialect, query)
    return [dict(zip(names, row, strict=True)) for row in driver.run(sql, values(given)).rows]


def _read(driver: sqlite.Connection, sql: str, given: str) -> list[Any]:
    ((text,),) = driver.run(sql, (given,)).rows
    return list(json.loads(text))


def _portions(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    begin = 0
    for size in SIZES:
        while len(rows) - begin >= size:
            yield rows[begin : begin + size]
            begin += size


def _flat(rows: Sequence[Row], values: Take) -> tuple[Any, ...]:
    return tuple(chain.from_iterable(map(values, rows)))


@lru_cache(maxsize=128)
def _many_inserted(
    dialect: Dialect, statement: Insert, names: tuple[str, ...], size: int
) -> tuple[str, Take]:
    """The text for so many rows, and what takes a row's values in their order, which is the table's."""
    rows: list[dict[str, Any]]
    rows = [{name: bindparam(f"{name} {number}") for name in names} for number in range(size)]
    compiled = statement.values(rows).compile(dialect=dialect)
    places = [each.rpartition(" ")[0] for each in compiled.positiontup or ()]
    return str(compiled), itemgetter(*places[: len(names)])


@lru_cache(maxsize=64)
def _many_updated(table: Table, names: tuple[str, ...], size: int) -> str:
    row = f"({', '.join('?' * len(names))})"
    given = f"WITH given ({', '.join(names)}) AS (VALUES {', '.join([row] * size)})"
    new = ", ".join(f"{name} = given.{name}" for name in names if name != "id")
    return f"{given} UPDATE {table.name} SET {new} FROM given WHERE {table.name}.id = given.id"  # noqa: S608


@lru_cache(maxsize=16)
def _one_text(dialect: Dialect, query: Select[Any], key: ColumnElement[Any]) -> str:
    keys = func.json_each(bindparam("keys")).table_valued("value")
    return _as_one_text(dialect, query.where(key.in_(select(keys.c.value))))


@lru_cache(maxsize=16)
def _as_one_text(dialect: Dialect, query: Select[Any]) -> str:
    """The query's rows as JSON, in one row."""
    found = query.subquery()
    rows = select(func.json_group_array(func.json_array(*found.c))).select_from(found)
    return str(rows.compile(dialect=dialect))


@lru_cache(maxsize=16)
def _asked(dialect: Dialect, query: Select[Any]) -> tuple[str, Take, tuple[str, ...]]:
    """The text, what takes its values in their order, and the names of its columns."""
    compiled = query.compile(dialect=dialect)
    own = compiled.params
    places = compiled.positiontup or []

    def values(given: Row) -> tuple[Any, ...]:
        return tuple(given[name] if name in given else own[name] for name in places)

    return str(compiled), values, tuple(query.selected_columns.keys())


@lru_cache(maxsize=16)
def _among(query: Select[Any], key: ColumnElement[Any]) -> Select[Any]:
    return query.where(key.in_(bindparam("keys", expanding=True))).order_by(key)


@lru_cache(maxsize=16)
def _update(table: Table, names: tuple[str, ...]) -> Update:
    new: dict[str, Any] = {name: bindparam(name) for name in names if name != "id"}
    return update(table).where(table.c.id == bindparam(_OF_ID)).values(new)


async def _one_by_one(
    connection: AsyncConnection, statement: Insert | Update, rows: Sequence[Row]
) -> None:
    """Written once for the dialect, and the rows to the driver as they are.

    SQLAlchemy would look through every value of every row again, which is most of what a row costs.
    """
    sql, values = _written(connection.dialect, statement, tuple(rows[0]))
    await connection.exec_driver_sql(sql, [values(row) for row in rows])


@lru_cache(maxsize=64)
def _written(dialect: Dialect, statement: Any, names: tuple[str, ...]) -> tuple[str, Take]:
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    places = ("id" if name == _OF_ID else name for name in compiled.positiontup)
    return str(compiled), itemgetter(*places)
