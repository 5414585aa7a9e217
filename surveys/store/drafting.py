"""The organisation's own questionnaires: drafts that change, and versions that never do.

A draft is a text, whatever it says: one that is not finished must be kept too. Every change names the revision
it was made from, and a stale one changes nothing, so that two tabs never overwrite each other unseen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from surveys.errors import StaleDraft
from surveys.questionnaire.models import Questionnaire
from surveys.store.lifetime import Lifetime
from surveys.store.schema import questionnaire as questionnaires
from surveys.store.surveys import publish, store_version
from surveys.store.tables.library import draft as drafts
from surveys.store.tables.library import publication as publications
from surveys.store.times import from_ms, to_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True, slots=True)
class Draft:
    """A questionnaire that is being written. `body` is its TOML; `before` what one undo brings back.

    `base` is the version it was made from, or was last published as; None when it was written anew.
    """

    id: str
    body: str
    base: str | None
    revision: int
    updated: dt.datetime
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """One version that the organisation has published. `id` tells their order."""

    id: int
    name: str
    version: str
    published: dt.datetime


@dataclass(frozen=True, slots=True)
class _Publishing:
    questionnaire: Questionnaire
    draft: Draft
    at_ms: int


class Drafts(Lifetime):
    """The verbs of the library. Writing verbs return after their COMMIT."""

    async def drafts(self) -> list[Draft]:
        """Every draft, the one changed last first."""
        return await self._read(_drafts)

    async def draft(self, draft_id: str) -> Draft | None:
        """One draft."""
        return await self._read(_draft, draft_id)

    async def new_draft(
        self, draft_id: str, body: str, at: dt.datetime, *, base: Questionnaire | None = None
    ) -> Draft:
        """Keep a new draft; `base` is kept as a version for good, to compare with."""
        version = await self._write(publish, base) if base is not None else None
        made = Draft(draft_id, body, version, 1, at)
        await self._write(_insert, made)
        return made

    async def save_draft(self, changed: Draft, body: str, at: dt.datetime) -> Draft:
        """The draft with a new text. Raises StaleDraft when `changed` is not the newest revision."""
        return await self._write(
            _save, replace(changed, body=body, before=changed.body, updated=at)
        )

    async def remove_draft(self, draft_id: str) -> None:
        """Forget a draft; what was published from it stays."""
        await self._write(_remove, draft_id)

    async def publish_draft(
        self, draft: Draft, questionnaire: Questionnaire, at: dt.datetime
    ) -> str:
        """Keep what the draft says as a version for good, and name it in the library; its content hash.

        Raises StaleDraft when the draft has been changed since.
        """
        return await self._write(_publish, _Publishing(questionnaire, draft, to_ms(at)))

    async def publications(self) -> list[Publication]:
        """Every publication, oldest first."""
        return await self._read(_publications)

    async def questionnaire(self, version: str) -> Questionnaire | None:
        """A version by its content hash."""
        return await self._read(_questionnaire, version)


def _of_row(row: Any) -> Draft:
    updated = from_ms(row["updated_ms"])
    return Draft(row["id"], row["body"], row["base"], row["revision"], updated, row["before"])


async def _drafts(connection: AsyncConnection) -> list[Draft]:
    query = select(drafts).order_by(drafts.c.updated_ms.desc(), drafts.c.id)
    return [_of_row(row) for row in (await connection.execute(query)).mappings()]


async def _draft(connection: AsyncConnection, draft_id: str) -> Draft | None:
    query = select(drafts).where(drafts.c.id == draft_id)
    row = (await connection.execute(query)).mappings().first()
    return None if row is None else _of_row(row)


async def _publications(connection: AsyncConnection) -> list[Publication]:
    rows = (await connection.execute(select(publications).order_by(publications.c.id))).mappings()
    return [
        Publication(row["id"], row["name"], row["version"], from_ms(row["published_ms"]))
        for row in rows
    ]


async def _questionnaire(connection: AsyncConnection, version: str) -> Questionnaire | None:
    query = select(questionnaires.c.body_json).where(questionnaires.c.version == version)
    body = (await connection.execute(query)).scalar()
    return None if body is None else Questionnaire.model_validate_json(body)


@each
async def _insert(connection: AsyncConnection, made: Draft) -> None:
    row = {
        "id": made.id,
        "body": made.body,
        "before": made.before,
        "base": made.base,
        "revision": made.revision,
        "updated_ms": to_ms(made.updated),
    }
    await connection.execute(insert(drafts), [row])


@each
async def _save(connection: AsyncConnection, changed: Draft) -> Draft:
    saved = replace(changed, revision=changed.revision + 1)
    values = {
        "body": saved.body,
        "before": saved.before,
        "base": saved.base,
        "revision": saved.revision,
        "updated_ms": to_ms(saved.updated),
    }
    newest = (drafts.c.id == changed.id, drafts.c.revision == changed.revision)
    done = await connection.execute(update(drafts).where(*newest).values(**values))
    if done.rowcount == 0:
        raise StaleDraft
    return saved


@each
async def _remove(connection: AsyncConnection, draft_id: str) -> None:
    await connection.execute(delete(drafts).where(drafts.c.id == draft_id))


@each
async def _publish(connection: AsyncConnection, wish: _Publishing) -> str:
    current = await _draft(connection, wish.draft.id)
    if current is None or current.revision != wish.draft.revision:
        raise StaleDraft
    version = await store_version(connection, wish.questionnaire)
    row = {
        "name": wish.questionnaire.id,
        "version": version,
        "published_ms": wish.at_ms,
    }
    await connection.execute(insert(publications), [row])
    based = update(drafts).where(drafts.c.id == current.id).values(base=version)
    await connection.execute(based)
    return version
