"""Which of the survey's languages an answer is written in."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cache
from typing import Any

from analysis.themes.identifying import SideBySide
from analysis.themes.remembering import MANY, remembered
from analysis.themes.tokens import plain

SURE = 0.9
"""Probability from which the text is believed rather than the language of the screen."""
SURER = 1 - (1 - SURE) / 10
"""The same for one or two words, which say too little for a guess."""
CLOSE = 0.001
"""Nearer than this to what is asked for, a probability that was summed with others' is summed again by itself."""
TOGETHER = 500
"""Texts from which they are read side by side, letter by letter."""
LONGEST = 400
"""Letters of a text that is read beside others."""


@cache
def _model() -> Any:
    """Read once: it takes longer than the answers of a room."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _identifier(languages: tuple[str, ...]) -> Any:
    found = copy(_model())
    found.set_languages(list(languages))
    return found


@cache
def _beside(languages: tuple[str, ...]) -> SideBySide | None:
    """None for a language that the model knows in two scripts: it sums those up."""
    identifier = _identifier(languages)
    return SideBySide(identifier) if len(identifier.nb_classes) == len(languages) else None


@cache
def _bases(languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({_base(tag) for tag in languages} & frozenset(_model().labels)))


def language_of(text: str, languages: Sequence[str], shown: str) -> str:
    """The language of `text` among `languages`; `shown`, the language of the screen, when unsure."""
    bases = _bases(tuple(languages))
    if len(bases) < 2 or not _needed(text):
        return _base(shown)
    return _decided(text, *_classified(text.lower(), bases), shown)


def languages_of(texts: Sequence[str], languages: Sequence[str], shown: Sequence[str]) -> list[str]:
    """What `language_of` says of each text and the language of its screen; many are read at once."""
    bases = _bases(tuple(languages))
    beside = _beside(bases) if len(bases) > 1 and len(texts) >= TOGETHER else None
    if beside is None:
        return [language_of(text, languages, tag) for text, tag in zip(texts, shown, strict=True)]
    different = [text for text in dict.fromkeys(texts) if len(text) <= LONGEST]
    told = beside.of([text.lower() for text in different])
    likely = dict(zip(different, told, strict=True))
    return [
        language_of(text, languages, tag) if _doubtful(likely.get(text)) else
        _decided(text, *likely[text], tag)
        for text, tag in zip(texts, shown, strict=True)
    ]  # fmt: skip


def _doubtful(likely: tuple[str, float] | None) -> bool:
    """Whether the order in which it was summed might make a difference, or it was not."""
    return likely is None or any(abs(likely[1] - line) < CLOSE for line in (SURE, SURER))


def _decided(text: str, found: str, probability: float, shown: str) -> str:
    needed = _needed(text)
    return found if needed and probability >= needed else _base(shown)


def _needed(text: str) -> float:
    """The probability from which it is believed; 0 for a text without words."""
    words = len(plain(text).split(maxsplit=2))
    return 0.0 if not words else SURE if words > 2 else SURER


def _base(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]


@remembered(MANY)
def _classified(text: str, languages: tuple[str, ...]) -> tuple[str, float]:
    found, probability = _identifier(languages).classify(text)
    return str(found), float(probability)
