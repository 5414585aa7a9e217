"""The report's sentences: `analysis/texts/`, and the small grammar of counts and lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis.disclosure import PERCENT_FROM
from surveys.texts import Texts

MARKS = {"sv": ("”", "”"), "fi": ("”", "”"), "en": ("“", "”")}


@cache
def _texts() -> Texts:
    return Texts("analysis")


@cache
def _who(language: str, unit: str) -> tuple[str, str]:
    name = unit.replace("_", "-")
    return _texts().say(language, f"one-{name}"), _texts().say(language, f"many-{name}")


@dataclass(frozen=True, slots=True)
class Wording:
    """Says the report's texts in one language.

    `unit` is who answers (`Questionnaire.unit`): a text may use `one` and `many`, the words for one and several
    of them, such as `grupp` and `grupper`.
    """

    language: str
    unit: str = "person"

    def say(self, text_id: str, **arguments: Any) -> str:
        """One text. Raises `surveys.texts.MissingText` for an unknown id or a missing argument."""
        one, many = _who(self.language, self.unit)
        return _texts().say(self.language, text_id, **{"one": one, "many": many, **arguments})

    def named(self, prefix: str, name: str) -> str:
        """The text `prefix-name` where there is one, else the name as it was written."""
        text_id = f"{prefix}-{name}"
        return self.say(text_id) if _texts().knows(text_id) else name

    def share(self, count: int, n: int) -> str:
        """`13 av 18`; with a percentage only where n allows it (S1): `13 av 24 (54 %)`."""
        return self._share("share-percent", count, n)

    def share_inside(self, count: int, n: int) -> str:
        """The same for use inside brackets: `13 av 24, 54 %`."""
        return self._share("share-percent-inside", count, n)

    def _share(self, text_id: str, count: int, n: int) -> str:
        if n < PERCENT_FROM:
            return self.say("share", count=count, n=n)
        return self.say(text_id, count=count, n=n, percent=percent(count, n))

    def quoted(self, text: str) -> str:
        """Somebody's very words, in the marks of the language."""
        opening, closing = MARKS.get(self.language, MARKS["sv"])
        return f"{opening}{text}{closing}"

    def listed(self, words: Sequence[str], last: str = "list-and") -> str:
        """`ärligt, öppet och inspirerande`; with semicolons where one of them has a comma in it."""
        if len(words) < 2:
            return "".join(words)
        apart = "; " if any(", " in word for word in words) else ", "
        return self.say(last, first=apart.join(words[:-1]), last=words[-1])


def percent(count: int, n: int) -> int:
    """Whole per cent, halves away from zero.

    >>> percent(1, 8)
    13
    """
    return int(100 * count / n + 0.5)


def inside(label: str) -> str:
    """A label as it stands inside a sentence: first letter small unless the word is all capitals."""
    first = label.split(" ", maxsplit=1)[0]
    return label if first.isupper() and len(first) > 1 else label[:1].lower() + label[1:]
