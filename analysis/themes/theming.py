"""The theme step by itself: a list of texts in, themes with reasons, words and quotes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Literal

from analysis.collecting import uncollected
from analysis.themes.answers import Answer
from analysis.themes.backend import Backend
from analysis.themes.backends import Lex
from analysis.themes.codebook import Codebook, Theme
from analysis.themes.empty import is_empty
from analysis.themes.guessing import OFFERED, languages_in
from analysis.themes.labels import describing
from analysis.themes.language import languages_of
from analysis.themes.matches import Match
from analysis.themes.quotes import quotes_from, together
from analysis.themes.sharing import shared_out
from analysis.themes.suggesting import (
    LEAST,
    Reason,
    Suggested,
    Suggestions,
    divide_all,
    groups_for,
    suggest,
)
from surveys.questionnaire.languages import say

QUOTES = 3
AT_ONCE = 5_000
"""Answers read at a time: what was taken apart for one step is still known in the next."""
MANY = 20_000
"""Answers from which a second process helps reading them."""
READ_FOR_WORDS = 2_000
"""Answers of a theme, the best first, that its words and quotes come from."""
Status = Literal["theme", "other", "empty"]
_Reading = tuple[str, Status, tuple[Match, ...]]
"""An answer's language, status and ties."""
Progress = Callable[[int], None]
"""Told how many answers have been read since the last time."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look for. Without a codebook everything is left for `discover`.

    `discover`: so many themes, `"auto"`, or None for none. `every_answer`: each answer in exactly one theme,
    and with `discover` exactly so many of them, none refused. `languages`: () means found out.
    """

    codebook: Codebook | None = None
    discover: int | Literal["auto"] | None = None
    every_answer: bool = False
    languages: tuple[str, ...] = ()
    backend: Backend = field(default_factory=Lex)


@dataclass(frozen=True, slots=True)
class ThemedAnswer:
    """One answer; `row` counts from 1. `ties`: best first."""

    row: int
    text: str
    language: str
    status: Status
    ties: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeOfTexts:
    """A theme and how many answers are in it. `stability`: only of suggested ones.

    `quotes`: row and verbatim text; none from answers with personal data.
    """

    id: str
    label: str
    answers: int
    suggested: bool
    stability: float | None
    words: tuple[str, ...]
    quotes: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Themed:
    """All answers in the order they came, and the themes, most answers first."""

    answers: tuple[ThemedAnswer, ...]
    themes: tuple[ThemeOfTexts, ...]
    refused: Reason | None
    """Why no theme is suggested, where that was asked for."""


def theme_texts(
    texts: Sequence[str],
    plan: Plan,
    *,
    language: str = "sv",
    progress: Progress = lambda _: None,
) -> Themed:
    """Themes of `texts`, labelled in `language`.

    Raises ValueError where `plan` asks for more themes than there are different answers.
    """
    with uncollected():
        answers = _matched(texts, plan, progress)
        found = _suggestions(answers, plan)
        for suggested in found.themes:
            for place, tie in suggested.members:
                one = answers[place]
                status: Status = one.status if one.status == "empty" else "theme"
                answers[place] = ThemedAnswer(one.row, one.text, one.language, status, (tie,))
        described = tuple(_described(answers, found, plan, language))
        return Themed(tuple(answers), described, found.refused)


def refusal(reason: Reason, language: str) -> str:
    """Why no theme is suggested, as a sentence."""
    from analysis.wording import Wording

    return Wording(language).say(f"suggest-{reason.replace('_', '-')}", least=LEAST)


def _offered(codebook: Codebook | None) -> tuple[str, ...]:
    known = codebook.languages() if codebook is not None else ()
    return tuple(dict.fromkeys((*OFFERED, *known)))


def _matched(texts: Sequence[str], plan: Plan, progress: Progress) -> list[ThemedAnswer]:
    """All answers with their language, whether they say anything, and the codebook's themes."""
    languages = plan.languages or languages_in(texts, _offered(plan.codebook))
    read = partial(_read, languages=languages, plan=plan)
    pieces = [texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]
    shared = plan.backend.name == "lex" and len(texts) >= MANY
    found: dict[int, list[_Reading]] = {}
    for place, made in shared_out(read, pieces) if shared else enumerate(map(read, pieces)):
        found[place] = made
        progress(len(made))
    read_in_order = chain.from_iterable(found[place] for place in range(len(pieces)))
    return [
        ThemedAnswer(row, text, *one)
        for row, (text, one) in enumerate(zip(texts, read_in_order, strict=True), start=1)
    ]


def _read(texts: Sequence[str], languages: Sequence[str], plan: Plan) -> list[_Reading]:
    """What is in some answers."""
    with uncollected():
        return list(_readings(texts, languages, plan))


def _readings(texts: Sequence[str], languages: Sequence[str], plan: Plan) -> Iterator[_Reading]:
    spoken = languages_of(texts, languages, [languages[0]] * len(texts))
    empty = [is_empty(text, tag) for text, tag in zip(texts, spoken, strict=True)]
    asked = [place for place in range(len(texts)) if plan.every_answer or not empty[place]]
    ties: dict[int, tuple[Match, ...]] = {}
    if plan.codebook is not None:
        read = [(texts[place], _known(spoken[place], plan)) for place in asked]
        found = plan.backend.match(plan.codebook, read, every_answer=plan.every_answer)
        ties = dict(zip(asked, found, strict=True))
    for place in range(len(texts)):
        held = ties.get(place, ())
        status: Status = "empty" if empty[place] else "theme" if held else "other"
        yield spoken[place], status, held


def _known(language: str, plan: Plan) -> str:
    """Where every answer must have a theme, one in a language without seeds is read as one with."""
    if plan.codebook is None or not plan.every_answer:
        return language
    known = plan.codebook.languages()
    return language if language in known else known[0]


def _suggestions(answers: Sequence[ThemedAnswer], plan: Plan) -> Suggestions:
    """Themes suggested from what the codebook left over, by place among the answers."""
    if plan.discover is None or (plan.every_answer and plan.codebook is not None):
        return Suggestions()
    left = [place for place, one in enumerate(answers) if one.status == "other"]
    if plan.every_answer and len({answers[place].text.casefold() for place in left}) < (
        plan.discover if isinstance(plan.discover, int) else 3
    ):
        left = list(range(len(answers)))
    texts = [(answers[place].text, answers[place].language) for place in left]
    wanted = plan.discover if isinstance(plan.discover, int) else None
    if plan.every_answer:
        found = divide_all(texts, plan.backend, wanted or groups_for(len(texts)))
        return _with_the_rest(found, left, len(answers))
    return _at_places(suggest(texts, plan.backend, wanted), left)


def _at_places(found: Suggestions, left: Sequence[int]) -> Suggestions:
    themes = tuple(
        Suggested(
            one.id,
            one.words,
            tuple((left[place], tie) for place, tie in one.members),
            one.stability,
        )
        for one in found.themes
    )
    return Suggestions(themes, found.refused)


def _with_the_rest(found: Suggestions, left: Sequence[int], n: int) -> Suggestions:
    """Answers without content fall to the largest theme, where each must have one."""
    first, *others = _at_places(found, left).themes
    rest = sorted(set(range(n)) - set(left))
    ties = tuple((place, Match(first.id, 0.0, ())) for place in rest)
    whole = Suggested(first.id, first.words, first.members + ties, first.stability)
    return Suggestions((whole, *others))


def _described(
    answers: Sequence[ThemedAnswer], found: Suggestions, plan: Plan, language: str
) -> Iterator[ThemeOfTexts]:
    from analysis.wording import Wording

    held: dict[str, list[tuple[ThemedAnswer, float]]] = defaultdict(list)
    for answer in answers:
        for tie in answer.ties:
            held[tie.theme].append((answer, tie.score))
    every = together(answer.text for answer in answers)
    themes = () if plan.codebook is None else plan.codebook.theme
    for theme in () if plan.codebook is None else _ordered(plan.codebook, held):
        rows = _best(held[theme.id])
        said = [answer for answer, _ in rows]
        words = describing(said, theme, wishes=False, others=themes) if rows else ()
        label = say(theme.label, language)
        yield ThemeOfTexts(
            theme.id, label, len(held[theme.id]), False, None, words, _quotes(rows, every)
        )
    for one in found.themes:
        quotes = _quotes(_best(held[one.id]), every)
        label = Wording(language).say(
            "theme-suggested" if one.words else "theme-mixed", words=", ".join(one.words)
        )
        yield ThemeOfTexts(one.id, label, len(held[one.id]), True, one.stability, one.words, quotes)


def _ordered(codebook: Codebook, held: dict[str, list[tuple[ThemedAnswer, float]]]) -> list[Theme]:
    found = [theme for theme in codebook.theme if theme.id in held]
    return sorted(found, key=lambda theme: (-len(held[theme.id]), theme.id))


def _best(rows: Sequence[tuple[ThemedAnswer, float]]) -> list[tuple[Answer, float]]:
    ranked = sorted(rows, key=lambda row: (-row[1], row[0].text, row[0].row))[:READ_FOR_WORDS]
    return [
        (
            Answer(
                person=("", one.row), survey="", question="", turn="", text=one.text,
                language=one.language, stance="other", empty=False,
            ),
            score,
        )
        for one, score in ranked
        if one.status != "empty"
    ]  # fmt: skip


def _quotes(rows: Sequence[tuple[Answer, float]], every: str) -> tuple[tuple[int, str], ...]:
    found = quotes_from(rows, every)[:QUOTES]
    at = {answer.text: answer.person[1] for answer, _ in rows}
    return tuple(
        (next(row for text, row in at.items() if quote.text in text), quote.text) for quote in found
    )
