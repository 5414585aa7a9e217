"""The organisation's own questionnaires: drafts, and the versions that are published from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from surveys.errors import StaleDraft
from surveys.questionnaire.loading import library_questionnaire
from surveys.store.store import Store

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
async def store(sqlite_url: str) -> AsyncIterator[Store]:
    async with await Store.open(sqlite_url) as opened:
        yield opened


async def test_a_draft_is_kept_whatever_it_says(store: Store) -> None:
    await store.new_draft("d1", "not = [ even TOML", NOON)
    found = await store.draft("d1")
    assert found is not None
    assert (found.body, found.revision, found.base) == ("not = [ even TOML", 1, None)
    await store.remove_draft("d1")
    assert await store.drafts() == []


async def test_a_stale_save_changes_nothing_and_an_undo_swaps(store: Store) -> None:
    first = await store.new_draft("d1", "one", NOON)
    second = await store.save_draft(first, "two", NOON)
    with pytest.raises(StaleDraft):
        await store.save_draft(first, "from another tab", NOON)
    assert second.before is not None
    undone = await store.save_draft(second, second.before, NOON)
    assert (undone.body, undone.before, undone.revision) == ("one", "two", 3)
    assert await store.draft("d1") == undone


async def test_what_is_published_is_frozen_and_the_draft_goes_on_from_it(store: Store) -> None:
    form = library_questionnaire("session_evaluation")
    draft = await store.new_draft("d1", "text", NOON, base=form)
    assert draft.base == form.version()
    own = form.model_copy(update={"id": "our_evaluation"})
    version = await store.publish_draft(draft, own, NOON)
    [published] = await store.publications()
    assert (published.name, published.version) == ("our_evaluation", version)
    assert await store.questionnaire(version) == own
    kept = await store.draft("d1")
    assert kept is not None
    assert kept.base == version
    changed = await store.save_draft(kept, "newer", NOON)
    with pytest.raises(StaleDraft):
        await store.publish_draft(kept, own, NOON)
    assert changed.base == version
