"""The `lex` backend: answers matched to a codebook by its words and by likeness to its phrases.

No model, no network, deterministic. Each match carries its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from analysis.themes.codebook import Codebook
from analysis.themes.learning import learnt
from analysis.themes.matches import Match
from analysis.themes.seeding import Seeding
from analysis.themes.spotting import aligned
from analysis.themes.weighing import Weighing

AT_ONCE = 5_000
"""Answers compared at a time: this bounds the memory."""


def match(
    codebook: Codebook, texts: Sequence[tuple[str, str]], *, every_answer: bool = False
) -> list[tuple[Match, ...]]:
    """Themes of each (text, language), best first; () is "övrigt".

    With `every_answer` each gets exactly its best theme (forced choice, for measuring). A text in a
    language without seeds is compared with nothing and gets ().
    """
    results: list[tuple[Match, ...]] = [()] * len(texts)
    for language in sorted({language for _, language in texts}):
        reader = _reader(codebook, language)
        places = [place for place, (_, tag) in enumerate(texts) if tag == language]
        for start in range(0, len(places) if reader else 0, AT_ONCE):
            some = places[start : start + AT_ONCE]
            read = [aligned(normalize("NFC", texts[place][0])) for place in some]
            assert reader is not None
            found = reader.match(read, every_answer=every_answer)
            for place, ties in zip(some, found, strict=True):
                results[place] = ties
    return results


def _reader(codebook: Codebook, language: str) -> Seeding | Weighing | None:
    themes = [theme for theme in codebook.theme if language in theme.seeds]
    known = learnt(codebook, language)
    if known is not None:
        return Weighing(themes, language, known)
    return Seeding(themes, language) if themes else None
