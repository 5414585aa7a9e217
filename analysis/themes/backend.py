"""How likeness between texts is seen: what every backend can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from analysis.themes.codebook import Codebook
    from analysis.themes.matches import Match
    from analysis.themes.partition import Partition

BackendName = Literal["lex", "embed"]
Text = tuple[str, str]
"""A text and its language."""
NAMES: tuple[BackendName, ...] = ("lex", "embed")


class Backend(Protocol):
    """How likeness between texts is seen. Everything is deterministic and opens no socket."""

    name: BackendName
    crosses_languages: bool
    """Whether texts in different languages can be alike."""
    noise_level: float
    """`chance_of` above this is noise."""

    def match(
        self, codebook: Codebook, texts: Sequence[Text], *, every_answer: bool = False
    ) -> list[tuple[Match, ...]]:
        """Themes of each text, best first; () is "övrigt"."""

    def divide(self, texts: Sequence[Text], k: int) -> Partition:
        """Different texts in exactly `k` groups. Raises ValueError when there are fewer."""

    def chance_of(self, texts: Sequence[Text]) -> float:
        """How often chance would make texts as much alike as these, 0 to 1."""
