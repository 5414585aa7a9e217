"""The backends that see likeness between texts, as `backend.py` asks it of them.

`lex` is always there. Another one is asked for by name and may be missing: nothing depends on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.themes import noise
from analysis.themes.backend import Backend, BackendName, Text
from analysis.themes.codebook import Codebook
from analysis.themes.lexical import rows_of
from analysis.themes.matches import Match
from analysis.themes.matching import match
from analysis.themes.partition import Partition, divide


class Lex:
    """Words, parts of compounds and letters; no model."""

    name: BackendName = "lex"
    crosses_languages = False
    noise_level = noise.LEVEL

    def match(
        self, codebook: Codebook, texts: Sequence[Text], *, every_answer: bool = False
    ) -> list[tuple[Match, ...]]:
        """By the codebook's words, else by likeness to its seeds."""
        return match(codebook, texts, every_answer=every_answer)

    def divide(self, texts: Sequence[Text], k: int) -> Partition:
        """All read as one language, that of most: words of different languages rarely meet anyhow."""
        languages = [language for _, language in texts]
        main = max(sorted(set(languages)), key=languages.count)
        return divide(rows_of([text for text, _ in texts], main), k)

    def chance_of(self, texts: Sequence[Text]) -> float:
        """By dealing out the words."""
        return noise.chance_of(texts)


def backend_named(name: BackendName) -> Backend:
    """The backend called `name`. Raises `surveys.errors.ConfigError` when it is not installed."""
    if name == "embed":
        from analysis.themes.embedding import Embed

        return Embed.installed()
    return Lex()
