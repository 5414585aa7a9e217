"""Which of the survey's languages an answer is written in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from analysis.themes.remembering import MANY, remembered
from analysis.themes.tokens import plain

SURE = 0.9
"""Probability from which the text is believed rather than the language of the screen."""


@cache
def _identifier(languages: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(languages))
    return found


@cache
def _known() -> frozenset[str]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return frozenset(LanguageIdentifier.from_model_file(MODEL_FILE).labels)


@cache
def _bases(languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({tag.split("-", maxsplit=1)[0] for tag in languages} & _known()))


def language_of(text: str, languages: Sequence[str], shown: str) -> str:
    """The language of `text` among `languages`; `shown`, the language of the screen, when unsure.

    One or two words say too little for a guess: they need twice the certainty.
    """
    bases = _bases(tuple(languages))
    screen = shown.split("-", maxsplit=1)[0]
    words = plain(text).split()
    if len(bases) < 2 or not words:
        return screen
    found, probability = _classified(text.lower(), bases)
    needed = SURE if len(words) > 2 else 1 - (1 - SURE) / 10
    return found if probability >= needed else screen


@remembered(MANY)
def _classified(text: str, languages: tuple[str, ...]) -> tuple[str, float]:
    found, probability = _identifier(languages).classify(text)
    return str(found), float(probability)
