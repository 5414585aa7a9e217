"""Who may enter the studio: people, the one-time links that let them in, and their sessions.

Links and sessions are known by keyed hashes. A session of somebody whose way in has been taken back ends at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, or_, select, update

from surveys.errors import StoreError
from surveys.store.tables.door import link, person, session
from surveys.store.times import DAY_MS, from_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection

OWNER = 3
REMEMBERED_MS = DAY_MS
"""How long an ended session is still recognised, so that a form sent with it can be given back."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may enter. `seen` is when they were last inside; None before the first time."""

    id: int
    name: str
    role: int
    revoked: bool = False
    seen: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class NewLink:
    """A one-time link, by its hash, for somebody new or known."""

    hash: str
    now_ms: int
    expires_ms: int
    person_id: int | None = None
    name: str = ""
    role: int = OWNER


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody uses a link, and is given a session, both by hash. `name`: what they want to be called."""

    link_hash: str
    session_hash: str
    now_ms: int
    expires_ms: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A session that was found: whose it is, and whether it still holds."""

    person: Person
    holds: bool
    began_ms: int
    seen_ms: int


@each
async def make_link(connection: AsyncConnection, wish: NewLink) -> Person:
    """Keep a link, and the person when they are new; their older links lead nowhere any more."""
    known = wish.person_id
    found = await (_add(connection, wish) if known is None else _known(connection, known))
    return await _keep_link(connection, wish, found)


@each
async def make_owner_link(connection: AsyncConnection, wish: NewLink) -> Person:
    """As `make_link`, for the first owner there is; for a new one when there is none."""
    query = (
        select(person.c.id)
        .where(person.c.role == OWNER, person.c.revoked_ms.is_(None))
        .order_by(person.c.id)
    )
    first = (await connection.execute(query)).scalars().first()
    found = await (_add(connection, wish) if first is None else _known(connection, first))
    return await _keep_link(connection, wish, found)


async def _known(connection: AsyncConnection, person_id: int) -> Person:
    query = select(person).where(person.c.id == person_id, person.c.revoked_ms.is_(None))
    row = (await connection.execute(query)).mappings().first()
    if row is None:
        raise StoreError("nobody by that number may enter")
    return Person(row["id"], row["name"], row["role"])


async def _keep_link(connection: AsyncConnection, wish: NewLink, found: Person) -> Person:
    await connection.execute(
        delete(link).where(or_(link.c.expires_ms <= wish.now_ms, link.c.person_id == found.id))
    )
    row = {"hash": wish.hash, "person_id": found.id, "expires_ms": wish.expires_ms}
    await connection.execute(insert(link), [row])
    return found


async def _add(connection: AsyncConnection, wish: NewLink) -> Person:
    row = {"name": wish.name, "role": wish.role, "added_ms": wish.now_ms}
    made = await connection.execute(insert(person).values(row).returning(person.c.id))
    return Person(made.scalar_one(), wish.name, wish.role)


async def link_of(connection: AsyncConnection, hashed: str, now_ms: int) -> Person | None:
    """Whom a link lets in; None when it is used, too old or none of ours. Uses nothing up."""
    query = (
        select(person)
        .join(link, link.c.person_id == person.c.id)
        .where(link.c.hash == hashed, link.c.expires_ms > now_ms, person.c.revoked_ms.is_(None))
    )
    row = (await connection.execute(query)).mappings().first()
    return None if row is None else Person(row["id"], row["name"], row["role"])


@each
async def enter(connection: AsyncConnection, entry: Entry) -> Person | None:
    """Use the link up and begin a session, both or neither; None when the link does not hold."""
    found = await link_of(connection, entry.link_hash, entry.now_ms)
    if found is None:
        return None
    used = await connection.execute(delete(link).where(link.c.hash == entry.link_hash))
    if used.rowcount == 0:
        return None  # somebody was faster
    await _forget_ended(connection, entry.now_ms)
    if entry.name:
        await _rename(connection, found.id, entry.name)
    row = {
        "hash": entry.session_hash,
        "person_id": found.id,
        "began_ms": entry.now_ms,
        "seen_ms": entry.now_ms,
        "expires_ms": entry.expires_ms,
    }
    await connection.execute(insert(session), [row])
    return Person(found.id, entry.name or found.name, found.role)


async def _forget_ended(connection: AsyncConnection, now_ms: int) -> None:
    """Whoever comes, or comes back, sweeps up after those who have left."""
    await connection.execute(delete(session).where(session.c.expires_ms <= now_ms - REMEMBERED_MS))


async def standing(connection: AsyncConnection, hashed: str, now_ms: int) -> Standing | None:
    """The session with this hash, also for a day after it has ended; None when there is none."""
    query = (
        select(person, session.c.began_ms, session.c.seen_ms, session.c.expires_ms)
        .join(session, session.c.person_id == person.c.id)
        .where(session.c.hash == hashed, session.c.expires_ms > now_ms - REMEMBERED_MS)
    )
    row = (await connection.execute(query)).mappings().first()
    if row is None or row["revoked_ms"] is not None:
        return None
    found = Person(row["id"], row["name"], row["role"])
    return Standing(found, row["expires_ms"] > now_ms, row["began_ms"], row["seen_ms"])


@each
async def stay(connection: AsyncConnection, wish: tuple[str, int, int]) -> None:
    """The session (hash) was used now, and holds until then."""
    hashed, now_ms, expires_ms = wish
    await _forget_ended(connection, now_ms)
    await connection.execute(
        update(session)
        .where(session.c.hash == hashed)
        .values(seen_ms=now_ms, expires_ms=expires_ms)
    )


@each
async def leave(connection: AsyncConnection, hashed: str) -> None:
    """End a session."""
    await connection.execute(delete(session).where(session.c.hash == hashed))


@each
async def revoke(connection: AsyncConnection, wish: tuple[int, int]) -> None:
    """Take the way in back from a person (number, now): links and sessions end. One owner always stays."""
    person_id, now_ms = wish
    others = select(func.count()).where(
        person.c.role == OWNER, person.c.revoked_ms.is_(None), person.c.id != person_id
    )
    if (await connection.execute(others)).scalar_one() == 0:
        raise StoreError("the last owner stays")
    for table in (link, session):
        await connection.execute(delete(table).where(table.c.person_id == person_id))
    await connection.execute(
        update(person).where(person.c.id == person_id).values(revoked_ms=now_ms)
    )


@each
async def readmit(connection: AsyncConnection, wish: NewLink) -> Person:
    """Take a removal back: the person may enter again, by the new link."""
    await connection.execute(
        update(person).where(person.c.id == wish.person_id).values(revoked_ms=None)
    )
    return await _keep_link(connection, wish, await _known(connection, wish.person_id or 0))


@each
async def rename(connection: AsyncConnection, wish: tuple[int, str]) -> None:
    """Call a person (number) something else; what was noted before keeps the old name."""
    await _rename(connection, *wish)


async def _rename(connection: AsyncConnection, person_id: int, name: str) -> None:
    await connection.execute(update(person).where(person.c.id == person_id).values(name=name))


async def people(connection: AsyncConnection) -> list[Person]:
    """Everybody who may enter or might, in the order they were added."""
    seen = (
        select(session.c.person_id, func.max(session.c.seen_ms).label("seen_ms"))
        .group_by(session.c.person_id)
        .subquery()
    )
    query = (
        select(person, seen.c.seen_ms)
        .outerjoin(seen, seen.c.person_id == person.c.id)
        .order_by(person.c.id)
    )
    return [_told(row) for row in (await connection.execute(query)).mappings()]


def _told(row: Any) -> Person:
    seen = None if row["seen_ms"] is None else from_ms(row["seen_ms"])
    return Person(row["id"], row["name"], row["role"], row["revoked_ms"] is not None, seen)


async def has_entered(connection: AsyncConnection) -> bool:
    """Whether any owner has been inside and may still come back."""
    query = (
        select(session.c.hash)
        .join(person, person.c.id == session.c.person_id)
        .where(person.c.role == OWNER, person.c.revoked_ms.is_(None))
        .limit(1)
    )
    return (await connection.execute(query)).first() is not None
