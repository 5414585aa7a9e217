"""In which languages a spreadsheet form speaks, and its texts as ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from surveys.questionnaire.languages import NAMES, Text
from surveys.questionnaire.xlsform.columns import SPOKEN, column_name, language_tag
from surveys.questionnaire.xlsform.sheets import Sheet
from surveys.questionnaire.xlsform.troubles import Trouble, trouble

PIPE = re.compile(r"\$\{\s*([^{}\s][^{}]{0,200}?)\s*\}")
_TAGS = re.compile(
    r"</?(?:span|font|b|i|u|em|strong|small|big|sub|sup|p|div|br|center|h[1-6]|a|ul|ol|li)\b[^<>]*>",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
OTHER = {
    "sv": "Annat", "en": "Other", "fi": "Muu", "ar": "أخرى", "so": "Kale", "fr": "Autre",
    "es": "Otro", "de": "Anderes", "pt": "Outro", "da": "Andet", "nb": "Annet",
}  # fmt: skip
INTRO = {
    "sv": "Varje fråga går att hoppa över.",
    "en": "Every question can be skipped.",
    "fr": "Chaque question peut être passée.",
    "es": "Cada pregunta se puede omitir.",
}


class Speech:
    """The languages of a form, by the columns of its sheets."""

    def __init__(self, sheets: Iterable[Sheet], default: str, language: str | None) -> None:
        self.troubles: list[Trouble] = []
        self.missing = 0
        tag = language_tag(default) if default else None
        self.unmarked = tag or language or "sv"
        self._tags: dict[str, str] = {}
        unknown: dict[str, None] = {}
        plain = False
        for sheet in sheets:
            for column in sheet.headers:
                kind, mark, written = column_name(column).partition("::")
                if kind in SPOKEN and mark:
                    self._know(written, unknown)
                plain = plain or (kind == "label" and not mark)
        self._unknown(unknown)
        if plain and tag is None and language is None:
            names = NAMES[self.unmarked]
            self.troubles.append(trouble("language_assumed", None, None, None, language=names))
        spoken = dict.fromkeys((*([self.unmarked] if plain else []), *self._tags.values()))
        self.spoken = tuple(spoken) or (self.unmarked,)
        self.main = self.unmarked if self.unmarked in self.spoken else self.spoken[0]

    def _know(self, written: str, unknown: dict[str, None]) -> None:
        tag = language_tag(written)
        if tag is None:
            unknown.setdefault(written)
        else:
            self._tags[written] = tag

    def _unknown(self, unknown: Mapping[str, None]) -> None:
        """A language that nobody here knows is left out; when it is the only one it stands as Swedish."""
        for number, written in enumerate(unknown):
            if number == 0 and not self._tags:
                self._tags[written] = self.unmarked
            self.troubles.append(
                trouble("language_unknown", None, None, None, language=written[:80])
            )

    def texts(self, cells: Mapping[str, str], kind: str) -> Text:
        """What a row says in the columns of one kind, by language; empty when it says nothing."""
        found: Text = {}
        if said := cells.get(kind):
            found[self.unmarked] = tidy(said)
        for written, tag in self._tags.items():
            if said := cells.get(f"{kind}::{written}"):
                found.setdefault(tag, tidy(said))
        return self.swedish({tag: said for tag, said in found.items() if said})

    def swedish(self, found: Text) -> Text:
        """The same with Swedish first; what is not written in Swedish stands there in its own language."""
        if not found:
            return {}
        if "sv" not in found:
            self.missing += 1
        spoken = found.get("sv") or found.get(self.main) or next(iter(found.values()))
        return {"sv": spoken, **{tag: said for tag, said in found.items() if tag != "sv"}}

    def same(self, texts: Mapping[str, str], fallback: str) -> Text:
        """One of our own texts in every language the form speaks."""
        return {tag: texts.get(tag, fallback) for tag in dict.fromkeys(("sv", *self.spoken))}

    def advice(self) -> list[Trouble]:
        """What is to be said about the languages, once everything is read."""
        if not self.missing:
            return self.troubles
        others = [NAMES[tag] for tag in self.spoken if tag != "sv"]
        spoken = ", ".join(others) or NAMES["sv"]
        told = trouble("swedish_missing", None, None, None, n=self.missing, language=spoken)
        return [*self.troubles, told]


def tidy(text: str) -> str:
    """Without tags and emphasis."""
    plain = _TAGS.sub(" ", text) if "<" in text else text
    return _EMPHASIS.sub(r"\2", re.sub(r"(?m)^#{1,6}\s+", "", plain)).strip()


def piped(text: Text, name_of: Callable[[str], str | None]) -> Text:
    """`${name}` as `{id|…}`; braces of its own are doubled."""

    def one(said: str) -> str:
        parts = PIPE.split(said)
        for place, part in enumerate(parts):
            if place % 2:
                known = name_of(part)
                parts[place] = "…" if known is None else f"{{{known}|…}}"
            else:
                parts[place] = part.replace("{", "{{").replace("}", "}}")
        return "".join(parts)

    return {tag: one(said) for tag, said in text.items()}
