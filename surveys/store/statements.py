"""Statements in the dialect of the connection: inserts that tolerate what is already there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from surveys.store.schema import applied

if TYPE_CHECKING:
    from sqlalchemy.sql.selectable import TableValuedAlias


def _insert(dialect: str, table: Table) -> Any:
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


@lru_cache(maxsize=64)
def insert_new(dialect: str, table: Table, *returning: str) -> Any:
    """INSERT that leaves rows alone whose key is taken; `returning` are columns of those that were made."""
    statement = _insert(dialect, table).on_conflict_do_nothing()
    return statement.returning(*(table.c[name] for name in returning)) if returning else statement


@lru_cache(maxsize=64)
def insert_or_replace(dialect: str, table: Table) -> Any:
    """INSERT that overwrites everything but the key of rows whose key is taken."""
    statement = _insert(dialect, table)
    key = {column.name for column in table.primary_key}
    new = {name: value for name, value in statement.excluded.items() if name not in key}
    return statement.on_conflict_do_update(index_elements=sorted(key), set_=new)


def insert_or_renew(
    dialect: str, table: Table, names: Sequence[str], rows: Select[Any], renewed: Sequence[str]
) -> Any:
    """INSERT of what `rows` finds; of rows whose key is taken only the `renewed` columns are overwritten."""
    statement = _insert(dialect, table).from_select(names, rows)
    key = sorted(each.name for each in table.primary_key)
    new = {name: statement.excluded[name] for name in renewed}
    return statement.on_conflict_do_update(index_elements=key, set_=new)


@lru_cache(maxsize=8)
def insert_or_add(dialect: str, table: Table, column: str) -> Any:
    """INSERT that adds `column` to rows whose key is taken. One row per key in a statement."""
    statement = _insert(dialect, table)
    key = sorted(each.name for each in table.primary_key)
    total = table.c[column] + statement.excluded[column]
    return statement.on_conflict_do_update(index_elements=key, set_={column: total})


@lru_cache(maxsize=2)
def applied_among(dialect: str) -> Any:
    """Which of the `pairs`, a JSON text of [participation, once], have been applied; each pair is tried once."""
    if dialect == "sqlite":
        pair = func.json_each(bindparam("pairs")).table_valued("value", name="pair")
        place = (func.json_extract(pair.c.value, literal_column(f"'$[{part}]'")) for part in (0, 1))
        return _met(pair, *place)
    given = func.json_array_elements(cast(bindparam("pairs", type_=Text), JSON))
    pair = given.table_valued("value", name="pair")
    return _met(pair, cast(pair.c.value.op("->>")(0), BigInteger), pair.c.value.op("->>")(1))


def _met(pair: TableValuedAlias, person: Any, once: Any) -> Select[Any]:
    met = (applied.c.participation_id == person) & (applied.c.once == once)
    return select(applied.c.participation_id, applied.c.once).select_from(pair.join(applied, met))
