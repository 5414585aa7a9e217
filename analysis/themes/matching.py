"""The `lex` backend: answers matched to a codebook by its words and by likeness to its phrases.

No model, no network, deterministic. Each match carries its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from analysis.themes.codebook import Codebook, Theme
from analysis.themes.learning import learnt
from analysis.themes.matches import Match
from analysis.themes.remembering import FEW, remembered
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
        known = _Known.of(codebook, language)
        places = [place for place, (_, tag) in enumerate(texts) if tag == language]
        if known.themes:
            said = tuple(texts[place][0] for place in places)
            for place, found in zip(places, _matched(known, said, every_answer), strict=True):
                results[place] = found
    return results


@dataclass(frozen=True, slots=True)
class _Known:
    """Themes by what they are recognised by in a language: what they are called makes no difference."""

    by: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    language: str
    neither: tuple[str, ...]
    themes: tuple[Theme, ...] = field(compare=False)

    @classmethod
    def of(cls, codebook: Codebook, language: str) -> _Known:
        themes = tuple(theme for theme in codebook.theme if language in theme.seeds)
        by = tuple((theme.id, theme.known_by(language)) for theme in themes)
        return cls(by, language, tuple(codebook.neither.get(language, ())), themes)

    def reader(self) -> Seeding | Weighing:
        """Weighed against what can be learnt of the themes, where there is enough to learn from."""
        likely = learnt(self.themes, self.language, self.neither)
        if likely is not None:
            return Weighing(self.themes, self.language, likely)
        return Seeding(self.themes, self.language)


@remembered(FEW)
def _matched(
    known: _Known, texts: tuple[str, ...], every_answer: bool
) -> tuple[tuple[Match, ...], ...]:
    """Each different text once; the same themes and texts are matched once."""
    found: dict[str, tuple[Match, ...]] = {}
    different = tuple(dict.fromkeys(texts))
    reader = known.reader()
    for start in range(0, len(different), AT_ONCE):
        some = different[start : start + AT_ONCE]
        read = [aligned(normalize("NFC", text)) for text in some]
        found.update(zip(some, reader.match(read, every_answer=every_answer), strict=True))
    return tuple(found[text] for text in texts)
