"""The group-commit writer: one task owns the writing connection, a batch is what queued up meanwhile.

There is no linger timer: while one batch is being committed, the next one gathers. A caller's future
resolves only after COMMIT has returned. When a batch fails it is rolled back and done again job by job, so
that only the culprit fails. Measured in `bench/turns.py`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from surveys.errors import DalalabError, StoreError
from surveys.store.database.engine import in_its_thread

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Payload = TypeVar("Payload")
Result = TypeVar("Result")
Apply: TypeAlias = (
    "Callable[[AsyncConnection, Sequence[Payload]], Awaitable[Sequence[Result | Exception]]]"
)
"""Does many payloads in one transaction; gives one result, or the error of that payload alone, for each."""

Way = Literal["together", "alone", "outside"]
"""In the transaction of the batch, in one of its own, or in none."""

QUEUE_LIMIT = 4000
BATCH_LIMIT = 1000
LINGER = 0.002
DEADLOCK = "40P01"
DEADLOCKS = 5
"""How often one job is done again that PostgreSQL chose to undo, so that another could go on."""


@dataclass(slots=True)
class _Job:
    apply: Apply[Any, Any]
    payload: Any
    done: asyncio.Future[Any]
    way: Way = "together"


def each(
    work: Callable[[AsyncConnection, Payload], Awaitable[Result]],
) -> Apply[Payload, Result]:
    """Make work on one payload fit for a batch. It must raise its own errors before it writes."""

    async def apply(
        connection: AsyncConnection, payloads: Sequence[Payload]
    ) -> Sequence[Result | Exception]:
        outcomes: list[Result | Exception] = []
        for payload in payloads:
            try:
                outcomes.append(await work(connection, payload))
            except DalalabError as error:
                outcomes.append(error)
        return outcomes

    return apply


class Writer:
    """The only user of the writing connection. Start it with `start`, end it with `close`."""

    def __init__(self, engine: AsyncEngine, batch_limit: int | None = None) -> None:
        self._engine = engine
        self._batch_limit = batch_limit or BATCH_LIMIT
        self._queue: asyncio.Queue[_Job | None] = asyncio.Queue(QUEUE_LIMIT)
        self._task: asyncio.Task[None] | None = None
        self._closing = False
        self._ended = False
        self._together = 1
        self.pending = 0
        """Jobs that have not ended."""

    def start(self) -> None:
        """Begin to take jobs."""
        self._task = asyncio.create_task(self._run(), name="store writer")

    async def do(self, apply: Apply[Payload, Result], payload: Payload) -> Result:
        """Have one payload applied; returns after COMMIT. A cancelled caller does not stop its job."""
        result: Result = await self._enqueue(apply, payload, "together")
        return result

    async def do_alone(self, apply: Apply[Payload, Result], payload: Payload) -> Result:
        """As `do`, in a transaction of its own: for work that locks a whole survey, before anything else."""
        result: Result = await self._enqueue(apply, payload, "alone")
        return result

    @property
    def running(self) -> bool:
        """Whether jobs are taken."""
        return not self._closing and self._task is not None and not self._task.done()

    async def do_outside(self, apply: Apply[Payload, Result], payload: Payload) -> Result:
        """As `do`, on the same connection but in no transaction: for checkpoints and VACUUM."""
        result: Result = await self._enqueue(apply, payload, "outside")
        return result

    async def _enqueue(self, apply: Apply[Any, Any], payload: Any, way: Way) -> Any:
        if self._task is None or not self.running:
            raise StoreError("the store is closed")
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        job = _Job(apply, payload, future, way)
        if self._queue.full():
            await self._queue.put(job)
        else:
            self._queue.put_nowait(job)
        self.pending += 1
        if self._task.done():  # it ended while this caller waited for room
            self._abandon([])
        return await future

    def _end(self, job: _Job, outcome: Any) -> None:
        """Tell the caller, if there still is one: a cancelled one has left, and its job is done all the same."""
        self.pending -= 1
        if job.done.done():
            return
        if isinstance(outcome, Exception):
            job.done.set_exception(outcome)
        else:
            job.done.set_result(outcome)

    def _resolve(self, jobs: Sequence[_Job], outcomes: Sequence[Any]) -> None:
        for job, outcome in zip(jobs, outcomes, strict=True):
            self._end(job, outcome)

    async def close(self) -> None:
        """Finish what is queued, then stop."""
        if self._task is None or self._closing:
            return
        self._closing = True
        if not self._task.done():
            await self._queue.put(None)
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        batch: list[_Job] = []
        try:
            while not self._ended:
                await self._gather(batch)
                self._together = len(batch)
                await self._commit(batch)
                batch.clear()
        finally:
            self._abandon(batch)

    async def _gather(self, batch: list[_Job]) -> None:
        """Wait for a job and take along what is queued."""
        self._take(batch, await self._queue.get())
        # Lets the callers of the last batch queue what they have next. Where several came together more are
        # on their way: the thread and the disk cost the same for one as for all of them.
        await asyncio.sleep(LINGER if self._together > 1 else 0)
        while len(batch) < self._batch_limit and not self._queue.empty():
            self._take(batch, self._queue.get_nowait())

    def _take(self, batch: list[_Job], job: _Job | None) -> None:
        if job is None:
            self._ended = True
        else:
            batch.append(job)

    async def _commit(self, batch: list[_Job]) -> None:
        together = [job for job in batch if job.way == "together"]
        if together:
            await self._commit_together(together)
        for job in batch:
            if job.way == "alone":
                await self._attempt([job], self._transaction)
            elif job.way == "outside":
                await self._attempt([job], self._outside)

    async def _commit_together(self, jobs: list[_Job]) -> None:
        if len(jobs) > 1:
            try:
                outcomes = await self._transaction(jobs)
            except Exception:  # noqa: BLE001, S110 - whatever it was, its culprit meets it again below
                pass
            else:
                self._resolve(jobs, outcomes)
                return
        for job in jobs:
            await self._attempt([job], self._transaction)

    async def _attempt(
        self, jobs: list[_Job], way: Callable[[list[_Job]], Awaitable[list[Any]]]
    ) -> None:
        for left in reversed(range(DEADLOCKS)):
            try:
                outcomes = await way(jobs)
                break
            except Exception as error:  # noqa: BLE001 - it belongs to the caller, who gets it
                outcomes = [_for_caller(error)] * len(jobs)
                if left == 0 or not _deadlocked(error):
                    break
        self._resolve(jobs, outcomes)

    async def _transaction(self, jobs: list[_Job]) -> list[Any]:
        """Do the jobs kind by kind in one transaction; the outcomes, in the order of the jobs."""
        async with self._engine.connect() as connection:
            return await in_its_thread(connection, _applied(connection, jobs))

    async def _outside(self, jobs: list[_Job]) -> list[Any]:
        async with self._engine.connect() as connection:
            return list(await jobs[0].apply(connection, [jobs[0].payload]))

    def _abandon(self, batch: list[_Job]) -> None:
        """Tell everybody who still waits that it will not happen."""
        waiting: list[_Job | None] = [*batch]
        while not self._queue.empty():
            waiting.append(self._queue.get_nowait())
        for job in waiting:
            if job is not None and not job.done.done():
                self._end(job, StoreError("the store was stopped before this was stored"))


async def _applied(connection: AsyncConnection, jobs: list[_Job]) -> list[Any]:
    outcomes: dict[int, Any] = {}
    async with connection.begin():
        for apply, group in _kinds(jobs).items():
            results = await apply(connection, [job.payload for job in group])
            outcomes.update(zip(map(id, group), results, strict=True))
    return [outcomes[id(job)] for job in jobs]


def _kinds(jobs: Sequence[_Job]) -> dict[Apply[Any, Any], list[_Job]]:
    """Jobs by what they do. All of a batch are waited for at once, so any order between kinds is true."""
    kinds: dict[Apply[Any, Any], list[_Job]] = {}
    for job in jobs:
        kinds.setdefault(job.apply, []).append(job)
    return kinds


def _deadlocked(error: Exception) -> bool:
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) == DEADLOCK


def _for_caller(error: Exception) -> Exception:
    """An error without content: the drivers' own texts may quote the values that were refused."""
    if isinstance(error, DalalabError):
        return error
    if isinstance(error, DBAPIError | OSError):
        return StoreError(f"the database refused the write: {describe(error)}")
    if isinstance(error, SQLAlchemyError | UnicodeError):
        return StoreError(f"the write could not be expressed in SQL ({type(error).__name__})")
    return error


def describe(error: Exception) -> str:
    """What a driver complains about, without the values it may quote."""
    if not isinstance(error, DBAPIError):
        return type(error).__name__
    cause = getattr(error.orig, "__cause__", None) or error.orig
    if type(cause).__module__.startswith("sqlite3"):
        return str(cause)
    constraint = getattr(cause, "constraint_name", None)
    return f"{type(cause).__name__}{f' of {constraint}' if constraint else ''}"
