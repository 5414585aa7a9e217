"""The words that describe a theme, each of them written in one of its answers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, takewhile

from analysis.disclosure import MIN_WORD_PEOPLE
from analysis.themes.answers import Answer
from analysis.themes.codebook import Theme
from analysis.themes.personal import findings, without_personal
from analysis.themes.remembering import A_SURVEYS_THEMES, remembered
from analysis.themes.spotting import words_in
from analysis.themes.tokens import Token, fold, phrases, tokens
from analysis.themes.words import describing_words, fillers, quantity_words

MOST = 3
_ADJECTIVE = re.compile(
    r"(?:igt?|iga|iskt?|iska|ligt?|liga|fullt?|fulla|samt|löst?|lösa|rikt?|rika)$"
)
_ABOUNDS = re.compile(r"\b(?:gott|ont) om\b", re.IGNORECASE)
"""Says how much, although its first word describes elsewhere."""
_MEASURES = frozenset({"mer", "mera", "fler", "många", "more", "many", "enemmän", "lisää"})
"""Measures that turn nothing around."""
_TURNING = frozenset({"för", "inte", "alldeles", "too", "not", "liian", "ei"})


@dataclass(slots=True)
class Spoken:
    """One word family or phrase: who said it, and the forms they used."""

    people: set[tuple[str, int]] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    wishes: int = 0
    """How often it was said in an answer that asks for a change."""
    listed: bool = False
    """A known describing word, which identifies nobody even when one person said it."""
    place: int = 0
    """Its place in the list of describing words."""

    def form(self) -> str:
        """The most common form; the shortest, then the first by letter, when several are."""
        return min(self.forms, key=lambda form: (-self.forms[form], len(form), form))


def describing(
    answers: Sequence[Answer], theme: Theme, *, wishes: bool, others: Sequence[Theme] = ()
) -> tuple[str, ...]:
    """Up to three describing words or phrases, those of most people first, in one language.

    Wishes begin with phrases that keep their measure ("mer tid"). Then describing words, or shared words
    of the theme itself when more people share one of those: never a mixture. Only a
    known describing word may come from one person. Nothing repeats a label of the theme, in any language, and no word by which
    one of the `others` is known describes this one: "ett grönt vardagsrum" is green, and a place to meet.
    """
    beside = tuple(words for other in others if other.id != theme.id for words in _words_of(other))
    known = _Known(tuple(theme.label.items()), _words_of(theme), beside)
    return _describing(tuple(answers), known, wishes)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a theme is called and known by, in every language."""

    label: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, ...], ...]
    beside: tuple[tuple[str, ...], ...]
    """The words of other themes."""


def _words_of(theme: Theme) -> tuple[tuple[str, ...], ...]:
    return tuple(chain(theme.words.values(), theme.own.values(), theme.faint.values()))


@remembered(A_SURVEYS_THEMES)
def _describing(answers: tuple[Answer, ...], known: _Known, wishes: bool) -> tuple[str, ...]:
    spoken = given_back(spoken_words(_in_main_language(answers)))
    taken = {_begun(w.family) for tag, label in known.label for w in tokens(label, tag)}
    phrased = [said for _, said in _ranked(spoken.phrased)] if wishes else []
    shared = takewhile(_shared, _new(spoken.other, taken))  # most people first
    other = list(islice((said for said in shared if _belongs(said, known)), MOST))
    shown = (s for s in _new(spoken.described, taken) if s.listed or _shared(s))
    described = list(islice((said for said in shown if _fits(said, known)), MOST))
    if described and _most(described) >= _most(other):
        other = described
    return tuple(said.form() for said in (phrased + other)[:MOST])


def _most(ranked: Sequence[Spoken]) -> int:
    """People behind the first one; 0 when there is none."""
    return len(ranked[0].people) if ranked else 0


def _belongs(said: Spoken, known: _Known) -> bool:
    """Whether it is one of the words the theme is known by: other shared words may be about anything."""
    return any(words_in(form, words) for words in known.words for form in said.forms)


def _fits(said: Spoken, known: _Known) -> bool:
    """Whether it is no word of another theme, or of this one too."""
    return _belongs(said, known) or not any(
        words_in(form, words) for words in known.beside for form in said.forms
    )


def _in_main_language(answers: Sequence[Answer]) -> list[Answer]:
    counts = Counter(answer.read[1] for answer in answers)
    main = min(counts, key=lambda tag: (-counts[tag], tag))
    return [answer for answer in answers if answer.read[1] == main]


def _shared(said: Spoken) -> bool:
    return len(said.people) >= MIN_WORD_PEOPLE


def _new(group: dict[str, Spoken], taken: set[str]) -> Iterator[Spoken]:
    """Ranked, without what repeats the label or a word before it."""
    seen = set(taken)
    for name, said in _ranked(group):
        begun = _begun(name)
        if begun not in seen:
            seen.add(begun)
            yield said


def _begun(name: str) -> str:
    """Five letters: words that begin alike repeat each other, shorter ones where they are the same."""
    return fold(name)[:5]


def _ranked(group: dict[str, Spoken]) -> list[tuple[str, Spoken]]:
    """By people; equals in the order of the list of describing words, then by letter."""
    return sorted(group.items(), key=lambda one: (-len(one[1].people), one[1].place, one[1].form()))


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """Phrases by the families of their words, describing words and other words by family."""

    phrased: dict[str, Spoken]
    described: dict[str, Spoken]
    other: dict[str, Spoken]


def spoken_words(answers: Sequence[Answer]) -> SpokenWords:
    """Everything said that may be shown, and by whom. A word inside a phrase is counted there only."""
    found = SpokenWords(defaultdict(Spoken), defaultdict(Spoken), defaultdict(Spoken))
    for answer in answers:
        said, language = answer.read
        text = without_personal(said)
        inside: set[int] = set()
        for phrase in phrases(text, language):
            inside.update(word.start for word in phrase)
            core = _core(phrase, language)
            words = text[core[0].start : core[-1].start + len(core[-1].surface)].lower()
            _add(found.phrased[" ".join(word.family for word in core)], answer, words)
        for word in shown_words(text, language):
            if word.start not in inside:
                _add_word(found, answer, word)
    return found


def _core(phrase: tuple[Token, ...], language: str) -> tuple[Token, ...]:
    """The last measure and its word, with what turns the measure: `mer tid`, `för lite tid`.

    Only equal cores are counted together: "fler bilar" is not "inga bilar".
    """
    measures = quantity_words(language)
    last = max(place for place, word in enumerate(phrase[:-1]) if word.lower in measures)
    turned = last > 0 and phrase[last - 1].lower in _TURNING
    return phrase[last - 1 if turned else last :]


def given_back(words: SpokenWords) -> SpokenWords:
    """Phrases of one person dissolved: the word a measure stood with counts as a word again.

    Not after a negation: "inte trygg" must not become "trygg".
    """
    phrased = {name: said for name, said in words.phrased.items() if _shared(said)}
    described, other = words.described, words.other
    for name, said in words.phrased.items():
        form = said.form()
        if name in phrased or form.split()[0] not in _MEASURES:
            continue
        last = name.rpartition(" ")[2]
        word = (described if last in described else other)[last]
        word.people |= said.people
        word.wishes += said.wishes
        word.forms.update(one.rpartition(" ")[2] for one in said.forms.elements())
    return SpokenWords(phrased, described, other)


def _add_word(found: SpokenWords, answer: Answer, word: Token) -> None:
    place = _describing_place(word, answer.read[1])
    described = place is not None or _ADJECTIVE.search(word.lower)
    group = found.described if described else found.other
    _add(group[word.family], answer, word.lower)
    group[word.family].listed = group[word.family].listed or place is not None
    group[word.family].place = place if place is not None else len(describing_words("sv"))


def _add(spoken: Spoken, answer: Answer, form: str) -> None:
    spoken.people.add(answer.person)
    spoken.forms[form] += 1
    spoken.wishes += answer.stance == "change"


def shown_words(text: str, language: str) -> Iterable[Token]:
    """Content words that may be shown: no name, place or other finding, no bare measure."""
    hidden = [(finding.start, finding.end) for finding in findings(text)]
    hidden += [found.span() for found in _ABOUNDS.finditer(text)]
    unsaid = quantity_words(language) | fillers(language)
    for word in tokens(text, language):
        named = any(start <= word.start < end for start, end in hidden)
        if word.content and not named and word.lower not in unsaid:
            yield word


def _describing_place(word: Token, language: str) -> int | None:
    """Where the word stands in the language's list; None when it is not there."""
    listed = describing_words(language)
    bare = (word.lower, word.family, word.lower.removesuffix("t"), word.lower.removesuffix("a"))
    return min((listed[form] for form in bare if form in listed), default=None)
