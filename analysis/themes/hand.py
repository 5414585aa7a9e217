"""The organiser's hand on themes: decisions laid over what the codebook found, between assignment and naming.

Pure, and made anew in every run: a decision is applied in the order it was made, to the answers there are now. One
that has nothing to be about any more changes nothing, and says so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from analysis.frames import SurveyData
from analysis.themes.answers import Answer
from analysis.themes.codebook import Codebook, Theme
from analysis.themes.matches import Match
from analysis.themes.matching import match
from analysis.themes.spotting import words_in
from surveys.deciding import (
    EVERYWHERE,
    OTHER,
    WISHES,
    Decided,
    Decision,
    Merge,
    Move,
    Rename,
    Seed,
    Sentence,
    Split,
)

Idle: TypeAlias = Literal["theme", "answers", "count", "few", "together"]
"""Why a decision changes nothing: its theme is gone, its answers are, its sentence tells of another number, nobody is
shown to hold its theme, or the report is on several surveys."""
BY_HAND = "="
"""The reason of a tie that a person made."""
FIRM = 1.0
"""Score of such a tie."""
_COUNTING = re.compile(
    r"\d|%|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|hälften|halva|tredjedel\w*|fjärdedel\w*|"
    r"procent|många|flera|fler\w*tal\w*|flest\w*|få|färre|majoritet\w*|minoritet\w*|alla|allihop|samtliga|ingen|inga|"
    r"nästan|varannan|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|per ?cent|many|most|"
    r"several|few|fewer|majority|minority|all|everybody|everyone|nobody|none|almost)\b",
    re.IGNORECASE,
)


def own_theme(label: str) -> str:
    """The id of a theme that an organiser makes: the same label is the same theme in every meeting of a series."""
    return "own_" + hashlib.sha256(" ".join(label.split()).casefold().encode()).hexdigest()[:10]


def tells_a_number(text: str) -> bool:
    """Whether a sentence says how many, in figures or in words: then it holds for that number only."""
    return _COUNTING.search(text) is not None


@dataclass(frozen=True, slots=True)
class Assigned:
    """The codebook as the organiser left it, each answer's themes, their sentences, and what changed nothing."""

    codebook: Codebook
    matches: Mapping[Answer, tuple[Match, ...]]
    sentences: Mapping[str, Sentence]
    idle: Mapping[int, Idle]
    applied: int = 0
    """Decisions that changed something."""

    def sentence(self, theme: str, people: int, total: int) -> str | None:
        """The organiser's sentence on a shown theme; None where there is none, or it tells of another number."""
        wish = self.sentences.get(theme)
        return wish.text if wish is not None and holds(wish, people, total) else None


def holds(wish: Sentence, people: int, total: int) -> bool:
    """Whether a sentence can still be true: one that says how many is for the number it was written beside."""
    return not tells_a_number(wish.text) or (wish.people, wish.total) == (people, total)


def assign(datas: Sequence[SurveyData], said: Sequence[Answer], codebook: Codebook) -> Assigned:
    """Themes of the answers with content: each survey's by its own decisions.

    Of themes that several surveys know, the label and phrases of the last one whose organiser changed them are told. A
    sentence is about one survey's number, so a report on several has none.
    """
    original = {theme.id: theme for theme in codebook.theme}
    themes: dict[str, Theme] = {}
    matches: dict[Answer, tuple[Match, ...]] = {}
    sentences: dict[str, Sentence] = {}
    idle: dict[int, Idle] = {}
    for data in datas:
        own = [answer for answer in said if answer.survey == data.survey.code]
        laid = _Hand(seeded(codebook, data.hand), own)
        laid.apply(data.hand)
        themes |= {
            name: theme
            for name, theme in laid.themes.items()
            if name in laid.known and (name not in themes or theme != original.get(name))
        }
        matches |= laid.matches()
        sentences |= laid.sentences
        idle |= laid.idle
    if len(datas) > 1:
        sentences = {}
    applied = sum(len(data.hand) for data in datas) - len(idle)
    changed = codebook.model_copy(update={"theme": tuple(themes.values())})
    same = changed.theme == codebook.theme
    return Assigned(codebook if same else changed, matches, sentences, idle, applied)


def seeded(codebook: Codebook, hand: Sequence[Decided]) -> Codebook:
    """The codebook with the organiser's phrases and, still without any, the themes they made.

    A phrase counts as a whole wherever it stands in an answer, and by likeness as the codebook's own do.
    """
    if not hand:
        return codebook
    themes = {theme.id: theme for theme in codebook.theme}
    for one in hand:
        match one.decision:
            case Split(new=new, label=label, language=language):
                themes.setdefault(new, Theme(id=new, label={language: label}, seeds={}))
            case Seed(theme=name, phrase=phrase, language=language) if name in themes:
                themes[name] = _with_phrase(themes[name], phrase, language)
    return codebook.model_copy(update={"theme": tuple(themes.values())})


def _with_phrase(theme: Theme, phrase: str, language: str) -> Theme:
    bare = phrase.replace("*", "")
    seeds = {**theme.seeds, language: (*theme.seeds.get(language, ()), bare)}
    own = {**theme.own, language: (*theme.own.get(language, ()), phrase)}
    return theme.model_copy(update={"seeds": seeds, "own": own})


@dataclass(slots=True)
class _Hand:
    """One survey's decisions, applied one after another."""

    codebook: Codebook
    answers: Sequence[Answer]
    themes: dict[str, Theme] = field(init=False)
    known: set[str] = field(init=False)
    """Themes that exist at this point: those made by a split come into being there, merged ones end."""
    ties: dict[Answer, dict[str, Match]] = field(init=False)
    ids: dict[Answer, str] = field(init=False)
    """What decisions know the answers by; empty where there are no decisions."""
    renamed: set[str] = field(default_factory=set)
    sentences: dict[str, Sentence] = field(default_factory=dict)
    idle: dict[int, Idle] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = [
            () if answer.erased else ties
            for answer, ties in zip(
                self.answers,
                match(self.codebook, [answer.read for answer in self.answers]),
                strict=True,
            )
        ]
        self.themes = {theme.id: theme for theme in self.codebook.theme}
        self.known = {theme.id for theme in self.codebook.theme}
        self.ties = {
            answer: {tie.theme: tie for tie in ties}
            for answer, ties in zip(self.answers, found, strict=True)
        }

    def apply(self, hand: Sequence[Decided]) -> None:
        """All of them, in their order."""
        self.ids = {answer: answer.id for answer in self.answers} if hand else {}
        self.known -= {one.decision.new for one in hand if isinstance(one.decision, Split)}
        for one in hand:
            why = self._do(one.decision)
            if why is not None:
                self.idle[one.number] = why

    def matches(self) -> dict[Answer, tuple[Match, ...]]:
        """Each answer's themes that exist, best first."""
        return {
            answer: tuple(
                sorted(
                    (tie for name, tie in ties.items() if name in self.known),
                    key=lambda tie: (-tie.score, tie.theme),
                )
            )
            for answer, ties in self.ties.items()
        }

    def _do(self, decision: Decision) -> Idle | None:
        match decision:
            case Rename():
                return self._rename(decision)
            case Merge():
                return self._merge(decision)
            case Split():
                return self._split(decision)
            case Move():
                return self._move(decision)
            case Seed(theme=theme):
                return None if theme in self.known else "theme"
            case Sentence():
                return self._sentence(decision)

    def _rename(self, wish: Rename) -> Idle | None:
        """The first rename replaces every language's label; another language's may stand beside it."""
        if wish.theme not in self.known:
            return "theme"
        theme = self.themes[wish.theme]
        before = theme.label if wish.theme in self.renamed else {}
        self.renamed.add(wish.theme)
        label = {**before, wish.language: wish.label}
        self.themes[wish.theme] = theme.model_copy(update={"label": label})
        return None

    def _merge(self, wish: Merge) -> Idle | None:
        if wish.theme not in self.known or wish.into not in self.known:
            return "theme"
        self.known.discard(wish.theme)
        for ties in self.ties.values():
            tie = ties.pop(wish.theme, None)
            if tie is not None:
                self._tie(ties, wish.into, tie.score, tie.why)
        return None

    def _split(self, wish: Split) -> Idle | None:
        if wish.theme != OTHER and wish.theme not in self.known:
            return "theme"
        named, found = frozenset(wish.answers), False
        for answer, ties in self.ties.items():
            if wish.theme != OTHER and wish.theme not in ties:
                continue
            why = _why(answer, wish.words, by_hand=self.ids[answer] in named)
            if why:
                found = True
                ties.pop(wish.theme, None)
                self._tie(ties, wish.new, FIRM, why)
        self.known.add(wish.new)
        return None if found or wish.words else "answers"

    def _move(self, wish: Move) -> Idle | None:
        if wish.target != OTHER and wish.target not in self.known:
            return "theme"
        named = frozenset(wish.answers)
        moved = [ties for answer, ties in self.ties.items() if self.ids[answer] in named]
        for ties in moved:
            if wish.source == EVERYWHERE:
                ties.clear()
            ties.pop(wish.source, None)
            if wish.target != OTHER:
                self._tie(ties, wish.target, FIRM, (BY_HAND,))
        return None if moved else "answers"

    def _sentence(self, wish: Sentence) -> Idle | None:
        if base_of(wish.theme, self.known) is None:
            return "theme"
        self.sentences[wish.theme] = wish
        return None

    @staticmethod
    def _tie(ties: dict[str, Match], theme: str, score: float, why: tuple[str, ...]) -> None:
        """The firmer of two reasons stands: a person is in a theme once."""
        if theme not in ties or ties[theme].score < score:
            ties[theme] = Match(theme, score, why)


def _why(answer: Answer, words: Sequence[str], *, by_hand: bool) -> tuple[str, ...]:
    """The organiser's words that stand in the answer, else that they chose it; () when neither."""
    return words_in(answer.read[0], words) or ((BY_HAND,) if by_hand else ())


def base_of(theme: str, known: set[str]) -> str | None:
    """The theme of a codebook behind a shown theme's id, on either side; None when there is none."""
    for name in (theme, theme.removesuffix(WISHES)):
        if name in known:
            return name
    return None
