"""The organiser's hand, for the studio and the commands: what is read in the reports' process, and kept by the desk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from analysis.themes.remembering import Last
from bot.editions import answers_of
from surveys.deciding import to_json

if TYPE_CHECKING:
    from analysis.themes.deciding import Refusal, Wish
    from analysis.themes.leafing import Leaf
    from analysis.themes.translating import Incoming, Queue
    from analysis.themes.workbench import Bench
    from bot.desk import Desk
    from surveys.deciding import Decision
    from surveys.store.records import AnswerRow
    from surveys.store.store import Store
    from surveys.survey import Survey

Made = TypeVar("Made")


class Reader(Protocol):
    """Reads a survey somewhere where it slows nobody who answers."""

    async def read(self, code: str, read: Callable[[Store, Survey], Awaitable[Made]]) -> Made:
        """What `read` finds. Raises what it raises."""


_ROWS: Last[Sequence[AnswerRow]] = Last()
_BENCH: Last[Bench] = Last()


async def theme_bench(store: Store, survey: Survey, language: str) -> Bench:
    """The organiser's workbench of themes; made anew only when an answer or a decision has changed."""
    from analysis.themes.workbench import bench_of

    hand, translations = await store.theme_decisions(survey.id), await store.translations(survey.id)
    read = survey.id, await store.answers_stamp(survey.id)
    of = *read, language, hand, translations
    bench = _BENCH.get(of)
    if bench is not None:
        return bench
    rows = _ROWS.get(read)
    if rows is None:
        rows = _ROWS.keep(read, await store.answers(survey.id))
    return _BENCH.keep(of, bench_of(await answers_of(store, survey, rows), language))


async def theme_leaf(store: Store, survey: Survey, language: str, theme: str, page: int) -> Leaf:
    """One page of the workbench."""
    from analysis.themes.leafing import leaf_of

    return leaf_of(await theme_bench(store, survey, language), theme, page)


async def theme_decision(store: Store, survey: Survey, wish: Wish) -> Decision | Refusal:
    """What a wish about themes comes to."""
    from analysis.themes.deciding import decision_for

    return decision_for(await theme_bench(store, survey, wish.language), wish)


async def translation_queue(store: Store, survey: Survey) -> Queue:
    """The answers in languages without a codebook, and what people made of them."""
    from analysis.themes.translating import queue_of

    return queue_of(await answers_of(store, survey))


async def translation_sheet(store: Store, survey: Survey, language: str) -> bytes:
    """The queue as a workbook to fill in, its headers in `language`."""
    from analysis.themes.translating import to_workbook

    return to_workbook(await translation_queue(store, survey), survey.title, language)


async def translations_in(store: Store, survey: Survey, content: bytes, name: str) -> Incoming:
    """What a filled-in workbook says. Raises ContentError."""
    from analysis.themes.translating import from_workbook

    return from_workbook(await translation_queue(store, survey), content, name)


async def translations_typed(
    store: Store, survey: Survey, texts: Sequence[tuple[str, str]]
) -> dict[str, str | None]:
    """What was typed beside answers and is news. Raises ContentError."""
    from analysis.themes.translating import taken

    return taken(texts, await translation_queue(store, survey))


class Hand:
    """What the studio's rooms of themes and translations ask for."""

    def __init__(self, reader: Reader, desk: Desk) -> None:
        self._reader = reader
        self._desk = desk

    async def themes(self, code: str, language: str, theme: str = "", page: int = 1) -> Leaf:
        """The workbench, with a page of one theme's answers."""
        read = partial(theme_leaf, language=language, theme=theme, page=page)
        return await self._reader.read(code, read)

    async def decide(self, code: str, wish: Wish, who: str) -> Decision | Refusal:
        """Does what was asked for and keeps it; a refusal changes nothing."""
        from analysis.themes.deciding import Refusal

        made = await self._reader.read(code, partial(theme_decision, wish=wish))
        if not isinstance(made, Refusal):
            await self._desk.decide_theme(code, to_json(made), who)
        return made

    async def undo(self, code: str, number: int) -> None:
        """Takes a decision back. Raises StoreError where there is none of that number."""
        await self._desk.undo_theme(code, number)

    async def translations(self, code: str) -> Queue:
        """The queue."""
        return await self._reader.read(code, translation_queue)

    async def sheet(self, code: str, language: str) -> bytes:
        """The queue as a workbook."""
        return await self._reader.read(code, partial(translation_sheet, language=language))

    async def take_sheet(
        self, code: str, content: bytes, name: str, language: str, who: str
    ) -> Incoming:
        """Keeps what a filled-in workbook says. Raises ContentError; then nothing is kept."""
        read = partial(translations_in, content=content, name=name)
        came = await self._reader.read(code, read)
        await self._keep(code, came.texts, language, who)
        return came

    async def take_typed(
        self, code: str, texts: Sequence[tuple[str, str]], language: str, who: str
    ) -> int:
        """Keeps what was typed, and takes back what was emptied; how many changed. Raises ContentError."""
        news = await self._reader.read(code, partial(translations_typed, texts=texts))
        await self._keep(code, news, language, who)
        return len(news)

    async def _keep(
        self, code: str, texts: Mapping[str, str | None], language: str, who: str
    ) -> None:
        if texts:
            await self._desk.translate(code, dict(texts), language, who)
