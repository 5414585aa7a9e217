"""From answers to what a report says about them: themes with people, words, sentence and quotes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from analysis.disclosure import MIN_VOICES, Gate
from analysis.frames import SurveyData, names_of
from analysis.sentences import lacking
from analysis.themes.answers import Answer, read_answers
from analysis.themes.backends import Lex
from analysis.themes.codebook import Codebook
from analysis.themes.hand import Assigned, assign
from analysis.themes.labels import describing
from analysis.themes.matches import Match
from analysis.themes.quotes import Quote, quotes_from, together
from analysis.themes.remembering import FEW, remembered
from analysis.themes.stances import Stance
from analysis.themes.suggesting import Suggestions, stability_word, suggest
from analysis.wording import Wording
from surveys.questionnaire.languages import say
from surveys.survey import Survey

OFFERED = 4
"""Quotes offered to the organiser for each theme; hidden ones are made up for."""
SHOWN = 2
"""Approved quotes shown for each theme."""
UNORDERED_WITHIN = 2
"""Counts nearer than this have no order (S8)."""


@dataclass(frozen=True, slots=True)
class FoundTheme:
    """A theme held by at least three people. `total`: answers to the questions it stands in.

    `approved`: quotes the organiser has approved; `offered`: those that wait or are approved or hidden.
    """

    theme: str
    label: str
    stance: Stance
    people: int
    answers: int
    total: int
    words: tuple[str, ...]
    sentence: str
    offered: tuple[Quote, ...]
    approved: tuple[Quote, ...]
    waiting: int
    stability: float | None = None
    """Of a suggested theme; None for one of the codebook."""
    edited: bool = False
    """Whether the sentence is the organiser's own; its count never is."""
    confirmed: str = ""
    """What participants said when they were asked whether it is right; '' when they were not."""

    @property
    def id(self) -> str:
        """The theme's id; wishes and criticism have one of their own."""
        return f"{self.theme}_change" if self.stance == "change" else self.theme


@dataclass(frozen=True, slots=True)
class Voices:
    """What one side says: themes, labels held by one or two people, and how much is covered.

    `waits`: answers still needed before anything is shown. `unordered`: neighbouring counts are within 2. `coded`: there is
    a codebook, so that an answer without a theme of it says something; else all themes are suggestions.
    """

    stance: Stance
    base: int
    waits: int
    themes: tuple[FoundTheme, ...] = ()
    few: tuple[str, ...] = ()
    covered: int = 0
    content: int = 0
    empty: int = 0
    unordered: bool = False
    coded: bool = True
    lacking: str = ""
    """Why nothing is shown, where it `waits`."""


@dataclass(frozen=True, slots=True)
class Themes:
    """Both sides, the answers behind them, and those in languages the codebook does not know and nobody has read.

    `evidence`: the answers of every theme, shown or not, by its id; for whoever made the survey, never for a report.
    """

    keep: Voices
    change: Voices
    answers: tuple[Answer, ...]
    matches: Mapping[Answer, tuple[Match, ...]]
    not_themed: Mapping[str, int]
    assigned: Assigned
    evidence: Mapping[str, tuple[Answer, ...]]


def find_themes(
    datas: Sequence[SurveyData], codebook: Codebook, gate: Gate, wording: Wording
) -> Themes:
    """Themes of one survey, or of several together."""
    answers = tuple(answer for data in datas for answer in read_answers(data, codebook.languages()))
    said = [answer for answer in answers if not answer.empty]
    assigned = assign(datas, said, codebook)
    decisions = {name: yes for data in datas for name, yes in data.decisions.items()}
    bases = Counter(_asked(a) for a in {(a.person, _asked(a)): a for a in answers}.values())
    names = frozenset(name for data in datas for name in names_of(data))
    every = together(answer.text for answer in answers)
    side = _Side(assigned, answers, decisions, gate, wording, bases, names, _last(datas), every)
    known = codebook.languages()
    unread = Counter(a.language for a in said if known and a.read[1] not in known)
    sides = side.voices("keep"), side.voices("change")
    return Themes(*sides, answers, assigned.matches, unread, assigned, side.evidence)


def _last(datas: Sequence[SurveyData]) -> Survey:
    """One that is open, if any is: of the others nothing more will come."""
    return min((data.survey for data in datas), key=lambda survey: survey.closed_at is not None)


@dataclass(frozen=True, slots=True)
class _Side:
    assigned: Assigned
    answers: tuple[Answer, ...]
    decisions: Mapping[str, bool]
    gate: Gate
    wording: Wording
    bases: Mapping[tuple[str, str, str], int]
    """People who answered each question of each survey."""
    names: frozenset[str]
    """What groups and organisations call themselves: no quote says it (L9)."""
    last: Survey
    every: str
    """All answers put together."""
    evidence: dict[str, tuple[Answer, ...]] = field(default_factory=dict)

    def voices(self, stance: Stance) -> Voices:
        """One side: `keep` with what praises, `change` with what asks for something else."""
        questions = {a.question for a in self.answers if a.stance == stance}
        asked = [a for a in self.answers if a.question in questions]
        base = len({answer.person for answer in asked})
        waits = self.gate.waits_for(base)
        said = [a for a in asked if not a.empty and a.stance == stance]
        if waits or not questions:
            if questions:
                self.gate.admits(f"themes:{stance}", base)
            why = lacking(waits, self.last, self.gate.k, self.wording) if waits else ""
            return Voices(stance, base, waits, lacking=why)
        if any(answer.erased for answer in asked):  # nobody knows which themes they were counted in
            self.gate.hold(f"themes:{stance}", "erased")
            return Voices(stance, base, self.gate.k, lacking=self.wording.say("erased"))
        held: dict[str, list[tuple[Answer, float]]] = defaultdict(list)
        for answer in said:
            for found in self.assigned.matches[answer]:
                held[found.theme].append((answer, found.score))
        themes = [self._theme(name, stance, rows, asked) for name, rows in held.items()]
        ranked = sorted(themes, key=lambda theme: (-theme.people, theme.label))
        shown = tuple(theme for theme in ranked if theme.people >= MIN_VOICES)
        new = self._suggested(stance, [a for a in said if not self.assigned.matches[a]], asked)
        return Voices(
            stance=stance,
            base=base,
            waits=0,
            themes=(*shown, *new),
            few=tuple(theme.label for theme in ranked if theme.people < MIN_VOICES),
            covered=sum(bool(self.assigned.matches[answer]) for answer in said),
            content=len(said),
            empty=sum(answer.empty for answer in asked),
            unordered=_unordered(shown),
            coded=bool(self.assigned.codebook.theme),
        )

    def _suggested(
        self, stance: Stance, left: list[Answer], asked: list[Answer]
    ) -> list[FoundTheme]:
        """Themes no codebook has, from the answers it left over; marked as suggestions, after the others."""
        found = _suggested(tuple(answer.read for answer in left))
        themes = []
        for one in found.themes:
            rows = [(left[place], tie.score) for place, tie in one.members]
            words = tuple(word for word in one.words if not self._names_somebody(word))
            label = self._label(words)
            how = self.wording.say(f"stability-{stability_word(one.stability)}")
            made = self._told(one.id, label, stance, rows, asked, words, how)
            if made.people >= MIN_VOICES:
                themes.append(replace(made, stability=one.stability))
        return themes

    def _label(self, words: tuple[str, ...]) -> str:
        if not words:
            return self.wording.say("theme-mixed")
        return self.wording.say("theme-suggested", words=", ".join(words))

    def _theme(
        self, name: str, stance: Stance, rows: list[tuple[Answer, float]], asked: list[Answer]
    ) -> FoundTheme:
        themes = self.assigned.codebook.theme
        theme = next(theme for theme in themes if theme.id == name)
        said = [answer.only(self._said(answer, name)) for answer, _ in rows]
        words = describing(said, theme, wishes=stance == "change", others=themes)
        return self._told(name, say(theme.label, self.wording.language), stance, rows, asked, words)

    def _said(self, answer: Answer, theme: str) -> str:
        """What of an answer may describe a theme."""
        ties = self.assigned.matches.get(answer, ())
        return next((tie.said for tie in ties if tie.theme == theme), "")

    def _told(
        self,
        name: str,
        label: str,
        stance: Stance,
        rows: list[tuple[Answer, float]],
        asked: list[Answer],
        words: tuple[str, ...],
        stability: str = "",
    ) -> FoundTheme:
        """A theme with its sentence, and its quotes where three people hold it. `stability`: in words."""
        people = len({answer.person for answer, _ in rows})
        shown = words if people >= MIN_VOICES else ()
        offered = self._offered(name, rows) if people >= MIN_VOICES else ()
        approved = self.gate.quotes(
            f"quotes:{name}",
            self.gate.k,
            offered,
            [self.decisions.get(q.id, False) for q in offered],
        )
        single = len({answer.question for answer in asked}) == 1
        total = len(asked) if single else len({answer.person for answer in asked})
        counted = self._count(people, total, answers=single)
        found = FoundTheme(
            theme=name,
            label=label,
            stance=stance,
            people=people,
            answers=len(rows),
            total=total,
            words=shown,
            sentence=self._sentence(label, shown, counted, stability),
            offered=tuple(offered),
            approved=tuple(approved[:SHOWN]),
            waiting=sum(quote.id not in self.decisions for quote in offered),
        )
        self.evidence[found.id] = tuple(answer for answer, _ in rows)
        return self._edited(found, counted)

    def _edited(self, found: FoundTheme, count: str) -> FoundTheme:
        """With the organiser's sentence where there is one: marked as theirs, and counted by us."""
        text = self.assigned.sentence(found.id, found.people, found.total)
        if text is None or self._names_somebody(text):
            return found
        sentence = self.wording.say("theme-edited", text=text, count=count)
        return replace(found, sentence=sentence, edited=True)

    def _count(self, people: int, total: int, *, answers: bool) -> str:
        unit = "answers" if answers else "people"
        return self.wording.say(f"theme-count-{unit}", count=people, n=total)

    def _sentence(self, label: str, words: tuple[str, ...], count: str, stability: str) -> str:
        """A suggested theme's words are its label already."""
        if stability:
            return self.wording.say("theme-unsure", label=label, count=count, stability=stability)
        if not words:
            return self.wording.say("theme-bare", label=label, count=count)
        listed = self.wording.listed(words)
        return self.wording.say("theme", label=label, words=listed, count=count)

    def _offered(self, name: str, rows: list[tuple[Answer, float]]) -> tuple[Quote, ...]:
        """The best few that are not hidden, those already decided on, and none from a small base."""
        allowed = [row for row in rows if self.bases[_asked(row[0])] >= self.gate.k]
        if len(allowed) < len(rows):
            self.gate.admits(f"quotes:{name}", 0)
        allowed = [row for row in allowed if row[0].current]
        quotes = tuple(
            quote
            for quote in quotes_from(allowed, self.every, self.decisions.keys())
            if not self._names_somebody(quote.text)
        )
        fresh = [quote for quote in quotes if self.decisions.get(quote.id) is not False][:OFFERED]
        return tuple(q for q in quotes if q in fresh or q.id in self.decisions)

    def _names_somebody(self, text: str) -> bool:
        return any(name in text.casefold() for name in self.names)


@remembered(FEW)
def _suggested(left: tuple[tuple[str, str], ...]) -> Suggestions:
    return suggest(left, Lex())


def _asked(answer: Answer) -> tuple[str, str, str]:
    return answer.survey, answer.question, answer.turn


def _unordered(themes: Sequence[FoundTheme]) -> bool:
    """Whether neighbours among the first three lie so near that their order says nothing."""
    counts = [theme.people for theme in themes[:4]]
    return any(a - b <= UNORDERED_WITHIN for a, b in pairwise(counts))
