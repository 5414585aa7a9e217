"""A table of the organiser's own, analysed as `dalalab analyse` does it, in a process of its own.

The file is bytes in memory and is never written anywhere; the process that reads it is ended when it takes too long.
"""

from __future__ import annotations

import json
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from bot.working import Worker
from surveys.errors import ContentError, DalalabError

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.intake.reporting import Brought

Made = TypeVar("Made")
LARGEST_MB = 20
"""Megabytes of 1,000,000 bytes that the page takes; the command takes larger files."""
LONGEST_SECONDS = 120.0
"""After this long a file is given up: no survey's export takes a tenth of it."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """What was brought. `texts`: numbers from 1 of the columns that somebody says are free text."""

    content: bytes = field(repr=False)
    name: str
    language: str
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guess:
    """A column by its number from 1, what it was taken for, and how many cells hold something."""

    number: int
    name: str
    kind: str
    n: int


@dataclass(frozen=True, slots=True)
class Analysed:
    """What a file holds. `report` is `report --format json`; `codebook` the one that knew most of the texts."""

    rows: int
    columns: tuple[Guess, ...]
    codebook: str
    skipped: int
    totals: int
    unread: tuple[str, ...]
    report: dict[str, Any]


class Unreadable(DalalabError):
    """The file is no table, or a broken one; the text says so and what to do, in the reader's language."""


class TookTooLong(DalalabError):
    """The file was given up."""


def analysed(file: OwnFile) -> Analysed:
    """What stands in the file. Raises Unreadable."""
    brought = _brought(file)
    return Analysed(
        rows=len(brought.table.rows),
        columns=tuple(
            Guess(column.place + 1, column.name, column.kind, column.n)
            for column in brought.columns
        ),
        codebook=brought.codebook.id if brought.texts() else "",
        skipped=brought.table.skipped,
        totals=brought.table.totals,
        unread=brought.table.unread,
        report=json.loads(_written(brought, file.language, "json")),
    )


def written(file: OwnFile, form: str) -> bytes:
    """The report on the file in one format. Raises Unreadable."""
    return _written(_brought(file), file.language, form)


def _written(brought: Brought, language: str, form: str) -> bytes:
    from analysis.intake.reporting import report_on
    from analysis.report.writers import COATS

    return COATS[form].write(report_on(brought, language))


def _brought(file: OwnFile) -> Brought:
    from analysis.intake.columns import guess_columns
    from analysis.intake.reporting import bring
    from analysis.intake.tables import table_from

    try:
        table = table_from(file.content, file.name).without_totals()
        texts = [table.column(number) for number in file.texts]
        columns = guess_columns(table.headers, table.rows, texts)
        return bring(table, file.name.rpartition(".")[0] or file.name, columns, None, ())
    except ContentError as error:
        told = [f"{p.text[file.language]} {p.remedy[file.language]}" for p in error.problems]
        raise Unreadable(" ".join(told)) from None


class OwnFileWorker:
    """A process for files apart from that of the reports: a hostile file keeps nobody from a report."""

    def __init__(self) -> None:
        self._worker = Worker(LONGEST_SECONDS)

    async def analysed(self, file: OwnFile) -> Analysed:
        """What stands in the file. Raises Unreadable and TookTooLong."""
        return await self._run(partial(analysed, file))

    async def written(self, file: OwnFile, form: str) -> bytes:
        """The report on it. Raises Unreadable and TookTooLong."""
        return await self._run(partial(written, file, form))

    async def _run(self, work: Callable[[], Made]) -> Made:
        try:
            return await self._worker.run(work)
        except (TimeoutError, BrokenProcessPool):
            raise TookTooLong("the file was given up") from None

    def stop(self) -> None:
        """Ends the process, with the file it may be reading."""
        self._worker.stop()
