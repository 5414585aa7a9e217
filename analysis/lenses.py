"""A place through four lenses: what it shows (lens), what it gathers (method), what can be tried (material), and power.

The questions say which lens they belong to; a column holds them in the questionnaire's order, in their own words. So who
gains, who is limited and who is not heard stand under the questions that asked it, in any questionnaire.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.disclosure import Gate
from analysis.frames import names_of, reportable
from analysis.themes.quotes import quotes_from, together
from analysis.wordcloud import cloud_words
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.frames import SurveyData
    from analysis.summary import QuestionSummary
    from analysis.themes.answers import Answer
    from analysis.themes.codebook import Codebook
    from analysis.themes.finding import Themes
    from analysis.themes.quotes import Quote
    from analysis.wording import Wording

LENSES = ("lens", "method", "material", "power")
OFFERED = 6
"""Quotes offered to the organiser for each question, beside those already decided on."""
SHOWN_QUOTES, SHOWN_THEMES, SHOWN_WORDS, SHOWN_CHOICES = 2, 3, 5, 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One question in its column: how many answered, what they said most, approved quotes.

    `offered`: the quotes that somebody may decide about. `waiting`: how many of them nobody has decided on.
    """

    question: str
    asked: str
    n: int
    waits: int
    lines: tuple[str, ...]
    offered: tuple[Quote, ...] = ()
    quotes: tuple[Quote, ...] = ()
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """One lens: its id, name and question to the place, and what was said through it."""

    lens: str
    heading: str
    about: str
    entries: tuple[Entry, ...]


def board_of(
    data: SurveyData,
    summaries: Sequence[QuestionSummary],
    themes: Themes | None,
    book: Codebook,
    gate: Gate,
    wording: Wording,
) -> tuple[Column, ...]:
    """The lenses that any question is tagged with, in their order; () where none is."""
    tagged = {q.id: q.lens for q in reportable(data) if q.lens is not None}
    making = _Board(data, themes, book, gate, wording)
    entries: dict[str, list[Entry]] = {lens: [] for lens in LENSES}
    for one in summaries:
        lens = tagged.get(one.id)
        if lens is not None:
            entries[lens].append(making.entry(one))
    return tuple(
        Column(lens, wording.say(f"lens-{lens}"), wording.say(f"lens-{lens}-about"), tuple(found))
        for lens, found in entries.items()
        if found
    )


def heard(board: Sequence[Column]) -> bool:
    """Whether anything may be shown through any lens; else the questions say for themselves what they wait for."""
    return any(not entry.waits for column in board for entry in column.entries)


@dataclass(frozen=True, slots=True)
class _Board:
    data: SurveyData
    themes: Themes | None
    book: Codebook
    gate: Gate
    wording: Wording

    def entry(self, one: QuestionSummary) -> Entry:
        """One question; nothing of it on a base under k."""
        if one.waits:
            return Entry(one.id, one.text, one.n, one.waits, (one.sentence,))
        if one.kind != "text":
            return Entry(one.id, one.text, one.n, 0, self._chosen(one))
        said = self._said(one)
        offered = self._offered(said)
        approved = self.gate.quotes(
            f"quotes:{one.id}",
            one.n,
            offered,
            [self.data.decisions.get(q.id, False) for q in offered],
        )
        lines = tuple(line for line in (self._themes(said, one), self._words(said)) if line)
        told = lines or (one.sentence,)
        waiting = sum(quote.id not in self.data.decisions for quote in offered)
        quotes = tuple(approved[:SHOWN_QUOTES])
        return Entry(one.id, one.text, one.n, 0, told, offered, quotes, waiting)

    def _said(self, one: QuestionSummary) -> list[Answer]:
        answers = self.themes.answers if self.themes is not None else ()
        return [a for a in answers if (a.question, a.turn) == (one.id, one.turn) and not a.empty]

    def _chosen(self, one: QuestionSummary) -> tuple[str, ...]:
        """The most chosen answers, with their counts; of what has no table its sentence."""
        counted = [cell for cell in one.cells if cell.n]
        if not counted:
            return (one.sentence,)
        most = sorted(counted, key=lambda cell: -(cell.n or 0))[:SHOWN_CHOICES]
        return tuple(self.wording.say("lens-counted", label=cell.label, n=cell.n) for cell in most)

    def _themes(self, said: Sequence[Answer], one: QuestionSummary) -> str:
        assert self.themes is not None
        people = Counter(
            name
            for name, _ in {
                (found.theme, answer.person)
                for answer in said
                for found in self.themes.matches.get(answer, ())
            }
        )
        labels = {theme.id: say(theme.label, self.wording.language) for theme in self.book.theme}
        held = sorted(
            (-count, labels[name])
            for name, count in people.items()
            if self.gate.voices(f"lens:{one.id}", one.n, count)
        )
        told = [self._counted(label, -count) for count, label in held[:SHOWN_THEMES]]
        return self.wording.say("lens-themes", listed=", ".join(told)) if told else ""

    def _words(self, said: Sequence[Answer]) -> str:
        """Words of at least two people, from enough answers; never what groups call themselves."""
        names = names_of(self.data)
        found = [
            row for row in cloud_words(said, Gate(self.gate.k)) if row.word.casefold() not in names
        ]
        told = [self._counted(row.word, row.people) for row in found[:SHOWN_WORDS]]
        return self.wording.say("lens-words", listed=", ".join(told)) if told else ""

    def _counted(self, label: str, count: int) -> str:
        return self.wording.say("lens-counted-inside", label=label, n=count)

    def _offered(self, said: Sequence[Answer]) -> tuple[Quote, ...]:
        assert self.themes is not None
        every = together(answer.text for answer in self.themes.answers)
        names, decided = names_of(self.data), self.data.decisions
        quotes = [
            quote
            for quote in quotes_from([(answer, 0.0) for answer in said], every, decided.keys())
            if not any(name in quote.text.casefold() for name in names)
        ]
        fresh = [quote for quote in quotes if quote.id not in decided][:OFFERED]
        return tuple(quote for quote in quotes if quote in fresh or quote.id in decided)
