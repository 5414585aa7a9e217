"""What has gone since a copy was made: a copy that is put back must not bring it to life again (G5, G12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from surveys.store.since import Present
    from surveys.store.store import Store


@dataclass(frozen=True, slots=True)
class Gone:
    """How much went again: responses erased, surveys closed and disposed of. `unrepeated`: erasures in a survey that has
    closed since, after which nobody can tell whose response it was.
    """

    erased: int
    closed: int
    disposed: int
    unrepeated: int


async def repeat(store: Store, now: Present, at: dt.datetime) -> Gone:
    """Erases, closes and disposes in `store`, a copy from before, of what has gone from `now` since."""
    then = await store.present()
    erased = [
        receipt
        for name, (code, receipt) in then.receipts.items()
        if code in now.open and name not in now.responses
    ]
    for receipt in erased:
        await store.erase_receipt(receipt, at)
    closed = sorted(then.open & now.closed)
    for code in closed:
        await store.close_survey(code, at)
    known = then.open | then.closed
    disposed = sorted(known & (now.disposed.keys() - then.disposed.keys()))
    for code in disposed:
        await store.purge(code, now.disposed[code], at)
    kept = set(closed) - set(disposed)
    unrepeated = sum(now.erasures.get(code, 0) - then.erasures.get(code, 0) for code in kept)
    return Gone(len(erased), len(closed), len(disposed), unrepeated)
