"""The library as an organiser sees it: what ships, and what the organisation has published itself."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from bot.notice import minutes
from surveys.questionnaire.coverage import complete_languages, placed_texts
from surveys.questionnaire.loading import library_ids, library_questionnaire
from surveys.questionnaire.models import Calculate, Hidden, Note
from surveys.questionnaire.toml_text import toml_text
from surveys.questionnaire.xlsform.returning import raw_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from surveys.questionnaire.models import Questionnaire
    from surveys.store.store import Store

_NEVER_ASKED = (Note, Calculate, Hidden)


@dataclass(frozen=True)
class Entry:
    """One questionnaire of the library. `own`: published by the organisation; `source` is its TOML."""

    questionnaire: Questionnaire
    source: str
    own: bool

    @property
    def id(self) -> str:
        """What it is called in addresses and files."""
        return self.questionnaire.id

    @property
    def questions(self) -> int:
        """How many questions a participant may be asked, loops counted once."""
        return sum(
            question.role is None and not isinstance(question, _NEVER_ASKED)
            for question in self.questionnaire.question
        )

    @property
    def minutes(self) -> int:
        """How many minutes participants are told that it takes."""
        return minutes(self.questionnaire)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that every text is written in."""
        return complete_languages(self.questionnaire)

    @property
    def fills(self) -> tuple[str, ...]:
        """What the organiser fills in before opening: dimensions by id, and questions of their own."""
        lists = [
            dimension.id
            for dimension in self.questionnaire.dimension
            if dimension.filled_by == "organiser" and not dimension.optional
        ]
        told = [each.id for each in self.questionnaire.question if each.role == "organiser"]
        return (*lists, *told)

    @cached_property
    def words(self) -> str:
        """Everything it says, folded for searching."""
        said = [
            text for placed in placed_texts(self.questionnaire) for text in placed.text.values()
        ]
        return folded(" ".join((self.id, *said)))


class Shelf:
    """Finds questionnaires by id. An own one never has the id of one that ships."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def entries(self) -> list[Entry]:
        """The organisation's own in alphabetical order, then those that ship."""
        newest = {each.name: each.version for each in await self._store.publications()}
        own = [await self._own_entry(version) for _, version in sorted(newest.items())]
        return [*own, *_shipped()]

    async def find(self, name: str) -> Entry | None:
        """The entry with this id; of an own one the version published last."""
        return next((entry for entry in await self.entries() if entry.id == name), None)

    async def _own_entry(self, version: str) -> Entry:
        questionnaire = await self._store.questionnaire(version)
        assert questionnaire is not None
        return Entry(questionnaire, toml_text(raw_of(questionnaire.body())), own=True)


@cache
def _shipped() -> tuple[Entry, ...]:
    folder = files("surveys") / "library"
    return tuple(
        Entry(
            library_questionnaire(name),
            (folder / f"{name}.toml").read_text(encoding="utf-8"),
            own=False,
        )
        for name in library_ids()
    )


def folded(text: str) -> str:
    """Without case and accents: `Träff` and `traff` are the same word."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()


def matching(query: str, entries: Iterable[tuple[Entry, str]]) -> list[Entry]:
    """The entries that hold every word of a query; each comes with more words it is found by."""
    wanted = folded(query).split()
    return [
        entry
        for entry, more in entries
        if all(word in entry.words or word in folded(more) for word in wanted)
    ]
